// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/api/api_context.h"
#include "monitor_core/api/proxy_line.h"
#include "monitor_core/base/seen_ids.h"

#include <string>
#include <string_view>

namespace headroom::api {

/// What becomes of a proxy's lines: the end of a write ends its lease, with its size; the end of a
/// read is a query with its latency. Nobody is answered: what is no such line, or of a request that
/// nobody knows, is counted. One thread at a time.
class ProxyIntake {
public:
    /// `caller` is the name of the token that the proxy asks admission with, "anonymous" without
    /// one: only leases of that name are ended. The context outlives the intake.
    ProxyIntake(ApiContext& context, std::string caller);

    void take(std::string_view datagram);

private:
    void endWrite(const ProxyLine& line);
    void countRead(const ProxyLine& line);

    ApiContext& context_;
    std::string caller_;
    SeenIds reads_;
};

}  // namespace headroom::api
