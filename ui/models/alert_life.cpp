// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alert_life.h"

#include "ui/text/visible_text.h"

#include <algorithm>
#include <unordered_map>

namespace headroom::ui {

EscalationWords escalationIn(const std::string& reason)
{
    constexpr std::string_view kArrow = "→ ";
    const auto arrow = reason.find(kArrow);
    if (arrow == std::string::npos) {
        return {};
    }
    const auto begin = arrow + kArrow.size();
    const auto comma = reason.find(", ", begin);
    if (comma == std::string::npos) {
        return {};
    }
    const auto end = std::min(reason.find_first_of(";,", comma + 2), reason.size());
    const auto to = reason.substr(begin, comma - begin);
    if (to == "nobody") {
        return {};
    }
    return { visibleText(to, 60), visibleText(reason.substr(comma + 2, end - comma - 2), 40) };
}

void addStep(AlertLife& life, const AlertEvent& step)
{
    switch (step.kind) {
    case AlertEventKind::Raised:
        life.raisedAt = step.at;
        life.isBeginningKnown = true;
        [[fallthrough]];
    case AlertEventKind::Rose:
    case AlertEventKind::Escalated: {
        const auto words = escalationIn(step.reason);
        if (!words.to.isEmpty()) {
            life.escalation = words.to;
            life.responseTimeline = words.within;
        }
        life.acknowledgedBy.clear();
        life.acknowledgedAt.reset();
        break;
    }
    case AlertEventKind::Acknowledged:
        life.acknowledgedBy = visibleText(step.actor, 60);
        life.acknowledgedAt = step.at;
        break;
    case AlertEventKind::Overdue:
        life.wasOverdue = true;
        break;
    case AlertEventKind::Cleared:
        life.clearedAt = step.at;
        break;
    default:
        break;
    }
    // Cleared carries the calm level; what the alert was is the one before.
    const auto level = step.kind == AlertEventKind::Cleared ? step.levelBefore : step.level;
    life.level = level;
    if (life.steps.empty() || level > life.peak) {
        life.peak = std::max(level, life.peak);
        life.value = step.value;
        life.threshold = step.threshold;
    }
    life.steps.push_back(step);
}

std::vector<AlertLife> livesOf(const std::vector<AlertEvent>& steps)
{
    std::vector<AlertLife> lives;
    std::unordered_map<std::string, std::size_t> places;
    for (const auto& step : steps) {
        const auto [found, isNew] = places.try_emplace(step.alertId, lives.size());
        if (isNew) {
            AlertLife life;
            life.id = QString::fromStdString(step.alertId);
            life.type = step.type;
            life.raisedAt = step.at;
            life.isBeginningKnown = false;
            lives.push_back(std::move(life));
        }
        addStep(lives[found->second], step);
    }
    return lives;
}

}  // namespace headroom::ui
