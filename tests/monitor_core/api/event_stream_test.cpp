// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/event_stream.h"
#include "monitor_core/recorder.h"
#include "monitor_core/slow_query_log.h"
#include "tests/support/certified_policy.h"
#include "tests/support/manual_clock.h"
#include "tests/support/scripted_records.h"
#include "tests/support/scripted_source.h"
#include "tests/support/wait_until.h"

#include <boost/json/parse.hpp>
#include <gtest/gtest.h>

#include <mutex>
#include <string>
#include <vector>

namespace headroom::api {
namespace {

using namespace std::chrono_literals;

/// A frame taken apart.
struct Event {
    std::string id;
    std::string name;
    boost::json::value data;
};

std::string fieldOf(const std::string& frame, const std::string& field)
{
    const auto at = ("\n" + frame).find("\n" + field + ": ");
    if (at == std::string::npos) {
        return {};
    }
    const auto begin = at + field.size() + 2;
    return frame.substr(begin, frame.find('\n', begin) - begin);
}

Event eventOf(const EventFrame& frame)
{
    EXPECT_TRUE(frame->ends_with("\n\n"));
    EXPECT_EQ(frame->find("\n\n"), frame->size() - 2) << "one event a frame";
    return { fieldOf(*frame, "id"), fieldOf(*frame, "event"),
        boost::json::parse(fieldOf(*frame, "data")) };
}

class EventStreamTest : public testing::Test {
protected:
    EventStreamTest()
    {
        std::vector<std::unique_ptr<Source>> sources;
        sources.push_back(std::make_unique<ScriptedSource>([] { return Readings(); }, true));
        monitor = std::make_unique<Monitor>(policy, recorder, std::move(sources), clock, &records);
        context = std::make_unique<ApiContext>(ApiContext { .monitor = *monitor,
            .recorder = recorder,
            .slowQueries = slowQueries,
            .clock = clock,
            .certified = policy,
            .escalation = {},
            .version = "0.1.0",
            .later = {},
            .httpCounters = {} });
        stream = std::make_unique<EventStream>(*context);
    }
    void tick()
    {
        clock.advance(1s);
        monitor->tickOnce();
    }
    void listen()
    {
        stream->listen([this](const EventFrame& frame) {
            const std::lock_guard lock(mutex);
            if (fieldOf(*frame, "event") != "heartbeat" || isHearingBeats) {
                heard.push_back(frame);
            }
        });
    }
    std::vector<Event> heardEvents()
    {
        const std::lock_guard lock(mutex);
        std::vector<Event> events;
        for (const auto& frame : heard) {
            events.push_back(eventOf(frame));
        }
        return events;
    }
    std::vector<Event> greeting(const std::string& lastEventId = {})
    {
        std::vector<Event> events;
        for (const auto& frame : stream->greeting(lastEventId)) {
            events.push_back(eventOf(frame));
        }
        return events;
    }

    ManualClock clock;
    ThresholdPolicy policy = certifiedPolicy();
    Recorder recorder { policy.gate, policy.windows, clock };
    SlowQueryLog slowQueries;
    ScriptedRecords records;
    std::unique_ptr<Monitor> monitor;
    std::unique_ptr<ApiContext> context;
    std::unique_ptr<EventStream> stream;
    std::mutex mutex;
    std::vector<EventFrame> heard;
    bool isHearingBeats = false;
};

TEST_F(EventStreamTest, greetsWithTheSnapshotTheAlertsAndAHeartbeat)
{
    tick();
    tick();
    const auto events = greeting();
    ASSERT_EQ(events.size(), 3U);
    EXPECT_EQ(events[0].name, "snapshot");
    EXPECT_EQ(events[0].data.at("sequence").as_int64(), 2);
    EXPECT_EQ(events[1].name, "alerts");
    EXPECT_TRUE(events[1].data.is_null());
    EXPECT_EQ(events[2].name, "heartbeat");
    EXPECT_TRUE(events[2].id.empty());
}

TEST_F(EventStreamTest, greetsWithWhatTheMonitorHadBeforeTheStreamBegan)
{
    tick();
    EventStream late(*context);
    EXPECT_EQ(eventOf(late.greeting("")[0]).name, "snapshot");
}

TEST_F(EventStreamTest, everySnapshotIsAnEventInOrder)
{
    listen();
    tick();
    tick();
    const auto events = heardEvents();
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(events[0].data.at("sequence").as_int64(), 1);
    EXPECT_EQ(events[1].data.at("sequence").as_int64(), 2);
    EXPECT_EQ(events[1].data.at("service").at("instance").as_string(), context->instance);
    EXPECT_EQ(events[0].id, context->instance + ":1");
    EXPECT_EQ(events[1].id, context->instance + ":2");
}

TEST_F(EventStreamTest, aBoardIsAnEventOnlyWhenItSaysSomethingElse)
{
    listen();
    AlertBoard board;
    AlertView alert;
    alert.id = "A1";
    alert.deadline = clock.steadyNow() + 60s;
    board.open.push_back(alert);
    records.showBoard(std::make_shared<const AlertBoard>(board));
    ASSERT_EQ(heardEvents().size(), 1U);
    EXPECT_EQ(heardEvents()[0].name, "alerts");
    EXPECT_EQ(heardEvents()[0].data.at("open").as_array()[0].at("remaining_ms").as_int64(), 60'000);

    clock.advance(1s);
    records.showBoard(std::make_shared<const AlertBoard>(board));
    EXPECT_EQ(heardEvents().size(), 1U) << "only time has passed";

    board.open[0].isOverdue = true;
    records.showBoard(std::make_shared<const AlertBoard>(board));
    EXPECT_EQ(heardEvents().size(), 2U);
}

TEST_F(EventStreamTest, whoComesBackGetsWhatItMissedAndNothingElse)
{
    tick();
    greeting();
    const auto before = greeting();
    const std::string seen = before[1].id;
    EXPECT_EQ(greeting(seen).size(), 1U) << "nothing missed: the heartbeat alone";
    tick();
    tick();
    const auto missed = greeting(seen);
    ASSERT_EQ(missed.size(), 3U);
    EXPECT_EQ(missed[0].data.at("sequence").as_int64(), 2);
    EXPECT_EQ(missed[1].data.at("sequence").as_int64(), 3);
    EXPECT_EQ(missed[2].name, "heartbeat");
}

TEST_F(EventStreamTest, whoComesFromTheFutureFromAnotherRunOrFromLongAgoIsGreeted)
{
    tick();
    greeting();
    const std::string first = context->instance + ":1";
    for (int i = 0; i < 100; ++i) {
        tick();
    }
    for (const auto& id : { context->instance + ":999999", context->instance + ":",
             context->instance + ":-1", context->instance + ":1x", first,
             std::string(32, '0') + ":3", std::string("3"), std::string(5000, '9') }) {
        const auto events = greeting(id);
        ASSERT_EQ(events.size(), 3U) << id;
        EXPECT_EQ(events[0].name, "alerts");
        EXPECT_EQ(events[1].data.at("sequence").as_int64(), 101);
    }
}

TEST_F(EventStreamTest, whatIsKeptForThoseWhoComeBackIsBounded)
{
    tick();
    greeting();
    for (int i = 0; i < 500; ++i) {
        tick();
    }
    const auto from = std::stoull(greeting()[1].id.substr(33)) - EventStream::kKeptEvents;
    std::size_t most = 0;
    for (auto number = from; number < from + EventStream::kKeptEvents; ++number) {
        std::size_t bytes = 0;
        const auto frames = stream->greeting(context->instance + ":" + std::to_string(number));
        for (const auto& frame : frames) {
            bytes += frame->size();
        }
        most = std::max(most, bytes);
        EXPECT_LE(frames.size(), EventStream::kKeptEvents + 1);
    }
    EXPECT_GT(most, 0U);
    EXPECT_LE(most, EventStream::kKeptBytes + 1024);
}

TEST_F(EventStreamTest, aHeartbeatSaysHowOldTheSnapshotIsAlsoWhenTheMonitorHangs)
{
    tick();
    isHearingBeats = true;
    listen();
    clock.advance(90s);
    stream->beat();
    ASSERT_TRUE(waitUntil([this] { return !heardEvents().empty(); }));
    const auto beat = heardEvents()[0];
    EXPECT_EQ(beat.name, "heartbeat");
    EXPECT_EQ(beat.data.at("sequence").as_int64(), 1);
    EXPECT_EQ(beat.data.at("snapshot_age_ms").as_int64(), 90'000);
    EXPECT_EQ(beat.data.at("instance").as_string(), context->instance);
}

TEST_F(EventStreamTest, itsHeartBeatsWhileSomebodyListensAndNobodyHearsAnythingAfterwards)
{
    isHearingBeats = true;
    listen();
    ASSERT_TRUE(waitUntil([this] { return !heardEvents().empty(); }));
    stream->listen({});
    const auto count = heardEvents().size();
    tick();
    stream->beat();
    EXPECT_EQ(heardEvents().size(), count);
    listen();
    ASSERT_TRUE(waitUntil([this, count] { return heardEvents().size() > count; }));
}

}  // namespace
}  // namespace headroom::api
