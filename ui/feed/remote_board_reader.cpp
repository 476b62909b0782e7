// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/remote_board_reader.h"

#include <algorithm>
#include <memory>

namespace headroom::ui {

namespace {

using std::chrono::milliseconds;

constexpr qsizetype kMostAlerts = 64;
constexpr qsizetype kMostSteps = 64;
constexpr double kMostValue = 1e18;
constexpr std::int64_t kMostMilliseconds = std::int64_t { 1'000 } * 86'400 * 366 * 100;
constexpr std::array kLevels { Level::Unknown, Level::Green, Level::Yellow, Level::Orange,
    Level::Red };
constexpr std::array kStates { AlertState::Open, AlertState::Overdue, AlertState::Acknowledged,
    AlertState::Shelved, AlertState::Cleared };

template <typename Enum, Enum Last>
constexpr auto allUpTo()
{
    std::array<Enum, static_cast<std::size_t>(Last) + 1> values {};
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = static_cast<Enum>(i);
    }
    return values;
}

/// The first of each stands for what a newer service knows and this program does not: an alert of
/// a new type is an alert, and a new kind of step a note.
template <typename Enum, std::size_t N>
constexpr auto withFirst(std::array<Enum, N> values, Enum first)
{
    for (auto& value : values) {
        if (value == first) {
            value = values[0];
            values[0] = first;
            break;
        }
    }
    return values;
}

constexpr auto kTypes = withFirst(allUpTo<AlertType, AlertType::Source>(), AlertType::Source);
constexpr auto kKinds
    = withFirst(allUpTo<AlertEventKind, AlertEventKind::Cleared>(), AlertEventKind::Noted);

std::optional<SteadyTime> laterBy(
    const JsonFields& fields, const char* key, const ReceivedAt& received)
{
    const auto left = fields.integerOrNull(key, -kMostMilliseconds, kMostMilliseconds);
    return left ? std::optional(received.steady + milliseconds(*left)) : std::nullopt;
}

AlertSteps readSteps(const JsonFields& fields)
{
    auto steps = std::make_shared<std::vector<AlertEvent>>();
    for (const auto& step : fields.objects("steps", kMostSteps)) {
        steps->push_back(readAlertStep(step));
    }
    return steps;
}

void readAcknowledgement(AlertView& alert, const JsonFields& fields)
{
    if (const auto acknowledged = fields.objectOrNull("acknowledged")) {
        alert.acknowledgedBy = acknowledged->text("by", 200);
        alert.acknowledgedNote = acknowledged->text("note", 1000);
        alert.acknowledgedAtUtc = acknowledged->timeOrNull("at");
    }
}

void readShelving(AlertView& alert, const JsonFields& fields, const ReceivedAt& received)
{
    if (const auto shelved = fields.objectOrNull("shelved")) {
        alert.shelvedBy = shelved->text("by", 200);
        alert.shelvedReason = shelved->text("reason", 1000);
        alert.shelvedUntilUtc = shelved->timeOrNull("until");
        alert.shelvedUntil = laterBy(*shelved, "remaining_ms", received);
    }
}

AlertView readAlert(const JsonFields& fields, const ReceivedAt& received)
{
    AlertView alert;
    alert.id = fields.identifier("id");
    alert.type = fields.word("type", kTypes);
    alert.level = fields.word("level", kLevels);
    alert.peak = fields.word("peak_level", kLevels);
    alert.severity = fields.text("severity", 40);
    alert.message = fields.text("message", 1000);
    alert.value = fields.number("value", -kMostValue, kMostValue);
    alert.threshold = fields.number("threshold", -kMostValue, kMostValue);
    alert.state = fields.word("state", kStates);
    alert.isUnverified = fields.flag("is_unverified");
    alert.isChattering = fields.flag("is_chattering");
    alert.isOverdue = fields.flag("is_overdue");
    alert.raisedAtUtc = fields.time("raised_at");
    alert.raisedAt = received.steady
        - milliseconds(fields.integer("age_ms", -kMostMilliseconds, kMostMilliseconds));
    alert.clearedAtUtc = fields.timeOrNull("cleared_at");
    alert.escalationPath = fields.text("escalation_path", 200);
    alert.responseTimeline = fields.text("response_timeline", 40);
    alert.isHouseDefault = fields.flag("is_house_default");
    alert.deadlineUtc = fields.timeOrNull("deadline");
    alert.deadline = laterBy(fields, "remaining_ms", received);
    alert.overdueFrom = laterBy(fields, "overdue_in_ms", received);
    readAcknowledgement(alert, fields);
    readShelving(alert, fields, received);
    alert.shelfMaximum
        = std::chrono::seconds(fields.integer("shelf_maximum_seconds", 0, 30 * 86'400));
    alert.steps = readSteps(fields);
    alert.stepsOmitted = fields.count("steps_omitted");
    return alert;
}

std::vector<AlertView> readAlerts(
    const JsonFields& fields, const char* key, const ReceivedAt& received)
{
    std::vector<AlertView> alerts;
    for (const auto& alert : fields.objects(key, kMostAlerts)) {
        alerts.push_back(readAlert(alert, received));
    }
    return alerts;
}

}  // namespace

AlertEvent readAlertStep(const JsonFields& fields)
{
    AlertEvent event;
    event.sequence = fields.count("sequence");
    event.alertId = fields.identifier("alert_id");
    event.type = fields.word("type", kTypes);
    event.kind = fields.word("kind", kKinds);
    event.level = fields.word("level", kLevels);
    event.levelBefore = fields.word("level_before", kLevels);
    event.value = fields.number("value", -kMostValue, kMostValue);
    event.threshold = fields.number("threshold", -kMostValue, kMostValue);
    event.at = fields.time("at");
    event.actor = fields.text("actor", 200);
    event.reason = fields.text("reason", 1000);
    return event;
}

Result<AlertBoardPtr> readAlertBoard(const QByteArray& json, ReceivedAt received)
{
    if (json.trimmed() == "null") {
        return AlertBoardPtr();
    }
    const auto object = objectFrom(json);
    return object ? readAlertBoard(*object, received) : Result<AlertBoardPtr>(object.error());
}

Result<AlertBoardPtr> readAlertBoard(const QJsonObject& json, ReceivedAt received)
{
    JsonFault fault;
    const JsonFields fields(json, QStringLiteral("alerts."), fault);
    auto board = std::make_shared<AlertBoard>();
    board->open = readAlerts(fields, "open", received);
    board->lastCleared = readAlerts(fields, "last_cleared", received);
    const auto raised = fields.object("raised_24h");
    const auto times = [&](const char* key) {
        return static_cast<std::uint32_t>(raised.integer(key, 0, 1u << 31));
    };
    board->raised24h = { times("YELLOW"), times("ORANGE"), times("RED") };
    board->lastSequence = fields.count("last_sequence");
    board->waitingMessages = static_cast<std::size_t>(fields.count("waiting_messages"));
    board->deliveryProblem = fields.text("delivery_problem");
    board->storeProblem = fields.text("store_problem");
    if (const auto change = fields.objectOrNull("clock_change")) {
        board->clockChange = ClockChange {
            milliseconds(change->integer("by_ms", -kMostMilliseconds, kMostMilliseconds)),
            change->time("to"),
        };
    }
    if (fault.isThere()) {
        return fault.error();
    }
    return AlertBoardPtr(std::move(board));
}

AlertBoardPtr withdrawn(const AlertBoard& board)
{
    auto copy = std::make_shared<AlertBoard>(board);
    for (auto& alert : copy->open) {
        alert.isUnverified = true;
    }
    return copy;
}

}  // namespace headroom::ui
