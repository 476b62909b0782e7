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

#include <sys/resource.h>

#include <algorithm>

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
