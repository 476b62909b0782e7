// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sample_displays.h"
#include "ui/widgets/strip_panel.h"

#include <QImage>
#include <QRegularExpression>
#include <QTest>

#include <limits>

using namespace headroom;
using namespace headroom::ui;

namespace {

QImage painted(const StripDisplay& display, QSize size, ScreenSizes sizes)
{
    StripPanel strip;
    strip.setLook(Theme::dark(), sizes);
    strip.resize(size);
    strip.setDisplay(display);
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::magenta);
    strip.render(&image);
    return image;
}

bool contains(const QImage& image, QColor color)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixel(x, y) == color.rgb()) {
                return true;
            }
        }
    }
    return false;
}

}  // namespace

class StripPanelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("QPainter|QPixmap|icon")));
    }
    void saysEveryCell();
    void paintsWhateverItIsGiven();
    void hasALineBetweenItsCells();
    void aCalmCellHasNoLevelColour();
    void aStaleCellHasNoLevelColourEither();
};

void StripPanelTest::saysEveryCell()
{
    StripPanel strip;
    strip.setDisplay(samples::strip(Truth::Live));
    QCOMPARE(strip.accessibleName(), QStringLiteral("Other limits"));
    QVERIFY(strip.accessibleDescription().startsWith(
        QStringLiteral("ARTIFACT SIZE, GREEN, 212 of 500 MB; ARTIFACT COUNT, GREEN, ")));
    QVERIFY(strip.accessibleDescription().contains(
        QStringLiteral("AUDIT CHAIN, GREEN, verified, append-only · 7 y kept")));
    QVERIFY(strip.accessibleDescription().contains(
        QStringLiteral("STORAGE FORECAST, 70 % in 41 days")));
    strip.setDisplay(samples::strip(Truth::Stale));
    QVERIFY(strip.accessibleDescription().startsWith(QStringLiteral("ARTIFACT SIZE, STALE, 212")));
}

void StripPanelTest::paintsWhateverItIsGiven()
{
    StripDisplay odd = samples::strip(Truth::Live);
    odd.cells[0].barFraction = std::numeric_limits<double>::quiet_NaN();
    odd.cells[1].value = QString(1 << 20, QLatin1Char('8'));
    odd.cells[1].unit = odd.cells[1].label = odd.cells[2].detail = odd.cells[1].value;
    const StripDisplay many { QVector<StripCell>(500, odd.cells.first()) };
    for (const StripDisplay& display :
        { StripDisplay(), odd, many, samples::strip(Truth::NoData) }) {
        for (const QSize size : { QSize(1, 1), QSize(40, 40), QSize(700, 20), QSize(1400, 110) }) {
            const QImage image = painted(display, size, { true, 1 });
            if (size.width() > 600) {
                QVERIFY(image.pixel(size.width() / 2, 0) != QColor(Qt::magenta).rgb());
            }
        }
    }
}

void StripPanelTest::hasALineBetweenItsCells()
{
    const QImage image = painted(samples::strip(Truth::Live), QSize(1400, 110), { true, 1 });
    for (const int x : { 350, 700, 1050 }) {
        QCOMPARE(image.pixel(x, 55), Theme::dark().color(Token::Line).rgb());
        QCOMPARE(image.pixel(x, 10), Theme::dark().color(Token::Bg1).rgb());
    }
}

void StripPanelTest::aCalmCellHasNoLevelColour()
{
    StripDisplay display = samples::strip(Truth::Live);
    display.cells[2].showsCheck = false;
    const QImage calm = painted(display, QSize(1400, 110), { true, 1 });
    display.cells[0].level = Level::Red;
    const QImage loud = painted(display, QSize(1400, 110), { true, 1 });
    for (const Level level : { Level::Green, Level::Yellow, Level::Orange, Level::Red }) {
        QVERIFY(!contains(calm, Theme::dark().level(level).mark));
    }
    QVERIFY(contains(loud, Theme::dark().level(Level::Red).mark));
    // A colour never stands alone: the shape before the value has it too.
    QCOMPARE(loud.pixel(34, 51), Theme::dark().level(Level::Red).mark.rgb());
}

void StripPanelTest::aStaleCellHasNoLevelColourEither()
{
    StripDisplay display = samples::strip(Truth::Stale);
    display.cells[0].level = Level::Red;
    const QImage image = painted(display, QSize(1400, 110), { true, 1 });
    QVERIFY(!contains(image, Theme::dark().level(Level::Red).mark));
}

QTEST_MAIN(StripPanelTest)
#include "strip_panel_test.moc"
