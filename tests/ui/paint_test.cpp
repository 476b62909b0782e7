// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/gauge_texts.h"
#include "ui/widgets/motion.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/sparkline.h"

#include <QFontMetricsF>
#include <QImage>
#include <QTest>

#include <cmath>
#include <functional>
#include <limits>

using namespace headroom;
using namespace headroom::ui;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

QImage painted(QSize size, const std::function<void(QPainter&)>& paint, double ratio = 1)
{
    QImage image(size * ratio, QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::black);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter);
    painter.end();
    return image;
}

// The smallest rectangle, in device pixels, outside of which nothing was painted.
QRect inkOf(const QImage& image)
{
    QRect ink;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixel(x, y) != qRgb(0, 0, 0)) {
                ink |= QRect(x, y, 1, 1);
            }
        }
    }
    return ink;
}

QFont font() { return Theme::font(20, 600); }

}  // namespace

class PaintTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void numbersOfEqualLengthAreEquallyWide();
    void aDigitStaysWhereItIsWhenOthersChange();
    void aLongValueShrinksUntilItFits();
    void textsAreBrokenBetweenWords();
    void textIsNeverRich();
    void shapesDifferWithoutTheirColour();
    void shapesStayInTheirCell();
    void unknownIsNeverFilled();
    void hatchStaysInItsClip();
    void iconsTakeTheColourTheyAreGiven();
    void theBarsLimitIsAtFiveSixths();
    void aBarOfNoNumberIsEmpty();
    void aGapInASparklineStaysAGap();
    void badgesAreAsWideAsTheySay();
    void redAlternatesEachBeatOrangeEveryFourth();
    void reducedMotionPutsARingAroundTheShape();
};

void PaintTest::numbersOfEqualLengthAreEquallyWide()
{
    for (const double px : { 12.0, 20.0, 82.0 }) {
        const QFont each = Theme::font(px, 600);
        QCOMPARE(tabularWidth(each, QStringLiteral("11:11:11")),
            tabularWidth(each, QStringLiteral("08:46:59")));
    }
    QVERIFY(QFontMetricsF(font()).horizontalAdvance(QStringLiteral("111"))
        < tabularWidth(font(), QStringLiteral("111")));
}

void PaintTest::aDigitStaysWhereItIsWhenOthersChange()
{
    const auto last = [](const char* text) {
        const QImage image = painted(QSize(200, 40), [&](QPainter& painter) {
            drawTabular(painter, QPointF(190, 30), QString::fromLatin1(text), font(), Qt::white,
                Qt::AlignRight);
        });
        return image.copy(QRect(177, 0, 23, 40));
    };
    QVERIFY(last("117") == last("887"));
    QVERIFY(last("117") != last("118"));
}

void PaintTest::aLongValueShrinksUntilItFits()
{
    const QString value = QStringLiteral("41 280.75");
    const QFont big = Theme::font(82, 600);
    QVERIFY(tabularWidth(big, value) > 177);
    QVERIFY(tabularWidth(shrunkTo(big, value, 177), value) <= 178);
    QCOMPARE(shrunkTo(big, QStringLiteral("34"), 177).pixelSize(), 82);
}

void PaintTest::textsAreBrokenBetweenWords()
{
    const QString reason = QStringLiteral("not measured by this source");
    const double width
        = QFontMetricsF(font()).horizontalAdvance(QStringLiteral("not measured by")) + 1;
    QCOMPARE(wrapped(reason, font(), width, 3),
        QStringList({ QStringLiteral("not measured by"), QStringLiteral("this source") }));
    const QStringList cut = wrapped(reason.repeated(9), font(), width, 2);
    QCOMPARE(cut.size(), 2);
    QVERIFY(cut.last().endsWith(QChar(0x2026)));
    QVERIFY(wrapped(QString(), font(), width, 2).isEmpty());
}

void PaintTest::textIsNeverRich()
{
    const auto ink = [](const QString& text) {
        return inkOf(painted(QSize(300, 40), [&](QPainter& painter) {
            drawText(painter, QRectF(0, 0, 300, 40), Qt::AlignLeft, text, font(), Qt::white);
        })).width();
    };
    QVERIFY(ink(QStringLiteral("<b>x</b>")) > 4 * ink(QStringLiteral("x")));
}

void PaintTest::shapesDifferWithoutTheirColour()
{
    QVector<QImage> seen;
    for (const Level level :
        { Level::Unknown, Level::Green, Level::Yellow, Level::Orange, Level::Red }) {
        const QImage image = painted(QSize(30, 30), [&](QPainter& painter) {
            drawLevelShape(painter, level, QPointF(15, 15), 24, Qt::white);
        });
        QVERIFY(!seen.contains(image));
        seen << image;
    }
}

void PaintTest::shapesStayInTheirCell()
{
    for (const ShapeStyle style :
        { ShapeStyle::Filled, ShapeStyle::Outlined, ShapeStyle::Grey, ShapeStyle::Ringed }) {
        for (const Level level :
            { Level::Unknown, Level::Green, Level::Yellow, Level::Orange, Level::Red }) {
            const QRect ink = inkOf(painted(QSize(80, 80), [&](QPainter& painter) {
                drawLevelShape(painter, Theme::light(), level, QPointF(40, 40), 48, style);
            }));
            QVERIFY(!ink.isEmpty());
            // The stroke's corners may reach out of the cell by its own thickness.
            QVERIFY(QRect(13, 13, 54, 54).contains(ink));
        }
    }
}

void PaintTest::unknownIsNeverFilled()
{
    const QImage image = painted(QSize(30, 30), [](QPainter& painter) {
        drawLevelShape(painter, Theme::dark(), Level::Unknown, QPointF(15, 15), 24);
    });
    QCOMPARE(image.pixel(15, 15), qRgb(0, 0, 0));
}

void PaintTest::hatchStaysInItsClip()
{
    for (const double ratio : { 1.0, 1.5, 2.0 }) {
        const QImage image = painted(
            QSize(60, 60),
            [](QPainter& painter) {
                QPainterPath clip;
                clip.addRect(20, 20, 20, 20);
                drawHatch(painter, clip, Qt::white, 2, 7);
            },
            ratio);
        const QRect ink = inkOf(image);
        QVERIFY(ink.width() > 15 * ratio);
        const int edge = static_cast<int>(20 * ratio);
        QVERIFY(QRect(edge, edge, edge, edge).contains(ink));
    }
}

void PaintTest::iconsTakeTheColourTheyAreGiven()
{
    for (const QColor color : { QColor(255, 0, 0), QColor(0, 255, 0) }) {
        const QImage image = painted(QSize(48, 48), [&](QPainter& painter) {
            drawIcon(painter, QStringLiteral("check"), QRectF(0, 0, 48, 48), color);
        });
        bool found = false;
        for (int y = 0; y < 48; ++y) {
            for (int x = 0; x < 48; ++x) {
                found = found || image.pixel(x, y) == color.rgb();
            }
        }
        QVERIFY(found);
    }
    QTest::ignoreMessage(QtWarningMsg, "icon nobody-drew-this is not among the resources");
    const QImage nothing = painted(QSize(48, 48), [](QPainter& painter) {
        drawIcon(painter, QStringLiteral("nobody-drew-this"), QRectF(0, 0, 48, 48), Qt::white);
    });
    QVERIFY(inkOf(nothing).isEmpty());
}

void PaintTest::theBarsLimitIsAtFiveSixths()
{
    const auto bar = [](double fraction) {
        return painted(QSize(600, 40), [&](QPainter& painter) {
            drawHeadroomBar(
                painter, Theme::dark(), QRectF(0, 10, 600, 10), fraction, Level::Green, false);
        });
    };
    const QRgb data = Theme::dark().color(Token::Data).rgb();
    QCOMPARE(bar(0.5).pixel(249, 15), data);
    QVERIFY(bar(0.5).pixel(251, 15) != data);
    QCOMPARE(bar(0.5).pixel(500, 8), Theme::dark().color(Token::T1).rgb());
    QCOMPARE(bar(7).pixel(598, 15), data);
}

void PaintTest::aBarOfNoNumberIsEmpty()
{
    for (const double fraction : { kNaN, -1.0, 0.0 }) {
        const QImage image = painted(QSize(600, 40), [&](QPainter& painter) {
            drawHeadroomBar(
                painter, Theme::dark(), QRectF(0, 10, 600, 10), fraction, Level::Green, false);
        });
        QCOMPARE(image.pixel(2, 15), Theme::dark().color(Token::Track).rgb());
    }
}

void PaintTest::aGapInASparklineStaysAGap()
{
    QVector<double> values(101, 5);
    for (int i = 40; i <= 60; ++i) {
        values[i] = kNaN;
    }
    const QImage image = painted(QSize(200, 40), [&](QPainter& painter) {
        drawSparkline(painter, QRectF(0, 0, 200, 40), values, { Qt::white, 2, {}, 0 });
    });
    QCOMPARE(image.pixel(100, 20), qRgb(0, 0, 0));
    QVERIFY(image.pixel(40, 20) != qRgb(0, 0, 0));
    QVERIFY(image.pixel(160, 20) != qRgb(0, 0, 0));
}

void PaintTest::badgesAreAsWideAsTheySay()
{
    for (const Truth truth : { Truth::Live, Truth::Stale, Truth::NoData }) {
        for (const Level level : { Level::Unknown, Level::Green, Level::Orange, Level::Red }) {
            QRectF box;
            painted(QSize(400, 60), [&](QPainter& painter) {
                box = drawLevelBadge(painter, Theme::dark(), level, truth, QPointF(390, 30), 22);
            });
            QVERIFY(std::abs(box.width() - levelBadgeWidth(level, truth, 22)) <= 0.5);
            QCOMPARE(box.right(), 390.0);
        }
    }
    QCOMPARE(levelWord(Level::Green, Truth::Stale), QStringLiteral("STALE"));
    QCOMPARE(levelWord(Level::Green, Truth::NoData), QStringLiteral("NO DATA"));
    QCOMPARE(levelWord(Level::Green, Truth::Late), QStringLiteral("GREEN"));
}

void PaintTest::redAlternatesEachBeatOrangeEveryFourth()
{
    int red = 0;
    int orange = 0;
    int both = 0;
    for (int beat = 0; beat < 8; ++beat) {
        const bool redOut = Alternation::shared().shape(Level::Red) == ShapeStyle::Outlined;
        const bool orangeOut = Alternation::shared().shape(Level::Orange) == ShapeStyle::Outlined;
        red += redOut ? 1 : 0;
        orange += orangeOut ? 1 : 0;
        both += redOut && orangeOut ? 1 : 0;
        QVERIFY(Alternation::shared().shape(Level::Yellow) == ShapeStyle::Filled);
        Alternation::shared().beat();
        QVERIFY(redOut != (Alternation::shared().shape(Level::Red) == ShapeStyle::Outlined));
    }
    QCOMPARE(red, 4);
    QCOMPARE(orange, 2);
    QCOMPARE(both, 2);  // in phase
}

void PaintTest::reducedMotionPutsARingAroundTheShape()
{
    QWidget watcher;
    Alternation::shared().watch(&watcher, true);
    QVERIFY(Alternation::shared().isRunning());
    setMotionReduced(true);
    QVERIFY(!Alternation::shared().isRunning());
    QVERIFY(Alternation::shared().shape(Level::Red) == ShapeStyle::Ringed);
    Alternation::shared().beat();
    QVERIFY(Alternation::shared().shape(Level::Red) == ShapeStyle::Ringed);
    setMotionReduced(false);
    QVERIFY(Alternation::shared().isRunning());
    Alternation::shared().watch(&watcher, false);
    QVERIFY(!Alternation::shared().isRunning());
}

QTEST_MAIN(PaintTest)
#include "paint_test.moc"
