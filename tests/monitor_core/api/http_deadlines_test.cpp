// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/monitor_core/api/http_fixture.h"

#include <dirent.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

namespace headroom::api {
namespace {

using namespace std::chrono_literals;

constexpr auto kReceived = "headroom_http_received_bytes_total";

TEST(HttpDeadlines, aHeadThatDripsEndsAfterFiveSecondsHoweverBusyItLooks)
{
    HttpFixture fixture;
    auto slow = fixture.client();
    slow.send("G");
    ASSERT_TRUE(fixture.waitForCounter(kReceived, 1));
    fixture.clock.advance(3s);
    slow.send("E");
    ASSERT_TRUE(fixture.waitForCounter(kReceived, 2));
    auto later = fixture.client();
    later.send("G");
    ASSERT_TRUE(fixture.waitForCounter(kReceived, 3));
    fixture.clock.advance(2100ms);
    EXPECT_EQ(slow.read().status, 408);
    EXPECT_EQ(slow.readToEnd(), "");
    // The other one has had 2.1 s of its five.
    EXPECT_EQ(later.ask("ET /echo HTTP/1.1\r\nHost: localhost\r\n\r\n").status, 200);
    EXPECT_EQ(fixture.counter("headroom_http_refusals_total", "header_deadline"), 1);
}

TEST(HttpDeadlines, whoConnectsAndSaysNothingIsClosedAfterFiveSeconds)
{
    HttpFixture fixture;
    auto silent = fixture.client();
    ASSERT_TRUE(fixture.waitForCounter("headroom_http_connections_accepted_total", 1));
    fixture.clock.advance(5100ms);
    EXPECT_EQ(silent.readToEnd(), "");
    EXPECT_EQ(fixture.counter("headroom_http_refusals_total", "silent"), 1);
}

TEST(HttpDeadlines, aBodyHasTenSecondsInAll)
{
    HttpFixture fixture;
    auto slow = fixture.client();
    const std::string head = "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n";
    slow.send(head);
    ASSERT_TRUE(fixture.waitForCounter(kReceived, static_cast<double>(head.size())));
    fixture.clock.advance(6s);
    slow.send("a");
    ASSERT_TRUE(fixture.waitForCounter(kReceived, static_cast<double>(head.size() + 1)));
    fixture.clock.advance(4100ms);
    EXPECT_EQ(slow.read().status, 408);
    EXPECT_EQ(slow.readToEnd(), "");
    EXPECT_TRUE(fixture.executed().empty());
}

TEST(HttpDeadlines, anIdleConnectionStaysAMinuteAndHasFiveSecondsForItsNextHead)
{
    HttpFixture fixture;
    auto idle = fixture.client();
    EXPECT_EQ(idle.ask(get("/echo")).status, 200);
    const auto before = static_cast<double>(get("/echo").size());
    ASSERT_TRUE(fixture.waitForCounter(kReceived, before));
    fixture.clock.advance(59s);
    idle.send("G");
    ASSERT_TRUE(fixture.waitForCounter(kReceived, before + 1));
    fixture.clock.advance(4s);
    EXPECT_EQ(idle.ask("ET /echo HTTP/1.1\r\nHost: localhost\r\n\r\n").status, 200);
    ASSERT_TRUE(fixture.waitForCounter(kReceived, 2 * before));
    fixture.clock.advance(61s);
    EXPECT_EQ(idle.readToEnd(), "");
}

TEST(HttpDeadlines, whoDoesNotTakeItsAnswerIsClosedAfterTenSeconds)
{
    HttpFixture fixture;
    auto deaf = fixture.client(4096);
    deaf.send(get("/big"));
    ASSERT_TRUE(waitUntil([&] { return fixture.counter("headroom_http_sent_bytes_total") > 0; }));
    fixture.clock.advance(10'100ms);
    EXPECT_TRUE(fixture.waitForCounter("headroom_http_connections", 0));
    EXPECT_LT(deaf.readToEnd().size(), 8'000'000U);
    EXPECT_EQ(fixture.counter("headroom_http_refusals_total", "write_deadline"), 1);
}

TEST(HttpDeadlines, aHandlerThatTakesTooLongIsNotWaitedFor)
{
    HttpFixture fixture;
    auto client = fixture.client();
    client.send(get("/held"));
    ASSERT_TRUE(fixture.waitForHeld());
    fixture.clock.advance(15'100ms);
    EXPECT_EQ(client.read().status, 503);
    EXPECT_EQ(client.readToEnd(), "");
    fixture.takeHeld().front()(Response::json(200, "too late"));
    EXPECT_EQ(fixture.ask(get("/echo")).status, 200);
}

TEST(HttpDeadlines, aRefusedClientThatGoesOnSendingIsClosedASecondLater)
{
    HttpFixture fixture;
    auto client = fixture.client();
    client.send("BREW / HTTP/1.1\r\n\r\n");
    EXPECT_EQ(client.read().status, 501);
    EXPECT_EQ(client.readToEnd(), "");  // but this end stays open
    fixture.clock.advance(1100ms);
    EXPECT_TRUE(fixture.waitForCounter("headroom_http_connections", 0));
}

TEST(HttpLimits, closesAtOnceWhatIsBeyondTheConnectionsThatThereMayBe)
{
    HttpSettings settings;
    settings.maxConnections = 6;
    settings.maxConnectionsPerAddress = 4;
    HttpFixture fixture(settings);
    std::vector<RawClient> clients;
    for (int i = 0; i < 4; ++i) {
        clients.push_back(fixture.client());
    }
    EXPECT_EQ(fixture.client().readToEnd(), "");
    // Others still come in, until it is full.
    for (int i = 0; i < 2; ++i) {
        RawClient other;
        other.connect(fixture.service.port(), "127.0.0.2");
        EXPECT_EQ(other.ask(get("/echo")).status, 200);
        clients.push_back(std::move(other));
    }
    RawClient late;
    late.connect(fixture.service.port(), "127.0.0.3");
    EXPECT_EQ(late.readToEnd(), "");
    EXPECT_EQ(fixture.counter("headroom_http_refusals_total", "too_many_connections"), 2);
    // A place that is given back can be had again.
    clients.erase(clients.begin());
    ASSERT_TRUE(fixture.waitForCounter("headroom_http_connections", 5));
    EXPECT_EQ(fixture.ask(get("/echo")).status, 200);
}

/// No descriptor beyond those that are open now, while it lives.
class NoMoreDescriptors {
public:
    NoMoreDescriptors()
    {
        ::getrlimit(RLIMIT_NOFILE, &before_);
        const rlimit none { 0, before_.rlim_max };
        ::setrlimit(RLIMIT_NOFILE, &none);
    }
    ~NoMoreDescriptors() { ::setrlimit(RLIMIT_NOFILE, &before_); }
    NoMoreDescriptors(const NoMoreDescriptors&) = delete;
    NoMoreDescriptors& operator=(const NoMoreDescriptors&) = delete;

private:
    rlimit before_ {};
};

TEST(HttpLimits, withoutDescriptorsWhoConnectsWaitsAndIsServedLater)
{
#ifdef __SANITIZE_ADDRESS__
    GTEST_SKIP() << "UBSan needs a pipe to look at an object's type, and says that it is wrong";
#endif
    HttpFixture fixture;
    RawClient client;
    {
        const NoMoreDescriptors none;
        client.connect(fixture.service.port());
        ASSERT_TRUE(
            waitUntil([&] { return fixture.counter("headroom_http_accept_failures_total") >= 2; }));
    }
    EXPECT_EQ(client.ask(get("/echo")).status, 200);
}

}  // namespace
}  // namespace headroom::api
