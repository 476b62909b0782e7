// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/tick/pause_log.h"

#include <chrono>
#include <string>
#include <utility>

namespace headroom {

namespace {

constexpr std::chrono::minutes kMinute { 1 };
constexpr int kMostInAMinute = 10;

}  // namespace

void PauseLog::see(const GateSummary& gate, std::uint64_t pausesTotal, SteadyTime now)
{
    if (records_ == nullptr) {
        return;
    }
    if (now - minuteBegan_ >= kMinute) {
        finish();
        minuteBegan_ = now;
        recordsInMinute_ = 0;
    }
    const std::uint64_t pauses = pausesTotal - std::exchange(pausesSeen_, pausesTotal);
    const bool wasPaused = isPaused_;
    // Behind a halt nobody sees whether a pause goes on; the state after it tells.
    isPaused_ = gate.state == GateState::Halted ? wasPaused || pauses > 0
                                                : gate.state == GateState::Paused;
    std::uint64_t changes = 2 * pauses + (wasPaused ? 1 : 0) - (isPaused_ ? 1 : 0);
    for (bool isPause = !wasPaused; changes > 0; --changes, isPause = !isPause) {
        if (recordsInMinute_ < kMostInAMinute) {
            ++recordsInMinute_;
            record(gate, isPause);
        } else {
            ++(isPause ? foldedPauses_ : foldedResumes_);
        }
    }
}

void PauseLog::record(const GateSummary& gate, bool pauses)
{
    AuditNote note { "headroom", "gate.paused", "writes_in_flight=" + std::to_string(gate.pauseAt),
        "OPEN", "PAUSED" };
    if (!pauses) {
        note = { "headroom", "gate.resumed",
            "writes_in_flight_below=" + std::to_string(gate.resumeBelow), "PAUSED", "OPEN" };
    }
    records_->auditLater(std::move(note), [](const Result<void>&) {});
}

void PauseLog::finish()
{
    if (foldedPauses_ + foldedResumes_ == 0) {
        return;
    }
    records_->auditLater(
        { "headroom", "gate.flapped",
            "within a minute, besides those recorded one by one: pauses="
                + std::to_string(foldedPauses_) + " resumes=" + std::to_string(foldedResumes_),
            {}, isPaused_ ? "PAUSED" : "OPEN" },
        [](const Result<void>&) {});
    foldedPauses_ = foldedResumes_ = 0;
}

}  // namespace headroom
