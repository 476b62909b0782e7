// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/manual_clock.h"
#include "ui/text/format.h"

#include <QTest>

using namespace headroom;
using namespace headroom::ui;
using namespace std::chrono_literals;

namespace {

/// No-break spaces as plain ones and the minus as a hyphen, so that expectations can be read.
QString plain(QString text)
{
    return text.replace(QChar(0xA0), QLatin1Char(' ')).replace(QChar(0x2212), QLatin1Char('-'));
}

}  // namespace

class FormatTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TZ", "Europe/Berlin");
        tzset();
    }

    void aRoundedNumberStaysOnItsSideOfAnEdge_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("decimals");
        QTest::addColumn<double>("edge");
        QTest::addColumn<bool>("itselfAbove");
        QTest::addColumn<QString>("text");
        QTest::newRow("below a >= bound") << 99.96 << 1 << 100.0 << true << "99.9";
        QTest::newRow("at a >= bound") << 100.0 << 1 << 100.0 << true << "100";
        QTest::newRow("above a >= bound") << 100.04 << 1 << 100.0 << true << "100";
        QTest::newRow("at a > bound") << 500.0 << 0 << 500.0 << false << "500";
        QTest::newRow("just above a > bound") << 500.2 << 0 << 500.0 << false << "501";
        QTest::newRow("just below a > bound") << 499.8 << 0 << 500.0 << false << "500";
        QTest::newRow("below zero") << -0.01 << 1 << 0.0 << true << "-0.1";
        QTest::newRow("far away") << 612.4 << 0 << 700.0 << true << "612";
    }
    void aRoundedNumberStaysOnItsSideOfAnEdge()
    {
        QFETCH(double, value);
        QFETCH(int, decimals);
        QFETCH(double, edge);
        QFETCH(bool, itselfAbove);
        QFETCH(QString, text);
        QCOMPARE(plain(format::number(value, decimals, { { edge, itselfAbove } })), text);
    }

    void betweenTwoCloseEdgesItTakesMoreDigits()
    {
        const format::Edges edges { { 7.92, true }, { 8.0, true } };
        QCOMPARE(format::number(7.95, 1, edges), QStringLiteral("7.95"));
        QCOMPARE(format::number(7.92, 1, edges), QStringLiteral("7.92"));
        QCOMPARE(format::number(7.91, 1, edges), QStringLiteral("7.9"));
    }

    void noValueOfAScaleIsEverShownOnTheOtherSide()
    {
        const format::Edges edges { { 70, true }, { 90, true }, { 99, true }, { 100, true } };
        for (int i = 0; i <= 120'000; ++i) {
            const double value = i / 1000.0;
            const double shown = format::roundedWithin(value, 0, edges);
            for (const auto edge : edges) {
                QCOMPARE(shown >= edge.at - 1e-9, value >= edge.at);
            }
            QVERIFY(std::abs(shown - value) <= 1);
        }
    }

    void numbersAreGroupedAndSigned()
    {
        QCOMPARE(format::number(41'280, 0), QStringLiteral("41\u00A0280"));
        QCOMPARE(format::number(1000, 0), QStringLiteral("1000"));
        QCOMPARE(plain(format::number(1'234'567, 0)), QStringLiteral("1 234 567"));
        QCOMPARE(format::number(-3, 0), QStringLiteral("\u22123"));
        QCOMPARE(format::number(-0.001, 0), QStringLiteral("0"));
        QCOMPARE(format::number(10, 0), QStringLiteral("10"));
        QCOMPARE(format::signedNumber(24, 0), QStringLiteral("+24"));
        QCOMPARE(format::signedNumber(-3, 0), QStringLiteral("\u22123"));
        QCOMPARE(format::signedNumber(0.2, 0), QStringLiteral("0"));
    }

    void percentShowsFullAndEmptyOnlyWhenExact()
    {
        QCOMPARE(plain(format::percent({ 0.388 })), QStringLiteral("38.8 %"));
        QCOMPARE(plain(format::percent({ 0.66 })), QStringLiteral("66 %"));
        QCOMPARE(plain(format::percent({ 0.9999 })), QStringLiteral("99.9 %"));
        QCOMPARE(plain(format::percent({ 1.0 })), QStringLiteral("100 %"));
        QCOMPARE(plain(format::percent({ 0.0001 })), QStringLiteral("0.1 %"));
        QCOMPARE(plain(format::percent({ 0.0 })), QStringLiteral("0 %"));
        QCOMPARE(plain(format::percent({ -0.03 })), QStringLiteral("-3 %"));
        QCOMPARE(plain(format::percent({ -0.0001 })), QStringLiteral("-0.1 %"));
    }

    void bytesTakeTheUnitOfTheirSize()
    {
        QCOMPARE(plain(format::bytes(1000.0 * 1024 * 1024 * 1024)), QStringLiteral("1000 GB"));
        QCOMPARE(plain(format::bytes(8.0 * 1024 * 1024)), QStringLiteral("8 MB"));
        QCOMPARE(plain(format::bytes(16.0 * 1024)), QStringLiteral("16 KB"));
        QCOMPARE(plain(format::bytes(1023)), QStringLiteral("1023 B"));
        QCOMPARE(plain(format::bytes(0)), QStringLiteral("0 B"));
    }

    void millisecondsHaveTheDigitsThatMatter()
    {
        QCOMPARE(format::milliseconds(0.004), QStringLiteral("0.004"));
        QCOMPARE(format::milliseconds(0.05), QStringLiteral("0.05"));
        QCOMPARE(format::milliseconds(4.21), QStringLiteral("4.2"));
        QCOMPARE(format::milliseconds(42.4), QStringLiteral("42"));
        QCOMPARE(plain(format::milliseconds(1240)), QStringLiteral("1 240"));
        QCOMPARE(format::milliseconds(99.7, { { 100, true } }), QStringLiteral("99"));
        QCOMPARE(format::milliseconds(0.00001), QStringLiteral("0.001"));
        QCOMPARE(plain(format::millisecondsShort(5000)), QStringLiteral("5 s"));
        QCOMPARE(plain(format::millisecondsShort(0.1)), QStringLiteral("0.1 ms"));
    }

    void spansOfTimeAreRoundedDown()
    {
        QCOMPARE(plain(format::age(230ms)), QStringLiteral("0.2 s ago"));
        QCOMPARE(plain(format::age(9990ms)), QStringLiteral("9.9 s ago"));
        QCOMPARE(plain(format::age(42'900ms)), QStringLiteral("42 s ago"));
        QCOMPARE(plain(format::age(239s)), QStringLiteral("3 min ago"));
        QCOMPARE(plain(format::age(-1s)), QStringLiteral("0.0 s ago"));
        QCOMPARE(plain(format::duration(192min)), QStringLiteral("3 h 12 min"));
        QCOMPARE(plain(format::duration(2h)), QStringLiteral("2 h"));
        QCOMPARE(plain(format::duration(49h)), QStringLiteral("2 days"));
        QCOMPARE(format::stopwatch(42s), QStringLiteral("00:42"));
        QCOMPARE(format::stopwatch(3723s), QStringLiteral("1:02:03"));
    }

    void timesAreLocalUnlessTheySayUtc()
    {
        const ManualClock clock;  // 2026-08-03T10:03:53Z
        const auto now = clock.systemNow();
        QCOMPARE(format::localTime(now), QStringLiteral("12:03:53"));
        QCOMPARE(format::utcTime(now), QStringLiteral("10:03:53 UTC"));
        QCOMPARE(format::localDate(now), QStringLiteral("Mon 3 Aug 2026"));
        QCOMPARE(format::isoDate(format::localDay(now)), QStringLiteral("2026-08-03"));
        QCOMPARE(format::isoDate(format::localDay(now + 12h)), QStringLiteral("2026-08-04"));
    }

    void wordsAgreeWithTheirNumber()
    {
        QCOMPARE(plain(format::plural(1, "day", "days")), QStringLiteral("1 day"));
        QCOMPARE(plain(format::plural(15, "day", "days")), QStringLiteral("15 days"));
    }
};

QTEST_GUILESS_MAIN(FormatTest)
#include "format_test.moc"
