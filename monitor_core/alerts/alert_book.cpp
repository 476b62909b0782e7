// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/alerts/alert_book.h"

#include "monitor_core/alerts/alert_board_builder.h"
#include "monitor_core/alerts/alert_codec.h"
#include "monitor_core/alerts/alert_machine.h"
#include "monitor_core/alerts/alert_text.h"
#include "monitor_core/alerts/message_text.h"
#include "monitor_core/alerts/notify_step.h"

#include <algorithm>
#include <utility>

namespace headroom {

namespace {

using std::chrono::nanoseconds;

/// Stands for a boot id that nobody could tell; good within one run only.
constexpr auto kUnknownBoot = "unknown";
/// For problems of a channel that is gone: the next success of any other ends them.
const std::string kNoChannel;
constexpr auto kClockSet = std::chrono::seconds(1);
/// While something is open the mark on disk is at most so old, so that a reboot after the wall
/// clock was set costs a deadline no more than this.
constexpr auto kCheckpointOpen = std::chrono::seconds(60);
constexpr auto kCheckpointIdle = std::chrono::hours(1);
constexpr std::size_t kLongestActor = 200;
constexpr std::size_t kLongestNote = 1000;

bool isAudited(const AlertRecord& alert) { return alert.peak >= Level::Orange; }

/// The steps that an alert repeats while it chatters, up to a level that it had before. The trail
/// has its beginning and end; these are in the alert history only.
bool isRepetition(const AlertEvent& step, Level peakBefore)
{
    switch (step.kind) {
    case AlertEventKind::Raised:
    case AlertEventKind::Rose:
        return step.level <= peakBefore;
    case AlertEventKind::Fell:
    case AlertEventKind::Eased:
    case AlertEventKind::Unverified:
    case AlertEventKind::Verified:
    case AlertEventKind::Cleared:
        return true;
    default:
        return false;
    }
}

Level peakOf(const TypeRecord& record)
{
    const auto& alert = record.open ? record.open : record.lastCleared;
    return alert ? alert->peak : Level::Green;
}

Result<void> checkText(const char* what, const std::string& text, std::size_t longest)
{
    if (text.size() > longest || !isUtf8(text) || text.find('\0') != std::string::npos) {
        return Error { ErrorCode::InvalidArgument,
            std::string(what) + " must be UTF-8 text of at most " + std::to_string(longest)
                + " bytes",
            {} };
    }
    return {};
}

/// Who asks for what about which alert; null texts for commands that are not about alerts.
struct AlertCommand {
    const std::string* alertId = nullptr;
    const std::string* text = nullptr;
    const char* action = nullptr;
};

AlertCommand alertCommandOf(const Command& command)
{
    if (const auto* ack = std::get_if<AcknowledgeAlert>(&command.what)) {
        return { &ack->alertId, &ack->note, "acknowledge_alert" };
    }
    if (const auto* shelve = std::get_if<ShelveAlert>(&command.what)) {
        return { &shelve->alertId, &shelve->reason, "shelve_alert" };
    }
    if (const auto* unshelve = std::get_if<UnshelveAlert>(&command.what)) {
        return { &unshelve->alertId, nullptr, "unshelve_alert" };
    }
    return {};
}

Result<AlertType> findOpen(const AlertBookState& state, const std::string& alertId)
{
    for (std::size_t i = 0; i < kAlertTypeCount; ++i) {
        const auto& record = state.types[i];
        if (record.open && record.open->id == alertId) {
            return static_cast<AlertType>(i);
        }
        if (record.lastCleared && record.lastCleared->id == alertId) {
            return Error { ErrorCode::Conflict,
                "alert " + alertId + " cleared at " + rfc3339(*record.lastCleared->clearedAtUtc),
                {} };
        }
    }
    return Error { ErrorCode::NotFound, "no open alert " + tamed(alertId, 80), {} };
}

Result<void> carryOut(AlertMachine& machine, const Command& command)
{
    if (const auto* ack = std::get_if<AcknowledgeAlert>(&command.what)) {
        return machine.acknowledge(command.actor, ack->note);
    }
    if (const auto* shelve = std::get_if<ShelveAlert>(&command.what)) {
        return machine.shelve(command.actor, shelve->duration, shelve->reason);
    }
    return machine.unshelve(command.actor);
}

}  // namespace

AlertBook::AlertBook(AlertRules rules, std::string bootId, const Moment& now)
    : rules_(std::move(rules))
    , bootId_(bootId.empty() ? kUnknownBoot : std::move(bootId))
{
    rules_.chatterRaises = std::max<std::size_t>(rules_.chatterRaises, 2);
    state_.mark = { AlertTime(), now, bootId_ };
}

AlertChanges AlertBook::everything() const
{
    AlertChanges all;
    all.rows.push_back(bookRow(state_));
    for (std::size_t i = 0; i < kAlertTypeCount; ++i) {
        all.rows.push_back(typeRow(static_cast<AlertType>(i), state_.types[i]));
    }
    for (const auto& message : state_.outbox.messages()) {
        all.rows.push_back(messageRow(message));
    }
    for (const auto& [sequence, text] : state_.unaudited) {
        all.rows.push_back(auditRow(sequence, text));
    }
    return all;
}

std::vector<std::string> AlertBook::restore(const std::vector<StoredRow>& rows)
{
    std::vector<std::string> problems;
    auto state = decodeState(rows, problems);
    const bool hasMark = std::any_of(
        rows.begin(), rows.end(), [](const StoredRow& row) { return row.key == bookRow({}).key; });
    if (!hasMark && !rows.empty()) {
        problems.emplace_back(
            "alerts: the row with the book's time is missing; deadlines may be late");
    }
    if (state.mark.bootId == kUnknownBoot) {
        state.mark.bootId.clear();
    }
    if (state.mark.moment.utc != SystemTime()) {
        state.storedAt = state.mark.at;
        state_ = std::move(state);
    } else {
        state.mark = state_.mark;
        // Without the mark the newest time that any record knows is the best guess at "now".
        for (const auto& record : state.types) {
            for (const auto* alert : { &record.open, &record.lastCleared }) {
                if (*alert) {
                    state.mark.at = std::max(state.mark.at, (*alert)->raisedAt);
                }
            }
        }
        state_ = std::move(state);
    }
    ++revision_;
    return problems;
}

AlertProposal AlertBook::begin(const Moment& now) const
{
    AlertProposal proposal { revision_, state_, observer_, {}, {} };
    proposal.next.mark = moved(state_.mark, now, bootId_);
    return proposal;
}

Instant AlertBook::instantOf(const AlertProposal& proposal) const
{
    return { proposal.next.mark.at, proposal.next.mark.moment.utc };
}

AlertProposal AlertBook::observe(const Snapshot& snapshot, const Moment& now) const
{
    auto proposal = begin(now);
    const auto instant = instantOf(proposal);
    const auto step = wallClockStep(state_.mark, now, bootId_);
    const bool isClockSet = step >= kClockSet || step <= -kClockSet;
    if (isClockSet) {
        proposal.next.clockChange = ClockChange { step, now.utc };
    }
    const auto seen = proposal.observer.observe(snapshot, now.steady, rules_);
    for (std::size_t i = 0; i < kAlertTypeCount; ++i) {
        const auto type = static_cast<AlertType>(i);
        AlertMachine machine(
            type, proposal.next.types[i], rules_, instant, proposal.next.nextSequence);
        machine.letTimePass();
        machine.observe(seen[i]);
        const auto& open = machine.record().open;
        const bool resends = open && !open->firing.empty()
            && (isClockSet || instant.at - open->sentAt >= rules_.resendEvery);
        finishType(proposal, type, std::move(machine.record()), machine.events(), resends);
    }
    finish(proposal, isClockSet);
    return proposal;
}

Result<AlertProposal> AlertBook::propose(const Command& command, const Moment& now) const
{
    const auto asked = alertCommandOf(command);
    if (asked.action == nullptr) {
        return Error { ErrorCode::Unsupported, "not a command about alerts", {} };
    }
    if (command.actor.empty()) {
        return Error { ErrorCode::InvalidArgument, "a command needs somebody who asks", {} };
    }
    if (auto fits = checkText("the name of who asks", command.actor, kLongestActor); !fits) {
        return fits.error();
    }
    if (asked.text != nullptr) {
        if (auto fits = checkText("the note", *asked.text, kLongestNote); !fits) {
            return fits.error();
        }
    }
    const auto type = findOpen(state_, *asked.alertId);
    if (!type) {
        return type.error();
    }
    auto proposal = begin(now);
    AlertMachine machine(*type, proposal.next.types[indexOf(*type)], rules_, instantOf(proposal),
        proposal.next.nextSequence);
    machine.letTimePass();
    if (auto done = carryOut(machine, command); !done) {
        return done.error();
    }
    const auto& said = machine.events().back();
    proposal.audit.push_back({ command.actor, asked.action,
        said.alertId + " (step " + std::to_string(said.sequence) + "): " + said.reason });
    finishType(proposal, *type, std::move(machine.record()), machine.events(), false);
    finish(proposal, false);
    return proposal;
}

void AlertBook::finishType(AlertProposal& proposal, AlertType type, TypeRecord record,
    std::vector<AlertEvent> events, bool resends) const
{
    auto& next = proposal.next;
    const Level peakBefore = peakOf(next.types[indexOf(type)]);
    bool isChattering = next.types[indexOf(type)].isChattering;
    next.types[indexOf(type)] = std::move(record);
    if (events.empty() && !resends) {
        return;
    }
    const auto instant = instantOf(proposal);
    next.nextSequence += events.size();
    auto& rows = proposal.changes.rows;
    const auto& kept = next.types[indexOf(type)];
    for (const auto& event : events) {
        if (event.kind == AlertEventKind::Raised) {
            const auto quarter = quarterOf(instant.at);
            ++next.raised[quarter][static_cast<std::size_t>(event.level)
                - static_cast<std::size_t>(Level::Yellow)];
        }
        const auto& alert = kept.open ? *kept.open : *kept.lastCleared;
        if (event.kind == AlertEventKind::ChatteringBegan
            || event.kind == AlertEventKind::ChatteringEnded) {
            isChattering = event.kind == AlertEventKind::ChatteringBegan;
        }
        if (isChattering && isRepetition(event, peakBefore)) {
            continue;
        }
        // What a person did is audited before it takes effect, not here.
        if (event.actor == "headroom" && isAudited(alert)) {
            const AuditText text { event.actor, "alert_" + std::string(toString(event.kind)),
                event.alertId + " (step " + std::to_string(event.sequence) + "): " + event.reason };
            next.unaudited[event.sequence] = text;
            rows.push_back(auditRow(event.sequence, text));
        }
    }
    AlertChanges messages { queueMessages(next, type, events, resends, rules_, instant), {} };
    proposal.changes.absorb(std::move(messages));
    rows.push_back(typeRow(type, kept));
    auto& all = proposal.changes.events;
    all.insert(
        all.end(), std::make_move_iterator(events.begin()), std::make_move_iterator(events.end()));
}

void AlertBook::finish(AlertProposal& proposal, bool isClockSet) const
{
    auto& next = proposal.next;
    next.raised.erase(next.raised.begin(), next.raised.upper_bound(quarterOf(next.mark.at) - 96));
    const bool isAnyOpen = std::any_of(next.types.begin(), next.types.end(),
        [](const TypeRecord& record) { return record.open.has_value(); });
    const auto since = next.mark.at - next.storedAt;
    const nanoseconds every
        = isAnyOpen ? nanoseconds(kCheckpointOpen) : nanoseconds(kCheckpointIdle);
    const bool isOtherBoot = state_.mark.bootId != bootId_;
    if (!proposal.changes.isEmpty() || isClockSet || isOtherBoot || since >= every) {
        proposal.changes.rows.push_back(bookRow(next));
        next.storedAt = next.mark.at;
    }
}

Result<void> AlertBook::commit(AlertProposal proposal)
{
    if (proposal.revision != revision_) {
        return Error { ErrorCode::Conflict, "the alerts changed meanwhile; ask again", {} };
    }
    state_ = std::move(proposal.next);
    observer_ = proposal.observer;
    ++revision_;
    return {};
}

AlertBoardPtr AlertBook::board(const Moment& now) const
{
    const auto mark = moved(state_.mark, now, bootId_);
    auto board = buildBoard(state_, rules_, mark);
    for (const auto& [channel, problem] : deliveryProblems_) {
        board.deliveryProblem += (board.deliveryProblem.empty() ? "" : "; ") + problem;
    }
    board.storeProblem = storeProblem_;
    return std::make_shared<const AlertBoard>(std::move(board));
}

const std::map<std::uint64_t, AuditText>& AlertBook::unaudited() const { return state_.unaudited; }

AlertChanges AlertBook::auditWritten(std::uint64_t sequence)
{
    ++revision_;
    state_.unaudited.erase(sequence);
    return { { { auditKey(sequence), std::nullopt } }, {} };
}

std::vector<Delivery> AlertBook::takeDeliveries(const Moment& now, AlertChanges& changes)
{
    ++revision_;
    std::vector<Delivery> deliveries;
    for (const auto& message : state_.outbox.takeDue(moved(state_.mark, now, bootId_).at)) {
        if (auto delivery = deliveryOf(message, rules_)) {
            deliveries.push_back(std::move(*delivery));
        } else {
            deliveryProblems_.erase(message.channel);
            deliveryProblems_[kNoChannel]
                = message.channel + " is no longer configured; a message to it was dropped";
            changes.absorb(forget(message.id));
        }
    }
    return deliveries;
}

AlertChanges AlertBook::delivered(const std::string& messageId)
{
    const auto& waiting = state_.outbox.messages();
    const auto message = std::find_if(waiting.begin(), waiting.end(),
        [&messageId](const OutboxMessage& each) { return each.id == messageId; });
    if (message != waiting.end()) {
        deliveryProblems_.erase(message->channel);
        deliveryProblems_.erase(kNoChannel);
    }
    return forget(messageId);
}

AlertChanges AlertBook::forget(const std::string& messageId)
{
    ++revision_;
    if (!state_.outbox.remove(messageId)) {
        return {};
    }
    return { { { messageKey(messageId), std::nullopt } }, {} };
}

void AlertBook::deliveryFailed(
    const std::string& messageId, const std::string& why, const Moment& now)
{
    ++revision_;
    const auto& waiting = state_.outbox.messages();
    const auto message = std::find_if(waiting.begin(), waiting.end(),
        [&messageId](const OutboxMessage& each) { return each.id == messageId; });
    deliveryProblems_[message == waiting.end() ? kNoChannel : message->channel] = tamed(why, 300);
    state_.outbox.retryLater(messageId, moved(state_.mark, now, bootId_).at);
}

void AlertBook::markStored()
{
    ++revision_;
    state_.outbox.markStored();
}

void AlertBook::setStoreProblem(std::string problem) { storeProblem_ = std::move(problem); }

void AlertBook::setRules(AlertRules rules)
{
    ++revision_;
    rules_ = std::move(rules);
    rules_.chatterRaises = std::max<std::size_t>(rules_.chatterRaises, 2);
}

}  // namespace headroom
