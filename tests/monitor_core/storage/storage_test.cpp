// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/audit/audit_verifier.h"
#include "monitor_core/base/utc_text.h"
#include "monitor_core/certification/certification_status.h"
#include "monitor_core/history/history_row.h"
#include "tests/monitor_core/storage/storage_fixture.h"

#include <gtest/gtest.h>

#include <fstream>
#include <future>

namespace headroom {
namespace {

using StorageTest = StorageFixture;

TEST_F(StorageTest, anAcknowledgedAlertIsTheSameAfterARestart)
{
    std::string id;
    std::optional<SystemTime> deadline;
    {
        auto storage = open();
        storage->take(snapshot(100, Level::Red));
        const auto alert = raised(*storage);
        id = alert.id;
        deadline = alert.deadlineUtc;
        ASSERT_TRUE(deadline);
        const auto done = storage->submit({ "MK", AcknowledgeAlert { id, "on it" } });
        ASSERT_TRUE(done) << done.error().text();
    }
    clock_.advance(90s);
    auto storage = open();
    const auto alert = raised(*storage);
    EXPECT_EQ(alert.id, id);
    EXPECT_EQ(alert.deadlineUtc, deadline);
    EXPECT_EQ(alert.acknowledgedBy, "MK");
    EXPECT_EQ(alert.acknowledgedNote, "on it");
    EXPECT_EQ(alert.level, Level::Red);
}

TEST_F(StorageTest, whatAPersonDoesIsInTheTrailBeforeTheAnswer)
{
    auto storage = open();
    storage->take(snapshot(100, Level::Red));
    const auto alert = raised(*storage);
    const auto before = storage->auditSummary().records;
    ASSERT_TRUE(storage->submit({ "MK", AcknowledgeAlert { alert.id, {} } }));
    EXPECT_GT(storage->auditSummary().records, before);
    storage.reset();
    const auto report = verifyTrail(files_, dir_.path() / "audit");
    ASSERT_TRUE(report);
    EXPECT_TRUE(report->isWhole());
}

TEST_F(StorageTest, refusesACommandThatCannotBeAuditedAndNothingChanges)
{
    auto storage = open();
    storage->take(snapshot(100, Level::Red));
    const auto alert = raised(*storage);
    // Text that is no UTF-8 is an entry that the trail cannot store.
    const auto done = storage->submit({ "MK\xff", AcknowledgeAlert { alert.id, {} } });
    ASSERT_FALSE(done);
    EXPECT_EQ(storage->alerts()->open.front().acknowledgedBy, "");
}

TEST_F(StorageTest, historyOfARunIsThereInTheNext)
{
    const auto now = std::chrono::floor<std::chrono::seconds>(clock_.systemNow());
    HistoryRow row;
    row.startSeconds = now.time_since_epoch().count();
    row.metrics[indexOf(Metric::ConcurrentWrites)] = MetricStats { 1, 2, 3, 2, 1 };
    {
        auto storage = open();
        storage->take(row);
    }
    auto storage = open();
    std::promise<Result<std::vector<HistoryAnswer>>> answered;
    storage->queryMetrics({ Metric::ConcurrentWrites }, { now, now + 60s }, 60,
        [&](auto answer) { answered.set_value(std::move(answer)); });
    const auto answer = answered.get_future().get();
    ASSERT_TRUE(answer);
    ASSERT_EQ(answer->front().points.size(), 1U);
    EXPECT_EQ(answer->front().points[0].stats.max, 3);
}

TEST_F(StorageTest, saysUpToWhichSecondHistoryIsOnTheDisk)
{
    const auto now = std::chrono::floor<std::chrono::seconds>(clock_.systemNow());
    const auto take = [](Storage& storage, SystemTime at) {
        HistoryRow row;
        row.startSeconds = std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
        row.metrics[indexOf(Metric::ConcurrentWrites)] = MetricStats { 1, 1, 1, 1, 1 };
        storage.take(row);
    };
    // Answers come before rows in each round of the thread; the second one says that it has the
    // rows, and that their minute has begun.
    const auto hasTakenAll = [](Storage& storage) {
        certification(storage);
        certification(storage);
    };
    auto storage = open();
    take(*storage, now);
    take(*storage, now + 1s);
    hasTakenAll(*storage);
    EXPECT_FALSE(storage->historyStoredThrough()) << "nothing is a minute old yet";
    clock_.advance(60s);
    take(*storage, now + 60s);
    hasTakenAll(*storage);
    // Whether the third came before the first two were written is the thread's own matter.
    EXPECT_TRUE(waitUntil([&] { return storage->historyStoredThrough() >= now + 1s; }));
    clock_.advance(60s);
    EXPECT_TRUE(waitUntil([&] { return storage->historyStoredThrough() == now + 60s; }));
    // The clock was set back: what waits now is older than what was stored.
    clock_.stepSystem(-90s);
    take(*storage, now + 30s);
    EXPECT_TRUE(waitUntil([&] { return storage->historyStoredThrough() == now + 29s; }));
}

TEST_F(StorageTest, alertHistoryIsKeptAcrossRestartsNewestLast)
{
    {
        auto storage = open();
        storage->take(snapshot(100, Level::Red));
        ASSERT_TRUE(storage->submit({ "MK", AcknowledgeAlert { raised(*storage).id, {} } }));
    }
    auto storage = open();
    std::promise<Result<AlertHistoryAnswer>> answered;
    storage->queryAlertHistory(50, [&](auto answer) { answered.set_value(std::move(answer)); });
    const auto answer = answered.get_future().get();
    ASSERT_TRUE(answer);
    ASSERT_GE(answer->events.size(), 2U);
    EXPECT_EQ(answer->events.front().kind, AlertEventKind::Raised);
    EXPECT_EQ(answer->events.back().kind, AlertEventKind::Acknowledged);
}

TEST_F(StorageTest, aDamagedDatabaseIsKeptAsideAndSaidAndAuditIsUntouched)
{
    {
        auto storage = open();
        ASSERT_TRUE(storage->audit({ "MK", "test.note", "something", {}, {} }));
    }
    std::ofstream(dir_.path() / "history.db", std::ios::trunc) << std::string(8192, 'x');
    auto storage = open();
    EXPECT_NE(storage->problem().find("begun anew"), std::string::npos) << storage->problem();
    EXPECT_FALSE(storage->auditSummary().isBroken);
    EXPECT_GT(storage->auditSummary().records, 2U);
}

TEST_F(StorageTest, aBrokenTrailIsSaidAtTheNextStart)
{
    {
        auto storage = open();
        for (int i = 0; i < 5; ++i) {
            ASSERT_TRUE(storage->audit({ "MK", "test.note", std::to_string(i), {}, {} }));
        }
    }
    for (const auto& entry : std::filesystem::directory_iterator(dir_.path() / "audit")) {
        if (entry.path().filename() == "head" || entry.file_size() < 1000) {
            continue;
        }
        std::fstream file(entry.path(), std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(300);
        file.put('#');
        if (entry.path().extension() != ".reserve") {
            break;
        }
    }
    auto storage = open();
    ASSERT_TRUE(waitUntil([&] { return storage->auditSummary().isKnown; }));
    EXPECT_TRUE(storage->auditSummary().isBroken);
    EXPECT_GT(storage->auditSummary().firstBadSequence, 0U);
}

TEST_F(StorageTest, aSignedReviewIsAuditedMovesTheNextOneOnAndIsThereAfterARestart)
{
    {
        auto storage = open();
        EXPECT_EQ(certification(*storage).standing.state, ReviewState::Overdue);
        const auto before = storage->auditSummary().records;
        const auto done = storage->submit(
            { "MK", RecordReview { "M. Kaya", "reviewed as owner", "all within", true } });
        ASSERT_TRUE(done) << done.error().text();
        EXPECT_EQ(storage->auditSummary().records, before + 1);
    }
    auto storage = open();
    const auto status = certification(*storage);
    EXPECT_EQ(status.problem, "");
    ASSERT_EQ(status.reviews.size(), 1U);
    EXPECT_EQ(status.reviews[0].review.reviewer, "M. Kaya");
    EXPECT_EQ(status.standing.state, ReviewState::Current);
    EXPECT_EQ(toDateText(status.standing.nextReview), "2027-01-19");
}

TEST_F(StorageTest, aReviewWithoutASignatureIsRefusedAndNothingIsRecorded)
{
    auto storage = open();
    EXPECT_FALSE(storage->submit({ "MK", RecordReview { "", "reviewed as owner", "", true } }));
    EXPECT_TRUE(certification(*storage).reviews.empty());
}

TEST_F(StorageTest, anEditedReviewLogIsRefusedAndSaid)
{
    {
        auto storage = open();
        ASSERT_TRUE(storage->submit({ "MK", RecordReview { "M. Kaya", "owner", "", false } }));
    }
    const auto file = dir_.path() / "certification.reviews";
    std::ifstream in(file);
    std::string text { std::istreambuf_iterator<char>(in), {} };
    text[text.find("Kaya")] = 'M';
    std::ofstream(file, std::ios::trunc) << text;
    auto storage = open();
    EXPECT_NE(certification(*storage).problem.find("cannot be read"), std::string::npos);
    EXPECT_FALSE(storage->submit({ "MK", RecordReview { "M. Kaya", "owner", "", true } }));
}

TEST_F(StorageTest, evidenceIsThePeakOfTheHistory)
{
    auto storage = open();
    const auto now = std::chrono::floor<std::chrono::seconds>(clock_.systemNow());
    for (const double peak : { 40.0, 103.0, 7.0 }) {
        HistoryRow row;
        row.startSeconds
            = (now - std::chrono::seconds(110 - static_cast<int>(peak))).time_since_epoch().count();
        row.metrics[indexOf(Metric::ConcurrentWrites)] = MetricStats { 1, 2, peak, 2, 1 };
        storage->take(row);
    }
    ASSERT_TRUE(waitUntil([&] {
        const auto status = certification(*storage);
        const auto& peak = status.observed[indexOf(Metric::ConcurrentWrites)].peak;
        return peak
            && *peak
            == Peak { 103, std::chrono::time_point_cast<SystemTime::duration>(now) - 7s, true };
    })) << "the very second of it";
    const auto status = certification(*storage);
    const auto& writers = status.observed[indexOf(Metric::ConcurrentWrites)];
    EXPECT_EQ(writers.standing, Standing::Exceeded);
    EXPECT_EQ(status.observed[indexOf(Metric::TotalStorage)].standing, Standing::NotObserved);
    EXPECT_FALSE(status.drift.isDrifted()) << status.drift.text();
    EXPECT_FALSE(status.conflicts.empty());
}

TEST_F(StorageTest, whoAsksWhileItStopsGetsAnAnswer)
{
    auto storage = open();
    storage->stop();
    const auto done = storage->audit({ "MK", "test.note", {}, {}, {} });
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::Unavailable);
}

TEST_F(StorageTest, thresholdsAreInTheTrailBeforeTheyAreKept)
{
    auto storage = open();
    const auto before = storage->auditSummary().records;
    std::promise<Result<void>> stored;
    storage->storeThresholds(1, "{\n}\n", { "MK", "thresholds.changed", "version 1", "a", "b" },
        [&](auto outcome) { stored.set_value(std::move(outcome)); });
    const auto outcome = stored.get_future().get();
    ASSERT_TRUE(outcome) << outcome.error().text();
    EXPECT_TRUE(std::filesystem::exists(dir_.path() / "thresholds" / "000001.json"));
    EXPECT_TRUE(waitUntil([&] { return storage->auditSummary().records == before + 1; }));
}

TEST_F(StorageTest, thresholdsThatCannotBeAuditedAreNotKept)
{
    auto storage = open();
    std::promise<Result<void>> stored;
    storage->storeThresholds(1, "{\n}\n", { "MK\xff", "thresholds.changed", {}, {}, {} },
        [&](auto outcome) { stored.set_value(std::move(outcome)); });
    const auto outcome = stored.get_future().get();
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, ErrorCode::Refused);
    EXPECT_FALSE(std::filesystem::exists(dir_.path() / "thresholds" / "000001.json"));
}

TEST_F(StorageTest, thresholdsThatCannotBeStoredAreSaidSoInTheTrail)
{
    auto storage = open();
    std::ofstream(dir_.path() / "thresholds") << "in the way";
    std::promise<Result<void>> stored;
    storage->storeThresholds(1, "{\n}\n", { "MK", "thresholds.changed", "version 1", {}, {} },
        [&](auto outcome) { stored.set_value(std::move(outcome)); });
    EXPECT_FALSE(stored.get_future().get());
    std::promise<Result<AuditAnswer>> answered;
    storage->queryAudit({ {}, 2 }, [&](auto answer) { answered.set_value(std::move(answer)); });
    const auto trail = answered.get_future().get();
    ASSERT_TRUE(trail);
    EXPECT_EQ(trail->records[0].action, "thresholds.changed");
    EXPECT_EQ(trail->records[1].action, "thresholds.changed_failed");
}

TEST_F(StorageTest, whoChangesThresholdsWhileItStopsGetsAnAnswer)
{
    auto storage = open();
    storage->stop();
    std::optional<Result<void>> outcome;
    storage->storeThresholds(1, "{\n}\n", { "MK", "thresholds.changed", {}, {}, {} },
        [&](auto answer) { outcome = std::move(answer); });
    ASSERT_TRUE(outcome);
    EXPECT_EQ(outcome->error().code, ErrorCode::Unavailable);
}

Result<void> recordHalt(Storage& storage, bool isHalted)
{
    std::promise<Result<void>> recorded;
    storage.recordHalt(isHalted,
        { "headroom", isHalted ? "gate.halted" : "gate.reopened", "used_bytes=1", {}, {} },
        [&](auto outcome) { recorded.set_value(std::move(outcome)); });
    return recorded.get_future().get();
}

TEST_F(StorageTest, aHaltedGateIsKnownAfterARestartUntilItsEndWasRecorded)
{
    {
        auto storage = open();
        EXPECT_FALSE(storage->wasHalted());
        ASSERT_TRUE(recordHalt(*storage, true));
        EXPECT_FALSE(storage->wasHalted()) << "it is about the run before";
    }
    {
        auto storage = open();
        EXPECT_TRUE(storage->wasHalted());
        ASSERT_TRUE(recordHalt(*storage, false));
    }
    EXPECT_FALSE(open()->wasHalted());
}

TEST_F(StorageTest, whetherTheGateWasHaltedIsKnownBeforeTheThreadBegins)
{
    std::ofstream(dir_.path() / "gate.halted") << "half a li";
    StorageSettings settings;
    settings.directory = dir_.path();
    const Storage storage(settings, files_, clock_, nullptr);
    EXPECT_TRUE(storage.wasHalted());
}

}  // namespace
}  // namespace headroom
