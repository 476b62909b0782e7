// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor_core/api/detail/request_head.h"
#include "monitor_core/api/detail/target.h"
#include "monitor_core/api/utf8_text.h"
#include "tests/fuzz/targets.h"

#include <algorithm>
#include <utility>

namespace headroom::fuzz {

namespace {

using namespace headroom::api;
using namespace headroom::api::detail;

bool isPlainText(std::string_view text)
{
    return isUtf8(text) && std::ranges::none_of(text, [](char c) {
        return static_cast<unsigned char>(c) < 0x20U || c == 0x7F;
    });
}

/// However a head is cut into pieces, it ends at the same place.
HeadScanner::State scanInPieces(std::string_view bytes, std::size_t piece, std::size_t& end)
{
    HeadScanner scanner;
    auto state = HeadScanner::State::Incomplete;
    for (std::size_t size = 0; state == HeadScanner::State::Incomplete && size < bytes.size();) {
        size = std::min(bytes.size(), size + piece);
        state = scanner.scan(bytes.substr(0, size));
    }
    end = scanner.size();
    return state;
}

void checkFault(int status, std::string_view detail)
{
    promise(status >= 400 && status < 600, "a refusal has a status of refusals");
    promise(!detail.empty() && isPlainText(detail), "a refusal says why");
}

void checkTarget(std::string_view target)
{
    std::string path;
    std::vector<std::pair<std::string, std::string>> query;
    if (const auto fault = readTarget(target, path, query)) {
        checkFault(fault->status, fault->detail);
        return;
    }
    promise(isPlainText(path), "a path is text");
    promise(path.find("/../") == std::string::npos && !path.ends_with("/.."), "no way upwards");
    promise(query.size() <= kMaxParameters, "parameters are bounded");
    for (const auto& [name, value] : query) {
        promise(isPlainText(name) && isPlainText(value), "parameters are text");
    }
}

void run(std::string_view bytes)
{
    const auto given = bytes.substr(0, kMaxHeadBytes);
    std::size_t end = 0;
    std::size_t endOfPieces = 0;
    const auto state = scanInPieces(given, given.size(), end);
    const auto ofPieces = scanInPieces(given, 1, endOfPieces);
    promise(state == ofPieces, "pieces do not matter");
    if (state != HeadScanner::State::Complete) {
        if (given.size() == kMaxHeadBytes) {
            const auto fault = faultOfLongHead(given);
            checkFault(fault.status, fault.detail);
        }
        return;
    }
    promise(end == endOfPieces && end <= given.size(), "a head ends where it ends");
    RequestHead head;
    if (const auto fault = readHead(given.substr(0, end), head)) {
        checkFault(fault->status, fault->detail);
        return;
    }
    promise(!head.target.empty(), "a request has a target");
    promise(head.host.find_first_of(std::string_view("\r\n\0", 3)) == std::string_view::npos,
        "a field is one line");
    promise(!head.isHttp10 || head.contentLength == 0, "HTTP/1.0 has no body");
    for (const auto view : { head.target, head.host, head.contentType, head.accept,
             head.lastEventId, head.ifMatch, head.requestId }) {
        promise(view.empty()
                || (view.data() >= given.data() && view.data() + view.size() <= given.data() + end),
            "a head has nothing but its own bytes");
    }
    checkTarget(head.target);
}

std::vector<std::string> seeds()
{
    return { "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "POST /metrics/record-query-latency?latency_ms=42.5&name=%C3%A4+b HTTP/1.1\r\nHost: "
        "x:80\r\n"
        "Content-Length: 0\r\nConnection: close\r\n\r\n",
        "PUT /a/%2e%2e/b HTTP/1.1\r\nHost: [::1]:8000\r\nContent-Length: 12\r\nExpect: "
        "100-continue\r\n"
        "Authorization: Bearer t\r\nOrigin: null\r\nContent-Type: application/json; "
        "charset=utf-8\r\n"
        "X-Request-Id: r\r\nX-Original-Method: POST\r\nX-Headroom-Ttl-Ms: 5\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\n",
        "GET / HTTP/1.0\r\n\r\n", "GET / HTTP/1.1\nHost: x\n\n", "\r\n",
        "GET /?" + std::string(80, '&') + "a=b HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /" + std::string(9000, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n" };
}

}  // namespace

const Target kHttpHead { "http_head", run, seeds };

}  // namespace headroom::fuzz
