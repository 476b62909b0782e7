// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/live_series.h"
#include "ui/models/trend.h"

#include <QTest>

#include <cmath>

using namespace headroom;
using namespace headroom::ui;
using namespace std::chrono_literals;

namespace {

constexpr SteadyTime kStart { 1000s };

QString tail(const QVector<double>& values, int count)
{
    QStringList parts;
    for (auto i = values.size() - count; i < values.size(); ++i) {
        parts << (std::isnan(values[i]) ? QStringLiteral("-") : QString::number(values[i]));
    }
    return parts.join(QLatin1Char(' '));
}

}  // namespace

class LiveSeriesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSecondKeepsItsHighestValue()
    {
        LiveSeries series;
        series.record(kStart, 3, 5s);
        series.record(kStart + 100ms, 7, 5s);
        series.record(kStart + 900ms, 4, 5s);
        series.record(kStart + 1s, 1, 5s);
        QCOMPARE(tail(series.window(kStart + 1s), 3), QStringLiteral("- 7 1"));
    }

    void aShortHoleIsHeldAndALongOneStaysAGap()
    {
        LiveSeries series;
        series.record(kStart, 3, 5s);
        series.record(kStart + 3s, 4, 5s);
        QCOMPARE(tail(series.window(kStart + 3s), 4), QStringLiteral("3 3 3 4"));
        series.record(kStart + 9s, 5, 5s);
        QCOMPARE(tail(series.window(kStart + 9s), 7), QStringLiteral("4 - - - - - 5"));
    }

    void theEndIsHeldUntilItIsStaleAndThenEndsWhereTheDataDid()
    {
        LiveSeries series;
        series.record(kStart, 3, 5s);
        QCOMPARE(tail(series.window(kStart + 4s), 5), QStringLiteral("3 3 3 3 3"));
        QCOMPARE(tail(series.window(kStart + 5s), 6), QStringLiteral("3 - - - - -"));
    }

    void whatIsOlderThanTheWindowIsGone()
    {
        LiveSeries series;
        for (int i = 0; i < 2000; ++i) {
            series.record(kStart + std::chrono::seconds(i), i, 5s);
        }
        const auto values = series.window(kStart + 1999s);
        QCOMPARE(values.size(), 900);
        QCOMPARE(values.front(), 1100.0);
        QCOMPARE(values.back(), 1999.0);
        series.record(kStart + 5000s, 1, 5s);
        QCOMPARE(tail(series.window(kStart + 5000s), 3), QStringLiteral("- - 1"));
        QVERIFY(std::isnan(series.window(kStart + 9000s).back()));
    }

    void anOlderReadingChangesNothing()
    {
        LiveSeries series;
        series.record(kStart + 2s, 3, 5s);
        series.record(kStart, 9, 5s);
        QCOMPARE(tail(series.window(kStart + 2s), 3), QStringLiteral("- - 3"));
    }

    void bucketsStandStillWhileTimePasses()
    {
        LiveSeries series;
        for (int i = 0; i < 64; ++i) {
            series.record(kStart + std::chrono::seconds(i), i % 8, 500s);
        }
        const auto first = series.buckets(kStart + 63s, 8);
        QCOMPARE(first.back(), 7.0);
        QCOMPARE(first[first.size() - 8], 7.0);
        QVERIFY(std::isnan(first.front()));
    }

    void nothingIsSaidAboutLessThanAMinute()
    {
        QVERIFY(!trendOf(QVector<double>(59, 5.0)));
        QVERIFY(trendOf(QVector<double>(60, 5.0)));
        QVERIFY(!trendOf(QVector<double>(900, std::nan(""))));
    }

    void aLineIsFoundThroughGaps()
    {
        QVector<double> values(900, std::nan(""));
        for (int i = 100; i < 900; i += 2) {
            values[i] = 10 + 0.5 * i;
        }
        const auto trend = trendOf(values);
        QVERIFY(trend);
        QVERIFY(std::abs(trend->perSecond - 0.5) < 1e-9);
        QVERIFY(std::abs(trend->change - 0.5 * 798) < 1e-6);
        QCOMPARE(trend->span, 798s);
    }

    void theArrowSaysWhereItLeads()
    {
        const auto arrow = [](double change, double noise, TrendTargets targets) {
            return arrowOf({ change / 900, change, noise, 900s }, targets);
        };
        QCOMPARE(arrow(0, 0, {}), TrendArrow::Flat);
        QCOMPARE(arrow(5, 6, {}), TrendArrow::Flat);
        QCOMPARE(arrow(9, 6, { 100, {} }), TrendArrow::Up);
        QCOMPARE(arrow(9, 6, { 36, {} }), TrendArrow::SteepUp);  // 9 in 15 min are 36 in the hour
        QCOMPARE(arrow(9, 6, { 36.1, {} }), TrendArrow::Up);
        QCOMPARE(arrow(9, 6, { {}, {} }), TrendArrow::Up);
        QCOMPARE(arrow(-9, 6, { 1, {} }), TrendArrow::Down);
        QCOMPARE(arrow(-9, 6, { {}, 9 }), TrendArrow::SteepDown);
        QCOMPARE(arrow(-9, 6, { {}, 9.1 }), TrendArrow::Down);
    }
};

QTEST_GUILESS_MAIN(LiveSeriesTest)
#include "live_series_test.moc"
