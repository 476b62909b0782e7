// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/base/utc_text.h"
#include "tests/monitor_core/api/v1_fixture.h"

namespace headroom::api {
namespace {

class ObservationsTest : public V1Fixture {
protected:
    int status(const std::string& body)
    {
        return ask(Method::Post, "/api/v1/observations", body).status;
    }
    std::string fate(const std::string& body)
    {
        const auto response = ask(Method::Post, "/api/v1/observations", body);
        return response.status == 200 ? std::string(jsonOf(response).at("fate").as_string())
                                      : detail(response);
    }
    std::uint64_t samples()
    {
        tick(1s);  // by then it is published in any case
        return monitor->latest()->latency.sampleCount;
    }
    std::string at(std::chrono::milliseconds before)
    {
        return R"("at":")" + toUtcText(clock.systemNow() - before) + "\"";
    }
};

TEST_F(ObservationsTest, aBatchIsInTheNextSnapshot)
{
    EXPECT_EQ(fate(R"({"used_bytes":700,"capacity_bytes":1000,"artifact_count":5,
        "largest_artifact_bytes":300,"latencies_ms":[42.5],"product":"search"})"),
        "taken");
    tick();
    const auto snapshot = monitor->latest();
    EXPECT_EQ(snapshot->of(Metric::TotalStorage).reading->value, 700);
    EXPECT_EQ(snapshot->of(Metric::TotalStorage).limit, 1000);
    EXPECT_EQ(snapshot->of(Metric::TotalStorage).level, Level::Yellow);
    EXPECT_EQ(snapshot->of(Metric::ArtifactCount).reading->value, 5);
    EXPECT_EQ(snapshot->of(Metric::ArtifactSize).reading->value, 300);
    EXPECT_EQ(snapshot->latency.p50Ms, 42.5);
    EXPECT_EQ(snapshot->latency.p999Ms, 42.5);
    EXPECT_EQ(context->products->list(clock.steadyNow()).at(0).name, "search");
}

TEST_F(ObservationsTest, ninetyNinePointNineNinePercentIsNotAHundred)
{
    tell(R"({"used_bytes":9999990,"capacity_bytes":10000000})");
    tick();
    EXPECT_EQ(monitor->latest()->gate.state, GateState::Open);
    tell(R"({"used_bytes":10000000})");
    tick();
    EXPECT_EQ(monitor->latest()->gate.state, GateState::Halted);
    tell(R"({"used_bytes":10000010})");
    tick();
    EXPECT_EQ(monitor->latest()->gate.state, GateState::Halted);
}

TEST_F(ObservationsTest, aBatchIsTakenAsAWholeOrNotAtAll)
{
    EXPECT_EQ(status(R"({"latencies_ms":[1,2,-3],"used_bytes":5})"), 422);
    EXPECT_EQ(status(R"({"latencies_ms":[1,2],"used_bytes":-5})"), 422);
    EXPECT_EQ(status(R"({"latencies_ms":[1,2],"used_bytes":5,)" + at(-6s) + "}"), 422);
    EXPECT_EQ(samples(), 0U);
    EXPECT_FALSE(monitor->latest()->of(Metric::TotalStorage).reading);
    EXPECT_EQ(context->ingest->batchesRefused, 3U);
}

TEST_F(ObservationsTest, aBatchThatComesTwiceCountsOnceEachSendersIdsAreItsOwn)
{
    const std::string body = R"({"id":"b-1","latencies_ms":[1,2,3]})";
    EXPECT_EQ(fate(body), "taken");
    EXPECT_EQ(fate(body), "repeated");
    EXPECT_EQ(samples(), 3U);
    caller.name = "other";
    EXPECT_EQ(fate(body), "taken");
    EXPECT_EQ(samples(), 6U);
    EXPECT_EQ(fate(R"({"id":"b-2","used_bytes":5})"), "taken");
    EXPECT_EQ(fate(R"({"id":"b-2","used_bytes":6})"), "repeated");
    tick();
    EXPECT_EQ(monitor->latest()->of(Metric::TotalStorage).reading->value, 5);
}

TEST_F(ObservationsTest, whatIsTooOldJudgesNothing)
{
    EXPECT_EQ(
        fate(R"({"used_bytes":1000,"capacity_bytes":1000,"latencies_ms":[1],)" + at(24h) + "}"),
        "too_old");
    EXPECT_EQ(fate(R"({"latencies_ms":[1],)" + at(30s) + "}"), "too_old");
    EXPECT_EQ(samples(), 0U);
    EXPECT_EQ(monitor->latest()->gate.state, GateState::Open);
    EXPECT_EQ(fate(R"({"latencies_ms":[1],)" + at(29s) + "}"), "taken");
    EXPECT_EQ(fate(R"({"used_bytes":1,)" + at(-5s) + "}"), "taken");
    EXPECT_EQ(samples(), 1U);
}

TEST_F(ObservationsTest, slowLatenciesAreKeptWithWhatTheSenderSaidOfThem)
{
    tell(R"({"latencies_ms":[1,5000,499],"name":"full scan","product":"search"})");
    const auto queries = get("/api/v1/slow-queries?limit=10");
    ASSERT_EQ(queries.at("total").as_int64(), 1);
    EXPECT_EQ(queries.at("queries").as_array()[0].at("latency_ms").as_double(), 5000.0);
    EXPECT_EQ(ask(Method::Get, "/api/v1/slow-queries?limit=0").status, 422);
    EXPECT_EQ(ask(Method::Get, "/api/v1/slow-queries?limit=1001").status, 422);
}

TEST_F(ObservationsTest, refusesHostileBodiesAndStaysAsItWas)
{
    std::string many = R"({"latencies_ms":[0)";
    for (int i = 0; i < 1000; ++i) {
        many += ",0";
    }
    const std::pair<std::string, int> bodies[] = {
        { "{}", 422 },
        { R"({"id":"x"})", 422 },
        { R"({"latencies_ms":[]})", 422 },
        { R"({"latencies_ms":[1e999]})", 422 },
        { R"({"latencies_ms":["5"]})", 422 },
        { R"({"latencies_ms":[true]})", 422 },
        { R"({"latencies_ms":[null]})", 422 },
        { R"({"latencies_ms":[-0.001]})", 422 },
        { R"({"latencies_ms":[3600001]})", 422 },
        { R"({"latencies_ms":5})", 422 },
        { R"({"capacity_bytes":-1})", 422 },
        { R"({"used_bytes":0.1})", 422 },
        { R"({"used_bytes":9007199254740993})", 422 },
        { R"({"artifact_count":1e999})", 422 },
        { R"({"artifact_count":-1})", 422 },
        { R"({"used_bytes":5,"at":"yesterday"})", 422 },
        { R"({"used_bytes":5,"at":5})", 422 },
        { R"({"used_bytes":5,"product":"x\u0000"})", 422 },
        { R"({"used_bytes":5,"id":"a\nb"})", 422 },
        { R"({"used_bytes":5,"used_bytes":6})", 400 },
        { R"({"used_bytes":5} )"
          "\x01",
            400 },
        { "\xEF\xBB\xBF{\"used_bytes\":5}", 400 },
        { "{\"product\":\"\xC0\xAF\",\"used_bytes\":5}", 400 },
        { many + "]}", 413 },
    };
    for (const auto& [body, expected] : bodies) {
        EXPECT_EQ(status(body), expected) << body.substr(0, 80);
    }
    EXPECT_EQ(samples(), 0U);
    EXPECT_FALSE(monitor->latest()->of(Metric::TotalStorage).reading);
    EXPECT_EQ(status(R"({"used_bytes":5,"temperature":20,"x":{"y":[1]}})"), 200);
    EXPECT_EQ(context->ingest->ignoredKeys, 2U);
}

/// A service whose source measures by itself.
class MeasuredTest : public V1Fixture {
protected:
    MeasuredTest()
        : V1Fixture(false)
    {
    }
};

TEST_F(MeasuredTest, takesLatenciesAndSaysThatItMeasuresTheRestByItself)
{
    const auto refused
        = ask(Method::Post, "/api/v1/observations", R"({"used_bytes":5,"latencies_ms":[1]})");
    EXPECT_EQ(refused.status, 400);
    EXPECT_NE(detail(refused).find("measures"), std::string::npos);
    tell(R"({"latencies_ms":[1]})");
    tick();
    EXPECT_EQ(monitor->latest()->latency.sampleCount, 1U);
}

}  // namespace
}  // namespace headroom::api
