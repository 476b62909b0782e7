// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/policy/policy_difference.h"
#include "monitor_core/policy/policy_json.h"
#include "monitor_core/policy/threshold_record_json.h"
#include "tests/support/certified_policy.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace headroom {
namespace {

using Edit = std::function<void(ThresholdPolicy&)>;

MetricThresholds& of(ThresholdPolicy& policy, Metric metric)
{
    return policy.thresholds[indexOf(metric)];
}

struct Refused {
    const char* name;
    Edit edit;
    const char* where;
};

void PrintTo(const Refused& row, std::ostream* out) { *out << row.name; }

class CheckedPolicy : public testing::TestWithParam<Refused> { };

TEST_P(CheckedPolicy, refusesAndSaysWhere)
{
    auto policy = certifiedPolicy();
    GetParam().edit(policy);
    const auto checked = checkedPolicy(policy);
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.error().code, ErrorCode::InvalidArgument);
    EXPECT_NE(checked.error().message.find(GetParam().where), std::string::npos)
        << checked.error().message;
}

constexpr double kInfinity = std::numeric_limits<double>::infinity();
const double kNan = std::nan("");

INSTANTIATE_TEST_SUITE_P(EveryRule, CheckedPolicy,
    testing::Values(
        Refused { "nan", [](auto& p) { of(p, Metric::TotalStorage).orange->value = kNan; },
            "thresholds.total_storage.orange.at_least_ratio" },
        Refused { "infinite", [](auto& p) { of(p, Metric::QueryResponse).red->value = kInfinity; },
            "thresholds.query_response.red.above_ms" },
        Refused { "minusInfinite",
            [](auto& p) { of(p, Metric::WriteThroughput).yellow->value = -kInfinity; },
            "thresholds.write_throughput.yellow" },
        Refused { "nanHysteresis",
            [](auto& p) { of(p, Metric::TotalStorage).red->hysteresis = kNan; },
            "thresholds.total_storage.red.hysteresis_ratio" },
        Refused { "negativeHysteresis",
            [](auto& p) { of(p, Metric::ConcurrentWrites).red->hysteresis = -1; },
            "thresholds.concurrent_writes.red.hysteresis_writers" },
        Refused { "hysteresisAboveItsBound",
            [](auto& p) { of(p, Metric::ConcurrentWrites).red->hysteresis = 101; },
            "thresholds.concurrent_writes.red.hysteresis_writers" },
        Refused { "negative", [](auto& p) { of(p, Metric::ConcurrentWrites).yellow->value = -1; },
            "thresholds.concurrent_writes.yellow" },
        Refused { "trillion", [](auto& p) { of(p, Metric::ConcurrentWrites).red->value = 1e12; },
            "thresholds.concurrent_writes.red" },
        Refused { "halfAWriter", [](auto& p) { of(p, Metric::ConcurrentWrites).red->value = 99.5; },
            "thresholds.concurrent_writes.red" },
        Refused { "tooManyDecimals",
            [](auto& p) { of(p, Metric::TotalStorage).orange->value = 0.90000001; },
            "thresholds.total_storage.orange" },
        Refused { "equal", [](auto& p) { of(p, Metric::TotalStorage).orange->value = 0.99; },
            "orange, red: 0.99 must be less than 0.99" },
        Refused { "swapped", [](auto& p) { of(p, Metric::TotalStorage).yellow->value = 0.95; },
            "yellow, orange: 0.95 must be less than 0.9" },
        Refused { "swappedAroundAMissingLevel",
            [](auto& p) {
                of(p, Metric::TotalStorage).orange.reset();
                of(p, Metric::TotalStorage).yellow->value = 1;
            },
            "yellow, red: 1 must be less than 0.99" },
        Refused { "noBound", [](auto& p) { of(p, Metric::TotalStorage) = {}; },
            "needs at least one of yellow, orange, red" },
        Refused { "shareOfNoLimit",
            [](auto& p) { of(p, Metric::AuditRetention).basis = Basis::OfLimit; },
            "thresholds.audit_retention.red" },
        Refused { "negativeHold",
            [](auto& p) { of(p, Metric::TotalStorage).onDelay = std::chrono::milliseconds(-1); },
            "thresholds.total_storage.hold_ms" },
        Refused { "resumeAtThePause", [](auto& p) { p.gate.resumeBelow = 100; },
            "gate.resume_below_writers: 100 must be less than" },
        Refused { "resumeAboveThePause", [](auto& p) { p.gate.resumeBelow = 150; },
            "gate.resume_below_writers: 150 must be less than" },
        Refused { "resumeBelowZero", [](auto& p) { p.gate.resumeBelow = -5; },
            "gate.resume_below_writers" },
        Refused { "storageResumesAtTheHalt", [](auto& p) { p.gate.resumeStorageBelow = { 1.0 }; },
            "gate.resume_storage_below_ratio: 1 must be less than halt_at_ratio" },
        Refused { "storageResumesAtNan", [](auto& p) { p.gate.resumeStorageBelow = { kNan }; },
            "gate.resume_storage_below_ratio" }),
    [](const auto& row) { return std::string(row.param.name); });

TEST(CheckedPolicyText, listsAllFaultsAtOnce)
{
    auto policy = certifiedPolicy();
    of(policy, Metric::TotalStorage).orange->value = kNan;
    of(policy, Metric::QueryResponse).red->value = 1;
    policy.gate.resumeBelow = 100;
    const auto checked = checkedPolicy(policy);
    ASSERT_FALSE(checked);
    const auto& text = checked.error().message;
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 2) << text;
}

TEST(CheckedPolicyText, whatIsInOrderComesBackAsItWas)
{
    auto policy = certifiedPolicy();
    of(policy, Metric::QueryResponse).red->value = 450.125;
    of(policy, Metric::TotalStorage).yellow->value = 0.654321;
    policy.gate.resumeBelow = 60;
    const auto checked = checkedPolicy(policy);
    ASSERT_TRUE(checked) << checked.error().text();
    EXPECT_EQ(*checked, policy);
}

TEST(PolicyDifference, namesWhatPeopleChangedWithOldAndNew)
{
    const auto before = certifiedPolicy();
    auto after = before;
    EXPECT_TRUE(differencesOf(before, after).empty());
    of(after, Metric::TotalStorage).orange = Bound { 0.85, Side::Above, 0.01 };
    of(after, Metric::ConcurrentWrites).yellow.reset();
    of(after, Metric::QueryResponse).onDelay = std::chrono::milliseconds(1500);
    after.gate.resumeBelow = 60;
    after.gate.failClosed = true;
    const std::vector<PolicyDifference> expected {
        { "concurrent_writes.yellow", "at_least_writers=51 hysteresis_writers=1", "none" },
        { "total_storage.orange", "at_least_ratio=0.9 hysteresis_ratio=0.018",
            "above_ratio=0.85 hysteresis_ratio=0.01" },
        { "query_response.hold_ms", "0", "1500" },
        { "gate.resume_below_writers", "75", "60" },
        { "gate.fail_closed", "false", "true" },
    };
    EXPECT_EQ(differencesOf(before, after), expected);
}

TEST(ThresholdRecordJson, whatIsWrittenReadsBackEqualWhateverPeopleWrote)
{
    ThresholdRecord record { 7, "2026-08-03T10:03:53.000Z", "M. \"K\"\n", "Größer – 100 % \\ </b>",
        certifiedPolicy() };
    of(record.policy, Metric::QueryResponse).red->value = 450.125;
    const auto again = thresholdRecordFromJson(thresholdRecordToJson(record));
    ASSERT_TRUE(again) << again.error().text();
    EXPECT_EQ(*again, record);
}

TEST(ThresholdRecordJson, listsEveryFaultWithItsPlaceAndTakesNothing)
{
    const ThresholdRecord record { 7, "now", "MK", "because", certifiedPolicy() };
    auto text = thresholdRecordToJson(record);
    text.replace(text.find("\"version\": 7"), 12, "\"version\": 0");
    text.replace(text.find("\"MK\""), 4, "\"\"");
    text.replace(text.find("\"resume_below_writers\": 75"), 26, "\"resume_below_writers\": 175");
    const auto read = thresholdRecordFromJson(text);
    ASSERT_FALSE(read);
    for (const auto* place : { "version: ", "actor: ", "gate.resume_below_writers" }) {
        EXPECT_NE(read.error().message.find(place), std::string::npos) << read.error().message;
    }
}

}  // namespace
}  // namespace headroom
