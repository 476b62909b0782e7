// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/contact_display.h"

#include "ui/text/format.h"
#include "ui/text/visible_text.h"

#include <algorithm>

namespace headroom::ui {

QString clockOffsetText(const FeedContact& contact)
{
    const bool isAhead = contact.clockOffset.count() > 0;
    return format::countdown(std::chrono::abs(contact.clockOffset))
        + (isAhead ? QStringLiteral(" ahead") : QStringLiteral(" behind"));
}

ContactDisplay makeContact(const FeedContact& contact, SteadyTime now, const QString& otherSource)
{
    ContactDisplay display;
    if (!contact.isConnected) {
        display.kind = ContactDisplay::Kind::Lost;
        display.title = QStringLiteral("NO CONTACT ") + format::stopwatch(now - contact.since);
        display.detail = QStringLiteral("since %1 · %2")
                             .arg(format::localTime(contact.sinceUtc), visibleText(contact.why));
        display.advice = QStringLiteral("hatched values are the last ones heard");
    } else if (!otherSource.isEmpty()) {
        display.kind = ContactDisplay::Kind::OtherSource;
        display.title = QStringLiteral("NOT THE CHOSEN SOURCE");
        display.detail = visibleText(otherSource);
        display.action = QStringLiteral("Sources");
    } else if (!contact.chainAlarm.isEmpty()) {
        display.kind = ContactDisplay::Kind::ChainChanged;
        display.title = QStringLiteral("AUDIT TRAIL CHANGED");
        display.detail = visibleText(contact.chainAlarm);
        display.action = QStringLiteral("Sources");
    } else if (isClockOff(contact)) {
        display.kind = ContactDisplay::Kind::ClockOff;
        display.title = QStringLiteral("CLOCK ") + clockOffsetText(contact);
        display.detail = QStringLiteral("the source's clock, against this one");
        display.advice = QStringLiteral("ages count from when data arrive; set the clocks");
    }
    return display;
}

SnapshotPtr withdrawn(const SnapshotPtr& snapshot, const FeedContact& contact)
{
    if (!snapshot) {
        return nullptr;
    }
    auto copy = std::make_shared<Snapshot>(*snapshot);
    for (auto& state : copy->metrics) {
        if (state.reading) {
            state.freshness = std::max(state.freshness, Freshness::Stale);
        }
        state.level = Level::Unknown;
    }
    copy->worst = Level::Unknown;
    copy->source.problem = contact.why.toStdString();
    return copy;
}

AlertsDisplay makeLostAlerts(
    const AlertBoard* board, const FeedContact& contact, const QString& source)
{
    AlertsDisplay alerts;
    alerts.summary = QStringLiteral("unknown since ") + format::localTime(contact.sinceUtc);
    AlertRow row;
    row.stale = true;
    row.title = QStringLiteral("Connection lost");
    row.escalation = source;
    row.deadlineWord = visibleText(contact.why);
    alerts.rows.push_back(row);
    alerts.emptyTitle = QStringLiteral("Alerts cannot be evaluated");
    alerts.emptyDetail = QStringLiteral("before the loss: not known");
    if (board != nullptr) {
        alerts.emptyDetail = board->open.empty()
            ? QStringLiteral("before the loss: none active")
            : QStringLiteral("before the loss: %1 active, worst %2")
                  .arg(board->open.size())
                  .arg(QString::fromStdString(std::string(toString(board->open.front().level))));
    }
    return alerts;
}

}  // namespace headroom::ui
