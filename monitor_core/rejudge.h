// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/commands.h"
#include "monitor_core/snapshot.h"

#include <memory>

namespace headroom {

/// What people may set of the policy that this snapshot was judged by.
EditableThresholds thresholdsOf(const Snapshot& snapshot);

/// Judges the readings of another program's snapshots by thresholds of one's own, for one screen.
/// Only levels and bounds become others: the gate, the alerts and everything measured stay what the
/// service said. Keeps what levels remember (hysteresis, hold time) from one snapshot to the next;
/// pure but for that. One thread.
class Rejudge {
public:
    Rejudge();
    ~Rejudge();
    Rejudge(Rejudge&&) noexcept;
    Rejudge& operator=(Rejudge&&) noexcept;

    /// Snapshots come in their order.
    [[nodiscard]] Snapshot judge(Snapshot snapshot, const ThresholdTable& thresholds);

private:
    struct Memory;
    std::unique_ptr<Memory> memory_;
};

}  // namespace headroom
