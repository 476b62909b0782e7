// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/audit/segments.h"
#include "tests/monitor_core/storage/storage_fixture.h"
#include "tests/support/holding_file_system.h"

#include <fstream>

namespace headroom {
namespace {

class StorageQueries : public StorageFixture {
protected:
    static Result<StorageForecast> forecast(Storage& storage)
    {
        std::promise<Result<StorageForecast>> answered;
        storage.queryStorageForecast([&](auto answer) { answered.set_value(std::move(answer)); });
        return answered.get_future().get();
    }
    static Result<AuditAnswer> audit(Storage& storage, AuditRange range)
    {
        std::promise<Result<AuditAnswer>> answered;
        storage.queryAudit(range, [&](auto answer) { answered.set_value(std::move(answer)); });
        return answered.get_future().get();
    }
    static std::future<Result<AuditVerdict>> verify(Storage& storage, const std::string& head)
    {
        auto answered = std::make_shared<std::promise<Result<AuditVerdict>>>();
        auto future = answered->get_future();
        storage.verifyAudit(
            head, [answered](auto answer) { answered->set_value(std::move(answer)); });
        return future;
    }
    static void note(Storage& storage, int count)
    {
        for (int i = 0; i < count; ++i) {
            ASSERT_TRUE(storage.audit({ "MK", "test.note", std::to_string(i), "old", "new" }));
        }
    }
    /// `seconds` of history up to now, in which storage grows by `bytesPerSecond` from `first`.
    void grow(Storage& storage, int seconds, double first, double bytesPerSecond)
    {
        const auto now = std::chrono::floor<std::chrono::seconds>(clock_.systemNow());
        for (int i = 0; i < seconds; ++i) {
            const double used = first + bytesPerSecond * i;
            HistoryRow row;
            row.startSeconds = (now - std::chrono::seconds(seconds - i)).time_since_epoch().count();
            row.metrics[indexOf(Metric::TotalStorage)] = MetricStats { used, used, used, used, 1 };
            storage.take(row);
        }
    }
    SnapshotPtr storageLimit(double bytes)
    {
        auto made = std::make_shared<Snapshot>(*snapshot(1, Level::Green));
        made->of(Metric::TotalStorage).limit = bytes;
        return made;
    }
    std::filesystem::path segment() const { return dir_.path() / "audit" / segmentName(1); }
};

TEST_F(StorageQueries, forecastOfHalfAnHourFindsTheSlopeAndTheLimitInForce)
{
    auto storage = open();
    storage->take(storageLimit(1e6));
    grow(*storage, 1800, 100'000, 100);
    ASSERT_TRUE(waitUntil([&] {
        const auto seen = forecast(*storage);
        return seen && seen->trend == StorageForecast::Trend::Growing
            && seen->span >= std::chrono::seconds(1700);
    }));
    const auto answer = forecast(*storage);
    ASSERT_TRUE(answer);
    EXPECT_NEAR(answer->bytesPerSecond, 100, 1);
    EXPECT_NEAR(answer->usedNowBytes, 280'000, 1000);
    // 990 kB of 1 MB are 7100 seconds away; of the certified terabyte they would be years away.
    ASSERT_TRUE(answer->crossings[2].expected);
    const auto ahead = *answer->crossings[2].expected - clock_.systemNow();
    EXPECT_NEAR(std::chrono::duration<double>(ahead).count(), 7100, 100);
}

TEST_F(StorageQueries, forecastWithoutHistorySaysThatThereIsNotEnough)
{
    auto storage = open();
    const auto answer = forecast(*storage);
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->trend, StorageForecast::Trend::NotEnoughHistory);
}

TEST_F(StorageQueries, theNewestAuditRecordsComeOldestFirstAsTheyWereWritten)
{
    auto storage = open();
    note(*storage, 5);
    const auto answer = audit(*storage, { {}, 2 });
    ASSERT_TRUE(answer);
    ASSERT_EQ(answer->records.size(), 2U);
    EXPECT_EQ(answer->records[0].subject, "3");
    const auto& last = answer->records[1];
    EXPECT_EQ(last.sequence, 6U);  // the trail's own first record says that it began
    EXPECT_EQ(last.actor, "MK");
    EXPECT_EQ(last.action, "test.note");
    EXPECT_EQ(last.subject, "4");
    EXPECT_EQ(last.oldValue, "old");
    EXPECT_EQ(last.newValue, "new");
    EXPECT_EQ(answer->total, 6U);
    EXPECT_EQ(answer->head, "6:" + last.hash);
}

TEST_F(StorageQueries, auditRecordsCanBeReadOnFromWhereAReaderStopped)
{
    auto storage = open();
    note(*storage, 9);
    std::vector<std::uint64_t> seen;
    std::uint64_t after = 0;
    for (auto page = audit(*storage, { after, 4 }); page && !page->records.empty();
         page = audit(*storage, { after, 4 })) {
        EXPECT_LE(page->records.size(), 4U);
        for (const auto& line : page->records) {
            seen.push_back(line.sequence);
        }
        after = seen.back();
    }
    EXPECT_EQ(seen, (std::vector<std::uint64_t> { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 }));
}

TEST_F(StorageQueries, auditRefusesANumberOfRecordsThatIsNoPage)
{
    auto storage = open();
    for (const std::size_t limit : { std::size_t { 0 }, kMaxAuditRecords + 1 }) {
        const auto answer = audit(*storage, { {}, limit });
        ASSERT_FALSE(answer);
        EXPECT_EQ(answer.error().code, ErrorCode::InvalidArgument);
    }
    EXPECT_TRUE(audit(*storage, { {}, kMaxAuditRecords }));
}

TEST_F(StorageQueries, verifyingFindsAWholeTrailWholeAndHoldsItAgainstAKnownHead)
{
    auto storage = open();
    note(*storage, 3);
    const auto head = storage->auditSummary().head;
    note(*storage, 1);
    for (const auto& known : { std::string(), head, head.substr(head.find(':') + 1) }) {
        const auto verdict = verify(*storage, known).get();
        ASSERT_TRUE(verdict) << verdict.error().text();
        EXPECT_TRUE(verdict->isWhole) << verdict->why;
        EXPECT_EQ(verdict->records, 5U);
        EXPECT_EQ(verdict->firstBadSequence, 0U);
        EXPECT_EQ(verdict->head, storage->auditSummary().head);
    }
    const auto foreign = verify(*storage, "2:" + std::string(64, 'a')).get();
    ASSERT_TRUE(foreign);
    EXPECT_FALSE(foreign->isWhole);
    EXPECT_EQ(foreign->firstBadSequence, 2U);
    const auto noHead = verify(*storage, "2:abc").get();
    ASSERT_FALSE(noHead);
    EXPECT_EQ(noHead.error().code, ErrorCode::InvalidArgument);
}

TEST_F(StorageQueries, verifyingNamesTheFirstChangedRecord)
{
    auto storage = open();
    note(*storage, 4);
    std::ifstream in(segment());
    std::string text { std::istreambuf_iterator<char>(in), {} };
    text[text.find("\"1\"") + 1] = '7';
    std::ofstream(segment(), std::ios::trunc) << text;
    const auto verdict = verify(*storage, {}).get();
    ASSERT_TRUE(verdict);
    EXPECT_FALSE(verdict->isWhole);
    EXPECT_EQ(verdict->firstBadSequence, 3U);
    EXPECT_NE(verdict->why, "");
}

class SlowVerify : public StorageQueries {
protected:
    void SetUp() override { disk_ = &slow_; }
    HoldingFileSystem slow_;
};

TEST_F(SlowVerify, recordsGoOnWhileTheTrailIsVerified)
{
    auto storage = open();
    slow_.hold(HoldingFileSystem::What::Reads);
    auto verdict = verify(*storage, {});
    ASSERT_TRUE(waitUntil([&] { return slow_.held() == 1; }));
    note(*storage, 3);
    EXPECT_EQ(verdict.wait_for(0s), std::future_status::timeout);
    slow_.release();
    const auto seen = verdict.get();
    ASSERT_TRUE(seen) << seen.error().text();
    EXPECT_TRUE(seen->isWhole);
}

TEST_F(SlowVerify, isDoneOneByOneAndTooManyAreRefused)
{
    auto storage = open();
    slow_.hold(HoldingFileSystem::What::Reads);
    std::vector<std::future<Result<AuditVerdict>>> asked;
    asked.push_back(verify(*storage, {}));
    ASSERT_TRUE(waitUntil([&] { return slow_.held() == 1; }));
    for (std::size_t i = 0; i < VerifyThread::kMostWaiting; ++i) {
        asked.push_back(verify(*storage, {}));
    }
    const auto refused = verify(*storage, {}).get();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Unavailable);
    EXPECT_EQ(slow_.held(), 1);
    slow_.release();
    for (auto& one : asked) {
        EXPECT_TRUE(one.get());
    }
}

TEST_F(SlowVerify, endsWithTheProgramThatAskedForIt)
{
    auto storage = open();
    note(*storage, 3);
    slow_.hold(HoldingFileSystem::What::Reads);
    auto verdict = verify(*storage, {});
    ASSERT_TRUE(waitUntil([&] { return slow_.held() == 1; }));
    auto stopped = std::async(std::launch::async, [&] { storage->stop(); });
    slow_.release();
    stopped.get();
    storage.reset();
    // Either it was done in time, or the question was dropped with the program.
    try {
        static_cast<void>(verdict.get());
    } catch (const std::future_error& dropped) {
        EXPECT_EQ(dropped.code(), std::future_errc::broken_promise);
    }
}

}  // namespace
}  // namespace headroom
