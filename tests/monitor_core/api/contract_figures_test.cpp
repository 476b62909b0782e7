// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
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
    void measure(Metric metric, double value) { world.measure(metric, value); }

    ContractWorld world;
};

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
