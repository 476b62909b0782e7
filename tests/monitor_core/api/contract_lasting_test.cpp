// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/monitor_core/api/contract_world.h"
#include "tests/support/scripted_records.h"

#include <gtest/gtest.h>

// What lasts, through the contract's endpoints, on a real storage in a folder of the test's own.

namespace headroom::api {
namespace {

namespace json = boost::json;
using namespace std::chrono_literals;

class ContractLasting : public testing::Test {
protected:
    /// Goes on by the second until the storage thread has an alert, or none.
    static void tickUntil(LastingWorld& lasting, bool hasAlerts)
    {
        EXPECT_TRUE(waitUntil([&] {
            lasting.world.clock.advance(1s);
            lasting.world.tick();
            return lasting.storage().alerts()->open.empty() != hasAlerts;
        }));
    }
    void setStorage(LastingWorld& lasting, double gb)
    {
        lasting.world.values[Metric::TotalStorage] = ContractWorld::inGigabytes(gb);
    }

    TempDir dir;
    ManualClock clock;
};

TEST_F(ContractLasting, anAlertIsOneThingHoweverOftenItIsRead)
{
    LastingWorld lasting(dir.path(), clock);
    setStorage(lasting, 750);
    tickUntil(lasting, true);
    const auto first = lasting.world.getJson("/metrics/alerts");
    ASSERT_EQ(first.at("count"), 1);
    const auto& alert = first.at("active_alerts").at(0).as_object();
    EXPECT_EQ(alert.at("type"), "STORAGE_CAPACITY");
    EXPECT_EQ(alert.at("severity"), "WARNING");
    EXPECT_EQ(alert.at("level"), "YELLOW");
    EXPECT_EQ(alert.at("escalation_path"), "Ops_Team");
    EXPECT_EQ(alert.at("response_timeline"), "6_HOURS");
    EXPECT_EQ(alert.at("state"), "OPEN");
    EXPECT_TRUE(alert.at("acknowledged_by").is_null());

    const auto historyBefore = lasting.world.getJson("/metrics/alert-history");
    for (int i = 0; i < 100; ++i) {
        EXPECT_EQ(lasting.world.getJson("/metrics/alerts").at("active_alerts"),
            first.at("active_alerts"));
        lasting.world.getJson("/metrics/scale-status");
    }
    EXPECT_EQ(lasting.world.getJson("/metrics/alert-history"), historyBefore);
    EXPECT_EQ(historyBefore.at("total_in_history"), 1);
}

TEST_F(ContractLasting, theHistoryIsNewestLastAndCutAtItsLimit)
{
    LastingWorld lasting(dir.path(), clock);
    for (const double gb : { 750.0, 100.0, 750.0, 100.0 }) {
        setStorage(lasting, gb);
        tickUntil(lasting, gb > 700);
    }
    const auto all = lasting.world.getJson("/metrics/alert-history");
    ASSERT_GE(all.at("count").to_number<int>(), 4);
    EXPECT_EQ(all.at("count"), all.at("total_in_history"));
    const auto& events = all.at("alerts").as_array();
    for (std::size_t i = 1; i < events.size(); ++i) {
        EXPECT_LT(events[i - 1].at("sequence").to_number<int>(),
            events[i].at("sequence").to_number<int>());
    }
    const auto two = lasting.world.getJson("/metrics/alert-history?limit=2");
    EXPECT_EQ(two.at("count"), 2);
    EXPECT_EQ(two.at("total_in_history"), all.at("total_in_history"));
    EXPECT_EQ(two.at("alerts").at(1), events.back());
}

TEST_F(ContractLasting, alertsAndHistoryAreTheSameAfterARestart)
{
    json::object alerts;
    json::object history;
    {
        LastingWorld lasting(dir.path(), clock);
        setStorage(lasting, 990);
        tickUntil(lasting, true);
        alerts = lasting.world.getJson("/metrics/alerts");
        history = lasting.world.getJson("/metrics/alert-history");
    }
    LastingWorld lasting(dir.path(), clock);
    setStorage(lasting, 990);
    lasting.world.tick();
    const auto now = lasting.world.getJson("/metrics/alerts");
    ASSERT_EQ(now.at("count"), 1);
    EXPECT_EQ(now.at("active_alerts").at(0).at("id"), alerts.at("active_alerts").at(0).at("id"));
    EXPECT_EQ(lasting.world.getJson("/metrics/alert-history").at("alerts"), history.at("alerts"));
}

TEST_F(ContractLasting, anAcknowledgementShowsWho)
{
    LastingWorld lasting(dir.path(), clock);
    setStorage(lasting, 950);
    tickUntil(lasting, true);
    const auto id = lasting.storage().alerts()->open.front().id;
    ASSERT_TRUE(lasting.world.monitor->submit({ "MK", AcknowledgeAlert { id, "on my way" } }));
    const auto alert
        = lasting.world.getJson("/metrics/alerts").at("active_alerts").at(0).as_object();
    EXPECT_EQ(alert.at("state"), "ACKNOWLEDGED");
    EXPECT_EQ(alert.at("acknowledged_by"), "MK");
    EXPECT_EQ(alert.at("severity"), "CRITICAL");
}

TEST_F(ContractLasting, theCertificationIsDatedAndNeverSimplyValidWhenOverdue)
{
    // The clock stands at 2026-08-03; the review was due on 2026-07-19.
    LastingWorld lasting(dir.path(), clock);
    lasting.world.tick();
    const auto body = lasting.world.getJson("/governance/scale/certification");
    EXPECT_EQ(body.at("certification"), "ENTERPRISE_SCALE_READY");
    EXPECT_EQ(body.at("certification_date"), "2026-01-19");
    EXPECT_EQ(body.at("status"), "PRODUCTION_ACTIVE");
    EXPECT_EQ(body.at("owner"), "Ashmit_Pandey");
    EXPECT_EQ(body.at("review_cycle"), "6 months");
    EXPECT_EQ(body.at("next_review"), "2026-07-19");
    EXPECT_EQ(body.at("review_state"), "OVERDUE");
    EXPECT_EQ(body.at("simply_valid"), false);
    EXPECT_EQ(body.at("certified_limits").as_object().size(), 7U);
    EXPECT_EQ(body.at("observed").as_object().size(), 7U);

    ASSERT_TRUE(lasting.world.monitor->submit(
        { "AP", RecordReview { "Ashmit Pandey", "reviewed as owner", "", true } }));
    const auto reviewed = lasting.world.getJson("/governance/scale/certification");
    EXPECT_EQ(reviewed.at("next_review"), "2027-01-19");
    EXPECT_EQ(reviewed.at("review_state"), "CURRENT");
    EXPECT_EQ(reviewed.at("simply_valid"), true);
    EXPECT_EQ(reviewed.at("last_review").at("reviewer"), "Ashmit Pandey");
}

TEST_F(ContractLasting, theAuditTrailSaysThatItIsVerifiedAndWhenItsOldestEntryMayGo)
{
    LastingWorld lasting(dir.path(), clock);
    ASSERT_TRUE(lasting.storage().audit({ "test", "test.began", "it", "", "" }));
    EXPECT_TRUE(waitUntil([&] {
        clock.advance(1s);
        lasting.world.tick();
        return lasting.world.monitor->latest()->audit.oldest.has_value();
    }));
    const auto trail = lasting.world.getJson("/metrics/scale-status").at("audit_trail").as_object();
    EXPECT_EQ(trail.at("chain_verified"), true);
    EXPECT_EQ(trail.at("retention_expiry"), "2033-08-03");
    EXPECT_EQ(trail.at("status"), "GREEN");
}

TEST(ContractWithoutRecords, saysThatItIsNotKnownInsteadOfNothing)
{
    ContractWorld world;
    world.tick();
    EXPECT_EQ(world.get("/metrics/alerts").status, 503);
    EXPECT_EQ(world.get("/metrics/alert-history").status, 503);
    const auto body = world.getJson("/governance/scale/certification");
    EXPECT_EQ(body.at("review_state"), "OVERDUE");
    EXPECT_TRUE(body.at("observed").at("total_storage").at("within").is_null());
    EXPECT_FALSE(body.at("problem").as_string().empty());
    const auto trail = world.getJson("/metrics/scale-status").at("audit_trail").as_object();
    EXPECT_TRUE(trail.at("chain_verified").is_null());
    EXPECT_EQ(trail.at("status"), "UNKNOWN");
}

TEST(ContractWithoutRecords, isNotReadyBeforeWhatWasStoredHasBeenRead)
{
    ScriptedRecords records;  // its alerts are never known
    ContractWorld world(&records);
    world.tick();
    EXPECT_EQ(world.get("/ready").status, 503);
    EXPECT_EQ(world.get("/metrics/alerts").status, 503);
    EXPECT_EQ(world.get("/health").status, 200);
}

}  // namespace
}  // namespace headroom::api
