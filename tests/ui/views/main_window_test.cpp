// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/temp_dir.h"
#include "tests/ui/support/snapshots.h"
#include "ui/main_window.h"
#include "ui/views/view_list.h"
#include "ui/views/wall_view.h"
#include "ui/widgets/banner_panel.h"
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

    void themeAndPlaceAreRemembered()
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
            screen.window.close();
        }
        Screen again(options);
        QCOMPARE(again.window.theme(), ThemeKind::Light);
        QCOMPARE(again.window.size(), QSize(1300, 800));
        options.theme = ThemeKind::Dark;
        Screen asked(options);
        QCOMPARE(asked.window.theme(), ThemeKind::Dark);
    }
};

QTEST_MAIN(MainWindowTest)
#include "main_window_test.moc"
