// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/fleet_server.h"
#include "tests/ui/support/snapshots.h"
#include "ui/main_window.h"
#include "ui/views/fleet_page.h"
#include "ui/views/fleet_table.h"
#include "ui/views/fleet_wall.h"

#include <QComboBox>
#include <QLineEdit>
#include <QTest>

using namespace headroom;
using namespace headroom::ui;

namespace {

constexpr int kPatience = 30'000;

/// A window on a fleet of three, on the desk or on the wall.
struct Screen {
    explicit Screen(bool isWall = false)
    {
        server.behave(FleetServer::ofThree().behaviour());
        model.setFleet(&fleet);
        WindowOptions options;
        options.page = QStringLiteral("fleet");
        options.wall = isWall;
        options.wallOfFleet = true;
        options.fullScreen = false;
        window = std::make_unique<MainWindow>(model, options);
        window->show();
        window->activateWindow();
    }
    [[nodiscard]] bool isFilled()
    {
        return QTest::qWaitFor([this] { return fleet.rowCount() == 3; }, kPatience);
    }

    ManualClock clock;
    FakeFeed feed;
    OverviewModel model { feed, clock };
    ScriptedServer server;
    FleetFeed asked { fleetSettingsFor(server), clock };
    FleetModel fleet { asked, clock };
    std::unique_ptr<MainWindow> window;
};

}  // namespace

class FleetPageTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutAServerItSaysHowToNameOne()
    {
        const ManualClock clock;
        FakeFeed feed;
        OverviewModel model(feed, clock);
        const FleetPage page(model);
        QVERIFY(page.accessibleDescription().contains(QStringLiteral("--fleet")));
        QVERIFY(page.findChildren<FleetTable*>().isEmpty());
    }

    void enterOpensTheChosenDepository()
    {
        Screen screen;
        QVERIFY(screen.isFilled());
        QUrl opened;
        screen.fleet.setOpen([&](const QUrl& url) { opened = url; });
        auto* table = screen.window->findChild<FleetTable*>();
        table->setFocus();
        table->setCurrentIndex(screen.fleet.index(2, 0));
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(opened.toString(), QStringLiteral("https://us-1:8443"));
    }

    void filterAndSearchAreAskedOfTheServer()
    {
        Screen screen;
        QVERIFY(screen.isFilled());
        auto* page = screen.window->findChild<FleetPage*>();
        auto* states = page->findChild<QComboBox*>();
        states->setCurrentIndex(states->findData(static_cast<int>(FleetState::Red)));
        auto* search = page->findChild<QLineEdit*>();
        search->setText(QStringLiteral("eu.1"));
        QTest::keyClick(search, Qt::Key_Return);
        const auto isAsked = [&] {
            const auto heard
                = QUrl::fromPercentEncoding(QByteArray::fromStdString(screen.server.heard()));
            return heard.contains(QStringLiteral("(?i).*eu\\\\.1.*\"} >= 3)"));
        };
        QVERIFY(QTest::qWaitFor(isAsked, kPatience));
    }

    void whoLeavesThePageAsksNoMore()
    {
        Screen screen;
        QVERIFY(screen.isFilled());
        QVERIFY(!screen.window->findChild<FleetPage*>()->isHidden());
        screen.window->openPage(QStringLiteral("overview"));
        // The refresh under way may still end; after it nothing new comes.
        QTest::qWait(300);
        const auto settled = screen.asked.picture();
        QTest::qWait(300);
        QCOMPARE(screen.asked.picture(), settled);
    }

    void theWallOfAFleetShowsTheFleet()
    {
        Screen screen(true);
        auto* wall = screen.window->findChild<FleetWall*>();
        QVERIFY(wall != nullptr && wall->isVisible());
        QVERIFY(screen.isFilled());
        QVERIFY(screen.window->findChildren<FleetTable*>().isEmpty());
    }
};

QTEST_MAIN(FleetPageTest)
#include "fleet_page_test.moc"
