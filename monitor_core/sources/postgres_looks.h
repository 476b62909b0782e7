// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/metrics/latency_histogram.h"
#include "monitor_core/sources/postgres_connection.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace headroom {

// What is asked of a server, each with one query; answers are taken as from a stranger. One thread.

/// What a server and our role there are. Asked once a connection, and now and then again.
struct PostgresFacts {
    int version = 0;  ///< 150018
    std::string versionText;  ///< "15.18 (Debian …)"
    std::string role;
    std::string database;
    bool isStandby = false;
    bool maySeeAll = false;  ///< sessions and statements of others: pg_read_all_stats
    bool isSuperuser = false;
    bool isReadOnlyByDefault = false;
    std::string statementsSchema;  ///< of pg_stat_statements 1.8 or later; empty: not installed
    bool hasTopLevel = false;  ///< it tells nested statements apart (1.9)
};

/// The table of the artifacts.
struct PostgresTable {
    std::string oid;
    bool isTable = false;  ///< or a partitioned one, or a materialised view: it has statistics
    std::optional<double> estimatedRows;  ///< PostgreSQL's; empty when it was never analysed
    std::string sizeExpression;  ///< of a row, in bytes; empty: there is no such column
};

/// A number, and what there is to say of it.
struct PostgresCount {
    double value = 0;
    bool isEstimate = false;
};

struct PostgresActivity {
    std::optional<double> writers;  ///< in flight; empty when we may not see them
    std::uint64_t changedRows = 0;  ///< a counter
    std::string reset;  ///< changes when the counter begins anew
};

/// A value, or why there is none.
template <typename T>
struct PostgresLook {
    std::optional<T> value;
    std::string why;
    std::chrono::nanoseconds took { 0 };

    explicit operator bool() const { return value.has_value(); }
};

PostgresLook<PostgresFacts> lookAtFacts(PostgresConnection& connection);
PostgresLook<PostgresTable> lookAtTable(
    PostgresConnection& connection, const PostgresSettings& settings);
/// With a table what was changed in it and its partitions, else in the whole database.
PostgresLook<PostgresActivity> lookAtActivity(PostgresConnection& connection,
    const PostgresFacts& facts, const std::optional<PostgresTable>& table);
/// Used bytes.
PostgresLook<double> lookAtStorage(
    PostgresConnection& connection, const PostgresSettings& settings);
PostgresLook<PostgresCount> lookAtArtifactCount(
    PostgresConnection& connection, const PostgresSettings& settings, const PostgresTable& table);
/// Bytes; the value is empty in a table without rows, and `why` says so.
PostgresLook<double> lookAtLargest(
    PostgresConnection& connection, const PostgresSettings& settings, const PostgresTable& table);

/// pg_stat_statements from look to look.
class PostgresStatements {
public:
    /// The calls since the look before, each as long as the mean of its statement's calls in
    /// between; none at the first look. Counters that went back begin anew.
    PostgresLook<LatencyHistogram> look(PostgresConnection& connection, const PostgresFacts& facts);
    void forget();

private:
    struct Counters {
        std::uint64_t calls = 0;
        double totalMs = 0;
    };
    using Looked = std::map<std::string, Counters>;
    static void addCalls(LatencyHistogram& to, const Counters& before, const Counters& now);

    std::optional<Looked> before_;
};

/// "public.artifacts", for people.
std::string tableName(const PostgresSettings& settings);

}  // namespace headroom
