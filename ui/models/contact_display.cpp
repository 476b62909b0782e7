// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/contact_display.h"

#include "ui/text/format.h"
#include "ui/text/visible_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace headroom::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ContactDisplay)
};

}  // namespace

QString clockOffsetText(const FeedContact& contact)
{
    const bool isAhead = contact.clockOffset.count() > 0;
    const QString off = format::countdown(std::chrono::abs(contact.clockOffset));
    return isAhead ? Words::tr("%1 ahead").arg(off) : Words::tr("%1 behind").arg(off);
}

ContactDisplay makeContact(const FeedContact& contact, SteadyTime now, const QString& otherSource)
{
    ContactDisplay display;
    if (!contact.isConnected) {
        display.kind = ContactDisplay::Kind::Lost;
        display.title = Words::tr("NO CONTACT %1").arg(format::stopwatch(now - contact.since));
        display.detail = Words::tr("since %1 · %2")
                             .arg(format::localTime(contact.sinceUtc), visibleText(contact.why));
        display.advice = Words::tr("hatched values are the last ones heard");
    } else if (!otherSource.isEmpty()) {
        display.kind = ContactDisplay::Kind::OtherSource;
        display.title = Words::tr("NOT THE CHOSEN SOURCE");
        display.detail = visibleText(otherSource);
        display.action = Words::tr("Sources");
    } else if (!contact.chainAlarm.isEmpty()) {
        display.kind = ContactDisplay::Kind::ChainChanged;
        display.title = Words::tr("AUDIT TRAIL CHANGED");
        display.detail = visibleText(contact.chainAlarm);
        display.action = Words::tr("Sources");
    } else if (isClockOff(contact)) {
        display.kind = ContactDisplay::Kind::ClockOff;
        display.title = Words::tr("CLOCK %1").arg(clockOffsetText(contact));
        display.detail = Words::tr("the source's clock, against this one");
        display.advice = Words::tr("ages count from when data arrive; set the clocks");
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
    alerts.summary = Words::tr("unknown since %1").arg(format::localTime(contact.sinceUtc));
    AlertRow row;
    row.stale = true;
    row.title = Words::tr("Connection lost");
    row.escalation = source;
    row.deadlineWord = visibleText(contact.why);
    alerts.rows.push_back(row);
    alerts.emptyTitle = Words::tr("Alerts cannot be evaluated");
    alerts.emptyDetail = Words::tr("before the loss: not known");
    if (board != nullptr) {
        alerts.emptyDetail = board->open.empty()
            ? Words::tr("before the loss: none active")
            : Words::tr("before the loss: %1 active, worst %2")
                  .arg(board->open.size())
                  .arg(QString::fromStdString(std::string(toString(board->open.front().level))));
    }
    return alerts;
}

}  // namespace headroom::ui
