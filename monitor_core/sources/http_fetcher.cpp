// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/sources/http_fetcher.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <utility>

namespace headroom {

namespace {

/// 169.254.0.0/16, 0.0.0.0/8 and what is beyond single machines.
bool isNoPlace(std::uint32_t address)
{
    return (address >> 16) == 0xA9FE || (address >> 24) == 0 || (address >> 28) >= 0xE;
}

bool isNoPlace(const sockaddr& address)
{
    if (address.sa_family == AF_INET) {
        sockaddr_in four {};
        std::memcpy(&four, &address, sizeof four);
        return isNoPlace(ntohl(four.sin_addr.s_addr));
    }
    if (address.sa_family != AF_INET6) {
        return true;
    }
    sockaddr_in6 six {};
    std::memcpy(&six, &address, sizeof six);
    if (IN6_IS_ADDR_V4MAPPED(&six.sin6_addr)) {
        std::uint32_t four = 0;
        std::memcpy(&four, six.sin6_addr.s6_addr + 12, sizeof four);
        return isNoPlace(ntohl(four));
    }
    return IN6_IS_ADDR_LINKLOCAL(&six.sin6_addr) || IN6_IS_ADDR_MULTICAST(&six.sin6_addr)
        || IN6_IS_ADDR_UNSPECIFIED(&six.sin6_addr);
}

bool isHere(std::string_view url)
{
    for (const std::string_view host : { "http://127.0.0.1", "http://localhost", "http://[::1]" }) {
        const auto rest = url.starts_with(host) ? url.substr(host.size()) : std::string_view("x");
        if (rest.empty() || rest.front() == ':' || rest.front() == '/') {
            return true;
        }
    }
    return false;
}

}  // namespace

/// One connection, kept from one question to the next.
class HttpFetcher::Session {
public:
    explicit Session(const HttpFetcher& fetcher)
        : fetcher_(fetcher)
    {
        // Once a process and never undone: other threads may be using the library.
        static const auto kStarted = curl_global_init(CURL_GLOBAL_DEFAULT);
        static_cast<void>(kStarted);
        easy_ = curl_easy_init();
        const auto& settings = fetcher.settings_;
        if (easy_ == nullptr) {
            return;
        }
        set(CURLOPT_PROTOCOLS_STR, "http,https");
        set(CURLOPT_FOLLOWLOCATION, 0L);
        set(CURLOPT_PROXY, "");
        set(CURLOPT_SSL_VERIFYPEER, 1L);
        set(CURLOPT_SSL_VERIFYHOST, 2L);
        set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
        if (!settings.caFile.empty()) {
            set(CURLOPT_CAINFO, settings.caFile.c_str());
            set(CURLOPT_CAPATH, static_cast<const char*>(nullptr));
        }
        set(CURLOPT_TIMEOUT_MS, static_cast<long>(settings.timeout.count()));
        set(CURLOPT_NOSIGNAL, 1L);
        set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
        set(CURLOPT_USERAGENT, "headroom");
        set(CURLOPT_ERRORBUFFER, detail_.data());
        set(CURLOPT_WRITEFUNCTION, &Session::onBytes);
        set(CURLOPT_WRITEDATA, this);
        set(CURLOPT_OPENSOCKETFUNCTION, &Session::onSocket);
        set(CURLOPT_XFERINFOFUNCTION, &Session::onProgress);
        set(CURLOPT_XFERINFODATA, this);
        set(CURLOPT_NOPROGRESS, 0L);
        addHeader("Accept: application/json");
        if (!settings.token.empty()
            && (settings.url.starts_with("https://") || isHere(settings.url))) {
            addHeader("Authorization: Bearer " + settings.token);
        }
        set(CURLOPT_HTTPHEADER, headers_);
    }
    ~Session()
    {
        curl_easy_cleanup(easy_);
        curl_slist_free_all(headers_);
    }
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    Result<std::string> get(const std::string& url)
    {
        if (easy_ == nullptr) {
            return failed("cannot be asked: out of memory");
        }
        body_.clear();
        isTooLong_ = false;
        detail_[0] = '\0';
        set(CURLOPT_URL, url.c_str());
        const auto outcome = curl_easy_perform(easy_);
        if (outcome != CURLE_OK) {
            return failed(reasonOf(outcome));
        }
        long status = 0;
        curl_easy_getinfo(easy_, CURLINFO_RESPONSE_CODE, &status);
        if (status != 200) {
            return failed("answered " + std::to_string(status)
                + (status / 100 == 3 ? "; redirects are not followed" : ""));
        }
        return std::move(body_);
    }

private:
    template <typename Value>
    void set(CURLoption option, Value value)
    {
        curl_easy_setopt(easy_, option, value);
    }
    void addHeader(const std::string& line)
    {
        if (auto* longer = curl_slist_append(headers_, line.c_str())) {
            headers_ = longer;
        }
    }
    static Error failed(const std::string& why) { return { ErrorCode::Unavailable, why, {} }; }

    std::string reasonOf(CURLcode outcome) const
    {
        const auto& settings = fetcher_.settings_;
        if (isTooLong_) {
            return "sends more than " + std::to_string(settings.mostBytes / 1024) + " KB";
        }
        if (outcome == CURLE_OPERATION_TIMEDOUT) {
            return "does not answer within " + std::to_string(settings.timeout.count()) + " ms";
        }
        if (outcome == CURLE_ABORTED_BY_CALLBACK) {
            return "is not asked any more";
        }
        return std::string("cannot be reached: ")
            + (detail_[0] != '\0' ? detail_.data() : curl_easy_strerror(outcome));
    }

    static std::size_t onBytes(char* bytes, std::size_t, std::size_t count, void* self)
    {
        auto& session = *static_cast<Session*>(self);
        session.isTooLong_ = session.body_.size() + count > session.fetcher_.settings_.mostBytes;
        if (session.isTooLong_) {
            return 0;
        }
        session.body_.append(bytes, count);
        return count;
    }
    static curl_socket_t onSocket(void*, curlsocktype, curl_sockaddr* address)
    {
        if (isNoPlace(address->addr)) {
            return CURL_SOCKET_BAD;
        }
        return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
    }
    static int onProgress(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
    {
        return static_cast<const Session*>(self)->fetcher_.isCancelled_ ? 1 : 0;
    }

    const HttpFetcher& fetcher_;
    CURL* easy_ = nullptr;
    curl_slist* headers_ = nullptr;
    std::array<char, CURL_ERROR_SIZE> detail_ {};
    std::string body_;
    bool isTooLong_ = false;
};

HttpFetcher::HttpFetcher(HttpFetcherSettings settings)
    : settings_(std::move(settings))
    , session_(std::make_unique<Session>(*this))
{
}

HttpFetcher::~HttpFetcher() = default;

Result<std::string> HttpFetcher::fetch(std::string_view path)
{
    return session_->get(settings_.url + std::string(path));
}

}  // namespace headroom
