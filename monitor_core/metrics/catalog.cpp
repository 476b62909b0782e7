// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/metrics/catalog.h"

#include "monitor_core/base/units.h"

namespace headroom {

namespace {

constexpr auto kMaxArtifactBytes = static_cast<double>(megabytes(500).count);
constexpr auto kMaxStorageBytes = static_cast<double>(gigabytes(1000).count);

constexpr std::array<MetricInfo, kMetricCount> kCatalog { {
    { Metric::ConcurrentWrites, "concurrent_writes", "Concurrent writes", Unit::Writers, 100,
        "CONCURRENT_WRITES", "Writes in flight: the highest since the tick before." },
    { Metric::TotalStorage, "total_storage", "Storage", Unit::Bytes, kMaxStorageBytes,
        "STORAGE_CAPACITY", "Bytes in use." },
    { Metric::WriteThroughput, "write_throughput", "Write throughput", Unit::WritesPerSecond, 1000,
        "WRITE_THROUGHPUT", "Completed writes per second over the throughput window." },
    { Metric::QueryResponse, "query_response", "Query latency p99", Unit::Milliseconds, 5000,
        "QUERY_LATENCY", "99th percentile of query latency over the latency window." },
    { Metric::ArtifactSize, "artifact_size", "Artifact size", Unit::Bytes, kMaxArtifactBytes,
        "ARTIFACT_SIZE", "Largest artifact written in the latency window." },
    { Metric::ArtifactCount, "artifact_count", "Artifact count", Unit::Artifacts, 100'000,
        "ARTIFACT_COUNT", "Artifacts stored." },
    { Metric::AuditRetention, "audit_retention", "Audit trail", Unit::BrokenLinks, 0, "AUDIT_TRAIL",
        "0 while the audit chain verifies, 1 once it is broken." },
} };

}  // namespace

const std::array<MetricInfo, kMetricCount>& catalog() noexcept { return kCatalog; }

const MetricInfo& info(Metric metric) noexcept { return kCatalog[indexOf(metric)]; }

std::optional<Metric> metricFromKey(std::string_view key) noexcept
{
    for (const auto& row : kCatalog) {
        if (row.key == key) {
            return row.metric;
        }
    }
    return std::nullopt;
}

}  // namespace headroom
