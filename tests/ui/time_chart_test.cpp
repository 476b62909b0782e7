// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/paint_watch.h"
#include "tests/ui/panel_samples.h"
#include "ui/widgets/time_chart.h"

#include <QImage>
#include <QRegularExpression>
#include <QTest>

#include <cmath>
#include <limits>

using namespace headroom;
using namespace headroom::ui;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr QSize kCard(692, 298);

// 0 – 100 over 100 s with one level line at 50.
ChartDisplay levelLine()
{
    ChartDisplay display;
    display.title = QStringLiteral("Load");
    display.maximum = 100;
    display.windowSeconds = 100;
    ChartSeries series;
    series.role = SeriesRole::Writes;
    series.name = QStringLiteral("writes");
    series.valueText = QStringLiteral("50");
    series.valueFirst = true;
    for (int second = -100; second <= 0; ++second) {
        series.points.append({ static_cast<double>(second), 50 });
    }
    display.series = { series };
    return display;
}

QImage paintedBy(TimeChart& chart)
{
    chart.resize(kCard);
    return chart.grab().toImage();
}

/// The colour where the line of levelLine() is or would be at that second.
QColor atSecond(TimeChart& chart, const QImage& image, double second)
{
    const QRectF plot = chart.plotArea();
    return image.pixelColor(
        qRound(plot.right() + second / 100 * plot.width()), qRound(plot.center().y() - 0.5));
}

}  // namespace

class TimeChartTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aLineRunsThroughItsValues();
    void aGapIsNeverBridged();
    void aLoneSampleBetweenGapsIsSeen();
    void anAbnormalLineHasItsLevelsColour();
    void nothingIsDrawnAfterTheDataStopped();
    void withoutSamplesItSaysSo();
    void thePlotStaysWhenALabelGetsShorter();
    void equalDisplaysPaintNothing();
    void aHiddenChartPaintsNothing();
    void valuesBeyondTheScaleStayInSight();
    void survivesHostileDisplays();
    void survivesEverySize();
    void isNamedForThoseWhoCannotSee();
};

void TimeChartTest::initTestCase()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
}

void TimeChartTest::aLineRunsThroughItsValues()
{
    TimeChart chart;
    chart.setDisplay(levelLine());
    const QImage image = paintedBy(chart);
    for (const double second : { -90.0, -50.0, -10.0 }) {
        QCOMPARE(atSecond(chart, image, second), Theme::dark().color(Token::T1));
    }
}

void TimeChartTest::aGapIsNeverBridged()
{
    ChartDisplay display = levelLine();
    for (QPointF& point : display.series[0].points) {
        if (point.x() > -60 && point.x() < -40) {
            point.setY(kNaN);
        }
    }
    TimeChart chart;
    chart.setDisplay(display);
    const QImage image = paintedBy(chart);
    const QColor line = Theme::dark().color(Token::T1);
    QCOMPARE(atSecond(chart, image, -70), line);
    QVERIFY(atSecond(chart, image, -50) != line);
    QCOMPARE(atSecond(chart, image, -30), line);
}

void TimeChartTest::aLoneSampleBetweenGapsIsSeen()
{
    ChartDisplay display = levelLine();
    for (QPointF& point : display.series[0].points) {
        if (point.x() != -50) {
            point.setY(kNaN);
        }
    }
    TimeChart chart;
    chart.setDisplay(display);
    const QImage image = paintedBy(chart);
    QVERIFY(atSecond(chart, image, -50).lightness() > atSecond(chart, image, -45).lightness() + 60);
}

void TimeChartTest::anAbnormalLineHasItsLevelsColour()
{
    ChartDisplay display = levelLine();
    display.series[0].level = Level::Red;
    TimeChart chart;
    chart.setDisplay(display);
    QCOMPARE(atSecond(chart, paintedBy(chart), -50), Theme::dark().level(Level::Red).fg);
    chart.setLook(Theme::light(), {});
    QCOMPARE(atSecond(chart, paintedBy(chart), -50), Theme::light().level(Level::Red).fg);
}

void TimeChartTest::nothingIsDrawnAfterTheDataStopped()
{
    ChartDisplay display = levelLine();
    display.staleSince = -40;
    display.series[0].points.removeIf([](const QPointF& point) { return point.x() > -40; });
    TimeChart chart;
    chart.setDisplay(display);
    const QImage image = paintedBy(chart);
    // The line is dimmed, and what lies after it is hatch.
    QCOMPARE(atSecond(chart, image, -70), Theme::dark().color(Token::T3));
    const QColor after = atSecond(chart, image, -20);
    QVERIFY(after != Theme::dark().color(Token::T3) && after != Theme::dark().color(Token::T1));
}

void TimeChartTest::withoutSamplesItSaysSo()
{
    ChartDisplay display = levelLine();
    display.series[0].points.clear();
    TimeChart chart;
    chart.setDisplay(display);
    const QImage silent = paintedBy(chart);
    display.emptyText = QStringLiteral("no samples yet");
    chart.setDisplay(display);
    QVERIFY(paintedBy(chart) != silent);
}

void TimeChartTest::thePlotStaysWhenALabelGetsShorter()
{
    ChartDisplay display = levelLine();
    display.series[0].valueText = QStringLiteral("1 000 000 000");
    TimeChart chart;
    chart.setDisplay(display);
    paintedBy(chart);
    const QRectF plot = chart.plotArea();
    display.series[0].valueText = QStringLiteral("5");
    chart.setDisplay(display);
    QCOMPARE(chart.plotArea(), plot);
}

void TimeChartTest::equalDisplaysPaintNothing()
{
    Shown<TimeChart> shown(kCard);
    PaintWatch watch(shown.panel);
    const ChartDisplay display = samples::latencyChart(900);
    QVERIFY(watch.paintsAfter([&] { shown.panel.setDisplay(display); }) > 0);
    QCOMPARE(watch.paintsAfter([&] { shown.panel.setDisplay(samples::latencyChart(900)); }), 0);
    ChartDisplay other = display;
    other.series[0].points.last().ry() += 1;
    QVERIFY(watch.paintsAfter([&] { shown.panel.setDisplay(other); }) > 0);
}

void TimeChartTest::aHiddenChartPaintsNothing()
{
    Shown<TimeChart> shown(kCard);
    shown.panel.hide();
    PaintWatch watch(shown.panel);
    QCOMPARE(watch.paintsAfter([&] { shown.panel.setDisplay(samples::latencyChart(900)); }), 0);
}

void TimeChartTest::valuesBeyondTheScaleStayInSight()
{
    ChartDisplay display = levelLine();
    for (QPointF& point : display.series[0].points) {
        point.setY(1e300);
    }
    TimeChart chart;
    chart.setDisplay(display);
    const QImage image = paintedBy(chart);
    const QRectF plot = chart.plotArea();
    QCOMPARE(image.pixelColor(qRound(plot.center().x()), qRound(plot.top())),
        Theme::dark().color(Token::T1));
}

void TimeChartTest::survivesHostileDisplays()
{
    TimeChart chart;
    chart.resize(kCard);
    const double odd[] = { kNaN, kInfinity, -kInfinity, 0, -1, 1e308, -1e308, 1e-308 };
    for (const bool log : { false, true }) {
        for (const double value : odd) {
            for (const double other : odd) {
                ChartDisplay display = samples::latencyChart(50);
                display.logScale = log;
                display.minimum = value;
                display.maximum = other;
                display.windowSeconds = value;
                display.limit = other;
                display.staleSince = value;
                display.thresholds[0].value = value;
                display.yTicks[1].value = other;
                display.xTicks[1].value = value;
                display.series[0].points[3] = { value, other };
                chart.setDisplay(display);
                chart.grab();
            }
        }
    }
    ChartDisplay display = samples::latencyChart(900);
    const QString huge(100000, QLatin1Char('9'));
    display.title = display.subtitle = display.limitText = display.emptyText = huge;
    for (ChartSeries& series : display.series) {
        series.name = series.valueText = huge;
    }
    display.yTicks.fill({ 10, huge }, 3);
    display.xTicks.fill({ -10, huge }, 3);
    chart.setDisplay(display);
    chart.grab();
    display.series.fill(display.series[0], 60);
    chart.setDisplay(display);
    QVERIFY(!chart.grab().isNull());
    chart.setDisplay({});
    QVERIFY(!chart.grab().isNull());
}

void TimeChartTest::survivesEverySize()
{
    TimeChart chart;
    chart.setDisplay(samples::latencyChart(900));
    for (const ScreenSizes sizes :
        { ScreenSizes {}, ScreenSizes { true, 1 }, ScreenSizes { true, 4 } }) {
        chart.setLook(Theme::dark(), sizes);
        for (const QSize size : { QSize(0, 0), QSize(1, 1), QSize(40, 300), QSize(300, 40), kCard,
                 QSize(3000, 1500), QSize(2, 2) }) {
            chart.resize(size);
            chart.grab();
            QVERIFY(chart.plotArea().isEmpty() || QRectF(chart.rect()).contains(chart.plotArea()));
        }
    }
}

void TimeChartTest::isNamedForThoseWhoCannotSee()
{
    TimeChart chart;
    ChartDisplay display = levelLine();
    chart.setDisplay(display);
    QCOMPARE(chart.accessibleName(), QStringLiteral("Load"));
    QCOMPARE(chart.accessibleDescription(), QStringLiteral("50 writes"));
    display.staleSince = -5;
    chart.setDisplay(display);
    QVERIFY(chart.accessibleDescription().startsWith(QStringLiteral("stale")));
}

QTEST_MAIN(TimeChartTest)
#include "time_chart_test.moc"
