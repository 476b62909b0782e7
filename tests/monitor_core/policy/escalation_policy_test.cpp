// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/policy/escalation_policy.h"

#include <gtest/gtest.h>

namespace headroom {
namespace {

using namespace std::chrono_literals;

TEST(CertifiedEscalation, hasNoFaultsAndMarksWhatTheHouseAdded)
{
    const auto policy = certifiedEscalation();
    EXPECT_TRUE(faultsOf(policy).empty());
    EXPECT_FALSE(findRow(policy.matrix, AlertType::StorageCapacity, Trigger::Red)->isHouseDefault);
    EXPECT_TRUE(
        findRow(policy.matrix, AlertType::ConcurrentWrites, Trigger::Orange)->isHouseDefault);
    EXPECT_EQ(findRow(policy.matrix, AlertType::WriteThroughput, Trigger::Yellow), nullptr);
    for (std::size_t i = 0; i < kAlertTypeCount; ++i) {
        for (const auto when : { Trigger::Orange, Trigger::Red }) {
            EXPECT_NE(findRow(policy.matrix, static_cast<AlertType>(i), when), nullptr);
        }
    }
}

TEST(EscalationFaults, nameEveryRowAndContactThatIsWrong)
{
    auto policy = certifiedEscalation();
    policy.matrix.push_back(policy.matrix.front());
    policy.matrix[1].to = "Nobody_Known";
    policy.matrix[2].respondWithin = -1s;
    policy.matrix[3].respondWithin = 24h * 7 + 1s;
    policy.contacts["Ops_Team"].members = { "Ashmit_Pandey_and_Ops" };
    policy.contacts["Ashmit_Pandey"].members = { "Ghost" };
    EXPECT_EQ(faultsOf(policy).size(), 7U);
}

TEST(ResponseTimeline, isInTheWordsOfTheWire)
{
    EXPECT_EQ(responseTimeline(0s), "IMMEDIATE");
    EXPECT_EQ(responseTimeline(1h), "1_HOUR");
    EXPECT_EQ(responseTimeline(6h), "6_HOURS");
    EXPECT_EQ(responseTimeline(30min), "30_MINUTES");
    EXPECT_EQ(responseTimeline(90s), "90_SECONDS");
}

}  // namespace
}  // namespace headroom
