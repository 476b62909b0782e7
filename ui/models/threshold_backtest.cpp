// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/threshold_backtest.h"

#include "ui/models/threshold_form.h"
#include "ui/models/threshold_scale.h"

#include <algorithm>

namespace headroom::ui {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::seconds kDay = 24h;
constexpr std::chrono::seconds kWeek = 7 * 24h;
constexpr std::chrono::seconds kRefresh { 60 };
constexpr std::chrono::seconds kAgainAfter { 5 };
constexpr std::chrono::seconds kFinePiece { kMaxHistoryPoints };
constexpr std::chrono::seconds kMinutePiece { 60 * kMaxHistoryPoints };

/// Without latency: its history has single queries, and what is judged is a percentile.
const std::vector<Metric>& judgedByHighest()
{
    static const std::vector<Metric> metrics { Metric::ConcurrentWrites, Metric::TotalStorage,
        Metric::WriteThroughput, Metric::ArtifactSize, Metric::ArtifactCount };
    return metrics;
}

SystemTime wholeMinute(SystemTime at)
{
    return SystemTime(std::chrono::floor<std::chrono::minutes>(at.time_since_epoch()));
}

std::vector<double> histogramOf(
    const std::vector<BacktestStretch>& history, const BacktestQuestion& question, SystemTime from)
{
    const ThresholdScale scale(question.metric, question.thresholds.basis, question.limit);
    std::vector<double> bins(ThresholdBacktest::kBins, 0);
    for (const auto& stretch : history) {
        for (const auto& sample : stretch.samples) {
            if (sample.at >= from) {
                const auto bin = static_cast<std::size_t>(
                    scale.ofValue(sample.value) * (ThresholdBacktest::kBins - 1));
                bins[bin] += static_cast<double>(stretch.step.count());
            }
        }
    }
    const double most = *std::max_element(bins.begin(), bins.end());
    for (auto& bin : bins) {
        bin = most > 0 ? bin / most : 0;
    }
    return bins;
}

}  // namespace

ThresholdBacktest::ThresholdBacktest(Feed& feed, const Clock& clock, QObject* parent)
    : QObject(parent)
    , feed_(feed)
    , clock_(clock)
{
    worker_.setMaxThreadCount(1);
    timer_.setInterval(1000);
    connect(&timer_, &QTimer::timeout, this, &ThresholdBacktest::tick);
    connect(&feed_, &Feed::sourceChanged, this, &ThresholdBacktest::forget);
    connect(&feed_, &Feed::snapshotChanged, this, [this] {
        if (isActive_ && !history_) {
            tick();
        }
    });
}

ThresholdBacktest::~ThresholdBacktest()
{
    isCancelled_ = true;
    worker_.waitForDone();
}

void ThresholdBacktest::forget()
{
    ++epoch_;
    isAsking_ = false;
    pieces_.clear();
    fine_ = {};
    coarse_ = {};
    fetchedTo_.reset();
    triedAt_ = {};
    isWeekFetched_ = false;
    history_.reset();
    wanted_ = {};
    now_ = {};
    histograms_ = {};
    Q_EMIT changed();
}

void ThresholdBacktest::setActive(bool active)
{
    isActive_ = active;
    active ? timer_.start() : timer_.stop();
    if (active) {
        tick();
    }
}

void ThresholdBacktest::setRange(Range range)
{
    if (range_ == range) {
        return;
    }
    range_ = range;
    if (range == Range::Week && !isWeekFetched_) {
        plan();
    } else if (fetchedTo_) {
        publish();
    }
    Q_EMIT changed();
}

TimeRange ThresholdBacktest::span() const
{
    const auto to = fetchedTo_.value_or(clock_.systemNow());
    return { to - (range_ == Range::Day ? kDay : kWeek), to };
}

QString ThresholdBacktest::fineness(Metric metric) const
{
    if (metric == Metric::QueryResponse) {
        return tr("p99 of each minute");
    }
    return isCoarse_            ? tr("from 1-minute values")
        : range_ == Range::Week ? tr("from 1-minute values, the last 24 h from seconds")
                                : QString();
}

void ThresholdBacktest::tick()
{
    const auto now = clock_.systemNow();
    const bool isDue = !fetchedTo_ || now - *fetchedTo_ >= kRefresh || now < *fetchedTo_;
    if (pieces_.empty() && !isAsking_ && isDue && std::chrono::abs(now - triedAt_) >= kAgainAfter) {
        plan();
    }
}

void ThresholdBacktest::plan()
{
    if (!isActive_ || isAsking_) {
        return;
    }
    const auto now = SystemTime(
        std::chrono::floor<std::chrono::seconds>(clock_.systemNow().time_since_epoch()));
    triedAt_ = clock_.systemNow();
    const auto add = [this](SystemTime from, SystemTime to, std::chrono::seconds length,
                         bool isLatency, bool isCoarse) {
        for (auto at = from; at < to; at += length) {
            pieces_.push_back(
                { { at, std::min<SystemTime>(at + length, to) }, isLatency, isCoarse });
        }
    };
    if (fetchedTo_ && now < *fetchedTo_) {
        forget();  // the clock was set back
    }
    const auto dayAgo = wholeMinute(now - kDay);
    if (!fetchedTo_) {
        latencyTo_ = dayAgo;
    }
    const auto from = std::max(fetchedTo_.value_or(dayAgo), dayAgo);
    const auto fineTo = isCoarse_ ? wholeMinute(now) : now;
    add(from, fineTo, isCoarse_ ? kMinutePiece : kFinePiece, false, false);
    add(latencyTo_, wholeMinute(now), kMinutePiece, true, false);
    latencyTo_ = wholeMinute(now);
    if (range_ == Range::Week && !isWeekFetched_) {
        const auto weekAgo = wholeMinute(now - kWeek);
        add(weekAgo, dayAgo, kMinutePiece, false, true);
        add(weekAgo, dayAgo, kMinutePiece, true, true);
        isWeekFetched_ = true;
    }
    fetchedTo_ = fineTo;
    if (pieces_.empty()) {
        publish();
    } else {
        askNext();
    }
}

void ThresholdBacktest::askNext()
{
    if (isAsking_) {
        return;
    }
    if (pieces_.empty() && range_ == Range::Week && !isWeekFetched_) {
        plan();  // wanted while the day was being asked for
        return;
    }
    if (pieces_.empty()) {
        publish();
        return;
    }
    isAsking_ = true;
    const Piece piece = pieces_.front();
    const auto guard = [this, piece, epoch = epoch_](const auto& answer) {
        if (epoch == epoch_) {
            take(piece, answer);
        }
    };
    if (piece.isLatency) {
        feed_.queryLatency(this, piece.range, kMaxHistoryPoints, guard);
    } else {
        feed_.queryMetrics(this, judgedByHighest(), piece.range, kMaxHistoryPoints, guard);
    }
}

void ThresholdBacktest::append(Metric metric, bool isCoarse, const BacktestSample& sample)
{
    auto& samples = (isCoarse ? coarse_ : fine_)[indexOf(metric)];
    if (samples.empty() || sample.at > samples.back().at) {
        samples.push_back(sample);
    }
}

void ThresholdBacktest::take(const Piece& piece, const Result<std::vector<HistoryAnswer>>& answer)
{
    isAsking_ = false;
    if (!answer) {
        fail(answer.error());
        return;
    }
    pieces_.pop_front();
    for (std::size_t i = 0; i < answer->size() && i < judgedByHighest().size(); ++i) {
        for (const auto& point : (*answer)[i].points) {
            append(judgedByHighest()[i], piece.isCoarse, { point.at, point.stats.max });
        }
    }
    askNext();
}

void ThresholdBacktest::take(const Piece& piece, const Result<LatencyAnswer>& answer)
{
    isAsking_ = false;
    if (!answer) {
        fail(answer.error());
        return;
    }
    pieces_.pop_front();
    for (const auto& point : answer->points) {
        append(Metric::QueryResponse, piece.isCoarse, { point.at, point.p99Ms });
    }
    askNext();
}

void ThresholdBacktest::fail(const Error& error)
{
    // Begun anew as a whole: half a day would be counted as a quiet one.
    problem_ = QString::fromStdString(error.message);
    pieces_.clear();
    fetchedTo_.reset();
    isWeekFetched_ = false;
    fine_ = {};
    coarse_ = {};
    triedAt_ = clock_.systemNow();
    Q_EMIT changed();
}

void ThresholdBacktest::publish()
{
    problem_.clear();
    auto history = std::make_shared<History>();
    const auto from = span().from;
    const auto dayAgo = *fetchedTo_ - kDay;
    for (const auto metric : thresholdMetrics()) {
        const auto i = indexOf(metric);
        auto& fine = fine_[i];
        fine.erase(fine.begin(),
            std::lower_bound(fine.begin(), fine.end(), dayAgo,
                [](const auto& sample, SystemTime at) { return sample.at < at; }));
        if (range_ == Range::Week) {
            BacktestStretch minutes { 60s, {} };
            for (const auto& sample : coarse_[i]) {
                if (sample.at >= from && (fine.empty() || sample.at < fine.front().at)) {
                    minutes.samples.push_back(sample);
                }
            }
            history->stretches[i].push_back(std::move(minutes));
        }
        const bool isByMinute = isCoarse_ || metric == Metric::QueryResponse;
        history->stretches[i].push_back({ isByMinute ? 60s : 1s, fine });
    }
    history_ = std::move(history);
    needsHistograms_ = true;
    replay();
    Q_EMIT changed();
}

void ThresholdBacktest::want(const Questions& wanted, const Questions& now)
{
    questions_ = wanted;
    questionsNow_ = now;
    for (std::size_t i = 0; i < kMetricCount; ++i) {
        if (!wanted[i]) {
            wanted_[i] = {};
        }
    }
    replay();
}

void ThresholdBacktest::replay()
{
    if (!history_) {
        return;
    }
    // A band's scale comes with a question: without any there is nothing to count on it.
    const bool withHistograms = needsHistograms_
        && std::any_of(questionsNow_.begin(), questionsNow_.end(),
            [](const auto& question) { return question.has_value(); });
    Job job { history_, {}, {}, questionsNow_, withHistograms };
    bool isAnything = withHistograms;
    const bool isOtherHistory = answeredOn_ != history_;
    for (std::size_t i = 0; i < kMetricCount; ++i) {
        if (questions_[i] && (isOtherHistory || wanted_[i].question != questions_[i])) {
            job.wanted[i] = questions_[i];
        }
        if (questionsNow_[i] && (isOtherHistory || now_[i].question != questionsNow_[i])) {
            job.now[i] = questionsNow_[i];
        }
        isAnything = isAnything || job.wanted[i] || job.now[i];
    }
    if (isAnything) {
        jobs_.want(std::move(job));
    }
    if (auto next = jobs_.next()) {
        worker_.start([this, job = std::move(*next), epoch = epoch_] {
            auto outcome = run(job, isCancelled_);
            QMetaObject::invokeMethod(
                this,
                [this, job, epoch, outcome = std::move(outcome)]() mutable {
                    jobs_.answered();
                    if (epoch == epoch_) {
                        finish(job, std::move(outcome));
                    }
                    replay();
                },
                Qt::QueuedConnection);
        });
    }
}

ThresholdBacktest::Outcome ThresholdBacktest::run(
    const Job& job, const std::atomic<bool>& isCancelled)
{
    Outcome outcome;
    if (job.withHistograms) {
        outcome.histograms.emplace();
    }
    for (const auto metric : thresholdMetrics()) {
        const auto i = indexOf(metric);
        const auto& stretches = job.history->stretches[i];
        if (job.wanted[i]) {
            outcome.wanted[i]
                = Answer { job.wanted[i], backtest(*job.wanted[i], stretches, &isCancelled) };
        }
        if (job.now[i]) {
            outcome.now[i] = job.now[i] == job.wanted[i]
                ? outcome.wanted[i]
                : Answer { job.now[i], backtest(*job.now[i], stretches, &isCancelled) };
        }
        if (job.withHistograms && job.scales[i] && !stretches.back().samples.empty()) {
            (*outcome.histograms)[i]
                = histogramOf(stretches, *job.scales[i], stretches.back().samples.back().at - kDay);
        }
    }
    return outcome;
}

void ThresholdBacktest::finish(const Job& job, Outcome outcome)
{
    for (std::size_t i = 0; i < kMetricCount; ++i) {
        if (outcome.wanted[i] && questions_[i]) {
            wanted_[i] = std::move(*outcome.wanted[i]);
        }
        if (outcome.now[i]) {
            now_[i] = std::move(*outcome.now[i]);
        }
    }
    if (outcome.histograms && job.history == history_) {
        histograms_ = std::move(*outcome.histograms);
        needsHistograms_ = false;
    }
    answeredOn_ = job.history;
    Q_EMIT changed();
}

}  // namespace headroom::ui
