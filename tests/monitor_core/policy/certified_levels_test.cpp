// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/policy/judging.h"
#include "monitor_core/policy/level_judge.h"
#include "tests/support/certified_policy.h"

#include <gtest/gtest.h>

#include <ostream>
#include <vector>

namespace headroom {

namespace {

struct Row {
    Metric metric;
    double value;
    Level level;
};

void PrintTo(const Row& row, std::ostream* out)
{
    *out << info(row.metric).key << ' ' << row.value << " is " << toString(row.level);
}

constexpr double kGb = 1024.0 * 1024 * 1024;
constexpr double kMaxSize = 500.0 * 1024 * 1024;

/// Contract §2, line by line: below, at and above each bound.
std::vector<Row> contractRows()
{
    using enum Level;
    using enum Metric;
    return {
        { ConcurrentWrites, 0, Green },
        { ConcurrentWrites, 50, Green },
        { ConcurrentWrites, 51, Yellow },
        { ConcurrentWrites, 52, Yellow },
        { ConcurrentWrites, 75, Yellow },
        { ConcurrentWrites, 76, Orange },
        { ConcurrentWrites, 77, Orange },
        { ConcurrentWrites, 99, Orange },
        { ConcurrentWrites, 100, Red },
        { ConcurrentWrites, 101, Red },

        { TotalStorage, 0, Green },
        { TotalStorage, 700 * kGb - 1, Green },
        { TotalStorage, 700 * kGb, Yellow },
        { TotalStorage, 700 * kGb + 1, Yellow },
        { TotalStorage, 900 * kGb - 1, Yellow },
        { TotalStorage, 900 * kGb, Orange },
        { TotalStorage, 900 * kGb + 1, Orange },
        { TotalStorage, 990 * kGb - 1, Orange },
        { TotalStorage, 990 * kGb, Red },
        { TotalStorage, 990 * kGb + 1, Red },
        { TotalStorage, 1000 * kGb, Red },
        { TotalStorage, 1200 * kGb, Red },

        { WriteThroughput, 0, Green },
        { WriteThroughput, 499.9, Green },
        { WriteThroughput, 500, Green },
        { WriteThroughput, 500.1, Yellow },
        { WriteThroughput, 800, Yellow },
        { WriteThroughput, 800.1, Orange },
        { WriteThroughput, 1000, Orange },
        { WriteThroughput, 1000.1, Red },

        { QueryResponse, 0, Green },
        { QueryResponse, 99.999, Green },
        { QueryResponse, 100, Yellow },
        { QueryResponse, 199.999, Yellow },
        { QueryResponse, 200, Orange },
        { QueryResponse, 499.999, Orange },
        { QueryResponse, 500, Orange },
        { QueryResponse, 500.001, Red },
        { QueryResponse, 5000, Red },

        { ArtifactCount, 69'999, Green },
        { ArtifactCount, 70'000, Yellow },
        { ArtifactCount, 70'001, Yellow },
        { ArtifactCount, 89'999, Yellow },
        { ArtifactCount, 90'000, Orange },
        { ArtifactCount, 99'999, Orange },
        { ArtifactCount, 100'000, Red },
        { ArtifactCount, 100'001, Red },

        { ArtifactSize, 0.7 * kMaxSize - 1, Green },
        { ArtifactSize, 0.7 * kMaxSize, Yellow },
        { ArtifactSize, 0.9 * kMaxSize - 1, Yellow },
        { ArtifactSize, 0.9 * kMaxSize, Orange },
        { ArtifactSize, kMaxSize - 1, Orange },
        { ArtifactSize, kMaxSize, Orange },
        { ArtifactSize, kMaxSize + 1, Red },

        { AuditRetention, 0, Green },
        { AuditRetention, 1, Red },
    };
}

class CertifiedLevels : public testing::TestWithParam<Row> { };

TEST_P(CertifiedLevels, areThoseOfTheContract)
{
    const auto policy = certifiedPolicy();
    const auto [metric, value, level] = GetParam();
    const std::size_t i = indexOf(metric);
    EXPECT_EQ(levelOf(policy.thresholds[i], value, policy.limits[i]), level);

    LevelJudge judge;
    EXPECT_EQ(judge.judge(policy.thresholds[i], value, policy.limits[i], SteadyTime {}), level);
}

INSTANTIATE_TEST_SUITE_P(Contract, CertifiedLevels, testing::ValuesIn(contractRows()));

TEST(CertifiedPolicy, hasTheCatalogsLimits)
{
    const auto policy = certifiedPolicy();
    for (const auto& metric : catalog()) {
        EXPECT_EQ(policy.limits[indexOf(metric.metric)], metric.certifiedLimit) << metric.key;
    }
}

TEST(CertifiedPolicy, hasTheGateAndWindowsThatTheCodeHasAsDefaults)
{
    const auto policy = certifiedPolicy();
    EXPECT_EQ(policy.gate, GateSettings {});
    EXPECT_EQ(policy.windows, WindowSettings {});
}

TEST(CertifiedPolicy, hasTheDefaultHysteresisAndNoHoldTime)
{
    const auto policy = certifiedPolicy();
    for (const auto& metric : catalog()) {
        const auto& thresholds = policy.thresholds[indexOf(metric.metric)];
        EXPECT_EQ(thresholds.onDelay.count(), 0) << metric.key;
        for (const auto& bound : { thresholds.yellow, thresholds.orange, thresholds.red }) {
            if (bound && metric.metric != Metric::AuditRetention) {
                EXPECT_EQ(bound->hysteresis,
                    defaultHysteresis(metric.metric, thresholds.basis, bound->value))
                    << metric.key << ' ' << bound->value;
            }
        }
    }
}

}  // namespace

}  // namespace headroom
