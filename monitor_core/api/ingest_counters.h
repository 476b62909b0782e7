// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>

namespace headroom::api {

/// What became of what callers told through /api/v1; for /metrics. Any thread.
struct IngestCounters {
    std::atomic<std::uint64_t> ignoredKeys { 0 };  ///< of bodies, not known to this version
    std::atomic<std::uint64_t> batchesTaken { 0 };
    std::atomic<std::uint64_t> batchesRepeated { 0 };
    std::atomic<std::uint64_t> batchesTooOld { 0 };
    std::atomic<std::uint64_t> batchesRefused { 0 };
    std::atomic<std::uint64_t> leasesOverCap { 0 };  ///< refused for holding too many already
};

}  // namespace headroom::api
