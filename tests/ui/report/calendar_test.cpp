// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/manual_clock.h"
#include "ui/report/calendar.h"

#include <QTest>

using namespace headroom;
using namespace headroom::ui;

namespace {

ReviewEvent dueReview()
{
    using namespace std::chrono;
    ReviewEvent made;
    made.due = year(2026) / July / 31;
    made.certificate = QStringLiteral("ENTERPRISE_SCALE_READY");
    made.owner = QStringLiteral("Ada; Lovelace, \\ owner");
    made.depository = QStringLiteral("dépôt-eu-1 ") + QString(60, QChar(0x00E9));
    return made;
}

QByteArray unfolded(QByteArray calendar) { return calendar.replace("\r\n ", ""); }

QByteArray valueOf(const QByteArray& calendar, const QByteArray& name)
{
    for (const auto& line : unfolded(calendar).split('\n')) {
        if (line.startsWith(name)) {
            return line.mid(name.size()).trimmed();
        }
    }
    return "missing";
}

}  // namespace

class CalendarTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyLineEndsInCrLfAndHasAtMost75OctetsOfWholeCharacters()
    {
        const auto calendar = reviewCalendar(dueReview(), ManualClock().systemNow());
        QVERIFY(calendar.endsWith("END:VCALENDAR\r\n"));
        QCOMPARE(calendar.count('\n'), calendar.count("\r\n"));
        bool isFolded = false;
        for (const auto& line : calendar.split('\n')) {
            QVERIFY2(line.size() <= 76, line.constData());  // with its CR
            QVERIFY(!QString::fromUtf8(line).contains(QChar(QChar::ReplacementCharacter)));
            isFolded = isFolded || line.startsWith(' ');
        }
        QVERIFY(isFolded);
        QVERIFY(unfolded(calendar).contains(dueReview().depository.toUtf8()));
    }

    void theEventIsAWholeDayAlsoOverTheEndOfAMonth()
    {
        const auto calendar = reviewCalendar(dueReview(), ManualClock().systemNow());
        QCOMPARE(valueOf(calendar, "DTSTART;VALUE=DATE:"), QByteArray("20260731"));
        QCOMPARE(valueOf(calendar, "DTEND;VALUE=DATE:"), QByteArray("20260801"));
        QCOMPARE(valueOf(calendar, "TRIGGER:"), QByteArray("-P30D"));
    }

    void textIsEscaped()
    {
        const auto calendar = reviewCalendar(dueReview(), ManualClock().systemNow());
        QVERIFY(valueOf(calendar, "DESCRIPTION:").contains("Ada\\; Lovelace\\, \\\\ owner"));
        auto hostile = dueReview();
        hostile.depository = QStringLiteral("x\r\nBEGIN:VEVENT\r\nUID:other");
        const auto spoiled = reviewCalendar(hostile, ManualClock().systemNow());
        QCOMPARE(spoiled.count("\r\nBEGIN:VEVENT\r\n"), 1);
        QCOMPARE(spoiled.count("\r\nUID:"), 1);
    }

    void theSameReviewHasTheSameUidAndAnotherOneAnother()
    {
        ManualClock clock;
        const auto first = reviewCalendar(dueReview(), clock.systemNow());
        clock.advance(std::chrono::hours(24));
        auto again = dueReview();
        again.state = QStringLiteral("OVERDUE 1 day");
        const auto second = reviewCalendar(again, clock.systemNow());
        QCOMPARE(valueOf(first, "UID:"), valueOf(second, "UID:"));
        QVERIFY(valueOf(first, "DTSTAMP:") != valueOf(second, "DTSTAMP:"));
        QCOMPARE(valueOf(first, "DTSTAMP:").size(), QByteArray("20260803T100353Z").size());
        auto next = dueReview();
        next.due = std::chrono::year(2027) / std::chrono::January / 31;
        QVERIFY(valueOf(first, "UID:") != valueOf(reviewCalendar(next, clock.systemNow()), "UID:"));
        auto other = dueReview();
        other.depository = QStringLiteral("depository-us-1");
        QVERIFY(
            valueOf(first, "UID:") != valueOf(reviewCalendar(other, clock.systemNow()), "UID:"));
    }

    void aSimulatedOneSaysSo()
    {
        auto simulated = dueReview();
        simulated.isSimulated = true;
        const auto calendar = reviewCalendar(simulated, ManualClock().systemNow());
        QVERIFY(valueOf(calendar, "SUMMARY:").startsWith("SIMULATION: "));
        QVERIFY(!reviewCalendar(dueReview(), ManualClock().systemNow()).contains("SIMULATION"));
    }
};

QTEST_GUILESS_MAIN(CalendarTest)
#include "calendar_test.moc"
