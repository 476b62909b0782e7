// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/certification/certificate.h"

#include <gtest/gtest.h>

#include <limits>

namespace headroom {
namespace {

std::array<double, kMetricCount> certified()
{
    std::array<double, kMetricCount> limits {};
    for (const auto& row : catalog()) {
        limits[indexOf(row.metric)] = row.certifiedLimit;
    }
    return limits;
}

TEST(Certificate, saysWhatTheContractSays)
{
    const auto& c = certificate();
    EXPECT_EQ(c.name, "ENTERPRISE_SCALE_READY");
    EXPECT_EQ(c.status, "PRODUCTION_ACTIVE");
    EXPECT_EQ(c.owner, "Ashmit_Pandey");
    using namespace std::chrono_literals;
    EXPECT_EQ(c.certifiedOn, 2026y / std::chrono::January / 19);
    EXPECT_EQ(c.firstReview, 2026y / std::chrono::July / 19);
    EXPECT_EQ(c.reviewCycle, std::chrono::months(6));
    const std::array<std::array<std::string_view, 3>, kMetricCount> rows { {
        { "artifact_size", "500 MB", "Tested 2026-01-19" },
        { "total_storage", "1000 GB (1 TB)", "Supabase tier spec" },
        { "concurrent_writes", "100 writers", "Load tested 2026-01-19" },
        { "write_throughput", "1000 writes/s", "Calculated limit" },
        { "artifact_count", "100 000 artifacts", "DB capacity estimate" },
        { "query_response", "< 5 s", "SLA target" },
        { "audit_retention", "unlimited entries, 7 years", "Append-only design" },
    } };
    for (std::size_t i = 0; i < rows.size(); ++i) {
        EXPECT_EQ(info(c.limits[i].metric).key, rows[i][0]);
        EXPECT_EQ(c.limits[i].safeLimit, rows[i][1]);
        EXPECT_EQ(c.limits[i].proof, rows[i][2]);
        EXPECT_EQ(c.limits[i].status, "CERTIFIED");
    }
}

TEST(Certificate, hasTheNumbersOfTheCatalogAndTheHashTakenDownThen)
{
    EXPECT_EQ(certificateHash(certificate(), certified()), kCertifiedHash);
    EXPECT_FALSE(findDrift(certificate(), certified()).isDrifted());
    EXPECT_EQ(findDrift(certificate(), certified()).text(), "");
}

TEST(Certificate, namesEachLimitInForceThatIsNotTheCertifiedOne)
{
    for (const auto& row : catalog()) {
        auto limits = certified();
        limits[indexOf(row.metric)] += 1;
        const auto drift = findDrift(certificate(), limits);
        ASSERT_EQ(drift.limits.size(), 1U) << row.key;
        EXPECT_EQ(drift.limits[0].metric, row.metric);
        EXPECT_EQ(drift.limits[0].certified, row.certifiedLimit);
        EXPECT_EQ(drift.limits[0].inForce, row.certifiedLimit + 1);
        EXPECT_NE(drift.hash, kCertifiedHash);
        EXPECT_TRUE(drift.isDrifted());
        EXPECT_FALSE(drift.isTableChanged);
    }
    auto limits = certified();
    limits[indexOf(Metric::ConcurrentWrites)] = 250;
    limits[indexOf(Metric::ArtifactCount)] = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(findDrift(certificate(), limits).text(),
        "DRIFTED: concurrent_writes is 250, certified 100; artifact_count is nan, certified "
        "100000");
}

TEST(Certificate, whoseOwnWordsWereEditedHasDrifted)
{
    auto edited = certificate();
    edited.limits[3].proof = "Load tested 2026-01-19";
    auto drift = findDrift(edited, certified());
    EXPECT_TRUE(drift.isTableChanged);
    EXPECT_TRUE(drift.isDrifted());
    EXPECT_TRUE(drift.limits.empty());
    EXPECT_NE(drift.text().find("edited"), std::string::npos);
    edited = certificate();
    edited.limits[0].limit *= 2;
    EXPECT_TRUE(findDrift(edited, certified()).isTableChanged);
}

}  // namespace
}  // namespace headroom
