// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/notify/webhook.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>
#include <utility>

namespace headroom {

namespace {

/// Nobody reads an answer, so nobody should wait for a long one.
constexpr std::size_t kLongestAnswer = 64UL * 1024;
constexpr std::size_t kQuoted = 200;

template <auto Free>
struct FreedBy {
    template <typename T>
    void operator()(T* thing) const
    {
        Free(thing);
    }
};
using Easy = std::unique_ptr<CURL, FreedBy<curl_easy_cleanup>>;
using Url = std::unique_ptr<CURLU, FreedBy<curl_url_cleanup>>;
using Text = std::unique_ptr<char, FreedBy<curl_free>>;
using Headers = std::unique_ptr<curl_slist, FreedBy<curl_slist_free_all>>;

struct Answer {
    std::string start;
    std::size_t bytes = 0;
};

/// libcurl's write callback: a number other than `count` ends the transfer.
std::size_t takeAnswer(char* bytes, std::size_t, std::size_t count, void* into)
{
    auto& answer = *static_cast<Answer*>(into);
    answer.start.append(bytes, std::min(count, kQuoted - answer.start.size()));
    answer.bytes += count;
    return answer.bytes > kLongestAnswer ? 0 : count;
}

/// The start of the answer on one line, nothing in it that a screen or a log would obey.
std::string quoted(const Answer& answer)
{
    std::string line;
    for (const char c : answer.start) {
        const bool isBlank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
        if (!isBlank) {
            line += c > ' ' && c < '\x7f' ? c : '?';
        } else if (!line.empty() && line.back() != ' ') {
            line += ' ';
        }
    }
    line.erase(line.find_last_not_of(' ') + 1);
    const bool isCut = answer.bytes > answer.start.size();
    return line.empty() ? std::string() : ": \"" + line + (isCut ? "..." : "") + '"';
}

std::string part(CURLU* url, CURLUPart which)
{
    char* found = nullptr;
    if (curl_url_get(url, which, &found, 0) != CURLUE_OK) {
        return {};
    }
    const Text owned(found);
    return found;
}

/// "https://hooks.example.org:8443": what of a URL may be shown.
std::string originOf(CURLU* url)
{
    const auto port = part(url, CURLUPART_PORT);
    return part(url, CURLUPART_SCHEME) + "://" + part(url, CURLUPART_HOST)
        + (port.empty() ? "" : ":" + port);
}

Result<Url> parsed(const Delivery& delivery)
{
    const auto refused = [&delivery](const std::string& why) {
        return Error { ErrorCode::InvalidArgument, "webhook_url " + why, delivery.contact };
    };
    Url url(curl_url());
    const auto outcome
        = curl_url_set(url.get(), CURLUPART_URL, delivery.url.c_str(), CURLU_DISALLOW_USER);
    if (outcome == CURLUE_USER_NOT_ALLOWED) {
        return refused("holds a user or password; the receiver must do without");
    }
    const auto scheme = part(url.get(), CURLUPART_SCHEME);
    const bool isWeb = scheme == "http" || scheme == "https";
    if (outcome == CURLUE_UNSUPPORTED_SCHEME || (outcome == CURLUE_OK && !isWeb)) {
        return refused("must begin with http:// or https://");
    }
    // A text with a NUL inside would be sent to where its first half points.
    if (outcome != CURLUE_OK || delivery.url.find('\0') != std::string::npos) {
        return refused("is no URL such as https://host:port/api/v2/alerts");
    }
    return url;
}

/// A request that goes to this URL and to nowhere else.
void describe(CURL* easy, CURLU* url, const WebhookSettings& settings)
{
    curl_easy_setopt(easy, CURLOPT_CURLU, url);
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!settings.caFile.empty()) {
        curl_easy_setopt(easy, CURLOPT_CAINFO, settings.caFile.c_str());
        curl_easy_setopt(easy, CURLOPT_CAPATH, nullptr);
    }
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(settings.timeout.count()));
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);  // no SIGALRM, no handlers: we have threads
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    curl_easy_setopt(easy, CURLOPT_USERAGENT, "headroom");
}

std::string reasonOf(CURLcode outcome, const char* detail, const WebhookSettings& settings)
{
    if (outcome == CURLE_OPERATION_TIMEDOUT) {
        return "did not answer within " + std::to_string(settings.timeout.count()) + " ms";
    }
    return std::string("cannot be reached: ")
        + (*detail != '\0' ? detail : curl_easy_strerror(outcome));
}

std::string refusalOf(long status, const Answer& answer)
{
    const bool isRedirect = status >= 300 && status < 400;
    return "answered " + std::to_string(status)
        + (isRedirect ? "; redirects are not followed, configure the address that they lead to"
                      : quoted(answer));
}

}  // namespace

Webhook::Webhook(WebhookSettings settings)
    : settings_(std::move(settings))
{
    // Once a process and never undone: other threads may be using the library.
    static const auto kStarted = curl_global_init(CURL_GLOBAL_DEFAULT);
    static_cast<void>(kStarted);
}

Result<void> Webhook::deliver(const Delivery& delivery)
{
    const auto url = parsed(delivery);
    if (!url) {
        return url.error();
    }
    const Easy easy(curl_easy_init());
    // Without "Expect:" a long message would wait a second for a "100 Continue" that few send.
    Headers headers(curl_slist_append(nullptr, "Content-Type: application/json"));
    if (!easy || !headers || curl_slist_append(headers.get(), "Expect:") == nullptr) {
        return Error { ErrorCode::Unavailable, "out of memory", delivery.contact };
    }
    Answer answer;
    std::array<char, CURL_ERROR_SIZE> detail {};
    describe(easy.get(), url->get(), settings_);
    curl_easy_setopt(easy.get(), CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(
        easy.get(), CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(delivery.payload.size()));
    curl_easy_setopt(easy.get(), CURLOPT_POSTFIELDS, delivery.payload.data());
    curl_easy_setopt(easy.get(), CURLOPT_WRITEFUNCTION, takeAnswer);
    curl_easy_setopt(easy.get(), CURLOPT_WRITEDATA, &answer);
    curl_easy_setopt(easy.get(), CURLOPT_ERRORBUFFER, detail.data());
    const auto outcome = curl_easy_perform(easy.get());
    long status = 0;
    curl_easy_getinfo(easy.get(), CURLINFO_RESPONSE_CODE, &status);
    // The status line says whether it was taken. What comes after it may be too long or never end:
    // sending the message again for that would tell people twice.
    if (status >= 200 && status < 300) {
        return {};
    }
    const auto why
        = status >= 300 ? refusalOf(status, answer) : reasonOf(outcome, detail.data(), settings_);
    return Error { ErrorCode::Unavailable, originOf(url->get()) + ' ' + why, delivery.contact };
}

}  // namespace headroom
