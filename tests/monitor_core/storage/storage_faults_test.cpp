// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/history/detail/sqlite.h"
#include "monitor_core/monitor.h"
#include "monitor_core/policy/threshold_policy.h"
#include "monitor_core/recorder.h"
#include "monitor_core/sources/source.h"
#include "tests/monitor_core/storage/storage_fixture.h"
#include "tests/support/certified_policy.h"
#include "tests/support/holding_file_system.h"

#include <sqlite3.h>
#include <sys/resource.h>

#include <algorithm>
#include <fstream>

namespace headroom {
namespace {

class SlowDisk : public StorageFixture {
protected:
    SlowDisk()
    {
        disk_ = &slow_;
        patience_ = 50ms;
    }
    HoldingFileSystem slow_;
};

TEST_F(SlowDisk, refusesWhoWaitsForItAndEverythingElseGoesOn)
{
    const auto policy = certifiedPolicy();
    auto storage = open();
    Recorder recorder(policy.gate, policy.windows, clock_);
    Monitor monitor(policy, recorder, {}, clock_, storage.get());
    monitor.tickOnce();
    ASSERT_EQ(monitor.latest()->of(Metric::AuditRetention).level, Level::Green);

    slow_.hold(HoldingFileSystem::What::Syncs);
    const auto refused = storage->audit({ "MK", "test.note", "slow", {}, {} });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Unavailable);
    EXPECT_NE(refused.error().message.find("storage_slow"), std::string::npos);
    const auto command = monitor.submit({ "MK", AcknowledgeAlert { "any", {} } });
    ASSERT_FALSE(command);
    EXPECT_EQ(command.error().code, ErrorCode::Unavailable);

    // A sync of 30 s: the tick judges and publishes, the gate admits, the board can be looked at.
    const auto before = monitor.latest()->sequence;
    for (int i = 0; i < 30; ++i) {
        clock_.advance(1s);
        monitor.tickOnce();
        EXPECT_TRUE(recorder.beginWrite(megabytes(1)).admitted());
    }
    EXPECT_EQ(monitor.latest()->sequence, before + 30);
    EXPECT_EQ(monitor.latest()->of(Metric::AuditRetention).level, Level::Unknown);
    EXPECT_NE(monitor.alerts(), nullptr);

    slow_.release();
    ASSERT_TRUE(waitUntil([&] {
        return storage->audit({ "MK", "test.note", "again", {}, {} }).has_value();
    }));
    ASSERT_TRUE(waitUntil([&] { return storage->aliveAt() == clock_.steadyNow(); }));
    monitor.tickOnce();
    EXPECT_EQ(monitor.latest()->of(Metric::AuditRetention).level, Level::Green);
    EXPECT_FALSE(storage->auditSummary().isBroken);
}

class DamagedHistory : public StorageFixture {
protected:
    /// A minute of history, closed.
    void keepAMinute()
    {
        auto storage = open();
        const auto now = std::chrono::floor<std::chrono::seconds>(clock_.systemNow());
        for (int i = 0; i < 60; ++i) {
            HistoryRow row;
            row.startSeconds = (now - std::chrono::seconds(120 - i)).time_since_epoch().count();
            row.metrics[indexOf(Metric::TotalStorage)] = MetricStats { 1, 2, 3, 2, 1 };
            storage->take(row);
        }
    }
    Result<AuditAnswer> trail(Storage& storage)
    {
        std::promise<Result<AuditAnswer>> answered;
        storage.queryAudit({}, [&](auto answer) { answered.set_value(std::move(answer)); });
        return answered.get_future().get();
    }
};

TEST_F(DamagedHistory, rowsThatAreLeftOutAreSaidWithoutAnyoneAskingAndAreInTheTrailOnce)
{
    keepAMinute();
    {
        auto store = HistoryStore::open(dir_.path(), {}, clock_.systemNow());
        ASSERT_TRUE(store) << store.error().text();
        ASSERT_TRUE(store->database().run(
            "update second set metrics = cast(x'0102030405060708' || substr(metrics, 9) as blob) "
            "where t % 20 = 0"));
    }
    auto storage = open();
    ASSERT_TRUE(waitUntil([&] {
        return storage->problem().find("rows of the history are damaged") != std::string::npos;
    })) << storage->problem();
    const auto records = trail(*storage);
    ASSERT_TRUE(records);
    EXPECT_EQ(std::count_if(records->records.begin(), records->records.end(),
                  [](const auto& line) { return line.action == "history.rows_damaged"; }),
        1);
}

TEST_F(DamagedHistory, cutToHalfIsKeptAsideOrReadWithoutFalseRowsAndTheTrailIsUntouched)
{
    keepAMinute();
    const auto file = dir_.path() / "history.db";
    std::filesystem::resize_file(file, std::filesystem::file_size(file) / 2);
    auto storage = open();
    ASSERT_TRUE(waitUntil([&] { return !storage->problem().empty(); }));
    EXPECT_FALSE(storage->auditSummary().isBroken);
    EXPECT_TRUE(storage->audit({ "MK", "test.note", {}, {}, {} }));
}

/// The trail's lines with one action.
int countOf(const Result<AuditAnswer>& trail, const std::string& action)
{
    return trail ? static_cast<int>(std::count_if(trail->records.begin(), trail->records.end(),
               [&](const auto& line) { return line.action == action; }))
                 : -1;
}

std::vector<std::string> namesIn(const std::filesystem::path& directory, const std::string& part)
{
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(directory)) {
        if (const auto name = entry.path().filename().string();
            name.find(part) != std::string::npos) {
            names.push_back(name);
        }
    }
    return names;
}

/// Half an hour of history that is older than what the hourly look for damage reads, so that its
/// pages are on the disk alone.
class DamageWhileItRuns : public DamagedHistory {
protected:
    static constexpr int kSeconds = 1800;

    void keepHalfAnHour()
    {
        auto storage = open();
        for (int i = 0; i < kSeconds; ++i) {
            HistoryRow row;
            row.startSeconds = start() + i;
            for (auto& slot : row.metrics) {
                slot = MetricStats { 1, 2, 3, 2, 1 };
            }
            storage->take(row);
        }
    }
    std::int64_t start() const
    {
        return std::chrono::floor<std::chrono::seconds>(clock_.systemNow() - 3h)
            .time_since_epoch()
            .count();
    }
    Result<std::vector<HistoryAnswer>> ask(Storage& storage) const
    {
        const SystemTime from { std::chrono::seconds(start()) };
        std::promise<Result<std::vector<HistoryAnswer>>> answered;
        storage.queryMetrics({ Metric::TotalStorage }, { from, from + 30min }, 2000,
            [&](auto answer) { answered.set_value(std::move(answer)); });
        return answered.get_future().get();
    }
    /// Every bit of the pages in the middle of the database, below whoever has it open.
    void flipTheMiddle() const
    {
        constexpr std::streamoff kPage = 4096;
        const auto file = dir_.path() / "history.db";
        const auto pages = static_cast<std::streamoff>(std::filesystem::file_size(file)) / kPage;
        ASSERT_GT(pages, 40);
        std::string bytes(static_cast<std::size_t>(pages / 2 * kPage), '\0');
        std::fstream disk(file, std::ios::in | std::ios::out | std::ios::binary);
        disk.seekg(pages / 4 * kPage);
        disk.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        for (auto& byte : bytes) {
            byte = static_cast<char>(~byte);
        }
        disk.seekp(pages / 4 * kPage);
        disk.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        ASSERT_TRUE(disk.flush());
    }
};

TEST_F(DamageWhileItRuns, isSaidAndKeptAsideAndNothingFalseIsAnswered)
{
    keepHalfAnHour();
    std::string alertId;
    {
        auto storage = open();
        storage->take(snapshot(100, Level::Red));
        alertId = raised(*storage).id;
        ASSERT_FALSE(alertId.empty());
        flipTheMiddle();

        const auto answer = ask(*storage);
        ASSERT_FALSE(answer) << answer->front().points.size() << " points";
        EXPECT_EQ(answer.error().code, ErrorCode::Damaged) << answer.error().text();
        ASSERT_TRUE(waitUntil([&] {
            return storage->problem().find("history.db.damaged-") != std::string::npos;
        })) << storage->problem();
        EXPECT_EQ(countOf(trail(*storage), "history.damaged"), 1);
        EXPECT_EQ(raised(*storage).id, alertId);

        // What comes now is kept, and the hours that are gone are a gap, not zeros.
        const auto anew = ask(*storage);
        ASSERT_TRUE(anew) << anew.error().text();
        EXPECT_TRUE(anew->front().points.empty());
        EXPECT_TRUE(storage->audit({ "MK", "test.note", {}, {}, {} }));
    }
    EXPECT_FALSE(namesIn(dir_.path(), "history.db.damaged-").empty());
    auto storage = open();
    EXPECT_EQ(raised(*storage).id, alertId);
    EXPECT_EQ(storage->problem(), "");
    EXPECT_EQ(countOf(trail(*storage), "history.damaged"), 1);
    EXPECT_FALSE(storage->auditSummary().isBroken);
}

class NoMemory : public DamageWhileItRuns {
protected:
    NoMemory() { disk_ = &forgetful_; }
    static Result<AuditVerdict> verdict(Storage& storage)
    {
        std::promise<Result<AuditVerdict>> answered;
        storage.verifyAudit({}, [&](auto answer) { answered.set_value(std::move(answer)); });
        return answered.get_future().get();
    }
    HoldingFileSystem forgetful_;
};

TEST_F(NoMemory, forAQuestionOrAVerificationRefusesItAndEverythingElseGoesOn)
{
    auto storage = open();
    ASSERT_TRUE(storage->audit({ "MK", "test.note", "before", {}, {} }));
    forgetful_.setOutOfMemory(true);
    const auto records = trail(*storage);
    ASSERT_FALSE(records);
    EXPECT_EQ(records.error().code, ErrorCode::Unavailable);
    EXPECT_NE(records.error().message.find("memory"), std::string::npos);
    const auto whole = verdict(*storage);
    ASSERT_FALSE(whole);
    EXPECT_EQ(whole.error().code, ErrorCode::Unavailable);
    EXPECT_NE(whole.error().message.find("memory"), std::string::npos);
    EXPECT_NE(certification(*storage).problem.find("memory"), std::string::npos);
    EXPECT_TRUE(storage->audit({ "MK", "test.note", "the trail is open", {}, {} }));

    forgetful_.setOutOfMemory(false);
    EXPECT_EQ(countOf(trail(*storage), "test.note"), 2);
    const auto again = verdict(*storage);
    ASSERT_TRUE(again) << again.error().text();
    EXPECT_TRUE(again->isWhole);
    EXPECT_EQ(certification(*storage).problem, "");
}

/// The database gets no more memory than it has, in the whole process.
class DatabaseMemory {
public:
    DatabaseMemory()
        : before_(::sqlite3_hard_heap_limit64(std::max<std::int64_t>(::sqlite3_memory_used(), 1)))
    {
    }
    ~DatabaseMemory() { ::sqlite3_hard_heap_limit64(before_); }
    DatabaseMemory(const DatabaseMemory&) = delete;
    DatabaseMemory& operator=(const DatabaseMemory&) = delete;

private:
    std::int64_t before_;
};

TEST_F(NoMemory, forTheDatabaseIsAnErrorAndNeverTakenForDamage)
{
    keepHalfAnHour();
    auto storage = open();
    {
        const DatabaseMemory none;
        const auto answer = ask(*storage);
        ASSERT_FALSE(answer);
        EXPECT_EQ(answer.error().code, ErrorCode::Unavailable) << answer.error().text();
        EXPECT_TRUE(storage->audit({ "MK", "test.note", {}, {}, {} }));
    }
    const auto answer = ask(*storage);
    ASSERT_TRUE(answer) << answer.error().text();
    EXPECT_EQ(answer->front().points.size(), static_cast<std::size_t>(kSeconds));
    EXPECT_TRUE(namesIn(dir_.path(), "damaged").empty());
}

/// No file can be opened while it lives.
class NoDescriptors {
public:
    NoDescriptors()
    {
        ::getrlimit(RLIMIT_NOFILE, &before_);
        auto none = before_;
        none.rlim_cur = 0;
        ::setrlimit(RLIMIT_NOFILE, &none);
    }
    ~NoDescriptors() { ::setrlimit(RLIMIT_NOFILE, &before_); }
    NoDescriptors(const NoDescriptors&) = delete;
    NoDescriptors& operator=(const NoDescriptors&) = delete;

private:
    rlimit before_ {};
};

using Descriptors = StorageFixture;

TEST_F(Descriptors, thatAreAllTakenRefuseWhatNeedsOneAndNothingElse)
{
#ifdef __SANITIZE_ADDRESS__
    GTEST_SKIP() << "UBSan needs a pipe to look at an object's type, and says that it is wrong";
#endif
    auto storage = open();
    ASSERT_TRUE(storage->audit({ "MK", "test.note", "before", {}, {} }));
    const auto ask = [&] {
        std::promise<Result<AuditAnswer>> answered;
        storage->queryAudit({}, [&](auto answer) { answered.set_value(std::move(answer)); });
        return answered.get_future().get();
    };
    {
        const NoDescriptors none;
        EXPECT_TRUE(storage->audit({ "MK", "test.note", "the files are open", {}, {} }));
        EXPECT_FALSE(ask());
        std::promise<Result<void>> stored;
        storage->storeThresholds(1, "{\n}\n", { "MK", "thresholds.changed", {}, {}, {} },
            [&](auto outcome) { stored.set_value(std::move(outcome)); });
        EXPECT_FALSE(stored.get_future().get());
    }
    EXPECT_TRUE(ask());
    EXPECT_TRUE(storage->audit({ "MK", "test.note", "after", {}, {} }));
    EXPECT_FALSE(storage->auditSummary().isBroken);
}

}  // namespace
}  // namespace headroom
