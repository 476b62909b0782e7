// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/result.h"
#include "monitor_core/base/units.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace headroom {

/// A depository that is a PostgreSQL database: how to reach it, and where its artifacts are. Never
/// shown as a whole: there may be a password in `parameters`.
struct PostgresSettings {
    /// libpq's, as somebody gave them: host, dbname, sslmode ….
    std::vector<std::pair<std::string, std::string>> parameters;
    std::string schema = "public";
    std::string table;  ///< of the artifacts, a row each, by its exact name; empty: not known
    std::string sizeColumn;  ///< a number of bytes, or the bytes themselves; empty: not known
    std::string tablespace;  ///< storage is what it takes; empty: what the database takes
    std::string probe = "SELECT 1";  ///< a query like those whose latency matters
    std::optional<Bytes> limit;  ///< of the storage; empty: the certified one
    std::string platform;  ///< who runs the database: "supabase"; empty: nobody special
    /// By the planner's measure (20 000: some 100 MB). What costs more than that is not counted row
    /// by row.
    double mostScanCost = 20'000;
    std::chrono::milliseconds timeout { 5'000 };  ///< of a connection and of each query

    [[nodiscard]] const std::string* find(std::string_view keyword) const;
};

/// Reads libpq's "host=… dbname=…" or "postgresql://…", with Headroom's own keys among them:
/// headroom_table (as SQL writes it: [SCHEMA.]TABLE), headroom_size, headroom_tablespace,
/// headroom_probe, headroom_limit, headroom_platform, headroom_scan_cost, headroom_timeout_ms. What
/// is not given comes from libpq's environment, service file and password file. No message repeats
/// what was given but a key: there may be a password in any of it.
Result<PostgresSettings> postgresSettings(std::string_view conninfo);

/// "PostgreSQL depot at db.example.org:5432", without user and password.
std::string postgresName(const PostgresSettings& settings);

/// One line of text from a server or a person, for messages: at most 300 bytes, without control
/// characters.
std::string plainLine(std::string_view text);

}  // namespace headroom
