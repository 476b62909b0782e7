// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/metric_view.h"
#include "ui/models/threshold_editor.h"
#include "ui/models/threshold_scale.h"
#include "ui/text/format.h"

#include <QCoreApplication>

namespace headroom::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Thresholds)
};

constexpr std::array kLevels { Level::Yellow, Level::Orange, Level::Red };

QString unitSuffix(const QString& unit)
{
    return unit.isEmpty() ? QString() : QChar(0x00A0) + unit;
}

QString limitText(Metric metric, double limit)
{
    switch (info(metric).unit) {
    case Unit::Bytes:
        return format::bytes(limit);
    case Unit::Milliseconds:
        return format::millisecondsShort(limit);
    case Unit::WritesPerSecond:
        return QStringLiteral("%1 /s").arg(format::number(limit, 0));
    default:
        return format::number(limit, 0);
    }
}

QString detailOf(const ThresholdForm& form, Metric metric, double limit)
{
    if (metric == Metric::QueryResponse) {
        return Words::tr("SLA under %1, log scale").arg(limitText(metric, limit));
    }
    return (form.base().thresholds[indexOf(metric)].basis == Basis::OfLimit
            ? Words::tr("limit %1, thresholds in %")
            : Words::tr("limit %1"))
        .arg(limitText(metric, limit));
}

QString labelOf(const ThresholdForm& form, Metric metric, ThresholdField field)
{
    const auto index = static_cast<std::size_t>(field);
    switch (field) {
    case ThresholdField::Resume:
        return Words::tr("resume below");
    case ThresholdField::Hysteresis:
        return Words::tr("hysteresis");
    case ThresholdField::Hold:
        return Words::tr("hold");
    default:
        break;
    }
    const bool isFrom = form.texts().of(metric).sides[index] == Side::AtLeast;
    return (isFrom ? Words::tr("%1 from", "level") : Words::tr("%1 above", "level"))
        .arg(QString::fromLatin1(toString(kLevels[index]).data()));
}

ThresholdFieldDisplay fieldOf(const ThresholdForm& form, Metric metric, ThresholdField field)
{
    ThresholdFieldDisplay display;
    display.exists = ThresholdForm::hasField(metric, field);
    display.label = labelOf(form, metric, field);
    display.text = form.texts().text(metric, field);
    display.placeholder
        = field == ThresholdField::Hysteresis ? Words::tr("mixed") : Words::tr("not set");
    display.unit = form.unitOf(metric, field);
    display.isWrong = form.faults().contains({ metric, field });
    display.isEdited = display.exists && form.isEdited(metric, field);
    return display;
}

/// "edited locally · certified values 70, 90".
QString badgeOf(const ThresholdForm& form, Metric metric)
{
    const auto certified = form.textsOf(form.certified());
    QStringList values;
    for (int i = 0; i < kThresholdFieldCount; ++i) {
        const auto field = static_cast<ThresholdField>(i);
        if (!form.isEdited(metric, field)) {
            continue;
        }
        QString text = certified.text(metric, field);
        text = text.isEmpty() ? Words::tr("none") : text;
        if (field == ThresholdField::Hysteresis || field == ThresholdField::Hold) {
            text.prepend(labelOf(form, metric, field) + QLatin1Char(' '));
        } else if (i < 3
            && certified.of(metric).sides[static_cast<std::size_t>(i)]
                != form.texts().of(metric).sides[static_cast<std::size_t>(i)]) {
            text = (certified.of(metric).sides[static_cast<std::size_t>(i)] == Side::AtLeast
                    ? Words::tr("from %1")
                    : Words::tr("above %1"))
                       .arg(text);
        }
        values << text;
    }
    if (values.isEmpty()) {
        return {};
    }
    return (values.size() == 1 ? Words::tr("edited locally · certified value %1")
                               : Words::tr("edited locally · certified values %1"))
        .arg(values.join(QStringLiteral(", ")));
}

/// "certified 51 · 76 · 100 · resume 75".
QString sideBySide(const ThresholdForm& form, Metric metric, const QString& whose,
    const EditableThresholds& thresholds)
{
    const auto texts = form.textsOf(thresholds);
    QStringList values;
    for (int i = 0; i < 3; ++i) {
        const QString text = texts.of(metric).texts[static_cast<std::size_t>(i)];
        values << (text.isEmpty() ? QStringLiteral("–") : text);
    }
    QString line = whose.arg(values.join(QStringLiteral(" · "))
        + unitSuffix(form.unitOf(metric, ThresholdField::Yellow)));
    if (ThresholdForm::hasField(metric, ThresholdField::Resume)) {
        line = Words::tr("%1 · resume %2").arg(line, texts.text(metric, ThresholdField::Resume));
    }
    return line;
}

BandHandle handleOf(
    const ThresholdForm& form, Metric metric, ThresholdField field, double at, double bound)
{
    BandHandle handle;
    handle.field = field;
    handle.level = field == ThresholdField::Resume ? Level::Unknown
                                                   : kLevels[static_cast<std::size_t>(field)];
    handle.at = at;
    handle.text = form.boundText(metric, bound)
        + (form.base().thresholds[indexOf(metric)].basis == Basis::OfLimit ? QStringLiteral(" %")
                                                                           : QString());
    handle.isWrong = form.faults().contains({ metric, field });
    handle.isEdited = form.isEdited(metric, field);
    return handle;
}

BandDisplay bandOf(const ThresholdForm& form, Metric metric, const Snapshot* snapshot,
    SteadyTime now, const ThresholdBacktest& backtest)
{
    BandDisplay band;
    const double limit = thresholdLimit(form, metric, snapshot);
    const auto& thresholds = form.wanted().thresholds[indexOf(metric)];
    const ThresholdScale scale(metric, thresholds.basis, limit);
    for (std::size_t i = 0; i < kLevels.size(); ++i) {
        if (const auto& bound = thresholds.bound(kLevels[i])) {
            band.handles.push_back(handleOf(form, metric, static_cast<ThresholdField>(i),
                scale.ofBound(bound->value), bound->value));
        }
    }
    if (ThresholdForm::hasField(metric, ThresholdField::Resume)) {
        const double resume = metric == Metric::TotalStorage
            ? form.wanted().resumeStorageBelow.value
            : form.wanted().resumeBelow;
        band.handles.push_back(
            handleOf(form, metric, ThresholdField::Resume, scale.ofBound(resume), resume));
    }
    const auto& bins = backtest.histogram(metric);
    band.histogram = QVector<double>(bins.begin(), bins.end());
    band.limitAt = ThresholdScale::kLimitAt;
    band.limitText = metric == Metric::QueryResponse ? Words::tr("SLA") : Words::tr("LIMIT");
    if (snapshot == nullptr) {
        return band;
    }
    const MetricView view(*snapshot, metric, now);
    if (view.isFresh()) {
        const MetricWords words(view);
        band.live = scale.ofValue(view.value());
        band.liveText
            = view.isShareOfLimit() && view.share() ? words.share() : words.valueWithUnit();
    }
    return band;
}

QVector<StripMark> marksOf(const std::vector<BacktestAlert>& alerts, const TimeRange& span)
{
    const auto length = std::chrono::duration<double>(span.to - span.from).count();
    const auto at = [&](SystemTime time) {
        return std::clamp(
            std::chrono::duration<double>(time - span.from).count() / length, 0.0, 1.0);
    };
    QVector<StripMark> marks;
    for (const auto& alert : alerts) {
        marks.push_back(
            { at(alert.raisedAt), alert.clearedAt ? at(*alert.clearedAt) : 1.0, alert.peak });
    }
    return marks;
}

BacktestDisplay backtestOf(
    const ThresholdForm& form, Metric metric, const ThresholdBacktest& backtest)
{
    BacktestDisplay display;
    const auto& wanted = backtest.wanted(metric);
    const auto& now = backtest.now(metric);
    const QString span
        = backtest.range() == ThresholdBacktest::Range::Day ? Words::tr("24 h") : Words::tr("7 d");
    if (now.question) {
        display.now = marksOf(now.alerts, backtest.span());
    }
    if (form.hasFault(metric)) {
        display.text = Words::tr("no backtest until the error is fixed");
    } else if (!backtest.problem().isEmpty()) {
        display.text = Words::tr("no backtest: %1").arg(backtest.problem());
    } else if (!wanted.question || !now.question) {
        display.text = Words::tr("asking the history");
    } else {
        display.isKnown = true;
        display.wanted = marksOf(wanted.alerts, backtest.span());
        display.text
            = Words::tr("with these thresholds the last %1 would have raised %2 (now: %3)")
                  .arg(span,
                      format::plural(static_cast<qint64>(wanted.alerts.size()), "alert", "alerts"),
                      format::number(static_cast<double>(now.alerts.size()), 0));
        display.shortText
            = Words::tr("last %1: %2 (now: %3)")
                  .arg(span,
                      format::plural(static_cast<qint64>(wanted.alerts.size()), "alert", "alerts"),
                      format::number(static_cast<double>(now.alerts.size()), 0));
        if (const auto fineness = backtest.fineness(metric); !fineness.isEmpty()) {
            display.text = Words::tr("%1, %2", "result of the backtest, how fine it is")
                               .arg(display.text, fineness);
            display.shortText = Words::tr("%1, %2", "result of the backtest, how fine it is")
                                    .arg(display.shortText, fineness);
        }
    }
    return display;
}

}  // namespace

double thresholdLimit(const ThresholdForm& form, Metric metric, const Snapshot* snapshot)
{
    const double certified = form.certifiedPolicy().limits[indexOf(metric)];
    const double own = snapshot != nullptr ? snapshot->of(metric).limit : 0;
    return own > 0 ? own : certified;
}

ThresholdRowDisplay makeThresholdRow(const ThresholdForm& form, Metric metric,
    const Snapshot* snapshot, SteadyTime now, const std::optional<EditableThresholds>& service,
    const ThresholdBacktest& backtest)
{
    ThresholdRowDisplay row;
    row.title = MetricWords::title(metric);
    row.detail = detailOf(form, metric, thresholdLimit(form, metric, snapshot));
    row.others << sideBySide(form, metric, Words::tr("certified %1"), form.certified());
    if (service) {
        row.others << sideBySide(form, metric, Words::tr("service %1"), *service)
                   << sideBySide(form, metric, Words::tr("local %1"), form.base());
    } else {
        row.others << sideBySide(form, metric, Words::tr("in force %1"), form.base());
    }
    for (int i = 0; i < kThresholdFieldCount; ++i) {
        const auto field = static_cast<ThresholdField>(i);
        row.fields[static_cast<std::size_t>(i)] = fieldOf(form, metric, field);
        if (row.fault.isEmpty()) {
            row.fault = form.faults().value({ metric, field });
        }
    }
    row.badge = badgeOf(form, metric);
    row.band = bandOf(form, metric, snapshot, now, backtest);
    row.backtest = backtestOf(form, metric, backtest);
    return row;
}

}  // namespace headroom::ui
