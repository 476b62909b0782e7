// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/banner_display.h"

#include "ui/models/metric_view.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace headroom::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(BannerDisplay)
};

using Views = std::vector<MetricView>;

Views viewsOf(const Snapshot& snapshot, SteadyTime now)
{
    Views views;
    for (const auto& row : catalog()) {
        views.emplace_back(snapshot, row.metric, now);
    }
    return views;
}

Views filtered(const Views& views, bool (*keep)(const MetricView&))
{
    Views kept;
    std::copy_if(views.begin(), views.end(), std::back_inserter(kept), keep);
    return kept;
}

QString text(std::string_view latin)
{
    return QString::fromLatin1(latin.data(), static_cast<qsizetype>(latin.size()));
}

/// Without a limit there is nothing left to compare.
double leftOf(const MetricView& view) { return headroomShare(view).value_or(2); }

QString shortTitle(const MetricView& view) { return MetricWords::shortTitle(view.metric()); }

/// "Storage, 38.8 % left": of those with a limit the one with the least.
QString leastText(const Views& fresh)
{
    const auto least = std::min_element(fresh.begin(), fresh.end(),
        [](const auto& a, const auto& b) { return leftOf(a) < leftOf(b); });
    if (least == fresh.end() || !headroomShare(*least)) {
        return {};
    }
    return Words::tr("Least: %1, %2 left").arg(shortTitle(*least), MetricWords(*least).headroom());
}

QString overLimitText(const MetricView& view, const MetricWords& words)
{
    if (view.metric() == Metric::QueryResponse) {
        return Words::tr("Latency p99 over SLA: %1 of %2")
            .arg(words.valueWithUnit(), words.limit());
    }
    const QString sentence = view.value() > view.limit() ? Words::tr("%1 over limit: %2 of %3")
                                                         : Words::tr("%1 at limit: %2 of %3");
    return sentence.arg(shortTitle(view), words.value(), words.limitWithUnit());
}

/// "Throughput 634 /s, above 500".
QString raisedText(const MetricView& view)
{
    const MetricWords words(view);
    if (view.metric() == Metric::AuditRetention) {
        return Words::tr("Audit chain broken");
    }
    if (view.value() >= view.limit()) {
        return overLimitText(view, words);
    }
    const auto& bound = view.bound(view.level());
    const auto shown = [&](double value) {
        return view.isShareOfLimit() ? format::percent({ value }) : format::number(value, 1);
    };
    const QString value = view.isShareOfLimit() ? words.share() : words.valueWithUnit();
    const QString head = shortTitle(view) + QLatin1Char(' ') + value;
    if (!view.hasCrossed(view.level())) {
        return Words::tr("%1, %2 until below %3")
            .arg(head, text(toString(view.level())), shown(bound->value - bound->hysteresis));
    }
    return bound->side == Side::Above
        ? Words::tr("%1, above %2").arg(head, shown(bound->value))
        : Words::tr("%1, at %2 or more").arg(head, shown(bound->value));
}

std::uint64_t refusedOf(const GateSummary& gate)
{
    return gate.refusedPausedTotal + gate.refusedHaltedTotal;
}

/// Whether people should read how many writes were turned away: while the gate is closed, and while
/// one of the limits that close it is what the banner is about.
bool tellsRefused(Metric shown, const GateSummary& gate)
{
    const bool closesGate = shown == Metric::ConcurrentWrites || shown == Metric::TotalStorage;
    return gate.state != GateState::Open || (closesGate && refusedOf(gate) > 0);
}

/// What else a person should know when one metric has the banner.
QString othersText(const Views& views, Metric shown, const GateSummary& gate)
{
    QStringList parts;
    if (tellsRefused(shown, gate)) {
        parts << Words::tr("%1 writes refused")
                     .arg(format::number(static_cast<double>(refusedOf(gate)), 0));
    }
    for (const auto& view : views) {
        if (view.metric() != shown && view.level() > Level::Green) {
            parts << shortTitle(view) + QLatin1Char(' ') + text(toString(view.level()));
        } else if (view.truth() == Truth::Stale) {
            parts << Words::tr("%1 STALE").arg(shortTitle(view));
        }
    }
    return parts.join(QStringLiteral(" · "));
}

BannerDisplay raisedBanner(const Views& views, Level level, const GateSummary& gate)
{
    const MetricView* worst = nullptr;
    for (const auto& view : views) {
        if (view.level() == level && (worst == nullptr || leftOf(view) < leftOf(*worst))) {
            worst = &view;
        }
    }
    BannerDisplay banner { Truth::Live, level, raisedText(*worst),
        othersText(views, worst->metric(), gate), {}, false };
    if (!banner.detail.isEmpty()) {
        return banner;
    }
    const bool hasRoom = headroomShare(*worst).value_or(0) > 0;
    const auto calm = std::count_if(
        views.begin(), views.end(), [](const auto& view) { return view.level() == Level::Green; });
    banner.detail = hasRoom ? Words::tr("%1 left").arg(MetricWords(*worst).headroom())
                            : Words::tr("%1 other limits have headroom").arg(calm);
    return banner;
}

BannerDisplay staleBanner(const Snapshot& snapshot, const Views& measured, const Views& stale)
{
    // The one that answered last says when all of them were last known.
    const auto& last = *std::min_element(
        stale.begin(), stale.end(), [](const auto& a, const auto& b) { return a.age() < b.age(); });
    BannerDisplay banner;
    banner.truth = Truth::Stale;
    banner.staleFor = format::stopwatch(last.age());
    banner.title = Words::tr("last data %1").arg(format::localTime(last.measuredAtUtc()));
    banner.detail = snapshot.source.problem.empty()
        ? Words::tr("no answer")
        : QString::fromStdString(snapshot.source.problem);
    if (stale.size() < measured.size()) {
        banner.title = QStringLiteral("%1: %2").arg(shortTitle(stale.front()), banner.title);
        banner.detail = Words::tr("%1 of %2 limits have data")
                            .arg(measured.size() - stale.size())
                            .arg(measured.size());
    }
    Level was = Level::Green;
    for (const auto& view : stale) {
        was = std::max(was, view.lastKnownLevel());
    }
    if (was > Level::Green) {
        banner.detail = Words::tr("%1 · was %2").arg(banner.detail, text(toString(was)));
    }
    return banner;
}

BannerDisplay calmBanner(const Views& measured)
{
    const auto count = static_cast<int>(measured.size());
    const int missing = static_cast<int>(kMetricCount) - count;
    BannerDisplay banner { Truth::Live, Level::Green,
        missing == 0 ? Words::tr("All %1 limits have headroom").arg(kMetricCount)
                     : Words::tr("%1 of %2 limits have headroom").arg(count).arg(kMetricCount),
        leastText(measured), {}, false };
    if (missing > 0) {
        banner.detail
            = Words::tr("%1 · %2 not measured").arg(banner.detail, QString::number(missing));
    }
    return banner;
}

/// A problem's whole text stands in the banner; small cards have room for a few words.
QString shortReason(const MetricView& view)
{
    constexpr int kRoomFor = 32;
    const QString reason = view.whyMissing();
    return reason.size() <= kRoomFor ? reason : Words::tr("no data");
}

BannerDisplay nothingBanner(const Snapshot* snapshot)
{
    BannerDisplay banner;
    banner.title = Words::tr("No data yet");
    banner.detail = Words::tr("waiting for the first reading");
    if (snapshot != nullptr && !snapshot->source.problem.empty()) {
        banner.detail = QString::fromStdString(snapshot->source.problem);
    }
    return banner;
}

}  // namespace

BannerDisplay makeBanner(const Snapshot* snapshot, SteadyTime now)
{
    if (snapshot == nullptr) {
        return nothingBanner(snapshot);
    }
    const auto views = viewsOf(*snapshot, now);
    const auto measured = filtered(views, [](const auto& view) { return view.isKnown(); });
    const auto stale
        = filtered(measured, [](const auto& view) { return view.truth() == Truth::Stale; });
    if (measured.empty()) {
        return nothingBanner(snapshot);
    }
    // The levels are the snapshot's; what this screen's clock has taken away since is Unknown.
    Level worst = measured.front().level();
    for (const auto& view : measured) {
        worst = worse(worst, view.level());
    }
    if (worst > Level::Green) {
        return raisedBanner(views, worst, snapshot->gate);
    }
    return stale.empty() ? calmBanner(measured) : staleBanner(*snapshot, measured, stale);
}

GateDisplay makeGate(const Snapshot* snapshot, SteadyTime now)
{
    GateDisplay gate { false, GateState::Open, Words::tr("GATE UNKNOWN"),
        Words::tr("no data yet") };
    if (snapshot == nullptr) {
        return gate;
    }
    const MetricView writes(*snapshot, Metric::ConcurrentWrites, now);
    const MetricView storage(*snapshot, Metric::TotalStorage, now);
    const auto& summary = snapshot->gate;
    static constexpr const char* kTitles[] = { QT_TRANSLATE_NOOP("BannerDisplay", "WRITES OPEN"),
        QT_TRANSLATE_NOOP("BannerDisplay", "WRITES PAUSED"),
        QT_TRANSLATE_NOOP("BannerDisplay", "WRITES HALTED") };
    const QString title = Words::tr(kTitles[static_cast<int>(summary.state)]);
    gate.state = summary.state;
    if (snapshot->source.isGatedElsewhere) {
        gate.detail = Words::tr("not told by this service");
        return gate;
    }
    if (!writes.isKnown()) {
        gate.detail = shortReason(writes);
        return gate;
    }
    if (!writes.isFresh()) {
        gate.detail = Words::tr("last known: %1").arg(title);
        return gate;
    }
    gate.known = true;
    gate.title = title;
    const QString halt
        = storage.limit() > 0 ? format::bytes(summary.haltAt.value * storage.limit()) : QString();
    switch (summary.state) {
    case GateState::Open:
        gate.detail = summary.storageUnknown
            ? Words::tr("pause at %1, storage unknown").arg(summary.pauseAt)
            : Words::tr("pause at %1, halt at %2").arg(summary.pauseAt).arg(halt);
        break;
    case GateState::Paused:
        gate.detail = Words::tr("HTTP 429 until below %1").arg(summary.resumeBelow);
        break;
    case GateState::Halted:
        gate.detail = summary.storageUnknown
            ? Words::tr("HTTP 503, storage unknown")
            : Words::tr("HTTP 503 until below %1").arg(format::percent(summary.resumeStorageBelow));
        break;
    }
    return gate;
}

NoteDisplay makeTraffic(const Snapshot* snapshot, SteadyTime now)
{
    NoteDisplay note { QStringLiteral("storage"), QStringLiteral("–"),
        Words::tr("writes admitted, refused"), Truth::NoData };
    if (snapshot == nullptr) {
        return note;
    }
    const MetricView writes(*snapshot, Metric::ConcurrentWrites, now);
    if (snapshot->source.isGatedElsewhere) {
        note.detail = Words::tr("not told by this service");
        return note;
    }
    note.truth = writes.truth();
    if (!writes.isKnown()) {
        note.detail = shortReason(writes);
        return note;
    }
    const auto& gate = snapshot->gate;
    const auto count
        = [](std::uint64_t total) { return format::number(static_cast<double>(total), 0); };
    note.title = Words::tr("%1 admitted").arg(count(gate.admittedTotal));
    note.detail = QStringLiteral("429: %1 · 503: %2 · 413: %3")
                      .arg(count(gate.refusedPausedTotal), count(gate.refusedHaltedTotal),
                          count(gate.refusedTooLargeTotal));
    return note;
}

}  // namespace headroom::ui
