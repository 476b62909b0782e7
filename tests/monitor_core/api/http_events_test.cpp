// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/monitor_core/api/http_fixture.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace headroom::api {
namespace {

using namespace std::chrono_literals;

constexpr auto kClients = "headroom_http_event_clients";
constexpr auto kDropped = "headroom_http_event_clients_dropped_total";

TEST(HttpEvents, greetsAndThenSendsWhatHappens)
{
    HttpFixture fixture;
    auto client = fixture.client();
    client.send(get("/events", "Last-Event-ID: 41\r\n"));
    const auto head = client.read();
    EXPECT_EQ(head.status, 200);
    EXPECT_EQ(head.header("Content-Type"), "text/event-stream");
    EXPECT_EQ(head.header("Cache-Control"), "no-store");
    EXPECT_EQ(head.header("X-Accel-Buffering"), "no");
    EXPECT_EQ(head.header("Content-Length"), "");
    EXPECT_EQ(client.readThrough("\n\n"), "event: greeting\ndata: 41\n\n");
    fixture.events.send("one");
    fixture.events.send("two");
    EXPECT_EQ(client.readThrough("\n\n"), "data: one\n\n");
    EXPECT_EQ(client.readThrough("\n\n"), "data: two\n\n");
    EXPECT_EQ(fixture.counter(kClients), 1);
    client.close();
    EXPECT_TRUE(fixture.waitForCounter(kClients, 0));
    EXPECT_TRUE(fixture.waitForCounter("headroom_http_connections", 0));
}

TEST(HttpEvents, answersHeadWithTheHeadAlone)
{
    HttpFixture fixture;
    auto client = fixture.client();
    client.send("HEAD /events HTTP/1.1\r\nHost: localhost\r\n\r\n");
    EXPECT_EQ(client.read(true).header("Content-Type"), "text/event-stream");
    EXPECT_EQ(client.readToEnd(), "");
}

TEST(HttpEvents, sendsWhatWasAskedBeforeTheStreamFirst)
{
    HttpFixture fixture;
    auto client = fixture.client();
    client.send(get("/echo") + get("/events"));
    EXPECT_EQ(client.read().body, "/echo?|");
    EXPECT_EQ(client.read().status, 200);
    EXPECT_EQ(client.readThrough("\n\n"), "event: greeting\ndata: \n\n");
}

TEST(HttpEvents, endsWithAClientThatGoesOnTalking)
{
    HttpFixture fixture;
    auto client = fixture.client();
    client.send(get("/events"));
    client.readThrough("greeting");
    client.send("what else?");
    client.readToEnd();
    EXPECT_TRUE(fixture.waitForCounter(kClients, 0));
}

TEST(HttpEvents, dropsThoseWhoNeverReadAndTheOthersMissNothing)
{
    HttpSettings settings;
    settings.maxConnectionsPerAddress = 1000;
    HttpFixture fixture(settings);
    std::vector<RawClient> deaf;
    for (int i = 0; i < 200; ++i) {
        deaf.push_back(fixture.client(4096));
        deaf.back().send(get("/events"));
    }
    auto healthy = fixture.client();
    healthy.send(get("/events"));
    healthy.readThrough("\n\n");
    ASSERT_TRUE(fixture.waitForCounter(kClients, 201));

    // The healthy one keeps pace: nothing may be queued for it but what is on its way.
    const std::string text(4000, 'x');
    for (int i = 0; i < 300; ++i) {
        fixture.events.send(std::to_string(i) + text);
        ASSERT_EQ(healthy.readThrough("\n\n"), "data: " + std::to_string(i) + text + "\n\n");
    }
    EXPECT_TRUE(fixture.waitForCounter(kDropped, 200));
    EXPECT_EQ(fixture.counter(kClients), 1);
    EXPECT_TRUE(fixture.waitForCounter("headroom_http_connections", 1));
}

TEST(HttpEvents, dropsAClientThatHasNotTakenInTenSecondsWhatItWasSent)
{
    HttpSettings settings;
    settings.eventBytesPerClient = 1'000'000'000;
    HttpFixture fixture(settings);
    auto deaf = fixture.client(4096);
    deaf.send(get("/events"));
    ASSERT_TRUE(fixture.waitForCounter(kClients, 1));
    // Far less than the bounds, and nothing that a write would have to wait for; but more than
    // a client takes that does not read.
    for (int i = 0; i < 10; ++i) {
        fixture.events.send(std::string(2'000, 'x'));
    }
    ASSERT_TRUE(
        waitUntil([&] { return fixture.counter("headroom_http_sent_bytes_total") > 20'000; }));
    // The first look may still be for the greeting, which it has taken; the second is not.
    EXPECT_TRUE(waitUntil([&] {
        fixture.clock.advance(5'100ms);
        return fixture.counter(kDropped) == 1;
    }));
    EXPECT_TRUE(fixture.waitForCounter("headroom_http_connections", 0));
}

}  // namespace
}  // namespace headroom::api
