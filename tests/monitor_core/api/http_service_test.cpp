// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/monitor_core/api/http_fixture.h"

#include <gtest/gtest.h>

#include <thread>

namespace headroom::api {
namespace {

TEST(HttpService, answersWithTheHeadersThatItOwes)
{
    HttpFixture fixture;
    const auto answer = fixture.ask(get("/echo"));
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.header("Content-Type"), "application/json");
    EXPECT_EQ(answer.header("Content-Length"), std::to_string(answer.body.size()));
    EXPECT_EQ(answer.header("Date"), "Mon, 03 Aug 2026 10:03:53 GMT");
    EXPECT_EQ(answer.header("Server"), "headroom");
    EXPECT_EQ(answer.header("Cache-Control"), "no-store");
    EXPECT_EQ(answer.header("X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(answer.head.find("Access-Control"), std::string::npos);
}

TEST(HttpService, givesHandlersHeadersButNoWayToSplitTheResponse)
{
    HttpFixture fixture;
    const auto answer = fixture.ask(get("/split"));
    EXPECT_EQ(answer.status, 201);
    EXPECT_EQ(answer.header("Location"), "/echo/1");
    EXPECT_EQ(answer.header("X-Split"), "");
    EXPECT_EQ(answer.header("X-Bad"), "");
}

TEST(HttpService, answersHeadWithoutTheBodyAndGoesOn)
{
    HttpFixture fixture;
    auto client = fixture.client();
    client.send("HEAD /echo HTTP/1.1\r\nHost: localhost\r\n\r\n" + get("/echo"));
    EXPECT_EQ(client.read(true).header("Content-Length"), "7");
    EXPECT_EQ(client.read().body, "/echo?|");
}

TEST(HttpService, answersAThousandPipelinedRequestsInOrder)
{
    HttpFixture fixture;
    auto client = fixture.client();
    std::jthread sender([&] {
        std::string all;
        for (int i = 0; i < 1000; ++i) {
            all += i % 3 == 0 ? post("/echo?n=" + std::to_string(i), "body")
                : i % 3 == 1  ? get("/later")
                              : get("/echo?n=" + std::to_string(i));
        }
        client.send(all);
    });
    for (int i = 0; i < 1000; ++i) {
        const std::string number = std::to_string(i);
        ASSERT_EQ(client.read().body,
            i % 3 == 0       ? "/echo?n=" + number + "&|body"
                : i % 3 == 1 ? std::string("/later")
                             : "/echo?n=" + number + "&|");
    }
}

TEST(HttpService, saysCloseAfterTheLastRequestThatAConnectionMayMake)
{
    HttpSettings settings;
    settings.maxRequestsPerConnection = 3;
    HttpFixture fixture(settings);
    auto client = fixture.client();
    client.send(get("/echo") + get("/echo") + get("/echo") + get("/echo"));
    EXPECT_EQ(client.read().header("Connection"), "");
    EXPECT_EQ(client.read().header("Connection"), "");
    EXPECT_EQ(client.read().header("Connection"), "close");
    EXPECT_EQ(client.readToEnd(), "");
    EXPECT_EQ(fixture.executed().size(), 3U);
}

TEST(HttpService, sendsALargeBodyWhole)
{
    HttpFixture fixture;
    auto client = fixture.client();
    client.send(get("/echo") + get("/big") + get("/echo"));
    EXPECT_EQ(client.read().body, "/echo?|");
    EXPECT_EQ(client.read().body, std::string(8'000'000, 'b'));
    EXPECT_EQ(client.read().body, "/echo?|");
}

TEST(HttpService, answers503ForAHandlerThatDoesNotAnswerAnd500ForOneThatFails)
{
    HttpFixture fixture;
    auto client = fixture.client();
    EXPECT_EQ(client.ask(get("/dropped")).status, 503);
    const auto failed = client.ask(get("/throws"));
    EXPECT_EQ(failed.status, 500);
    EXPECT_EQ(failed.body.find("a fault\""), std::string::npos);
    EXPECT_EQ(fixture.counter("headroom_http_exceptions_total"), 1);

    client.send(get("/held"));
    ASSERT_TRUE(fixture.waitForHeld());
    std::jthread([held = fixture.takeHeld()] {}).join();  // dropped on another thread
    EXPECT_EQ(client.read().status, 503);
    EXPECT_EQ(client.ask(get("/echo")).status, 200);
}

TEST(HttpService, takesTheFirstAnswerOfAHandlerThatAnswersTwice)
{
    HttpFixture fixture;
    auto client = fixture.client();
    client.send(get("/held"));
    ASSERT_TRUE(fixture.waitForHeld());
    const auto held = fixture.takeHeld();
    held.front()(Response::json(200, "first"));
    held.front()(Response::json(200, "second"));
    EXPECT_EQ(client.read().body, "first");
    EXPECT_EQ(client.ask(get("/echo")).body, "/echo?|");
}

TEST(HttpService, survivesClientsThatResetBetweenRequestAndAnswer)
{
    HttpFixture fixture;
    for (int i = 0; i < 20; ++i) {
        auto client = fixture.client();
        client.send(get("/held") + get("/echo"));
        ASSERT_TRUE(fixture.waitForHeld());
        const auto held = fixture.takeHeld();
        client.reset();
        held.front()(Response::json(200, std::string(100'000, 'x')));
    }
    for (int i = 0; i < 20; ++i) {
        auto client = fixture.client();
        client.send("POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nabc");
        client.reset();
    }
    EXPECT_TRUE(fixture.waitForCounter("headroom_http_connections", 0));
    EXPECT_EQ(fixture.ask(get("/echo")).status, 200);
}

TEST(HttpService, stopFinishesWhatIsInFlightAndEndsTheRest)
{
    HttpFixture fixture;
    auto idle = fixture.client();
    EXPECT_EQ(idle.ask(get("/echo")).status, 200);
    auto listening = fixture.client();
    listening.send(get("/events"));
    listening.readThrough("greeting");
    auto busy = fixture.client();
    busy.send(get("/held") + get("/echo"));
    ASSERT_TRUE(fixture.waitForHeld());
    auto held = fixture.takeHeld();

    std::jthread stopping([&] { fixture.service.stop(); });
    EXPECT_EQ(idle.readToEnd(), "");
    listening.readToEnd();
    held.front()(Response::json(200, "done"));
    const auto answer = busy.read();
    EXPECT_EQ(answer.body, "done");
    EXPECT_EQ(answer.header("Connection"), "close");
    EXPECT_EQ(busy.readToEnd(), "");
    busy.close();
    stopping.join();
    EXPECT_THROW(fixture.client(), std::runtime_error);
    EXPECT_FALSE(fixture.service.later([] {}));
}

TEST(HttpService, stopWaitsNoLongerThanItMayAndLateAnswersAreDropped)
{
    HttpSettings settings;
    settings.stopWithin = std::chrono::milliseconds(1);
    std::vector<Reply> held;
    {
        HttpFixture fixture(settings);
        auto busy = fixture.client();
        busy.send(get("/held"));
        ASSERT_TRUE(fixture.waitForHeld());
        held = fixture.takeHeld();
        fixture.service.stop();
        EXPECT_EQ(busy.readToEnd(), "");
    }
    held.front()(Response::json(200, "too late"));
}

TEST(HttpService, namesTheAddressThatSomebodyElseHas)
{
    HttpFixture first;
    HttpSettings settings;
    settings.port = first.service.port();
    const RouteTable none({});
    const ManualClock clock;
    AccessControl access({}, clock);
    HttpService second(settings, none, access, nullptr, clock);
    const auto started = second.start();
    ASSERT_FALSE(started);
    EXPECT_EQ(started.error().code, ErrorCode::Unavailable);
    EXPECT_NE(started.error().message.find("127.0.0.1 port " + std::to_string(settings.port)),
        std::string::npos);

    settings.address = "localhost";
    HttpService third(settings, none, access, nullptr, clock);
    EXPECT_EQ(third.start().error().code, ErrorCode::InvalidArgument);
}

TEST(HttpService, takes64WorksToWaitAndNotMore)
{
    HttpFixture fixture;
    std::mutex gate;
    std::unique_lock closed(gate);
    std::atomic<int> begun = 0;
    std::atomic<int> done = 0;
    const auto work = [&] {
        ++begun;
        const std::scoped_lock lock(gate);
        ++done;
    };
    EXPECT_TRUE(fixture.service.later(work));
    EXPECT_TRUE(fixture.service.later(work));
    ASSERT_TRUE(waitUntil([&] { return begun == 2; }));
    for (int i = 0; i < 64; ++i) {
        EXPECT_TRUE(fixture.service.later(work));
    }
    EXPECT_FALSE(fixture.service.later(work));
    // The network thread answers meanwhile.
    EXPECT_EQ(fixture.ask(get("/echo")).status, 200);
    EXPECT_EQ(fixture.ask(get("/later")).status, 503);
    closed.unlock();
    EXPECT_TRUE(waitUntil([&] { return done == 66; }));
    EXPECT_EQ(fixture.counter("headroom_http_later_refused_total"), 2);
}

TEST(HttpService, countsWhatItHasDone)
{
    HttpFixture fixture;
    auto client = fixture.client();
    for (int i = 0; i < 3; ++i) {
        client.ask(get("/fields/" + std::to_string(i)));
    }
    client.ask(get("/nowhere"));
    client.ask("BREW /echo HTTP/1.1\r\nHost: localhost\r\n\r\n");
    EXPECT_EQ(fixture.counter("headroom_http_requests_total", "/fields/{id}"), 3);
    EXPECT_EQ(fixture.counter("headroom_http_requests_total", "2xx"), 3);
    EXPECT_EQ(fixture.counter("headroom_http_requests_total", "4xx"), 1);
    EXPECT_EQ(fixture.counter("headroom_http_requests_total", "5xx"), 1);
    EXPECT_EQ(fixture.counter("headroom_http_request_duration_seconds_count"), 5);
    EXPECT_EQ(fixture.counter("headroom_http_request_duration_seconds_bucket", "+Inf"), 5);
    EXPECT_EQ(fixture.counter("headroom_http_connections"), 1);
    EXPECT_EQ(fixture.counter("headroom_http_connections_accepted_total"), 1);
    for (const auto& line : fixture.service.counters().lines) {
        EXPECT_FALSE(line.type.empty() || line.help.empty()) << line.name;
    }
}

}  // namespace
}  // namespace headroom::api
