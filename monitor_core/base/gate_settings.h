// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/units.h"

#include <chrono>

namespace headroom {

/// The write gate's bounds (contract §4).
struct GateSettings {
    int pauseAt = 100;  ///< writes in flight at which new writes get 429
    int resumeBelow = 75;  ///< admitted again with fewer than this in flight; < pauseAt
    Ratio haltAt { 1.0 };  ///< storage in use, of its limit, from which new writes get 503 (≥)
    Ratio resumeStorageBelow { 0.99 };  ///< admitted again below this (<); < haltAt
    std::chrono::milliseconds storageStaleAfter {
        30'000
    };  ///< a storage reading this old (≥) is not believed
    bool failClosed = false;  ///< halt when there is no storage reading to believe
    Bytes maxArtifactSize = megabytes(500);  ///< a write announced larger (>) gets 413
    std::chrono::milliseconds leaseTtl {
        60'000
    };  ///< after which an admitted write ends by itself
    std::chrono::milliseconds retryAfter { 1'000 };  ///< what a refused writer is told to wait

    bool operator==(const GateSettings&) const = default;
};

/// Lengths of the sliding windows (contract §2). Time, never a count of samples.
struct WindowSettings {
    std::chrono::seconds latency { 60 };
    std::chrono::seconds throughput { 10 };

    bool operator==(const WindowSettings&) const = default;
};

}  // namespace headroom
