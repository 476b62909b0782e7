// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/metrics/catalog.h"
#include "monitor_core/metrics/reading.h"

#include <string_view>

namespace headroom::api {

/// "LIVE", "LATE", "STALE", "MISSING".
constexpr std::string_view toString(Freshness freshness) noexcept
{
    switch (freshness) {
    case Freshness::Live:
        return "LIVE";
    case Freshness::Late:
        return "LATE";
    case Freshness::Stale:
        return "STALE";
    case Freshness::Missing:
        break;
    }
    return "MISSING";
}

/// "bytes", "writes_per_second": what the numbers of a metric count.
constexpr std::string_view toString(Unit unit) noexcept
{
    switch (unit) {
    case Unit::Writers:
        return "writers";
    case Unit::Bytes:
        return "bytes";
    case Unit::WritesPerSecond:
        return "writes_per_second";
    case Unit::Milliseconds:
        return "milliseconds";
    case Unit::Artifacts:
        return "artifacts";
    case Unit::BrokenLinks:
        break;
    }
    return "broken_links";
}

}  // namespace headroom::api
