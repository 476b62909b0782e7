// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/monitor_core/api/contract_world.h"

#include <gtest/gtest.h>

#include <cmath>

// Endpoint 3: storage as measured and as asked about, on both sides of every bound.

namespace headroom::api {
namespace {

namespace json = boost::json;
using namespace std::chrono_literals;

class ContractStorage : public testing::Test {
protected:
    void measure(double bytes) { world.measure(Metric::TotalStorage, bytes); }

    ContractWorld world;
};

struct StorageRow {
    const char* gb;
    const char* status;
    const char* level;
    const char* action;
    const char* to;
    const char* within;
};

constexpr StorageRow kStorage[] = {
    { "0", "HEALTHY", "GREEN", "NONE", "NONE", "N/A" },
    { "699.9999", "HEALTHY", "GREEN", "NONE", "NONE", "N/A" },
    { "700", "WARNING", "YELLOW", "PLAN_EXPANSION", "Ops_Team", "6_HOURS" },
    { "750", "WARNING", "YELLOW", "PLAN_EXPANSION", "Ops_Team", "6_HOURS" },
    { "899.999999999", "WARNING", "YELLOW", "PLAN_EXPANSION", "Ops_Team", "6_HOURS" },
    { "900", "CRITICAL", "ORANGE", "EXPAND_NOW", "Ops_Team", "6_HOURS" },
    { "950", "CRITICAL", "ORANGE", "EXPAND_NOW", "Ops_Team", "6_HOURS" },
    { "989.9999", "CRITICAL", "ORANGE", "EXPAND_NOW", "Ops_Team", "6_HOURS" },
    { "990", "CRITICAL", "RED", "PREPARE_HALT", "Ashmit_Pandey_and_Ops", "1_HOUR" },
    { "999.999", "CRITICAL", "RED", "PREPARE_HALT", "Ashmit_Pandey_and_Ops", "1_HOUR" },
    { "999.9999999999", "CRITICAL", "RED", "PREPARE_HALT", "Ashmit_Pandey_and_Ops", "1_HOUR" },
    { "1000", "CRITICAL", "RED", "HALT_WRITES", "Ashmit_Pandey_and_Ops", "IMMEDIATE" },
    { "1200", "CRITICAL", "RED", "HALT_WRITES", "Ashmit_Pandey_and_Ops", "IMMEDIATE" },
};

void expectStorage(const json::object& body, const StorageRow& row)
{
    EXPECT_EQ(body.at("status").as_string(), row.status) << row.gb;
    EXPECT_EQ(body.at("level").as_string(), row.level) << row.gb;
    EXPECT_EQ(body.at("action_required").as_string(), row.action) << row.gb;
    EXPECT_EQ(body.at("escalation_path").as_string(), row.to) << row.gb;
    EXPECT_EQ(body.at("response_timeline").as_string(), row.within) << row.gb;
    const double percent = body.at("usage_percent").as_double();
    EXPECT_NEAR(percent, std::stod(row.gb) / 10, 1e-9) << row.gb;
    // 99.9999 is not 100.
    EXPECT_EQ(percent >= 100, std::stod(row.gb) >= 1000) << row.gb;
    EXPECT_EQ(body.at("total_gb").as_double(), 1000);
    EXPECT_GE(body.at("free_gb").as_double(), 0);
}

TEST_F(ContractStorage, aWhatIfIsJudgedLikeTheRealThing)
{
    world.tick();
    for (const auto& row : kStorage) {
        const auto body = world.getJson(std::string("/metrics/storage-capacity?used_gb=") + row.gb);
        EXPECT_TRUE(body.at("simulated").as_bool());
        expectStorage(body, row);
    }
}

TEST_F(ContractStorage, storageIsJudgedAtEveryBound)
{
    for (const auto& row : kStorage) {
        measure(std::floor(ContractWorld::inGigabytes(std::stod(row.gb))));
        if (std::stod(row.gb) < 990) {
            ASSERT_EQ(world.monitor->latest()->gate.state, GateState::Open);
        }
        const auto body = world.getJson("/metrics/storage-capacity");
        EXPECT_FALSE(body.at("simulated").as_bool());
        expectStorage(body, row);
        EXPECT_EQ(world.getJson("/metrics/scale-status").at("storage"), body) << row.gb;
    }
}

TEST_F(ContractStorage, theDocumentedExamplesAreExact)
{
    world.tick();
    const auto at = [this](const char* gb) {
        return world.getJson(std::string("/metrics/storage-capacity?used_gb=") + gb);
    };
    EXPECT_EQ(at("750").at("usage_percent").as_double(), 75.0);
    EXPECT_EQ(at("750").at("usage_ratio").as_double(), 0.75);
    EXPECT_EQ(at("750").at("free_gb").as_double(), 250.0);
    EXPECT_EQ(at("950").at("usage_percent").as_double(), 95.0);
    EXPECT_EQ(at("990").at("usage_percent").as_double(), 99.0);
    EXPECT_EQ(at("1000").at("usage_percent").as_double(), 100.0);
}

TEST_F(ContractStorage, aWhatIfChangesNothing)
{
    world.tick();
    const auto before = world.get("/metrics/scale-status").body;
    const auto snapshot = world.monitor->latest();
    for (const auto& row : kStorage) {
        world.getJson(std::string("/metrics/storage-capacity?used_gb=") + row.gb);
    }
    EXPECT_EQ(world.monitor->latest(), snapshot);
    EXPECT_EQ(world.get("/metrics/scale-status").body, before);
    world.clock.advance(1s);
    world.tick();
    EXPECT_EQ(world.getJson("/metrics/storage-capacity").at("used_gb").as_double(), 400.0);
    EXPECT_EQ(world.monitor->latest()->gate.state, GateState::Open);
}

TEST_F(ContractStorage, withoutAStorageReadingNothingIsZeroAndNothingIsGreen)
{
    const auto expectUnknown = [this] {
        const auto body = world.getJson("/metrics/storage-capacity");
        EXPECT_EQ(body.at("status"), "UNKNOWN");
        EXPECT_EQ(body.at("level"), "UNKNOWN");
        for (const auto* key :
            { "usage_ratio", "usage_percent", "used_gb", "total_gb", "free_gb" }) {
            EXPECT_TRUE(body.at(key).is_null()) << key;
        }
        EXPECT_EQ(body.at("action_required"), "NONE");
        EXPECT_EQ(body.at("escalation_path"), "NONE");
        EXPECT_EQ(body.at("response_timeline"), "N/A");
        return body;
    };
    world.values.clear();
    world.tick();
    EXPECT_EQ(expectUnknown().at("freshness"), "MISSING");

    // Stale: there was one, but not lately.
    world.values[Metric::TotalStorage] = ContractWorld::inGigabytes(750);
    const auto old = world.readings();
    world.source->become([old]() -> Result<Readings> { return old; });
    world.tick();
    EXPECT_EQ(world.getJson("/metrics/storage-capacity").at("status"), "WARNING");
    world.clock.advance(5s);
    world.tick();
    const auto stale = expectUnknown();
    EXPECT_EQ(stale.at("freshness"), "STALE");
    EXPECT_TRUE(stale.at("measured_at").is_string());
    // A what-if needs no reading.
    EXPECT_EQ(world.getJson("/metrics/storage-capacity?used_gb=750").at("status"), "WARNING");
}

TEST_F(ContractStorage, aGateThatIsStillHaltedStillSaysSo)
{
    measure(ContractWorld::inGigabytes(1000));
    ASSERT_EQ(world.monitor->latest()->gate.state, GateState::Halted);
    world.values[Metric::TotalStorage] = ContractWorld::inGigabytes(995);
    world.clock.advance(1s);
    world.tick();
    expectStorage(world.getJson("/metrics/storage-capacity"),
        { "995", "CRITICAL", "RED", "HALT_WRITES", "Ashmit_Pandey_and_Ops", "IMMEDIATE" });
    // The what-if knows nothing of the gate.
    EXPECT_EQ(world.getJson("/metrics/storage-capacity?used_gb=995").at("action_required"),
        "PREPARE_HALT");
}

TEST(ContractFailingClosed, aGateThatIsHaltedForWantOfAReadingSaysSo)
{
    ContractWorld world(
        nullptr, nullptr, [](ThresholdPolicy& policy) { policy.gate.failClosed = true; });
    world.values.clear();
    world.tick();
    world.clock.advance(31s);
    world.tick();
    ASSERT_EQ(world.monitor->latest()->gate.state, GateState::Halted);
    const auto body = world.getJson("/metrics/storage-capacity");
    EXPECT_EQ(body.at("status"), "UNKNOWN");
    EXPECT_TRUE(body.at("used_gb").is_null());
    EXPECT_EQ(body.at("action_required"), "HALT_WRITES");
    EXPECT_EQ(body.at("escalation_path"), "Ashmit_Pandey_and_Ops");
    EXPECT_EQ(body.at("response_timeline"), "IMMEDIATE");
}

}  // namespace
}  // namespace headroom::api
