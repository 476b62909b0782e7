// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alert_notices.h"

#include "ui/models/alert_words.h"
#include "ui/models/contact_display.h"
#include "ui/text/format.h"
#include "ui/text/visible_text.h"

#include <vector>

namespace headroom::ui {

namespace {

QString levelText(Level level)
{
    const auto word = toString(level);
    return QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()));
}

}  // namespace

AlertNotices::AlertNotices(Feed& feed, const Clock& clock, QObject* parent)
    : QObject(parent)
    , feed_(feed)
    , clock_(clock)
{
    connect(&feed_, &Feed::alertsChanged, this, &AlertNotices::takeBoard);
    connect(&feed_, &Feed::contactChanged, this, &AlertNotices::takeContact);
    takeBoard();
}

void AlertNotices::takeBoard()
{
    const auto board = feed_.alerts();
    if (!board || feed_.isSimulated()) {
        return;
    }
    QHash<QString, Level> open;
    std::vector<const AlertView*> fresh;
    for (const auto& alert : board->open) {
        const auto id = QString::fromStdString(alert.id);
        open.insert(id, alert.level);
        const auto before = known_.value(id, Level::Green);
        if (alert.level >= Level::Orange && alert.level > before && waitsForPerson(alert)) {
            fresh.push_back(&alert);
        }
    }
    known_ = open;
    if (fresh.empty()) {
        return;
    }
    const auto& worst = *fresh.front();  // the board has them worst first
    const auto snapshot = feed_.latest();
    const QString value = alertValue(worst.type, worst.value, limitOf(worst.type, snapshot.get()));
    Notice notice { worst.level,
        QStringLiteral("%1 · %2 %3").arg(levelText(worst.level), alertTitle(worst.type), value),
        deadlineText(worst, clock_.steadyNow()) };
    if (worst.escalationPath != "NONE") {
        notice.body = tr("%1, %2", "who is told, until when")
                          .arg(visibleText(worst.escalationPath, 60), notice.body);
    }
    if (fresh.size() > 1) {
        notice.body = tr("%1 · and %2 more").arg(notice.body, QString::number(fresh.size() - 1));
    }
    Q_EMIT noticed(notice);
}

void AlertNotices::takeContact()
{
    const auto before = std::exchange(contact_, feed_.contact());
    const bool isLost = before.isConnected && !contact_.isConnected;
    const bool isOff = !isClockOff(before) && isClockOff(contact_);
    if (feed_.isSimulated() || (!isLost && !isOff)) {
        return;
    }
    const auto display = makeContact(contact_, clock_.steadyNow());
    Q_EMIT noticed(
        { Level::Unknown, isLost ? tr("No contact with %1").arg(feed_.sourceText()) : display.title,
            display.detail });
}

}  // namespace headroom::ui
