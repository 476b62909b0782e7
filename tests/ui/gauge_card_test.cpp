// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sample_displays.h"
#include "ui/widgets/gauge_card.h"
#include "ui/widgets/gauge_geometry.h"
#include "ui/widgets/motion.h"

#include <QAccessible>
#include <QImage>
#include <QLineF>
#include <QPainter>
#include <QRegularExpression>
#include <QTest>

#include <limits>

using namespace headroom;
using namespace headroom::ui;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr ScreenSizes kWall { true, 1 };
constexpr ScreenSizes kDesk { false, 1 };

QImage painted(GaugeCard& card)
{
    QImage image(card.size(), QImage::Format_RGB32);
    image.fill(Qt::magenta);
    card.render(&image);
    return image;
}

QImage painted(const GaugeDisplay& display, QSize size, ScreenSizes sizes)
{
    GaugeCard card;
    card.setLook(Theme::dark(), sizes);
    card.resize(size);
    card.setDisplay(display);
    return painted(card);
}

int countOf(const QImage& image, QColor color)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            count += image.pixel(x, y) == color.rgb() ? 1 : 0;
        }
    }
    return count;
}

GaugeDisplay withTexts(GaugeDisplay display, const QString& text)
{
    for (QString* each :
        { &display.title, &display.shortTitle, &display.valueText, &display.unitText,
            &display.limitText, &display.limitWord, &display.nextText, &display.headroomLabel,
            &display.headroomText, &display.trendText, &display.trendWindow, &display.lastTimeText,
            &display.reason, &display.sourceText, &display.acknowledgedText }) {
        *each = text;
    }
    for (GaugeTick& tick : display.ticks) {
        tick.text = text;
    }
    display.marks = { { 0.95 * 5 / 6, text, text }, { 0.3, text, text }, { kNaN, text, text },
        { kInfinity, text, text } };
    display.note = text;
    return display;
}

QVector<QPair<QString, GaugeDisplay>> allStates()
{
    using namespace samples;
    return { { QStringLiteral("green"), writes(34) }, { QStringLiteral("yellow"), writes(58) },
        { QStringLiteral("orange"), writes(82) }, { QStringLiteral("red"), writes(103) },
        { QStringLiteral("acknowledged"), acknowledged(writes(103)) },
        { QStringLiteral("late"), late(writes(58)) },
        { QStringLiteral("stale"), stale(writes(34)) },
        { QStringLiteral("noData"), noData(writes(34)) },
        { QStringLiteral("nothing"), GaugeDisplay() } };
}

}  // namespace

class GaugeCardTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("QPainter|QPixmap|icon")));
    }
    void cleanup() { setMotionReduced(false); }

    void isCalledByWhatItShows();
    void isNotCalledByTheLevelOfOldData();
    void saysWhyThereAreNoData();
    void saysWhoWaitsAndWhoHasIt();
    void saysNotesAsPlainText();
    void marksOfAPlatformAreGreyAndLeaveThresholdsAlone();
    void paintsWhateverItIsGiven_data();
    void paintsWhateverItIsGiven();
    void keepsItsFrameFreeOfTexts_data();
    void keepsItsFrameFreeOfTexts();
    void judgesNothingItself();
    void fillsTheHeaderUntilSomebodyAcknowledges();
    void showsNoMarkerAndNoLevelColourWhenStale();
    void showsNoValueArcWithoutData();
    void looksAlikeHoweverItGotThere();
    void followsThemeAndSize();
    void alternatesOnlyTheShape();
    void keepsTheBeatOnlyWhileSeenAndWaiting();
    void movesWhatMovedVisibly();
    void jumpsWhereNothingMayMove();
};

void GaugeCardTest::isCalledByWhatItShows()
{
    GaugeCard card;
    card.setDisplay(samples::writes(34));
    QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(&card);
    QVERIFY(spoken != nullptr);
    QCOMPARE(spoken->text(QAccessible::Name),
        QStringLiteral("Concurrent writes, GREEN, 34 of 100, headroom 66 %"));
    QCOMPARE(spoken->text(QAccessible::Description), QStringLiteral("17 to YELLOW, +1 15 min"));
    card.setDisplay(samples::latency(true));
    QCOMPARE(spoken->text(QAccessible::Name),
        QStringLiteral("Query latency p99, ORANGE, 340 ms · SLA 5 s, TO SLA 5 s 93.2 %"));
}

void GaugeCardTest::isNotCalledByTheLevelOfOldData()
{
    GaugeCard card;
    card.setDisplay(samples::stale(samples::writes(103)));
    QCOMPARE(card.accessibleName(),
        QStringLiteral("Concurrent writes, STALE, 103 of 100, over limit −3 %"));
    QCOMPARE(card.accessibleDescription(), QStringLiteral("last 14:03:11, was RED"));
}

void GaugeCardTest::saysWhyThereAreNoData()
{
    GaugeCard card;
    card.setDisplay(samples::noData(samples::writes(34)));
    QCOMPARE(card.accessibleName(), QStringLiteral("Concurrent writes, NO DATA"));
    QCOMPARE(card.accessibleDescription(),
        QStringLiteral("not measured by this source, filesystem path"));
}

void GaugeCardTest::saysWhoWaitsAndWhoHasIt()
{
    GaugeCard card;
    card.setDisplay(samples::writes(103));
    QVERIFY(card.accessibleDescription().endsWith(QStringLiteral("not acknowledged")));
    card.setDisplay(samples::acknowledged(samples::writes(103)));
    QVERIFY(card.accessibleDescription().endsWith(QStringLiteral("acknowledged MK 14:04")));
}

void GaugeCardTest::saysNotesAsPlainText()
{
    auto display = samples::storage(false);
    display.note = QStringLiteral("an <b>estimate</b>\n95 %: read-only");
    GaugeCard card;
    card.setDisplay(display);
    QVERIFY(card.accessibleDescription().endsWith(
        QStringLiteral("an <b>estimate</b>, 95 %: read-only")));
    QCOMPARE(card.toolTip(),
        QStringLiteral("<qt>an &lt;b&gt;estimate&lt;/b&gt;<br>95 %: read-only</qt>"));
    display.note.clear();
    card.setDisplay(display);
    QVERIFY(card.toolTip().isEmpty());
}

void GaugeCardTest::marksOfAPlatformAreGreyAndLeaveThresholdsAlone()
{
    const auto plain = samples::storage(false);
    auto marked = plain;
    marked.marks = { { 0.9 * 5 / 6, QStringLiteral("90 %"), QStringLiteral("disk growth") },
        { 0.95 * 5 / 6, QStringLiteral("95 %"), QStringLiteral("read-only") } };
    const auto without = painted(plain, { 456, 452 }, kWall);
    const auto with = painted(marked, { 456, 452 }, kWall);
    QVERIFY(with != without);
    const Theme& theme = Theme::dark();
    for (const auto level : { Level::Yellow, Level::Orange, Level::Red }) {
        QCOMPARE(countOf(with, theme.level(level).edge), countOf(without, theme.level(level).edge));
    }
    // Where a threshold has its label the platform's line has none beside it: only a notch.
    auto covered = plain;
    covered.marks = { marked.marks[0] };
    const auto notch = painted(covered, { 456, 452 }, kWall);
    const GaugeCardLayout layout = gaugeCardLayout({ 456, 452 }, kWall);
    for (int y = 0; y < notch.height(); ++y) {
        for (int x = 0; x < notch.width(); ++x) {
            if (notch.pixel(x, y) != without.pixel(x, y)) {
                QVERIFY(QLineF(layout.centre, QPointF(x, y)).length() < 0.95 * layout.radius);
            }
        }
    }
}

void GaugeCardTest::paintsWhateverItIsGiven_data()
{
    QTest::addColumn<GaugeDisplay>("display");
    for (const auto& [name, display] : allStates()) {
        QTest::newRow(qPrintable(name)) << display;
    }
    const QString megabyte(1 << 20, QLatin1Char('8'));
    QTest::newRow("a megabyte in every text") << withTexts(samples::writes(82), megabyte);
    QTest::newRow("a megabyte, stale") << withTexts(samples::stale(samples::writes(82)), megabyte);
    QTest::newRow("a megabyte, no data")
        << withTexts(samples::noData(samples::writes(82)), megabyte);
    GaugeDisplay odd = samples::writes(58);
    odd.fraction = kNaN;
    odd.ticks
        = { { kNaN, Level::Yellow, {}, true, true }, { kInfinity, Level::Red, {}, true, true } };
    odd.bands = { { kNaN, kNaN, Level::Green, true }, { 0.9, 0.1, Level::Unknown, true },
        { -kInfinity, kInfinity, Level::Red, true } };
    odd.spark = { kNaN, kInfinity, 1, -kInfinity, kNaN };
    QTest::newRow("no numbers") << odd;
    odd.spark = { std::numeric_limits<double>::max(), std::numeric_limits<double>::lowest(), 0 };
    QTest::newRow("numbers at the end of their range") << odd;
    odd.spark = QVector<double>(200000, 1);
    odd.ticks = QVector<GaugeTick>(300, GaugeTick { 0.5, Level::Red, QStringLiteral("x") });
    QTest::newRow("too many") << odd;
}

void GaugeCardTest::paintsWhateverItIsGiven()
{
    QFETCH(GaugeDisplay, display);
    const QVector<QSize> sizes { { 1, 1 }, { 2, 300 }, { 300, 3 }, { 40, 40 }, { 70, 90 },
        { 120, 120 }, { 229, 244 }, { 289, 314 }, { 456, 452 }, { 900, 260 } };
    for (const ScreenSizes screen : { kWall, kDesk, ScreenSizes { true, 0.5 } }) {
        for (const QSize size : sizes) {
            const QImage image = painted(display, size, screen);
            if (size.width() >= 40 && size.height() >= 40) {
                QVERIFY(countOf(image, Qt::magenta) < size.width() * size.height() / 10);
            }
        }
    }
}

void GaugeCardTest::keepsItsFrameFreeOfTexts_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("wall");
    QTest::newRow("wall") << QSize(456, 452) << true;
    QTest::newRow("narrow wall") << QSize(300, 452) << true;
    QTest::newRow("desk") << QSize(289, 314) << false;
    QTest::newRow("compact") << QSize(229, 244) << false;
    QTest::newRow("low") << QSize(229, 120) << false;
    QTest::newRow("tiny") << QSize(80, 80) << false;
    QTest::newRow("smallest") << QSize(40, 40) << false;
}

void GaugeCardTest::keepsItsFrameFreeOfTexts()
{
    QFETCH(QSize, size);
    QFETCH(bool, wall);
    const ScreenSizes sizes { wall, 1 };
    for (const auto& [name, display] : allStates()) {
        const QImage silent = painted(withTexts(display, QString()), size, sizes);
        const QImage wordy
            = painted(withTexts(display, QStringLiteral("WWW 100 888 888 WWWWWWWWW")), size, sizes);
        constexpr int kFrame = 2;
        for (int y = 0; y < size.height(); ++y) {
            for (int x = 0; x < size.width(); ++x) {
                const bool inside = x >= kFrame && y >= kFrame && x < size.width() - kFrame
                    && y < size.height() - kFrame;
                if (!inside && silent.pixel(x, y) != wordy.pixel(x, y)) {
                    QFAIL(qPrintable(QStringLiteral("%1: text at %2, %3").arg(name).arg(x).arg(y)));
                }
            }
        }
    }
}

void GaugeCardTest::judgesNothingItself()
{
    GaugeDisplay display = samples::writes(34);
    display.valueText = QStringLiteral("103");
    display.fraction = 0.9;
    const QImage image = painted(display, QSize(456, 452), kWall);
    for (const Level level : { Level::Yellow, Level::Orange, Level::Red }) {
        QCOMPARE(countOf(image, Theme::dark().level(level).mark), 0);
    }
    QVERIFY(countOf(image, Theme::dark().color(Token::Data)) > 5000);
}

void GaugeCardTest::fillsTheHeaderUntilSomebodyAcknowledges()
{
    const QColor fill = Theme::dark().level(Level::Red).fill;
    const QPoint inHeader(12, 27);
    const QImage waiting = painted(samples::writes(103), QSize(456, 452), kWall);
    QCOMPARE(waiting.pixel(inHeader), fill.rgb());
    const QImage taken
        = painted(samples::acknowledged(samples::writes(103)), QSize(456, 452), kWall);
    QCOMPARE(taken.pixel(inHeader), Theme::dark().level(Level::Red).tint.rgb());
    QCOMPARE(taken.pixel(QPoint(1, 220)), Theme::dark().level(Level::Red).mark.rgb());
}

void GaugeCardTest::showsNoMarkerAndNoLevelColourWhenStale()
{
    const QImage image = painted(samples::stale(samples::writes(103)), QSize(456, 452), kWall);
    for (const Level level : { Level::Green, Level::Yellow, Level::Orange, Level::Red }) {
        QCOMPARE(countOf(image, Theme::dark().level(level).mark), 0);
        QCOMPARE(countOf(image, Theme::dark().level(level).band), 0);
    }
}

void GaugeCardTest::showsNoValueArcWithoutData()
{
    GaugeDisplay display = samples::noData(samples::writes(34));
    display.fraction = 0.7;
    const QImage image = painted(display, QSize(456, 452), kWall);
    QCOMPARE(countOf(image, Theme::dark().color(Token::Data)), 0);
    QCOMPARE(countOf(image, Theme::dark().color(Token::Track)), 0);
}

void GaugeCardTest::looksAlikeHoweverItGotThere()
{
    const auto states = allStates();
    for (const auto& [from, before] : states) {
        GaugeCard card;
        card.setLook(Theme::dark(), kWall);
        card.resize(456, 452);
        for (const auto& [to, after] : states) {
            card.setDisplay(before);
            painted(card);
            card.setDisplay(after);
            QVERIFY2(painted(card) == painted(after, QSize(456, 452), kWall),
                qPrintable(from + QStringLiteral(" → ") + to));
        }
    }
}

void GaugeCardTest::followsThemeAndSize()
{
    GaugeCard card;
    card.setLook(Theme::dark(), kWall);
    card.resize(456, 452);
    card.setDisplay(samples::writes(34));
    painted(card);
    card.setLook(Theme::light(), kDesk);
    QCOMPARE(painted(card).pixel(228, 100), Theme::light().color(Token::Bg1).rgb());
    card.resize(289, 314);
    QCOMPARE(painted(card).pixel(144, 313), Theme::light().color(Token::Line).rgb());
}

void GaugeCardTest::alternatesOnlyTheShape()
{
    for (const int count : { 34, 103 }) {
        GaugeCard card;
        card.setLook(Theme::dark(), kWall);
        card.resize(456, 452);
        card.setDisplay(samples::writes(count));
        const QImage first = painted(card);
        Alternation::shared().beat();
        const QImage second = painted(card);
        QCOMPARE(first != second, count == 103);
        const QRect belowHeader(0, 60, 456, 392);
        QVERIFY(first.copy(belowHeader) == second.copy(belowHeader));
        const QRect title(0, 0, 300, 54);
        QVERIFY(first.copy(title) == second.copy(title));
    }
}

void GaugeCardTest::keepsTheBeatOnlyWhileSeenAndWaiting()
{
    GaugeCard card;
    card.setDisplay(samples::writes(103));
    QVERIFY(!Alternation::shared().isRunning());
    card.show();
    QVERIFY(Alternation::shared().isRunning());
    card.hide();
    QVERIFY(!Alternation::shared().isRunning());
    card.show();
    card.setDisplay(samples::acknowledged(samples::writes(103)));
    QVERIFY(!Alternation::shared().isRunning());
    card.setDisplay(samples::writes(103));
    QVERIFY(Alternation::shared().isRunning());
    GaugeDisplay lost = samples::stale(samples::writes(103));
    lost.unacknowledged = true;
    card.setDisplay(lost);
    QVERIFY(!Alternation::shared().isRunning());
}

void GaugeCardTest::movesWhatMovedVisibly()
{
    GaugeCard card;
    card.show();
    card.setDisplay(samples::writes(34));
    const double before = card.shownFraction();
    QCOMPARE(before, samples::writes(34).fraction);  // from nothing to a value: no journey
    GaugeDisplay almost = samples::writes(34);
    almost.fraction = before + 0.004;
    card.setDisplay(almost);
    QCOMPARE(card.shownFraction(), almost.fraction);
    card.setDisplay(samples::writes(82));
    QVERIFY(card.shownFraction() < samples::writes(82).fraction);
    QTRY_COMPARE(card.shownFraction(), samples::writes(82).fraction);
}

void GaugeCardTest::jumpsWhereNothingMayMove()
{
    GaugeCard card;
    card.setDisplay(samples::writes(34));
    card.setDisplay(samples::writes(82));  // nobody sees it
    QCOMPARE(card.shownFraction(), samples::writes(82).fraction);
    card.show();
    card.setDisplay(samples::stale(samples::writes(34)));
    QCOMPARE(card.shownFraction(), samples::writes(34).fraction);
    card.setDisplay(samples::writes(103));  // back from stale
    QCOMPARE(card.shownFraction(), samples::writes(103).fraction);
    setMotionReduced(true);
    card.setDisplay(samples::writes(34));
    QCOMPARE(card.shownFraction(), samples::writes(34).fraction);
}

QTEST_MAIN(GaugeCardTest)
#include "gauge_card_test.moc"
