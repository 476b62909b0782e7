// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/manual_clock.h"
#include "ui/text/format.h"
#include "ui/text/text_style.h"

#include <QTest>

#include <thread>

using namespace headroom;
using namespace headroom::ui;
using namespace std::chrono_literals;

namespace {

constexpr double kCertified = 1000.0 * 1024 * 1024 * 1024;  // the storage limit

QString plain(QString text) { return text.replace(QChar(0xA0), QLatin1Char(' ')); }

/// 2026-08-03 12:03:53 UTC.
SystemTime noon() { return SystemTime(std::chrono::seconds(1785758633)); }

}  // namespace

class TextStyleTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TZ", "Europe/Berlin");
        tzset();
    }
    void cleanup() { setTextStyle({}); }

    void theCertifiedThousandGigabytesAreToldHonestlyInEveryUnit_data()
    {
        QTest::addColumn<int>("units");
        QTest::addColumn<QString>("limit");
        QTest::addColumn<QString>("typed");
        QTest::newRow("certified") << 0 << "1000 GB"
                                   << "1000 GB";
        QTest::newRow("binary") << 1 << "1000 GiB"
                                << "1000 GiB";
        QTest::newRow("decimal") << 2 << "1074 GB"
                                 << "1000 GiB";
    }
    void theCertifiedThousandGigabytesAreToldHonestlyInEveryUnit()
    {
        QFETCH(int, units);
        QFETCH(QString, limit);
        QFETCH(QString, typed);
        setTextStyle({ static_cast<SizeUnits>(units), QLatin1Char('.'), {} });
        QCOMPARE(plain(format::bytes(kCertified)), limit);
        QCOMPARE(plain(format::certifiedBytes(kCertified)), typed);
        QCOMPARE(format::bytesPer(format::byteUnitOf(kCertified)),
            units == 2 ? 1e9 : 1024.0 * 1024 * 1024);
    }

    void aKilobyteBeginsWhereItsUnitSays()
    {
        setTextStyle({ SizeUnits::Decimal, QLatin1Char('.'), {} });
        QCOMPARE(plain(format::bytes(999)), QStringLiteral("999 B"));
        QCOMPARE(plain(format::bytes(1000)), QStringLiteral("1 kB"));
        setTextStyle({ SizeUnits::Binary, QLatin1Char('.'), {} });
        QCOMPARE(plain(format::bytes(1023)), QStringLiteral("1023 B"));
        QCOMPARE(plain(format::bytes(1024)), QStringLiteral("1 KiB"));
    }

    void everyNumberHasTheDecimalSign()
    {
        setTextStyle({ SizeUnits::Certified, QLatin1Char(','), {} });
        QCOMPARE(plain(format::number(41280.25, 2)), QStringLiteral("41 280,25"));
        QCOMPARE(plain(format::percent({ 0.3875 })), QStringLiteral("38,8 %"));
        QCOMPARE(plain(format::bytes(1.5 * 1024)), QStringLiteral("1,5 KB"));
        QCOMPARE(format::milliseconds(4.2), QStringLiteral("4,2"));
        QCOMPARE(plain(format::millisecondsShort(1500)), QStringLiteral("1,5 s"));
        QCOMPARE(plain(format::age(200ms)), QStringLiteral("0,2 s ago"));
        QCOMPARE(plain(format::signedNumber(0.5, 1)), QStringLiteral("+0,5"));
    }

    void aTypedNumberIsReadOrRefusedButNeverAnotherOne_data()
    {
        QTest::addColumn<QString>("sign");
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("value");  // negative: refused
        for (const char* sign : { ".", "," }) {
            const QString with = QString::fromLatin1(sign);
            const bool isPoint = with == QLatin1String(".");
            const auto row = [&](const char* text, double value) {
                QTest::addRow("%s under %s", text, sign)
                    << with << QString::fromUtf8(text) << value;
            };
            row("12", 12);
            row("0.5", 0.5);
            row("0,5", 0.5);
            row("12.50", 12.5);
            row("12,50", 12.5);
            row("0.125", 0.125);
            row("0,125", 0.125);
            row("1 234", 1234);
            row("1.234", isPoint ? 1.234 : -1);
            row("1,234", isPoint ? -1 : 1.234);
            row("1,234.5", -1);
            row("1.234,5", -1);
            row("1.2.3", -1);
            row("", -1);
            row("inf", -1);
            row("nan", -1);
            row("0x10", -1);
            row("12 MB", -1);
        }
    }
    void aTypedNumberIsReadOrRefusedButNeverAnotherOne()
    {
        QFETCH(QString, sign);
        QFETCH(QString, text);
        QFETCH(double, value);
        setTextStyle({ SizeUnits::Certified, sign.at(0), {} });
        const auto read = format::readNumber(text);
        QCOMPARE(read.has_value(), value >= 0);
        if (read) {
            QCOMPARE(*read, value);
        }
    }

    void timesAreThoseOfTheZone()
    {
        QCOMPARE(format::localTime(noon()), QStringLiteral("14:03:53"));
        setTextStyle({ SizeUnits::Certified, QLatin1Char('.'), QTimeZone("Asia/Tokyo") });
        QCOMPARE(format::localTime(noon()), QStringLiteral("21:03:53"));
        QCOMPARE(format::localDate(noon() + 6h), QStringLiteral("Tue 4 Aug 2026"));
        QCOMPARE(format::utcOffset(noon()), QStringLiteral("UTC+09:00"));
        QCOMPARE(format::utcTime(noon()), QStringLiteral("12:03:53 UTC"));
        setTextStyle({ SizeUnits::Certified, QLatin1Char('.'), QTimeZone("UTC") });
        QCOMPARE(format::localTime(noon()), QStringLiteral("12:03:53"));
    }

    void aCalendarCountsOnAndComesBackInEveryZone_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::newRow("this machine's") << QByteArray();
        QTest::newRow("UTC") << QByteArray("UTC");
        QTest::newRow("New York") << QByteArray("America/New_York");
        QTest::newRow("half hours") << QByteArray("Asia/Kolkata");
    }
    void aCalendarCountsOnAndComesBackInEveryZone()
    {
        QFETCH(QByteArray, zone);
        setTextStyle({ SizeUnits::Certified, QLatin1Char('.'),
            zone.isEmpty() ? QTimeZone() : QTimeZone(zone) });
        for (int hour = 0; hour < 24 * 366; hour += 7) {
            const auto at = noon() + std::chrono::hours(hour);
            const auto back = format::timeOf(format::calendarOf(at));
            // The hour that a clock shows twice may come back as either.
            QVERIFY(back == at || back == at - 1h || back == at + 1h);
            QCOMPARE(format::localTime(back), format::localTime(at));
        }
        auto parts = format::calendarOf(noon());
        parts.tm_mday += 31;
        QCOMPARE(format::dayAndMonth(format::timeOf(parts)), QStringLiteral("3 Sep"));
    }

    void wordsForAFileKnowNoPreference()
    {
        setTextStyle({ SizeUnits::Decimal, QLatin1Char(','), QTimeZone("Asia/Tokyo") });
        QCOMPARE(format::isoLocal(noon()), QStringLiteral("2026-08-03T14:03:53+02:00"));
        // 17:03 UTC: the day is over in Tokyo, and not in Berlin.
        QCOMPARE(format::isoDate(format::machineDay(noon() + 5h)), QStringLiteral("2026-08-03"));
        QCOMPARE(format::isoDate(format::localDay(noon() + 5h)), QStringLiteral("2026-08-04"));
        const WordsForFile file;
        QCOMPARE(plain(format::bytes(kCertified)), QStringLiteral("1000 GB"));
        QCOMPARE(format::number(0.5, 1), QStringLiteral("0.5"));
        QCOMPARE(format::localTime(noon()), QStringLiteral("14:03:53"));
        // Another thread makes words for the screen meanwhile.
        QString elsewhere;
        std::thread([&] { elsewhere = format::number(0.5, 1); }).join();
        QCOMPARE(elsewhere, QStringLiteral("0,5"));
    }
};

QTEST_GUILESS_MAIN(TextStyleTest)
#include "text_style_test.moc"
