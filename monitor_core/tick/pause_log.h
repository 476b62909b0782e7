// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/clock.h"
#include "monitor_core/records.h"
#include "monitor_core/snapshot.h"

#include <cstdint>

namespace headroom {

/// Audits that the gate pauses and resumes, each change once: as a record of its own, or, from the
/// eleventh within a minute on, in one record that says how many there were, so that a gate that
/// flaps does not wear the disk out. Never waits; the gate does not wait for it either. Monitor
/// thread.
class PauseLog {
public:
    /// Without records it does nothing.
    explicit PauseLog(Records* records)
        : records_(records)
    {
    }

    /// The gate as this tick found it; `pausesTotal` counts those between two ticks too.
    void see(const GateSummary& gate, std::uint64_t pausesTotal, SteadyTime now);
    /// Writes what is counted and not written yet.
    void finish();

private:
    void record(const GateSummary& gate, bool pauses);

    Records* records_;
    bool isPaused_ = false;
    std::uint64_t pausesSeen_ = 0;
    SteadyTime minuteBegan_ {};
    int recordsInMinute_ = 0;
    std::uint64_t foldedPauses_ = 0;
    std::uint64_t foldedResumes_ = 0;
};

}  // namespace headroom
