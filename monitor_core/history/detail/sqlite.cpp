// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/history/detail/sqlite.h"

#include <sqlite3.h>

#include <utility>

namespace headroom::detail {

namespace {

Error errorOf(sqlite3* db, int code, std::string_view doing)
{
    const int primary = code & 0xff;
    ErrorCode kind = ErrorCode::Io;
    if (primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB) {
        kind = ErrorCode::Damaged;
    } else if (primary == SQLITE_BUSY || primary == SQLITE_LOCKED) {
        kind = ErrorCode::Conflict;
    } else if (primary == SQLITE_FULL || primary == SQLITE_NOMEM) {
        kind = ErrorCode::Unavailable;
    }
    const char* why = db != nullptr ? ::sqlite3_errmsg(db) : ::sqlite3_errstr(code);
    return Error { kind, std::string(doing) + ": " + why, "history" };
}

}  // namespace

void Sqlite::Closer::operator()(sqlite3* handle) const noexcept { ::sqlite3_close_v2(handle); }

Result<Sqlite> Sqlite::open(const std::filesystem::path& file, std::int64_t newestSchema)
{
    sqlite3* raw = nullptr;
    const int flags
        = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW;
    const int code = ::sqlite3_open_v2(file.c_str(), &raw, flags, nullptr);
    Sqlite db;
    db.handle_.reset(raw);
    if (code != SQLITE_OK) {
        return errorOf(raw, code, "cannot open " + file.string());
    }
    ::sqlite3_extended_result_codes(raw, 1);
    // EXCLUSIVE before anything is read: then the index of the log lives in memory, and no second
    // process can join.
    if (auto locked = db.run("pragma locking_mode=exclusive"); !locked) {
        return locked.error();
    }
    const auto schema = db.number("pragma user_version");
    if (!schema) {
        return Error { schema.error().code, file.string() + ": " + schema.error().message,
            "history" };
    }
    if (*schema > newestSchema) {
        return Error { ErrorCode::Unsupported,
            file.string() + " was written by a newer program (schema " + std::to_string(*schema)
                + ", this one knows " + std::to_string(newestSchema) + "); nothing was changed",
            "history" };
    }
    // FULL: a commit is on the disk when it is acknowledged. No mmap: an input/output error must be
    // an error, not a signal.
    for (const char* pragma :
        { "pragma journal_mode=wal", "pragma synchronous=full", "pragma mmap_size=0",
            "pragma journal_size_limit=8388608", "pragma wal_autocheckpoint=1000",
            "pragma temp_store=memory", "pragma cache_size=-4096", "pragma trusted_schema=off" }) {
        auto result = db.run(pragma);
        if (!result) {
            return Error { result.error().code, file.string() + ": " + result.error().message,
                "history" };
        }
    }
    return db;
}

Result<void> Sqlite::run(std::string_view sql)
{
    const int code
        = ::sqlite3_exec(handle_.get(), std::string(sql).c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        return errorOf(handle_.get(), code, sql.substr(0, 40));
    }
    return {};
}

Result<Statement> Sqlite::prepare(std::string_view sql)
{
    sqlite3_stmt* raw = nullptr;
    const int code = ::sqlite3_prepare_v3(handle_.get(), sql.data(), static_cast<int>(sql.size()),
        SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
    if (code != SQLITE_OK) {
        return errorOf(handle_.get(), code, sql.substr(0, 40));
    }
    Statement statement;
    statement.statement_.reset(raw);
    return statement;
}

Result<std::int64_t> Sqlite::number(std::string_view sql)
{
    auto statement = prepare(sql);
    if (!statement) {
        return statement.error();
    }
    const auto row = statement->step();
    if (!row) {
        return row.error();
    }
    if (!*row) {
        return Error { ErrorCode::NotFound, "no row from " + std::string(sql), "history" };
    }
    return statement->integer(0);
}

Result<std::string> Sqlite::quickCheck()
{
    auto statement = prepare("pragma quick_check(1)");
    if (!statement) {
        return statement.error();
    }
    const auto row = statement->step();
    if (!row) {
        return row.error();
    }
    return std::string(statement->blob(0));
}

void Statement::Finalizer::operator()(sqlite3_stmt* statement) const noexcept
{
    ::sqlite3_finalize(statement);
}

Statement& Statement::bind(int index, std::int64_t value)
{
    ::sqlite3_bind_int64(statement_.get(), index, value);
    return *this;
}

Statement& Statement::bindBlob(int index, std::string_view bytes)
{
    ::sqlite3_bind_blob64(statement_.get(), index, bytes.data(), bytes.size(), SQLITE_TRANSIENT);
    return *this;
}

Statement& Statement::bindText(int index, std::string_view text)
{
    ::sqlite3_bind_text64(
        statement_.get(), index, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    return *this;
}

Result<bool> Statement::step()
{
    const int code = ::sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) {
        return true;
    }
    sqlite3* db = ::sqlite3_db_handle(statement_.get());
    if (code == SQLITE_DONE) {
        reset();
        return false;
    }
    Error error = errorOf(db, code, "cannot step");
    reset();
    return error;
}

Result<void> Statement::execute()
{
    while (true) {
        const auto row = step();
        if (!row) {
            return row.error();
        }
        if (!*row) {
            return {};
        }
    }
}

void Statement::reset() { ::sqlite3_reset(statement_.get()); }

std::int64_t Statement::integer(int column) const
{
    return ::sqlite3_column_int64(statement_.get(), column);
}

std::string_view Statement::blob(int column) const
{
    const auto* data = static_cast<const char*>(::sqlite3_column_blob(statement_.get(), column));
    const auto size = static_cast<std::size_t>(::sqlite3_column_bytes(statement_.get(), column));
    return data == nullptr ? std::string_view() : std::string_view(data, size);
}

Result<Transaction> Transaction::begin(Sqlite& db)
{
    auto begun = db.run("begin immediate");
    if (!begun) {
        return begun.error();
    }
    return Transaction(db);
}

Transaction::Transaction(Transaction&& other) noexcept
    : db_(std::exchange(other.db_, nullptr))
{
}

Transaction::~Transaction()
{
    if (db_ != nullptr) {
        (void)db_->run(
            "rollback");  // Nothing to do about a failing rollback: the next begin says so.
    }
}

Result<void> Transaction::commit()
{
    auto committed = db_->run("commit");
    if (committed) {
        db_ = nullptr;
    }
    return committed;
}

}  // namespace headroom::detail
