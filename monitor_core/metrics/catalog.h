// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace headroom {

/// The seven certified limits (contract §1), in the order in which they are shown.
enum class Metric : std::uint8_t {
    ConcurrentWrites,
    TotalStorage,
    WriteThroughput,
    QueryResponse,
    ArtifactSize,
    ArtifactCount,
    AuditRetention,
};

inline constexpr std::size_t kMetricCount = 7;

/// What the numbers of a metric count.
enum class Unit : std::uint8_t {
    Writers,
    Bytes,
    WritesPerSecond,
    Milliseconds,
    Artifacts,
    BrokenLinks
};

/// One row of the catalog. `key` is the name in files and on the wire.
struct MetricInfo {
    Metric metric;
    std::string_view key;
    std::string_view name;  ///< English, for messages; the ui has its own translatable titles
    Unit unit;
    double certifiedLimit;  ///< in `unit`; the safe limit of the certificate
    std::string_view alertType;  ///< the type on the wire (contract §5.6)
    std::string_view help;
};

const std::array<MetricInfo, kMetricCount>& catalog() noexcept;
const MetricInfo& info(Metric metric) noexcept;
std::optional<Metric> metricFromKey(std::string_view key) noexcept;

constexpr std::size_t indexOf(Metric metric) noexcept { return static_cast<std::size_t>(metric); }

}  // namespace headroom
