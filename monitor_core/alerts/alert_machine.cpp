// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/alerts/alert_machine.h"

#include "monitor_core/alerts/alert_text.h"
#include "monitor_core/alerts/shelf.h"

#include <algorithm>
#include <utility>

namespace headroom {

namespace {

constexpr std::size_t kMostSteps = 64;

/// "STORAGE_CAPACITY-20260803T100353Z-17": unique, and readable in a log. The number alone would
/// begin again after a lost database, the time alone would repeat when the clock is set back.
std::string idFor(AlertType type, SystemTime utc, std::uint64_t sequence)
{
    auto stamp = rfc3339(utc).substr(0, 19);
    stamp.erase(
        std::remove_if(stamp.begin(), stamp.end(), [](char c) { return c == '-' || c == ':'; }),
        stamp.end());
    return std::string(toString(type)) + '-' + stamp + "Z-" + std::to_string(sequence);
}

std::string levelText(Level level) { return std::string(toString(level)); }

bool differs(const EscalationRow* a, const EscalationRow* b)
{
    if (a == nullptr || b == nullptr) {
        return a != b;
    }
    return a->to != b->to || a->respondWithin != b->respondWithin;
}

Error noOpenAlert(AlertType type)
{
    return { ErrorCode::NotFound, "no " + std::string(toString(type)) + " alert is open", {} };
}

}  // namespace

AlertMachine::AlertMachine(AlertType type, TypeRecord record, const AlertRules& rules, Instant now,
    std::uint64_t nextSequence)
    : type_(type)
    , record_(std::move(record))
    , rules_(rules)
    , now_(now)
    , nextSequence_(nextSequence)
{
}

void AlertMachine::letTimePass()
{
    if (record_.open) {
        auto& alert = *record_.open;
        if (alert.shelved && now_.at >= alert.shelved->until) {
            const auto by = alert.shelved->by;
            takeOffShelf(alert, alert.shelved->until);
            add(alert, AlertEventKind::Unshelved, alert.level,
                "back on the list " + clockText(now_.utc) + ": the time that " + by
                    + " set is over");
        }
        if (isOverdueDue(alert, now_.at)) {
            alert.isOverdueDone = true;
            add(alert, AlertEventKind::Overdue, alert.level, overdueReason(alert, row(), now_));
        }
    }
    if (record_.isChattering && !raisesChatter()) {
        record_.isChattering = false;
        auto& alert = record_.open ? *record_.open : *record_.lastCleared;
        add(alert, AlertEventKind::ChatteringEnded, alert.level,
            "no longer chattering " + clockText(now_.utc));
    }
}

void AlertMachine::observe(const Sighting& seen)
{
    const auto turn = turnOf(record_.open.has_value(), seen);
    if (turn == AlertTurn::Raise) {
        raise(seen);
    }
    if (!record_.open || turn == AlertTurn::Raise) {
        return;
    }
    auto& alert = *record_.open;
    if (turn == AlertTurn::None) {
        if (seen.isSilent && !alert.isUnverified) {
            alert.isUnverified = true;
            add(alert, AlertEventKind::Unverified, alert.level,
                "unverified since " + clockText(now_.utc) + ": no data; the alert stays");
        }
        return;
    }
    if (std::exchange(alert.isUnverified, false)) {
        add(alert, AlertEventKind::Verified, alert.level, "data are back " + clockText(now_.utc));
    }
    if (turn == AlertTurn::Follow) {
        follow(seen);
    } else {
        clear(seen);
    }
}

void AlertMachine::raise(const Sighting& seen)
{
    AlertRecord alert;
    alert.id = idFor(type_, now_.utc, nextSequence_);
    alert.raisedAt = now_.at;
    alert.raisedAtUtc = now_.utc;
    record_.open = std::move(alert);
    take(seen);
    reachTriggers(*record_.open, seen.level, seen.isAtLimit, now_.at);
    setDeadline(*record_.open, type_, rules_, now_);
    add(*record_.open, AlertEventKind::Raised, Level::Green,
        "raised " + levelText(seen.level) + ' ' + clockText(now_.utc) + ' ' + pathText(row()));
    countRaise();
}

void AlertMachine::follow(const Sighting& seen)
{
    auto& alert = *record_.open;
    const auto before = alert.level;
    const auto peakBefore = alert.peak;
    const auto* const rowBefore = row();
    const bool wasAtLimit = alert.reached[static_cast<std::size_t>(Trigger::AtLimit)].has_value();
    take(seen);
    if (seen.level == before && seen.isAtLimit == wasAtLimit) {
        return;
    }
    reachTriggers(alert, seen.level, seen.isAtLimit, now_.at);
    const bool isOtherRow = differs(row(), rowBefore);
    const bool isStricter = isOtherRow && seen.isAtLimit && !wasAtLimit;
    const auto step = [&](AlertEventKind kind, std::string reason) {
        const bool isBackUp
            = kind == AlertEventKind::Rose && record_.isChattering && seen.level <= peakBefore;
        if (isBackUp) {
            keepAcknowledgement();
        } else if (kind == AlertEventKind::Rose || kind == AlertEventKind::Escalated) {
            endAcknowledgement(reason);
        }
        setDeadline(alert, type_, rules_, now_);
        add(alert, kind, before, std::move(reason));
    };
    const auto fromTo = " from " + levelText(before) + " to " + levelText(seen.level) + ' '
        + clockText(now_.utc) + ' ' + pathText(row());
    if (seen.level > before) {
        step(AlertEventKind::Rose, "rose" + fromTo);
        if (seen.level <= peakBefore) {
            countRaise();  // up and down and up again is what chattering means
        }
        return;
    }
    if (seen.level < before) {
        step(AlertEventKind::Fell, "fell" + fromTo);
    }
    if (isStricter) {
        step(AlertEventKind::Escalated,
            "at its limit " + clockText(now_.utc) + ' ' + pathText(row()));
    } else if (isOtherRow && seen.level == before) {
        step(AlertEventKind::Eased,
            "below its limit again " + clockText(now_.utc) + ' ' + pathText(row()));
    } else {
        setDeadline(alert, type_, rules_, now_);
    }
}

void AlertMachine::clear(const Sighting& seen)
{
    auto& alert = *record_.open;
    const auto before = alert.level;
    alert.level = seen.level;
    alert.value = seen.value;
    alert.clearedAtUtc = now_.utc;
    add(alert, AlertEventKind::Cleared, before,
        "cleared " + clockText(now_.utc) + " after " + durationText(now_.at - alert.raisedAt) + ": "
            + valueText(type_, seen.value, seen.limit) + ", " + levelText(seen.level));
    alert.acknowledged.reset();
    alert.shelved.reset();
    alert.deadline.reset();
    alert.deadlineUtc.reset();
    alert.overdueFrom.reset();
    record_.lastCleared = std::move(alert);
    record_.open.reset();
}

Result<void> AlertMachine::acknowledge(const std::string& by, const std::string& note)
{
    if (!record_.open) {
        return noOpenAlert(type_);
    }
    auto& alert = *record_.open;
    const auto said = note.empty() ? std::string() : ": “" + note + "”";
    if (alert.acknowledged) {
        if (note.empty()) {
            return Error { ErrorCode::Conflict,
                "already acknowledged by " + alert.acknowledged->by + " at "
                    + clockText(alert.acknowledged->atUtc),
                alert.id };
        }
        add(alert, AlertEventKind::Noted, alert.level,
            "noted by " + by + ' ' + clockText(now_.utc) + said, by);
        return {};
    }
    std::string timing;
    if (alert.deadline && now_.at > *alert.deadline) {
        timing = ", " + durationText(now_.at - *alert.deadline) + " after the deadline";
    }
    alert.acknowledged = Acknowledgement { by, note, now_.at, now_.utc };
    for (auto& reached : alert.reached) {
        if (reached) {
            reached->isAnswered = true;
        }
    }
    add(alert, AlertEventKind::Acknowledged, alert.level,
        "acknowledged by " + by + ' ' + clockText(now_.utc) + timing + said, by);
    return {};
}

Result<void> AlertMachine::shelve(
    const std::string& by, std::chrono::seconds duration, const std::string& reason)
{
    if (!record_.open) {
        return noOpenAlert(type_);
    }
    auto& alert = *record_.open;
    if (auto done = putOnShelf(alert, by, reason, duration, rules_.shelf, now_.at); !done) {
        return done;
    }
    add(alert, AlertEventKind::Shelved, alert.level,
        "shelved by " + by + ' ' + clockText(now_.utc) + " for " + durationText(duration) + ": “"
            + reason + "”",
        by);
    return {};
}

Result<void> AlertMachine::unshelve(const std::string& by)
{
    if (!record_.open) {
        return noOpenAlert(type_);
    }
    auto& alert = *record_.open;
    if (!alert.shelved) {
        return Error { ErrorCode::Conflict, "the alert is not shelved", alert.id };
    }
    takeOffShelf(alert, now_.at);
    add(alert, AlertEventKind::Unshelved, alert.level,
        "back on the list " + clockText(now_.utc) + " by " + by, by);
    return {};
}

/// What is known of the alert becomes what was seen; the level with it.
void AlertMachine::take(const Sighting& seen)
{
    auto& alert = *record_.open;
    alert.level = seen.level;
    alert.peak = std::max(alert.peak, seen.level);
    alert.value = seen.value;
    alert.threshold = seen.threshold;
    alert.limit = seen.limit;
    alert.detail = seen.detail;
}

void AlertMachine::endAcknowledgement(std::string& reason)
{
    auto& alert = *record_.open;
    if (alert.acknowledged) {
        reason += "; the acknowledgement of " + alert.acknowledged->by + " has ended";
        alert.acknowledged.reset();
    }
    if (alert.shelved) {
        reason += "; back from the shelf of " + alert.shelved->by;
        takeOffShelf(alert, now_.at);
    }
}

/// Who has it knows that it goes up and down; a level that it comes back to is no news.
void AlertMachine::keepAcknowledgement()
{
    auto& alert = *record_.open;
    if (!alert.acknowledged) {
        return;
    }
    for (auto& reached : alert.reached) {
        if (reached) {
            reached->isAnswered = true;
        }
    }
}

void AlertMachine::countRaise()
{
    auto& raises = record_.raises;
    raises.push_back(now_.at);
    if (raises.size() > rules_.chatterRaises) {
        raises.erase(raises.begin());
    }
    if (!record_.isChattering && raisesChatter()) {
        record_.isChattering = true;
        add(*record_.open, AlertEventKind::ChatteringBegan, record_.open->level,
            "chattering " + clockText(now_.utc) + ": raised " + std::to_string(raises.size())
                + " times within " + durationText(rules_.chatterWindow));
    }
}

bool AlertMachine::raisesChatter() const
{
    const auto& raises = record_.raises;
    return raises.size() >= rules_.chatterRaises
        && now_.at - raises[raises.size() - rules_.chatterRaises] < rules_.chatterWindow;
}

const EscalationRow* AlertMachine::row() const
{
    return record_.open ? rowInForce(*record_.open, type_, rules_.matrix) : nullptr;
}

void AlertMachine::add(AlertRecord& alert, AlertEventKind kind, Level before, std::string reason,
    const std::string& actor)
{
    AlertEvent event { nextSequence_++, alert.id, type_, kind, alert.level, before, alert.value,
        alert.threshold, now_.utc, actor, std::move(reason) };
    auto steps = std::make_shared<std::vector<AlertEvent>>(*alert.steps);
    if (steps->size() >= kMostSteps) {
        // The first step says how it began; the oldest after it go.
        steps->erase(steps->begin() + 1);
        ++alert.stepsOmitted;
    }
    steps->push_back(event);
    alert.steps = std::move(steps);
    events_.push_back(std::move(event));
}

}  // namespace headroom
