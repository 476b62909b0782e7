// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/sources/postgres_source.h"

#include <algorithm>
#include <utility>

namespace headroom {

namespace {

using namespace std::chrono_literals;

// What is read each second may be late by a query that runs into its time limit; storage as the
// contract has it; a stale artifact count is still a minute old at most.
constexpr FreshnessLimits kEachSecond { 4s, 15s };
constexpr FreshnessLimits kStorage { 20s, 30s };
constexpr FreshnessLimits kArtifacts { 45s, 60s };
constexpr auto kWindow = 10s;  ///< of throughput (contract §2)
constexpr std::chrono::seconds kLongestBackOff { 30 };

std::optional<double> milliseconds(std::optional<std::chrono::nanoseconds> duration)
{
    return duration ? std::optional(std::chrono::duration<double, std::milli>(*duration).count())
                    : std::nullopt;
}

}  // namespace

bool PostgresSource::Rhythm::takeTurn(SteadyTime now)
{
    if (last && now - *last < every) {
        return false;
    }
    last = now;
    return true;
}

PostgresSource::PostgresSource(
    PostgresSettings settings, Bytes certifiedLimit, const Clock& clock, Options options)
    : settings_(std::move(settings))
    , name_(postgresName(settings_))
    , limit_(settings_.limit.value_or(certifiedLimit))
    , clock_(clock)
    , options_(std::move(options))
    , connection_(settings_)
{
}

Result<void> PostgresSource::start()
{
    connection_.resume();
    return {};
}

void PostgresSource::stop() { connection_.interrupt(); }

Result<Readings> PostgresSource::collect()
{
    if (auto connected = connect(); !connected) {
        return connected.error();
    }
    problem_.clear();
    lookAtServer();
    if (options_.measures == PostgresMeasures::Everything) {
        lookAtWrites();
        lookAtQueries();
    }
    lookAtSize();
    lookAtArtifacts();
    if (!connection_.isOpen()) {
        return failed(problem_.empty() ? "the connection was lost" : problem_);
    }
    backOff_ = 0s;
    return readings();
}

Result<void> PostgresSource::connect()
{
    if (connection_.isOpen()) {
        return {};
    }
    const auto now = clock_.steadyNow();
    if (nextTry_ && now < *nextTry_) {
        return Error { ErrorCode::Unavailable, problem_, {} };
    }
    if (auto opened = connection_.open(); !opened) {
        return failed(opened.error().message);
    }
    facts60_.last.reset();
    statements_.forget();  // what was called meanwhile was not called in 5 s
    return {};
}

Error PostgresSource::failed(const std::string& why)
{
    backOff_ = std::clamp(backOff_ * 2, std::chrono::seconds(1), kLongestBackOff);
    nextTry_ = clock_.steadyNow() + backOff_;
    problem_ = why.starts_with(name_) ? why : name_ + ": " + why;
    return { ErrorCode::Unavailable, problem_, {} };
}

void PostgresSource::set(
    Metric metric, double value, FreshnessLimits limits, std::string note, bool isEstimate)
{
    Reading reading;
    reading.value = value;
    reading.measuredAt = clock_.steadyNow();
    reading.measuredAtUtc = clock_.systemNow();
    reading.limits = limits;
    slot(metric) = { reading, {}, std::move(note), isEstimate };
}

/// What was measured before ages; once it is stale it goes, and the reason stands in its place.
void PostgresSource::miss(Metric metric, const std::string& why) { slot(metric).why = why; }

void PostgresSource::lookAtServer()
{
    if (!facts60_.takeTurn(clock_.steadyNow())) {
        return;
    }
    auto look = lookAtFacts(connection_);
    if (!look) {
        problem_ = look.why;
        facts60_.last.reset();
        return;
    }
    facts_ = std::move(look.value);
    table_.reset();
    whyNoTable_ = "headroom_table does not say where the artifacts are";
    if (!settings_.table.empty()) {
        auto found = lookAtTable(connection_, settings_);
        table_ = std::move(found.value);
        whyNoTable_ = found.why;
    }
}

void PostgresSource::lookAtWrites()
{
    if (!facts_ || !connection_.isOpen()) {
        return;
    }
    if (facts_->isStandby) {
        miss(Metric::ConcurrentWrites, "this server is a standby; writers are on its primary");
        miss(Metric::WriteThroughput, "this server is a standby; writes are on its primary");
        return;
    }
    const auto look = lookAtActivity(connection_, *facts_, table_);
    if (!look) {
        problem_ = "pg_stat_activity, pg_stat_database: " + look.why;
        miss(Metric::ConcurrentWrites, problem_);
        miss(Metric::WriteThroughput, problem_);
        return;
    }
    if (look.value->writers) {
        set(Metric::ConcurrentWrites, *look.value->writers, kEachSecond);
    } else {
        miss(Metric::ConcurrentWrites,
            "the role " + facts_->role
                + " does not see the sessions of others; GRANT pg_read_all_stats TO it");
    }
    noteRows(*look.value);
}

void PostgresSource::noteRows(const PostgresActivity& activity)
{
    const auto now = clock_.steadyNow();
    // The counters began anew: at a reset, after a crash, or with another table.
    if (!rate_ || activity.changedRows < rowsLast_ || activity.reset != reset_) {
        rate_.emplace(kWindow, now);
        rateSince_ = now;
        rowsAtBegin_ = activity.changedRows;
    }
    reset_ = activity.reset;
    rowsLast_ = activity.changedRows;
    rate_->note(activity.changedRows - rowsAtBegin_, now);
    if (now - *rateSince_ < 1s) {
        miss(Metric::WriteThroughput, "counting; known from the second look on");
        return;
    }
    set(Metric::WriteThroughput, rate_->rate().value, kEachSecond);
}

void PostgresSource::lookAtQueries()
{
    if (!facts_ || !connection_.isOpen()) {
        return;
    }
    const auto probe = connection_.ask(settings_.probe);
    LatencyHistogram fresh;
    // One that was ended took at least so long.
    const bool isMeasured = probe || probe.failure->state == "57014" || !connection_.isOpen();
    whyNoProbe_ = probe ? "" : "the probe query: " + probe.failure->message;
    if (isMeasured) {
        fresh.record(probe.took);
    }
    if (!connection_.isOpen()) {
        problem_ = probe.failure->message;
    } else if (facts_->statementsSchema.empty()) {
        isLatencyEstimate_ = false;
        statementsNote_ = "of a probe query each second; pg_stat_statements is not installed";
    } else if (!facts_->maySeeAll) {
        isLatencyEstimate_ = false;
        statementsNote_ = "of a probe query each second; the role needs pg_read_all_stats for more";
    } else if (statements5_.takeTurn(clock_.steadyNow())) {
        const auto statements = statements_.look(connection_, *facts_);
        if (statements) {
            fresh.merge(*statements.value);
        }
        isLatencyEstimate_ = statements.value.has_value();
        statementsNote_ = statements
            ? "an estimate: each call counts as its statement's mean over 5 s, beside a probe query"
            : "of a probe query each second; " + statements.why;
    }
    latencies_.add(fresh, clock_.steadyNow());
    setLatency();
}

void PostgresSource::setLatency()
{
    const auto p99 = milliseconds(latencies_.quantile(0.99));
    if (p99 && whyNoProbe_.empty()) {
        set(Metric::QueryResponse, *p99, kEachSecond, statementsNote_, isLatencyEstimate_);
    } else if (p99) {
        set(Metric::QueryResponse, *p99, kEachSecond, whyNoProbe_ + "; " + statementsNote_,
            isLatencyEstimate_);
    } else {
        miss(Metric::QueryResponse, whyNoProbe_);
    }
}

void PostgresSource::lookAtSize()
{
    if (!connection_.isOpen() || !storage10_.takeTurn(clock_.steadyNow())) {
        return;
    }
    const auto used = lookAtStorage(connection_, settings_);
    if (used) {
        set(Metric::TotalStorage, *used.value, kStorage);
        slot(Metric::TotalStorage).reading->limit = static_cast<double>(limit_.count);
    } else {
        problem_ = (settings_.tablespace.empty()
                           ? std::string("the size of the database: ")
                           : "the size of tablespace " + plainLine(settings_.tablespace) + ": ")
            + used.why;
        miss(Metric::TotalStorage, problem_);
    }
}

void PostgresSource::lookAtArtifacts()
{
    if (!connection_.isOpen() || !artifacts20_.takeTurn(clock_.steadyNow())) {
        return;
    }
    if (!table_) {
        miss(Metric::ArtifactCount, whyNoTable_);
        miss(Metric::ArtifactSize, whyNoTable_);
        return;
    }
    const auto count = lookAtArtifactCount(connection_, settings_, *table_);
    if (count) {
        set(Metric::ArtifactCount, count.value->value, kArtifacts,
            count.value->isEstimate ? "an estimate of PostgreSQL's (ANALYZE): "
                    + tableName(settings_) + " is too large to count"
                                    : "",
            count.value->isEstimate);
    } else {
        miss(Metric::ArtifactCount, count.why);
    }
    if (settings_.sizeColumn.empty()) {
        miss(Metric::ArtifactSize, "headroom_size does not say which column is the size");
        return;
    }
    if (!connection_.isOpen()) {
        return;
    }
    const auto largest = lookAtLargest(connection_, settings_, *table_);
    if (largest) {
        largest_ = std::max(largest_.value_or(0), *largest.value);
        set(Metric::ArtifactSize, *largest.value, kArtifacts);
    } else {
        miss(Metric::ArtifactSize, largest.why);
    }
}

Readings PostgresSource::readings() const
{
    Readings readings;
    const auto now = clock_.steadyNow();
    for (std::size_t i = 0; i < kMetricCount; ++i) {
        const auto& slot = slots_[i];
        const bool isKnown = slot.reading
            && freshnessAt(now - slot.reading->measuredAt, slot.reading->limits)
                != Freshness::Stale;
        if (isKnown) {
            readings.slots[i] = slot.reading;
            readings.notes[i] = slot.note;
            readings.isEstimate[i] = slot.isEstimate;
        } else {
            readings.whyMissing[i] = slot.why;
        }
    }
    readings.problem = problem_.empty() ? "" : name_ + ": " + problem_;
    readings.largestArtifactEverBytes = largest_;
    if (readings.slots[indexOf(Metric::QueryResponse)]) {
        readings.latencyP50Ms = milliseconds(latencies_.quantile(0.5));
        readings.latencyP999Ms = milliseconds(latencies_.quantile(0.999));
    }
    // Shares of the platform's disk: of the certified limit they would be lines in the wrong place.
    if (settings_.limit) {
        readings.storageMarks = options_.storageMarks;
    }
    readings.isGatedElsewhere = options_.measures == PostgresMeasures::Everything;
    return readings;
}

}  // namespace headroom
