// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/tick/halt_latch.h"

#include <chrono>
#include <mutex>
#include <utility>

namespace headroom {

namespace {

constexpr std::chrono::seconds kRetryAfter { 1 };

}  // namespace

struct HaltLatch::Answer {
    std::mutex mutex;
    std::optional<Result<void>> outcome;

    void set(Result<void> result)
    {
        const std::lock_guard lock(mutex);
        outcome = std::move(result);
    }
    std::optional<Result<void>> get()
    {
        const std::lock_guard lock(mutex);
        return outcome;
    }
};

HaltLatch::HaltLatch(Records* records)
    : records_(records)
    , isHalted_(records != nullptr && records->wasHalted())
{
}

HaltLatch::~HaltLatch() = default;

bool HaltLatch::decide(bool full, const std::string& why, SteadyTime now)
{
    if (full) {
        // A reopening that was asked for may be in the trail by now, or will be.
        if (!isHalted_ || reopening_ || !reopenProblem_.empty()) {
            close(why);
        }
        reopening_.reset();
        reopenProblem_.clear();
        retryAt_.reset();
        return true;
    }
    if (isHalted_ && !staysClosed(why, now)) {
        isHalted_ = false;
        closing_.reset();
    }
    return isHalted_;
}

void HaltLatch::close(const std::string& why)
{
    isHalted_ = true;
    if (records_ != nullptr) {
        closing_ = std::make_shared<Answer>();
        records_->recordHalt(true, { "headroom", "gate.halted", why, "OPEN", "HALTED" },
            [answer = closing_](Result<void> outcome) { answer->set(std::move(outcome)); });
    }
}

bool HaltLatch::staysClosed(const std::string& why, SteadyTime now)
{
    if (records_ == nullptr) {
        return false;
    }
    if (!reopening_) {
        if (retryAt_ && now < *retryAt_) {
            return true;
        }
        reopening_ = std::make_shared<Answer>();
        records_->recordHalt(false, { "headroom", "gate.reopened", why, "HALTED", "OPEN" },
            [answer = reopening_](Result<void> outcome) { answer->set(std::move(outcome)); });
    }
    const auto outcome = reopening_->get();
    if (!outcome) {
        return true;
    }
    reopening_.reset();
    if (!*outcome) {
        reopenProblem_
            = "stays closed, because reopening cannot be recorded: " + outcome->error().text();
        retryAt_ = now + kRetryAfter;
        return true;
    }
    reopenProblem_.clear();
    retryAt_.reset();
    return false;
}

std::string HaltLatch::problem() const
{
    if (!reopenProblem_.empty()) {
        return reopenProblem_;
    }
    const auto closed = closing_ ? closing_->get() : std::nullopt;
    return closed && !*closed ? "closed without an audit record: " + closed->error().text()
                              : std::string();
}

}  // namespace headroom
