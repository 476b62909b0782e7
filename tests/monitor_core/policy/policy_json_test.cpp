// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/policy/policy_json.h"
#include "tests/support/certified_policy.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>

namespace headroom {

namespace {

/// The certified text with one piece of it replaced; the piece must be there.
std::string certifiedWith(const std::string& piece, const std::string& replacement)
{
    std::string text = certifiedPolicyText();
    const std::size_t at = text.find(piece);
    EXPECT_NE(at, std::string::npos) << piece;
    return text.replace(at, piece.size(), replacement);
}

std::string faultsOf(const std::string& text)
{
    const auto policy = policyFromJson(text);
    return policy ? "no fault" : policy.error().message;
}

std::ptrdiff_t lineCount(const std::string& text)
{
    return std::count(text.begin(), text.end(), '\n') + 1;
}

TEST(PolicyJson, whatIsWrittenReadsBackEqual)
{
    auto policy = certifiedPolicy();
    policy.thresholds[indexOf(Metric::WriteThroughput)].yellow->value = 512.25;
    policy.thresholds[indexOf(Metric::TotalStorage)].orange->value = 0.912345;
    policy.thresholds[indexOf(Metric::QueryResponse)].onDelay = std::chrono::milliseconds(1500);
    policy.gate.failClosed = true;
    const auto again = policyFromJson(policyToJson(policy));
    ASSERT_TRUE(again) << again.error().text();
    EXPECT_EQ(*again, policy);
}

TEST(PolicyJson, theShippedFileIsWhatWritingItGives)
{
    EXPECT_EQ(policyToJson(certifiedPolicy()), certifiedPolicyText());
}

TEST(PolicyJson, aHysteresisLeftOutIsOneWriterOrTwoPercent)
{
    auto writers = policyFromJson(certifiedWith(
        R"("at_least_writers": 76, "hysteresis_writers": 1)", R"("at_least_writers": 76)"));
    ASSERT_TRUE(writers) << writers.error().text();
    EXPECT_EQ(*writers, certifiedPolicy());

    auto share = policyFromJson(certifiedWith(
        R"("at_least_ratio": 0.99, "hysteresis_ratio": 0.0198)", R"("at_least_ratio": 0.99)"));
    ASSERT_TRUE(share) << share.error().text();
    EXPECT_EQ(*share, certifiedPolicy());
}

TEST(PolicyJson, aMetricMayBeJudgedByAShareOfItsLimitInstead)
{
    auto policy
        = policyFromJson(certifiedWith(R"("yellow": { "at_least_ms": 100, "hysteresis_ms": 2 },
            "orange": { "at_least_ms": 200, "hysteresis_ms": 4 },
            "red": { "above_ms": 500, "hysteresis_ms": 10 })",
            R"("red": { "at_least_ratio": 1 })"));
    ASSERT_TRUE(policy) << policy.error().text();
    const auto& query = policy->thresholds[indexOf(Metric::QueryResponse)];
    EXPECT_EQ(query.basis, Basis::OfLimit);
    EXPECT_FALSE(query.yellow);
    EXPECT_EQ(query.red, (Bound { 1, Side::AtLeast, 0.02 }));
}

struct Refusal {
    const char* piece;
    const char* replacement;
    const char* fault;
};

void PrintTo(const Refusal& refusal, std::ostream* out) { *out << refusal.replacement; }

class PolicyJsonRefuses : public testing::TestWithParam<Refusal> { };

TEST_P(PolicyJsonRefuses, andSaysWhereAndWhatWouldBeRight)
{
    const auto [piece, replacement, fault] = GetParam();
    EXPECT_EQ(faultsOf(certifiedWith(piece, replacement)), fault);
}

INSTANTIATE_TEST_SUITE_P(Faults, PolicyJsonRefuses,
    testing::Values(
        Refusal { R"("pause_at_writers": 100,)", "", "gate.pause_at_writers: is missing" },
        Refusal { R"("pause_at_writers": 100)", R"("pause_at_writers": "100")",
            "gate.pause_at_writers: must be a whole number from 1 to 100000, is a text" },
        Refusal { R"("pause_at_writers": 100)", R"("pause_at_writers": true)",
            "gate.pause_at_writers: must be a whole number from 1 to 100000, is true" },
        Refusal { R"("pause_at_writers": 100)", R"("pause_at_writers": 100.5)",
            "gate.pause_at_writers: must be a whole number from 1 to 100000, is 100.5" },
        Refusal { R"("pause_at_writers": 100)", R"("pause_at_writers": -1)",
            "gate.pause_at_writers: must be a whole number from 1 to 100000, is -1" },
        Refusal { R"("pause_at_writers": 100)", R"("pause_at_writers": 1000000000000)",
            "gate.pause_at_writers: must be a whole number from 1 to 100000, is 1000000000000" },
        Refusal { R"("pause_at_writers": 100)", R"("pause_at_writers": 75)",
            "gate.resume_below_writers: 75 must be less than pause_at_writers, 75" },
        Refusal { R"("resume_storage_below_ratio": 0.99)", R"("resume_storage_below_ratio": 1)",
            "gate.resume_storage_below_ratio: 1 must be less than halt_at_ratio, 1" },
        Refusal { R"("fail_closed": false)", R"("fail_closed": 0)",
            "gate.fail_closed: must be true or false, is a number" },
        Refusal { R"("total_storage_bytes": 1073741824000)", R"("total_storage_bytes": 1e999)",
            "limits.total_storage_bytes: must be a whole number from 1 to 9007199254740992, is not "
            "finite" },
        Refusal { R"("total_storage_bytes": 1073741824000)", R"("total_storage_bytes": 0)",
            "limits.total_storage_bytes: must be a whole number from 1 to 9007199254740992, is 0" },
        Refusal { R"("latency_seconds": 60)", R"("latency_seconds": 0)",
            "windows.latency_seconds: must be a whole number from 1 to 3600, is 0" },
        Refusal { R"("windows": {)", R"("window": 5, "windows": {)",
            "window: unknown key; there are format, limits, thresholds, gate, windows" },
        Refusal { R"("format": 1)", R"("format": 2)",
            "format: must be a whole number from 1 to 1, is 2" },
        Refusal { R"("at_least_ratio": 0.99)", R"("at_least_ratio": 0.9999995)",
            "thresholds.total_storage.red.at_least_ratio: must be a number with at most six "
            "decimals from 0.000001 to 10, is 0.9999995" },
        Refusal { R"("at_least_writers": 76)", R"("at_least_writers": 51)",
            "thresholds.concurrent_writes: yellow, orange: 51 must be less than 51" },
        Refusal { R"("at_least_writers": 76)", R"("at_least_writers": 101)",
            "thresholds.concurrent_writes: orange, red: 101 must be less than 100" },
        Refusal { R"("hysteresis_writers": 1 },)", R"("hysteresis_writers": 52 },)",
            "thresholds.concurrent_writes.yellow.hysteresis_writers: must be a whole number from 0 "
            "to 51, is 52" },
        Refusal { R"({ "at_least_writers": 76, "hysteresis_writers": 1 })", "{}",
            "thresholds.concurrent_writes.orange: needs exactly one of at_least_writers, "
            "above_writers, at_least_ratio, above_ratio" },
        Refusal { R"("at_least_writers": 76)", R"("at_least_writers": 76, "above_writers": 76)",
            "thresholds.concurrent_writes.orange: needs exactly one of at_least_writers, "
            "above_writers, at_least_ratio, above_ratio" },
        Refusal { R"("at_least_writers": 76, "hysteresis_writers": 1)", R"("at_least_ratio": 0.76)",
            "thresholds.concurrent_writes.orange.at_least_ratio: all bounds of a metric must have "
            "the same unit\nthresholds.concurrent_writes.red.at_least_writers: all bounds of a "
            "metric must have the same unit" },
        Refusal { R"("red": { "at_least_broken_links": 1, "hysteresis_broken_links": 0 },)", "",
            "thresholds.audit_retention: needs at least one of yellow, orange, red" },
        Refusal {
            R"("format": 1,)", R"("format": 1, "gate": {},)", "gate: stands twice; keep one" },
        Refusal { R"("fail_closed": false)", R"("fail_closed": true, "fail_closed": false)",
            "gate.fail_closed: stands twice; keep one" }));

TEST(PolicyJson, listsEveryFaultOfATextAndTakesNothingOfIt)
{
    std::string text = certifiedWith(R"("pause_at_writers": 100)", R"("pause_at_writers": 0)");
    const auto replace = [&text](const std::string& from, const std::string& to) {
        text.replace(text.find(from), from.size(), to);
    };
    replace(R"("latency_seconds": 60)", R"("latency_seconds": null)");
    replace(R"("at_least_ms": 100)", R"("at_least_ms": [])");
    replace(R"("retry_after_ms": 1000)", R"("retry_after_s": 1)");
    const std::string faults = faultsOf(text);
    EXPECT_EQ(lineCount(faults), 5) << faults;
    EXPECT_NE(faults.find("retry_after_ms: is missing"), std::string::npos);
    EXPECT_NE(faults.find("retry_after_s: unknown key"), std::string::npos);
    EXPECT_NE(faults.find("is null"), std::string::npos);
    EXPECT_NE(faults.find("is a list"), std::string::npos);
}

TEST(PolicyJson, namesThePlaceWhereTextIsNoJson)
{
    EXPECT_NE(faultsOf("{\n  \"format\": 1,\n  oops }").find("not JSON at line 3, column 3"),
        std::string::npos)
        << faultsOf("{\n  \"format\": 1,\n  oops }");
    for (const std::string text : { "", "  ", "{", "\xEF\xBB\xBF{}", "{} // comment", "NaN",
             "{\"format\": NaN}", "{\"format\": \"\xC3\x28\"}", "{\"a\": 1,}" }) {
        EXPECT_NE(faultsOf(text).find("line 1"), std::string::npos)
            << text << ": " << faultsOf(text);
    }
}

TEST(PolicyJson, refusesTextAfterTheEnd)
{
    EXPECT_NE(faultsOf(certifiedPolicyText() + "{}").find("text after the end"), std::string::npos);
    EXPECT_TRUE(policyFromJson(certifiedPolicyText() + " \n\t"));
}

TEST(PolicyJson, refusesWhatIsTooLongOrTooDeep)
{
    EXPECT_NE(faultsOf(std::string(2'000'000, ' ')).find("1 MiB"), std::string::npos);
    EXPECT_NE(faultsOf(std::string(100'000, '[')).find("not JSON"), std::string::npos);
}

TEST(PolicyJson, refusesTextThatIsNoObject)
{
    EXPECT_NE(faultsOf("[]").find("must be an object, is a list"), std::string::npos);
    EXPECT_NE(faultsOf("3").find("must be an object, is a number"), std::string::npos);
}

TEST(PolicyJson, showsHostileKeysOnOneShortLine)
{
    const std::string key = "evil\\n" + std::string(100'000, 'x');
    const std::string faults
        = faultsOf(certifiedWith("\"format\"", "\"" + key + "\": 1, \"format\""));
    EXPECT_EQ(lineCount(faults), 1);
    EXPECT_LT(faults.size(), 300U);
}

TEST(PolicyJson, aThousandFaultsAreCountedAndNotAllListed)
{
    std::string extra;
    for (int i = 0; i < 1000; ++i) {
        extra += "\"key" + std::to_string(i) + "\": 1, ";
    }
    const std::string faults = faultsOf(certifiedWith("\"format\"", extra + "\"format\""));
    EXPECT_EQ(lineCount(faults), 51);
    EXPECT_NE(faults.find("and 950 more"), std::string::npos);
}

}  // namespace

}  // namespace headroom
