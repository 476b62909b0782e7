// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>

namespace headroom::api {

/// What became of what callers told through /api/v1, and proxies by syslog; for /metrics. Any
/// thread.
struct IngestCounters {
    std::atomic<std::uint64_t> ignoredKeys { 0 };  ///< of bodies, not known to this version
    std::atomic<std::uint64_t> batchesTaken { 0 };
    std::atomic<std::uint64_t> batchesRepeated { 0 };
    std::atomic<std::uint64_t> batchesTooOld { 0 };
    std::atomic<std::uint64_t> batchesRefused { 0 };
    std::atomic<std::uint64_t> leasesOverCap { 0 };  ///< refused for holding too many already
    // A proxy's lines.
    std::atomic<std::uint64_t> proxyWrites { 0 };  ///< that ended a lease
    std::atomic<std::uint64_t> proxyReads { 0 };
    std::atomic<std::uint64_t> proxyRepeated { 0 };  ///< of a request that had ended already
    std::atomic<std::uint64_t> proxyExpired { 0 };  ///< of a lease that had run out
    std::atomic<std::uint64_t> proxyUnknown { 0 };  ///< of a request that nobody knows
    std::atomic<std::uint64_t> proxyMalformed { 0 };
    std::atomic<std::uint64_t> proxyOversized { 0 };
    std::atomic<std::uint64_t> proxyDropped { 0 };  ///< by the system: nobody read fast enough
};

}  // namespace headroom::api
