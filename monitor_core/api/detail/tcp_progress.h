// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

namespace headroom::api::detail {

/// How much of what a connection was given the peer's system has taken.
struct TcpProgress {
    std::uint64_t acknowledged = 0;  ///< bytes, since the connection began
    std::uint64_t outstanding = 0;  ///< bytes that our system still holds for it
};

/// Empty when the system does not say: the connection has gone.
std::optional<TcpProgress> tcpProgress(int socket) noexcept;

}  // namespace headroom::api::detail
