// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/history/alert_table.h"

#include "monitor_core/alert_event_text.h"
#include "monitor_core/history/row_codec.h"

#include <algorithm>

namespace headroom {

namespace {

constexpr std::string_view kCreate = R"sql(
create table if not exists alert_row(key text primary key, value blob not null) strict, without rowid;
create table if not exists alert_event(sequence integer primary key, event blob not null) strict;
)sql";

constexpr std::string_view kRowKind = "alert_row";
constexpr std::string_view kEventKind = "alert_event";

/// The key takes part in the hash as text, so that a value put under another key does not fit.
std::string sealRow(const std::string& key, const std::string& value)
{
    return seal(std::string(kRowKind) + "/" + key, 0, value);
}

std::string eventText(const AlertEvent& event)
{
    FieldWriter out;
    put(out, event);
    return out.take();
}

std::optional<AlertEvent> eventFrom(std::string_view text)
{
    FieldReader in(text);
    AlertEvent event;
    get(in, event);
    return in.isAtEnd() ? std::optional(std::move(event)) : std::nullopt;
}

Result<void> storeRow(detail::Sqlite& db, const StoredRow& row)
{
    auto statement = db.prepare(row.value ? "insert or replace into alert_row values(?1, ?2)"
                                          : "delete from alert_row where key = ?1");
    if (!statement) {
        return statement.error();
    }
    statement->bindText(1, row.key);
    if (row.value) {
        statement->bindBlob(2, sealRow(row.key, *row.value));
    }
    return statement->execute();
}

}  // namespace

Result<AlertTable> AlertTable::open(detail::Sqlite& db)
{
    if (auto made = db.run(kCreate); !made) {
        return made.error();
    }
    return AlertTable(db);
}

Result<void> AlertTable::store(const AlertChanges& changes)
{
    auto transaction = detail::Transaction::begin(*db_);
    if (!transaction) {
        return transaction.error();
    }
    for (const auto& row : changes.rows) {
        if (auto stored = storeRow(*db_, row); !stored) {
            return stored;
        }
    }
    auto insert = db_->prepare("insert or ignore into alert_event values(?1, ?2)");
    if (!insert) {
        return insert.error();
    }
    for (const auto& event : changes.events) {
        const auto sequence = static_cast<std::int64_t>(event.sequence);
        insert->bind(1, sequence).bindBlob(2, seal(kEventKind, sequence, eventText(event)));
        if (auto stored = insert->execute(); !stored) {
            return stored;
        }
    }
    return transaction->commit();
}

Result<std::vector<StoredRow>> AlertTable::load()
{
    auto statement = db_->prepare("select key, value from alert_row order by key");
    if (!statement) {
        return statement.error();
    }
    std::vector<StoredRow> rows;
    while (true) {
        const auto there = statement->step();
        if (!there) {
            return there.error();
        }
        if (!*there) {
            return rows;
        }
        const std::string key(statement->blob(0));
        const auto value = unseal(std::string(kRowKind) + "/" + key, 0, statement->blob(1));
        // A damaged row goes on as text that the book cannot read: it leaves it out and names it.
        rows.push_back({ key, value ? std::string(*value) : std::string("damaged") });
    }
}

Result<AlertHistoryAnswer> AlertTable::newest(std::size_t limit)
{
    const auto total = db_->number("select count(*) from alert_event");
    if (!total) {
        return total.error();
    }
    auto statement
        = db_->prepare("select sequence, event from alert_event order by sequence desc limit ?1");
    if (!statement) {
        return statement.error();
    }
    statement->bind(1, static_cast<std::int64_t>(limit));
    AlertHistoryAnswer steps;
    steps.total = static_cast<std::uint64_t>(*total);
    while (true) {
        const auto there = statement->step();
        if (!there) {
            return there.error();
        }
        if (!*there) {
            std::reverse(steps.events.begin(), steps.events.end());
            return steps;
        }
        const auto payload = unseal(kEventKind, statement->integer(0), statement->blob(1));
        auto event = payload ? eventFrom(*payload) : std::nullopt;
        if (event) {
            steps.events.push_back(std::move(*event));
        } else {
            ++steps.damagedRows;
        }
    }
}

}  // namespace headroom
