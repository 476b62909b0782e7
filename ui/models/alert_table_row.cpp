// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alert_table_row.h"

#include "ui/models/alert_words.h"
#include "ui/text/format.h"
#include "ui/text/visible_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace headroom::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AlertTableRow)
};

QString levelText(Level level)
{
    const auto word = toString(level);
    return QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()));
}

QString& at(AlertTableRow& row, AlertColumn column)
{
    return row.text[static_cast<std::size_t>(column)];
}

const QString kNothing = QStringLiteral("–");

QString deadlineOf(const AlertLife& life)
{
    if (life.escalation.isEmpty()) {
        return kNothing;
    }
    return life.wasOverdue ? Words::tr("missed") : Words::tr("met");
}

QString lastedText(const AlertLife& life, SystemTime clearedAt)
{
    const QString lasted = format::countdown(clearedAt - life.raisedAt);
    return life.isBeginningKnown ? lasted : Words::tr("over %1", "longer than").arg(lasted);
}

}  // namespace

AlertTableRow openAlertRow(const AlertView& alert, const Snapshot* snapshot, SteadyTime now)
{
    AlertTableRow row;
    row.kind = AlertTableRow::Kind::Open;
    row.id = QString::fromStdString(alert.id);
    row.level = alert.level;
    row.canAcknowledge = waitsForPerson(alert);
    row.isAcknowledged = !alert.acknowledgedBy.empty();
    row.isShelved = isShelved(alert);
    row.isOverdue = !row.isShelved && isOverdueAt(alert, now);
    row.isUnverified = alert.isUnverified;
    row.raisedAt = alert.raisedAtUtc;
    at(row, AlertColumn::Level) = levelText(alert.level);
    at(row, AlertColumn::Metric) = alertTitle(alert.type);
    at(row, AlertColumn::Value)
        = alertValue(alert.type, alert.value, limitOf(alert.type, snapshot));
    at(row, AlertColumn::Lasted) = format::countdown(now - alert.raisedAt);
    at(row, AlertColumn::Escalates)
        = alert.escalationPath == "NONE" ? kNothing : visibleText(alert.escalationPath, 60);
    at(row, AlertColumn::Deadline) = deadlineText(alert, now);
    at(row, AlertColumn::Acknowledged) = row.isShelved
        ? visibleText(alert.shelvedBy, 60)
        : acknowledgedText(alert.acknowledgedBy, alert.acknowledgedAtUtc);
    at(row, AlertColumn::Cleared) = alert.isUnverified ? Words::tr("unverified")
        : alert.isChattering                           ? Words::tr("chattering")
                                                       : QString();
    return row;
}

AlertTableRow pastAlertRow(const AlertLife& life, const Snapshot* snapshot, int count)
{
    AlertTableRow row;
    row.id = life.id;
    row.level = life.peak;
    row.isAcknowledged = !life.acknowledgedBy.isEmpty();
    row.isFolded = count > 1;
    row.isOverdue = life.wasOverdue && !life.escalation.isEmpty();
    row.raisedAt = life.raisedAt;
    at(row, AlertColumn::Level) = levelText(life.peak);
    at(row, AlertColumn::Metric) = count > 1
        ? QStringLiteral("%1  × %2").arg(alertTitle(life.type), format::number(count, 0))
        : alertTitle(life.type);
    at(row, AlertColumn::Value) = alertValue(life.type, life.value, limitOf(life.type, snapshot));
    at(row, AlertColumn::Lasted) = life.clearedAt ? lastedText(life, *life.clearedAt) : kNothing;
    at(row, AlertColumn::Escalates) = life.escalation.isEmpty() ? kNothing : life.escalation;
    at(row, AlertColumn::Deadline) = deadlineOf(life);
    at(row, AlertColumn::Acknowledged) = row.isAcknowledged ? life.acknowledgedBy
            + (life.acknowledgedAt ? QLatin1Char(' ') + hourAndMinute(*life.acknowledgedAt)
                                   : QString())
                                                            : Words::tr("not acknowledged");
    at(row, AlertColumn::Cleared) = life.clearedAt ? format::localTime(*life.clearedAt) : QString();
    return row;
}

QString searchTextOf(const AlertView& alert)
{
    QStringList parts { visibleText(alert.id), alertTitle(alert.type), levelText(alert.level),
        visibleText(alert.message), visibleText(alert.escalationPath),
        visibleText(alert.acknowledgedBy), visibleText(alert.acknowledgedNote),
        visibleText(alert.shelvedBy), visibleText(alert.shelvedReason) };
    for (const auto& step : *alert.steps) {
        parts << visibleText(step.reason);
    }
    return parts.join(QLatin1Char('\n')).toCaseFolded();
}

QString searchTextOf(const AlertLife& life)
{
    // Raw and short: this is done for thousands of alerts at the first letter that is typed.
    QString text = life.id + QLatin1Char('\n') + alertTitle(life.type) + QLatin1Char('\n')
        + levelText(life.peak);
    for (const auto& step : life.steps) {
        const auto reason = std::min<std::size_t>(step.reason.size(), kLongestShown);
        text += QLatin1Char('\n') + QString::fromStdString(step.actor.substr(0, 60))
            + QLatin1Char('\n')
            + QString::fromUtf8(step.reason.data(), static_cast<qsizetype>(reason));
    }
    return text.toCaseFolded();
}

bool matchesText(const QString& searchText, const QString& words)
{
    const auto wanted = words.toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(wanted.begin(), wanted.end(),
        [&](const QString& word) { return searchText.contains(word); });
}

}  // namespace headroom::ui
