// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/detail/response_writer.h"

#include "monitor_core/api/detail/ascii.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <string_view>

namespace headroom::api::detail {

namespace {

std::string_view statusLine(int status) noexcept
{
    switch (status) {
    case 200:
        return "HTTP/1.1 200 OK\r\n";
    case 201:
        return "HTTP/1.1 201 Created\r\n";
    case 202:
        return "HTTP/1.1 202 Accepted\r\n";
    case 204:
        return "HTTP/1.1 204 No Content\r\n";
    case 304:
        return "HTTP/1.1 304 Not Modified\r\n";
    case 400:
        return "HTTP/1.1 400 Bad Request\r\n";
    case 401:
        return "HTTP/1.1 401 Unauthorized\r\n";
    case 403:
        return "HTTP/1.1 403 Forbidden\r\n";
    case 404:
        return "HTTP/1.1 404 Not Found\r\n";
    case 405:
        return "HTTP/1.1 405 Method Not Allowed\r\n";
    case 408:
        return "HTTP/1.1 408 Request Timeout\r\n";
    case 409:
        return "HTTP/1.1 409 Conflict\r\n";
    case 411:
        return "HTTP/1.1 411 Length Required\r\n";
    case 412:
        return "HTTP/1.1 412 Precondition Failed\r\n";
    case 413:
        return "HTTP/1.1 413 Content Too Large\r\n";
    case 414:
        return "HTTP/1.1 414 URI Too Long\r\n";
    case 415:
        return "HTTP/1.1 415 Unsupported Media Type\r\n";
    case 417:
        return "HTTP/1.1 417 Expectation Failed\r\n";
    case 421:
        return "HTTP/1.1 421 Misdirected Request\r\n";
    case 422:
        return "HTTP/1.1 422 Unprocessable Content\r\n";
    case 428:
        return "HTTP/1.1 428 Precondition Required\r\n";
    case 429:
        return "HTTP/1.1 429 Too Many Requests\r\n";
    case 431:
        return "HTTP/1.1 431 Request Header Fields Too Large\r\n";
    case 500:
        return "HTTP/1.1 500 Internal Server Error\r\n";
    case 501:
        return "HTTP/1.1 501 Not Implemented\r\n";
    case 503:
        return "HTTP/1.1 503 Service Unavailable\r\n";
    case 505:
        return "HTTP/1.1 505 HTTP Version Not Supported\r\n";
    default:
        return {};
    }
}

void appendNumber(std::string& out, std::size_t number)
{
    std::array<char, 24> digits {};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

/// RFC 9110's date, in a language of its own: no locale may touch it.
std::string httpDate(SystemTime time)
{
    using namespace std::chrono;
    constexpr std::array kDays { "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat" };
    constexpr std::array kMonths { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep",
        "Oct", "Nov", "Dec" };
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss clock(floor<seconds>(time - day));
    std::array<char, 64> text {};
    std::snprintf(text.data(), text.size(), "%s, %02u %s %04d %02d:%02d:%02d GMT",
        kDays.at(weekday(day).c_encoding()), static_cast<unsigned>(date.day()),
        kMonths.at(static_cast<unsigned>(date.month()) - 1), static_cast<int>(date.year()),
        static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
        static_cast<int>(clock.seconds().count()));
    return text.data();
}

/// A handler's header goes out only when it is one: what a client has sent must not split the
/// response.
bool isHeader(std::string_view name, std::string_view value) noexcept
{
    return !name.empty() && std::ranges::all_of(name, isTokenCharacter)
        && std::ranges::none_of(
            value, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

}  // namespace

ResponseWriter::ResponseWriter(const Clock& clock)
    : clock_(clock)
{
    refreshDate();
}

void ResponseWriter::refreshDate()
{
    common_ = "Date: " + httpDate(clock_.systemNow())
        + "\r\nServer: headroom\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n";
}

void ResponseWriter::write(OutBatch& out, const Response& response, Form form) const
{
    std::string& text = out.text();
    if (const auto line = statusLine(response.status); !line.empty()) {
        text += line;
    } else {
        text += "HTTP/1.1 ";
        appendNumber(text, static_cast<std::size_t>(std::clamp(response.status, 200, 599)));
        text += " \r\n";
    }
    const bool hasBody = response.body != nullptr && !response.body->empty();
    if (hasBody) {
        text.append("Content-Type: ").append(response.contentType).append("\r\n");
    }
    if (response.status != 204 && response.status != 304) {
        text += "Content-Length: ";
        appendNumber(text, hasBody ? response.body->size() : 0);
        text += "\r\n";
    }
    text += common_;
    for (const auto& [name, value] : response.headers) {
        if (isHeader(name, value)) {
            text.append(name).append(": ").append(value).append("\r\n");
        }
    }
    text += form.closes ? std::string_view("Connection: close\r\n\r\n") : std::string_view("\r\n");
    if (hasBody && !form.withoutBody && response.status != 204 && response.status != 304) {
        out.add(response.body);
    }
}

void ResponseWriter::writeEventStreamHead(OutBatch& out) const
{
    out.text()
        .append("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n")
        .append(common_)
        // A proxy that collects what it forwards would hold the events back.
        .append("X-Accel-Buffering: no\r\nConnection: close\r\n\r\n");
}

}  // namespace headroom::api::detail
