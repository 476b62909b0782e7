// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/result.h"

#include <string>
#include <string_view>

namespace headroom {

/// How a source asks a service: the body of a path ("/metrics/scale-status"), or why there is none.
/// Owned by the source; one thread, but for cancel().
class TextFetcher {
public:
    virtual ~TextFetcher() = default;
    virtual Result<std::string> fetch(std::string_view path) = 0;
    /// Ends a fetch that is under way, and lets no other begin. Any thread.
    virtual void cancel() = 0;
};

}  // namespace headroom
