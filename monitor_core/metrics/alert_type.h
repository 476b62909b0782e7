// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/metrics/catalog.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace headroom {

/// What an alert is about (contract §5.6): one type a metric, in the catalog's order, and the
/// source itself. There is at most one open alert of each.
enum class AlertType : std::uint8_t {
    ConcurrentWrites,
    StorageCapacity,
    WriteThroughput,
    QueryLatency,
    ArtifactSize,
    ArtifactCount,
    AuditTrail,
    Source,
};

inline constexpr std::size_t kAlertTypeCount = kMetricCount + 1;

constexpr std::size_t indexOf(AlertType type) noexcept { return static_cast<std::size_t>(type); }

constexpr AlertType alertTypeOf(Metric metric) noexcept
{
    return static_cast<AlertType>(indexOf(metric));
}

/// The metric that the alert is about; none for Source.
constexpr std::optional<Metric> metricOf(AlertType type) noexcept
{
    return type == AlertType::Source ? std::nullopt
                                     : std::optional(static_cast<Metric>(indexOf(type)));
}

/// The word of the wire: "STORAGE_CAPACITY", …, "SOURCE".
inline std::string_view toString(AlertType type) noexcept
{
    const auto metric = metricOf(type);
    return metric ? info(*metric).alertType : std::string_view("SOURCE");
}

}  // namespace headroom
