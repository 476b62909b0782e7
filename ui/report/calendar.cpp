// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/calendar.h"

#include "monitor_core/base/utc_text.h"
#include "monitor_core/certification/review.h"
#include "ui/text/format.h"
#include "ui/text/text_style.h"
#include "ui/text/visible_text.h"

#include <QCryptographicHash>

namespace headroom::ui {

namespace {

constexpr qsizetype kLongestLine = 75;  // octets, RFC 5545 §3.1

/// A text value: what would end it or the line is escaped.
QString escaped(const QString& text)
{
    QString safe;
    for (const QChar c : visibleText(text, 1000)) {
        if (c == QLatin1Char('\\') || c == QLatin1Char(';') || c == QLatin1Char(',')) {
            safe += QLatin1Char('\\');
        }
        safe += c;
    }
    return safe;
}

/// Adds a content line, folded so that no character is cut.
void add(QByteArray& calendar, const QString& line)
{
    const auto bytes = line.toUtf8();
    qsizetype from = 0;
    qsizetype room = kLongestLine;
    while (bytes.size() - from > room) {
        qsizetype to = from + room;
        while ((static_cast<unsigned char>(bytes[to]) & 0xC0u) == 0x80u) {
            --to;  // inside a character
        }
        calendar += bytes.mid(from, to - from) + "\r\n ";
        from = to;
        room = kLongestLine - 1;  // the blank counts
    }
    calendar += bytes.mid(from) + "\r\n";
}

QString compactDate(std::chrono::year_month_day day)
{
    return format::isoDate(day).remove(QLatin1Char('-'));
}

QString compactTime(SystemTime at)
{
    auto text = QString::fromStdString(toUtcText(at)).left(19);
    return text.remove(QLatin1Char('-')).remove(QLatin1Char(':')) + QLatin1Char('Z');
}

QString uidOf(const ReviewEvent& event)
{
    const auto what = event.certificate + QLatin1Char('\n') + event.depository
        + (event.isSimulated ? QStringLiteral("\nsimulated") : QString());
    const auto hash = QCryptographicHash::hash(what.toUtf8(), QCryptographicHash::Sha256).toHex();
    return QStringLiteral("review-%1-%2@headroom")
        .arg(compactDate(event.due), QString::fromLatin1(hash.left(16)));
}

}  // namespace

QByteArray reviewCalendar(const ReviewEvent& event, SystemTime now)
{
    const WordsForFile file;
    const QString simulated = event.isSimulated ? QStringLiteral("SIMULATION: ") : QString();
    const QString title = simulated + QStringLiteral("Review of ") + event.certificate
        + QStringLiteral(" (") + event.depository + QLatin1Char(')');
    const auto dayAfter
        = std::chrono::year_month_day(std::chrono::sys_days(event.due) + std::chrono::days(1));
    QString details = QStringLiteral("The certification review is due on %1. Owner: %2.")
                          .arg(format::isoDate(event.due), event.owner);
    if (!event.state.isEmpty()) {
        details += QStringLiteral(" When this was written: %1.").arg(event.state);
    }
    QByteArray calendar;
    add(calendar, QStringLiteral("BEGIN:VCALENDAR"));
    add(calendar, QStringLiteral("VERSION:2.0"));
    add(calendar, QStringLiteral("PRODID:-//Headroom//Certification//EN"));
    add(calendar, QStringLiteral("BEGIN:VEVENT"));
    add(calendar, QStringLiteral("UID:") + uidOf(event));
    add(calendar, QStringLiteral("DTSTAMP:") + compactTime(now));
    add(calendar, QStringLiteral("DTSTART;VALUE=DATE:") + compactDate(event.due));
    add(calendar, QStringLiteral("DTEND;VALUE=DATE:") + compactDate(dayAfter));
    add(calendar, QStringLiteral("SUMMARY:") + escaped(title));
    add(calendar, QStringLiteral("DESCRIPTION:") + escaped(simulated + details));
    add(calendar, QStringLiteral("TRANSP:TRANSPARENT"));
    add(calendar, QStringLiteral("BEGIN:VALARM"));
    add(calendar, QStringLiteral("ACTION:DISPLAY"));
    add(calendar, QStringLiteral("DESCRIPTION:") + escaped(title));
    add(calendar, QStringLiteral("TRIGGER:-P%1D").arg(kDueSoon.count()));
    add(calendar, QStringLiteral("END:VALARM"));
    add(calendar, QStringLiteral("END:VEVENT"));
    add(calendar, QStringLiteral("END:VCALENDAR"));
    return calendar;
}

}  // namespace headroom::ui
