// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/history/history_row.h"
#include "tests/monitor_core/api/v1_fixture.h"

namespace headroom::api {
namespace {

using V1QueriesTest = V1Fixture;

TEST_F(V1QueriesTest, theSnapshotIsMadeOnceAndItsAgeIsTold)
{
    EXPECT_EQ(ask(Method::Get, "/api/v1/snapshot").status, 503) << "nothing is known yet";
    tick();
    const auto first = ask(Method::Get, "/api/v1/snapshot");
    ASSERT_EQ(first.status, 200);
    EXPECT_EQ(header(first, "X-Headroom-Age-Ms"), "0");
    clock.advance(250ms);
    EXPECT_EQ(header(ask(Method::Get, "/api/v1/snapshot"), "X-Headroom-Age-Ms"), "250");
    // The board that the tick has led to may still be on its way; then there is another string.
    EXPECT_TRUE(waitUntil([this] {
        const auto board = storage->alerts();
        const auto one = ask(Method::Get, "/api/v1/snapshot");
        const auto two = ask(Method::Get, "/api/v1/snapshot");
        return storage->alerts() == board && one.body.get() == two.body.get();
    })) << "the same string for everybody";
    const auto json = jsonOf(first);
    EXPECT_EQ(json.at("snapshot").at("service").at("instance").as_string(), context->instance);
    EXPECT_EQ(json.at("alerts").at("instance").as_string(), context->instance);
    tick(1s);
    EXPECT_EQ(get("/api/v1/snapshot").at("snapshot").at("sequence").as_int64(), 2);
}

TEST_F(V1QueriesTest, whoAmISaysWhatTheCallerMayDo)
{
    caller = { "anonymous", Role::Ingest, "127.0.0.1" };
    const auto me = get("/api/v1/whoami");
    EXPECT_EQ(me.at("name").as_string(), "anonymous");
    EXPECT_EQ(me.at("role").as_string(), "ingest");
    EXPECT_TRUE(me.at("may_ingest").as_bool());
    EXPECT_FALSE(me.at("may_administer").as_bool());
}

TEST_F(V1QueriesTest, historyOfSeveralMetricsAndTheirLatency)
{
    const auto now = std::chrono::floor<std::chrono::seconds>(clock.systemNow());
    for (int i = 0; i < 3; ++i) {
        HistoryRow row;
        row.startSeconds = (now + std::chrono::seconds(i)).time_since_epoch().count();
        row.metrics[indexOf(Metric::ConcurrentWrites)] = MetricStats { 1, 2, 3.0 + i, 2, 1 };
        row.metrics[indexOf(Metric::TotalStorage)] = MetricStats { 700, 700, 700, 700, 1 };
        storage->take(row);
    }
    clock.advance(10s);
    // The storage thread answers what was asked before it takes what came meanwhile.
    ASSERT_TRUE(waitUntil([this] {
        const auto seen = get("/api/v1/history?metric=concurrent_writes");
        return !seen.at("series").as_array()[0].at("points").as_array().empty();
    }));
    for (const auto* target :
        { "/api/v1/history?metric=concurrent_writes,total_storage,query_latency&points=60",
            "/api/v1/history?metric=concurrent_writes&metric=total_storage&metric=query_latency"
            "&from=2026-08-03T10:00:00Z&to=2026-08-03T10:10:00.000Z&points=600" }) {
        const auto history = get(target);
        ASSERT_EQ(history.at("series").as_array().size(), 2U);
        const auto& writes = history.at("series").as_array()[0];
        EXPECT_EQ(writes.at("metric").as_string(), "concurrent_writes");
        ASSERT_FALSE(writes.at("points").as_array().empty());
        double most = 0;
        for (const auto& point : writes.at("points").as_array()) {
            most = std::max(most, point.at("max").as_double());
        }
        EXPECT_EQ(most, 5.0);
        EXPECT_EQ(history.at("series").as_array()[1].at("metric").as_string(), "total_storage");
        EXPECT_TRUE(history.at("query_latency").at("points").as_array().empty());
    }
    const auto latencyAlone = get("/api/v1/history?metric=query_latency");
    EXPECT_TRUE(latencyAlone.at("series").as_array().empty());
    EXPECT_TRUE(latencyAlone.at("query_latency").is_object());
    EXPECT_TRUE(get("/api/v1/history?metric=total_storage").at("query_latency").is_null());
}

TEST_F(V1QueriesTest, refusesQuestionsThatMakeNoSense)
{
    for (const auto* target : { "/api/v1/history", "/api/v1/history?metric=",
             "/api/v1/history?metric=speed", "/api/v1/history?metric=total_storage,total_storage",
             "/api/v1/history?metric=query_latency,query_latency",
             "/api/v1/history?metric=total_storage&points=0",
             "/api/v1/history?metric=total_storage&points=2001",
             "/api/v1/history?metric=total_storage&points=1e3",
             "/api/v1/history?metric=total_storage&from=yesterday",
             "/api/v1/"
             "history?metric=total_storage&from=2026-08-03T10:00:00Z&to=2026-08-03T10:00:00Z",
             "/api/v1/"
             "history?metric=total_storage&from=1960-01-01T00:00:00Z&to=1961-01-01T00:00:00Z",
             "/api/v1/history?metric=total_storage&from=1990-01-01T00:00:00Z",
             "/api/v1/"
             "history?metric=total_storage&from=2026-08-03T10:00:00Z&from=2026-08-03T10:00:01Z",
             "/api/v1/alerts/history?limit=0", "/api/v1/alerts/history?limit=nan",
             "/api/v1/audit?limit=1001", "/api/v1/audit?after=-1", "/api/v1/audit/verify?head=" }) {
        EXPECT_EQ(ask(Method::Get, target).status, 422) << target;
    }
}

TEST_F(V1QueriesTest, auditRecordsAndTheirVerification)
{
    tick();
    ASSERT_EQ(ask(Method::Post, "/api/v1/certification/reviews",
                  R"({"reviewer":"Ada","meaning":"reviewed as owner","is_approved":true})")
                  .status,
        200);
    const auto audit = get("/api/v1/audit?limit=10");
    ASSERT_FALSE(audit.at("records").as_array().empty());
    const auto& last = audit.at("records").as_array().back();
    EXPECT_EQ(last.at("actor").as_string(), "wall");
    const std::string head(audit.at("head").as_string());
    const auto verdict = get("/api/v1/audit/verify?head=" + head);
    EXPECT_TRUE(verdict.at("is_whole").as_bool());
    EXPECT_TRUE(verdict.at("first_bad_sequence").is_null());
    const auto none = get("/api/v1/audit?after=" + std::to_string(last.at("sequence").as_int64()));
    EXPECT_TRUE(none.at("records").as_array().empty());
}

TEST_F(V1QueriesTest, withoutRecordsSaysThatNothingIsKept)
{
    std::vector<std::unique_ptr<Source>> sources;
    sources.push_back(std::make_unique<PushedSource>(clock));
    Monitor forgetful(policy, recorder, std::move(sources), clock);
    ApiContext other = *context;
    ApiContext without { .monitor = forgetful,
        .recorder = recorder,
        .slowQueries = slowQueries,
        .clock = clock,
        .certified = policy,
        .escalation = {},
        .version = "0.1.0",
        .later = other.later,
        .httpCounters = {} };
    routes = std::make_unique<RouteTable>(v1Routes(without));
    forgetful.tickOnce();
    EXPECT_EQ(get("/api/v1/snapshot").at("alerts"), nullptr);
    EXPECT_EQ(get("/api/v1/alerts").at("alerts"), nullptr);
    for (const auto* target :
        { "/api/v1/history?metric=total_storage", "/api/v1/forecast", "/api/v1/alerts/history",
            "/api/v1/certification", "/api/v1/audit", "/api/v1/audit/verify" }) {
        EXPECT_EQ(ask(Method::Get, target).status, 400) << target;
    }
    EXPECT_EQ(ask(Method::Post, "/api/v1/alerts/A1/acknowledge").status, 400);
    routes.reset();
}

TEST_F(V1QueriesTest, whenTooMuchWaitsItSaysSo)
{
    tick();
    context->later = [](const std::function<void()>&) { return false; };
    for (const auto& response : { ask(Method::Get, "/api/v1/history?metric=total_storage"),
             ask(Method::Post, "/api/v1/alerts/A1/acknowledge") }) {
        EXPECT_EQ(response.status, 503);
        EXPECT_EQ(header(response, "Retry-After"), "1");
    }
}

}  // namespace
}  // namespace headroom::api
