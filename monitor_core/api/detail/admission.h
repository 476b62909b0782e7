// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/api/access.h"
#include "monitor_core/api/detail/request_head.h"
#include "monitor_core/api/detail/route_index.h"
#include "monitor_core/api/http_message.h"

#include <optional>
#include <string>
#include <string_view>

namespace headroom::api::detail {

/// The other end of a connection.
struct Peer {
    std::string address;  ///< without port
    std::string ownAddress;  ///< of this end, which the peer has connected to
    bool isLoopback = false;
};

/// Between a head that can be read and its body: who asks, for what, and whether the body may
/// come. No sockets. Network thread.
class Admission {
public:
    /// Both outlive it.
    Admission(const RouteIndex& routes, AccessControl& access)
        : routes_(routes)
        , access_(access)
    {
    }

    struct Verdict {
        const Route* route = nullptr;
        std::optional<Response> refusal;
        std::string_view reason;  ///< of a refusal
    };
    /// Fills `request` but for its body; whatever an earlier request has left in it is gone.
    Verdict admit(const RequestHead& head, const Peer& peer, Request& request);

private:
    const RouteIndex& routes_;
    AccessControl& access_;
};

}  // namespace headroom::api::detail
