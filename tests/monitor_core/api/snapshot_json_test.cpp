// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/snapshot_json.h"
#include "tests/support/manual_clock.h"

#include <boost/json/parse.hpp>
#include <gtest/gtest.h>

#include <functional>
#include <limits>
#include <set>
#include <string>
#include <vector>

namespace headroom::api {
namespace {

using namespace std::chrono_literals;

const ServiceIdentity kService { "0123456789abcdef0123456789abcdef", "0.1.0" };
const ManualClock kClock;

Snapshot fullSnapshot()
{
    Snapshot s;
    s.sequence = 7;
    s.at = kClock.steadyNow();
    s.atUtc = kClock.systemNow();
    for (const auto& metric : catalog()) {
        auto& state = s.of(metric.metric);
        Reading reading;
        reading.value = 0.1 + 0.2;
        reading.measuredAt = s.at - 1500ms;
        reading.measuredAtUtc = s.atUtc - 1500ms;
        reading.limit = 1000;
        state.reading = reading;
        state.freshness = Freshness::Late;
        state.thresholds.yellow = Bound { 1, Side::AtLeast, 0.25 };
        state.thresholds.orange = Bound { 2, Side::Above, 0.25 };
        state.thresholds.red = Bound { 3, Side::AtLeast, 0.25 };
    }
    s.latency = { 1, 2, 3, 0.5, 4, 9, 0 };
    s.gate.since = s.atUtc;
    s.source.name = "pushed observations";
    s.source.workload = WorkloadSettings();
    s.audit.oldest = s.atUtc;
    return s;
}

AlertView fullAlert()
{
    AlertView a;
    a.id = "A1";
    a.type = AlertType::StorageCapacity;
    a.raisedAt = kClock.steadyNow() - 10s;
    a.raisedAtUtc = kClock.systemNow() - 10s;
    a.clearedAtUtc = kClock.systemNow();
    a.deadline = kClock.steadyNow() + 60s;
    a.deadlineUtc = kClock.systemNow() + 60s;
    a.overdueFrom = kClock.steadyNow() + 70s;
    a.acknowledgedBy = "ada";
    a.acknowledgedAtUtc = kClock.systemNow();
    a.shelvedBy = "bob";
    a.shelvedUntil = kClock.steadyNow() + 80s;
    a.shelvedUntilUtc = kClock.systemNow() + 80s;
    a.steps = std::make_shared<const std::vector<AlertEvent>>(1);
    return a;
}

AlertBoard fullBoard()
{
    AlertBoard board;
    board.open.push_back(fullAlert());
    board.clockChange = ClockChange { 1s, kClock.systemNow() };
    return board;
}

std::string jsonOf(const AlertBoard& board)
{
    return alertBoardJson(&board, { kClock.steadyNow(), kClock.systemNow() }, kService);
}

/// Each change of one value must show: what is not written cannot be read elsewhere.
template <typename Value, typename Json>
void expectEachShows(
    const Value& base, const std::vector<std::function<void(Value&)>>& changes, Json json)
{
    std::set<std::string> texts { json(base) };
    for (std::size_t i = 0; i < changes.size(); ++i) {
        Value changed = base;
        changes[i](changed);
        EXPECT_TRUE(texts.insert(json(changed)).second) << "change " << i << " does not show";
    }
}

TEST(SnapshotJson, everyValueOfASnapshotIsOnTheWire)
{
    constexpr auto kOne = Metric::TotalStorage;
    expectEachShows<Snapshot>(fullSnapshot(),
        {
            [](Snapshot& s) { s.sequence = 8; },
            [](Snapshot& s) { s.atUtc += 1ms; },
            [](Snapshot& s) { s.worst = Level::Orange; },
            [](Snapshot& s) { s.concurrentReads = 3; },
            [](Snapshot& s) { s.largestArtifactEverBytes = 5; },
            [](Snapshot& s) { s.thresholdsVersion = 2; },
            [](Snapshot& s) { s.thresholdsProblem = "t"; },
            [](Snapshot& s) { s.recordsProblem = "r"; },
            [](Snapshot& s) { s.of(kOne).note = "an estimate"; },
            [](Snapshot& s) { s.of(kOne).isEstimate = true; },
            [](Snapshot& s) { s.source.isGatedElsewhere = true; },
            [](Snapshot& s) {
                s.source.storageMarks = { { 0.9, "grows", "disk growth" } };
            },
            [](Snapshot& s) {
                s.source.storageMarks = { { 0.9, "grows" } };
            },
            [](Snapshot& s) {
                s.source.storageMarks = { { 0.95, "grows" } };
            },
            [](Snapshot& s) {
                s.source.storageMarks = { { 0.9, "stops" } };
            },
            [](Snapshot& s) { s.of(kOne).level = Level::Red; },
            [](Snapshot& s) { s.of(kOne).lastKnownLevel = Level::Red; },
            [](Snapshot& s) { s.of(kOne).freshness = Freshness::Stale; },
            [](Snapshot& s) { s.of(kOne).limit = 3; },
            [](Snapshot& s) { s.of(kOne).whyMissing = "w"; },
            [](Snapshot& s) { s.of(kOne).reading.reset(); },
            [](Snapshot& s) { s.of(kOne).reading->value = 0.3; },
            [](Snapshot& s) { s.of(kOne).reading->measuredAt -= 1ms; },
            [](Snapshot& s) { s.of(kOne).reading->measuredAtUtc -= 1ms; },
            [](Snapshot& s) { s.of(kOne).reading->limits.lateAfter += 1ms; },
            [](Snapshot& s) { s.of(kOne).reading->limits.staleAfter += 1ms; },
            [](Snapshot& s) { s.of(kOne).reading->limit.reset(); },
            [](Snapshot& s) { s.of(kOne).thresholds.basis = Basis::OfLimit; },
            [](Snapshot& s) { s.of(kOne).thresholds.onDelay = 1s; },
            [](Snapshot& s) { s.of(kOne).thresholds.yellow.reset(); },
            [](Snapshot& s) { s.of(kOne).thresholds.orange->value = 2.5; },
            [](Snapshot& s) { s.of(kOne).thresholds.orange->side = Side::AtLeast; },
            [](Snapshot& s) { s.of(kOne).thresholds.red->hysteresis = 0; },
            [](Snapshot& s) { s.latency.p50Ms = 1.5; },
            [](Snapshot& s) { s.latency.p99Ms.reset(); },
            [](Snapshot& s) { s.latency.p999Ms = 3.5; },
            [](Snapshot& s) { s.latency.minMs = 0; },
            [](Snapshot& s) { s.latency.maxMs = 5; },
            [](Snapshot& s) { s.latency.sampleCount = 10; },
            [](Snapshot& s) { s.latency.overflowCount = 1; },
            [](Snapshot& s) { s.gate.state = GateState::Paused; },
            [](Snapshot& s) { s.gate.inFlight = 1; },
            [](Snapshot& s) { s.gate.pauseAt = 99; },
            [](Snapshot& s) { s.gate.resumeBelow = 74; },
            [](Snapshot& s) { s.gate.haltAt = { 0.98 }; },
            [](Snapshot& s) { s.gate.resumeStorageBelow = { 0.9 }; },
            [](Snapshot& s) { s.gate.failClosed = true; },
            [](Snapshot& s) { s.gate.storageUnknown = true; },
            [](Snapshot& s) { s.gate.since -= 1ms; },
            [](Snapshot& s) { s.gate.admittedTotal = 1; },
            [](Snapshot& s) { s.gate.refusedPausedTotal = 1; },
            [](Snapshot& s) { s.gate.refusedHaltedTotal = 1; },
            [](Snapshot& s) { s.gate.refusedTooLargeTotal = 1; },
            [](Snapshot& s) { s.gate.expiredLeasesTotal = 1; },
            [](Snapshot& s) { s.gate.auditProblem = "a"; },
            [](Snapshot& s) { s.source.name = "n"; },
            [](Snapshot& s) { s.source.problem = "p"; },
            [](Snapshot& s) { s.source.workload.reset(); },
            [](Snapshot& s) { s.source.workload->writers = 1; },
            [](Snapshot& s) { s.source.workload->writeRate = { 1 }; },
            [](Snapshot& s) { s.source.workload->maxArtifactSize = { 1 }; },
            [](Snapshot& s) { s.source.workload->storageLimit = { 1 }; },
            [](Snapshot& s) { s.source.workload->queryRate = { 1 }; },
            [](Snapshot& s) { s.source.workload->deleteOldest = false; },
            [](Snapshot& s) { s.source.workload->keepBelow = { 0.1 }; },
            [](Snapshot& s) { s.audit.isKnown = true; },
            [](Snapshot& s) { s.audit.isBroken = true; },
            [](Snapshot& s) { s.audit.firstBadSequence = 1; },
            [](Snapshot& s) { s.audit.why = "b"; },
            [](Snapshot& s) { s.audit.records = 1; },
            [](Snapshot& s) { s.audit.oldest.reset(); },
            [](Snapshot& s) { s.audit.head = "1:ab"; },
        },
        [](const Snapshot& s) { return snapshotJson(s, kService); });
}

TEST(SnapshotJson, everyValueOfTheAlertBoardIsOnTheWire)
{
    expectEachShows<AlertBoard>(fullBoard(),
        {
            [](AlertBoard& b) { b.open.clear(); },
            [](AlertBoard& b) { b.lastCleared.push_back(fullAlert()); },
            [](AlertBoard& b) { b.raised24h[0] = 1; },
            [](AlertBoard& b) { b.raised24h[1] = 1; },
            [](AlertBoard& b) { b.raised24h[2] = 1; },
            [](AlertBoard& b) { b.lastSequence = 1; },
            [](AlertBoard& b) { b.waitingMessages = 1; },
            [](AlertBoard& b) { b.deliveryProblem = "d"; },
            [](AlertBoard& b) { b.storeProblem = "s"; },
            [](AlertBoard& b) { b.clockChange.reset(); },
            [](AlertBoard& b) { b.clockChange->by = 2s; },
            [](AlertBoard& b) { b.clockChange->toUtc += 1s; },
            [](AlertBoard& b) { b.open[0].id = "A2"; },
            [](AlertBoard& b) { b.open[0].type = AlertType::Source; },
            [](AlertBoard& b) { b.open[0].level = Level::Red; },
            [](AlertBoard& b) { b.open[0].peak = Level::Red; },
            [](AlertBoard& b) { b.open[0].severity = "CRITICAL"; },
            [](AlertBoard& b) { b.open[0].message = "m"; },
            [](AlertBoard& b) { b.open[0].value = 1; },
            [](AlertBoard& b) { b.open[0].threshold = 1; },
            [](AlertBoard& b) { b.open[0].state = AlertState::Shelved; },
            [](AlertBoard& b) { b.open[0].isUnverified = true; },
            [](AlertBoard& b) { b.open[0].isChattering = true; },
            [](AlertBoard& b) { b.open[0].isOverdue = true; },
            [](AlertBoard& b) { b.open[0].raisedAt -= 1s; },
            [](AlertBoard& b) { b.open[0].raisedAtUtc -= 1s; },
            [](AlertBoard& b) { b.open[0].clearedAtUtc.reset(); },
            [](AlertBoard& b) { b.open[0].escalationPath = "Ops_Team"; },
            [](AlertBoard& b) { b.open[0].responseTimeline = "1_HOUR"; },
            [](AlertBoard& b) { b.open[0].isHouseDefault = true; },
            [](AlertBoard& b) { b.open[0].deadline.reset(); },
            [](AlertBoard& b) { b.open[0].deadlineUtc.reset(); },
            [](AlertBoard& b) { *b.open[0].overdueFrom += 1s; },
            [](AlertBoard& b) { b.open[0].acknowledgedBy = "eve"; },
            [](AlertBoard& b) { b.open[0].acknowledgedNote = "n"; },
            [](AlertBoard& b) { b.open[0].acknowledgedAtUtc.reset(); },
            [](AlertBoard& b) { b.open[0].shelvedBy = "eve"; },
            [](AlertBoard& b) { b.open[0].shelvedReason = "r"; },
            [](AlertBoard& b) { *b.open[0].shelvedUntil += 1s; },
            [](AlertBoard& b) { b.open[0].shelvedUntilUtc.reset(); },
            [](AlertBoard& b) { b.open[0].shelfMaximum = 900s; },
            [](AlertBoard& b) { b.open[0].stepsOmitted = 1; },
            [](AlertBoard& b) {
                AlertEvent step;
                step.reason = "raised";
                b.open[0].steps = std::make_shared<const std::vector<AlertEvent>>(1, step);
            },
        },
        jsonOf);
}

TEST(SnapshotJson, numbersAndTimesAreExact)
{
    const auto json = boost::json::parse(snapshotJson(fullSnapshot(), kService));
    const auto& reading = json.at("metrics").at("total_storage").at("reading");
    EXPECT_EQ(reading.at("value").as_double(), 0.1 + 0.2);
    EXPECT_EQ(reading.at("age_ms").as_int64(), 1500);
    EXPECT_EQ(reading.at("measured_at").as_string(), "2026-08-03T10:03:51.500Z");
    EXPECT_EQ(json.at("at").as_string(), "2026-08-03T10:03:53.000Z");
    EXPECT_EQ(json.at("service").at("instance").as_string(), kService.instance);
    EXPECT_EQ(json.at("service").at("api_version").as_string(), "1.0");
    const auto board = boost::json::parse(jsonOf(fullBoard()));
    const auto& alert = board.at("open").as_array()[0];
    EXPECT_EQ(alert.at("age_ms").as_int64(), 10'000);
    EXPECT_EQ(alert.at("remaining_ms").as_int64(), 60'000);
    EXPECT_EQ(alert.at("overdue_in_ms").as_int64(), 70'000);
    EXPECT_EQ(alert.at("shelved").at("remaining_ms").as_int64(), 80'000);
    EXPECT_EQ(alert.at("deadline").as_string(), "2026-08-03T10:04:53.000Z");
}

TEST(SnapshotJson, writesNoNumberThatIsNotFiniteAndNoTextThatIsNoUtf8)
{
    Snapshot snapshot = fullSnapshot();
    snapshot.of(Metric::TotalStorage).limit = std::numeric_limits<double>::infinity();
    snapshot.of(Metric::TotalStorage).reading->value = std::numeric_limits<double>::quiet_NaN();
    snapshot.largestArtifactEverBytes = -std::numeric_limits<double>::infinity();
    snapshot.source.problem = "cannot read \xFF\xC0\xAF of /srv\n\xF0\x9F\x94\xA5";
    const auto json = boost::json::parse(snapshotJson(snapshot, kService));
    EXPECT_TRUE(json.at("metrics").at("total_storage").at("limit").is_null());
    EXPECT_TRUE(json.at("metrics").at("total_storage").at("reading").at("value").is_null());
    EXPECT_TRUE(json.at("largest_artifact_ever_bytes").is_null());
    EXPECT_EQ(json.at("source").at("problem").as_string(),
        "cannot read \xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD of /srv\n\xF0\x9F\x94\xA5");
}

TEST(SnapshotJson, anUnreadBoardIsNull)
{
    EXPECT_EQ(alertBoardJson(nullptr, {}, kService), "null");
    EXPECT_EQ(documentOf("{}", "null"), R"({"snapshot":{},"alerts":null})");
}

}  // namespace
}  // namespace headroom::api
