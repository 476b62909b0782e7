// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/monitor_core/alerts/alert_world.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace headroom {
namespace {

using namespace std::chrono_literals;

TEST(Command, thatCannotBeAuditedIsRefusedWithTheReasonAndChangesNothing)
{
    AlertWorld world;
    world.set(Metric::ConcurrentWrites, Level::Red, 100);
    world.tick();
    const auto id = world.open(AlertType::ConcurrentWrites)->id;
    const auto rows = world.store.rows;
    world.isAuditFailing = true;
    const auto done = world.acknowledge(id);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::Refused);
    EXPECT_NE(done.error().text().find("no space left"), std::string::npos);
    EXPECT_EQ(world.open(AlertType::ConcurrentWrites)->state, AlertState::Open);
    EXPECT_EQ(world.store.rows, rows);
    world.isAuditFailing = false;
    EXPECT_TRUE(world.acknowledge(id));
    EXPECT_EQ(world.audit.back().actor, "MK");
    EXPECT_EQ(world.audit.back().action, "acknowledge_alert");
}

TEST(Command, thatCannotBeStoredIsRefusedAndTheTrailSaysSo)
{
    AlertWorld world;
    world.set(Metric::ConcurrentWrites, Level::Red, 100);
    world.tick();
    world.store.isFailing = true;
    EXPECT_EQ(world.acknowledge(world.open(AlertType::ConcurrentWrites)->id).error().code,
        ErrorCode::Unavailable);
    EXPECT_EQ(world.open(AlertType::ConcurrentWrites)->state, AlertState::Open);
    EXPECT_EQ(world.audit.back().action, "acknowledge_alert_failed");
}

TEST(Command, ofSomebodyWithoutANameOrWithTextThatIsNotTextIsRefused)
{
    AlertWorld world;
    world.set(Metric::ConcurrentWrites, Level::Red, 100);
    world.tick();
    const auto id = world.open(AlertType::ConcurrentWrites)->id;
    EXPECT_FALSE(world.keeper->submit({ "", AcknowledgeAlert { id, "" } }, world.now()));
    EXPECT_FALSE(world.acknowledge(id, std::string(1001, 'x')));
    EXPECT_FALSE(world.acknowledge(id, "\xC0\xAF"));
    EXPECT_FALSE(world.acknowledge(id, std::string("a\0b", 3)));
    EXPECT_TRUE(world.acknowledge(id, std::string(1000, 'x')));
    EXPECT_EQ(world.keeper->submit({ "MK", FreeWorkloadSpace {} }, world.now()).error().code,
        ErrorCode::Unsupported);
}

TEST(Acknowledgement, survivesAKillWithTheSameIdAndTheSameDeadline)
{
    AlertWorld world;
    world.setStorage(Level::Red, 0.995);
    world.tick();
    const auto before = *world.open(AlertType::StorageCapacity);
    ASSERT_TRUE(world.acknowledge(before.id, "moving tier 2 to cold storage"));
    world.clock.advance(3min);
    world.start();
    const auto after = *world.open(AlertType::StorageCapacity);
    EXPECT_EQ(after.id, before.id);
    EXPECT_EQ(after.deadline, before.deadline);
    EXPECT_EQ(after.deadlineUtc, before.deadlineUtc);
    EXPECT_EQ(after.raisedAtUtc, before.raisedAtUtc);
    EXPECT_EQ(after.state, AlertState::Acknowledged);
    EXPECT_EQ(after.acknowledgedNote, "moving tier 2 to cold storage");
    EXPECT_EQ(after.steps->size(), 2U);
    world.tick();
    EXPECT_EQ(world.open(AlertType::StorageCapacity)->id, before.id);
    EXPECT_EQ(world.store.events.size(), 2U);
}

TEST(FullDisk, keepsTheAlertOnTheScreenTellsPeopleAndCatchesUp)
{
    AlertWorld world;
    world.tick();
    world.store.isFailing = true;
    world.setStorage(Level::Red, 1.0);
    world.tick();
    EXPECT_TRUE(world.open(AlertType::StorageCapacity));
    EXPECT_NE(world.board()->storeProblem.find("disk full"), std::string::npos);
    EXPECT_EQ(world.keeper->takeDeliveries(world.now()).size(), 2U);
    EXPECT_EQ(world.audit.size(), 1U);
    world.store.isFailing = false;
    world.tick(1s);
    EXPECT_TRUE(world.board()->storeProblem.empty());
    EXPECT_EQ(world.store.events.size(), 1U);
    const auto id = world.open(AlertType::StorageCapacity)->id;
    world.start();
    EXPECT_EQ(world.open(AlertType::StorageCapacity)->id, id);
}

TEST(StepOfRed, waitsForTheAuditTrailAcrossARestart)
{
    AlertWorld world;
    world.isAuditFailing = true;
    world.set(Metric::ConcurrentWrites, Level::Red, 100);
    world.tick();
    EXPECT_FALSE(world.board()->storeProblem.empty());
    world.start();
    world.isAuditFailing = false;
    world.tick();
    ASSERT_EQ(world.audit.size(), 1U);
    EXPECT_EQ(world.audit.front().action, "alert_raised");
    world.tick();
    EXPECT_EQ(world.audit.size(), 1U);
}

struct Killed { };

/// Dies at the n-th touch of the outside world: before or after it.
class Killer {
public:
    explicit Killer(int at)
        : left_(at)
    {
    }
    void touch()
    {
        if (--left_ == 0) {
            throw Killed();
        }
    }
    [[nodiscard]] bool hasKilled() const { return left_ <= 0; }

private:
    int left_;
};

class MortalStore final : public AlertStore {
public:
    Killer* killer = nullptr;
    MemoryAlertStore disk;

    Result<void> store(const AlertChanges& changes) override
    {
        killer->touch();
        auto done = disk.store(changes);
        killer->touch();
        return done;
    }
    Result<std::vector<StoredRow>> load() override { return disk.load(); }
};

/// What the outside world saw of one run through a fixed story, killed at one point and started
/// again.
struct Outcome {
    std::map<std::uint64_t, AlertEvent> events;
    std::map<std::string, int> deliveries;
    std::map<std::string, int> audits;
    bool wasKilled = false;
};

Outcome tellStory(int killAt)
{
    Killer killer(killAt);
    MortalStore store;
    store.killer = &killer;
    AlertWorld scene;  // makes the snapshots
    Outcome outcome;
    std::optional<AlertKeeper> keeper;
    const auto start = [&] {
        keeper.emplace(
            AlertBook(testRules(), "boot-1", scene.now()), store, [&](const AuditText& text) {
                killer.touch();
                ++outcome.audits[text.action + ' ' + text.details];
                killer.touch();
                return Result<void>();
            });
        EXPECT_TRUE(keeper->restore());
    };
    const auto survive = [&](const std::function<void()>& what) {
        for (;;) {
            try {
                what();
                return;
            } catch (const Killed&) {
                start();
            }
        }
    };
    const auto acknowledge = [&](AlertType type) {
        const auto board = keeper->board(scene.now());
        for (const auto& alert : board->open) {
            if (alert.type == type && alert.acknowledgedBy.empty()) {
                EXPECT_TRUE(
                    keeper->submit({ "MK", AcknowledgeAlert { alert.id, "" } }, scene.now()));
            }
        }
    };
    const auto deliver = [&] {
        for (const auto& delivery : keeper->takeDeliveries(scene.now())) {
            killer.touch();
            ++outcome.deliveries[delivery.messageId];
            killer.touch();
            keeper->delivered(delivery.messageId);
        }
    };
    start();
    const Level story[] = { Level::Orange, Level::Red, Level::Orange, Level::Green, Level::Yellow };
    for (int i = 0; i < 5; ++i) {
        scene.clock.advance(i == 2 ? 2h : std::chrono::nanoseconds(20min));
        scene.set(Metric::TotalStorage, story[i], 9e11);
        scene.set(Metric::ArtifactCount, i >= 2 ? Level::Orange : Level::Green, 95'000);
        scene.look();  // only to stamp the snapshot
        survive([&] { keeper->process(scene.snapshot, scene.now()); });
        survive([&] {
            if (i == 3) {
                acknowledge(AlertType::ArtifactCount);
            }
        });
        survive(deliver);
        survive([&] { keeper->process(scene.snapshot, scene.now()); });
    }
    survive([&] { EXPECT_TRUE(keeper->flush(scene.now())); });
    survive(deliver);
    outcome.events = store.disk.events;
    outcome.wasKilled = killer.hasKilled();
    return outcome;
}

TEST(Kill, atEveryTouchOfTheWorldLosesNoStepAndRepeatsAMessageAtMostOnceUnderTheSameId)
{
    const auto whole = tellStory(1'000'000);
    ASSERT_FALSE(whole.wasKilled);
    ASSERT_GE(whole.events.size(), 8U);
    ASSERT_GE(whole.deliveries.size(), 8U);
    for (int at = 1;; ++at) {
        const auto killed = tellStory(at);
        if (!killed.wasKilled) {
            EXPECT_GT(at, 50);
            break;
        }
        SCOPED_TRACE("killed at touch " + std::to_string(at));
        ASSERT_EQ(killed.events, whole.events);
        std::set<std::string> ids;
        int repeated = 0;
        for (const auto& [id, times] : killed.deliveries) {
            ids.insert(id);
            repeated += times - 1;
        }
        ASSERT_LE(repeated, 1);
        for (const auto& [id, times] : whole.deliveries) {
            ASSERT_EQ(ids.count(id), 1U) << id << " was never sent";
        }
        ASSERT_EQ(ids.size(), whole.deliveries.size());
        for (const auto& [text, times] : whole.audits) {
            const auto found = killed.audits.find(text);
            ASSERT_TRUE(found != killed.audits.end()) << text;
            ASSERT_LE(found->second, 2);
        }
    }
}

}  // namespace
}  // namespace headroom
