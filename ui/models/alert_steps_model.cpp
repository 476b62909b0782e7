// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alert_steps_model.h"

#include "ui/models/alert_words.h"
#include "ui/text/format.h"
#include "ui/text/visible_text.h"

#include <algorithm>

namespace headroom::ui {

namespace {

QString levelText(Level level)
{
    const auto word = toString(level);
    return QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()));
}

/// What a person said, between the quotes of a reason; else what stands after its time.
QString quotedIn(const std::string& reason)
{
    const auto begin = reason.find("“");
    return begin == std::string::npos ? QString() : visibleText(reason.substr(begin));
}

QString pathText(const AlertEvent& step)
{
    const auto words = escalationIn(step.reason);
    return words.to.isEmpty() ? AlertStepsModel::tr("nobody is told, monitor")
                              : AlertStepsModel::tr("escalated to %1, respond within %2")
                                    .arg(words.to, responseText(words.within));
}

QString thresholdText(const AlertEvent& step, double limit)
{
    return AlertStepsModel::tr("%1, threshold %2")
        .arg(
            alertValue(step.type, step.value, limit), alertValue(step.type, step.threshold, limit));
}

struct Said {
    QString title;
    QString detail;
    QString icon;
};

Said saidOf(const AlertEvent& step, double limit)
{
    const QString actor = visibleText(step.actor, 60);
    const QString level = levelText(step.level);
    const QString reason = visibleText(step.reason);
    switch (step.kind) {
    case AlertEventKind::Raised:
        return { AlertStepsModel::tr("Raised %1").arg(level),
            thresholdText(step, limit) + QLatin1Char('\n') + pathText(step), {} };
    case AlertEventKind::Rose:
        return { AlertStepsModel::tr("Rose to %1").arg(level),
            thresholdText(step, limit) + QLatin1Char('\n') + pathText(step), {} };
    case AlertEventKind::Escalated:
        return { AlertStepsModel::tr("Escalated"), pathText(step), QStringLiteral("esc") };
    case AlertEventKind::Fell:
        return { AlertStepsModel::tr("Fell to %1").arg(level), thresholdText(step, limit), {} };
    case AlertEventKind::Eased:
        return { AlertStepsModel::tr("Eased"), reason, QStringLiteral("down") };
    case AlertEventKind::Acknowledged:
        return { AlertStepsModel::tr("Acknowledged by %1").arg(actor), quotedIn(step.reason),
            QStringLiteral("check") };
    case AlertEventKind::Noted:
        return { AlertStepsModel::tr("Note by %1").arg(actor), quotedIn(step.reason),
            QStringLiteral("note") };
    case AlertEventKind::Shelved:
        return { AlertStepsModel::tr("Shelved by %1").arg(actor), reason, QStringLiteral("shelf") };
    case AlertEventKind::Unshelved:
        return { AlertStepsModel::tr("Back on the list"), reason, QStringLiteral("undo") };
    case AlertEventKind::Overdue:
        return { AlertStepsModel::tr("Overdue"), reason, QStringLiteral("warn") };
    case AlertEventKind::Unverified:
        return { AlertStepsModel::tr("Unverified"), reason, QStringLiteral("unlink") };
    case AlertEventKind::Verified:
        return { AlertStepsModel::tr("Data are back"), {}, QStringLiteral("chain") };
    case AlertEventKind::ChatteringBegan:
        return { AlertStepsModel::tr("Chattering"), reason, QStringLiteral("dots") };
    case AlertEventKind::ChatteringEnded:
        return { AlertStepsModel::tr("No longer chattering"), {}, QStringLiteral("dots") };
    case AlertEventKind::Cleared:
        break;
    }
    return { AlertStepsModel::tr("Cleared"), alertValue(step.type, step.value, limit),
        QStringLiteral("check") };
}

bool isSame(const TimelineStep& a, const TimelineStep& b)
{
    return a.title == b.title && a.icon == b.icon && a.level == b.level;
}

void addDeadline(QVector<TimelineStep>& steps, const AlertView& alert, SteadyTime now)
{
    if (isShelved(alert) && alert.shelvedUntilUtc && alert.shelvedUntil) {
        steps.push_back(
            { {}, hourAndMinute(*alert.shelvedUntilUtc), AlertStepsModel::tr("Back on the list"),
                AlertStepsModel::tr("in %1").arg(format::countdown(*alert.shelvedUntil - now)),
                QStringLiteral("shelf"), Level::Unknown, true, 1 });
    }
    // Who has acknowledged has responded: nothing is due any more.
    if (!alert.deadline || !alert.deadlineUtc || !waitsForPerson(alert)) {
        return;
    }
    const bool isOver = isOverdueAt(alert, now);
    steps.push_back(
        { {}, hourAndMinute(*alert.deadlineUtc), AlertStepsModel::tr("Response deadline"),
            deadlineText(alert, now), QStringLiteral("clock"), Level::Unknown, !isOver, 1 });
}

}  // namespace

int AlertStepsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(steps_.size());
}

QVariant AlertStepsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto& step = steps_[index.row()];
    if (role == Qt::DisplayRole) {
        return step.title;
    }
    if (role == Qt::AccessibleTextRole) {
        return QStringLiteral("%1 %2, %3 %4")
            .arg(step.day, step.time, step.title, QString(step.detail).replace(u'\n', u' '))
            .trimmed();
    }
    return {};
}

void AlertStepsModel::setSteps(const QVector<TimelineStep>& steps)
{
    if (steps == steps_) {
        return;
    }
    if (steps.size() == steps_.size()) {
        for (int i = 0; i < steps.size(); ++i) {
            if (!(steps[i] == steps_[i])) {
                steps_[i] = steps[i];
                Q_EMIT dataChanged(index(i), index(i));
            }
        }
        return;
    }
    beginResetModel();
    steps_ = steps;
    endResetModel();
}

QVector<TimelineStep> timelineOf(const std::vector<AlertEvent>& steps, std::uint64_t omitted,
    const AlertView* open, double limit, SteadyTime now)
{
    QVector<TimelineStep> timeline;
    std::chrono::year_month_day day {};
    for (const auto& step : steps) {
        auto said = saidOf(step, limit);
        TimelineStep line { {}, hourAndMinute(step.at), said.title, said.detail, said.icon,
            step.level, false, 1 };
        if (!timeline.isEmpty() && isSame(timeline.last(), line)
            && format::localDay(step.at) == day) {
            line.count = timeline.last().count + 1;
            line.day = timeline.last().day;
            timeline.last() = line;
            continue;
        }
        if (const auto stepDay = format::localDay(step.at); stepDay != day) {
            day = stepDay;
            line.day = dayText(day, day);
        }
        timeline.push_back(line);
    }
    if (omitted > 0 && !timeline.isEmpty()) {
        timeline.insert(1,
            { {}, {}, AlertStepsModel::tr("%1 older steps").arg(omitted),
                AlertStepsModel::tr("in the alert history"), QStringLiteral("dots"), Level::Unknown,
                false, 1 });
    }
    if (open != nullptr) {
        addDeadline(timeline, *open, now);
    }
    return timeline;
}

}  // namespace headroom::ui
