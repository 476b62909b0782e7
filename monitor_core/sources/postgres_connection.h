// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/sources/postgres_settings.h"

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace headroom {

/// What a query brought: rows of values as text, empty where there is NULL.
using PostgresRows = std::vector<std::vector<std::optional<std::string>>>;

/// Why a query failed, for those who must tell it from a connection that is gone.
struct PostgresFailure {
    std::string state;  ///< SQLSTATE, "42501"; empty when the server said nothing
    std::string message;  ///< for people, without what could be secret
};

/// A query's rows, or why there are none.
struct PostgresAnswer {
    PostgresRows rows;
    std::optional<PostgresFailure> failure;
    std::chrono::nanoseconds took { 0 };  ///< from sending the query to the end of its answer

    explicit operator bool() const { return !failure; }
};

/// One connection to a server, asked through libpq without blocking: everything has a deadline and
/// ends when interrupt() is called. Each query is a read-only transaction of its own that sets its
/// time limit for itself, so nothing of ours stays behind on a connection that a pooler shares; no
/// statement is prepared. Answers beyond 20 000 rows or 16 MiB close the connection. One thread,
/// but for interrupt(). Looking up a host's name is the one thing that has no deadline of ours.
class PostgresConnection {
public:
    /// `settings` outlives the connection.
    explicit PostgresConnection(const PostgresSettings& settings);
    ~PostgresConnection();
    PostgresConnection(const PostgresConnection&) = delete;
    PostgresConnection& operator=(const PostgresConnection&) = delete;

    [[nodiscard]] bool isOpen() const { return connection_ != nullptr; }
    Result<void> open();
    void close();

    /// Parameters are sent apart from the text. When the connection is lost on the way, or does not
    /// answer in time, it is closed and the answer is a failure.
    PostgresAnswer ask(const std::string& query, const std::vector<std::string>& parameters = {});

    /// Ends what is under way, from any thread; until resume() nothing is asked any more. A query
    /// that runs is left to its time limit.
    void interrupt();
    void resume();

private:
    class Handle;
    struct Wakeup;

    std::optional<PostgresFailure> run(
        const std::string& query, const std::vector<std::string>* parameters, PostgresRows& rows);
    std::optional<PostgresFailure> drain(PostgresRows& rows);
    PostgresFailure lost(const std::string& what);

    const PostgresSettings& settings_;
    std::unique_ptr<Wakeup> wakeup_;
    std::unique_ptr<Handle> connection_;
};

/// A name as SQL takes it exactly, whatever it contains.
std::string quotedName(const std::string& name);

}  // namespace headroom
