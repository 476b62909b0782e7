// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/clock.h"
#include "monitor_core/base/workload_settings.h"

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <stop_token>

namespace headroom {

/// What the clients of the local workload go by: settings that change while they run, and a wait
/// that ends when they do. Any thread.
class WorkloadControl {
public:
    /// Settings, and a number that tells them from others.
    struct Plan {
        WorkloadSettings settings;
        std::uint64_t version = 0;
        bool isStopping = false;
    };

    WorkloadControl(const WorkloadSettings& settings, const Clock& clock)
        : clock_(clock)
    {
        plan_.settings = settings;
    }

    [[nodiscard]] Plan plan() const
    {
        const std::lock_guard lock(mutex_);
        return plan_;
    }
    void change(const WorkloadSettings& settings)
    {
        const std::lock_guard lock(mutex_);
        plan_.settings = settings;
        ++plan_.version;
        changed_.notify_all();
    }
    void setStopping(bool isStopping)
    {
        const std::lock_guard lock(mutex_);
        plan_.isStopping = isStopping;
        changed_.notify_all();
    }
    /// Somebody's stop_token was used.
    void wakeAll()
    {
        const std::lock_guard lock(mutex_);
        changed_.notify_all();
    }

    /// True at `time` (never, when empty); false as soon as the plan is not `version` any more, or
    /// the caller is asked to leave.
    bool waitUntil(
        std::optional<SteadyTime> time, std::uint64_t version, const std::stop_token& leave)
    {
        const auto isOver = [&] {
            return plan_.version != version || plan_.isStopping || leave.stop_requested();
        };
        std::unique_lock lock(mutex_);
        while (!isOver()) {
            if (!time) {
                changed_.wait(lock);
                continue;
            }
            const auto left = *time - clock_.steadyNow();
            if (left.count() <= 0) {
                return true;
            }
            changed_.wait_for(lock, left);
        }
        return false;
    }

private:
    const Clock& clock_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    Plan plan_;
};

}  // namespace headroom
