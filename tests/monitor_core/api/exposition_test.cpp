// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/exposition.h"
#include "tests/monitor_core/api/contract_world.h"
#include "tests/support/child_process.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <utility>
#include <vector>

namespace headroom::api {
namespace {

using namespace std::chrono_literals;

/// The samples of a text by their whole name with labels.
std::map<std::string, std::string> samplesOf(const std::string& text)
{
    std::map<std::string, std::string> samples;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with('#')) {
            const auto space = line.rfind(' ');
            EXPECT_TRUE(samples.emplace(line.substr(0, space), line.substr(space + 1)).second)
                << line << " stands twice";
        }
    }
    return samples;
}

/// What `promtool check metrics` says of a text; empty when it has nothing to say.
std::string promtoolOn(const std::string& text)
{
    const TempDir dir;
    std::ofstream(dir.path() / "metrics") << text;
    const auto command = "'" + std::string(HEADROOM_PROMTOOL) + "' check metrics < "
        + (dir.path() / "metrics").string() + "; echo \"exit $?\"";
    const auto output = dir.path() / "output";
    ChildProcess promtool({ "/bin/sh", "-c", command }, output);
    EXPECT_TRUE(waitUntil([&] { return promtool.hasEnded(); }));
    std::ifstream file(output);
    return { std::istreambuf_iterator<char>(file), {} };
}

/// Everything that can be exposed is: alerts, audit, queries, every reading, HTTP counters.
class FullExposition : public testing::Test {
protected:
    FullExposition()
        : lasting(dir.path(), clock)
        , world(lasting.world)
    {
        world.values[Metric::TotalStorage] = ContractWorld::inGigabytes(950);
        EXPECT_TRUE(lasting.storage().audit({ "test", "test.began", "it", "", "" }));
        world.recorder.beginWrite({}).complete(megabytes(3));
        world.post("/metrics/record-query-latency?latency_ms=42.5&product=avatar");
        world.context->httpCounters = [] {
            HttpCounters counters;
            const auto* const duration = "headroom_http_request_duration_seconds";
            const auto add = [&](const std::string& name, auto labels, double value,
                                 const char* type) {
                counters.lines.push_back({ name, std::move(labels), value, type, "Of HTTP." });
            };
            using Labels = std::vector<std::pair<std::string, std::string>>;
            add("headroom_http_requests_total",
                Labels { { "route", "/metrics/scale-status" }, { "code", "2xx" } }, 12, "counter");
            add("headroom_http_requests_total",
                Labels { { "route", "a\"b\\c\nd" }, { "code", "4xx" } }, 1, "counter");
            add("headroom_http_connections", Labels(), 3, "gauge");
            add(std::string(duration) + "_bucket", Labels { { "le", "0.1" } }, 2, "histogram");
            add(std::string(duration) + "_bucket", Labels { { "le", "+Inf" } }, 2, "histogram");
            add(std::string(duration) + "_sum", Labels(), 0.25, "histogram");
            add(std::string(duration) + "_count", Labels(), 2, "histogram");
            return counters;
        };
        EXPECT_TRUE(waitUntil([&] {
            clock.advance(1s);
            world.tick();
            return !lasting.storage().alerts()->open.empty()
                && world.monitor->latest()->audit.oldest.has_value();
        }));
    }
    std::string text(const std::string& accept = {})
    {
        return *world.ask(Method::Get, "/metrics", accept).body;
    }

    TempDir dir;
    ManualClock clock;
    LastingWorld lasting;
    ContractWorld& world;
};

TEST_F(FullExposition, hasNothingThatPromtoolMindsAbout)
{
    ASSERT_EQ(::access(HEADROOM_PROMTOOL, X_OK), 0) << "run packaging/tools.sh, as test.sh does";
    EXPECT_EQ(promtoolOn(text()), "exit 0\n");
    // It would have said so.
    EXPECT_NE(promtoolOn("headroom_latency_milliseconds_total NaN x\n"), "exit 0\n");
    EXPECT_NE(promtoolOn("# TYPE headroom_x counter\nheadroom_x 1\n"), "exit 0\n");
}

TEST_F(FullExposition, hasReadingsInBaseUnits)
{
    const auto samples = samplesOf(text());
    const auto is = [&samples](const std::string& name, const std::string& value) {
        const auto found = samples.find(name);
        EXPECT_EQ(found == samples.end() ? "absent" : found->second, value) << name;
    };
    is("headroom_build_info{version=\"1.2.3\"}", "1");
    is("headroom_monitor_active", "1");
    is("headroom_storage_used_bytes", "1020054732800");
    is("headroom_storage_limit_bytes", "1073741824000");
    is("headroom_usage_ratio{metric=\"total_storage\"}", "0.95");
    is("headroom_level{metric=\"total_storage\",level=\"ORANGE\"}", "1");
    is("headroom_level{metric=\"total_storage\",level=\"RED\"}", "0");
    is("headroom_level{metric=\"total_storage\",level=\"UNKNOWN\"}", "0");
    is("headroom_worst_level{level=\"ORANGE\"}", "1");
    is("headroom_artifact_size_bytes", "3145728");
    is("headroom_artifacts", "1000");
    is("headroom_concurrent_writes_limit", "100");
    is("headroom_query_latency_window_seconds{percentile=\"p99\"}", "0.0425");
    is("headroom_query_latency_limit_seconds", "5");
    is("headroom_query_latency_seconds_bucket{le=\"0.025\"}", "0");
    is("headroom_query_latency_seconds_bucket{le=\"0.05\"}", "1");
    is("headroom_query_latency_seconds_bucket{le=\"+Inf\"}", "1");
    is("headroom_query_latency_seconds_count", "1");
    is("headroom_gate_state{state=\"OPEN\"}", "1");
    is("headroom_gate_writes_admitted_total", "1");
    is("headroom_gate_writes_refused_total{reason=\"paused\"}", "0");
    is("headroom_alerts{level=\"ORANGE\"}", "1");
    is("headroom_alert{type=\"STORAGE_CAPACITY\",level=\"ORANGE\",state=\"OPEN\"}", "1");
    is("headroom_alerts_unacknowledged", "1");
    is("headroom_audit_chain_broken", "0");
    is("headroom_source_failing{source=\"scripted\"}", "0");
    is("headroom_products", "1");
    is("headroom_http_requests_total{route=\"/metrics/scale-status\",code=\"2xx\"}", "12");
    is("headroom_http_requests_total{route=\"a\\\"b\\\\c\\nd\",code=\"4xx\"}", "1");
    is("headroom_http_request_duration_seconds_sum", "0.25");
    const double sum = std::stod(samples.at("headroom_query_latency_seconds_sum"));
    EXPECT_NEAR(sum, 0.0425, 0.0425 * 0.001);
}

TEST_F(FullExposition, countsQueriesForEverWhileTheWindowForgets)
{
    clock.advance(61s);
    world.tick();
    const auto samples = samplesOf(text());
    EXPECT_EQ(samples.count("headroom_query_latency_window_seconds{percentile=\"p99\"}"), 0U);
    EXPECT_EQ(samples.at("headroom_query_latency_seconds_count"), "1");
    EXPECT_EQ(samples.at("headroom_level{metric=\"query_response\",level=\"UNKNOWN\"}"), "1");
}

TEST_F(FullExposition, isOpenMetricsForThoseWhoWantIt)
{
    const auto response
        = world.ask(Method::Get, "/metrics", "application/openmetrics-text; version=1.0.0");
    EXPECT_EQ(response.contentType, "application/openmetrics-text; version=1.0.0; charset=utf-8");
    const auto& body = *response.body;
    EXPECT_TRUE(body.ends_with("\n# EOF\n"));
    EXPECT_NE(body.find("# TYPE headroom_gate_writes_admitted counter\n"), std::string::npos);
    EXPECT_NE(body.find("\nheadroom_gate_writes_admitted_total 1\n"), std::string::npos);
    auto open = samplesOf(body);
    EXPECT_EQ(open, samplesOf(text()));
    EXPECT_EQ(text().find("# EOF"), std::string::npos);
    EXPECT_EQ(
        world.ask(Method::Get, "/metrics").contentType, "text/plain; version=0.0.4; charset=utf-8");
}

TEST_F(FullExposition, saysWhatBecameOfWhatCallersTold)
{
    world.context->ingest->batchesTooOld = 3;
    world.context->ingest->leasesOverCap = 2;
    world.context->ingest->proxyMalformed = 7;
    const auto samples = samplesOf(text());
    EXPECT_EQ(samples.at("headroom_ingest_batches_total{fate=\"too_old\"}"), "3");
    EXPECT_EQ(samples.at("headroom_ingest_leases_over_cap_total"), "2");
    EXPECT_EQ(samples.at("headroom_proxy_lines_total{fate=\"malformed\"}"), "7");
    EXPECT_EQ(samples.at("headroom_proxy_lines_total{fate=\"write_ended\"}"), "0");
}

TEST(Exposition, takesTheFormatThatIsWantedMore)
{
    const std::pair<const char*, ExpositionFormat> rows[] = {
        { "", ExpositionFormat::Prometheus },
        { "*/*", ExpositionFormat::Prometheus },
        { "text/html,*/*;q=0.8", ExpositionFormat::Prometheus },
        { "application/openmetrics-text", ExpositionFormat::OpenMetrics },
        { "application/openmetrics-text;q=0", ExpositionFormat::Prometheus },
        { "application/openmetrics-text;q=0.4,text/plain;q=0.5", ExpositionFormat::Prometheus },
        { "application/openmetrics-text;q=nonsense", ExpositionFormat::Prometheus },
        { ";;,,;q=", ExpositionFormat::Prometheus },
        // As Prometheus 2.42 asks.
        { "application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;"
          "q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1",
            ExpositionFormat::OpenMetrics },
    };
    for (const auto& [accept, format] : rows) {
        EXPECT_EQ(wantedFormat(accept), format) << accept;
    }
}

TEST(Exposition, hasNoSampleOfWhatIsNotMeasured)
{
    ContractWorld world;
    world.values.clear();
    world.tick();
    const auto samples = samplesOf(*world.get("/metrics").body);
    for (const auto* name : { "headroom_storage_used_bytes", "headroom_artifacts",
             "headroom_artifact_size_bytes", "headroom_audit_chain_broken",
             "headroom_alerts_overdue", "headroom_usage_ratio{metric=\"total_storage\"}",
             "headroom_reading_age_seconds{metric=\"total_storage\"}",
             "headroom_query_latency_window_seconds{percentile=\"p50\"}" }) {
        EXPECT_EQ(samples.count(name), 0U) << name;
    }
    EXPECT_EQ(samples.at("headroom_level{metric=\"total_storage\",level=\"UNKNOWN\"}"), "1");
    EXPECT_EQ(samples.at("headroom_level{metric=\"total_storage\",level=\"GREEN\"}"), "0");
    EXPECT_EQ(samples.at("headroom_concurrent_writes"), "0");  // measured, and none
    for (const auto& [name, value] : samples) {
        EXPECT_EQ(value.find("nan"), std::string::npos) << name;
        EXPECT_EQ(value.find("inf"), std::string::npos) << name;
    }
}

TEST(Exposition, showsNoReadingsOfAMonitorThatIsStuck)
{
    ContractWorld world;
    EXPECT_EQ(samplesOf(*world.get("/metrics").body).at("headroom_monitor_active"), "0");
    world.tick();
    EXPECT_EQ(samplesOf(*world.get("/metrics").body).at("headroom_monitor_active"), "1");
    world.clock.advance(2s + 1ns);
    const auto samples = samplesOf(*world.get("/metrics").body);
    EXPECT_EQ(samples.at("headroom_monitor_active"), "0");
    EXPECT_EQ(samples.count("headroom_storage_used_bytes"), 0U);
    EXPECT_EQ(samples.count("headroom_level{metric=\"total_storage\",level=\"GREEN\"}"), 0U);
}

TEST(LatencyTotals, countADurationOnItsBoundAndKeepTheRestApart)
{
    LatencyTotals totals;
    for (const auto bound : LatencyTotals::kBounds) {
        LatencyHistogram fresh;
        ASSERT_TRUE(fresh.record(bound));
        totals.add(fresh);
    }
    for (std::size_t i = 0; i < LatencyTotals::kBounds.size(); ++i) {
        EXPECT_EQ(totals.atMost(i), i + 1);
    }
    LatencyHistogram far;
    ASSERT_TRUE(far.record(61s));
    ASSERT_TRUE(far.record(2h));
    totals.add(far);
    EXPECT_EQ(totals.atMost(LatencyTotals::kBounds.size() - 1), LatencyTotals::kBounds.size());
    EXPECT_EQ(totals.count(), LatencyTotals::kBounds.size() + 2);
    EXPECT_GT(totals.sum(), 3661s);

    LatencyTotals apart;
    LatencyHistogram above;
    ASSERT_TRUE(above.record(5s + 10ms));
    apart.add(above);
    const auto sla = std::find(LatencyTotals::kBounds.begin(), LatencyTotals::kBounds.end(), 5s)
        - LatencyTotals::kBounds.begin();
    EXPECT_EQ(apart.atMost(static_cast<std::size_t>(sla)), 0U);
    EXPECT_EQ(apart.atMost(static_cast<std::size_t>(sla) + 1), 1U);
}

}  // namespace
}  // namespace headroom::api
