// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/trends_model.h"

#include "ui/models/trends_axis.h"
#include "ui/models/trends_chart_display.h"
#include "ui/models/trends_forecast.h"
#include "ui/models/trends_tables.h"
#include "ui/models/trends_words.h"
#include "ui/text/text_style.h"

#include <algorithm>
#include <cmath>

namespace headroom::ui {

namespace {

constexpr double kMargin = 0.25;  // of the range, asked for on either side: room to pan
constexpr std::size_t kAlertSteps = 2000;
constexpr int kPastPoints = 400;
constexpr double kForecastEverySeconds = 60;
constexpr double kAgainAfterSeconds = 5;  // a question that was refused
constexpr int kTimeTicks = 8;

/// How often a range that ends now is asked for again: when there is about one more point.
double refreshSeconds(double span) { return std::clamp(span / 500, 2.0, 60.0); }

QString message(const Error& error) { return QString::fromStdString(error.message); }

}  // namespace

TrendsModel::TrendsModel(Feed& feed, const Clock& clock, QObject* parent)
    : QObject(parent)
    , feed_(feed)
    , clock_(clock)
    , range_(secondsOf(clock.systemNow()))
{
    timer_.setInterval(std::chrono::seconds(1));
    connect(&timer_, &QTimer::timeout, this, &TrendsModel::tick);
    connect(&feed_, &Feed::alertsChanged, this, [this] {
        const auto board = feed_.alerts();
        if (active_ && board && board->lastSequence != alertSequence_) {
            askAlerts();
        }
    });
    connect(&feed_, &Feed::snapshotChanged, this, &TrendsModel::askAgainIfRefused);
    connect(&textStyleWatch(), &TextStyleWatch::changed, this, [this] { rebuild(Part::All); });
}

void TrendsModel::askAgainIfRefused()
{
    // Whoever refused is there now: at the start, or after contact was lost.
    const bool isRefused = isFailed_ || !data_.latencyProblem.isEmpty()
        || !data_.alertsProblem.isEmpty() || !data_.forecastProblem.isEmpty();
    if (active_ && isRefused && now() - askedAt_ >= 1) {
        ask();
        askAlerts();
        askForecast();
    }
}

Metric TrendsModel::metric() const { return trendsMetrics()[static_cast<std::size_t>(metric_)]; }

void TrendsModel::setActive(bool active)
{
    if (active_ == active) {
        return;
    }
    active_ = active;
    if (!active_) {
        timer_.stop();
        return;
    }
    timer_.start();
    askedAt_ = 0;
    forecastAt_ = 0;
    askAlerts();
    tick();
    rebuild(Part::All);
}

void TrendsModel::tick()
{
    if (!active_) {
        return;
    }
    const double before = range_.to();
    range_.follow(now());
    const double since = now() - askedAt_;
    const bool isDue = isFailed_ ? since >= kAgainAfterSeconds
                                 : range_.isLive() && since >= refreshSeconds(range_.span());
    if (isDue || since < 0 || needsAnswer()) {
        ask();
    }
    if (!data_.alerts && now() - alertsAt_ >= kAgainAfterSeconds) {
        askAlerts();
    }
    if (now() - forecastAt_ >= kForecastEverySeconds || now() < forecastAt_) {
        askForecast();
    }
    // Less than a pixel is no reason to paint.
    constexpr double kPixels = 2000;
    if (std::abs(range_.to() - before) * kPixels >= range_.span()
        || std::abs(range_.to() - display_.chart.to) * kPixels >= range_.span()) {
        rebuild(Part::Range);
    }
}

TimeRange TrendsModel::wantedRange() const
{
    const double margin = range_.span() * kMargin;
    const double to = std::min(range_.to() + margin, std::max(now(), range_.to()));
    return { timeAt(range_.from() - margin), timeAt(to) };
}

bool TrendsModel::needsAnswer() const
{
    if (!data_.metrics || isFailed_) {
        return !isFailed_;
    }
    const double from = secondsOf(data_.range.from);
    const double to = secondsOf(data_.range.to);
    const double answered = to - from;
    const bool isOutside = range_.from() < from || (range_.to() > to && !range_.isLive())
        || (range_.isLive() && range_.to() > to + refreshSeconds(range_.span()));
    // Zoomed in by more than half, points are further apart than they need to be.
    return isOutside || answered > range_.span() * 2.5;
}

void TrendsModel::ask()
{
    askedAt_ = now();
    metrics_.want(wantedRange());
    latency_.want(wantedRange());
    askMetrics();
    askLatency();
}

void TrendsModel::askMetrics()
{
    const auto range = metrics_.next();
    if (!range) {
        return;
    }
    feed_.queryMetrics(this, trendsMetrics(), *range, kMaxHistoryPoints,
        [this, range = *range](const Result<std::vector<HistoryAnswer>>& answer) {
            metrics_.answered();
            isFailed_ = !answer || answer->size() != trendsMetrics().size();
            data_.problem = answer ? QString() : message(answer.error());
            if (!isFailed_) {
                data_.range = range;
                data_.metrics = *answer;
            }
            askMetrics();
            rebuild(Part::All);
        });
}

void TrendsModel::askLatency()
{
    const auto range = latency_.next();
    if (!range) {
        return;
    }
    feed_.queryLatency(
        this, *range, kMaxHistoryPoints, [this](const Result<LatencyAnswer>& answer) {
            latency_.answered();
            data_.latencyProblem = answer ? QString() : message(answer.error());
            if (answer) {
                data_.latency = *answer;
            }
            askLatency();
            rebuild(Part::All);
        });
}

void TrendsModel::askAlerts()
{
    alertsAt_ = now();
    alerts_.want(true);
    if (!alerts_.next()) {
        return;
    }
    const auto board = feed_.alerts();
    alertSequence_ = board ? board->lastSequence : 0;
    feed_.queryAlertHistory(this, kAlertSteps, [this](const Result<AlertHistoryAnswer>& answer) {
        alerts_.answered();
        data_.alertsProblem = answer ? QString() : message(answer.error());
        if (answer) {
            data_.alerts = *answer;
        }
        if (alerts_.isBusy()) {
            askAlerts();
        }
        rebuild(Part::All);
    });
}

void TrendsModel::askForecast()
{
    forecastAt_ = now();
    forecast_.want(true);
    if (!forecast_.next()) {
        return;
    }
    feed_.queryStorageForecast(this, [this](const Result<StorageForecast>& answer) {
        forecast_.answered();
        data_.forecast = answer ? std::optional(*answer) : std::nullopt;
        data_.forecastProblem = answer ? QString() : message(answer.error());
        if (answer && answer->trend != StorageForecast::Trend::NotEnoughHistory) {
            past_.want(pastOfForecast(*answer, clock_.systemNow()));
            askPast();
        } else {
            data_.storagePast.clear();
        }
        rebuild(Part::All);
    });
}

void TrendsModel::askPast()
{
    const auto range = past_.next();
    if (!range) {
        return;
    }
    feed_.queryMetrics(this, { Metric::TotalStorage }, *range, kPastPoints,
        [this](const Result<std::vector<HistoryAnswer>>& answer) {
            past_.answered();
            if (answer && answer->size() == 1) {
                data_.storagePast = answer->front().points;
            }
            askPast();
            rebuild(Part::All);
        });
}

void TrendsModel::choosePreset(int preset)
{
    range_.choose(preset, now());
    rangeChanged();
}

void TrendsModel::chooseMetric(int metric)
{
    const int last = static_cast<int>(trendsMetrics().size()) - 1;
    metric_ = std::clamp(metric, 0, last);
    rebuild(Part::All);
}

void TrendsModel::show(double from, double to)
{
    range_.show(from, to, now());
    rangeChanged();
}

void TrendsModel::zoom(double factor, double at)
{
    range_.zoom(factor, at, now());
    rangeChanged();
}

void TrendsModel::pan(double share)
{
    range_.pan(share, now());
    rangeChanged();
}

void TrendsModel::reset()
{
    range_.reset(now());
    rangeChanged();
}

void TrendsModel::toEnd()
{
    range_.toEnd(now());
    rangeChanged();
}

void TrendsModel::toBeginning()
{
    const TimeRange everything { timeAt(now() - TrendsRange::kLongest), timeAt(now()) };
    feed_.queryMetrics(this, trendsMetrics(), everything, kMaxHistoryPoints,
        [this](const Result<std::vector<HistoryAnswer>>& answer) {
            std::optional<double> oldest;
            for (const auto& one : answer ? *answer : std::vector<HistoryAnswer> {}) {
                if (!one.points.empty()) {
                    const double at = secondsOf(one.points.front().at);
                    oldest = std::min(oldest.value_or(at), at);
                }
            }
            if (oldest) {
                show(*oldest, *oldest + range_.span());
            }
        });
}

std::optional<TrendsTip> TrendsModel::tipAt(double at) const
{
    return makeTrendsTip(data_, feed_.latest().get(), static_cast<std::size_t>(metric_), at);
}

void TrendsModel::rangeChanged()
{
    if (active_ && needsAnswer()) {
        ask();
    }
    rebuild(Part::Range);
}

QString TrendsModel::rangeText() const
{
    const QString text = tr("%1 to %2", "times")
                             .arg(momentText(range_.from(), range_.span()),
                                 momentText(range_.to(), range_.span()));
    const bool isLatency = metric() == Metric::QueryResponse;
    std::chrono::seconds length { 0 };
    if (isLatency && data_.latency && !data_.latency->points.empty()) {
        length = data_.latency->points.front().length;
    } else if (const auto* points = data_.pointsOf(static_cast<std::size_t>(metric_));
               !isLatency && points != nullptr && !points->empty()) {
        length = points->front().length;
    }
    const auto seconds = length.count();
    return seconds <= 0   ? text
        : seconds == 1    ? tr("%1 · one point per second").arg(text)
        : seconds == 60   ? tr("%1 · one point per minute").arg(text)
        : seconds == 3600 ? tr("%1 · one point per hour").arg(text)
                          : tr("%1 · one point per %2").arg(text, format::duration(length));
}

void TrendsModel::rebuild(Part part)
{
    if (!active_) {
        return;
    }
    const auto before = display_;
    const auto snapshot = feed_.latest();
    if (part == Part::All) {
        display_.chart
            = makeTrendsChart(data_, snapshot.get(), static_cast<std::size_t>(metric_), now());
        display_.forecast = makeForecastChart(data_, snapshot.get(), clock_.systemNow());
        display_.crossings = makeCrossingTable(data_, snapshot.get(), clock_.systemNow());
    }
    auto& chart = display_.chart;
    chart.from = range_.from();
    chart.to = range_.to();
    chart.xTicks = timeTicks(chart.from, chart.to, kTimeTicks);
    chart.flags = makeFlags(data_, range_, metric());
    const bool isInSight
        = std::any_of(chart.lines.begin(), chart.lines.end(), [&](const auto& line) {
              return std::any_of(line.points.begin(), line.points.end(), [&](const QPointF& point) {
                  return point.x() >= chart.from && point.x() <= chart.to;
              });
          });
    const QString& problem = metric() == Metric::QueryResponse && data_.problem.isEmpty()
        ? data_.latencyProblem
        : data_.problem;
    chart.emptyText = isInSight                                    ? QString()
        : !problem.isEmpty()                                       ? problem
        : !data_.metrics || metrics_.isBusy() || latency_.isBusy() ? tr("asking the history")
                                                                   : tr("nothing recorded here");
    std::uint64_t damaged = data_.latency ? data_.latency->damagedRows : 0;
    if (data_.metrics && !data_.metrics->empty()) {
        damaged = std::max(damaged, data_.metrics->front().damagedRows);
    }
    // What has not been answered yet is neither a gap nor nothing: it is said.
    const bool isPartial = data_.metrics
        && (range_.from() < secondsOf(data_.range.from)
            || range_.to() > secondsOf(data_.range.to) + 2 * refreshSeconds(range_.span()));
    chart.notice = isInSight && !problem.isEmpty() ? problem
        : isInSight && isPartial                   ? tr("asking the history")
        : damaged > 0
        ? tr("%1 left out")
              .arg(format::plural(static_cast<qint64>(damaged), "damaged row", "damaged rows"))
        : QString();
    display_.stats = makeStatsTable(data_, snapshot.get(), range_);
    if (isPartial) {
        display_.stats.note = tr("so far");
    }
    display_.alerts = makeMarkList(data_, snapshot.get(), range_, now());
    display_.preset = range_.preset();
    display_.metric = metric_;
    display_.isLive = range_.isLive();
    display_.rangeText = rangeText();
    if (!(display_ == before)) {
        Q_EMIT changed();
    }
}

}  // namespace headroom::ui
