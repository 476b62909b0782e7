// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/paint_watch.h"
#include "tests/ui/panel_samples.h"
#include "ui/widgets/banner_panel.h"
#include "ui/widgets/clock_panel.h"
#include "ui/widgets/foot_panel.h"
#include "ui/widgets/gate_panel.h"
#include "ui/widgets/motion.h"

#include <QImage>
#include <QRegularExpression>
#include <QTest>

using namespace headroom;
using namespace headroom::ui;
using samples::State;

namespace {

constexpr ScreenSizes kWall { true, 1 };

template <typename Panel, typename Display>
QImage painted(const Display& display, QSize size, ScreenSizes sizes = kWall)
{
    Panel panel;
    panel.setLook(Theme::dark(), sizes);
    panel.setDisplay(display);
    panel.resize(size);
    return panel.grab().toImage();
}

// Where two pictures of one size differ.
QRect difference(const QImage& a, const QImage& b)
{
    QRect differs;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            if (a.pixel(x, y) != b.pixel(x, y)) {
                differs |= QRect(x, y, 1, 1);
            }
        }
    }
    return differs;
}

const QSize kBanner(928, 108);
const QSize kSmallCard(456, 108);

}  // namespace

class PanelsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyLevelHasABannerOfItsOwn();
    void aStaleBannerSaysForHowLong();
    void theBannersTextIsNeverRich();
    void aLongBannerStaysInsideItsCard();
    void anUnacknowledgedShapeAlternatesOnlyWhileSeen();
    void everyGateStateLooksDifferent();
    void anUnknownGateIsNamedWithoutWords();
    void aDigitStaysWhereItIsWhenOthersChange();
    void theBeatMovesASmallMark();
    void equalDisplaysPaintNothing();
    void surviveHostileTextAndEverySize();
    void areNamedForThoseWhoCannotSee();
};

void PanelsTest::initTestCase() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

void PanelsTest::everyLevelHasABannerOfItsOwn()
{
    QVector<QImage> seen;
    for (const Level level :
        { Level::Unknown, Level::Green, Level::Yellow, Level::Orange, Level::Red }) {
        BannerDisplay display = samples::overview(State::Green).banner;
        display.level = level;
        const QImage image = painted<BannerPanel>(display, kBanner);
        QVERIFY(!seen.contains(image));
        seen.append(image);
    }
    const QRgb red = Theme::dark().level(Level::Red).fill.rgb();
    QCOMPARE(seen.last().pixel(kBanner.width() - 20, 54), red);
    // Calm is a plain card, and what nobody knows is never green.
    const QRgb card = Theme::dark().color(Token::Bg1).rgb();
    QCOMPARE(seen[1].pixel(kBanner.width() - 20, 54), card);
    const QRgb green = Theme::dark().level(Level::Green).mark.rgb();
    QCOMPARE(seen[1].pixel(60, 54), green);
    QVERIFY(seen[0].pixel(60, 54) != green);
}

void PanelsTest::aStaleBannerSaysForHowLong()
{
    BannerDisplay display = samples::overview(State::Stale).banner;
    BannerPanel panel;
    panel.setLook(Theme::dark(), kWall);
    panel.resize(kBanner);
    panel.setDisplay(display);
    const QImage before = panel.grab().toImage();
    QCOMPARE(before.pixel(1, 54), Theme::dark().color(Token::T1).rgb());  // the border
    QCOMPARE(before.pixel(25, 54), Theme::dark().color(Token::T1).rgb());  // the plate
    display.staleFor = QStringLiteral("00:43");
    panel.setDisplay(display);
    QVERIFY(panel.grab().toImage() != before);
    QVERIFY(panel.accessibleName().startsWith(QStringLiteral("STALE 00:43")));
}

void PanelsTest::theBannersTextIsNeverRich()
{
    BannerDisplay display = samples::overview(State::Green).banner;
    const auto with = [&](const char* title) {
        display.title = QString::fromUtf8(title);
        return painted<BannerPanel>(display, kBanner);
    };
    QVERIFY(with("<b>x</b>") != with("x"));
    QVERIFY(with("<img src=x>") != with(""));
    QVERIFY(with("&lt;") != with("<"));
}

void PanelsTest::aLongBannerStaysInsideItsCard()
{
    for (const State state : { State::Green, State::Red, State::Stale }) {
        BannerDisplay display = samples::overview(state).banner;
        display.unacknowledged = false;
        const QImage usual = painted<BannerPanel>(display, kBanner);
        display.title = display.detail = QString(4000, QLatin1Char('W'));
        const QImage full = painted<BannerPanel>(display, kBanner);
        // The padding at the right stays free.
        QVERIFY(difference(usual, full).right() < kBanner.width() - 16);
    }
}

void PanelsTest::anUnacknowledgedShapeAlternatesOnlyWhileSeen()
{
    BannerDisplay display = samples::overview(State::Red).banner;
    Alternation& alternation = Alternation::shared();
    {
        Shown<BannerPanel> shown(kBanner);
        shown.panel.setDisplay(display);
        QVERIFY(alternation.isRunning());
        const QImage one = shown.panel.grab().toImage();
        alternation.beat();
        QVERIFY(shown.panel.grab().toImage() != one);
        alternation.beat();
        QCOMPARE(shown.panel.grab().toImage(), one);
        shown.panel.hide();
        QVERIFY(!alternation.isRunning());
        shown.panel.show();
        QVERIFY(alternation.isRunning());
        display.unacknowledged = false;
        shown.panel.setDisplay(display);
        QVERIFY(!alternation.isRunning());
        display.unacknowledged = true;
        display.level = Level::Yellow;  // does not alternate
        shown.panel.setDisplay(display);
        QVERIFY(!alternation.isRunning());
    }
    QVERIFY(!alternation.isRunning());
}

void PanelsTest::everyGateStateLooksDifferent()
{
    GateDisplay display = samples::overview(State::Green).gate;
    QVector<QImage> seen;
    for (const GateState state : { GateState::Open, GateState::Paused, GateState::Halted }) {
        display.state = state;
        seen.append(painted<GatePanel>(display, kSmallCard));
    }
    display.known = false;
    seen.append(painted<GatePanel>(display, kSmallCard));
    for (qsizetype i = 0; i < seen.size(); ++i) {
        QCOMPARE(seen.indexOf(seen[i]), i);
    }
    const QRgb tint = Theme::dark().level(Level::Red).tint.rgb();
    QVERIFY(seen[0].pixel(10, 90) != tint);
    QCOMPARE(seen[1].pixel(10, 90), tint);
    QCOMPARE(seen[2].pixel(10, 90), tint);
    // Unknown does not go on looking like the last state.
    QVERIFY(seen[3].pixel(10, 90) != tint);
}

void PanelsTest::anUnknownGateIsNamedWithoutWords()
{
    GatePanel panel;
    QCOMPARE(panel.accessibleName(), QStringLiteral("GATE UNKNOWN"));
}

void PanelsTest::aDigitStaysWhereItIsWhenOthersChange()
{
    for (const ScreenSizes sizes : { kWall, ScreenSizes {} }) {
        const auto at = [&](const char* time) {
            ClockDisplay display = samples::overview(State::Green).clock;
            display.time = QString::fromUtf8(time);
            return painted<ClockPanel>(display, kSmallCard, sizes);
        };
        const QRect tens = difference(at("14:03:11"), at("14:03:41"));
        const QRect ones = difference(at("14:03:11"), at("14:03:14"));
        QVERIFY(!tens.isEmpty() && !ones.isEmpty());
        QVERIFY(tens.right() < ones.left());
    }
}

void PanelsTest::theBeatMovesASmallMark()
{
    for (const ScreenSizes sizes : { kWall, ScreenSizes {} }) {
        ClockDisplay display = samples::overview(State::Green).clock;
        const QImage on = painted<ClockPanel>(display, kSmallCard, sizes);
        display.beat = !display.beat;
        const QRect flipped = difference(on, painted<ClockPanel>(display, kSmallCard, sizes));
        QVERIFY(!flipped.isEmpty());
        QVERIFY(flipped.width() <= 20 && flipped.height() <= 20);
    }
}

void PanelsTest::equalDisplaysPaintNothing()
{
    const auto check = [](auto& shown, auto first, auto second) {
        PaintWatch watch(shown.panel);
        QVERIFY(watch.paintsAfter([&] { shown.panel.setDisplay(first); }) > 0);
        QCOMPARE(watch.paintsAfter([&] { shown.panel.setDisplay(first); }), 0);
        QVERIFY(watch.paintsAfter([&] { shown.panel.setDisplay(second); }) > 0);
    };
    const OverviewDisplay green = samples::overview(State::Green);
    const OverviewDisplay stale = samples::overview(State::Stale);
    FootDisplay foot = green.foot;
    foot.keys.clear();
    Shown<BannerPanel> banner(kBanner);
    check(banner, green.banner, stale.banner);
    Shown<GatePanel> gate(kSmallCard);
    check(gate, green.gate, stale.gate);
    Shown<ClockPanel> clock(kSmallCard);
    check(clock, green.clock, stale.clock);
    Shown<FootPanel> footer(kBanner);
    check(footer, green.foot, foot);
}

void PanelsTest::surviveHostileTextAndEverySize()
{
    const QString huge = QString(50000, QLatin1Char('8')) + QStringLiteral("<img src=x>\n\t")
        + QChar(0x202e) + QChar(0xd800);
    for (const QString& text : { QString(), huge }) {
        for (const ScreenSizes sizes :
            { ScreenSizes {}, kWall, ScreenSizes { true, 4 }, ScreenSizes { false, 0.01 } }) {
            for (const QSize size : { QSize(0, 0), QSize(1, 1), QSize(30, 400), QSize(400, 12),
                     QSize(400, 54), kBanner }) {
                for (const Truth truth :
                    { Truth::Live, Truth::Late, Truth::Stale, Truth::NoData }) {
                    painted<BannerPanel>(
                        BannerDisplay { truth, Level::Red, text, text, text, true }, size, sizes);
                    painted<ClockPanel>(
                        ClockDisplay { text, text, text, text, text, truth, true, true }, size,
                        sizes);
                }
                painted<GatePanel>(
                    GateDisplay { true, GateState::Halted, text, text }, size, sizes);
                painted<FootPanel>(FootDisplay { text, text, text, text, text }, size, sizes);
            }
        }
    }
}

void PanelsTest::areNamedForThoseWhoCannotSee()
{
    const OverviewDisplay red = samples::overview(State::Red);
    BannerPanel banner;
    banner.setDisplay(red.banner);
    QCOMPARE(banner.accessibleName(), QStringLiteral("RED. Writes over limit: 103 of 100"));
    GatePanel gate;
    gate.setDisplay(red.gate);
    QCOMPARE(gate.accessibleName(), QStringLiteral("WRITES PAUSED"));
    QCOMPARE(gate.accessibleDescription(), QStringLiteral("HTTP 429 until below 75"));
    ClockPanel clock;
    clock.setDisplay(samples::overview(State::Stale).clock);
    QVERIFY(!clock.accessibleName().isEmpty());
    QCOMPARE(clock.accessibleDescription(), QStringLiteral("remote eu-1, no fresh data"));
    FootPanel foot;
    foot.setDisplay(red.foot);
    QVERIFY(foot.accessibleDescription().contains(QStringLiteral("OVERDUE")));
}

QTEST_MAIN(PanelsTest)
#include "panels_test.moc"
