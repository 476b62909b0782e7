// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/policy/escalation_policy.h"

#include <memory>
#include <mutex>
#include <utility>

namespace headroom::api {

/// Who is told of what, as it is in force now; replaced while the service runs. Copies share it.
/// Any thread.
class CurrentEscalation {
public:
    // NOLINTNEXTLINE(google-explicit-constructor): a policy is one that never changes
    CurrentEscalation(EscalationPolicy policy = {})
        : state_(std::make_shared<State>())
    {
        replace(std::move(policy));
    }

    [[nodiscard]] std::shared_ptr<const EscalationPolicy> now() const
    {
        const std::lock_guard lock(state_->mutex);
        return state_->policy;
    }

    void replace(EscalationPolicy policy)
    {
        auto next = std::make_shared<const EscalationPolicy>(std::move(policy));
        const std::lock_guard lock(state_->mutex);
        state_->policy.swap(next);
    }

private:
    struct State {
        std::mutex mutex;
        std::shared_ptr<const EscalationPolicy> policy;
    };
    std::shared_ptr<State> state_;
};

}  // namespace headroom::api
