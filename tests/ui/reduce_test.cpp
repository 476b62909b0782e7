// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/reduce.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace headroom::ui;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr Span kWindow { 0, 100 };

QVector<QPointF> noise(int count)
{
    QVector<QPointF> points;
    for (int i = 0; i < count; ++i) {
        points.append({ 100.0 * i / count, std::sin(i * 1.7) + std::sin(i * 0.013) });
    }
    return points;
}

bool isGap(QPointF point) { return !std::isfinite(point.y()); }

QVector<QPointF> valuesOf(QVector<QPointF> points)
{
    points.removeIf(isGap);
    return points;
}

int gapsIn(const QVector<QPointF>& points)
{
    return static_cast<int>(std::count_if(points.begin(), points.end(), isGap));
}

int columnOf(QPointF point, int columns)
{
    return std::clamp(static_cast<int>(point.x() / 100 * columns), 0, columns - 1);
}

// Lowest and highest of each column.
QVector<Span> extremes(const QVector<QPointF>& points, int columns)
{
    QVector<Span> found(columns, { kInfinity, -kInfinity });
    for (const QPointF& point : points) {
        Span& span = found[columnOf(point, columns)];
        span = { std::min(span.from, point.y()), std::max(span.to, point.y()) };
    }
    return found;
}

}  // namespace

class ReduceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatFitsComesBackAsItWas();
    void keepsTheLowestAndTheHighestOfEveryColumn();
    void hasAtMostTwoPointsAColumnInOrderOfTime();
    void aGapStaysAGap();
    void aGapInsideAColumnStaysBetweenItsNeighbours();
    void keepsTheNeighboursOutsideTheWindow();
    void survivesWhatIsNoNumber();
    void aStraightStretchNeedsOnlyItsEnds();
    void whatBendsStays();
    void commonGapsAreThoseOfEveryLine();
    void labelsThatAreClearStayWhereTheyAre();
    void crowdedLabelsSpreadAroundTheirCentre();
    void labelsStayInsideTheirRange();
};

void ReduceTest::whatFitsComesBackAsItWas()
{
    const auto points = noise(200);
    QCOMPARE(reduceToColumns(points, kWindow, 100), points);
    QVERIFY(reduceToColumns(points, kWindow, 99).size() < points.size());
}

void ReduceTest::keepsTheLowestAndTheHighestOfEveryColumn()
{
    const auto points = noise(10000);
    const auto reduced = reduceToColumns(points, kWindow, 64);
    QCOMPARE(extremes(reduced, 64), extremes(points, 64));
}

void ReduceTest::hasAtMostTwoPointsAColumnInOrderOfTime()
{
    const auto reduced = reduceToColumns(noise(10000), kWindow, 64);
    QVector<int> count(64, 0);
    for (const QPointF& point : reduced) {
        ++count[columnOf(point, 64)];
    }
    QCOMPARE(*std::max_element(count.begin(), count.end()), 2);
    QVERIFY(std::is_sorted(
        reduced.begin(), reduced.end(), [](QPointF a, QPointF b) { return a.x() < b.x(); }));
}

void ReduceTest::aGapStaysAGap()
{
    auto points = noise(10000);
    for (int i = 4000; i < 5000; ++i) {
        points[i].setY(kNaN);
    }
    const auto reduced = reduceToColumns(points, kWindow, 50);
    QCOMPARE(gapsIn(reduced), 1);
    const auto gap = std::find_if(reduced.begin(), reduced.end(), isGap);
    QVERIFY((gap - 1)->x() < 40);
    QVERIFY((gap + 1)->x() >= 50);
}

void ReduceTest::aGapInsideAColumnStaysBetweenItsNeighbours()
{
    // One column: low, gap, high.
    const QVector<QPointF> points { { 10, 1 }, { 20, 2 }, { 30, kNaN }, { 40, 9 }, { 50, 5 } };
    const auto reduced = reduceToColumns(points, kWindow, 1);
    QCOMPARE(reduced.size(), 3);
    QCOMPARE(reduced[0], QPointF(10, 1));
    QVERIFY(isGap(reduced[1]));
    QCOMPARE(reduced[2], QPointF(40, 9));
}

void ReduceTest::keepsTheNeighboursOutsideTheWindow()
{
    const QVector<QPointF> points { { -20, 1 }, { -10, 2 }, { 50, 3 }, { 110, 4 }, { 120, 5 } };
    QCOMPARE(reduceToColumns(points, kWindow, 10),
        QVector<QPointF>({ { -10, 2 }, { 50, 3 }, { 110, 4 } }));
}

void ReduceTest::survivesWhatIsNoNumber()
{
    QVERIFY(reduceToColumns({}, kWindow, 10).isEmpty());
    QVERIFY(reduceToColumns(noise(10), kWindow, 0).isEmpty());
    QVERIFY(reduceToColumns(noise(10), { 5, 5 }, 10).isEmpty());
    QVERIFY(reduceToColumns(noise(10), { 0, kNaN }, 10).isEmpty());
    auto points = noise(1000);
    for (int i = 0; i < 1000; i += 3) {
        points[i] = i % 2 == 0 ? QPointF(kNaN, 1) : QPointF(points[i].x(), kInfinity);
    }
    const auto reduced = reduceToColumns(points, kWindow, 10);
    QVERIFY(valuesOf(reduced).size() <= 20);
    for (const QPointF& point : valuesOf(reduced)) {
        QVERIFY(std::isfinite(point.x()));
    }
    QVERIFY(
        valuesOf(reduceToColumns(QVector<QPointF>(100, { kNaN, kNaN }), kWindow, 10)).isEmpty());
}

void ReduceTest::aStraightStretchNeedsOnlyItsEnds()
{
    QPolygonF line;
    for (int x = 0; x <= 7; ++x) {
        line.append(QPointF(x, 2 * x));
    }
    QCOMPARE(straightened(line, 0.1), QPolygonF({ { 0, 0 }, { 7, 14 } }));
    QCOMPARE(straightened({ { 1, 2 } }, 0.1), QPolygonF({ { 1, 2 } }));
    QVERIFY(straightened({}, 0.1).isEmpty());
}

void ReduceTest::whatBendsStays()
{
    // A spike of one point, also one that goes back on its own way.
    const QPolygonF spike({ { 0, 0 }, { 1, 0 }, { 2, 9 }, { 3, 0 }, { 4, 0 } });
    QVERIFY(straightened(spike, 0.1).contains({ 2, 9 }));
    const QPolygonF back({ { 0, 0 }, { 0, 9 }, { 0, 3 } });
    QCOMPARE(straightened(back, 0.1), back);

    QPolygonF line;
    for (const QPointF& point : noise(2000)) {
        line.append({ point.x() * 5, point.y() * 40 });
    }
    const QPolygonF kept = straightened(line, 0.15);
    QVERIFY(kept.size() < line.size());
    qsizetype next = 1;
    for (const QPointF& point : line) {
        while (next + 1 < kept.size() && kept[next].x() < point.x()) {
            ++next;
        }
        const QPointF from = kept[next - 1];
        const QPointF way = kept[next] - from;
        const QPointF off = point - from;
        const double beside = std::abs(off.x() * way.y() - off.y() * way.x());
        QVERIFY(beside <= 0.1501 * std::hypot(way.x(), way.y()));
    }
}

void ReduceTest::commonGapsAreThoseOfEveryLine()
{
    const QVector<QPointF> a { { 0, 1 }, { 10, kNaN }, { 40, 1 }, { 50, 1 }, { 60, kNaN },
        { 70, 1 } };
    const QVector<QPointF> b { { 0, 1 }, { 20, kNaN }, { 45, 1 }, { 70, 1 } };
    QCOMPARE(commonGaps({ a, b }, 5), QVector<Span>({ { 0, 40 } }));
    QCOMPARE(commonGaps({ a }, 5), QVector<Span>({ { 0, 40 }, { 50, 70 } }));
    QCOMPARE(commonGaps({ a }, 20), QVector<Span>({ { 0, 40 } }));
    QVERIFY(commonGaps({}, 5).isEmpty());
    // Nothing was known before, nothing is known after: not gaps.
    QVERIFY(commonGaps({ { { 0, kNaN }, { 10, 1 }, { 20, 1 }, { 30, kNaN } } }, 5).isEmpty());
}

void ReduceTest::labelsThatAreClearStayWhereTheyAre()
{
    QCOMPARE(spreadLabels({ 90, 10, 50 }, 20, kWindow), QVector<double>({ 90, 10, 50 }));
    QVERIFY(spreadLabels({}, 20, kWindow).isEmpty());
}

void ReduceTest::crowdedLabelsSpreadAroundTheirCentre()
{
    QCOMPARE(spreadLabels({ 52, 48 }, 20, kWindow), QVector<double>({ 60, 40 }));
    QCOMPARE(spreadLabels({ 40, 50, 51 }, 20, kWindow), QVector<double>({ 27, 47, 67 }));
}

void ReduceTest::labelsStayInsideTheirRange()
{
    QCOMPARE(spreadLabels({ 100, 99 }, 20, kWindow), QVector<double>({ 100, 80 }));
    QCOMPARE(spreadLabels({ 0, 1 }, 20, kWindow), QVector<double>({ 0, 20 }));
}

QTEST_GUILESS_MAIN(ReduceTest)
#include "reduce_test.moc"
