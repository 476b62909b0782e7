// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/drill.h"

#include <algorithm>
#include <utility>

namespace headroom::ui {

namespace {

constexpr std::chrono::milliseconds kLookEvery { 250 };

QString levelText(Level level)
{
    const auto word = toString(level);
    return QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()));
}

/// The worst that the source itself says now: of its metrics, and of alerts that are on the list.
Level worstOf(const Feed& feed)
{
    const auto snapshot = feed.latest();
    auto worst = Level::Unknown;
    if (snapshot) {
        worst = Level::Green;
        for (const auto& metric : snapshot->metrics) {
            // What this source does not measure says nothing about it.
            worst = metric.reading ? worse(worst, metric.level) : worst;
        }
    }
    if (const auto board = feed.alerts()) {
        for (const auto& alert : board->open) {
            if (alert.state != AlertState::Shelved && alert.level > Level::Green) {
                worst = worse(worst, alert.level);
            }
        }
    }
    return worst;
}

}  // namespace

Drill::Drill(SwitchFeed& screen, const Clock& clock, QObject* parent)
    : QObject(parent)
    , screen_(screen)
    , clock_(clock)
{
    connect(&timer_, &QTimer::timeout, this, &Drill::tick);
}

Drill::~Drill() { end(); }

Feed* Drill::real() const { return isRunning() ? real_.data() : screen_.inner(); }

QString Drill::notice() const
{
    return clock_.steadyNow() - noticedAt_ < kNoticeShown ? notice_ : QString();
}

QString Drill::Why::recorded() const
{
    return level ? QString::fromLatin1(text).arg(levelText(*level)) : QString::fromLatin1(text);
}

QString Drill::Why::shown() const
{
    const QString words = text != nullptr ? tr(text) : QString();
    return level ? words.arg(levelText(*level)) : words;
}

Drill::Why Drill::whyNot() const
{
    const Feed* source = real();
    if (source == nullptr || !source->latest()) {
        return { QT_TR_NOOP("there is no live source to watch meanwhile") };
    }
    if (!source->contact().isConnected) {
        return { QT_TR_NOOP("no contact with the live source") };
    }
    const auto live = worstOf(*source);
    return live >= Level::Orange ? Why { QT_TR_NOOP("live %1"), live } : Why {};
}

void Drill::begin(std::shared_ptr<const Simulation> simulation, std::chrono::nanoseconds from,
    double speed, const QString& actor)
{
    if (isRunning() || wanted_) {
        Q_EMIT refused(tr("a drill is running already"));
        return;
    }
    if (const auto why = whyNot(); why.isThere()) {
        Q_EMIT refused(tr("no drill now: %1").arg(why.shown()));
        return;
    }
    real_ = screen_.inner();
    const Wanted wanted { std::move(simulation), from, speed, actor };
    if (!real_->isEmbedded()) {
        put(wanted, false);
        return;
    }
    wanted_ = wanted;
    connect(real_, &Feed::commandFinished, this, &Drill::takeAnswer);
    record(true, {});
}

void Drill::takeAnswer(const QString& error)
{
    disconnect(real_, &Feed::commandFinished, this, &Drill::takeAnswer);
    const auto wanted = *std::exchange(wanted_, std::nullopt);
    if (!error.isEmpty()) {
        Q_EMIT refused(error);
        return;
    }
    // It may have turned bad, or been exchanged, while the disk was waited for.
    const auto why
        = screen_.inner() == real_ ? whyNot() : Why { QT_TR_NOOP("the source was exchanged") };
    if (why.isThere()) {
        running_ = wanted;
        isRecorded_ = true;
        record(false, why.recorded());
        running_.reset();
        Q_EMIT refused(tr("no drill now: %1").arg(why.shown()));
        return;
    }
    put(wanted, true);
}

void Drill::put(const Wanted& wanted, bool isRecorded)
{
    running_ = wanted;
    isRecorded_ = isRecorded;
    endsAt_ = clock_.steadyNow() + kLongest;
    notice_.clear();
    simulated_ = new SimulatedFeed(wanted.simulation, wanted.from, wanted.speed, clock_, this);
    simulated_->setNote({ wanted.actor, endsAt_, worstOf(*real_), real_->latest(), isRecorded });
    connect(real_, &Feed::snapshotChanged, this, &Drill::watch);
    connect(real_, &Feed::alertsChanged, this, &Drill::watch);
    connect(real_, &Feed::contactChanged, this, &Drill::watch);
    connect(real_, &Feed::sourceChanged, this, &Drill::watch);
    connect(
        real_, &QObject::destroyed, this, [this] { finish({ QT_TR_NOOP("no source") }, true); });
    timer_.start(kLookEvery);
    screen_.setInner(simulated_);
    Q_EMIT began();
}

void Drill::watch()
{
    if (!isRunning()) {
        return;
    }
    if (const auto why = whyNot(); why.isThere()) {
        finish(why, true);
        return;
    }
    simulated_->setNote(
        { running_->actor, endsAt_, worstOf(*real_), real_->latest(), isRecorded_ });
}

void Drill::tick()
{
    if (isRunning() && clock_.steadyNow() >= endsAt_) {
        finish({ QT_TR_NOOP("15 min are over") }, true);
    }
    watch();
}

void Drill::end() { finish({ QT_TR_NOOP("ended by a person") }, false); }

void Drill::finish(const Why& why, bool isByItself)
{
    if (!isRunning()) {
        return;
    }
    timer_.stop();
    auto* simulated = std::exchange(simulated_, nullptr);
    if (real_) {
        disconnect(real_, nullptr, this, nullptr);
    }
    // What is real first; the record of the end must not hold it up.
    if (screen_.inner() == simulated) {
        screen_.setInner(real_);
    }
    simulated->deleteLater();
    record(false, why.recorded());
    running_.reset();
    notice_ = isByItself ? tr("drill stopped: %1").arg(why.shown()) : QString();
    noticedAt_ = clock_.steadyNow();
    Q_EMIT ended();
}

void Drill::record(bool begins, const QString& note)
{
    const auto& about = begins ? wanted_ : running_;
    if (!real_ || !about || !(begins || isRecorded_)) {
        return;
    }
    constexpr std::size_t kLongestName = 200;
    auto name = about->simulation->setup().scenario.name;
    name.resize(std::min(name.size(), kLongestName));
    real_->submit({ about->actor.toStdString(), RecordDrill { begins, name, note.toStdString() } });
}

}  // namespace headroom::ui
