// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/query_intake.h"

#include "monitor_core/api/json_text.h"
#include "monitor_core/base/utc_text.h"
#include "monitor_core/certification/evidence.h"
#include "monitor_core/monitor.h"
#include "monitor_core/policy/judging.h"
#include "monitor_core/recorder.h"

#include <iostream>
#include <utility>

namespace headroom::api {

namespace {

/// A depository that breaches its SLA with every query must not fill the log's disk too.
constexpr int kLinesPerSecond = 10;

double milliseconds(std::chrono::nanoseconds duration)
{
    return std::chrono::duration<double, std::milli>(duration).count();
}

template <typename Number>
void raise(std::atomic<Number>& value, Number to)
{
    Number now = value.load();
    while (now < to && !value.compare_exchange_weak(now, to)) { }
}

/// A caller's text in a line of its own in no log: quoted, control characters as "?".
std::string quoted(const std::string& text)
{
    std::string out = "\"";
    for (const char c : text) {
        const bool isTame = static_cast<unsigned char>(c) >= 0x20 && c != 0x7f && c != '"';
        out += isTame ? c : '?';
    }
    return out + '"';
}

}  // namespace

QueryIntake::QueryIntake(Monitor& monitor, Recorder& recorder, SlowQueryLog& slowQueries,
    ProductRegistry& products, const Clock& clock)
    : monitor_(monitor)
    , recorder_(recorder)
    , slowQueries_(slowQueries)
    , products_(products)
    , clock_(clock)
{
}

void QueryIntake::record(SlowQuery query)
{
    if (!query.product.empty()) {
        products_.note(query.product, clock_.steadyNow(), clock_.systemNow());
    }
    recorder_.recordLatency(query.latency);
    noteTold();
    if (isSlow(query.latency)) {
        log(query);
        slowQueries_.add(std::move(query));
    }
}

void QueryIntake::noteTold()
{
    // The time first: whoever sees the count sees a time that is not older.
    raise(toldAt_, static_cast<std::int64_t>(clock_.steadyNow().time_since_epoch().count()));
    told_.fetch_add(1);
}

void QueryIntake::withTold(std::function<void(SnapshotPtr)> use)
{
    const auto told = told_.load();
    auto latest = monitor_.latest();
    // A tick notes its time before it drains the recorder.
    const bool isShown = told == shown_.load()
        || (latest && latest->at.time_since_epoch().count() > toldAt_.load());
    if (isShown || !latest) {
        use(std::move(latest));
        return;
    }
    monitor_.refresh([this, told, use = std::move(use)](SnapshotPtr snapshot) {
        raise(shown_, told);
        use(std::move(snapshot));
    });
}

bool QueryIntake::isSlow(std::chrono::nanoseconds latency) const
{
    const auto snapshot = monitor_.latest();
    const double value = milliseconds(latency);
    const double certified = info(Metric::QueryResponse).certifiedLimit;
    if (!isWithin(Metric::QueryResponse, value, certified)) {
        return true;
    }
    if (!snapshot) {
        return false;
    }
    const auto& state = snapshot->of(Metric::QueryResponse);
    return levelOf(state.thresholds, value, state.limit) == Level::Red;
}

void QueryIntake::log(const SlowQuery& query)
{
    const auto second = std::chrono::floor<std::chrono::seconds>(query.at).time_since_epoch();
    if (logSecond_.exchange(second.count()) != second.count()) {
        loggedThisSecond_ = 0;
    }
    if (loggedThisSecond_.fetch_add(1) >= kLinesPerSecond) {
        ++notLogged_;
        return;
    }
    std::string line = "slow query: " + shownNumber(milliseconds(query.latency)) + " ms at "
        + toUtcText(query.at) + " name " + quoted(query.name) + " product " + quoted(query.product);
    if (query.size) {
        line += " size " + std::to_string(query.size->count);
    }
    if (const auto skipped = notLogged_.exchange(0); skipped > 0) {
        line += " (and " + std::to_string(skipped) + " more before it)";
    }
    std::clog << line + '\n';
}

}  // namespace headroom::api
