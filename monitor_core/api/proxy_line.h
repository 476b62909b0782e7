// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace headroom::api {

/// What a proxy says of a request that is over: one line of the access log "headroom1" of
/// packaging/nginx/headroom.conf. Views into the datagram.
struct ProxyLine {
    std::string_view requestId;  ///< 32 lower-case hex digits, the proxy's own
    std::string_view method;
    int status = 0;  ///< 0: the client left before there was one
    std::int64_t requestBytes = 0;  ///< line, headers and body
    std::optional<std::int64_t> announcedBytes;  ///< the body, if its length was announced
    /// Until the depository began to answer, all tries together; empty: it was not asked.
    std::optional<std::chrono::milliseconds> answeredIn;
};

inline constexpr std::size_t kLongestProxyLine = 1024;

/// Reads a syslog datagram (RFC 3164, as nginx writes it with nohostname and tag=headroom). Strict:
/// nothing unless it is such a line from its first byte to its last. A pure function of its input.
std::optional<ProxyLine> readProxyLine(std::string_view datagram) noexcept;

}  // namespace headroom::api
