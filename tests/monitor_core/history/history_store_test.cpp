// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/history/detail/sqlite.h"
#include "monitor_core/history/history_store.h"
#include "monitor_core/history/row_codec.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>

namespace headroom {
namespace {

using namespace std::chrono_literals;

constexpr std::int64_t kStart = 1'785'751'200;  // 2026-08-03T10:00:00Z, a whole hour
static_assert(kStart % 3600 == 0);

SystemTime at(std::int64_t seconds) { return SystemTime(std::chrono::seconds(seconds)); }

HistoryRow second(
    std::int64_t t, double writers, std::initializer_list<std::chrono::nanoseconds> latencies = {})
{
    HistoryRow row;
    row.startSeconds = t;
    row.metrics[indexOf(Metric::ConcurrentWrites)]
        = MetricStats { writers, writers, writers, writers, 1 };
    for (const auto latency : latencies) {
        row.latency.record(latency);
    }
    return row;
}

HistoryStore openOrDie(const std::filesystem::path& directory, SystemTime now = at(kStart))
{
    auto store = HistoryStore::open(directory, {}, now);
    if (!store) {
        throw std::runtime_error(store.error().text());
    }
    return std::move(*store);
}

HistoryAnswer writers(HistoryStore& store, std::int64_t from, std::int64_t to, int points = 2000)
{
    auto answer = store.metrics({ Metric::ConcurrentWrites }, { at(from), at(to) }, points);
    if (!answer) {
        throw std::runtime_error(answer.error().text());
    }
    return answer->front();
}

TEST(HistoryStore, answersSecondsBeforeAndAfterTheyAreOnDisk)
{
    const TempDir dir;
    auto store = openOrDie(dir.path());
    for (int i = 0; i < 10; ++i) {
        store.append(second(kStart + i, i));
    }
    EXPECT_EQ(writers(store, kStart, kStart + 10).points.size(), 10U);
    ASSERT_TRUE(store.flush());
    store.append(second(kStart + 10, 10));
    const auto answer = writers(store, kStart, kStart + 11);
    ASSERT_EQ(answer.points.size(), 11U);
    EXPECT_EQ(answer.points[10].stats.last, 10);
    EXPECT_EQ(answer.points[3].at, at(kStart + 3));
}

TEST(HistoryStore, keepsWhatWasFlushedWhenTheProgramDiesWithoutClosing)
{
    const TempDir dir;
    {
        auto store = openOrDie(dir.path());
        store.append(second(kStart, 5));
        ASSERT_TRUE(store.flush());
        // A copy of the files as they lie there now is what a killed process leaves.
        std::filesystem::create_directory(dir.path() / "killed");
        for (const auto& entry : std::filesystem::directory_iterator(dir.path())) {
            if (entry.is_regular_file()) {
                std::filesystem::copy(
                    entry.path(), dir.path() / "killed" / entry.path().filename());
            }
        }
    }
    auto store = openOrDie(dir.path() / "killed");
    EXPECT_FALSE(store.opening().lostCommits);
    EXPECT_EQ(writers(store, kStart, kStart + 1).points.size(), 1U);
}

TEST(HistoryStore, rollsUpToMinutesAndHoursWithMinMeanMaxLast)
{
    const TempDir dir;
    auto store = openOrDie(dir.path());
    for (int i = 0; i < 7200; ++i) {
        store.append(second(kStart + i, i % 60));
        if (i % 60 == 59) {
            ASSERT_TRUE(store.flush());
        }
    }
    const auto minutes = writers(store, kStart, kStart + 7200, 120);
    ASSERT_EQ(minutes.points.size(), 120U);
    for (const auto& point : minutes.points) {
        EXPECT_EQ(point.length, 60s);
        EXPECT_EQ(point.stats.min, 0);
        EXPECT_DOUBLE_EQ(point.stats.mean, 29.5);
        EXPECT_EQ(point.stats.max, 59);
        EXPECT_EQ(point.stats.last, 59);
        EXPECT_EQ(point.stats.seconds, 60U);
    }
    const auto hours = writers(store, kStart, kStart + 7200, 2);
    ASSERT_EQ(hours.points.size(), 2U);
    EXPECT_EQ(hours.points[0].stats.seconds, 3600U);
    EXPECT_DOUBLE_EQ(hours.points[0].stats.mean, 29.5);
}

TEST(HistoryStore, mergesAMinuteThatARestartCutInTwo)
{
    const TempDir dir;
    {
        auto store = openOrDie(dir.path());
        for (int i = 0; i < 20; ++i) {
            store.append(second(kStart + i, 10));
        }
        ASSERT_TRUE(store.flush());
    }
    auto store = openOrDie(dir.path());
    for (int i = 40; i < 60; ++i) {
        store.append(second(kStart + i, 20));
    }
    ASSERT_TRUE(store.flush());
    const auto answer = writers(store, kStart, kStart + 60, 1);
    ASSERT_EQ(answer.points.size(), 1U);
    EXPECT_EQ(answer.points[0].stats.seconds, 40U);
    EXPECT_DOUBLE_EQ(answer.points[0].stats.mean, 15);
}

TEST(HistoryStore, leavesAGapAGap)
{
    const TempDir dir;
    auto store = openOrDie(dir.path());
    store.append(second(kStart, 1));
    store.append(second(kStart + 1, 1));
    store.append(second(kStart + 30, 1));
    ASSERT_TRUE(store.flush());
    const auto answer = writers(store, kStart, kStart + 60);
    ASSERT_EQ(answer.points.size(), 3U);
    EXPECT_FALSE(answer.points[0].afterGap);
    EXPECT_FALSE(answer.points[1].afterGap);
    EXPECT_TRUE(answer.points[2].afterGap);
}

TEST(HistoryStore, aMetricThatWasNotMeasuredHasNoPoints)
{
    const TempDir dir;
    auto store = openOrDie(dir.path());
    store.append(second(kStart, 1));
    const auto answer
        = store.metrics({ Metric::TotalStorage }, { at(kStart), at(kStart + 10) }, 100);
    ASSERT_TRUE(answer);
    EXPECT_TRUE(answer->front().points.empty());
}

TEST(HistoryStore, percentilesOfARangeComeFromMergedHistograms)
{
    const TempDir dir;
    auto store = openOrDie(dir.path());
    // 99 quick queries in one second and one slow one in the next: p50 of both together is quick,
    // and the mean of the two seconds' medians, about 500 ms, must not appear.
    HistoryRow quick = second(kStart, 1);
    for (int i = 0; i < 99; ++i) {
        quick.latency.record(1ms);
    }
    store.append(quick);
    store.append(second(kStart + 1, 1, { 1000ms }));
    ASSERT_TRUE(store.flush());
    const auto answer = store.latency({ at(kStart), at(kStart + 60) }, 1);
    ASSERT_TRUE(answer);
    ASSERT_EQ(answer->points.size(), 1U);
    EXPECT_NEAR(answer->points[0].p50Ms, 1, 0.001);
    EXPECT_NEAR(answer->points[0].p99Ms, 1, 0.001);
    EXPECT_NEAR(answer->points[0].p999Ms, 1000, 1);
    EXPECT_EQ(answer->points[0].maxMs, 1000);
    EXPECT_EQ(answer->points[0].sampleCount, 100U);
}

TEST(HistoryStore, neverAnswersMoreThanThePointsAskedForAndKeepsEveryExtreme)
{
    const TempDir dir;
    auto store = openOrDie(dir.path());
    for (int i = 0; i < 5000; ++i) {
        store.append(second(kStart + i, i == 4321 ? 99 : i == 1234 ? -1 : 10));
        if (i % 600 == 599) {
            ASSERT_TRUE(store.flush());
        }
    }
    for (const int points : { 1, 7, 83, 84, 999, 2000 }) {
        for (const int offset : { 0, 1, 59 }) {
            const auto answer = writers(store, kStart + offset, kStart + 5000, points);
            EXPECT_LE(answer.points.size(), static_cast<std::size_t>(points));
            double lowest = 1e9;
            double highest = -1e9;
            for (const auto& point : answer.points) {
                lowest = std::min(lowest, point.stats.min);
                highest = std::max(highest, point.stats.max);
            }
            EXPECT_EQ(lowest, -1) << points;
            EXPECT_EQ(highest, 99) << points;
        }
    }
}

TEST(HistoryStore, refusesARangeOrANumberOfPointsThatMakesNoSense)
{
    const TempDir dir;
    auto store = openOrDie(dir.path());
    EXPECT_FALSE(store.metrics({ Metric::TotalStorage }, { at(10), at(10) }, 100));
    EXPECT_FALSE(store.metrics({ Metric::TotalStorage }, { at(10), at(20) }, 0));
    EXPECT_FALSE(store.metrics({ Metric::TotalStorage }, { at(10), at(20) }, 2001));
    EXPECT_FALSE(store.latency({ at(20), at(10) }, 10));
}

TEST(HistoryStore, prunesEachTierAtItsOwnAgeAndAnswersFromTheCoarserOneThen)
{
    const TempDir dir;
    auto store = openOrDie(dir.path());
    for (int i = 0; i < 120; ++i) {
        store.append(second(kStart + i, i));
    }
    ASSERT_TRUE(store.flush());
    const std::int64_t later = kStart + 3 * 86400;
    store.append(second(later, 7));
    ASSERT_TRUE(store.flush());
    ASSERT_TRUE(store.prune(at(later)));
    const auto old = writers(store, kStart, kStart + 120);
    ASSERT_EQ(old.points.size(), 2U);
    EXPECT_EQ(old.points[0].length, 60s);
    EXPECT_EQ(old.points[1].stats.max, 119);
    ASSERT_TRUE(store.prune(at(kStart + 91 * 86400)));
    const auto older = writers(store, kStart, kStart + 120);
    ASSERT_EQ(older.points.size(), 1U);
    EXPECT_EQ(older.points[0].length, 3600s);
}

TEST(HistoryStore, losesNothingWhenTheClockIsSetBack)
{
    const TempDir dir;
    auto store = openOrDie(dir.path());
    store.append(second(kStart + 100, 50));
    ASSERT_TRUE(store.flush());
    store.append(second(kStart + 100, 70));  // an hour later, the clock set back by an hour
    ASSERT_TRUE(store.flush());
    const auto answer = writers(store, kStart + 100, kStart + 101);
    ASSERT_EQ(answer.points.size(), 1U);
    EXPECT_EQ(answer.points[0].stats.max, 70);
    EXPECT_EQ(answer.points[0].stats.min, 50);
    EXPECT_EQ(answer.points[0].stats.seconds, 1U) << "two parts of one second are one second";
}

TEST(HistoryStore, knowsTheSecondOfEveryMaximumInEveryTier)
{
    const TempDir dir;
    {
        auto store = openOrDie(dir.path());
        for (int i = 0; i < 7200; ++i) {
            // The highest of a minute is its 17th second, of an hour that of its 23rd minute.
            const int minute = i / 60 % 60;
            store.append(second(kStart + i, i % 60 == 17 ? 50 + (minute == 23 ? 40 : 0) : 10));
            if (i == 59) {
                const auto waiting = writers(store, kStart, kStart + 60, 1);
                ASSERT_EQ(waiting.points.size(), 1U);
                EXPECT_EQ(waiting.points.front().stats.maxAt, at(kStart + 17));
            }
            if (i % 600 == 599) {
                ASSERT_TRUE(store.flush());
            }
        }
    }
    auto store = openOrDie(dir.path());
    const auto seconds = writers(store, kStart, kStart + 60);
    ASSERT_EQ(seconds.points.size(), 60U);
    EXPECT_EQ(seconds.points[5].stats.maxAt, at(kStart + 5));
    const auto minutes = writers(store, kStart, kStart + 7200, 120);
    ASSERT_EQ(minutes.points.size(), 120U);
    for (std::size_t i = 0; i < minutes.points.size(); ++i) {
        EXPECT_EQ(
            minutes.points[i].stats.maxAt, at(kStart + 60 * static_cast<std::int64_t>(i) + 17));
    }
    const auto hours = writers(store, kStart, kStart + 7200, 2);
    ASSERT_EQ(hours.points.size(), 2U);
    EXPECT_EQ(hours.points[1].stats.maxAt, at(kStart + 3600 + 23 * 60 + 17));
    const auto all = writers(store, kStart, kStart + 7200, 1);
    EXPECT_EQ(all.points.front().stats.maxAt, at(kStart + 23 * 60 + 17)) << "the first of two";
}

TEST(HistoryStore, aValueThatStoodStillHasItsFirstSecond)
{
    const TempDir dir;
    auto store = openOrDie(dir.path());
    for (int i = 20; i < 40; ++i) {
        store.append(second(kStart + i, 10));
    }
    ASSERT_TRUE(store.flush());
    ASSERT_TRUE(store.database().run("delete from second"));
    EXPECT_EQ(writers(store, kStart, kStart + 60, 1).points.front().stats.maxAt, at(kStart + 20));
}

/// A row as schema 1 had it: one metric, with its four figures.
std::string rowOfSchema1(const std::string& tier, std::int64_t t, double low, double high)
{
    std::string payload;
    const auto put = [&payload](const auto& value) {
        payload.append(reinterpret_cast<const char*>(&value), sizeof value);
    };
    for (const auto& row : catalog()) {
        if (row.metric != Metric::ConcurrentWrites) {
            put(std::uint8_t { 0 });
            continue;
        }
        put(std::uint8_t { 2 });
        put(std::uint32_t { 60 });
        for (const double value : { low, low, low, high }) {  // last, min, mean, max
            put(value);
        }
    }
    return seal(tier, t, payload);
}

TEST(HistoryStore, readsADatabaseOfSchema1AndDatesWhatComesAfterIt)
{
    const TempDir dir;
    {
        auto db = detail::Sqlite::open(dir.path() / "history.db", 1);
        ASSERT_TRUE(db);
        for (const std::string tier : { "second", "minute", "hour" }) {
            ASSERT_TRUE(db->run("create table " + tier
                + "(t integer primary key, metrics blob not null) strict;" + "create table " + tier
                + "_latency(t integer primary key, histogram blob not null) strict"));
            if (tier == "second") {
                continue;  // they are past their keep
            }
            auto insert = db->prepare("insert into " + tier + " values(?1, ?2)");
            ASSERT_TRUE(insert);
            insert->bind(1, kStart).bindBlob(2, rowOfSchema1(tier, kStart, 3, 80));
            ASSERT_TRUE(insert->execute());
        }
        ASSERT_TRUE(db->run("create table meta(key text primary key, value integer not null) "
                            "strict, without rowid; insert into meta values('commits', 1); "
                            "pragma user_version=1"));
    }
    auto store = openOrDie(dir.path());
    EXPECT_FALSE(store.opening().damagedMovedTo);
    EXPECT_EQ(*store.database().number("pragma user_version"), 2);
    const auto old = writers(store, kStart, kStart + 60, 1);
    ASSERT_EQ(old.points.size(), 1U);
    EXPECT_EQ(old.damagedRows, 0U);
    EXPECT_EQ(old.points.front().stats.max, 80);
    EXPECT_EQ(old.points.front().stats.mean, 3);
    EXPECT_FALSE(old.points.front().stats.isMaxAtKnown()) << "nobody kept it";
    // The hour goes on in the new program: its own minutes are dated, the old one is not.
    store.append(second(kStart + 120, 70));
    ASSERT_TRUE(store.flush());
    const auto hour = [&] { return writers(store, kStart, kStart + 3600, 1).points.front().stats; };
    EXPECT_EQ(hour().max, 80);
    EXPECT_FALSE(hour().isMaxAtKnown());
    store.append(second(kStart + 185, 90));
    ASSERT_TRUE(store.flush());
    EXPECT_EQ(hour().max, 90);
    EXPECT_EQ(hour().maxAt, at(kStart + 185));
}

// Damage (rigor rows 29 – 31)

TEST(HistoryStore, movesAFileThatIsNoDatabaseAsideAndBeginsANewOne)
{
    for (const std::string& content :
        { std::string("not a database, but long enough to look at as if it were one"),
            std::string(8192, 'x'), std::string("SQLite format 3") + std::string(4000, '\xff') }) {
        const TempDir dir;
        std::ofstream(dir.path() / "history.db") << content;
        auto store = openOrDie(dir.path());
        ASSERT_TRUE(store.opening().damagedMovedTo);
        EXPECT_EQ(std::filesystem::file_size(*store.opening().damagedMovedTo), content.size());
        EXPECT_NE(store.opening().damagedMovedTo->string().find(".damaged-20260803T100000Z"),
            std::string::npos);
        store.append(second(kStart, 1));
        EXPECT_TRUE(store.flush());
    }
}

TEST(HistoryStore, takesAnEmptyFileAsANewDatabase)
{
    const TempDir dir;
    std::ofstream(dir.path() / "history.db").flush();
    auto store = openOrDie(dir.path());
    EXPECT_FALSE(store.opening().damagedMovedTo);
}

TEST(HistoryStore, refusesADatabaseOfANewerProgramWithoutChangingIt)
{
    const TempDir dir;
    {
        auto store = openOrDie(dir.path());
        ASSERT_TRUE(store.database().run("pragma user_version=99"));
    }
    const auto size = std::filesystem::file_size(dir.path() / "history.db");
    const auto store = HistoryStore::open(dir.path(), {}, at(kStart));
    ASSERT_FALSE(store);
    EXPECT_EQ(store.error().code, ErrorCode::Unsupported);
    EXPECT_NE(store.error().text().find("newer program"), std::string::npos);
    EXPECT_EQ(std::filesystem::file_size(dir.path() / "history.db"), size);
}

TEST(HistoryStore, isHeldByOneProcessOnly)
{
    const TempDir dir;
    auto first = openOrDie(dir.path());
    const auto other = HistoryStore::open(dir.path(), {}, at(kStart));
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().code, ErrorCode::Conflict);
}

TEST(HistoryStore, leavesOutARowWhoseValueWasChangedAndCountsIt)
{
    const TempDir dir;
    auto store = openOrDie(dir.path());
    for (int i = 0; i < 3; ++i) {
        store.append(second(kStart + i, 10, { 5ms }));
    }
    ASSERT_TRUE(store.flush());
    ASSERT_TRUE(store.database().run("update second set metrics = cast(x'0102030405060708' || "
                                     "substr(metrics, 9) as blob) where t = "
        + std::to_string(kStart + 1)));
    const auto check = store.database().quickCheck();
    ASSERT_TRUE(check);
    EXPECT_EQ(*check, "ok");  // SQLite's own check does not see it
    const auto answer = writers(store, kStart, kStart + 3);
    EXPECT_EQ(answer.points.size(), 2U);
    EXPECT_EQ(answer.damagedRows, 1U);
}

TEST(HistoryStore, seesARowThatWasMovedToAnotherTime)
{
    const TempDir dir;
    auto store = openOrDie(dir.path());
    store.append(second(kStart, 10));
    ASSERT_TRUE(store.flush());
    ASSERT_TRUE(store.database().run("update second set t = t + 5"));
    const auto answer = writers(store, kStart, kStart + 10);
    EXPECT_TRUE(answer.points.empty());
    EXPECT_EQ(answer.damagedRows, 1U);
}

TEST(HistoryStore, saysThatAcknowledgedRowsAreGoneWhenAnOlderCopyIsPutBack)
{
    const TempDir dir;
    {
        auto store = openOrDie(dir.path());
        store.append(second(kStart, 1));
        ASSERT_TRUE(store.flush());
    }
    std::filesystem::copy(dir.path() / "history.db", dir.path() / "older");
    {
        auto store = openOrDie(dir.path());
        store.append(second(kStart + 1, 1));
        ASSERT_TRUE(store.flush());
    }
    std::filesystem::rename(dir.path() / "older", dir.path() / "history.db");
    EXPECT_TRUE(openOrDie(dir.path()).opening().lostCommits);
}

TEST(HistoryStore, keepsWhatWaitsWhenACommitFails)
{
    const TempDir dir;
    auto store = openOrDie(dir.path());
    ASSERT_TRUE(store.database().run("pragma query_only=on"));
    store.append(second(kStart, 42));
    EXPECT_FALSE(store.flush());
    ASSERT_TRUE(store.database().run("pragma query_only=off"));
    ASSERT_TRUE(store.flush());
    EXPECT_EQ(writers(store, kStart, kStart + 1).points.size(), 1U);
    EXPECT_EQ(store.droppedSeconds(), 0U);
}

TEST(HistoryStore, dropsTheOldestAndCountsThemWhenTheDiskFailsForLong)
{
    const TempDir dir;
    auto store = openOrDie(dir.path());
    ASSERT_TRUE(store.database().run("pragma query_only=on"));
    for (int i = 0; i < 3700; ++i) {
        store.append(second(kStart + i, 1));
    }
    EXPECT_EQ(store.droppedSeconds(), 100U);
}

TEST(HistoryStore, storesNoNumberThatIsNotFinite)
{
    const TempDir dir;
    auto store = openOrDie(dir.path());
    store.append(second(kStart, std::nan("")));
    ASSERT_TRUE(store.flush());
    EXPECT_TRUE(writers(store, kStart, kStart + 1).points.empty());
}

TEST(HistoryStore, isDueOnceTheOldestWaitingSecondIsAMinuteOld)
{
    const TempDir dir;
    auto store = openOrDie(dir.path());
    EXPECT_FALSE(store.flushDue(at(kStart + 1000)));
    store.append(second(kStart, 1));
    EXPECT_FALSE(store.flushDue(at(kStart + 59)));
    EXPECT_TRUE(store.flushDue(at(kStart + 60)));
    EXPECT_TRUE(store.flushDue(at(kStart - 1))) << "a clock set back must not hold rows in memory";
}

/// What was stored, under a damaged file: each second right, or missing. Whether it was opened.
bool holdsNothingFalse(const std::filesystem::path& directory, int seconds)
{
    auto store = HistoryStore::open(directory, {}, at(kStart + seconds));
    EXPECT_TRUE(store) << store.error().text();
    if (!store || store->opening().damagedMovedTo) {
        return false;
    }
    const auto answer
        = store->metrics({ Metric::ConcurrentWrites }, { at(kStart), at(kStart + seconds) }, 2000);
    if (answer) {
        for (const auto& point : answer->front().points) {
            const auto i = point.at - at(kStart);
            EXPECT_EQ(point.stats.last, std::chrono::duration<double>(i).count());
        }
    }
    store->append(second(kStart + seconds, 7));
    static_cast<void>(store->flush());  // may say Damaged; must not crash
    return true;
}

/// A database of so many seconds, closed; its bytes.
std::string bytesOfAHistory(const std::filesystem::path& directory, int seconds)
{
    std::filesystem::create_directories(directory);
    {
        auto store = openOrDie(directory);
        for (int i = 0; i < seconds; ++i) {
            store.append(second(kStart + i, i));
        }
        EXPECT_TRUE(store.flush());
    }
    std::ifstream file(directory / "history.db", std::ios::binary);
    return { std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>() };
}

void putHistory(const std::filesystem::path& directory, const std::string& bytes)
{
    std::filesystem::create_directories(directory);
    std::ofstream(directory / "history.db", std::ios::binary) << bytes;
}

TEST(HistoryStore, withAnyPageFlippedAnswersNothingFalse)
{
    const TempDir dir;
    const auto whole = bytesOfAHistory(dir.path() / "whole", 900);
    constexpr std::size_t kPage = 4096;
    ASSERT_GT(whole.size(), 10 * kPage);
    int movedAside = 0;
    for (std::size_t page = 0; page * kPage < whole.size(); ++page) {
        auto flipped = whole;
        for (std::size_t i = page * kPage; i < (page + 1) * kPage && i < flipped.size(); ++i) {
            flipped[i] = static_cast<char>(~flipped[i]);
        }
        const auto folder = dir.path() / std::to_string(page);
        putHistory(folder, flipped);
        movedAside += holdsNothingFalse(folder, 900) ? 0 : 1;
    }
    EXPECT_GT(movedAside, 0) << "the first page at least is the header";
}

TEST(HistoryStore, cutToAnyNumberOfPagesAnswersNothingFalse)
{
    const TempDir dir;
    const auto whole = bytesOfAHistory(dir.path() / "whole", 900);
    for (const auto length : { whole.size() / 2, whole.size() / 2 + 100, whole.size() - 4096,
             std::size_t { 4096 }, std::size_t { 100 } }) {
        const auto folder = dir.path() / std::to_string(length);
        putHistory(folder, whole.substr(0, length));
        static_cast<void>(holdsNothingFalse(folder, 900));
    }
}

TEST(HistoryStore, saysThatAcknowledgedRowsAreGoneWhenTheLogAloneWasRemoved)
{
    const TempDir dir;
    std::filesystem::create_directories(dir.path() / "now");
    std::filesystem::create_directories(dir.path() / "later");
    {
        auto store = openOrDie(dir.path() / "now");
        store.append(second(kStart, 1));
        ASSERT_TRUE(store.flush());
        ASSERT_TRUE(std::filesystem::exists(dir.path() / "now" / "history.db-wal"));
        for (const auto* name : { "history.db", "history.commits" }) {
            std::filesystem::copy(dir.path() / "now" / name, dir.path() / "later" / name);
        }
    }
    EXPECT_TRUE(openOrDie(dir.path() / "later").opening().lostCommits);
}

}  // namespace
}  // namespace headroom
