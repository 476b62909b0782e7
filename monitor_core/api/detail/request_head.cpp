// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/detail/request_head.h"

#include "monitor_core/api/detail/ascii.h"
#include "monitor_core/api/utf8_text.h"

#include <array>
#include <charconv>

namespace headroom::api::detail {

namespace {

constexpr HttpFault kBadLine { 400, "bad_request_line", "the request line is malformed" };
constexpr HttpFault kBadField { 400, "bad_field", "a header field is malformed" };
constexpr HttpFault kLongTarget { 414, "target_too_long", "the target is longer than 4096 bytes" };
constexpr HttpFault kLongHead { 431, "head_too_large", "the header is larger than 8 KiB" };
constexpr HttpFault kManyFields { 431, "too_many_fields", "more than 100 header fields" };
constexpr HttpFault kNotOurMethod { 501, "unknown_method", "this method is not known here" };
constexpr HttpFault kNotOurVersion { 505, "unknown_version", "HTTP/1.1 is spoken here" };
constexpr HttpFault kNotOneHost { 400, "host_count", "exactly one Host is needed" };
constexpr HttpFault kBadLength { 400, "content_length", "Content-Length must be one whole number" };
constexpr HttpFault kTwoLengths { 400, "two_lengths",
    "Transfer-Encoding goes with neither Content-Length nor HTTP/1.0" };
constexpr HttpFault kNeedsLength { 411, "transfer_encoding",
    "Transfer-Encoding is not taken: send Content-Length" };
constexpr HttpFault kOldBody { 400, "http10_body", "HTTP/1.0 may not send a body here" };
constexpr HttpFault kBadExpectation { 417, "expectation", "only 100-continue can be expected" };
constexpr HttpFault kDoubledField { 400, "doubled_field",
    "a header field that must be there once is there twice" };

std::optional<Method> methodOf(std::string_view text) noexcept
{
    constexpr std::array kKnown { Method::Get, Method::Post, Method::Head, Method::Put,
        Method::Patch, Method::Delete, Method::Options };
    for (const Method method : kKnown) {
        if (text == toString(method)) {
            return method;
        }
    }
    return std::nullopt;
}

bool isToken(std::string_view text) noexcept
{
    for (const char c : text) {
        if (!isTokenCharacter(c)) {
            return false;
        }
    }
    return !text.empty();
}

std::optional<HttpFault> readRequestLine(std::string_view line, RequestHead& head)
{
    const auto first = line.find(' ');
    const auto last = line.rfind(' ');
    if (first == std::string_view::npos || first == last || !isToken(line.substr(0, first))) {
        return kBadLine;
    }
    const auto method = methodOf(line.substr(0, first));
    head.target = line.substr(first + 1, last - first - 1);
    for (const char c : head.target) {
        if (c <= ' ' || c >= 0x7F) {  // also a second space, and every byte beyond ASCII
            return kBadLine;
        }
    }
    const auto version = line.substr(last + 1);
    if (version != "HTTP/1.1" && version != "HTTP/1.0") {
        return version.starts_with("HTTP/") && version.size() == 8 ? kNotOurVersion : kBadLine;
    }
    if (!method) {
        return kNotOurMethod;
    }
    if (head.target.size() > kMaxTargetBytes) {
        return kLongTarget;
    }
    // The absolute form, "*" and a bare authority: two ways to say which host is meant.
    if (!head.target.starts_with('/')) {
        return kBadLine;
    }
    head.method = *method;
    head.isHttp10 = version.back() == '0';
    return std::nullopt;
}

std::string_view trimmed(std::string_view text) noexcept
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) {
        text.remove_prefix(1);
    }
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) {
        text.remove_suffix(1);
    }
    return text;
}

bool isFieldValue(std::string_view value) noexcept
{
    bool isAscii = true;
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte < 0x20 && c != '\t') || byte == 0x7F) {
            return false;
        }
        isAscii = isAscii && byte < 0x80;
    }
    return isAscii || isUtf8(value);
}

/// Whether a comma-separated list has the word.
bool listHas(std::string_view list, std::string_view word) noexcept
{
    while (!list.empty()) {
        const auto comma = list.find(',');
        if (equalsIgnoringCase(trimmed(list.substr(0, comma)), word)) {
            return true;
        }
        list = comma == std::string_view::npos ? std::string_view() : list.substr(comma + 1);
    }
    return false;
}

/// The fields of one head, and what can only be said once all of them are read.
class Fields {
public:
    explicit Fields(RequestHead& head)
        : head_(head)
    {
    }

    std::optional<HttpFault> take(std::string_view line)
    {
        if (++count_ > kMaxFields) {
            return kManyFields;
        }
        const auto colon = line.find(':');
        // A line that begins with a blank would continue the one before it (obs-fold): no token.
        if (colon == std::string_view::npos || !isToken(line.substr(0, colon))) {
            return kBadField;
        }
        const auto value = trimmed(line.substr(colon + 1));
        if (!isFieldValue(value)) {
            return kBadField;
        }
        return take(line.substr(0, colon), value);
    }

    [[nodiscard]] std::optional<HttpFault> finish()
    {
        if (hasTransferEncoding_) {
            return hasLength_ || head_.isHttp10 ? kTwoLengths : kNeedsLength;
        }
        if (hosts_ != 1 || head_.host.empty()) {
            return kNotOneHost;
        }
        if (head_.isHttp10 && head_.contentLength > 0) {
            return kOldBody;
        }
        head_.wantsClose = head_.wantsClose || head_.isHttp10;
        return std::nullopt;
    }

private:
    std::optional<HttpFault> take(std::string_view name, std::string_view value)
    {
        switch (name.size()) {
        case 4:
            return equalsIgnoringCase(name, "host") ? takeHost(value) : std::nullopt;
        case 6:
            if (equalsIgnoringCase(name, "accept")) {
                head_.accept = head_.accept.empty() ? value : head_.accept;
                return std::nullopt;
            }
            if (equalsIgnoringCase(name, "expect")) {
                head_.expectsContinue = !head_.isHttp10;
                return equalsIgnoringCase(value, "100-continue") ? std::nullopt
                                                                 : std::optional(kBadExpectation);
            }
            return equalsIgnoringCase(name, "origin") ? takeOnce(head_.origin, value)
                                                      : std::nullopt;
        case 8:
            return equalsIgnoringCase(name, "if-match") ? takeOnce(head_.ifMatch, value)
                                                        : std::nullopt;
        case 10:
            head_.wantsClose = head_.wantsClose
                || (equalsIgnoringCase(name, "connection") && listHas(value, "close"));
            return std::nullopt;
        case 12:
            if (equalsIgnoringCase(name, "x-request-id")) {
                return takeOnce(head_.requestId, value);
            }
            return equalsIgnoringCase(name, "content-type") ? takeOnce(head_.contentType, value)
                                                            : std::nullopt;
        case 13:
            if (equalsIgnoringCase(name, "last-event-id")) {
                return takeOnce(head_.lastEventId, value);
            }
            return equalsIgnoringCase(name, "authorization") ? takeOnce(head_.authorization, value)
                                                             : takeExtension(name, value);
        case 14:
            return equalsIgnoringCase(name, "content-length") ? takeLength(value)
                                                              : takeExtension(name, value);
        case 17:
            hasTransferEncoding_
                = hasTransferEncoding_ || equalsIgnoringCase(name, "transfer-encoding");
            return takeExtension(name, value);
        default:
            return takeExtension(name, value);
        }
    }

    std::optional<HttpFault> takeHost(std::string_view value)
    {
        head_.host = value;
        return ++hosts_ == 1 ? std::nullopt : std::optional(kNotOneHost);
    }

    std::optional<HttpFault> takeLength(std::string_view value)
    {
        // 18 digits always fit; a longer number is no honest one.
        if (hasLength_ || value.empty() || value.size() > 18
            || value.find_first_not_of("0123456789") != std::string_view::npos) {
            return kBadLength;
        }
        hasLength_ = true;
        std::from_chars(value.data(), value.data() + value.size(), head_.contentLength);
        return std::nullopt;
    }

    std::optional<HttpFault> takeExtension(std::string_view name, std::string_view value)
    {
        if (startsIgnoringCase(name, "x-headroom-") || startsIgnoringCase(name, "x-original-")) {
            head_.extensions.emplace_back(name, value);
        }
        return std::nullopt;
    }

    static std::optional<HttpFault> takeOnce(
        std::optional<std::string_view>& field, std::string_view value)
    {
        if (field) {
            return kDoubledField;
        }
        field = value;
        return std::nullopt;
    }

    static std::optional<HttpFault> takeOnce(std::string_view& field, std::string_view value)
    {
        if (field.data() != nullptr) {
            return kDoubledField;
        }
        field = value;
        return std::nullopt;
    }

    RequestHead& head_;
    std::size_t count_ = 0;
    int hosts_ = 0;
    bool hasLength_ = false;
    bool hasTransferEncoding_ = false;
};

void clear(RequestHead& head)
{
    auto extensions = std::move(head.extensions);
    extensions.clear();
    head = RequestHead();
    head.extensions = std::move(extensions);
}

}  // namespace

HeadScanner::State HeadScanner::scan(std::string_view bytes) noexcept
{
    while (true) {
        const auto end = bytes.find('\n', scanned_);
        if (end == std::string_view::npos) {
            scanned_ = bytes.size();
            return State::Incomplete;
        }
        if (end == 0 || bytes[end - 1] != '\r') {
            return State::Broken;
        }
        const bool isEmpty = end - 1 == lineStart_;
        scanned_ = end + 1;
        lineStart_ = scanned_;
        if (isEmpty) {
            return State::Complete;
        }
    }
}

std::optional<HttpFault> readHead(std::string_view bytes, RequestHead& head)
{
    clear(head);
    const auto takeLine = [&] {
        const auto end = bytes.find("\r\n");
        const auto line = bytes.substr(0, end);
        bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 2);
        return line;
    };
    if (auto fault = readRequestLine(takeLine(), head)) {
        return fault;
    }
    Fields fields(head);
    for (auto line = takeLine(); !line.empty(); line = takeLine()) {
        if (auto fault = fields.take(line)) {
            return fault;
        }
    }
    return fields.finish();
}

HttpFault faultOfLongHead(std::string_view bytes) noexcept
{
    if (bytes.find('\n') != std::string_view::npos) {
        return kLongHead;
    }
    const auto methodEnd = bytes.find(' ');
    if (methodEnd == std::string_view::npos) {
        return kNotOurMethod;
    }
    return bytes.find(' ', methodEnd + 1) == std::string_view::npos ? kLongTarget : kLongHead;
}

}  // namespace headroom::api::detail
