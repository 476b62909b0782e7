// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/gate_settings.h"
#include "monitor_core/metrics/reading.h"

namespace headroom {

/// What storage says to the write gate.
struct StorageVerdict {
    bool halt = false;
    bool isUnknown = false;  ///< no storage reading to believe
};

/// Whether storage halts new writes (contract §4): from `haltAt` of the limit (≥) until below
/// `resumeStorageBelow` (<), both exact to the byte. Without a reading younger than
/// `storageStaleAfter` the verdict stays as it was, or is to halt when the policy fails closed;
/// having failed closed is forgotten with the next reading. Pure; one thread.
class StorageJudge {
public:
    /// `wasFull` is what an earlier run left: full until a reading says otherwise.
    explicit StorageJudge(const GateSettings& settings, bool wasFull = false)
        : settings_(settings)
        , isFull_(wasFull)
    {
    }

    /// `storage` is the newest reading or null; `certifiedLimit` counts where it brings no limit of
    /// its own. A limit that is not above 0 is as good as no reading.
    StorageVerdict judge(const Reading* storage, double certifiedLimit, SteadyTime now);

    /// Judges by these from now on; being full is remembered.
    void judgeBy(const GateSettings& settings) { settings_ = settings; }
    [[nodiscard]] bool failsClosed() const { return settings_.failClosed; }

private:
    GateSettings settings_;
    bool isFull_;
};

}  // namespace headroom
