// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/simulations.h"
#include "tests/ui/support/snapshots.h"
#include "ui/feed/drill.h"
#include "ui/main_window.h"
#include "ui/views/simulator_page.h"
#include "ui/views/wall_view.h"
#include "ui/widgets/banner_panel.h"
#include "ui/widgets/escalation_panel.h"
#include "ui/widgets/field_box.h"
#include "ui/widgets/gate_panel.h"
#include "ui/widgets/gauge_card.h"
#include "ui/widgets/simulation_events.h"
#include "ui/widgets/simulation_timeline.h"
#include "ui/widgets/stripe_frame.h"
#include "ui/widgets/what_if_slider.h"

#include <QAbstractButton>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTest>

using namespace headroom;
using namespace headroom::ui;
using namespace std::chrono_literals;

namespace {

/// A window with a calm embedded source, on the simulator page.
struct Screen {
    Screen()
    {
        real.embedded = true;
        real.play(builder.calm().build());
        screen.setInner(&real);
        model.setDrill(&drill);
        WindowOptions options;
        options.page = QStringLiteral("simulator");
        options.size = QSize(1600, 1000);
        options.fullScreen = false;
        window = std::make_unique<MainWindow>(model, options);
        window->show();
        window->activateWindow();
        [[maybe_unused]] const bool isActive = QTest::qWaitForWindowActive(window.get());
    }

    template <typename Widget>
    [[nodiscard]] Widget* find(const char* name = "") const
    {
        return window->findChild<Widget*>(QString::fromLatin1(name));
    }
    template <typename Widget>
    [[nodiscard]] Widget* onPage() const
    {
        return window->findChild<SimulatorPage*>()->findChild<Widget*>();
    }
    void type(const char* name, const char* text) const
    {
        auto* field = find<FieldBox>(name);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, QString::fromLatin1(text));
        QTest::keyClick(field, Qt::Key_Return);
    }
    void click(const char* name) const
    {
        QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton);
    }
    [[nodiscard]] QString answer() const
    {
        return QStringList { onPage<BannerPanel>()->accessibleName(),
            onPage<EscalationPanel>()->accessibleName(),
            onPage<EscalationPanel>()->accessibleDescription(),
            onPage<GatePanel>()->accessibleName() }
            .join(QStringLiteral(" | "))
            .replace(QChar(0x00A0), QLatin1Char(' '));
    }
    [[nodiscard]] bool hasStripes() const { return find<StripeFrame>()->isVisible(); }
    void beginDrill()
    {
        click("runDrill");
        real.answer({});
    }

    ManualClock clock;
    SnapshotBuilder builder { clock };
    FakeFeed real;
    SwitchFeed screen;
    Drill drill { screen, clock };
    OverviewModel model { screen, clock };
    std::unique_ptr<MainWindow> window;
};

}  // namespace

class SimulatorPageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aPlannerPlaysStorageAndSeesTheAnswersOfTheContract()
    {
        const Screen screen;
        QVERIFY(screen.answer().startsWith(QStringLiteral("GREEN. would be GREEN: All 7 limits")));
        screen.type("storage", "750");
        QCOMPARE(screen.answer(),
            QStringLiteral("YELLOW. would be YELLOW: Storage at 75 % | Escalates to Ops_Team | "
                           "respond within 6 h | WRITES OPEN"));
        screen.type("storage", "950");
        QCOMPARE(screen.answer(),
            QStringLiteral("ORANGE. would be ORANGE: Storage at 95 % | Escalates to Ops_Team | "
                           "respond within 6 h | WRITES OPEN"));
        screen.type("storage", "990");
        QCOMPARE(screen.answer(),
            QStringLiteral("RED. would be RED: Storage at 99 % | Escalates to Ashmit_Pandey + Ops "
                           "| respond within 1 h | WRITES OPEN"));
        screen.click("preset100");
        QCOMPARE(screen.find<FieldBox>("storage")->text(), QStringLiteral("1000"));
        QCOMPARE(screen.answer(),
            QStringLiteral("RED. would be RED: Storage at 100 % | Escalates to Ashmit_Pandey + Ops "
                           "| respond IMMEDIATE | WRITES HALTED"));
        QVERIFY(screen.onPage<GatePanel>()->accessibleDescription().contains(
            QStringLiteral("HTTP 503")));
        const auto rows = screen.onPage<SimulationEvents>()->rows();
        QCOMPARE(rows.first().what.simplified(), QStringLiteral("Storage 100 %"));
        QCOMPARE(rows.first().gate, QStringLiteral("halts writes, 503"));
        screen.click("backToLive");
        QCOMPARE(screen.find<FieldBox>("storage")->text(), QStringLiteral("612"));
    }

    void wrongNumbersAreMarkedAndChangeNothing()
    {
        const Screen screen;
        const auto before = screen.answer();
        screen.type("storage", "-5");
        QCOMPARE(screen.answer(), before);
        QVERIFY(!screen.find<FieldBox>("storage")->toolTip().isEmpty());
    }

    void slidersAndScrubberObeyTheKeyboard()
    {
        const Screen screen;
        auto* slider = screen.find<WhatIfSlider>("writersSlider");
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_Right);
        QCOMPARE(screen.find<FieldBox>("writers")->text(), QStringLiteral("35"));
        auto* timeline = screen.onPage<SimulationTimeline>();
        timeline->setFocus();
        QTest::keyClick(timeline, Qt::Key_PageUp);
        QCOMPARE(timeline->display().position, 0.1);
        QTest::keyClick(timeline, Qt::Key_End);
        QCOMPARE(timeline->display().position, 1.0);
        QTest::keyClick(timeline, Qt::Key_Left);
        QCOMPARE(qRound(timeline->display().position * 100), 99);
        QTest::mouseClick(timeline, Qt::LeftButton, {}, QPoint(timeline->width() / 2, 80));
        QVERIFY(timeline->display().position > 0.3 && timeline->display().position < 0.6);
    }

    void scenariosPlayAndPause()
    {
        Screen screen;
        screen.click("fill");
        auto& simulator = screen.window->findChild<SimulatorPage*>()->simulator();
        QVERIFY(simulator.isPlaying());
        screen.clock.advance(10s);
        simulator.tick();
        QCOMPARE(simulator.position(), std::chrono::nanoseconds(10h));
        screen.click("pause");
        QVERIFY(!simulator.isPlaying());
        screen.type("fillRate", "20");
        QCOMPARE(simulator.simulation()->setup().scenario.name, std::string("Fill at 20 GB/h"));
    }

    void aScriptSaysWhatIsWrongWithItAndIsPlayedOnceItIsRight()
    {
        const Screen screen;
        screen.click("script");
        auto* text = screen.find<QPlainTextEdit>();
        QVERIFY(text != nullptr);
        text->setPlainText(QStringLiteral("at noon writers 5"));
        QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
        const auto* faults = screen.find<QLabel>("hint");
        QVERIFY(faults->text().startsWith(QStringLiteral("line 1: \"noon\" is no time")));
        text->setPlainText(QStringLiteral("at 0 writers 100"));
        QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(screen.answer().endsWith(QStringLiteral("WRITES PAUSED")));
    }

    void theWindowWearsStripesOnThisPageAndOnNoOther()
    {
        const Screen screen;
        QVERIFY(screen.hasStripes());
        screen.window->openPage(QStringLiteral("overview"));
        QVERIFY(!screen.hasStripes());
        screen.window->openPage(QStringLiteral("simulator"));
        QVERIFY(screen.hasStripes());
    }

    void everythingThatTakesTheKeyboardHasAName()
    {
        const Screen screen;
        for (const auto* widget : screen.window->findChildren<QWidget*>()) {
            if (widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus) != 0) {
                const auto* button = qobject_cast<const QAbstractButton*>(widget);
                QVERIFY2(!widget->accessibleName().isEmpty()
                        || (button != nullptr && !button->text().isEmpty()),
                    widget->metaObject()->className());
            }
        }
    }

    void aDrillIsOnTheWallWithStripesAndBadge()
    {
        Screen screen;
        screen.click("preset99");
        screen.beginDrill();
        QVERIFY(screen.window->isWall());
        QVERIFY(screen.hasStripes());
        const auto& shown = screen.model.display();
        QCOMPARE(static_cast<int>(shown.banner.level), static_cast<int>(Level::Red));
        QVERIFY(shown.banner.simulated);
        QVERIFY(shown.banner.detail.contains(QStringLiteral("15:00 left")));
        QCOMPARE(shown.clock.source, QStringLiteral("simulated"));
        QCOMPARE(shown.clock.age, QStringLiteral("live: GREEN"));
        QCOMPARE(shown.foot.simulation, QStringLiteral("live state is GREEN"));
        QCOMPARE(shown.alerts.summary, QStringLiteral("1 simulated"));
        QVERIFY(!shown.alerts.rows.first().canAcknowledge);
        QCOMPARE(shown.gate.detail, QStringLiteral("live gate not touched"));
        QVERIFY(shown.gauges[1].ghostText.contains(QStringLiteral("612")));
        QTest::keyClick(screen.window.get(), Qt::Key_Escape);
        QVERIFY(!screen.drill.isRunning());
        QVERIFY(!screen.window->isWall());
        QCOMPARE(screen.real.submitted.size(), std::size_t { 2 });
    }

    void aRealRedTakesTheWallBackAndSaysSo()
    {
        Screen screen;
        screen.click("preset99");
        screen.beginDrill();
        QVERIFY(screen.window->isWall());
        screen.builder.set(Metric::ConcurrentWrites, 100, Level::Red);
        screen.real.play(screen.builder.build());
        QVERIFY(!screen.drill.isRunning());
        QVERIFY(screen.window->isWall());
        QVERIFY(!screen.hasStripes());
        screen.model.tick();
        const auto& banner = screen.model.display().banner;
        QVERIFY(!banner.simulated);
        QVERIFY(banner.title.startsWith(QStringLiteral("Writes")));
        QVERIFY(banner.detail.startsWith(QStringLiteral("drill stopped: live RED")));
    }

    void aRefusedDrillSaysWhyInTheHeader()
    {
        Screen screen;
        screen.builder.set(Metric::ConcurrentWrites, 100, Level::Red);
        screen.real.play(screen.builder.build());
        screen.click("runDrill");
        QVERIFY(!screen.window->isWall());
        bool says = false;
        for (const auto* widget : screen.window->findChildren<QWidget*>()) {
            says = says
                || widget->accessibleDescription().contains(
                    QStringLiteral("no drill now: live RED"));
        }
        QVERIFY(says);
    }
};

QTEST_MAIN(SimulatorPageTest)
#include "simulator_page_test.moc"
