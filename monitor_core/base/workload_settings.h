// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/units.h"

namespace headroom {

/// What the local workload should do; settable while it runs. Every number is a wish: what really
/// happened is measured by the recorder, and a slow disk may stay below the wish.
struct WorkloadSettings {
    int writers = 12;  ///< clients that write at the same time, 0 – 500; each holds one write open
                       ///< while its bytes arrive
    PerSecond writeRate {
        40
    };  ///< all writers together, 0 – 10 000; 0 writes as fast as the disk takes it
    Bytes maxArtifactSize
        = kilobytes(16);  ///< sizes are drawn evenly from 1 byte up to this; up to 600 MB
    Bytes storageLimit = megabytes(8);  ///< stands in for the certified 1000 GB; at least 64 KB
    PerSecond queryRate { 20 };  ///< artifacts read back and checked per second, 0 – 10 000
    bool deleteOldest
        = true;  ///< keep used storage below `keepBelow` by deleting the oldest artifacts
    Ratio keepBelow { 0.61 };  ///< of the storage limit

    bool operator==(const WorkloadSettings&) const = default;
};

}  // namespace headroom
