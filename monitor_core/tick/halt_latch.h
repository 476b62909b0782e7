// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/clock.h"
#include "monitor_core/records.h"

#include <memory>
#include <optional>
#include <string>

namespace headroom {

/// Between the storage judge and the gate: closing takes effect at once, with its audit record to
/// follow; reopening from HALTED waits until its record is on the disk (contract §4, rigor 6).
/// Monitor thread; the answers come from the storage thread.
class HaltLatch {
public:
    /// Without records nothing is audited and nothing waits. A halt of the run before this one goes
    /// on.
    explicit HaltLatch(Records* records);
    ~HaltLatch();
    HaltLatch(const HaltLatch&) = delete;
    HaltLatch& operator=(const HaltLatch&) = delete;

    /// Whether the gate is to halt, when storage says `full`. `why` is for the record.
    bool decide(bool full, const std::string& why, SteadyTime now);

    /// "closed without an audit record: …", "stays closed: …"; empty while the records keep up.
    [[nodiscard]] std::string problem() const;

private:
    struct Answer;

    void close(const std::string& why);
    bool staysClosed(const std::string& why, SteadyTime now);

    Records* records_;
    bool isHalted_;
    std::shared_ptr<Answer> closing_;
    std::shared_ptr<Answer> reopening_;
    std::string reopenProblem_;
    std::optional<SteadyTime> retryAt_;
};

}  // namespace headroom
