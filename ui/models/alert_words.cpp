// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alert_words.h"

#include "ui/models/metric_view.h"
#include "ui/text/visible_text.h"

#include <QCoreApplication>

#include <array>

namespace headroom::ui {

namespace {

QString withUnit(const QString& number, const char* unit)
{
    return number + QChar(0x00A0) + QString::fromLatin1(unit);
}

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AlertWords)
};

}  // namespace

QString alertTitle(AlertType type)
{
    const auto metric = metricOf(type);
    if (!metric) {
        return Words::tr("Source");
    }
    return *metric == Metric::QueryResponse ? MetricWords::shortTitle(*metric)
                                            : MetricWords::title(*metric);
}

QString alertValue(AlertType type, double value, double limit)
{
    switch (type) {
    case AlertType::StorageCapacity:
    case AlertType::ArtifactSize:
        return limit > 0 ? format::percent({ value / limit }) : format::bytes(value);
    case AlertType::ArtifactCount:
        return limit > 0 ? format::percent({ value / limit }) : format::number(value, 0);
    case AlertType::WriteThroughput:
        return withUnit(format::number(value, format::sensibleDecimals(value)), "/s");
    case AlertType::QueryLatency:
        return withUnit(format::milliseconds(value), "ms");
    case AlertType::AuditTrail:
        return value > 0 ? Words::tr("broken") : Words::tr("verified");
    case AlertType::Source:
        return withUnit(format::number(value, 0), "s");
    case AlertType::ConcurrentWrites:
        break;
    }
    return format::number(value, 0);
}

double limitOf(AlertType type, const Snapshot* snapshot)
{
    const auto metric = metricOf(type);
    if (!metric) {
        return 0;
    }
    return snapshot != nullptr ? snapshot->of(*metric).limit : info(*metric).certifiedLimit;
}

bool isShelved(const AlertView& alert) { return alert.state == AlertState::Shelved; }

bool waitsForPerson(const AlertView& alert)
{
    return !isShelved(alert) && alert.acknowledgedBy.empty();
}

bool isOverdueAt(const AlertView& alert, SteadyTime now)
{
    const bool isLate = waitsForPerson(alert) && alert.overdueFrom && now >= *alert.overdueFrom;
    return alert.isOverdue || isLate;
}

QString deadlineText(const AlertView& alert, SteadyTime now)
{
    if (isShelved(alert)) {
        return alert.shelvedUntilUtc
            ? Words::tr("until %1").arg(hourAndMinute(*alert.shelvedUntilUtc))
            : Words::tr("shelved");
    }
    if (!alert.deadline) {
        return Words::tr("monitor");
    }
    const auto left = *alert.deadline - now;
    if (isOverdueAt(alert, now)) {
        return Words::tr("overdue %1").arg(format::countdown(-left));
    }
    return left.count() <= 0 ? Words::tr("due now")
                             : Words::tr("due in %1").arg(format::countdown(left));
}

QString timeLeftText(const AlertView& alert, SteadyTime now)
{
    const bool isCounting
        = !isShelved(alert) && alert.deadline && !isOverdueAt(alert, now) && *alert.deadline > now;
    return isCounting ? format::countdown(*alert.deadline - now) : QString();
}

QString acknowledgedText(const std::string& by, std::optional<SystemTime> at)
{
    if (by.empty()) {
        return {};
    }
    return visibleText(by, 60) + (at ? QLatin1Char(' ') + hourAndMinute(*at) : QString());
}

QString dayText(std::chrono::year_month_day day, std::chrono::year_month_day today)
{
    return day.year() == today.year() ? format::dayAndMonth(day) : format::dayMonthYear(day);
}

QString momentText(SystemTime at, std::chrono::year_month_day today)
{
    const auto day = format::localDay(at);
    return (day == today ? Words::tr("Today") : dayText(day, today)) + QLatin1Char(' ')
        + format::localTime(at);
}

QString hourAndMinute(SystemTime at) { return format::hourMinute(at); }

QString responseText(const QString& timeline)
{
    if (timeline == QLatin1String("IMMEDIATE")) {
        return Words::tr("at once");
    }
    const auto parts = timeline.split(QLatin1Char('_'));
    bool isNumber = false;
    const int count = parts.value(0).toInt(&isNumber);
    if (parts.size() != 2 || !isNumber) {
        return timeline;
    }
    if (parts[1].startsWith(QLatin1String("HOUR"))) {
        return format::duration(std::chrono::hours(count));
    }
    return parts[1].startsWith(QLatin1String("MINUTE"))
        ? format::duration(std::chrono::minutes(count))
        : timeline;
}

}  // namespace headroom::ui
