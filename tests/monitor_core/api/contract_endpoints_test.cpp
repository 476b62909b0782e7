// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/monitor_core/api/contract_world.h"

#include <gtest/gtest.h>

#include <set>

// Every endpoint of contract §5, key by key and type by type.

namespace headroom::api {
namespace {

namespace json = boost::json;
using namespace std::chrono_literals;

std::string typeOf(const json::value& value)
{
    switch (value.kind()) {
    case json::kind::null:
        return "null";
    case json::kind::bool_:
        return "bool";
    case json::kind::int64:
    case json::kind::uint64:
        return "int";
    case json::kind::double_:
        return "number";
    case json::kind::string:
        return "text";
    case json::kind::array:
        return "list";
    case json::kind::object:
        break;
    }
    return "object";
}

bool isOneOf(const std::string& type, const std::string& types)
{
    std::set<std::string> all;
    for (std::size_t at = 0; at <= types.size();) {
        const auto end = std::min(types.find('|', at), types.size());
        all.insert(types.substr(at, end - at));
        at = end + 1;
    }
    return all.count(type) > 0 || (type == "int" && all.count("number") > 0);
}

/// "write_gate.state", "active_alerts.0.type".
const json::value* find(const json::value& body, const std::string& path)
{
    const json::value* at = &body;
    std::size_t begin = 0;
    while (at != nullptr && begin < path.size()) {
        const auto end = std::min(path.find('.', begin), path.size());
        const auto key = path.substr(begin, end - begin);
        if (at->is_array()) {
            const auto index = std::stoul(key);
            at = index < at->get_array().size() ? &at->get_array()[index] : nullptr;
        } else {
            at = at->is_object() ? at->get_object().if_contains(key) : nullptr;
        }
        begin = end + 1;
    }
    return at;
}

struct Key {
    const char* path;
    const char* types;
};

struct Endpoint {
    Method method;
    const char* target;
    std::vector<Key> keys;
};

const std::vector<Endpoint>& endpoints()
{
    static const std::vector<Endpoint> all {
        { Method::Get, "/metrics/scale-status",
            { { "timestamp", "text" }, { "level", "text" }, { "concurrent_writes.current", "int" },
                { "concurrent_writes.status", "text" }, { "storage.usage_percent", "number" },
                { "storage.status", "text" }, { "write_throughput.status", "text" },
                { "query_performance.sla_status", "text" },
                { "audit_trail.chain_verified", "bool" },
                { "audit_trail.retention_expiry", "text" }, { "products", "object" },
                { "products.avatar.status", "text" }, { "concurrent_reads", "int" },
                { "artifact_size", "object" }, { "artifact_size.limit_bytes", "int" },
                { "artifact_count.current", "int" }, { "write_gate.state", "text" },
                { "write_gate.in_flight", "int" } } },
        { Method::Get, "/metrics/concurrent-writes",
            { { "current", "int" }, { "limit", "int" }, { "percentage", "number" },
                { "status", "text" }, { "alert", "null" }, { "action_required", "null" } } },
        { Method::Get, "/metrics/storage-capacity",
            { { "status", "text" }, { "level", "text" }, { "usage_ratio", "number" },
                { "usage_percent", "number" }, { "used_gb", "number" }, { "total_gb", "number" },
                { "free_gb", "number" }, { "action_required", "text" },
                { "escalation_path", "text" }, { "response_timeline", "text" } } },
        { Method::Get, "/metrics/storage-capacity?used_gb=750",
            { { "status", "text" }, { "simulated", "bool" }, { "usage_percent", "number" },
                { "escalation_path", "text" } } },
        { Method::Get, "/metrics/write-throughput",
            { { "current_writes_per_sec", "number" }, { "limit", "int" },
                { "percentage", "number" }, { "status", "text" } } },
        { Method::Get, "/metrics/query-performance",
            { { "p50_ms", "number" }, { "p99_ms", "number" }, { "p999_ms", "number" },
                { "sla_status", "text" }, { "sample_count", "int" }, { "status", "text" } } },
        { Method::Get, "/metrics/alerts",
            { { "active_alerts", "list" }, { "count", "int" }, { "timestamp", "text" },
                { "active_alerts.0.type", "text" }, { "active_alerts.0.severity", "text" },
                { "active_alerts.0.message", "text" }, { "active_alerts.0.timestamp", "text" },
                { "active_alerts.0.escalation_path", "text" },
                { "active_alerts.0.response_timeline", "text" }, { "active_alerts.0.id", "text" },
                { "active_alerts.0.level", "text" }, { "active_alerts.0.value", "number" },
                { "active_alerts.0.threshold", "number" }, { "active_alerts.0.state", "text" },
                { "active_alerts.0.deadline", "text|null" },
                { "active_alerts.0.acknowledged_by", "text|null" } } },
        { Method::Get, "/metrics/alert-history",
            { { "alerts", "list" }, { "count", "int" }, { "total_in_history", "int" },
                { "alerts.0.type", "text" }, { "alerts.0.severity", "text" },
                { "alerts.0.message", "text" }, { "alerts.0.timestamp", "text" } } },
        { Method::Post, "/metrics/record-query-latency?latency_ms=42.5",
            { { "success", "bool" }, { "latency_ms", "number" }, { "recorded_at", "text" } } },
        { Method::Get, "/governance/scale/certification",
            { { "certification", "text" }, { "certification_date", "text" },
                { "certified_limits", "object" }, { "certified_limits.artifact_size", "text" },
                { "certified_limits.total_storage", "text" },
                { "certified_limits.concurrent_writes", "text" },
                { "certified_limits.write_throughput", "text" },
                { "certified_limits.artifact_count", "text" },
                { "certified_limits.query_response", "text" },
                { "certified_limits.audit_retention", "text" }, { "proof", "object" },
                { "proof.artifact_size", "text" }, { "monitoring.real_time_dashboard", "text" },
                { "monitoring.automated_alerts", "text" },
                { "monitoring.graceful_degradation", "text" },
                { "monitoring.escalation_paths", "text" }, { "status", "text" },
                { "review_cycle", "text" }, { "next_review", "text" }, { "owner", "text" },
                { "review_state", "text" }, { "observed.total_storage", "object" },
                { "observed.total_storage.within", "bool|null" },
                { "observed.total_storage.peak", "number|null" } } },
        { Method::Get, "/governance/scale/what-scales-safely",
            { { "scales_safely", "list" }, { "scales_safely.6.metric", "text" },
                { "scales_safely.6.safe_limit", "text" }, { "scales_safely.6.proof", "text" },
                { "scales_safely.6.status", "text" } } },
        { Method::Get, "/governance/scale/what-does-not-scale",
            { { "does_not_scale", "list" }, { "does_not_scale.4.operation", "text" },
                { "does_not_scale.4.reason", "text" },
                { "does_not_scale.4.workaround", "text" } } },
        { Method::Get, "/governance/scale/never-assume",
            { { "never_assume", "list" }, { "never_assume.4.assumption", "text" },
                { "never_assume.4.reality", "text" } } },
        { Method::Get, "/governance/scale/thresholds",
            { { "concurrent_writes.GREEN", "text" }, { "concurrent_writes.RED", "text" },
                { "storage_capacity.YELLOW", "text" }, { "write_throughput.ORANGE", "text" },
                { "query_latency.RED", "text" }, { "escalation_paths", "object" },
                { "values.total_storage.yellow.value", "number" },
                { "values.total_storage.differs_from_certified", "bool" },
                { "differs_from_certified", "list" } } },
        { Method::Get, "/governance/scale/what-scales",
            { { "scales_safely", "list" }, { "scales_safely.0", "text" },
                { "does_not_scale.0", "text" }, { "never_assume.0", "text" } } },
        { Method::Post,
            "/governance/scale/validate?operation_type=write&data_size=10485760&frequency=50",
            { { "valid", "bool" }, { "message", "text" }, { "operation_type", "text" },
                { "data_size", "int" }, { "frequency", "int" } } },
        { Method::Get, "/governance/scale/limits",
            { { "scale_limits.concurrent_writes.limit", "int" },
                { "scale_limits.audit_retention.limit", "null" }, { "enforcement", "text" },
                { "status", "text" } } },
        { Method::Get, "/governance/scale/proximity/concurrent_writes?current_value=85",
            { { "limit_name", "text" }, { "current_value", "int" }, { "limit_value", "int" },
                { "usage_ratio", "number" }, { "usage_percent", "number" },
                { "status", "text" } } },
        { Method::Get, "/health",
            { { "status", "text" }, { "services", "object" }, { "services.monitor", "text" } } },
        { Method::Get, "/ready", { { "status", "text" } } },
    };
    return all;
}

TEST(ContractEndpoints, haveTheKeysAndTypesThatClientsKnow)
{
    TempDir dir;
    ManualClock clock;
    LastingWorld lasting(dir.path(), clock);
    auto& world = lasting.world;
    // An alert, a query and a product, so that no list is empty.
    world.values[Metric::TotalStorage] = ContractWorld::inGigabytes(750);
    ASSERT_TRUE(lasting.storage().audit({ "test", "test.began", "it", "", "" }));
    world.post("/metrics/record-query-latency?latency_ms=42.5&product=avatar");
    ASSERT_TRUE(waitUntil([&] {
        clock.advance(1s);
        world.tick();
        return !lasting.storage().alerts()->open.empty()
            && world.monitor->latest()->audit.oldest.has_value();
    }));
    for (const auto& endpoint : endpoints()) {
        const auto response = world.ask(endpoint.method, endpoint.target);
        EXPECT_EQ(response.status, 200) << endpoint.target;
        EXPECT_EQ(response.contentType, "application/json");
        const auto body = bodyOf(response);
        for (const auto& key : endpoint.keys) {
            const auto* const value = find(body, key.path);
            ASSERT_NE(value, nullptr) << endpoint.target << ' ' << key.path << '\n'
                                      << *response.body;
            EXPECT_TRUE(isOneOf(typeOf(*value), key.types))
                << endpoint.target << ' ' << key.path << " is " << typeOf(*value) << ", not "
                << key.types;
        }
    }
}

TEST(ContractEndpoints, areAllInTheTableWithWordsForPeople)
{
    const ContractWorld world;
    std::set<std::string> paths;
    for (const auto& route : world.routes->routes()) {
        EXPECT_TRUE(paths.insert(std::string(route.pattern)).second) << route.pattern;
        EXPECT_FALSE(route.summary.empty()) << route.pattern;
        EXPECT_TRUE(route.pattern == "/metrics" || !route.responseSchema.empty()) << route.pattern;
        EXPECT_EQ(route.bodyLimit, 0U) << route.pattern;
        for (const auto& parameter : route.parameters) {
            EXPECT_FALSE(parameter.help.empty()) << route.pattern << ' ' << parameter.name;
        }
        const bool isOpen = route.pattern == "/health" || route.pattern == "/ready";
        const bool isTold = route.pattern == "/metrics/record-query-latency";
        EXPECT_EQ(route.role,
            isOpen       ? Role::Nobody
                : isTold ? Role::Ingest
                         : Role::Read)
            << route.pattern;
    }
    EXPECT_EQ(paths.size(), 15U + 2U + 2U + 1U);
}

TEST(ContractEndpoints, writeNumbersAsPeopleDo)
{
    ContractWorld world;
    world.tick();
    const auto body = *world.get("/metrics/storage-capacity?used_gb=750").body;
    EXPECT_NE(body.find("\"usage_percent\":75.0,"), std::string::npos) << body;
    EXPECT_NE(body.find("\"used_gb\":750.0,"), std::string::npos) << body;
}

TEST(ContractEndpoints, refuseBadParametersByNameAndType)
{
    ContractWorld world;
    world.tick();
    struct Row {
        Method method;
        const char* before;  ///< of the value
        const char* after;
        const char* name;
        std::vector<std::pair<std::string, const char*>> values;
    };
    const std::vector<std::pair<std::string, const char*>> noNumbers { { "", "not_a_number" },
        { "text", "not_a_number" }, { "+1", "not_a_number" }, { "1,5", "not_a_number" },
        { "0x10", "not_a_number" }, { "nan", "not_finite" }, { "inf", "not_finite" },
        { "-inf", "not_finite" }, { "1e999", "not_finite" }, { "-1e999", "not_finite" },
        { std::string(400, '9'), "not_finite" }, { "-1", "out_of_range" },
        { "-0.001", "out_of_range" } };
    const std::vector<std::pair<std::string, const char*>> noIntegers { { "", "not_a_number" },
        { "text", "not_a_number" }, { "nan", "not_finite" }, { "1e999", "not_finite" },
        { std::string(400, '9'), "not_finite" }, { "-1", "out_of_range" },
        { "9223372036854775808", "out_of_range" }, { "0.1", "not_an_integer" },
        { "5.0", "not_an_integer" }, { "true", "not_a_number" } };
    const Row rows[] = {
        { Method::Get, "/metrics/storage-capacity?used_gb=", "", "used_gb", noNumbers },
        { Method::Get, "/metrics/storage-capacity?used_gb=", "&used_gb=1", "used_gb",
            { { "1", "doubled" } } },
        { Method::Get, "/metrics/storage-capacity?used_gb=", "", "used_gb",
            { { "1000000001", "out_of_range" } } },
        { Method::Post, "/metrics/record-query-latency?latency_ms=", "", "latency_ms", noNumbers },
        { Method::Post, "/metrics/record-query-latency?latency_ms=", "", "latency_ms",
            { { "3600000.1", "out_of_range" } } },
        { Method::Post, "/metrics/record-query-latency?latency_ms=1&latency_ms=", "", "latency_ms",
            { { "2", "doubled" } } },
        { Method::Post, "/metrics/record-query-latency?x=", "", "latency_ms",
            { { "1", "missing" } } },
        { Method::Post, "/metrics/record-query-latency?latency_ms=1&size_bytes=", "", "size_bytes",
            noIntegers },
        { Method::Post, "/metrics/record-query-latency?latency_ms=1&product=", "", "product",
            { { "", "empty" }, { std::string(65, 'x'), "too_long" } } },
        { Method::Post, "/metrics/record-query-latency?latency_ms=1&name=", "", "name",
            { { "", "empty" }, { std::string(201, 'x'), "too_long" } } },
        { Method::Get, "/metrics/alert-history?limit=", "", "limit", noIntegers },
        { Method::Get, "/metrics/alert-history?limit=", "", "limit",
            { { "0", "out_of_range" }, { "101", "out_of_range" } } },
        { Method::Post, "/governance/scale/validate?operation_type=write&frequency=1&data_size=",
            "", "data_size", noIntegers },
        { Method::Post, "/governance/scale/validate?operation_type=write&data_size=1&frequency=",
            "", "frequency", noNumbers },
        { Method::Post, "/governance/scale/validate?data_size=1&frequency=1&operation_type=", "",
            "operation_type",
            { { "", "not_a_choice" }, { "delete", "not_a_choice" }, { "WRITE", "not_a_choice" } } },
        { Method::Post, "/governance/scale/validate?data_size=1&frequency=1&x=", "",
            "operation_type", { { "", "missing" } } },
        { Method::Post, "/governance/scale/validate?operation_type=write&frequency=1&x=", "",
            "data_size", { { "", "missing" } } },
        { Method::Post, "/governance/scale/validate?operation_type=write&data_size=1&x=", "",
            "frequency", { { "", "missing" } } },
        { Method::Get, "/governance/scale/proximity/artifact_count?current_value=", "",
            "current_value", noNumbers },
        { Method::Get, "/governance/scale/proximity/artifact_count?x=", "", "current_value",
            { { "", "missing" } } },
    };
    for (const auto& row : rows) {
        for (const auto& [value, type] : row.values) {
            const auto target = row.before + value + row.after;
            const auto response = world.ask(row.method, target);
            ASSERT_EQ(response.status, 422) << target;
            ASSERT_LE(response.body->size(), 512U);
            const auto detail = bodyOf(response).at("detail").as_array();
            ASSERT_EQ(detail.size(), 1U) << target;
            EXPECT_EQ(detail[0].at("loc").at(0).as_string(), "query");
            EXPECT_EQ(detail[0].at("loc").at(1).as_string(), row.name) << target;
            EXPECT_EQ(detail[0].at("type").as_string(), type) << target;
            EXPECT_FALSE(detail[0].at("msg").as_string().empty());
        }
    }
    // Nothing of a refused request was taken.
    EXPECT_EQ(world.getJson("/metrics/query-performance").at("sample_count").to_number<int>(), 0);
}

TEST(ContractEndpoints, ignoreParametersThatTheyDoNotKnow)
{
    ContractWorld world;
    world.tick();
    for (const auto* target : { "/metrics/scale-status?_=1", "/metrics/storage-capacity?x=nan",
             "/metrics/concurrent-writes?used_gb=nan&used_gb=2" }) {
        EXPECT_EQ(world.get(target).status, 200) << target;
    }
}

TEST(ContractEndpoints, sayThatTheMonitorIsStuckInsteadOfShowingItsLastReadings)
{
    ContractWorld world;
    const auto isSnapshotEndpoint = [](const std::string& target) {
        return target.starts_with("/metrics/") && target.find("alert-history") == std::string::npos
            && target.find("record-query") == std::string::npos;
    };
    const auto expectRefusals = [&] {
        for (const auto& endpoint : endpoints()) {
            if (isSnapshotEndpoint(endpoint.target)) {
                const auto response = world.ask(endpoint.method, endpoint.target);
                EXPECT_EQ(response.status, 503) << endpoint.target;
                EXPECT_TRUE(bodyOf(response).at("detail").is_string());
                ASSERT_EQ(response.headers.size(), 1U);
                EXPECT_EQ(response.headers[0].first, "Retry-After");
            }
        }
        EXPECT_EQ(world.get("/ready").status, 503);
        EXPECT_EQ(world.getJson("/health").at("status"), "degraded");
    };
    {
        // Before the first tick.
        const Answer early = world.begin(Method::Get, "/metrics/scale-status");
        EXPECT_EQ(early.get().status, 503);
        EXPECT_EQ(world.begin(Method::Get, "/ready").get().status, 503);
    }
    world.tick();
    EXPECT_EQ(world.get("/metrics/scale-status").status, 200);
    EXPECT_EQ(world.get("/ready").status, 200);
    EXPECT_EQ(world.getJson("/health").at("status"), "healthy");
    world.clock.advance(2s);
    EXPECT_EQ(world.get("/metrics/scale-status").status, 200);
    world.clock.advance(1ns);
    expectRefusals();
}

TEST(ContractEndpoints, answerAllWhoAskForTheSameSnapshotWithOneBody)
{
    ContractWorld world;
    world.tick();
    for (const auto* target :
        { "/metrics/scale-status", "/metrics/concurrent-writes", "/metrics/storage-capacity",
            "/metrics/write-throughput", "/metrics/query-performance" }) {
        const auto first = world.get(target).body;
        EXPECT_EQ(first, world.get(target).body) << target;
        world.clock.advance(1s);
        world.tick();
        EXPECT_NE(first, world.get(target).body) << target;
    }
}

}  // namespace
}  // namespace headroom::api
