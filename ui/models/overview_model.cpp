// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/overview_model.h"

#include "ui/feed/actor.h"
#include "ui/models/alerts_display.h"
#include "ui/models/banner_display.h"
#include "ui/models/chart_display.h"
#include "ui/models/contact_display.h"
#include "ui/models/metric_view.h"
#include "ui/models/rail_display.h"
#include "ui/models/simulation_marks.h"
#include "ui/models/strip_display.h"
#include "ui/text/text_style.h"

#include <utility>

namespace headroom::ui {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds kShortestPause { 100 };  // between two displays: 10 Hz
constexpr milliseconds kPauseBeforeNews { 25 };  // before one with another level or gate
constexpr std::chrono::seconds kRefusalShown { 15 };
constexpr Metric kGauges[] = { Metric::ConcurrentWrites, Metric::TotalStorage,
    Metric::WriteThroughput, Metric::QueryResponse };

std::int64_t secondOf(auto timePoint)
{
    return std::chrono::floor<std::chrono::seconds>(timePoint.time_since_epoch()).count();
}

/// How true the newest reading of the depository is, and how old.
struct NewestReading {
    Truth truth = Truth::NoData;
    std::chrono::nanoseconds age {};
};

NewestReading newestOf(const Snapshot& snapshot, SteadyTime now)
{
    NewestReading newest;
    for (const auto& row : catalog()) {
        // Headroom's own trail is alive when the depository no longer answers.
        if (row.metric == Metric::AuditRetention) {
            continue;
        }
        const MetricView view(snapshot, row.metric, now);
        if (view.isKnown() && (newest.truth == Truth::NoData || view.age() < newest.age)) {
            newest = { view.truth(), view.age() };
        }
    }
    return newest;
}

std::array<Level, kMetricCount> levelsOf(const Snapshot& snapshot)
{
    std::array<Level, kMetricCount> levels {};
    for (std::size_t i = 0; i < levels.size(); ++i) {
        levels[i] = snapshot.metrics[i].level;
    }
    return levels;
}

}  // namespace

OverviewModel::OverviewModel(Feed& feed, const Clock& clock, QObject* parent)
    : QObject(parent)
    , feed_(feed)
    , clock_(clock)
    , prefill_(feed, series_)
    , forecast_(feed)
{
    secondTimer_.setSingleShot(true);
    secondTimer_.setTimerType(Qt::PreciseTimer);
    throttle_.setSingleShot(true);
    throttle_.setTimerType(Qt::PreciseTimer);
    connect(&secondTimer_, &QTimer::timeout, this, &OverviewModel::tick);
    connect(&throttle_, &QTimer::timeout, this, &OverviewModel::refresh);
    connect(&feed_, &Feed::snapshotChanged, this, &OverviewModel::takeSnapshot);
    connect(&feed_, &Feed::alertsChanged, this, &OverviewModel::refreshSoon);
    connect(&feed_, &Feed::commandFinished, this, &OverviewModel::takeAnswer);
    connect(&prefill_, &HistoryPrefill::filled, this, [this] {
        pastSecond_ = -1;
        refreshSoon();
    });
    connect(&forecast_, &ForecastWatch::changed, this, &OverviewModel::refreshSoon);
    connect(&feed_, &Feed::contactChanged, this, &OverviewModel::takeContact);
    connect(&feed_, &Feed::sourceChanged, this, &OverviewModel::takeSource);
    connect(&textStyleWatch(), &TextStyleWatch::changed, this, &OverviewModel::takeContact);
    tick();
}

void OverviewModel::setActive(bool active)
{
    if (active_ == active) {
        return;
    }
    active_ = active;
    secondTimer_.stop();
    throttle_.stop();
    if (active_) {
        tick();
    }
}

void OverviewModel::tick()
{
    const auto now = clock_.steadyNow();
    prefill_.tick(now);
    forecast_.tick(now);
    refresh();
    armSecondTimer();
}

void OverviewModel::armSecondTimer()
{
    // Re-aimed each time: a repeating timer would drift away from the seconds of the clock.
    const auto now = clock_.systemNow().time_since_epoch();
    const auto next = std::chrono::ceil<std::chrono::seconds>(now + std::chrono::nanoseconds(1));
    secondTimer_.start(std::chrono::ceil<milliseconds>(next - now));
}

OverviewModel::Judgement OverviewModel::judgementOf(const Snapshot& snapshot)
{
    Judgement judgement;
    for (std::size_t i = 0; i < kMetricCount; ++i) {
        judgement.levels[i] = snapshot.metrics[i].level;
    }
    judgement.gate = snapshot.gate.state;
    return judgement;
}

void OverviewModel::takeSnapshot()
{
    if (const auto snapshot = feed_.latest()) {
        series_.record(*snapshot);
        prefill_.noteSnapshot(*snapshot, clock_.steadyNow());
        const Judgement judgement = judgementOf(*snapshot);
        if (std::exchange(judgement_, judgement) != judgement) {
            refreshAfter(kPauseBeforeNews);
            return;
        }
    }
    refreshSoon();
}

void OverviewModel::refreshSoon()
{
    if (!throttle_.isActive()) {
        refreshAfter(kShortestPause);
    }
}

void OverviewModel::refreshAfter(std::chrono::milliseconds pause)
{
    if (!active_) {
        return;
    }
    const auto since = clock_.steadyNow() - refreshedAt_;
    if (since >= pause) {
        throttle_.stop();
        refresh();
    } else {
        throttle_.start(std::chrono::ceil<milliseconds>(pause - since));
    }
}

void OverviewModel::takeContact()
{
    // Charts and clock move by the second; this cannot wait for it.
    pastSecond_ = -1;
    clockSecond_ = -1;
    refresh();
}

void OverviewModel::takeSource()
{
    series_ = {};
    prefill_.forget();
    forecast_.forget();
    refusal_.reset();
    isAcknowledging_ = false;
    takeContact();
}

void OverviewModel::setDrill(Drill* drill)
{
    drill_ = drill;
    connect(drill_, &Drill::ended, this, &OverviewModel::refresh);
}

void OverviewModel::setNotice(const QString& notice)
{
    if (notice_ != notice) {
        notice_ = notice;
        refresh();
    }
}

void OverviewModel::setOtherSource(const QString& why)
{
    if (otherSource_ != why) {
        otherSource_ = why;
        refresh();
    }
}

SnapshotPtr OverviewModel::believable() const
{
    const auto& contact = feed_.contact();
    return contact.isConnected ? feed_.latest() : withdrawn(feed_.latest(), contact);
}

void OverviewModel::refreshPast(const SnapshotPtr& snapshot, SteadyTime now)
{
    // Trends, sparklines and charts move by the second, gauges by the snapshot; a level changes
    // everywhere at once.
    const auto second = secondOf(now);
    const auto levels = snapshot ? levelsOf(*snapshot) : std::array<Level, kMetricCount> {};
    if (second == pastSecond_ && levels == pastLevels_) {
        return;
    }
    pastSecond_ = second;
    pastLevels_ = levels;
    const LiveSeries* series[]
        = { &series_.writes, &series_.storage, &series_.throughput, &series_.p99 };
    for (std::size_t i = 0; i < past_.size(); ++i) {
        past_[i] = pastOf(*series[i], now);
    }
    display_.latency = makeLatencyChart(snapshot.get(), series_, now);
    display_.load = makeLoadChart(snapshot.get(), series_, now);
}

void OverviewModel::refreshClock(const SnapshotPtr& snapshot, SteadyTime now)
{
    const auto newest = snapshot ? newestOf(*snapshot, now) : NewestReading {};
    const auto systemNow = clock_.systemNow();
    const auto second = secondOf(systemNow);
    auto& clock = display_.clock;
    // An age that changed with every snapshot could not be read.
    if (second == clockSecond_ && newest.truth == clock.truth) {
        return;
    }
    clockSecond_ = second;
    clock.time = format::localTime(systemNow);
    clock.date = format::localDate(systemNow);
    if (textStyle().zone.isValid()) {
        // Not the clock that people here have on their wrists: it is said.
        clock.date += QStringLiteral(" · ") + format::utcOffset(systemNow);
    }
    clock.utc = format::utcTime(systemNow);
    clock.source = feed_.sourceText();
    clock.simulated = feed_.isSimulated();
    clock.truth = newest.truth;
    clock.age = newest.truth == Truth::NoData ? tr("no data yet") : format::age(newest.age);
    if (isClockOff(feed_.contact())) {
        clock.date = tr("source's clock %1").arg(clockOffsetText(feed_.contact()));
    }
    clock.beat = static_cast<int>(second % 4);
}

void OverviewModel::refreshForecast(SteadyTime now)
{
    const auto words
        = makeForecastWords(forecast_.state(), believable().get(), now, clock_.systemNow());
    display_.forecast = makeForecastNote(words);
    display_.wallStrip = display_.strip;
    display_.wallStrip.cells.back() = makeForecastCell(words);
}

void OverviewModel::acknowledge(const QString& alertId)
{
    isAcknowledging_ = true;
    feed_.submit({ actorName(), AcknowledgeAlert { alertId.toStdString(), {} } });
}

void OverviewModel::takeAnswer(const QString& error)
{
    if (!std::exchange(isAcknowledging_, false)) {
        return;
    }
    refusal_.reset();
    if (!error.isEmpty()) {
        refusal_ = tr("not acknowledged: %1").arg(error);
        refusedAt_ = clock_.steadyNow();
    }
    refresh();
}

void OverviewModel::refreshAlerts(const SnapshotPtr& snapshot, SteadyTime now)
{
    const auto board = feed_.alerts();
    if (!feed_.contact().isConnected) {
        display_.alerts = makeLostAlerts(board.get(), feed_.contact(), feed_.sourceText());
        return;
    }
    addAlerts(display_.banner, board.get(), now);
    for (std::size_t i = 0; i < past_.size(); ++i) {
        addAlert(display_.gauges[static_cast<qsizetype>(i)], kGauges[i], board.get());
    }
    display_.alerts = makeAlerts(board.get(), snapshot.get(), now);
    if (refusal_ && now - refusedAt_ < kRefusalShown) {
        display_.alerts.summary = *refusal_;
    }
}

void OverviewModel::refresh()
{
    if (!active_) {
        return;
    }
    const auto now = clock_.steadyNow();
    const auto before = display_;
    const auto snapshot = believable();
    const auto today = format::localDay(clock_.systemNow());
    refreshedAt_ = now;
    refreshPast(snapshot, now);
    refreshClock(snapshot, now);
    display_.contact = makeContact(feed_.contact(), now, otherSource_);
    display_.banner = makeBanner(snapshot.get(), now);
    display_.gate = makeGate(snapshot.get(), now);
    display_.traffic = makeTraffic(snapshot.get(), now);
    display_.gauges.clear();
    for (std::size_t i = 0; i < past_.size(); ++i) {
        display_.gauges.push_back(
            snapshot ? makeGauge(*snapshot, kGauges[i], now, past_[i]) : emptyGauge(kGauges[i]));
    }
    display_.strip = makeStrip(snapshot.get(), now, today);
    refreshForecast(now);
    refreshAlerts(snapshot, now);
    display_.foot = makeFoot(snapshot.get(), today);
    display_.foot.notice = notice_;
    if (const auto note = feed_.simulation()) {
        markSimulated(display_, *note, now);
    } else if (drill_ != nullptr && !drill_->notice().isEmpty()) {
        display_.banner.detail = drill_->notice()
            + (display_.banner.detail.isEmpty() ? QString() : QStringLiteral(" · "))
            + display_.banner.detail;
    }
    display_.rail = makeRail(feed_.contact().isConnected ? feed_.alerts().get() : nullptr, today);
    if (!(display_ == before)) {
        Q_EMIT changed();
    }
}

}  // namespace headroom::ui
