// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/temp_dir.h"
#include "tests/ui/support/alerts.h"
#include "tests/ui/support/snapshots.h"
#include "ui/main_window.h"
#include "ui/views/view_list.h"
#include "ui/views/wall_stage.h"
#include "ui/views/wall_view.h"
#include "ui/widgets/banner_panel.h"
#include "ui/widgets/contact_band.h"
#include "ui/widgets/gauge_card.h"
#include "ui/widgets/rail.h"

#include <QSignalSpy>
#include <QTest>

using namespace headroom;
using namespace headroom::ui;
using namespace std::chrono_literals;

namespace {

/// A window on a played feed.
struct Screen {
    explicit Screen(WindowOptions options = {})
        : window(model, options)
    {
        window.show();
        window.activateWindow();  // shortcuts go to the active window
        [[maybe_unused]] const bool isActive = QTest::qWaitForWindowActive(&window);
    }

    ManualClock clock;
    SnapshotBuilder build { clock };
    FakeFeed feed;
    OverviewModel model { feed, clock };
    MainWindow window;

    template <typename Widget>
    [[nodiscard]] QList<Widget*> visible() const
    {
        auto found = window.findChildren<Widget*>();
        found.removeIf([](Widget* widget) { return !widget->isVisible(); });
        return found;
    }
};

}  // namespace

class MainWindowTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theFirstFrameIsHonest()
    {
        Screen screen;
        QSignalSpy painted(&screen.window, &MainWindow::firstFramePainted);
        QTRY_COMPARE(painted.count(), 1);
        QCOMPARE(screen.visible<GaugeCard>().size(), 4);
        for (const auto* gauge : screen.visible<GaugeCard>()) {
            QVERIFY(gauge->display().truth == Truth::NoData);
            QVERIFY(gauge->display().level == Level::Unknown);
        }
    }

    void theDesksBandHasAButtonForWhatAPersonMustSettleAndTheWallsHasNone()
    {
        Screen screen;
        screen.feed.alarmChain(QStringLiteral("the audit trail of the service was cut"));
        QCOMPARE(screen.visible<ContactBand>().size(), 1);
        const auto* button = screen.visible<ContactBand>().front()->findChild<QAbstractButton*>();
        QVERIFY(button != nullptr && !button->text().isEmpty());
        QTest::keyClick(&screen.window, Qt::Key_F11);
        QCOMPARE(screen.visible<ContactBand>().size(), 1);
        QVERIFY(screen.visible<ContactBand>().front()->findChild<QAbstractButton*>() == nullptr);
        QTest::keyClick(&screen.window, Qt::Key_F11);
        screen.feed.find();
        QVERIFY(screen.visible<ContactBand>().isEmpty());
    }

    void theRailSaysHowManyAlertsWait()
    {
        Screen screen;
        const auto* item = screen.window.findChild<RailItem*>(QStringLiteral("alerts"));
        QVERIFY(item->accessibleDescription().isEmpty());
        AlertsBuilder alerts(screen.clock);
        alerts.open(AlertType::ConcurrentWrites, Level::Red);
        alerts.open(AlertType::StorageCapacity, Level::Yellow);
        screen.feed.play(alerts.board());
        screen.model.tick();
        QCOMPARE(item->accessibleDescription(), QStringLiteral("2 alerts to acknowledge"));
    }

    void f11IsTheWallAndBack()
    {
        Screen screen;
        QVERIFY(!screen.window.isWall());
        QTest::keyClick(&screen.window, Qt::Key_F11);
        QVERIFY(screen.window.isWall());
        QVERIFY(screen.window.isFullScreen());
        QTest::keyClick(&screen.window, Qt::Key_F11);
        QVERIFY(!screen.window.isWall());
        QVERIFY(!screen.window.isFullScreen());
        QTest::keyClick(&screen.window, Qt::Key_F11);
        QTest::keyClick(&screen.window, Qt::Key_Escape);
        QVERIFY(!screen.window.isWall());
        QTest::keyClick(&screen.window, Qt::Key_Escape);
        QVERIFY(!screen.window.isWall());
    }

    void theAKeyAcknowledgesTheFirstAlertThatWaits_data()
    {
        QTest::addColumn<bool>("wall");
        QTest::newRow("wall") << true;
        QTest::newRow("overview") << false;
    }

    void theAKeyAcknowledgesTheFirstAlertThatWaits()
    {
        QFETCH(const bool, wall);
        WindowOptions options;
        options.wall = wall;
        Screen screen(options);
        screen.feed.play(
            screen.build.calm().set(Metric::ConcurrentWrites, 100, Level::Red).build());
        QTest::keyClick(&screen.window, Qt::Key_A);
        QVERIFY(screen.feed.submitted.empty());
        AlertBoard board;
        AlertView alert;
        alert.id = "CONCURRENT_WRITES-1";
        alert.type = AlertType::ConcurrentWrites;
        alert.level = Level::Red;
        alert.raisedAt = screen.clock.steadyNow();
        board.open.push_back(alert);
        screen.clock.advance(1s);
        screen.feed.play(std::make_shared<const AlertBoard>(board));
        screen.model.tick();
        QTest::keyClick(&screen.window, Qt::Key_A);
        QCOMPARE(screen.feed.submitted.size(), std::size_t(1));
        const auto* command = std::get_if<AcknowledgeAlert>(&screen.feed.submitted.front().what);
        QVERIFY(command != nullptr);
        QCOMPARE(command->alertId, alert.id);
    }

    void theWallHasNoChromeNoCursorAndNothingToFocus()
    {
        WindowOptions options;
        options.wall = true;
        Screen screen(options);
        QVERIFY(screen.window.isWall());
        QCOMPARE(screen.visible<WallView>().size(), 1);
        QCOMPARE(screen.visible<WallView>().first()->geometry(), screen.window.rect());
        QCOMPARE(screen.visible<WallView>().first()->cursor().shape(), Qt::BlankCursor);
        QVERIFY(screen.visible<Rail>().isEmpty());
        QCOMPARE(screen.visible<View>().size(), 1);  // no page was made, or it is hidden
        for (const auto* widget : screen.visible<QWidget>()) {
            QVERIFY2(widget->focusPolicy() == Qt::NoFocus, widget->metaObject()->className());
        }
    }

    void everyPageHasItsKeyAndItsPlaceInTheRail()
    {
        Screen screen;
        for (const auto& row : viewList()) {
            const QKeySequence keys(row.shortcut);
            QTest::keyClick(&screen.window, keys[0].key(), keys[0].keyboardModifiers());
            QCOMPARE(screen.window.page(), row.id);
            QCOMPARE(screen.visible<View>().size(), 1);
            const auto* item = screen.window.findChild<RailItem*>(row.id);
            QVERIFY(item != nullptr && item->isChecked());
        }
    }

    void theRailOpensPages()
    {
        Screen screen;
        QTest::mouseClick(
            screen.window.findChild<RailItem*>(QStringLiteral("workload")), Qt::LeftButton);
        QCOMPARE(screen.window.page(), QStringLiteral("workload"));
        QTest::mouseClick(
            screen.window.findChild<RailItem*>(QStringLiteral("wall")), Qt::LeftButton);
        QVERIFY(screen.window.isWall());
    }

    void theRailShrinksWithTheWindow()
    {
        WindowOptions options;
        options.size = QSize(1280, 800);
        Screen screen(options);
        QCOMPARE(screen.window.findChild<Rail*>()->width(), Rail::kWide);
        screen.window.resize(1279, 800);
        QCOMPARE(screen.window.findChild<Rail*>()->width(), Rail::kNarrow);
        screen.window.resize(300, 300);
        QCOMPARE(screen.window.size(), MainWindow::kSmallest);
    }

    void theScreenGrowsStaleWithoutNewData()
    {
        Screen screen;
        screen.feed.play(screen.build.calm().build());
        screen.clock.advance(1s);
        screen.model.tick();
        for (const auto* gauge : screen.visible<GaugeCard>()) {
            QVERIFY(gauge->display().level == Level::Green);
        }
        screen.clock.advance(42s);
        screen.model.tick();
        for (const auto* gauge : screen.visible<GaugeCard>()) {
            QVERIFY(gauge->display().truth == Truth::Stale);
            QVERIFY(gauge->display().level == Level::Unknown);
        }
    }

    void aCalmWallTurnsItsPagesAndOrangeBringsTheWallBackAtOnce()
    {
        WindowOptions options;
        options.wall = true;
        options.rotation = QStringList { QStringLiteral("alerts"), QStringLiteral("gone") };
        options.rotateEvery = 3600s;
        Screen screen(options);
        const auto* stage = screen.window.findChild<WallStage*>();
        const auto shown = [&] {
            const auto* view
                = stage->page() != nullptr ? stage->page() : screen.visible<View>().first();
            return QString::fromLatin1(view->metaObject()->className());
        };
        QVERIFY(!screen.window.rotation().isTurning());
        screen.feed.play(screen.build.calm().build());
        screen.clock.advance(1s);
        screen.model.tick();
        QVERIFY(screen.window.rotation().isTurning());
        screen.window.rotation().turn();
        QVERIFY(screen.visible<View>().isEmpty());
        QVERIFY(shown().endsWith(QStringLiteral("AlertsPage")));
        QVERIFY(stage->page()->isVisible());  // to itself: it takes the display and asks
        QCOMPARE(stage->geometry(), screen.window.rect());
        QCOMPARE(QSizeF(stage->page()->size() * stage->scale()).toSize(), screen.window.size());
        QVERIFY(stage->page()->width() >= MainWindow::kSmallest.width());
        screen.feed.play(screen.build.set(Metric::ConcurrentWrites, 80, Level::Orange).build());
        screen.clock.advance(1s);
        screen.model.tick();
        QCOMPARE(screen.visible<View>().size(), 1);
        QVERIFY(stage->page() == nullptr && !stage->isVisible());
        QVERIFY(shown().endsWith(QStringLiteral("WallView")));
        QVERIFY(!screen.window.rotation().isTurning());
        screen.window.rotation().turn();
        screen.window.setWall(false);
        QCOMPARE(screen.visible<View>().size(), 1);
        QVERIFY(shown().endsWith(QStringLiteral("OverviewPage")));
    }

    void theWallMovesAgainstBurnInUnlessToldNotTo()
    {
        for (const bool isWanted : { true, false }) {
            WindowOptions options;
            options.wall = true;
            options.pixelShift = isWanted;
            Screen screen(options);
            const auto* wall = screen.visible<WallView>().first();
            QCOMPARE(wall->pos(), QPoint(0, 0));
            if (isWanted) {
                screen.window.pixelShift().step();
                QVERIFY(!wall->pos().isNull());
                QCOMPARE(wall->size(), screen.window.size());
                screen.window.setWall(false);
                screen.window.setWall(true);
                QCOMPARE(wall->pos(), QPoint(0, 0));
            }
        }
    }

    void theBandIsAsWideAsTheWallWhileThereIsNoContact()
    {
        WindowOptions options;
        options.wall = true;
        Screen screen(options);
        screen.feed.play(screen.build.calm().build());
        const auto* wall = screen.visible<WallView>().first();
        const auto* band = wall->findChild<ContactBand*>();
        QVERIFY(!band->isVisible());
        screen.feed.lose(
            screen.clock.steadyNow(), screen.clock.systemNow(), QStringLiteral("no answer"));
        QVERIFY(band->isVisible());
        QCOMPARE(band->width(), wall->width());
        for (const auto* gauge : screen.visible<GaugeCard>()) {
            QVERIFY(gauge->y() > band->height());
            QVERIFY(gauge->display().truth == Truth::Stale);
        }
        screen.feed.find();
        QVERIFY(!band->isVisible());
    }

    void theWallFollowsThePreferences()
    {
        Screen screen;
        auto wanted = screen.model.preferences()->inForce();
        wanted.wallPages = QStringList { QStringLiteral("alerts"), QStringLiteral("overview") };
        wanted.wallScreen = QStringLiteral("DP-7");
        screen.model.preferences()->set(wanted);
        QCOMPARE(screen.window.screens().wanted(), QStringLiteral("DP-7"));
        screen.window.setWall(true);
        screen.window.rotation().turn();
        QCOMPARE(screen.window.rotation().page(), QStringLiteral("alerts"));
    }

    void aMinimisedWindowDoesNothingUntilItIsBack()
    {
        Screen screen;
        screen.window.showMinimized();
        QSignalSpy changes(&screen.model, &OverviewModel::changed);
        screen.clock.advance(1s);
        screen.feed.play(screen.build.calm().build());
        QCOMPARE(changes.count(), 0);
        screen.window.showNormal();
        QVERIFY(changes.count() > 0);
    }

    void thePlaceIsRememberedAndTheThemeIsAPreference()
    {
        const TempDir folder;
        WindowOptions options;
        options.settingsFile = QString::fromStdString((folder.path() / "window.ini").string());
        {
            Screen screen(options);
            QCOMPARE(screen.window.theme(), ThemeKind::Dark);
            screen.window.resize(1300, 800);
            QTest::keyClick(&screen.window, Qt::Key_T);
            QCOMPARE(screen.window.theme(), ThemeKind::Light);
            QVERIFY(screen.model.preferences()->kept().theme == ThemeChoice::Light);
            screen.window.close();
        }
        Screen again(options);
        QCOMPARE(again.window.size(), QSize(1300, 800));
        options.theme = ThemeKind::Light;
        Screen asked(options);
        QCOMPARE(asked.window.theme(), ThemeKind::Light);
        QVERIFY(asked.model.preferences()->kept().theme == ThemeChoice::Dark);
    }
};

QTEST_MAIN(MainWindowTest)
#include "main_window_test.moc"
