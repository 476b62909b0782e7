// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alert_past.h"

#include "ui/models/metric_view.h"
#include "ui/models/trends_axis.h"
#include "ui/models/trends_chart_display.h"
#include "ui/models/trends_words.h"
#include "ui/text/visible_text.h"

#include <algorithm>

namespace headroom::ui {

namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr minutes kAgainAfter { 1 };
constexpr int kPoints = 400;  // the picture is that wide
constexpr int kTimeTicks = 3;

/// As much before it (and after it) as it lasted itself, so that both sides can be seen.
std::chrono::nanoseconds marginOf(std::chrono::nanoseconds lasted)
{
    return std::clamp<std::chrono::nanoseconds>(lasted / 2, minutes(30), hours(12));
}

}  // namespace

AlertPast::AlertPast(Feed& feed, const Clock& clock, QObject* parent)
    : QObject(parent)
    , feed_(feed)
    , clock_(clock)
{
}

std::optional<AlertPast::Subject> AlertPast::subjectOf(const AlertView* open, const AlertLife* life)
{
    if (open == nullptr && life == nullptr) {
        return std::nullopt;
    }
    const auto metric = metricOf(open != nullptr ? open->type : life->type);
    const auto& all = trendsMetrics();
    if (!metric || std::find(all.begin(), all.end(), *metric) == all.end()) {
        return std::nullopt;
    }
    if (open != nullptr) {
        return Subject { *metric, open->level, open->raisedAtUtc, std::nullopt };
    }
    return Subject { *metric, life->peak, life->raisedAt, life->clearedAt };
}

std::size_t AlertPast::index() const
{
    const auto& all = trendsMetrics();
    return static_cast<std::size_t>(
        std::distance(all.begin(), std::find(all.begin(), all.end(), subject_->metric)));
}

void AlertPast::show(const std::optional<Subject>& subject)
{
    if (subject == subject_) {
        return;
    }
    // A level that rose is the same alert: what is known of it stays.
    const bool isSame = subject && subject_ && subject->metric == subject_->metric
        && subject->raisedAt == subject_->raisedAt && subject->clearedAt == subject_->clearedAt;
    subject_ = subject;
    if (!isSame) {
        data_ = {};
    }
    if (subject_) {
        ask();
    }
    rebuild();
}

void AlertPast::tick()
{
    if (subject_ && !wanted_.isBusy() && clock_.steadyNow() - askedAt_ >= kAgainAfter
        && (!subject_->clearedAt || !data_.problem.isEmpty())) {
        ask();
    }
}

TimeSpan AlertPast::span() const
{
    const auto now = clock_.systemNow();
    const auto end = subject_->clearedAt.value_or(now);
    const auto margin = marginOf(end - subject_->raisedAt);
    return { secondsOf(subject_->raisedAt - margin), secondsOf(std::min(now, end + margin)) };
}

void AlertPast::ask()
{
    askedAt_ = clock_.steadyNow();
    if (subject_) {
        wanted_.want(*subject_);
    }
    const auto asked = wanted_.next();
    if (!asked) {
        return;
    }
    const auto seconds = span();
    const TimeRange range { timeAt(seconds.from), timeAt(seconds.to) };
    const auto take = [this, asked = *asked](bool isAnswer, const Error* error, auto store) {
        wanted_.answered();
        if (subject_ == asked) {
            data_.problem = isAnswer ? QString() : visibleText(error->text());
            store();
        } else {
            ask();  // another one is looked at by now
        }
        rebuild();
    };
    if (asked->metric == Metric::QueryResponse) {
        feed_.queryLatency(this, range, kPoints, [this, take](const Result<LatencyAnswer>& answer) {
            take(static_cast<bool>(answer), answer ? nullptr : &answer.error(), [&] {
                if (answer) {
                    data_.latency = *answer;
                }
            });
        });
        return;
    }
    feed_.queryMetrics(this, { asked->metric }, range, kPoints,
        [this, take](const Result<std::vector<HistoryAnswer>>& answer) {
            take(static_cast<bool>(answer), answer ? nullptr : &answer.error(), [&] {
                if (answer && answer->size() == 1) {
                    data_.metrics.emplace(trendsMetrics().size());
                    (*data_.metrics)[index()] = answer->front();
                }
            });
        });
}

void AlertPast::rebuild()
{
    TrendsChartDisplay made;
    if (subject_) {
        const auto snapshot = feed_.latest();
        const auto seconds = span();
        const bool isAnswered = data_.latency || data_.metrics;
        data_.range = { timeAt(seconds.from), timeAt(seconds.to) };
        made = makeTrendsChart(data_, snapshot.get(), index(), secondsOf(clock_.systemNow()));
        made.from = seconds.from;
        made.to = seconds.to;
        made.xTicks = timeTicks(seconds.from, seconds.to, kTimeTicks);
        made.flags = { { secondsOf(subject_->raisedAt), subject_->level, {}, true } };
        made.subtitle = MetricWords::title(subject_->metric) + QStringLiteral(", ")
            + (subject_->metric == Metric::QueryResponse ? tr("p99 in ms") : tr("mean"));
        made.emptyText = !data_.problem.isEmpty() ? data_.problem
            : !isAnswered                         ? tr("asking the history")
            : made.lines.isEmpty()                ? tr("nothing recorded then")
                                                  : QString();
    }
    if (!(made == display_)) {
        display_ = made;
        Q_EMIT changed();
    }
}

}  // namespace headroom::ui
