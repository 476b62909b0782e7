// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/proxy_intake.h"
#include "tests/monitor_core/api/v1_fixture.h"

#include <utility>
#include <vector>

namespace headroom::api {
namespace {

class ProxyIntakeTest : public V1Fixture {
protected:
    ProxyIntakeTest()
    {
        caller = { "anonymous", Role::Ingest, "127.0.0.1" };
        tick();
    }

    static std::string idOf(int number)
    {
        auto digits = std::to_string(number);
        return std::string(32 - digits.size(), '0') + digits;
    }
    /// As nginx asks.
    int admit(const std::string& id, const std::string& more = {})
    {
        prepared.extensions = { { "x-original-method", "POST" } };
        if (!more.empty()) {
            prepared.extensions.emplace_back("x-headroom-ttl-ms", more);
        }
        prepared.requestId = id;
        const int status = ask(Method::Get, "/api/v1/admission").status;
        prepared = Request();
        return status;
    }
    void tell(const std::string& id, const std::string& rest)
    {
        intake.take("<190>Nov 23 21:18:03 headroom: headroom1 " + id + ' ' + rest);
    }
    int inFlight()
    {
        tick(1s);  // by then it is published in any case
        return monitor->latest()->gate.inFlight;
    }
    const Snapshot& now()
    {
        tick(1s);
        latest = monitor->latest();
        return *latest;
    }

    ProxyIntake intake { *context, "anonymous" };
    IngestCounters& counters = *context->ingest;
    SnapshotPtr latest;
};

TEST_F(ProxyIntakeTest, aLineEndsTheLeaseAndSaysHowMuchWasStored)
{
    EXPECT_EQ(admit(idOf(1)), 204);
    EXPECT_EQ(inFlight(), 1);
    tell(idOf(1), "POST 201 3164 3000 0.012");
    EXPECT_EQ(inFlight(), 0);
    EXPECT_EQ(counters.proxyWrites, 1U);
    EXPECT_EQ(now().largestArtifactEverBytes, 3000);
    EXPECT_EQ(recorder.drain().completedWritesTotal, 1U);
}

TEST_F(ProxyIntakeTest, whatWasNotDoneCountsAsFailed)
{
    int failed = 0;
    for (const auto* status : { "400", "404", "413", "499", "500", "502", "504", "000" }) {
        const auto id = idOf(++failed);
        EXPECT_EQ(admit(id), 204);
        tell(id, "POST " + std::string(status) + " 3164 3000 -");
    }
    EXPECT_EQ(inFlight(), 0);
    const auto reading = recorder.drain();
    EXPECT_EQ(reading.failedWritesTotal, static_cast<std::uint64_t>(failed));
    EXPECT_EQ(reading.completedWritesTotal, 0U);
}

TEST_F(ProxyIntakeTest, aDeletionIsAWriteThatStoresNothing)
{
    EXPECT_EQ(admit(idOf(1)), 204);
    tell(idOf(1), "DELETE 204 180 - 0.001");
    EXPECT_EQ(now().largestArtifactEverBytes, 0);
    EXPECT_EQ(recorder.drain().completedWritesTotal, 1U);
}

TEST_F(ProxyIntakeTest, aLineThatComesAgainChangesNothing)
{
    EXPECT_EQ(admit(idOf(1)), 204);
    EXPECT_EQ(admit(idOf(2)), 204);
    for (int i = 0; i < 5; ++i) {
        tell(idOf(1), "POST 201 3164 3000 0.012");
    }
    EXPECT_EQ(inFlight(), 1);
    EXPECT_EQ(counters.proxyWrites, 1U);
    EXPECT_EQ(counters.proxyRepeated, 4U);
    EXPECT_EQ(recorder.drain().completedWritesTotal, 1U);
}

TEST_F(ProxyIntakeTest, aReadThatComesAgainIsCountedOnce)
{
    for (int i = 0; i < 3; ++i) {
        tell(idOf(1), "GET 200 86 - 0.042");
    }
    EXPECT_EQ(counters.proxyReads, 1U);
    EXPECT_EQ(counters.proxyRepeated, 2U);
    const auto& latency = now().latency;
    EXPECT_EQ(latency.sampleCount, 1U);
    EXPECT_EQ(latency.p99Ms, 42.0);
}

TEST_F(ProxyIntakeTest, onlyReadsThatTheDepositoryHasAnsweredAreQueries)
{
    int number = 0;
    for (const auto* rest : { "GET 200 86 - -", "GET 499 86 - 0.001", "GET 500 86 - 0.001",
             "GET 502 86 - 0.001", "HEAD 000 86 - 0.001" }) {
        tell(idOf(++number), rest);
    }
    EXPECT_EQ(now().latency.sampleCount, 0U);
    tell(idOf(++number), "GET 404 86 - 0.001");
    tell(idOf(++number), "OPTIONS 204 86 - 0.001");
    EXPECT_EQ(now().latency.sampleCount, 2U);
}

TEST_F(ProxyIntakeTest, writesWhoseLinesHaveArrivedDoNotPauseTheGate)
{
    const int pauseAt = recorder.drain().gate.pauseAt;
    std::vector<int> waiting;  // lines on their way to the intake
    context->takeWaitingEnds = [&] {
        for (const int id : std::exchange(waiting, {})) {
            tell(idOf(id), "POST 201 3164 3000 0.012");
        }
    };
    // Each is over when the next one comes, and nobody has read its line.
    for (int id = 1; id <= 3 * pauseAt; ++id) {
        ASSERT_EQ(admit(idOf(id)), 204) << id;
        waiting.push_back(id);
    }
    const auto reading = recorder.drain();
    EXPECT_EQ(reading.pausesTotal, 0U);
    EXPECT_LT(reading.peakWritesInFlight, pauseAt);
    EXPECT_EQ(reading.gate.refusedPausedTotal, 0U);
}

TEST_F(ProxyIntakeTest, norAreTheyInTheWayOfWritesOfOthers)
{
    const int pauseAt = recorder.drain().gate.pauseAt;
    for (int id = 1; id < pauseAt; ++id) {
        ASSERT_EQ(admit(idOf(id)), 204) << id;
    }
    context->takeWaitingEnds = [&] {  // the lines of all of them
        for (int id = 1; id < pauseAt; ++id) {
            tell(idOf(id), "POST 201 3164 3000 0.012");
        }
    };
    caller.name = "another";
    EXPECT_EQ(ask(Method::Post, "/api/v1/operations", R"({"kind":"write"})").status, 201);
    EXPECT_EQ(recorder.drain().pausesTotal, 0U);
}

TEST_F(ProxyIntakeTest, anIdThatNobodyKnowsEndsNothing)
{
    EXPECT_EQ(admit(idOf(1)), 204);
    tell(idOf(2), "POST 201 3164 3000 0.012");
    EXPECT_EQ(counters.proxyUnknown, 1U);
    EXPECT_EQ(inFlight(), 1);
}

TEST_F(ProxyIntakeTest, anotherCallersLeaseIsNotTheProxys)
{
    caller.name = "batch";
    EXPECT_EQ(admit(idOf(1)), 204);
    tell(idOf(1), "POST 201 3164 3000 0.012");
    EXPECT_EQ(counters.proxyUnknown, 1U);
    EXPECT_EQ(inFlight(), 1);
}

TEST_F(ProxyIntakeTest, aLineThatIsLateFindsItsLeaseExpired)
{
    EXPECT_EQ(admit(idOf(1)), 204);
    tick(61s);
    tell(idOf(1), "POST 201 3164 3000 0.012");
    EXPECT_EQ(counters.proxyExpired, 1U);
    EXPECT_EQ(recorder.drain().completedWritesTotal, 0U);
}

TEST_F(ProxyIntakeTest, theProxyMaySayHowLongALeaseLasts)
{
    EXPECT_EQ(admit(idOf(1), "600000"), 204);
    tick(599s);
    EXPECT_EQ(monitor->latest()->gate.inFlight, 1);
    tick(2s);
    EXPECT_EQ(inFlight(), 0);
    int number = 1;
    for (const auto* wrong : { "0", "-1", "86400001", "1e3", "x" }) {
        EXPECT_EQ(admit(idOf(++number), wrong), 422) << wrong;
    }
    EXPECT_EQ(inFlight(), 0);
}

TEST_F(ProxyIntakeTest, whatIsNoLineIsCountedAndChangesNothing)
{
    EXPECT_EQ(admit(idOf(1)), 204);
    for (const std::string& wrong :
        { std::string(), std::string("<190>"), std::string(1000, 'a'), std::string(5, '\0') }) {
        intake.take(wrong);
    }
    EXPECT_EQ(counters.proxyMalformed, 4U);
    EXPECT_EQ(inFlight(), 1);
}

}  // namespace
}  // namespace headroom::api
