// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/sources/postgres_looks.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace headroom {

namespace {

/// Numbers of a server's are finite, not negative, and not absurd.
std::optional<double> numberOf(const std::optional<std::string>& text)
{
    constexpr double kMost = 1e18;
    double value = 0;
    if (!text) {
        return std::nullopt;
    }
    const auto* end = text->data() + text->size();
    const auto [at, error] = std::from_chars(text->data(), end, value);
    const bool isGood = error == std::errc {} && at == end && value >= 0 && value <= kMost;
    return isGood ? std::optional(value) : std::nullopt;
}

bool isTrue(const std::optional<std::string>& text) { return text == "t"; }

std::string textOf(const std::optional<std::string>& text) { return text.value_or(""); }

std::string whyNot(const PostgresFailure& failure)
{
    if (failure.state == "57014") {
        return "took too long and was ended by its time limit";
    }
    if (failure.state == "42501") {
        return "the role may not: " + failure.message;
    }
    return failure.message.empty() ? "failed without a reason" : failure.message;
}

constexpr const char* kUnreadable = "the server answers with something that is no such number";

/// The one row of an answer, which must have so many values.
template <typename T, typename Read>
PostgresLook<T> oneRow(const PostgresAnswer& answer, std::size_t columns, Read read)
{
    PostgresLook<T> look;
    look.took = answer.took;
    if (!answer) {
        look.why = whyNot(*answer.failure);
    } else if (answer.rows.size() != 1 || answer.rows.front().size() != columns) {
        look.why = kUnreadable;
    } else {
        look.value = read(answer.rows.front());
        look.why = look.value ? "" : kUnreadable;
    }
    return look;
}

using Row = std::vector<std::optional<std::string>>;

PostgresLook<double> oneNumber(const PostgresAnswer& answer)
{
    return oneRow<double>(answer, 1, [](const Row& row) { return numberOf(row[0]); });
}

std::string quotedTable(const PostgresSettings& settings)
{
    return quotedName(settings.schema) + '.' + quotedName(settings.table);
}

/// What the planner thinks that a query costs: "Aggregate  (cost=17.50..17.51 rows=1 width=8)".
PostgresLook<double> costOf(PostgresConnection& connection, const std::string& query)
{
    const auto answer = connection.ask("EXPLAIN " + query);
    PostgresLook<double> look;
    if (!answer) {
        look.why = whyNot(*answer.failure);
        return look;
    }
    const auto plan = answer.rows.empty() || answer.rows.front().empty()
        ? std::string()
        : textOf(answer.rows.front().front());
    const auto from = plan.find("..");
    const auto to = plan.find(" rows=");
    if (from != std::string::npos && to != std::string::npos && to > from + 2) {
        look.value = numberOf(plan.substr(from + 2, to - from - 2));
    }
    look.why = look.value ? "" : kUnreadable;
    return look;
}

}  // namespace

std::string tableName(const PostgresSettings& settings)
{
    return plainLine(settings.schema + '.' + settings.table);
}

PostgresLook<PostgresFacts> lookAtFacts(PostgresConnection& connection)
{
    const auto answer = connection.ask(
        "SELECT current_setting('server_version_num'), current_setting('server_version'),"
        " current_user, current_database(), pg_is_in_recovery(),"
        " pg_has_role(current_user, 'pg_read_all_stats', 'USAGE'),"
        " (SELECT rolsuper FROM pg_roles WHERE rolname = current_user),"
        " current_setting('default_transaction_read_only') = 'on',"
        " (SELECT n.nspname FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace"
        "   JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = 'pg_stat_statements'"
        "   JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'total_exec_time'"
        "   WHERE e.extname = 'pg_stat_statements'),"
        " EXISTS (SELECT 1 FROM pg_extension e"
        "   JOIN pg_class c ON c.relnamespace = e.extnamespace"
        "     AND c.relname = 'pg_stat_statements'"
        "   JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'toplevel'"
        "   WHERE e.extname = 'pg_stat_statements')");
    return oneRow<PostgresFacts>(answer, 10, [](const Row& row) -> std::optional<PostgresFacts> {
        const auto version = numberOf(row[0]);
        if (!version || *version > 1e8) {
            return std::nullopt;
        }
        PostgresFacts facts;
        facts.version = static_cast<int>(*version);
        facts.versionText = plainLine(textOf(row[1]));
        facts.role = plainLine(textOf(row[2]));
        facts.database = plainLine(textOf(row[3]));
        facts.isStandby = isTrue(row[4]);
        facts.maySeeAll = isTrue(row[5]);
        facts.isSuperuser = isTrue(row[6]);
        facts.isReadOnlyByDefault = isTrue(row[7]);
        facts.statementsSchema = textOf(row[8]);
        facts.hasTopLevel = isTrue(row[9]);
        return facts;
    });
}

PostgresLook<PostgresTable> lookAtTable(
    PostgresConnection& connection, const PostgresSettings& settings)
{
    // The leaves of a partitioned table have the rows; one that was never analysed has -1.
    const auto answer = connection.ask(
        "SELECT c.oid, c.relkind IN ('r', 'p', 'm'),"
        " CASE WHEN c.relkind <> 'p' THEN nullif(c.reltuples, -1)"
        "  ELSE (SELECT CASE WHEN min(l.reltuples) >= 0 THEN sum(l.reltuples) END"
        "   FROM pg_partition_tree(c.oid) t JOIN pg_class l ON l.oid = t.relid WHERE t.isleaf)"
        "  END,"
        " (SELECT CASE WHEN y.typcategory = 'N' THEN 'number'"
        "   WHEN y.typname = 'bytea' OR y.typcategory = 'S' THEN 'bytes' ELSE 'other' END"
        "  FROM pg_attribute a JOIN pg_type y ON y.oid = a.atttypid"
        "  WHERE a.attrelid = c.oid AND a.attname = $3 AND a.attnum > 0 AND NOT a.attisdropped)"
        " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
        " WHERE n.nspname = $1 AND c.relname = $2"
        "  AND c.relkind IN ('r', 'p', 'm', 'v', 'f')",
        { settings.schema, settings.table, settings.sizeColumn });
    if (answer && answer.rows.empty()) {
        return { {}, "there is no table " + tableName(settings), answer.took };
    }
    return oneRow<PostgresTable>(answer, 4, [&](const Row& row) {
        PostgresTable table;
        table.oid = textOf(row[0]);
        table.isTable = isTrue(row[1]);
        table.estimatedRows = numberOf(row[2]);
        const auto column = quotedName(settings.sizeColumn);
        if (row[3] == "number") {
            table.sizeExpression = column;
        } else if (row[3] == "bytes") {
            table.sizeExpression = "octet_length(" + column + ")";
        }
        return std::optional(table);
    });
}

PostgresLook<PostgresActivity> lookAtActivity(PostgresConnection& connection,
    const PostgresFacts& facts, const std::optional<PostgresTable>& table)
{
    // A transaction has an id from its first change on: those sessions are writing.
    const std::string writers = facts.maySeeAll
        ? "(SELECT count(*) FROM pg_stat_activity a WHERE a.datid = d.datid"
          " AND a.backend_type = 'client backend' AND a.backend_xid IS NOT NULL"
          " AND a.pid <> pg_backend_pid())"
        : "NULL";
    const bool isOfTable = table && table->isTable;
    const std::string changed = isOfTable
        ? "(SELECT sum(s.n_tup_ins + s.n_tup_upd + s.n_tup_del) FROM pg_stat_all_tables s"
          " WHERE s.relid = $1::oid OR s.relid IN (SELECT relid FROM pg_partition_tree($1::oid)))"
        : "d.tup_inserted + d.tup_updated + d.tup_deleted";
    const auto answer = connection.ask("SELECT " + writers + ", " + changed
            + ", coalesce(d.stats_reset::text, '') FROM pg_stat_database d"
              " WHERE d.datname = current_database()",
        isOfTable ? std::vector { table->oid } : std::vector<std::string>());
    return oneRow<PostgresActivity>(
        answer, 3, [&](const Row& row) -> std::optional<PostgresActivity> {
            const auto changedRows = numberOf(row[1]);
            const auto inFlight = numberOf(row[0]);
            if (!changedRows || (facts.maySeeAll && !inFlight)) {
                return std::nullopt;
            }
            return PostgresActivity { inFlight, static_cast<std::uint64_t>(*changedRows),
                plainLine(textOf(row[2])) + (isOfTable ? " " + plainLine(table->oid) : "") };
        });
}

PostgresLook<double> lookAtStorage(PostgresConnection& connection, const PostgresSettings& settings)
{
    return oneNumber(settings.tablespace.empty()
            ? connection.ask("SELECT pg_database_size(current_database())")
            : connection.ask("SELECT pg_tablespace_size($1::name)", { settings.tablespace }));
}

PostgresLook<PostgresCount> lookAtArtifactCount(
    PostgresConnection& connection, const PostgresSettings& settings, const PostgresTable& table)
{
    const auto query = "SELECT count(*) FROM " + quotedTable(settings);
    const auto cost = costOf(connection, query);
    if (!cost) {
        return { {}, tableName(settings) + ": " + cost.why };
    }
    if (*cost.value > settings.mostScanCost) {
        if (!table.estimatedRows) {
            return { {},
                tableName(settings)
                    + " is too large to count and PostgreSQL has no estimate; ANALYZE it" };
        }
        return { PostgresCount { *table.estimatedRows, true }, {} };
    }
    const auto count = oneNumber(connection.ask(query));
    if (!count) {
        return { {}, tableName(settings) + ": " + count.why };
    }
    return { PostgresCount { *count.value, false }, {} };
}

PostgresLook<double> lookAtLargest(
    PostgresConnection& connection, const PostgresSettings& settings, const PostgresTable& table)
{
    const auto column = plainLine(settings.sizeColumn);
    if (table.sizeExpression.empty()) {
        return { {}, tableName(settings) + " has no column " + column + " of numbers or bytes" };
    }
    const auto query = "SELECT max(" + table.sizeExpression + ") FROM " + quotedTable(settings);
    const auto cost = costOf(connection, query);
    if (!cost) {
        return { {}, tableName(settings) + ": " + cost.why };
    }
    if (*cost.value > settings.mostScanCost) {
        return { {},
            tableName(settings) + " is too large to look at every row; an index on "
                + plainLine(table.sizeExpression) + " makes its largest quick to find" };
    }
    const auto answer = connection.ask(query);
    if (answer && answer.rows.size() == 1 && answer.rows.front().size() == 1
        && !answer.rows.front().front()) {
        return { {}, "no artifact in " + tableName(settings) };
    }
    auto largest = oneNumber(answer);
    if (!largest) {
        largest.why = tableName(settings) + ": " + largest.why;
    }
    return largest;
}

void PostgresStatements::forget() { before_.reset(); }

PostgresLook<LatencyHistogram> PostgresStatements::look(
    PostgresConnection& connection, const PostgresFacts& facts)
{
    // Our own statements say nothing of the depository, if the role is ours alone.
    const auto answer = connection.ask(
        "SELECT s.userid || ' ' || s.queryid, sum(s.calls), sum(s.total_exec_time) FROM "
        + quotedName(facts.statementsSchema)
        + ".pg_stat_statements(false) s"
          " WHERE s.dbid = (SELECT oid FROM pg_database WHERE datname = current_database())"
          " AND s.queryid IS NOT NULL"
        + (facts.hasTopLevel ? " AND s.toplevel" : "")
        + " AND (s.userid <> current_user::regrole OR EXISTS (SELECT 1 FROM pg_stat_activity a"
          "  WHERE a.usesysid = current_user::regrole AND a.pid <> pg_backend_pid()))"
          " GROUP BY 1 LIMIT 20000");
    PostgresLook<LatencyHistogram> look;
    look.took = answer.took;
    if (!answer) {
        look.why = "pg_stat_statements: " + whyNot(*answer.failure);
        return look;
    }
    Looked now;
    look.value.emplace();
    for (const auto& row : answer.rows) {
        const auto calls = row.size() == 3 ? numberOf(row[1]) : std::nullopt;
        const auto totalMs = row.size() == 3 ? numberOf(row[2]) : std::nullopt;
        if (!calls || !totalMs || !row[0]) {
            continue;
        }
        const Counters counters { static_cast<std::uint64_t>(*calls), *totalMs };
        now.emplace(*row[0], counters);
        if (before_) {
            const auto old = before_->find(*row[0]);
            addCalls(*look.value, old == before_->end() ? Counters {} : old->second, counters);
        }
    }
    before_ = std::move(now);
    return look;
}

void PostgresStatements::addCalls(LatencyHistogram& to, const Counters& before, const Counters& now)
{
    if (now.calls <= before.calls || now.totalMs < before.totalMs) {
        return;
    }
    const auto calls = now.calls - before.calls;
    const double meanNs = (now.totalMs - before.totalMs) / static_cast<double>(calls) * 1e6;
    const auto ns = static_cast<std::int64_t>(std::min(meanNs, 1e15));
    to.addCount(buckets::bucketFor(ns), calls);
    to.widen({ ns, ns });
}

}  // namespace headroom
