// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/operation_book.h"
#include "tests/monitor_core/api/v1_fixture.h"

#include <barrier>
#include <set>
#include <thread>

namespace headroom::api {
namespace {

class OperationsTest : public V1Fixture {
protected:
    Response begin(const std::string& more = {})
    {
        return ask(Method::Post, "/api/v1/operations", R"({"kind":"write")" + more + "}");
    }
    std::string beginAndId(const std::string& more = {})
    {
        const auto begun = begin(more);
        EXPECT_EQ(begun.status, 201) << detail(begun);
        return std::string(jsonOf(begun).at("id").as_string());
    }
    Response end(const std::string& id, const std::string& body = {})
    {
        return ask(Method::Delete, "/api/v1/operations/" + id, body);
    }
    Response admission(
        const std::string& method, const std::string& requestId, const std::string& length = {})
    {
        prepared.extensions = { { "x-original-method", method }, { "x-original-uri", "/store" } };
        if (!length.empty()) {
            prepared.extensions.emplace_back("x-original-content-length", length);
        }
        prepared.requestId = requestId;
        const auto answer = ask(Method::Get, "/api/v1/admission");
        prepared = Request();
        return answer;
    }
    int inFlight()
    {
        tick(1s);  // by then it is published in any case
        return monitor->latest()->gate.inFlight;
    }
};

TEST_F(OperationsTest, aWriteIsALeaseWithATimeToLive)
{
    const auto begun = begin(R"(,"size_bytes":1024,"ttl_ms":5000,"product":"search")");
    EXPECT_EQ(begun.status, 201);
    const auto json = jsonOf(begun);
    EXPECT_EQ(json.at("id").as_string().size(), 32U);
    EXPECT_EQ(json.at("admission").as_string(), "ADMITTED");
    EXPECT_EQ(json.at("expires_in_ms").as_int64(), 5000);
    EXPECT_EQ(json.at("expires_at").as_string(), "2026-08-03T10:03:58.000Z");
    EXPECT_EQ(
        header(begun, "Location"), "/api/v1/operations/" + std::string(json.at("id").as_string()));
    EXPECT_EQ(inFlight(), 1);
    EXPECT_EQ(context->products->list(clock.steadyNow()).at(0).name, "search");
}

TEST_F(OperationsTest, endingItGivesThePlaceBackAndEndingItAgainChangesNothing)
{
    const auto id = beginAndId();
    const auto other = beginAndId();
    const auto ended = end(id, R"({"outcome":"completed","stored_bytes":77})");
    EXPECT_EQ(ended.status, 200);
    EXPECT_FALSE(jsonOf(ended).at("already_over").as_bool());
    EXPECT_EQ(inFlight(), 1);
    EXPECT_EQ(monitor->latest()->largestArtifactEverBytes, 77);
    const auto again = end(id);
    EXPECT_EQ(again.status, 200);
    EXPECT_TRUE(jsonOf(again).at("already_over").as_bool());
    EXPECT_EQ(inFlight(), 1);
    EXPECT_EQ(end(other, R"({"outcome":"failed"})").status, 200);
    EXPECT_EQ(inFlight(), 0);
}

TEST_F(OperationsTest, nobodyTouchesAnothersLeaseAndNobodyGuessesOne)
{
    const auto id = beginAndId();
    caller.name = "other";
    EXPECT_EQ(end(id).status, 403);
    EXPECT_EQ(ask(Method::Patch, "/api/v1/operations/" + id, R"({"ttl_ms":1000})").status, 403);
    EXPECT_EQ(end(std::string(32, '0')).status, 404);
    EXPECT_EQ(end("1").status, 404);
    EXPECT_EQ(inFlight(), 1);
    caller.name = "wall";
    EXPECT_EQ(end(id).status, 200);
    caller.name = "other";
    EXPECT_EQ(end(id).status, 403) << "also when it is over";
}

TEST_F(OperationsTest, renewingPostponesTheEndAndComesTooLateForAnExpiredOne)
{
    const auto id = beginAndId(R"(,"ttl_ms":1000)");
    clock.advance(900ms);
    const auto renewed = ask(Method::Patch, "/api/v1/operations/" + id, R"({"ttl_ms":1000})");
    EXPECT_EQ(renewed.status, 200);
    EXPECT_EQ(jsonOf(renewed).at("expires_in_ms").as_int64(), 1000);
    clock.advance(999ms);
    EXPECT_EQ(recorder.drain().writesInFlight, 1);
    clock.advance(1ms);
    EXPECT_EQ(recorder.drain().writesInFlight, 0);
    EXPECT_EQ(ask(Method::Patch, "/api/v1/operations/" + id).status, 404);
    const auto late = end(id);
    EXPECT_EQ(late.status, 200);
    EXPECT_TRUE(jsonOf(late).at("had_expired").as_bool());
}

TEST_F(OperationsTest, theHundredAndFirstWriteWaitsUntilFewerThanSeventyFiveAreInFlight)
{
    std::vector<std::string> ids;
    for (int i = 0; i < 100; ++i) {
        caller.name = "client " + std::to_string(i % 4);
        ids.push_back(beginAndId());
    }
    EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), 100U);
    const auto refused = begin();
    EXPECT_EQ(refused.status, 429);
    EXPECT_EQ(header(refused, "Retry-After"), "1");
    for (int i = 0; i < 25; ++i) {
        caller.name = "client " + std::to_string(i % 4);
        end(ids[static_cast<std::size_t>(i)]);
    }
    EXPECT_EQ(inFlight(), 75);
    EXPECT_EQ(begin().status, 429) << "75 are still too many";
    caller.name = "client " + std::to_string(25 % 4);
    end(ids[25]);
    EXPECT_EQ(begin().status, 201);
}

TEST_F(OperationsTest, aHundredHoldersThatVanishAreForgottenAfterTheirTime)
{
    int most = 0;
    for (int round = 0; round < 20; ++round) {
        for (int i = 0; i < 130; ++i) {
            const auto begun = begin(R"(,"ttl_ms":)" + std::to_string(100 + (i * 37) % 900));
            EXPECT_TRUE(begun.status == 201 || begun.status == 429) << begun.status;
            if (begun.status == 201 && i % 7 == 0) {
                end(std::string(jsonOf(begun).at("id").as_string()));
            }
            if (i % 13 == 0) {
                tick(3ms);
            }
            most = std::max(most, monitor->latest() ? monitor->latest()->gate.inFlight : 0);
            ASSERT_LE(most, 100);
            ASSERT_GE(monitor->latest()->gate.inFlight, 0);
        }
    }
    EXPECT_EQ(most, 100);
    tick(1s);
    EXPECT_EQ(monitor->latest()->gate.inFlight, 0);
    EXPECT_EQ(monitor->latest()->gate.state, GateState::Open);
    EXPECT_GT(monitor->latest()->gate.expiredLeasesTotal, 100U);
}

TEST_F(OperationsTest, anArtifactLargerThanCertifiedTakesNoPlace)
{
    const auto refused = begin(R"(,"size_bytes":524288001)");
    EXPECT_EQ(refused.status, 413);
    EXPECT_EQ(header(refused, "Retry-After"), "") << "waiting does not make it smaller";
    EXPECT_EQ(begin(R"(,"size_bytes":524288000)").status, 201);
    EXPECT_EQ(inFlight(), 1);
}

TEST_F(OperationsTest, whileStorageIsFullWritesGet503AndReadsGoOn)
{
    tell(R"({"used_bytes":1000,"capacity_bytes":1000})");
    tick();
    const auto refused = begin();
    EXPECT_EQ(refused.status, 503);
    EXPECT_EQ(header(refused, "Retry-After"), "1");
    EXPECT_EQ(ask(Method::Post, "/api/v1/operations", R"({"kind":"read"})").status, 201);
}

TEST_F(OperationsTest, theSameRequestTwiceIsOneLease)
{
    const auto first = begin(R"(,"request_id":"r-1")");
    const auto second = begin(R"(,"request_id":"r-1")");
    EXPECT_EQ(first.status, 201);
    EXPECT_EQ(second.status, 200);
    EXPECT_EQ(jsonOf(first).at("id"), jsonOf(second).at("id"));
    EXPECT_EQ(inFlight(), 1);
    caller.name = "other";
    EXPECT_EQ(begin(R"(,"request_id":"r-1")").status, 201) << "ids are each caller's own";
    caller.name = "wall";
    EXPECT_EQ(ask(Method::Delete, "/api/v1/operations/by-request/r-1").status, 200);
    const auto again = ask(Method::Delete, "/api/v1/operations/by-request/r-1");
    EXPECT_TRUE(jsonOf(again).at("already_over").as_bool());
    EXPECT_EQ(ask(Method::Delete, "/api/v1/operations/by-request/r-2").status, 404);
    EXPECT_EQ(inFlight(), 1);
    EXPECT_EQ(begin(R"(,"request_id":"r-1")").status, 201) << "free again once it is over";
}

TEST_F(OperationsTest, aReadThatEndsIsAQueryAndAFailedOneIsNone)
{
    const auto beginRead = [this] {
        const auto begun
            = ask(Method::Post, "/api/v1/operations", R"({"kind":"read","product":"search"})");
        return std::string(jsonOf(begun).at("id").as_string());
    };
    const auto slow = beginRead();
    const auto failed = beginRead();
    const auto measured = beginRead();
    tick();
    EXPECT_EQ(monitor->latest()->concurrentReads, 3);
    end(slow, R"({"latency_ms":6000,"name":"all products"})");
    end(failed, R"({"outcome":"failed"})");
    clock.advance(100ms);
    end(measured);
    tick(0ms);
    const auto& latency = monitor->latest()->latency;
    EXPECT_EQ(monitor->latest()->concurrentReads, 0);
    EXPECT_EQ(latency.sampleCount, 2U);
    EXPECT_EQ(latency.maxMs, 6000);
    EXPECT_NEAR(*latency.minMs, 150, 1);
    const auto queries = get("/api/v1/slow-queries");
    ASSERT_EQ(queries.at("queries").as_array().size(), 1U);
    EXPECT_EQ(queries.at("queries").as_array()[0].at("name").as_string(), "all products");
    EXPECT_EQ(queries.at("queries").as_array()[0].at("product").as_string(), "search");
}

TEST_F(OperationsTest, aReadWhoseHolderVanishesIsForgottenToo)
{
    ask(Method::Post, "/api/v1/operations", R"({"kind":"read","ttl_ms":1000})");
    tick(1s);  // the monitor's tick ends it…
    tick(1s);  // …and the next one sees it
    EXPECT_EQ(monitor->latest()->concurrentReads, 0);
    EXPECT_EQ(monitor->latest()->latency.sampleCount, 0U);
}

TEST(OperationBook, oneCallerCannotHoldMoreThanItsCap)
{
    ManualClock clock;
    const auto policy = certifiedPolicy();
    Recorder recorder(policy.gate, policy.windows, clock);
    OperationBook book(recorder, clock, { 2, 1, 3 });
    const auto begin = [&book](OperationKind kind, const std::string& owner) {
        return book.begin({ kind, {}, 60s, owner, {}, {} });
    };
    using Answer = OperationBook::Answer;
    EXPECT_EQ(begin(OperationKind::Write, "a").answer, Answer::Done);
    const auto second = begin(OperationKind::Write, "a");
    EXPECT_EQ(second.answer, Answer::Done);
    EXPECT_EQ(begin(OperationKind::Write, "a").answer, Answer::TooMany);
    EXPECT_EQ(begin(OperationKind::Read, "a").answer, Answer::Done);
    EXPECT_EQ(begin(OperationKind::Read, "a").answer, Answer::TooMany);
    EXPECT_EQ(begin(OperationKind::Write, "b").answer, Answer::Done);
    EXPECT_EQ(book.end(second.operation.id, "a", {}).answer, Answer::Done);
    EXPECT_EQ(begin(OperationKind::Write, "a").answer, Answer::Done);
    clock.advance(60s);
    book.expire();
    EXPECT_EQ(book.underWay(), 0U);
    EXPECT_EQ(recorder.drain().writesInFlight, 0);
    EXPECT_EQ(book.end(second.operation.id, "a", {}).answer, Answer::Unknown)
        << "the memory of ended ones is bounded";
}

TEST(OperationBook, manyThreadsNeverHoldMoreThanTheGateHas)
{
    ManualClock clock;
    const auto policy = certifiedPolicy();
    Recorder recorder(policy.gate, policy.windows, clock);
    OperationBook book(recorder, clock);
    std::vector<std::thread> threads;
    std::atomic<int> held { 0 };
    std::atomic<int> most { 0 };
    std::barrier full(4);  // together they want 124, whoever is scheduled when
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&, owner = "client " + std::to_string(t)] {
            std::vector<std::string> ids;
            const auto take = [&] {
                const auto begun = book.begin({ OperationKind::Write, {}, 60s, owner, {}, {} });
                if (begun.answer == OperationBook::Answer::Done) {
                    const int now = ++held;
                    int seen = most.load();
                    while (now > seen && !most.compare_exchange_weak(seen, now)) { }
                    ids.push_back(begun.operation.id);
                }
                return begun;
            };
            while (ids.size() < 31 && take().answer == OperationBook::Answer::Done) { }
            full.arrive_and_wait();
            for (int i = 0; i < 2000; ++i) {
                const auto begun = take();
                if (ids.size() > 30
                    || (begun.answer != OperationBook::Answer::Done && !ids.empty())) {
                    --held;
                    book.end(ids.back(), owner, {});
                    ids.pop_back();
                }
            }
            for (const auto& id : ids) {
                --held;
                book.end(id, owner, {});
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    EXPECT_EQ(most, 100);
    EXPECT_EQ(recorder.drain().writesInFlight, 0);
    EXPECT_EQ(book.underWay(), 0U);
}

TEST_F(OperationsTest, admissionLetsEveryReadPass)
{
    tell(R"({"used_bytes":1000,"capacity_bytes":1000})");
    tick();
    for (const auto* method : { "GET", "HEAD", "OPTIONS" }) {
        const auto answer = admission(method, "");
        EXPECT_EQ(answer.status, 204) << method;
        EXPECT_FALSE(answer.body);
    }
    EXPECT_EQ(inFlight(), 0);
}

TEST_F(OperationsTest, admissionOfAWriteIsALeaseByItsRequestId)
{
    EXPECT_EQ(admission("PUT", "req-1", "1000").status, 204);
    EXPECT_EQ(inFlight(), 1);
    const auto doubled = admission("PUT", "req-1", "1000");
    EXPECT_EQ(doubled.status, 403) << "two requests do not share a place";
    EXPECT_EQ(header(doubled, "X-Headroom-Status"), "409");
    EXPECT_EQ(ask(Method::Delete, "/api/v1/operations/by-request/req-1").status, 200);
    EXPECT_EQ(inFlight(), 0);
    EXPECT_EQ(admission("POST", "req-2").status, 204) << "no length: not known yet";
    tick(61s);
    EXPECT_EQ(monitor->latest()->gate.inFlight, 0) << "its holder is gone";
}

TEST_F(OperationsTest, admissionRefusesWith403AndSaysWhatItMeans)
{
    const auto large = admission("PUT", "r", "524288001");
    EXPECT_EQ(large.status, 403);
    EXPECT_EQ(header(large, "X-Headroom-Status"), "413");
    for (int i = 0; i < 100; ++i) {
        EXPECT_EQ(admission("PUT", "r" + std::to_string(i)).status, 204);
    }
    caller.name = "another proxy";
    const auto paused = admission("PUT", "more");
    EXPECT_EQ(paused.status, 403);
    EXPECT_EQ(header(paused, "X-Headroom-Status"), "429");
    EXPECT_EQ(header(paused, "Retry-After"), "1");
    tell(R"({"used_bytes":1000,"capacity_bytes":1000})");
    tick();
    EXPECT_EQ(header(admission("PUT", "more"), "X-Headroom-Status"), "503");
}

TEST_F(OperationsTest, admissionWithoutTheHeadersThatItNeedsIsAFault)
{
    EXPECT_EQ(ask(Method::Post, "/api/v1/admission").status, 422);
    EXPECT_EQ(admission("PUT", "").status, 422);
    EXPECT_EQ(admission("PUT", std::string(201, 'x')).status, 422);
    for (const auto* length : { "abc", "-1", "1e3", "5.0", "99999999999999999999" }) {
        EXPECT_EQ(admission("PUT", "r", length).status, 422) << length;
    }
    EXPECT_EQ(inFlight(), 0);
}

TEST_F(OperationsTest, refusesBodiesThatAreNoneWithoutTakingAPlace)
{
    const std::pair<const char*, int> bodies[] = {
        { "{}", 422 },
        { R"({"kind":"erase"})", 422 },
        { R"({"kind":1})", 422 },
        { R"({"kind":"write","size_bytes":-1})", 422 },
        { R"({"kind":"write","size_bytes":"5"})", 422 },
        { R"({"kind":"write","size_bytes":0.1})", 422 },
        { R"({"kind":"write","size_bytes":true})", 422 },
        { R"({"kind":"write","size_bytes":1e999})", 422 },
        { R"({"kind":"write","size_bytes":9007199254740993})", 422 },
        { R"({"kind":"write","ttl_ms":0})", 422 },
        { R"({"kind":"write","ttl_ms":86400001})", 422 },
        { R"({"kind":"write","product":""})", 422 },
        { R"({"kind":"write","product":"a\nb"})", 422 },
        { R"({"kind":"write","kind":"read"})", 400 },
        { R"({"kind":"write"}})", 400 },
        { "kind=write", 400 },
    };
    for (const auto& [body, status] : bodies) {
        EXPECT_EQ(ask(Method::Post, "/api/v1/operations", body).status, status) << body;
    }
    EXPECT_EQ(inFlight(), 0);
    EXPECT_EQ(monitor->latest()->gate.admittedTotal, 0U);
    EXPECT_EQ(begin(R"(,"color":"red")").status, 201) << "unknown keys of a program are ignored";
    EXPECT_EQ(context->ingest->ignoredKeys, 1U);
}

}  // namespace
}  // namespace headroom::api
