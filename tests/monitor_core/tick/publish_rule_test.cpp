// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/tick/publish_rule.h"
#include "tests/support/certified_policy.h"

#include <gtest/gtest.h>

namespace headroom {

namespace {

using namespace std::chrono_literals;

class PublishRuleTest : public testing::Test {
protected:
    PublishRuleTest()
    {
        const auto policy = certifiedPolicy();
        for (std::size_t i = 0; i < kMetricCount; ++i) {
            last.metrics[i].thresholds = policy.thresholds[i];
            last.metrics[i].limit = policy.limits[i];
            last.metrics[i].reading = Reading {};
            last.metrics[i].freshness = Freshness::Live;
            last.metrics[i].level = Level::Green;
        }
        next = last;
    }
    [[nodiscard]] bool isDueAfter(std::chrono::milliseconds passed)
    {
        next.at = last.at + passed;
        return isWorthPublishing(&last, next);
    }
    double& value(Metric metric) { return next.of(metric).reading->value; }

    Snapshot last;
    Snapshot next;
};

TEST_F(PublishRuleTest, theFirstSnapshotIsPublished)
{
    EXPECT_TRUE(isWorthPublishing(nullptr, next));
}

TEST_F(PublishRuleTest, nothingNewIsPublishedAfterASecondAndNotBefore)
{
    EXPECT_FALSE(isDueAfter(999ms));
    EXPECT_TRUE(isDueAfter(1000ms));
}

TEST_F(PublishRuleTest, aLevelIsPublishedAtOnce)
{
    next.of(Metric::QueryResponse).level = Level::Yellow;
    EXPECT_TRUE(isDueAfter(1ms));
}

TEST_F(PublishRuleTest, freshnessIsPublishedAtOnce)
{
    next.of(Metric::QueryResponse).freshness = Freshness::Late;
    EXPECT_TRUE(isDueAfter(1ms));
}

TEST_F(PublishRuleTest, theGateIsPublishedAtOnce)
{
    next.gate.state = GateState::Paused;
    EXPECT_TRUE(isDueAfter(1ms));
    next = last;
    next.gate.storageUnknown = true;
    EXPECT_TRUE(isDueAfter(1ms));
    next = last;
    next.gate.since = last.gate.since + 1ms;  // closed and open again between two ticks
    EXPECT_TRUE(isDueAfter(1ms));
}

TEST_F(PublishRuleTest, theSourcesSettingsAndProblemsArePublishedAtOnce)
{
    next.source.problem = "disk full";
    EXPECT_TRUE(isDueAfter(1ms));
    next = last;
    next.source.workload = WorkloadSettings {};
    EXPECT_TRUE(isDueAfter(1ms));
}

TEST_F(PublishRuleTest, aValueThatCanBeSeenToMoveWaitsATenthOfASecond)
{
    value(Metric::ConcurrentWrites) = 1;
    EXPECT_FALSE(isDueAfter(99ms));
    EXPECT_TRUE(isDueAfter(100ms));
}

TEST_F(PublishRuleTest, onePercentOfTheFirstBoundCanBeSeen)
{
    value(Metric::QueryResponse) = 0.99;
    EXPECT_FALSE(isDueAfter(100ms));
    value(Metric::QueryResponse) = 1;
    EXPECT_TRUE(isDueAfter(100ms));
    next = last;
    value(Metric::ArtifactCount) = 699;
    EXPECT_FALSE(isDueAfter(100ms));
    value(Metric::ArtifactCount) = 700;
    EXPECT_TRUE(isDueAfter(100ms));
}

TEST_F(PublishRuleTest, aRefusedWriteIsPublished)
{
    next.gate.refusedHaltedTotal = 1;
    EXPECT_FALSE(isDueAfter(99ms));
    EXPECT_TRUE(isDueAfter(100ms));
}

}  // namespace

}  // namespace headroom
