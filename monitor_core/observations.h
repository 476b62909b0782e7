// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/clock.h"
#include "monitor_core/base/result.h"
#include "monitor_core/base/units.h"

#include <cstdint>
#include <optional>
#include <string>

namespace headroom {

/// What somebody measured of a depository and tells Headroom. At least one value is there.
struct Observation {
    std::string id;  ///< the sender's; one that was seen before changes nothing. Empty: none
    std::optional<SystemTime> at;  ///< when it was measured; empty: now
    std::optional<Bytes> used;  ///< storage in use
    std::optional<Bytes>
        capacity;  ///< of the storage, where it is not the certified limit; 0: unknown
    std::optional<std::int64_t> artifactCount;
    std::optional<Bytes> largestArtifact;
};

/// What became of an observation.
enum class ObservationFate : std::uint8_t {
    Taken,
    Repeated,  ///< its id was seen before
    TooOld,  ///< older than what is known already, or than a reading may be: it judges nothing
};

/// The door for observations from outside. Any thread; never waits.
class Observations {
public:
    virtual ~Observations() = default;

    /// InvalidArgument, naming the value, for negative ones, used without sense, and times more
    /// than 5 s in the future. Nothing of a refused observation is taken.
    virtual Result<ObservationFate> observe(const Observation& observation) = 0;
};

}  // namespace headroom
