// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/gauge_geometry.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace headroom::ui;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr ScreenSizes kDesk { false, 1 };

bool isNear(QPointF a, QPointF b) { return std::hypot(a.x() - b.x(), a.y() - b.y()) < 1e-9; }

}  // namespace

class GaugeGeometryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theLimitIsAtThreeOClock();
    void theScaleRunsFromLowerLeftToLowerRight();
    void aValueBelowTheHorizontalIsOverItsLimit();
    void whatIsNotOnTheScaleIsClamped();
    void aSectorLiesBetweenItsRadiiAndAngles();
    void aSectorOfNothingIsEmpty();
    void aCardHasTheFiguresOfItsScreen_data();
    void aCardHasTheFiguresOfItsScreen();
    void thePartsOfACardNeverOverlapOrLeaveIt();
    void theGaugeStaysInsideOfItsPlot();
};

void GaugeGeometryTest::theLimitIsAtThreeOClock()
{
    const GaugeGeometry gauge(QPointF(222, 219), 130);
    QVERIFY(std::abs(GaugeGeometry::degrees(kLimitFraction)) < 1e-9);
    QVERIFY(isNear(gauge.at(kLimitFraction, 1), QPointF(352, 219)));
    QVERIFY(isNear(gauge.at(kLimitFraction, 0.5), QPointF(287, 219)));
}

void GaugeGeometryTest::theScaleRunsFromLowerLeftToLowerRight()
{
    const GaugeGeometry gauge(QPointF(0, 0), 100);
    QCOMPARE(GaugeGeometry::degrees(0), 225.0);
    QCOMPARE(GaugeGeometry::degrees(1), -45.0);
    const double diagonal = 100 / std::sqrt(2.0);
    QVERIFY(isNear(gauge.at(0, 1), QPointF(-diagonal, diagonal)));
    QVERIFY(isNear(gauge.at(0.5, 1), QPointF(0, -100)));
    QVERIFY(isNear(gauge.at(1, 1), QPointF(diagonal, diagonal)));
}

void GaugeGeometryTest::aValueBelowTheHorizontalIsOverItsLimit()
{
    const GaugeGeometry gauge(QPointF(0, 50), 100);
    QVERIFY(gauge.at(kLimitFraction - 0.001, 0.9).y() < 50);
    QVERIFY(gauge.at(kLimitFraction + 0.001, 0.9).y() > 50);
}

void GaugeGeometryTest::whatIsNotOnTheScaleIsClamped()
{
    QCOMPARE(GaugeGeometry::clamped(-0.2), 0.0);
    QCOMPARE(GaugeGeometry::clamped(0.4), 0.4);
    QCOMPARE(GaugeGeometry::clamped(7), 1.0);
    QCOMPARE(GaugeGeometry::clamped(kInfinity), 1.0);
    QCOMPARE(GaugeGeometry::clamped(-kInfinity), 0.0);
    QCOMPARE(GaugeGeometry::clamped(kNaN), 0.0);
    QCOMPARE(GaugeGeometry::degrees(kNaN), 225.0);
}

void GaugeGeometryTest::aSectorLiesBetweenItsRadiiAndAngles()
{
    const GaugeGeometry gauge(QPointF(100, 100), 100);
    const QPainterPath sector = gauge.sector(0.2, 0.6, 0.9, 0.7);
    for (const double fraction : { 0.21, 0.4, 0.59 }) {
        QVERIFY(sector.contains(gauge.at(fraction, 0.8)));
        QVERIFY(!sector.contains(gauge.at(fraction, 0.69)));
        QVERIFY(!sector.contains(gauge.at(fraction, 0.92)));
    }
    QVERIFY(!sector.contains(gauge.at(0.19, 0.8)));
    QVERIFY(!sector.contains(gauge.at(0.61, 0.8)));
}

void GaugeGeometryTest::aSectorOfNothingIsEmpty()
{
    const GaugeGeometry gauge(QPointF(0, 0), 100);
    QVERIFY(gauge.sector(0.5, 0.5, 1, 0.9).isEmpty());
    QVERIFY(gauge.sector(0.6, 0.5, 1, 0.9).isEmpty());
    QVERIFY(gauge.sector(2, 3, 1, 0.9).isEmpty());
    QVERIFY(gauge.sector(0, kNaN, 1, 0.9).isEmpty());
}

void GaugeGeometryTest::aCardHasTheFiguresOfItsScreen_data()
{
    QTest::addColumn<QSizeF>("size");
    QTest::addColumn<bool>("wall");
    QTest::addColumn<double>("scale");
    QTest::addColumn<double>("radius");
    QTest::addColumn<double>("centreY");
    QTest::addColumn<bool>("compact");
    QTest::newRow("wall") << QSizeF(456, 452) << true << 1.0 << 130.0 << 219.0 << false;
    QTest::newRow("wall 4K") << QSizeF(912, 904) << true << 2.0 << 260.0 << 438.0 << false;
    QTest::newRow("small wall") << QSizeF(228, 226) << true << 0.5 << 65.0 << 109.5 << false;
    QTest::newRow("roomy wall") << QSizeF(600, 700) << true << 1.0 << 130.0 << 343.0 << false;
    QTest::newRow("desk") << QSizeF(289, 314) << false << 1.0 << 90.0 << 158.0 << false;
    QTest::newRow("1024") << QSizeF(229, 244) << false << 1.0 << 70.0 << 129.0 << true;
}

void GaugeGeometryTest::aCardHasTheFiguresOfItsScreen()
{
    QFETCH(QSizeF, size);
    QFETCH(bool, wall);
    QFETCH(double, scale);
    QFETCH(double, radius);
    QFETCH(double, centreY);
    QFETCH(bool, compact);
    const GaugeCardLayout layout = gaugeCardLayout(size, { wall, scale });
    QVERIFY2(std::abs(layout.radius - radius) < 0.6, qPrintable(QString::number(layout.radius)));
    QVERIFY2(
        std::abs(layout.centre.y() - centreY) <= 1, qPrintable(QString::number(layout.centre.y())));
    QCOMPARE(layout.compact, compact);
    QCOMPARE(layout.hasThresholdLabels, !compact);
    QCOMPARE(layout.hasSparkline, !compact);
}

void GaugeGeometryTest::thePartsOfACardNeverOverlapOrLeaveIt()
{
    for (int width = 1; width < 700; width += 23) {
        for (int height = 1; height < 700; height += 23) {
            for (const ScreenSizes sizes : { kDesk, ScreenSizes { true, 1 } }) {
                const GaugeCardLayout layout = gaugeCardLayout(QSizeF(width, height), sizes);
                QVERIFY(layout.header.bottom() <= layout.footer.top() + 1e-9);
                QVERIFY(layout.plot.height() >= -1e-9);
                QVERIFY(layout.footer.bottom() <= height + 1e-9);
                QVERIFY(2 * layout.padding < width);
            }
        }
    }
}

void GaugeGeometryTest::theGaugeStaysInsideOfItsPlot()
{
    for (int width = 60; width < 700; width += 17) {
        for (int height = 60; height < 700; height += 17) {
            for (const ScreenSizes sizes : { kDesk, ScreenSizes { true, 1 } }) {
                const GaugeCardLayout layout = gaugeCardLayout(QSizeF(width, height), sizes);
                if (layout.radius <= 0) {
                    continue;
                }
                const QPointF centre = layout.centre;
                QVERIFY(centre.y() - layout.radius >= layout.plot.top());
                // The arc ends at 225° and −45°; the next level's words stand lower.
                QVERIFY(centre.y() + 0.92 * layout.radius <= layout.plot.bottom() + 1);
                QVERIFY(centre.x() - layout.radius >= 0);
                QVERIFY(centre.x() + layout.radius <= width);
            }
        }
    }
}

QTEST_APPLESS_MAIN(GaugeGeometryTest)
#include "gauge_geometry_test.moc"
