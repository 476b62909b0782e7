// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/history/history_store.h"

#include "monitor_core/history/commit_witness.h"
#include "monitor_core/history/detail/sqlite.h"
#include "monitor_core/history/row_codec.h"
#include "monitor_core/history/row_reader.h"

#include <algorithm>
#include <deque>
#include <set>

namespace headroom {

namespace {

constexpr std::int64_t kSchema = 2;
constexpr std::size_t kMaxWaiting = 3600;

constexpr std::string_view kCreate = R"sql(
create table if not exists second(t integer primary key, metrics blob not null) strict;
create table if not exists minute(t integer primary key, metrics blob not null) strict;
create table if not exists hour(t integer primary key, metrics blob not null) strict;
create table if not exists second_latency(t integer primary key, histogram blob not null) strict;
create table if not exists minute_latency(t integer primary key, histogram blob not null) strict;
create table if not exists hour_latency(t integer primary key, histogram blob not null) strict;
create table if not exists meta(key text primary key, value integer not null) strict, without rowid;
insert or ignore into meta values('commits', 0);
pragma user_version=2;
)sql";

std::string utcStamp(SystemTime now)
{
    const auto seconds
        = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
    const std::time_t time = seconds;
    std::tm utc {};
    ::gmtime_r(&time, &utc);
    char text[32];
    const auto length = std::strftime(text, sizeof text, "%Y%m%dT%H%M%SZ", &utc);
    return { text, length };
}

/// Renames the database and its log out of the way; nothing is deleted.
Result<std::filesystem::path> moveAway(const std::filesystem::path& file, SystemTime now)
{
    std::filesystem::path target = file;
    target += ".damaged-" + utcStamp(now);
    for (int n = 2; std::filesystem::exists(target); ++n) {
        target = file;
        target += ".damaged-" + utcStamp(now) + "-" + std::to_string(n);
    }
    std::error_code failed;
    std::filesystem::rename(file, target, failed);
    if (failed) {
        return Error { ErrorCode::Io,
            "cannot move the damaged " + file.string() + " aside: " + failed.message(), "history" };
    }
    for (const char* suffix : { "-wal", "-shm" }) {
        auto from = file;
        from += suffix;
        auto to = target;
        to += suffix;
        std::filesystem::rename(from, to, failed);  // Often there is none.
    }
    return target;
}

/// When the highest value of a second was, is in the row's own time.
template <typename Row>
void dateMax(Row& second)
{
    for (auto& slot : second.metrics) {
        if (slot) {
            slot->maxAt = SystemTime(std::chrono::seconds(second.startSeconds));
        }
    }
}

/// Two parts of one second are still one second: it must not weigh double in the means.
void mergeSecond(HistoryRow& into, const HistoryRow& part)
{
    mergeInto(into, part);
    for (auto& slot : into.metrics) {
        if (slot) {
            slot->seconds = 1;
        }
    }
    dateMax(into);
}

std::int64_t floorTo(std::int64_t t, std::int64_t length)
{
    return t - ((t % length) + length) % length;
}

}  // namespace

class HistoryStore::Impl {
public:
    Impl(detail::Sqlite db, HistorySettings settings, std::filesystem::path directory)
        : db_(std::move(db))
        , settings_(settings)
        , witness_(directory / "history.commits")
        , reader_(db_)
    {
    }

    Result<void> prepare(HistoryOpening& opening)
    {
        if (auto made = db_.run(kCreate); !made) {
            return made;
        }
        const auto commits = db_.number("select value from meta where key='commits'");
        if (!commits) {
            return commits.error();
        }
        opening.lostCommits = witness_.read() > *commits;
        return {};
    }

    void append(PackedRow second)
    {
        dateMax(second);
        if (!waiting_.empty() && second.startSeconds <= waiting_.back().startSeconds) {
            auto newest = unpack(waiting_.back());
            const auto part = unpack(second);
            if (newest && part) {
                mergeSecond(*newest, *part);
                waiting_.back() = pack(*newest);
            }
            return;
        }
        waiting_.push_back(std::move(second));
        if (waiting_.size() > kMaxWaiting) {
            waiting_.pop_front();
            ++dropped_;
        }
    }

    Result<void> flush()
    {
        if (waiting_.empty()) {
            return {};
        }
        auto transaction = detail::Transaction::begin(db_);
        if (!transaction) {
            return transaction.error();
        }
        if (auto written = writeWaiting(); !written) {
            return written;
        }
        if (auto counted = db_.run("update meta set value=value+1 where key='commits'"); !counted) {
            return counted;
        }
        const auto commits = db_.number("select value from meta where key='commits'");
        if (!commits) {
            return commits.error();
        }
        if (auto committed = transaction->commit(); !committed) {
            return committed;
        }
        storedThrough_ = std::max(storedThrough_, std::optional(waiting_.back().startSeconds));
        waiting_.clear();
        witness_.write(*commits);
        return {};
    }

    std::optional<std::int64_t> storedThrough() const
    {
        // After the clock was set back, a second waits that is older than what was stored.
        if (storedThrough_ && !waiting_.empty()) {
            return std::min(*storedThrough_, waiting_.front().startSeconds - 1);
        }
        return storedThrough_;
    }

    Result<void> prune(SystemTime now)
    {
        const auto nowSeconds
            = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
        const std::pair<Tier, std::chrono::seconds> keeps[]
            = { { Tier::Second, settings_.keepSeconds }, { Tier::Minute, settings_.keepMinutes },
                  { Tier::Hour, settings_.keepHours } };
        for (const auto& [tier, keep] : keeps) {
            const auto before = std::to_string(nowSeconds - keep.count());
            const std::string table(tableOf(tier));
            for (const auto& name : { table, table + "_latency" }) {
                if (auto deleted = db_.run("delete from " + name + " where t < " + before);
                    !deleted) {
                    return deleted;
                }
            }
        }
        return {};
    }

    detail::Sqlite db_;
    HistorySettings settings_;
    HistoryOpening opening_;
    CommitWitness witness_;
    RowReader reader_;
    std::deque<PackedRow> waiting_;
    std::uint64_t dropped_ = 0;
    std::optional<std::int64_t> storedThrough_;

private:
    Result<void> writeWaiting()
    {
        std::set<std::int64_t> minutes;
        std::set<std::int64_t> hours;
        for (const auto& row : waiting_) {
            // A second that is there already (the clock was set back, or the program restarted
            // within it) is merged, not replaced.
            if (auto written = writeMerged(row); !written) {
                return written;
            }
            minutes.insert(floorTo(row.startSeconds, 60));
            hours.insert(floorTo(row.startSeconds, 3600));
        }
        for (const auto start : minutes) {
            if (auto rolled = rollUp(Tier::Second, Tier::Minute, start); !rolled) {
                return rolled;
            }
        }
        for (const auto start : hours) {
            if (auto rolled = rollUp(Tier::Minute, Tier::Hour, start); !rolled) {
                return rolled;
            }
        }
        return {};
    }

    Result<void> writeMerged(const PackedRow& row)
    {
        std::optional<HistoryRow> old;
        auto there = reader_.read(Tier::Second, row.startSeconds, row.startSeconds + 1,
            RowReader::Wanted::All, [&](const HistoryRow& found) { old = found; });
        if (!there) {
            return there.error();
        }
        if (!old) {
            return write(Tier::Second, row);
        }
        auto fresh = unpack(row);
        if (!fresh) {
            return fresh.error();
        }
        mergeSecond(*old, *fresh);
        return write(Tier::Second, pack(*old));
    }

    Result<void> rollUp(Tier from, Tier to, std::int64_t start)
    {
        whole_.startSeconds = start;
        whole_.metrics = {};
        whole_.latency.clear();
        auto read = reader_.read(from, start, start + secondsOf(to), RowReader::Wanted::All,
            [this](const HistoryRow& row) { mergeInto(whole_, row); });
        if (!read) {
            return read.error();
        }
        return write(to, pack(whole_));
    }

    Result<void> write(Tier tier, const PackedRow& row)
    {
        const std::string table(tableOf(tier));
        auto metrics = db_.prepare("insert or replace into " + table + " values(?1, ?2)");
        if (!metrics) {
            return metrics.error();
        }
        metrics->bind(1, row.startSeconds)
            .bindBlob(2, encodeMetrics(tier, row.startSeconds, row.metrics));
        if (auto done = metrics->execute(); !done) {
            return done;
        }
        if (row.latency.empty()) {
            return {};
        }
        auto latency = db_.prepare("insert or replace into " + table + "_latency values(?1, ?2)");
        if (!latency) {
            return latency.error();
        }
        latency->bind(1, row.startSeconds)
            .bindBlob(2, seal(table + "_latency", row.startSeconds, row.latency));
        return latency->execute();
    }

    HistoryRow whole_;  ///< of one minute or hour; kept for the memory of its histogram
};

HistoryStore::HistoryStore(std::unique_ptr<Impl> impl)
    : impl_(std::move(impl))
{
}

HistoryStore::HistoryStore(HistoryStore&&) noexcept = default;
HistoryStore& HistoryStore::operator=(HistoryStore&&) noexcept = default;
HistoryStore::~HistoryStore() = default;

Result<HistoryStore> HistoryStore::open(
    const std::filesystem::path& directory, HistorySettings settings, SystemTime now)
{
    const auto file = directory / "history.db";
    HistoryOpening opening;
    for (int attempt = 0; attempt < 2; ++attempt) {
        auto db = detail::Sqlite::open(file, kSchema);
        Error error;
        if (db) {
            auto impl = std::make_unique<Impl>(std::move(*db), settings, directory);
            auto prepared = impl->prepare(opening);
            if (prepared) {
                impl->opening_ = opening;
                return HistoryStore(std::move(impl));
            }
            error = prepared.error();
        } else {
            error = db.error();
        }
        if (error.code != ErrorCode::Damaged || attempt > 0) {
            return error;
        }
        auto moved = setAside(directory, now);
        if (!moved) {
            return moved.error();
        }
        opening.damagedMovedTo = *moved;
    }
    return Error { ErrorCode::Damaged, "cannot begin a new " + file.string(), "history" };
}

Result<std::filesystem::path> HistoryStore::setAside(
    const std::filesystem::path& directory, SystemTime now)
{
    auto moved = moveAway(directory / "history.db", now);
    if (moved) {
        CommitWitness(directory / "history.commits").write(0);
    }
    return moved;
}

const HistoryOpening& HistoryStore::opening() const { return impl_->opening_; }

void HistoryStore::append(PackedRow second) { impl_->append(std::move(second)); }

bool HistoryStore::flushDue(SystemTime now) const
{
    if (impl_->waiting_.empty()) {
        return false;
    }
    const SystemTime oldest { std::chrono::seconds(impl_->waiting_.front().startSeconds) };
    return now - oldest >= impl_->settings_.flushEvery || now < oldest;
}

Result<void> HistoryStore::flush() { return impl_->flush(); }

std::uint64_t HistoryStore::droppedSeconds() const { return impl_->dropped_; }

std::optional<std::int64_t> HistoryStore::storedThrough() const { return impl_->storedThrough(); }

Result<void> HistoryStore::prune(SystemTime now) { return impl_->prune(now); }

Result<std::vector<HistoryAnswer>> HistoryStore::metrics(
    const std::vector<Metric>& wanted, TimeRange range, int maxPoints)
{
    return impl_->reader_.metrics(wanted, range, maxPoints, impl_->waiting_);
}

Result<std::uint64_t> HistoryStore::damagedRows(TimeRange range, int maxPoints)
{
    return impl_->reader_.damagedRows(range, maxPoints);
}

Result<LatencyAnswer> HistoryStore::latency(TimeRange range, int maxPoints)
{
    return impl_->reader_.latency(range, maxPoints, impl_->waiting_);
}

detail::Sqlite& HistoryStore::database() { return impl_->db_; }

}  // namespace headroom
