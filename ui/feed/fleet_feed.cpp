// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/fleet_feed.h"

#include "ui/feed/http_reply_guard.h"
#include "ui/feed/remote_url.h"

#include <algorithm>
#include <cmath>

namespace headroom::ui {

namespace {

constexpr int kMostRows = 60;  ///< more are on no screen, and their names must fit an address
constexpr qsizetype kLongestName = 200;
constexpr qsizetype kMostJobs = 50;
constexpr double kMostDepositories = 1'000'000;

int countOf(const PromSample& sample)
{
    return static_cast<int>(std::clamp(sample.value.value_or(0), 0.0, kMostDepositories));
}

FleetState stateOfEighths(double eighths)
{
    return stateOfRank(eighths == 4 ? 0.5 : eighths == 3 ? 0.375 : eighths / 8);
}

void addTo(FleetRow& row, const PromSample& sample)
{
    const auto metric = sample.label("__name__");
    if (metric == QLatin1String("headroom_gate_state")) {
        row.gate = sample.label("state").left(20);
    } else if (!sample.value) {
        return;
    } else if (metric == QLatin1String("headroom_snapshot_timestamp_seconds")) {
        row.lastHeard = sample.value;
    } else if (metric.isEmpty() || metric == QLatin1String("headroom:headroom_ratio")) {
        const auto limit = sample.label("limit");
        row.headroom.emplace_back(limit.isEmpty() ? sample.label("metric") : limit, *sample.value);
    } else {
        row.readings.insert(metric, *sample.value);
    }
}

}  // namespace

FleetFeed::FleetFeed(FleetSettings settings, const Clock& clock, QObject* parent)
    : QObject(parent)
    , settings_(std::move(settings))
    , clock_(clock)
    , backOff_(settings_.backOff, settings_.seed)
{
    wish_.rows = 20;
    next_.setSingleShot(true);
    connect(&next_, &QTimer::timeout, this, &FleetFeed::refresh);
}

QString FleetFeed::serverName() const { return originOf(settings_.peer.url); }

void FleetFeed::setPeer(HttpPeer peer)
{
    delete std::exchange(exchange_, nullptr);
    next_.stop();
    settings_.peer = std::move(peer);
    isRefreshing_ = false;
    schema_ = {};
    schemaAt_.reset();
    picture_.reset();
    problem_.clear();
    backOff_.reset();
    if (isActive_) {
        next_.start(0);
    }
    Q_EMIT changed();
}

void FleetFeed::setActive(bool isActive)
{
    if (std::exchange(isActive_, isActive) == isActive) {
        return;
    }
    if (isActive) {
        next_.start(0);
    } else {
        next_.stop();
    }
}

void FleetFeed::setWish(const FleetWish& wish)
{
    auto bounded = wish;
    bounded.first = std::max(0, wish.first);
    bounded.rows = std::clamp(wish.rows, 1, kMostRows);
    if (bounded == wish_) {
        return;
    }
    wish_ = bounded;
    // A server that does not answer is not asked sooner because somebody scrolls.
    if (isActive_ && !isRefreshing_ && problem_.isEmpty()) {
        next_.start(0);
    }
}

void FleetFeed::refresh()
{
    if (isRefreshing_ || !isActive_ || !hasServer()) {
        return;
    }
    isRefreshing_ = true;
    making_ = {};
    making_.wish = wish_;
    const bool isSchemaOld = !schemaAt_ || schema_.jobs.isEmpty()
        || clock_.steadyNow() - *schemaAt_ > settings_.schemaEvery;
    if (isSchemaOld) {
        ask(schemaQuery(), &FleetFeed::takeSchema);
    } else {
        askRows();
    }
}

void FleetFeed::ask(const QString& query, Taken taken)
{
    HttpRequest request;
    request.path = pathOf(query);
    request.within = settings_.within;
    exchange_ = new HttpExchange(settings_.peer, std::move(request), this);
    exchange_->start([this, taken](const Result<HttpAnswer>& answer) {
        std::exchange(exchange_, nullptr)->deleteLater();
        if (!answer) {
            fail(answer.error());
            return;
        }
        const auto vector = vectorFrom(*answer);
        if (!vector) {
            fail(vector.error());
            return;
        }
        if (!vector->warning.isEmpty()) {
            making_.warning = vector->warning;
        }
        (this->*taken)(*vector);
    });
}

void FleetFeed::takeSchema(const PromVector& vector)
{
    FleetSchema found;
    for (const auto& sample : vector.samples) {
        const auto what = sample.label("what");
        const auto job = sample.label("job");
        found.hasRank = found.hasRank || what == QLatin1String("rank");
        found.hasRules = found.hasRules || what == QLatin1String("rules");
        if (what == QLatin1String("depository")) {
            found.nameLabel = QStringLiteral("depository");
        } else if (!job.isEmpty() && !found.jobs.contains(job) && found.jobs.size() < kMostJobs) {
            found.jobs << job;
        }
    }
    // When all are silent their jobs are not forgotten: they are stale, not gone.
    if (!found.jobs.isEmpty() || schema_.jobs.isEmpty()) {
        schema_ = found;
    }
    schemaAt_ = clock_.steadyNow();
    if (schema_.jobs.isEmpty()) {
        finish();  // a fleet of none
        return;
    }
    askRows();
}

void FleetFeed::askRows()
{
    making_.schema = schema_;
    ask(rowsQuery(schema_, making_.wish), &FleetFeed::takeRows);
}

void FleetFeed::takeRows(const PromVector& vector)
{
    std::vector<std::pair<double, FleetRow>> ranked;
    for (const auto& sample : vector.samples) {
        FleetRow row;
        row.instance = sample.label("instance");
        row.name = shownText(sample.labels.value(schema_.nameLabel, row.instance), kLongestName);
        row.state = stateOfRank(sample.value);
        if (static_cast<int>(ranked.size()) < making_.wish.rows && !row.instance.isEmpty()) {
            ranked.emplace_back(sample.value.value_or(-1), std::move(row));
        }
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : a.second.name < b.second.name;
    });
    for (auto& [rank, row] : ranked) {
        making_.rows.push_back(std::move(row));
    }
    ask(totalsQuery(schema_, making_.wish), &FleetFeed::takeTotals);
}

void FleetFeed::takeTotals(const PromVector& vector)
{
    std::optional<int> matching;
    for (const auto& sample : vector.samples) {
        const auto what = sample.label("what");
        if (what == QLatin1String("matching")) {
            matching = countOf(sample);
        } else if (const auto eighths = sample.label("eighths"); !eighths.isEmpty()) {
            const auto state = stateOfEighths(eighths.toDouble());
            making_.counts[static_cast<std::size_t>(state)] += countOf(sample);
            making_.all += countOf(sample);
        }
    }
    const auto& wish = making_.wish;
    const bool isSearching = !wish.search.trimmed().isEmpty();
    making_.matching = isSearching ? matching.value_or(0)
        : wish.state               ? making_.counts[static_cast<std::size_t>(*wish.state)]
                                   : making_.all;
    // Past the end the last rows come once more, from above: only the last of them are new.
    const auto room = static_cast<std::size_t>(std::max(0, making_.matching - wish.first));
    auto& rows = making_.rows;
    if (rows.size() > room) {
        rows.erase(rows.begin(), rows.end() - static_cast<std::ptrdiff_t>(room));
    }
    rows.empty() ? finish() : askDetails();
}

void FleetFeed::askDetails()
{
    QStringList instances;
    QStringList stale;
    for (const auto& row : making_.rows) {
        instances << row.instance;
        if (row.state == FleetState::Stale) {
            stale << row.instance;
        }
    }
    ask(detailsQuery(schema_, instances, stale), &FleetFeed::takeDetails);
}

void FleetFeed::takeDetails(const PromVector& vector)
{
    for (const auto& sample : vector.samples) {
        if (sample.label("what") == QLatin1String("scraped") && sample.value) {
            const double age = std::clamp(sample.at - *sample.value, 0.0, 1e8);
            making_.scrapeAge = std::chrono::duration_cast<std::chrono::nanoseconds>(
                std::chrono::duration<double>(age));
            continue;
        }
        const auto instance = sample.label("instance");
        const auto row = std::find_if(making_.rows.begin(), making_.rows.end(),
            [&](const FleetRow& each) { return each.instance == instance; });
        if (row != making_.rows.end()) {
            addTo(*row, sample);
        }
    }
    for (auto& row : making_.rows) {
        std::sort(row.headroom.begin(), row.headroom.end(),
            [](const auto& a, const auto& b) { return a.second < b.second; });
    }
    finish();
}

void FleetFeed::finish()
{
    isRefreshing_ = false;
    making_.answeredAt = clock_.steadyNow();
    making_.schema = schema_;
    picture_ = std::make_shared<const FleetPicture>(std::move(making_));
    problem_.clear();
    backOff_.reset();
    if (isActive_) {
        const bool isOther = !(picture_->wish == wish_);
        next_.start(isOther ? std::chrono::milliseconds(0) : settings_.refreshEvery);
    }
    Q_EMIT changed();
}

void FleetFeed::fail(const Error& error)
{
    isRefreshing_ = false;
    problem_ = serverName() + QLatin1Char(' ') + QString::fromStdString(error.text());
    if (isActive_) {
        next_.start(backOff_.next());
    }
    Q_EMIT changed();
}

}  // namespace headroom::ui
