// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/alerts/alert_codec.h"

#include "monitor_core/alert_event_text.h"
#include "monitor_core/alerts/alert_text.h"
#include "monitor_core/base/field_text.h"

#include <charconv>

namespace headroom {

namespace {

constexpr int kVersion = 1;
constexpr std::size_t kMostSteps = 1000;
constexpr std::size_t kMostSmall = 1000;
constexpr std::string_view kBookKey = "book";
constexpr std::string_view kTypePrefix = "alert/";
constexpr std::string_view kMessagePrefix = "outbox/";
constexpr std::string_view kAuditPrefix = "audit/";

void putPeople(FieldWriter& out, const AlertRecord& a)
{
    out.put(a.acknowledged.has_value());
    if (a.acknowledged) {
        const auto& ack = *a.acknowledged;
        out.put(ack.by).put(ack.note).put(ack.at).put(ack.atUtc);
    }
    out.put(a.shelved.has_value());
    if (a.shelved) {
        out.put(a.shelved->by).put(a.shelved->reason).put(a.shelved->from).put(a.shelved->until);
    }
    out.put(a.shelfEnded);
}

void getPeople(FieldReader& in, AlertRecord& a)
{
    if (in.isThere()) {
        auto& ack = a.acknowledged.emplace();
        in.get(ack.by);
        in.get(ack.note);
        in.get(ack.at);
        in.get(ack.atUtc);
    }
    if (in.isThere()) {
        auto& shelved = a.shelved.emplace();
        in.get(shelved.by);
        in.get(shelved.reason);
        in.get(shelved.from);
        in.get(shelved.until);
    }
    in.get(a.shelfEnded);
}

void put(FieldWriter& out, const AlertRecord& a)
{
    out.put(a.id).put(a.level).put(a.peak).put(a.value).put(a.threshold).put(a.limit).put(a.detail);
    out.put(a.raisedAt).put(a.raisedAtUtc).put(a.clearedAtUtc).put(a.isUnverified);
    for (const auto& reached : a.reached) {
        out.put(reached.has_value());
        if (reached) {
            out.put(reached->since).put(reached->isAnswered);
        }
    }
    out.put(a.deadline).put(a.deadlineUtc).put(a.overdueFrom).put(a.isOverdueDone);
    putPeople(out, a);
    out.put(a.firing.size());
    for (const auto& firing : a.firing) {
        out.put(firing.channel).put(firing.level);
    }
    out.put(a.sentAt).put(a.stepsOmitted).put(a.steps->size());
    for (const auto& step : *a.steps) {
        put(out, step);
    }
}

void get(FieldReader& in, AlertRecord& a)
{
    in.get(a.id);
    in.get(a.level, Level::Red);
    in.get(a.peak, Level::Red);
    in.get(a.value);
    in.get(a.threshold);
    in.get(a.limit);
    in.get(a.detail);
    in.get(a.raisedAt);
    in.get(a.raisedAtUtc);
    in.get(a.clearedAtUtc);
    in.get(a.isUnverified);
    for (auto& reached : a.reached) {
        if (in.isThere()) {
            reached.emplace();
            in.get(reached->since);
            in.get(reached->isAnswered);
        }
    }
    in.get(a.deadline);
    in.get(a.deadlineUtc);
    in.get(a.overdueFrom);
    in.get(a.isOverdueDone);
    getPeople(in, a);
    a.firing.resize(in.count(kMostSmall));
    for (auto& firing : a.firing) {
        in.get(firing.channel);
        in.get(firing.level, Level::Red);
    }
    in.get(a.sentAt);
    in.get(a.stepsOmitted);
    std::vector<AlertEvent> steps(in.count(kMostSteps));
    for (auto& step : steps) {
        get(in, step);
    }
    a.steps = std::make_shared<const std::vector<AlertEvent>>(std::move(steps));
}

void put(FieldWriter& out, const Notice& n)
{
    out.put(n.alertId).put(n.type).put(n.kind).put(n.isFiring).put(n.level).put(n.ended.size());
    for (const auto level : n.ended) {
        out.put(level);
    }
    out.put(n.value).put(n.threshold).put(n.summary).put(n.reason).put(n.escalationPath);
    out.put(n.responseTimeline).put(n.startsAt).put(n.at).put(n.firingUntil).put(n.deadline);
    out.put(n.folded);
}

void get(FieldReader& in, Notice& n)
{
    in.get(n.alertId);
    in.get(n.type, AlertType::Source);
    in.get(n.kind, AlertEventKind::Cleared);
    in.get(n.isFiring);
    in.get(n.level, Level::Red);
    n.ended.resize(in.count(kMostSmall));
    for (auto& level : n.ended) {
        in.get(level, Level::Red);
    }
    in.get(n.value);
    in.get(n.threshold);
    in.get(n.summary);
    in.get(n.reason);
    in.get(n.escalationPath);
    in.get(n.responseTimeline);
    in.get(n.startsAt);
    in.get(n.at);
    in.get(n.firingUntil);
    in.get(n.deadline);
    in.get(n.folded);
}

void getType(FieldReader& in, TypeRecord& record)
{
    if (in.isThere()) {
        get(in, record.open.emplace());
    }
    if (in.isThere()) {
        get(in, record.lastCleared.emplace());
    }
    record.raises.resize(in.count(kMostSmall));
    for (auto& raise : record.raises) {
        in.get(raise);
    }
    in.get(record.isChattering);
    record.isChattering = record.isChattering && (record.open || record.lastCleared);
}

void getBook(FieldReader& in, AlertBookState& state)
{
    in.get(state.mark.at);
    in.get(state.mark.moment.steady);
    in.get(state.mark.moment.utc);
    in.get(state.mark.bootId);
    in.get(state.nextSequence);
    in.get(state.nextOrder);
    for (auto left = in.count(kMostSmall); left > 0; --left) {
        std::int64_t quarter = 0;
        in.get(quarter);
        for (auto& count : state.raised[quarter]) {
            in.get(count);
        }
    }
    if (in.isThere()) {
        auto& change = state.clockChange.emplace();
        in.get(change.by);
        in.get(change.toUtc);
    }
}

/// Begins to read; the reader is no longer good when the version is another one.
FieldReader begin(const StoredRow& row)
{
    FieldReader in(row.value ? *row.value : std::string_view());
    int version = 0;
    in.get(version);
    return version == kVersion ? in : FieldReader("?");
}

std::optional<AlertType> typeOfKey(std::string_view key)
{
    for (std::size_t i = 0; i < kAlertTypeCount; ++i) {
        const auto type = static_cast<AlertType>(i);
        if (key == toString(type)) {
            return type;
        }
    }
    return std::nullopt;
}

/// Whether the row was understood; `state` changes only then.
bool decodeRow(const StoredRow& row, AlertBookState& state)
{
    auto in = begin(row);
    const std::string_view key = row.key;
    if (key == kBookKey) {
        AlertBookState book;
        getBook(in, book);
        if (in.isAtEnd()) {
            state.mark = book.mark;
            state.nextSequence = std::max(state.nextSequence, book.nextSequence);
            state.nextOrder = std::max(state.nextOrder, book.nextOrder);
            state.raised = std::move(book.raised);
            state.clockChange = book.clockChange;
        }
    } else if (key.rfind(kTypePrefix, 0) == 0) {
        const auto type = typeOfKey(key.substr(kTypePrefix.size()));
        TypeRecord record;
        getType(in, record);
        if (!type || !in.isAtEnd()) {
            return false;
        }
        state.types[indexOf(*type)] = std::move(record);
    } else if (key.rfind(kMessagePrefix, 0) == 0) {
        OutboxMessage message;
        in.get(message.id);
        in.get(message.channel);
        in.get(message.order);
        get(in, message.notice);
        in.get(message.notBefore);
        if (in.isAtEnd()) {
            state.outbox.restore(std::move(message));
        }
    } else if (key.rfind(kAuditPrefix, 0) == 0) {
        std::uint64_t sequence = 0;
        AuditText text;
        in.get(sequence);
        in.get(text.actor);
        in.get(text.action);
        in.get(text.details);
        if (in.isAtEnd()) {
            state.unaudited[sequence] = std::move(text);
        }
    } else {
        return false;
    }
    return in.isAtEnd();
}

}  // namespace

std::string messageKey(const std::string& messageId)
{
    return std::string(kMessagePrefix) + messageId;
}

std::string auditKey(std::uint64_t sequence)
{
    return std::string(kAuditPrefix) + std::to_string(sequence);
}

StoredRow bookRow(const AlertBookState& state)
{
    FieldWriter out;
    out.put(kVersion).put(state.mark.at).put(state.mark.moment.steady).put(state.mark.moment.utc);
    out.put(state.mark.bootId).put(state.nextSequence).put(state.nextOrder);
    out.put(state.raised.size());
    for (const auto& [quarter, counts] : state.raised) {
        out.put(quarter).put(counts[0]).put(counts[1]).put(counts[2]);
    }
    out.put(state.clockChange.has_value());
    if (state.clockChange) {
        out.put(state.clockChange->by).put(state.clockChange->toUtc);
    }
    return { std::string(kBookKey), out.take() };
}

StoredRow typeRow(AlertType type, const TypeRecord& record)
{
    FieldWriter out;
    out.put(kVersion).put(record.open.has_value());
    if (record.open) {
        put(out, *record.open);
    }
    out.put(record.lastCleared.has_value());
    if (record.lastCleared) {
        put(out, *record.lastCleared);
    }
    out.put(record.raises.size());
    for (const auto raise : record.raises) {
        out.put(raise);
    }
    out.put(record.isChattering);
    return { std::string(kTypePrefix).append(toString(type)), out.take() };
}

StoredRow messageRow(const OutboxMessage& message)
{
    FieldWriter out;
    out.put(kVersion).put(message.id).put(message.channel).put(message.order);
    put(out, message.notice);
    out.put(message.notBefore);
    return { messageKey(message.id), out.take() };
}

StoredRow auditRow(std::uint64_t sequence, const AuditText& text)
{
    FieldWriter out;
    out.put(kVersion).put(sequence).put(text.actor).put(text.action).put(text.details);
    return { auditKey(sequence), out.take() };
}

AlertBookState decodeState(const std::vector<StoredRow>& rows, std::vector<std::string>& problems)
{
    AlertBookState state;
    for (const auto& row : rows) {
        if (row.value && !decodeRow(row, state)) {
            problems.push_back(
                "alerts: stored row " + tamed(row.key, 100) + " is damaged and was left out");
        }
    }
    // A lost book row must not hand out a number that an event or message already has.
    for (const auto& record : state.types) {
        for (const auto* alert : { &record.open, &record.lastCleared }) {
            if (*alert && !(*alert)->steps->empty()) {
                state.nextSequence
                    = std::max(state.nextSequence, (*alert)->steps->back().sequence + 1);
            }
        }
    }
    for (const auto& message : state.outbox.messages()) {
        state.nextOrder = std::max(state.nextOrder, message.order + 1);
    }
    return state;
}

}  // namespace headroom
