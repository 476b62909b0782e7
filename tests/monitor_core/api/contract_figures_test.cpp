// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/alert_board.h"
#include "tests/monitor_core/api/contract_world.h"

#include <gtest/gtest.h>

// The figures of contract §2, §3 and §5, on both sides of every bound, and what the original got
// wrong (§6).

namespace headroom::api {
namespace {

namespace json = boost::json;
using namespace std::chrono_literals;

class ContractFigures : public testing::Test {
protected:
    /// Bound by bound, from another level: no hysteresis is in the way.
    void measure(Metric metric, double value)
    {
        world.values.erase(metric);
        world.tick();
        world.values[metric] = value;
        world.clock.advance(1s);
        world.tick();
    }

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

TEST_F(ContractFigures, aWhatIfIsJudgedLikeTheRealThing)
{
    world.tick();
    for (const auto& row : kStorage) {
        const auto body = world.getJson(std::string("/metrics/storage-capacity?used_gb=") + row.gb);
        EXPECT_TRUE(body.at("simulated").as_bool());
        expectStorage(body, row);
    }
}

TEST_F(ContractFigures, storageIsJudgedAtEveryBound)
{
    for (const auto& row : kStorage) {
        measure(Metric::TotalStorage, std::floor(ContractWorld::inGigabytes(std::stod(row.gb))));
        if (std::stod(row.gb) < 990) {
            ASSERT_EQ(world.monitor->latest()->gate.state, GateState::Open);
        }
        const auto body = world.getJson("/metrics/storage-capacity");
        EXPECT_FALSE(body.at("simulated").as_bool());
        expectStorage(body, row);
        EXPECT_EQ(world.getJson("/metrics/scale-status").at("storage"), body) << row.gb;
    }
}

TEST_F(ContractFigures, theDocumentedExamplesAreExact)
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

TEST_F(ContractFigures, aWhatIfChangesNothing)
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

TEST_F(ContractFigures, withoutAStorageReadingNothingIsZeroAndNothingIsGreen)
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

TEST_F(ContractFigures, aGateThatIsStillHaltedStillSaysSo)
{
    measure(Metric::TotalStorage, ContractWorld::inGigabytes(1000));
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

TEST_F(ContractFigures, writersAreJudgedAtEveryBound)
{
    struct Row {
        int writers;
        const char* status;
        json::value alert;
        json::value action;
    };
    const Row rows[] = { { 0, "GREEN", nullptr, nullptr }, { 50, "GREEN", nullptr, nullptr },
        { 51, "YELLOW", "CONCURRENT_WRITES_ELEVATED", nullptr },
        { 75, "YELLOW", "CONCURRENT_WRITES_ELEVATED", nullptr },
        { 76, "ORANGE", "CONCURRENT_WRITES_APPROACHING_LIMIT", nullptr },
        { 99, "ORANGE", "CONCURRENT_WRITES_APPROACHING_LIMIT", nullptr },
        { 100, "RED", "CONCURRENT_WRITES_LIMIT_REACHED", "PAUSE_NEW_WRITES" } };
    for (const auto& row : rows) {
        measure(Metric::ConcurrentWrites, row.writers);
        const auto body = world.getJson("/metrics/concurrent-writes");
        EXPECT_EQ(body.at("current"), row.writers);
        EXPECT_EQ(body.at("limit"), 100);
        EXPECT_EQ(body.at("percentage").as_double(), row.writers);
        EXPECT_EQ(body.at("status"), row.status) << row.writers;
        EXPECT_EQ(body.at("alert"), row.alert) << row.writers;
        EXPECT_EQ(body.at("action_required"), row.action) << row.writers;
    }
}

TEST_F(ContractFigures, writersInFlightAreThoseOfTheRecorder)
{
    world.tick();
    std::vector<Recorder::WriteScope> writes;
    for (int i = 0; i < 100; ++i) {
        writes.push_back(world.recorder.beginWrite({}));
    }
    world.tick();
    EXPECT_EQ(world.getJson("/metrics/concurrent-writes").at("current"), 100);
    const auto gate = world.getJson("/metrics/scale-status").at("write_gate").as_object();
    EXPECT_EQ(gate.at("state"), "PAUSED");
    EXPECT_EQ(gate.at("in_flight"), 100);
}

TEST_F(ContractFigures, throughputIsMeasuredAndJudgedAtEveryBound)
{
    const std::pair<double, const char*> rows[]
        = { { 0, "GREEN" }, { 500, "GREEN" }, { 500.1, "YELLOW" }, { 800, "YELLOW" },
              { 800.1, "ORANGE" }, { 1000, "ORANGE" }, { 1000.1, "RED" } };
    for (const auto& [rate, status] : rows) {
        measure(Metric::WriteThroughput, rate);
        const auto body = world.getJson("/metrics/write-throughput");
        EXPECT_EQ(body.at("current_writes_per_sec").as_double(), rate);
        EXPECT_EQ(body.at("limit"), 1000);
        EXPECT_NEAR(body.at("percentage").as_double(), rate / 10, 1e-9);
        EXPECT_EQ(body.at("status"), status) << rate;
    }
    // In the original it was always 0.
    world.values.erase(Metric::WriteThroughput);
    for (int i = 0; i < 30; ++i) {
        world.recorder.beginWrite({}).complete(kilobytes(1));
    }
    world.clock.advance(10s);
    world.tick();
    EXPECT_GT(
        world.getJson("/metrics/write-throughput").at("current_writes_per_sec").as_double(), 0);
}

TEST_F(ContractFigures, theFirstQueryIsEveryPercentileAtOnce)
{
    world.tick();
    auto body = world.getJson("/metrics/query-performance");
    EXPECT_EQ(body.at("sla_status"), "NO_DATA");
    EXPECT_EQ(body.at("status"), "UNKNOWN");
    for (const auto* key : { "p50_ms", "p99_ms", "p999_ms" }) {
        EXPECT_TRUE(body.at(key).is_null()) << key;
    }
    const auto recorded = bodyOf(world.post("/metrics/record-query-latency?latency_ms=42.5"));
    EXPECT_EQ(recorded.at("success"), true);
    EXPECT_EQ(recorded.at("latency_ms").as_double(), 42.5);
    EXPECT_EQ(recorded.at("recorded_at"), "2026-08-03T10:03:53.000Z");
    body = world.getJson("/metrics/query-performance");
    for (const auto* key : { "p50_ms", "p99_ms", "p999_ms" }) {
        EXPECT_EQ(body.at(key).as_double(), 42.5) << key;
    }
    EXPECT_EQ(body.at("sla_status"), "MET");
    EXPECT_EQ(body.at("sample_count"), 1);
    EXPECT_EQ(body.at("status"), "GREEN");
}

TEST_F(ContractFigures, latencyIsJudgedAtEveryBound)
{
    struct Row {
        const char* ms;
        const char* status;
        const char* sla;
    };
    const Row rows[] = { { "0", "GREEN", "MET" }, { "99.999", "GREEN", "MET" },
        { "100", "YELLOW", "MET" }, { "199.999", "YELLOW", "MET" }, { "200", "ORANGE", "MET" },
        { "500", "ORANGE", "MET" }, { "500.001", "RED", "BREACHED" },
        { "4999.999", "RED", "BREACHED" }, { "5000", "RED", "BREACHED" },
        { "3600000", "RED", "BREACHED" } };
    for (const auto& row : rows) {
        world.clock.advance(61s);
        world.tick();
        ASSERT_EQ(world.getJson("/metrics/query-performance").at("sla_status"), "NO_DATA");
        world.post(std::string("/metrics/record-query-latency?latency_ms=") + row.ms);
        const auto body = world.getJson("/metrics/query-performance");
        EXPECT_EQ(body.at("p99_ms").as_double(), std::stod(row.ms));
        EXPECT_EQ(body.at("status"), row.status) << row.ms;
        EXPECT_EQ(body.at("sla_status"), row.sla) << row.ms;
    }
}

TEST_F(ContractFigures, percentilesAreOfAMinuteAndNotOfAThousandSamples)
{
    world.post("/metrics/record-query-latency?latency_ms=900");
    world.tick();
    EXPECT_EQ(world.getJson("/metrics/query-performance").at("sla_status"), "BREACHED");
    world.clock.advance(61s);
    world.post("/metrics/record-query-latency?latency_ms=1");
    world.tick();
    EXPECT_EQ(world.getJson("/metrics/query-performance").at("p999_ms").as_double(), 1.0);
}

TEST_F(ContractFigures, aCrashedWriterIsCountedNoLongerThanItsLease)
{
    ASSERT_EQ(world.recorder.beginWriteWithToken({}, 60s).admission, Admission::Admitted);
    world.tick();
    EXPECT_EQ(world.getJson("/metrics/concurrent-writes").at("current"), 1);
    world.clock.advance(60s);
    world.tick();  // it ends here, and the peak since the tick before still was one
    world.clock.advance(1s);
    world.tick();
    EXPECT_EQ(world.getJson("/metrics/concurrent-writes").at("current"), 0);
}

TEST_F(ContractFigures, productsAreWhoeverCallersNamed)
{
    world.context->products->configure({ "gurukul" });
    world.tick();
    world.post("/metrics/record-query-latency?latency_ms=1&product=avatar");
    auto products = world.getJson("/metrics/scale-status").at("products").as_object();
    EXPECT_EQ(products.at("avatar").at("status"), "ACTIVE");
    EXPECT_EQ(products.at("gurukul").at("status"), "IDLE");
    EXPECT_TRUE(products.at("gurukul").at("last_seen").is_null());
    world.clock.advance(60s);
    world.tick();
    products = world.getJson("/metrics/scale-status").at("products").as_object();
    EXPECT_EQ(products.at("avatar").at("status"), "IDLE");
}

TEST_F(ContractFigures, anOperationIsValidUpToItsCertifiedLimit)
{
    struct Row {
        const char* type;
        const char* size;
        const char* frequency;
        int status;
    };
    const Row rows[] = { { "write", "10485760", "50", 200 }, { "write", "524288000", "1000", 200 },
        { "write", "524288001", "1", 400 }, { "write", "629145600", "1", 400 },
        { "write", "1", "1000.5", 400 }, { "write", "1", "1500", 400 },
        { "write", "629145600", "1500", 400 }, { "read", "1", "1500", 200 },
        { "read", "629145600", "1", 400 }, { "write", "0", "0", 200 },
        { "write", "9223372036854775807", "1000000000000000000", 400 } };
    for (const auto& row : rows) {
        const auto target = std::string("/governance/scale/validate?operation_type=") + row.type
            + "&data_size=" + row.size + "&frequency=" + row.frequency;
        const auto response = world.post(target);
        ASSERT_EQ(response.status, row.status) << target;
        auto body = bodyOf(response);
        if (row.status == 400) {
            EXPECT_LE(response.body->size(), 512U) << *response.body;
            body = body.at("detail");
            EXPECT_EQ(body.at("message"), "Operation exceeds scale limits");
            EXPECT_FALSE(body.at("error").as_string().empty());
        } else {
            EXPECT_EQ(body.at("valid"), true);
            EXPECT_EQ(body.at("message"), "Operation within scale limits");
        }
        EXPECT_EQ(body.at("operation_type"), row.type);
        EXPECT_EQ(json::serialize(body.at("data_size")), row.size);
    }
}

TEST_F(ContractFigures, proximityIsHealthyBelow70AndCriticalFrom90Percent)
{
    struct Row {
        const char* limit;
        const char* value;
        const char* status;
    };
    const Row rows[] = { { "concurrent_writes", "69", "HEALTHY" },
        { "concurrent_writes", "70", "WARNING" }, { "concurrent_writes", "85", "WARNING" },
        { "concurrent_writes", "89.99", "WARNING" }, { "concurrent_writes", "90", "CRITICAL" },
        { "concurrent_writes", "0", "HEALTHY" }, { "concurrent_writes", "1e18", "CRITICAL" },
        { "total_storage", "751619276799", "HEALTHY" },
        { "total_storage", "751619276800", "WARNING" }, { "total_artifacts", "90000", "CRITICAL" },
        { "artifact_count", "89999", "WARNING" }, { "query_response", "3500", "WARNING" } };
    for (const auto& row : rows) {
        const auto body = world.getJson(std::string("/governance/scale/proximity/") + row.limit
            + "?current_value=" + row.value);
        EXPECT_EQ(body.at("status"), row.status) << row.limit << ' ' << row.value;
    }
    for (const auto* unknown : { "audit_retention", "nonsense", "CONCURRENT_WRITES" }) {
        const auto response
            = world.get(std::string("/governance/scale/proximity/") + unknown + "?current_value=1");
        EXPECT_EQ(response.status, 404) << unknown;
        EXPECT_TRUE(bodyOf(response).at("detail").is_string());
        EXPECT_EQ(response.body->find(unknown), std::string::npos);
    }
}

TEST_F(ContractFigures, theLevelTablesReadAsTheContractHasThem)
{
    world.tick();
    const auto body = world.getJson("/governance/scale/thresholds");
    const auto text = [&body](const char* table, const char* level) {
        return std::string(body.at(table).at(level).as_string());
    };
    EXPECT_EQ(text("concurrent_writes", "GREEN"), "0 to 50 writers (safe)");
    EXPECT_EQ(text("concurrent_writes", "YELLOW"), "51 to 75 writers (monitor)");
    EXPECT_EQ(text("concurrent_writes", "ORANGE"), "76 to 99 writers (alert)");
    EXPECT_EQ(text("concurrent_writes", "RED"), "100 or more writers (pause new writes)");
    EXPECT_EQ(text("storage_capacity", "GREEN"), "below 70 % (safe)");
    EXPECT_EQ(text("storage_capacity", "YELLOW"), "70 % to below 90 % (plan expansion)");
    EXPECT_EQ(text("storage_capacity", "ORANGE"), "90 % to below 99 % (expand now)");
    EXPECT_EQ(text("storage_capacity", "RED").substr(0, 12), "99 % or more");
    EXPECT_EQ(text("write_throughput", "GREEN"), "up to 500 writes/s (safe)");
    EXPECT_EQ(text("write_throughput", "YELLOW"), "above 500, up to 800 writes/s (monitor)");
    EXPECT_EQ(text("write_throughput", "ORANGE"), "above 800, up to 1000 writes/s (alert)");
    EXPECT_EQ(text("write_throughput", "RED"), "above 1000 writes/s (critical)");
    EXPECT_EQ(text("query_latency", "GREEN"), "p99 below 100 ms (safe)");
    EXPECT_EQ(text("query_latency", "YELLOW"), "p99 100 to below 200 ms (monitor)");
    EXPECT_EQ(text("query_latency", "ORANGE"), "p99 200 to 500 ms (alert)");
    EXPECT_EQ(text("query_latency", "RED"), "p99 above 500 ms (SLA breach)");
    const auto& paths = body.at("escalation_paths").as_object();
    EXPECT_EQ(paths.at("storage_90_percent"), "Ops_Team (6_HOURS)");
    EXPECT_EQ(paths.at("storage_99_percent"), "Ashmit_Pandey_and_Ops (1_HOUR)");
    EXPECT_EQ(paths.at("storage_100_percent"), "Ashmit_Pandey_and_Ops (IMMEDIATE)");
    EXPECT_EQ(paths.at("concurrent_writes_100"), "Ops_Team (IMMEDIATE)");
    EXPECT_EQ(paths.at("query_sla_breach"), "Ops_Team (1_HOUR)");
    EXPECT_TRUE(body.at("differs_from_certified").as_array().empty());
}

TEST_F(ContractFigures, theTablesNameWhatDiffersFromTheCertifiedOnes)
{
    auto& bound = world.context->certified.thresholds[indexOf(Metric::TotalStorage)].yellow;
    bound->value = 0.65;
    world.tick();
    const auto body = world.getJson("/governance/scale/thresholds");
    EXPECT_EQ(body.at("differs_from_certified"), json::array({ "total_storage" }));
    const auto& storage = body.at("values").at("total_storage").as_object();
    EXPECT_EQ(storage.at("differs_from_certified"), true);
    EXPECT_EQ(storage.at("yellow").at("value").as_double(), 0.7);
    EXPECT_EQ(storage.at("certified").at("yellow").at("value").as_double(), 0.65);
    EXPECT_EQ(body.at("storage_capacity").at("GREEN"), "below 70 % (safe)");
}

}  // namespace
}  // namespace headroom::api
