// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/simulator_words.h"

#include "monitor_core/base/units.h"
#include "ui/models/alert_words.h"
#include "ui/models/gauge_display.h"
#include "ui/text/format.h"
#include "ui/text/visible_text.h"

#include <QCoreApplication>

#include <cmath>

namespace headroom::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Simulator)
};

using std::chrono::nanoseconds;

const double kGigabyte = static_cast<double>(gigabytes(1).count);

QString padded(qint64 value) { return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0')); }

}  // namespace

QString timeText(nanoseconds time, nanoseconds length)
{
    const auto total = std::chrono::duration_cast<std::chrono::seconds>(time).count();
    const bool hasSeconds = length <= std::chrono::hours(2);
    if (!hasSeconds) {
        // As a person would say it: 37:45:36 is 37:46.
        const auto minutes = (total + 30) / 60;
        return QString::number(minutes / 60) + QLatin1Char(':') + padded(minutes % 60);
    }
    return QString::number(total / 3600) + QLatin1Char(':') + padded(total / 60 % 60)
        + QLatin1Char(':') + padded(total % 60);
}

QString timeFromStart(nanoseconds time, nanoseconds length)
{
    return time.count() <= 0 ? Words::tr("now") : QLatin1Char('+') + timeText(time, length);
}

QString fromNowText(nanoseconds time)
{
    const auto minutes = std::chrono::round<std::chrono::minutes>(time);
    return format::duration(time < std::chrono::minutes(2) ? time : nanoseconds(minutes));
}

QString peopleText(const std::string& contact)
{
    if (contact == "NONE" || contact.empty()) {
        return QStringLiteral("–");
    }
    return visibleText(contact, 60).replace(QStringLiteral("_and_"), QStringLiteral(" + "));
}

QString withinText(const std::string& timeline)
{
    if (timeline == "N/A" || timeline.empty()) {
        return QStringLiteral("–");
    }
    return timeline == "IMMEDIATE" ? QStringLiteral("IMMEDIATE")
                                   : responseText(QString::fromStdString(timeline));
}

QString eventText(const SimulatedEvent& event)
{
    if (!event.kind) {
        return event.gate == GateState::Open  ? Words::tr("Writes are admitted again")
            : event.gate == GateState::Paused ? Words::tr("Writes are paused")
                                              : Words::tr("Writes are halted");
    }
    const QString title = alertTitle(event.type);
    switch (*event.kind) {
    case AlertEventKind::Cleared:
        return Words::tr("%1 cleared").arg(title);
    case AlertEventKind::Overdue:
        return Words::tr("%1 overdue").arg(title);
    case AlertEventKind::Fell:
    case AlertEventKind::Eased:
        return Words::tr("%1 falls to %2")
            .arg(title, alertValue(event.type, event.value, event.limit));
    default:
        return title + QLatin1Char(' ') + alertValue(event.type, event.value, event.limit);
    }
}

QString gateText(const SimulatedEvent& event)
{
    switch (event.gate) {
    case GateState::Paused:
        return event.isGateChange ? Words::tr("pauses writes, 429") : Words::tr("paused, 429");
    case GateState::Halted:
        return event.isGateChange ? Words::tr("halts writes, 503") : Words::tr("halted, 503");
    case GateState::Open:
        break;
    }
    return event.isGateChange ? Words::tr("opens again") : Words::tr("open");
}

std::optional<double> valueFromText(Metric metric, const QString& text)
{
    const auto typed = format::readNumber(text);
    if (!typed || *typed < 0) {
        return std::nullopt;
    }
    const double value = *typed;
    if (metric == Metric::ConcurrentWrites && value != std::floor(value)) {
        return std::nullopt;
    }
    const double inUnit = metric == Metric::TotalStorage ? std::round(value * kGigabyte) : value;
    return inUnit <= mostOf(metric) ? std::optional(inUnit) : std::nullopt;
}

QString fieldText(Metric metric, double value)
{
    const double shown = metric == Metric::TotalStorage ? value / kGigabyte : value;
    // Plain digits: what stands here can be typed again.
    return format::withDecimalSign(
        QString::number(shown, 'f', shown == std::floor(shown) || shown >= 10'000 ? 0 : 1));
}

QString fieldUnit(Metric metric)
{
    switch (metric) {
    case Metric::TotalStorage:
        return format::certifiedUnitName(format::ByteUnit::Gigabyte);
    case Metric::ConcurrentWrites:
        return Words::tr("of 100");
    case Metric::WriteThroughput:
        return QStringLiteral("/s");
    default:
        return QStringLiteral("ms");
    }
}

double roundedForSlider(Metric metric, double value)
{
    if (metric == Metric::TotalStorage) {
        return std::round(value / kGigabyte) * kGigabyte;
    }
    if (metric == Metric::QueryResponse && value > 0) {
        const double step = std::pow(10, std::floor(std::log10(value)) - 1);
        return std::round(value / step) * step;
    }
    return std::round(value);
}

double mostOf(Metric metric) { return valueAtFraction(metric, info(metric).certifiedLimit, 1); }

}  // namespace headroom::ui
