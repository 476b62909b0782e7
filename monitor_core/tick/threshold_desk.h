// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/clock.h"
#include "monitor_core/base/result.h"
#include "monitor_core/commands.h"
#include "monitor_core/policy/threshold_policy.h"
#include "monitor_core/records.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace headroom {

/// Where thresholds change while Headroom runs: one change after the other, each checked, audited
/// and stored before it is in force, and given to the tick. A change that is stored after whoever
/// asked has given up waiting takes effect all the same: what is stored is what is in force.
class ThresholdDesk {
public:
    /// Without records nothing is audited or stored. `records` outlives it. `patience` is what
    /// change() waits for a change before it, and as long for the disk.
    ThresholdDesk(PolicyInForce inForce, Records* records,
        std::chrono::milliseconds patience = std::chrono::seconds(5));

    /// Does it, or says why not (commands.h); returns the new version. Any thread but the storage
    /// thread.
    Result<std::uint64_t> change(
        const ChangeThresholds& wanted, const std::string& actor, SystemTime now);

    /// What is in force, when that has changed since the call before. The tick's thread; never
    /// waits for the disk.
    [[nodiscard]] std::optional<PolicyInForce> takeFresh();

private:
    struct State;

    Records* records_;
    std::chrono::milliseconds patience_;
    std::shared_ptr<State> state_;  ///< shared with answers that come after the desk has gone
};

}  // namespace headroom
