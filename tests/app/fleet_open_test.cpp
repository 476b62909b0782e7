// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headroom/composition.h"
#include "app/headroom/service_connection.h"
#include "tests/support/daemon_process.h"
#include "tests/ui/support/fleet_server.h"
#include "ui/views/fleet_page.h"
#include "ui/views/fleet_table.h"
#include "ui/widgets/clock_panel.h"
#include "ui/widgets/gauge_card.h"

#include <QAbstractButton>
#include <QTest>

using namespace headroom;
using namespace headroom::ui;

namespace {

constexpr int kPatience = 60'000;  // only ends a test that has failed

/// What the header says of where its readings come from.
bool isFrom(const MainWindow& window, const QString& source)
{
    const auto clocks = window.findChildren<ClockPanel*>();
    return std::any_of(clocks.begin(), clocks.end(),
        [&](const ClockPanel* clock) { return clock->accessibleDescription().contains(source); });
}

}  // namespace

class FleetOpenTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void enterShowsTheDepositoryThatStandsInTheList()
    {
        const TempDir dir;
        DaemonProcess depot(HEADROOMD,
            { "--listen", "127.0.0.1:0", "--state-dir", (dir.path() / "depot").string(), "--source",
                "workload" },
            dir.path());
        const auto url = depot.url();
        QVERIFY(!url.empty());
        FleetServer fleet;
        fleet.rows = FleetServer::named(url.substr(std::string("http://").size()), "0.1");
        fleet.totals = FleetServer::sample(R"("eighths":"0")", "1");
        ScriptedServer server;
        server.behave(fleet.behaviour());
        Config config;
        config.fleetUrl = server.url();
        config.page = QStringLiteral("fleet");
        config.screenshotFile = "none";  // no sound, no tray, no full screen
        const auto state = StateDir::open((dir.path() / "state").string());
        QVERIFY(state);
        Composition composition(config, *state, *servicePeer(config));
        auto& window = composition.window();
        window.show();  // never started: what is live comes from the service
        auto* table = window.findChild<FleetTable*>();
        QVERIFY(table != nullptr);
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, kPatience);
        table->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(window.page(), QStringLiteral("overview"));
        const auto isLive = [&] {
            const auto cards = window.findChildren<GaugeCard*>();
            return !cards.isEmpty()
                && std::all_of(cards.begin(), cards.end(),
                    [](const GaugeCard* card) { return card->display().truth == Truth::Live; });
        };
        QTRY_VERIFY_WITH_TIMEOUT(isLive(), kPatience);

        QVERIFY(!isFrom(window, QStringLiteral("embedded")));

        // The list is still there, and leads back to what was shown before.
        window.openPage(QStringLiteral("fleet"));
        auto* page = window.findChild<FleetPage*>();
        QVERIFY(page != nullptr);
        const auto buttons = page->findChildren<QAbstractButton*>();
        const auto close = std::find_if(buttons.begin(), buttons.end(), [](const auto* button) {
            return button->accessibleName().startsWith(QStringLiteral("Close 127.0.0.1:"));
        });
        QVERIFY(close != buttons.end() && (*close)->isVisible());
        (*close)->click();
        QVERIFY(!(*close)->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(isFrom(window, QStringLiteral("embedded")), kPatience);
        QCOMPARE(table->model()->rowCount(), 1);
    }
};

QTEST_MAIN(FleetOpenTest)
#include "fleet_open_test.moc"
