// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor_core/policy/judging.h"
#include "ui/models/alert_words.h"
#include "ui/models/certification_words.h"
#include "ui/models/metric_view.h"
#include "ui/text/visible_text.h"

#include <QCoreApplication>

#include <algorithm>

// The rows of the seven limits.

namespace headroom::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Certification)
};

constexpr std::array<Metric, kMetricCount> kOrder { Metric::ConcurrentWrites, Metric::TotalStorage,
    Metric::WriteThroughput, Metric::ArtifactSize, Metric::ArtifactCount, Metric::QueryResponse,
    Metric::AuditRetention };

/// A snapshot of the peak alone, so that its words are those of every other page.
Snapshot peakAsReading(
    const CertificationData& data, const Snapshot* now, Metric metric, const Peak& peak)
{
    Snapshot made;
    auto& state = made.of(metric);
    if (now != nullptr) {
        state.thresholds = now->of(metric).thresholds;
    }
    state.limit = limitInForce(data, metric);
    state.reading = Reading { peak.value, SteadyTime {}, peak.at, {}, {} };
    state.freshness = Freshness::Live;
    state.level = levelOfPeak(data, now, metric);
    return made;
}

QString statusNoteOf(const CertificationStatus& status, Metric metric)
{
    for (const auto& drift : status.drift.limits) {
        if (drift.metric == metric) {
            return Words::tr("DRIFTED: %1 in force")
                .arg(info(metric).unit == Unit::Bytes ? format::bytes(drift.inForce)
                                                      : format::number(drift.inForce, 2));
        }
    }
    for (const auto& conflict : status.conflicts) {
        const bool isAbout = std::find(conflict.metrics.begin(), conflict.metrics.end(), metric)
            != conflict.metrics.end();
        if (isAbout && conflict.kind == ConflictKind::Contradiction) {
            return Words::tr("CONTRADICTED");
        }
    }
    return {};
}

void addPeak(LimitRow& row, const CertificationData& data, const Snapshot* snapshot, Metric metric,
    SystemTime now)
{
    row.peak = QStringLiteral("–");
    row.verdictText = Words::tr("not known");
    if (!data.status) {
        row.peakTime
            = data.problem.isEmpty() ? Words::tr("not answered yet") : Words::tr("no answer");
        return;
    }
    const auto& observed = data.status->observed[indexOf(metric)];
    if (!observed.peak) {
        row.peakTime = Words::tr("not observed");
        row.verdictText = Words::tr("not observed");
        return;
    }
    const auto made = peakAsReading(data, snapshot, metric, *observed.peak);
    const MetricView view(made, metric, SteadyTime {});
    const MetricWords words(view);
    const auto today = format::localDay(now);
    const auto day = format::localDay(observed.peak->at);
    row.peak = words.valueWithUnit();
    // Rows that an older program rolled up know the stretch only: then the time is about.
    row.peakTime = (day == today ? Words::tr("today") : dayText(day, today))
        + (observed.peak->isExact ? QLatin1Char(' ') + format::localTime(observed.peak->at)
                                  : QStringLiteral(" ~") + hourAndMinute(observed.peak->at));
    row.headroom = words.headroom();
    row.used = view.share();
    row.level = view.level();
    const bool isWithin = observed.standing == Standing::Within;
    row.verdict = isWithin ? LimitRow::Verdict::Within : LimitRow::Verdict::Exceeded;
    row.verdictText = isWithin ? Words::tr("within limit") : Words::tr("exceeded");
}

/// The trail has no peak: it is whole, or it is not, and somebody has looked or nobody has.
void addTrail(LimitRow& row, const CertificationData& data, const Snapshot* snapshot)
{
    row.verdictText = Words::tr("not verified yet");
    const bool isKnown = snapshot != nullptr && snapshot->audit.isKnown;
    row.peak = isKnown
        ? format::plural(static_cast<qint64>(snapshot->audit.records), "entry", "entries")
        : QStringLiteral("–");
    row.peakTime = isKnown ? QString() : Words::tr("not known");
    const bool isBroken
        = (isKnown && snapshot->audit.isBroken) || (data.verdict && !data.verdict->isWhole);
    if (isBroken) {
        const auto first = data.verdict && !data.verdict->isWhole
            ? data.verdict->firstBadSequence
            : snapshot->audit.firstBadSequence;
        row.instead = Words::tr("hash chain broken at %1").arg(first);
        row.level = Level::Red;
        row.verdict = LimitRow::Verdict::Exceeded;
        row.verdictText = Words::tr("broken");
        return;
    }
    if (data.verdict) {
        row.instead = Words::tr("hash chain unbroken");
        row.verdict = LimitRow::Verdict::Within;
        row.verdictText = Words::tr("verified %1").arg(hourAndMinute(data.verifiedAt));
    } else if (!data.verdictProblem.isEmpty()) {
        row.instead = data.verdictProblem;
    }
}

}  // namespace

const CertifiedLimit& certifiedLimit(Metric metric)
{
    const auto& rows = certificate().limits;
    return *std::find_if(rows.begin(), rows.end(),
        [metric](const CertifiedLimit& row) { return row.metric == metric; });
}

double limitInForce(const CertificationData& data, Metric metric)
{
    if (data.status) {
        for (const auto& drift : data.status->drift.limits) {
            if (drift.metric == metric) {
                return drift.inForce;
            }
        }
    }
    return certifiedLimit(metric).limit;
}

Level levelOfPeak(const CertificationData& data, const Snapshot* snapshot, Metric metric)
{
    if (!data.status || snapshot == nullptr || !data.status->observed[indexOf(metric)].peak) {
        return Level::Unknown;
    }
    const auto& thresholds = snapshot->of(metric).thresholds;
    if (!thresholds.yellow && !thresholds.orange && !thresholds.red) {
        return Level::Unknown;
    }
    return levelOf(
        thresholds, data.status->observed[indexOf(metric)].peak->value, limitInForce(data, metric));
}

QVector<LimitRow> limitRows(const CertificationData& data, const Snapshot* snapshot, SystemTime now)
{
    QVector<LimitRow> rows;
    for (const auto metric : kOrder) {
        const auto& certified = certifiedLimit(metric);
        LimitRow row;
        row.number = QString::number(rows.size() + 1);
        row.name = metric == Metric::AuditRetention ? Words::tr("Audit trail")
                                                    : MetricWords::title(metric);
        row.safeLimit = latin(certified.safeLimit);
        row.proof = latin(certified.proof);
        row.status = latin(certified.status);
        if (data.status) {
            row.statusNote = statusNoteOf(*data.status, metric);
        }
        if (metric == Metric::AuditRetention) {
            addTrail(row, data, snapshot);
        } else {
            addPeak(row, data, snapshot, metric, now);
        }
        rows.push_back(row);
    }
    return rows;
}

}  // namespace headroom::ui
