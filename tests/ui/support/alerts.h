// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/alert_board.h"
#include "monitor_core/history_query.h"
#include "tests/support/manual_clock.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace headroom::ui {

/// Alerts by hand: a board that is open, and a history of steps as the alert book writes them.
class AlertsBuilder {
public:
    explicit AlertsBuilder(const Clock& clock)
        : clock_(&clock)
    {
    }

    /// An open alert, raised `age` ago.
    AlertView& open(AlertType type, Level level, std::chrono::seconds age = std::chrono::seconds(0))
    {
        AlertView alert;
        alert.id = std::string(toString(type)) + "-" + std::to_string(++ids_);
        alert.type = type;
        alert.level = level;
        alert.peak = level;
        alert.message = "over its bound";
        alert.value = 103;
        alert.threshold = 100;
        alert.raisedAt = clock_->steadyNow() - age;
        alert.raisedAtUtc = clock_->systemNow() - age;
        alert.escalationPath = "Ops_Team";
        alert.responseTimeline = "6_HOURS";
        alert.deadline = alert.raisedAt + std::chrono::hours(6);
        alert.deadlineUtc = alert.raisedAtUtc + std::chrono::hours(6);
        alert.overdueFrom = alert.deadline;
        alert.shelfMaximum = level == Level::Red ? std::chrono::minutes(15) : std::chrono::hours(8);
        AlertEvent raised
            = stepAt(alert.id, type, AlertEventKind::Raised, level, alert.raisedAtUtc);
        alert.steps = std::make_shared<const std::vector<AlertEvent>>(1, raised);
        board_.open.push_back(std::move(alert));
        return board_.open.back();
    }
    /// One that is over: raised, perhaps acknowledged, cleared.
    AlertsBuilder& past(AlertType type, Level level, std::chrono::seconds ago,
        std::chrono::seconds lasted, const std::string& by = {}, const std::string& note = {})
    {
        const auto id = std::string(toString(type)) + "-" + std::to_string(++ids_);
        const SystemTime at = clock_->systemNow() - ago;
        stepAt(id, type, AlertEventKind::Raised, level, at);
        if (!by.empty()) {
            auto& step = stepAt(id, type, AlertEventKind::Acknowledged, level, at + lasted / 2);
            step.actor = by;
            step.reason = "acknowledged by " + by + " 10:00:00Z: “" + note + "”";
        }
        auto& cleared = stepAt(id, type, AlertEventKind::Cleared, Level::Green, at + lasted);
        cleared.levelBefore = level;
        return *this;
    }
    AlertEvent& stepAt(
        const std::string& id, AlertType type, AlertEventKind kind, Level level, SystemTime at)
    {
        AlertEvent step;
        step.sequence = ++board_.lastSequence;
        step.alertId = id;
        step.type = type;
        step.kind = kind;
        step.level = level;
        step.value = 58;
        step.threshold = 51;
        step.at = at;
        step.actor = "headroom";
        step.reason = "raised " + std::string(toString(level)) + " 10:00:00Z → Ops_Team, 6_HOURS";
        history_.push_back(step);
        return history_.back();
    }

    AlertBoard& raw() { return board_; }
    [[nodiscard]] AlertBoardPtr board() const { return std::make_shared<const AlertBoard>(board_); }
    [[nodiscard]] AlertHistoryAnswer history(std::size_t limit = 100'000) const
    {
        AlertHistoryAnswer answer;
        const auto first = history_.size() - std::min(history_.size(), limit);
        answer.events.assign(history_.begin() + static_cast<std::ptrdiff_t>(first), history_.end());
        answer.total = history_.size();
        return answer;
    }

private:
    const Clock* clock_;
    int ids_ = 0;
    AlertBoard board_;
    std::vector<AlertEvent> history_;
};

}  // namespace headroom::ui
