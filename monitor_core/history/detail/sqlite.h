// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace headroom::detail {

/// One SQLite connection and its statements, as RAII. One owning thread. SQLite 3.40.1 can corrupt
/// a write-ahead log that two connections write, so the file is opened exclusively: a second
/// connection, in any process, gets Conflict.
class Statement;

class Sqlite {
public:
    /// Opens or creates. Damaged when the file is not a database, Conflict when somebody else has
    /// it, Unsupported when its user_version is above `newestSchema` (nothing is changed then), Io
    /// otherwise.
    static Result<Sqlite> open(const std::filesystem::path& file, std::int64_t newestSchema);

    Result<void> run(std::string_view sql);
    Result<Statement> prepare(std::string_view sql);
    /// One number from a statement that yields one, such as "pragma user_version".
    Result<std::int64_t> number(std::string_view sql);
    /// "ok", or what quick_check found first.
    Result<std::string> quickCheck();

    [[nodiscard]] sqlite3* handle() const { return handle_.get(); }

private:
    struct Closer {
        void operator()(sqlite3* handle) const noexcept;
    };
    std::unique_ptr<sqlite3, Closer> handle_;
};

class Statement {
public:
    Statement& bind(int index, std::int64_t value);
    Statement& bindBlob(int index, std::string_view bytes);
    Statement& bindText(int index, std::string_view text);

    /// true: a row is there; false: done, and reset for the next use.
    Result<bool> step();
    /// Runs to the end, rows ignored, and resets.
    Result<void> execute();
    void reset();

    [[nodiscard]] std::int64_t integer(int column) const;
    /// Valid until the next step() or reset().
    [[nodiscard]] std::string_view blob(int column) const;

private:
    friend class Sqlite;
    struct Finalizer {
        void operator()(sqlite3_stmt* statement) const noexcept;
    };
    std::unique_ptr<sqlite3_stmt, Finalizer> statement_;
};

/// Rolls back unless commit() was called.
class Transaction {
public:
    static Result<Transaction> begin(Sqlite& db);
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();
    Result<void> commit();

private:
    explicit Transaction(Sqlite& db)
        : db_(&db)
    {
    }
    Sqlite* db_;
};

}  // namespace headroom::detail
