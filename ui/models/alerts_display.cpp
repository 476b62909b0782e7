// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alerts_display.h"

#include "ui/models/metric_view.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace headroom::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AlertsDisplay)
};

bool isShelved(const AlertView& alert) { return alert.state == AlertState::Shelved; }

bool waits(const AlertView& alert) { return !isShelved(alert) && alert.acknowledgedBy.empty(); }

QString hourAndMinute(SystemTime at) { return format::hourMinute(at); }

QString people(const std::string& name) { return QString::fromStdString(name); }

/// What the cards call it; the latency's title is too long for a row.
QString titleOf(const AlertView& alert)
{
    const auto metric = metricOf(alert.type);
    if (!metric) {
        return Words::tr("Source");
    }
    return *metric == Metric::QueryResponse ? MetricWords::shortTitle(*metric)
                                            : MetricWords::title(*metric);
}

/// As the gauge says it now, so that card and row never differ.
QString valueOf(const AlertView& alert, const Snapshot* snapshot, SteadyTime now)
{
    const auto metric = metricOf(alert.type);
    if (!metric || *metric == Metric::AuditRetention || snapshot == nullptr) {
        return {};
    }
    const MetricView view(*snapshot, *metric, now);
    if (!view.isKnown()) {
        return {};
    }
    const MetricWords words(view);
    return view.isShareOfLimit() ? words.share() : words.valueWithUnit();
}

void addDeadline(AlertRow& row, const AlertView& alert, SteadyTime now)
{
    if (isShelved(alert)) {
        row.deadlineWord = Words::tr("shelved");
        row.deadline = alert.shelvedUntilUtc
            ? Words::tr("until %1").arg(hourAndMinute(*alert.shelvedUntilUtc))
            : QString();
        return;
    }
    if (!alert.deadline) {
        row.deadlineWord = Words::tr("monitor");
        return;
    }
    const auto left = *alert.deadline - now;
    const bool isLate = waits(alert) && alert.overdueFrom && now >= *alert.overdueFrom;
    row.overdue = alert.isOverdue || isLate;
    if (row.overdue) {
        row.deadlineWord = Words::tr("overdue");
        row.deadline = format::countdown(-left);
    } else {
        row.deadlineWord = Words::tr("due");
        row.deadline = left.count() <= 0 ? Words::tr("now") : format::countdown(left);
    }
}

AlertRow rowOf(const AlertView& alert, const Snapshot* snapshot, SteadyTime now)
{
    AlertRow row;
    row.id = people(alert.id);
    row.level = alert.level;
    row.title = titleOf(alert);
    row.value = valueOf(alert, snapshot, now);
    if (alert.escalationPath != "NONE") {
        row.escalation = people(alert.escalationPath);
    }
    if (alert.isUnverified) {
        row.escalation += (row.escalation.isEmpty() ? QString() : QStringLiteral(" · "))
            + Words::tr("unverified");
    } else if (alert.isChattering) {
        row.escalation += (row.escalation.isEmpty() ? QString() : QStringLiteral(" · "))
            + Words::tr("chattering");
    }
    row.age = format::countdown(now - alert.raisedAt);
    addDeadline(row, alert, now);
    row.canAcknowledge = waits(alert);
    if (!alert.acknowledgedBy.empty() && alert.acknowledgedAtUtc) {
        row.acknowledged = people(alert.acknowledgedBy) + QLatin1Char(' ')
            + hourAndMinute(*alert.acknowledgedAtUtc);
    } else if (isShelved(alert)) {
        row.acknowledged = people(alert.shelvedBy);
    }
    return row;
}

void sayNone(AlertsDisplay& alerts, const AlertBoard& board, SteadyTime)
{
    alerts.emptyTitle = Words::tr("No active alerts");
    if (!board.lastCleared.empty() && board.lastCleared.front().clearedAtUtc) {
        const auto& last = board.lastCleared.front();
        alerts.emptyDetail = Words::tr("last: %1, cleared %2")
                                 .arg(titleOf(last), hourAndMinute(*last.clearedAtUtc));
    }
    const auto raised = std::accumulate(board.raised24h.begin(), board.raised24h.end(), 0U);
    alerts.emptyFoot = Words::tr("24 h: %1 raised").arg(raised);
}

}  // namespace

AlertsDisplay makeAlerts(const AlertBoard* board, const Snapshot* snapshot, SteadyTime now)
{
    AlertsDisplay alerts;
    if (board == nullptr) {
        alerts.emptyIcon = QStringLiteral("info");  // a check mark would say that all is well
        alerts.emptyTitle = Words::tr("Alerts not known yet");
        alerts.emptyDetail = Words::tr("reading what was stored");
        return alerts;
    }
    std::vector<const AlertView*> listed;
    for (const auto& alert : board->open) {
        listed.push_back(&alert);
    }
    // Shelved ones last: somebody decided that they can wait.
    std::stable_partition(
        listed.begin(), listed.end(), [](const AlertView* alert) { return !isShelved(*alert); });
    for (const auto* alert : listed) {
        alerts.rows.push_back(rowOf(*alert, snapshot, now));
    }
    const auto waiting = std::count_if(board->open.begin(), board->open.end(), waits);
    alerts.summary = Words::tr("%1 active").arg(board->open.size());
    if (waiting > 0) {
        alerts.summary
            = Words::tr("%1 active · %2 to acknowledge").arg(board->open.size()).arg(waiting);
    }
    if (!board->storeProblem.empty()) {
        alerts.summary = Words::tr("NOT ON DISK: %1").arg(people(board->storeProblem));
    }
    if (alerts.rows.isEmpty()) {
        sayNone(alerts, *board, now);
    }
    return alerts;
}

void addAlerts(BannerDisplay& banner, const AlertBoard* board, SteadyTime now)
{
    if (board == nullptr || banner.truth != Truth::Live || banner.level <= Level::Green) {
        return;
    }
    int active = 0;
    int waiting = 0;
    const AlertView* first = nullptr;
    for (const auto& alert : board->open) {
        if (isShelved(alert)) {
            continue;
        }
        ++active;
        first = first != nullptr ? first : &alert;
        if (waits(alert)) {
            ++waiting;
            banner.unacknowledged = banner.unacknowledged || alert.level == banner.level;
        }
    }
    if (first == nullptr) {
        return;
    }
    QStringList parts { format::plural(active, "active alert", "active alerts") };
    if (waiting > 0) {
        parts << (active == 1 ? Words::tr("not acknowledged")
                              : Words::tr("%1 not acknowledged").arg(waiting));
        AlertRow row;
        addDeadline(row, *first, now);
        if (row.overdue) {
            parts << Words::tr("OVERDUE %1").arg(row.deadline);
        }
    }
    banner.detail = parts.join(QStringLiteral(" · "));
}

void addAlert(GaugeDisplay& gauge, Metric metric, const AlertBoard* board)
{
    if (board == nullptr) {
        return;
    }
    for (const auto& alert : board->open) {
        if (metricOf(alert.type) != metric) {
            continue;
        }
        gauge.unacknowledged = waits(alert);
        if (!alert.acknowledgedBy.empty() && alert.acknowledgedAtUtc) {
            gauge.acknowledgedText = people(alert.acknowledgedBy) + QLatin1Char(' ')
                + hourAndMinute(*alert.acknowledgedAtUtc);
        }
    }
}

}  // namespace headroom::ui
