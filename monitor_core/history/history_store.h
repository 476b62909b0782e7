// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/result.h"
#include "monitor_core/history/history_row.h"
#include "monitor_core/history_query.h"

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace headroom {

namespace detail {
class Sqlite;
}

/// How long the rows of each tier are kept.
struct HistorySettings {
    std::chrono::hours keepSeconds { 48 };
    std::chrono::hours keepMinutes { 90 * 24 };
    std::chrono::hours keepHours { 7 * 365 * 24 + 2 * 24 };
    std::chrono::seconds flushEvery { 60 };  ///< a commit a second would write 67 times its data
};

/// What opening the store found besides a store in order.
struct HistoryOpening {
    std::optional<std::filesystem::path>
        damagedMovedTo;  ///< the old file was no readable database; it was kept there and a new one
                         ///< begun
    bool lostCommits = false;  ///< rows that were once acknowledged are gone (an older copy, or a
                               ///< log that was removed)
};

/// The past, on disk: a row a second, rolled up to minutes and hours, in one SQLite file
/// (FORMAT.md). One owning thread (storage).
class HistoryStore {
public:
    /// Opens or creates DIR/history.db. A file that is not a database is renamed to *.damaged-TIME,
    /// never deleted. Errors: Unsupported when the file was written by a newer program (nothing is
    /// changed), Conflict when another process has it, Io.
    static Result<HistoryStore> open(
        const std::filesystem::path& directory, HistorySettings settings, SystemTime now);

    /// Renames a database that turned out to be damaged while it was open (closed by now), and
    /// forgets what was acknowledged in it; returns the new name.
    static Result<std::filesystem::path> setAside(
        const std::filesystem::path& directory, SystemTime now);

    HistoryStore(HistoryStore&&) noexcept;
    HistoryStore& operator=(HistoryStore&&) noexcept;
    ~HistoryStore();

    [[nodiscard]] const HistoryOpening& opening() const;

    /// Takes one second in; it is on disk after the next flush(). Seconds that are not later than
    /// the newest are merged into it, so that a clock set back loses nothing.
    void append(PackedRow second);
    void append(const HistoryRow& second) { append(pack(second)); }

    /// Whether the oldest row that waits is as old as flushEvery.
    [[nodiscard]] bool flushDue(SystemTime now) const;
    /// Commits what waits, with the minutes and hours that it touches; on failure all of it still
    /// waits (bounded: after an hour the oldest are dropped and counted).
    Result<void> flush();
    [[nodiscard]] std::uint64_t droppedSeconds() const;
    /// Every second appended so far that begins at or before this one is on the disk; since 1970,
    /// UTC. Empty before the first successful flush().
    [[nodiscard]] std::optional<std::int64_t> storedThrough() const;

    /// Deletes rows past their keep. Cheap; once an hour is enough.
    Result<void> prune(SystemTime now);

    /// At most `maxPoints` (1 – 2000) points of each metric, waiting seconds included; answers in
    /// the order of `wanted`. All metrics in one pass cost little more than one.
    Result<std::vector<HistoryAnswer>> metrics(
        const std::vector<Metric>& wanted, TimeRange range, int maxPoints);
    /// How many of the rows that such a question reads are damaged.
    Result<std::uint64_t> damagedRows(TimeRange range, int maxPoints);
    /// Percentiles of query latency; each point from the merged histograms of its stretch.
    Result<LatencyAnswer> latency(TimeRange range, int maxPoints);

    /// The connection, for the other rooms' tables that live in the same file and the same
    /// transactions.
    [[nodiscard]] detail::Sqlite& database();

private:
    class Impl;
    explicit HistoryStore(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace headroom
