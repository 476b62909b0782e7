// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/policy/threshold_record_json.h"
#include "monitor_core/tick/threshold_desk.h"
#include "tests/support/certified_policy.h"
#include "tests/support/manual_clock.h"
#include "tests/support/scripted_records.h"
#include "tests/support/wait_until.h"

#include <gtest/gtest.h>

#include <future>

namespace headroom {
namespace {

class ThresholdDeskTest : public testing::Test {
protected:
    ThresholdDeskTest() { static_cast<void>(desk.takeFresh()); }

    static EditableThresholds edited(int resumeBelow)
    {
        const auto policy = certifiedPolicy();
        return { policy.thresholds, resumeBelow, policy.gate.resumeStorageBelow, false };
    }
    Result<std::uint64_t> change(int resumeBelow, std::uint64_t basedOn)
    {
        return desk.change({ edited(resumeBelow), basedOn, "calmer" }, "MK", clock.systemNow());
    }

    ManualClock clock;
    ScriptedRecords records;
    ThresholdDesk desk { certifiedPolicy(), &records };
};

TEST_F(ThresholdDeskTest, auditsAndStoresWhatChangesAndThenHandsItToTheTick)
{
    const auto version = change(60, 0);
    ASSERT_TRUE(version) << version.error().text();
    EXPECT_EQ(*version, 1U);
    ASSERT_EQ(records.thresholds.size(), 1U);
    const auto& stored = records.thresholds[0];
    EXPECT_EQ(stored.version, 1U);
    EXPECT_EQ(stored.note.actor, "MK");
    EXPECT_EQ(stored.note.action, "thresholds.changed");
    EXPECT_EQ(stored.note.subject, "version 1: calmer");
    EXPECT_EQ(stored.note.oldValue, "gate.resume_below_writers 75");
    EXPECT_EQ(stored.note.newValue, "gate.resume_below_writers 60");
    const auto record = thresholdRecordFromJson(stored.json);
    ASSERT_TRUE(record) << record.error().text();
    EXPECT_EQ(record->policy.gate.resumeBelow, 60);
    EXPECT_EQ(record->at, "2026-08-03T10:03:53.000Z");
    EXPECT_EQ(record->reason, "calmer");
    const auto fresh = desk.takeFresh();
    ASSERT_TRUE(fresh);
    EXPECT_EQ(fresh->version, 1U);
    EXPECT_EQ(fresh->policy.gate.resumeBelow, 60);
    EXPECT_FALSE(desk.takeFresh()) << "handed over once";
}

TEST_F(ThresholdDeskTest, theSecondOfTwoWhoSawTheSameVersionHasAConflictAndLosesNothing)
{
    ASSERT_TRUE(change(60, 0));
    const auto second = change(70, 0);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::Conflict);
    EXPECT_EQ(records.thresholds.size(), 1U);
    EXPECT_EQ(desk.takeFresh()->policy.gate.resumeBelow, 60);
    EXPECT_TRUE(change(70, 1));
}

TEST_F(ThresholdDeskTest, twoAtTheSameMomentAreOneChangeAndOneConflict)
{
    records.holdsThresholds = true;
    auto first = std::async(std::launch::async, [&] { return change(60, 0); });
    ASSERT_TRUE(waitUntil([&] { return records.thresholdsAsked() == 1; }));
    auto second = std::async(std::launch::async, [&] { return change(70, 0); });
    EXPECT_FALSE(desk.takeFresh()) << "not stored yet, so not in force";
    records.releaseThresholds({});
    EXPECT_TRUE(first.get());
    const auto lost = second.get();
    ASSERT_FALSE(lost);
    EXPECT_EQ(lost.error().code, ErrorCode::Conflict);
}

TEST_F(ThresholdDeskTest, whatCannotBeStoredIsNotInForceAndCanBeAskedAgain)
{
    records.thresholdsOutcome = Error { ErrorCode::Refused, "cannot be audited", "thresholds" };
    const auto refused = change(60, 0);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Refused);
    EXPECT_FALSE(desk.takeFresh());
    records.thresholdsOutcome = {};
    EXPECT_TRUE(change(60, 0));
}

TEST_F(ThresholdDeskTest, faultsAreAllListedAndNothingIsStored)
{
    auto wanted = edited(100);
    wanted.thresholds[indexOf(Metric::TotalStorage)].orange->value = 0.999;
    const auto refused = desk.change({ wanted, 0, "because" }, "MK", clock.systemNow());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::InvalidArgument);
    EXPECT_NE(refused.error().message.find("total_storage"), std::string::npos);
    EXPECT_NE(refused.error().message.find("resume_below_writers"), std::string::npos);
    EXPECT_TRUE(records.thresholds.empty());
}

TEST_F(ThresholdDeskTest, aChangeNeedsAReasonAndADifference)
{
    for (const auto& reason : { std::string(), std::string(1001, 'x') }) {
        const auto refused = desk.change({ edited(60), 0, reason }, "MK", clock.systemNow());
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, ErrorCode::InvalidArgument);
    }
    EXPECT_TRUE(desk.change({ edited(60), 0, std::string(1000, 'x') }, "MK", clock.systemNow()));
    const auto same = change(60, 1);
    ASSERT_FALSE(same);
    EXPECT_EQ(same.error().code, ErrorCode::InvalidArgument);
}

TEST_F(ThresholdDeskTest, aNumberThatADamagedFileHasIsNotGivenOutAgain)
{
    PolicyInForce start(certifiedPolicy());
    start.version = 4;
    start.lastVersion = 6;
    start.problem = "the newest cannot be read";
    ThresholdDesk damaged(start, &records);
    EXPECT_EQ(damaged.takeFresh()->problem, "the newest cannot be read");
    EXPECT_EQ(*damaged.change({ edited(60), 4, "new ones" }, "MK", clock.systemNow()), 7U);
    EXPECT_EQ(damaged.takeFresh()->problem, "");
}

TEST_F(ThresholdDeskTest, anAnswerAfterTheDeskHasGoneHarmsNobody)
{
    records.holdsThresholds = true;
    {
        ThresholdDesk brief(certifiedPolicy(), &records, std::chrono::milliseconds(20));
        auto asked = std::async(std::launch::async, [&] {
            return brief.change({ edited(60), 0, "x" }, "MK", clock.systemNow());
        });
        ASSERT_TRUE(waitUntil([&] { return records.thresholdsAsked() == 1; }));
        const auto answer = asked.get();  // gives up after its patience
        ASSERT_FALSE(answer);
        EXPECT_EQ(answer.error().code, ErrorCode::Unavailable);
        EXPECT_NE(answer.error().message.find("storage_slow"), std::string::npos);
    }
    records.releaseThresholds({});
}

}  // namespace
}  // namespace headroom
