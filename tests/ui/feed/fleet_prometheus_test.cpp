// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/child_process.h"
#include "tests/support/daemon_process.h"
#include "tests/support/loopback_server.h"
#include "tests/support/temp_dir.h"
#include "ui/feed/fleet_feed.h"
#include "ui/feed/remote_url.h"

#include <QTest>

#include <csignal>
#include <fstream>
#include <memory>

using namespace headroom;
using namespace headroom::ui;
using namespace std::chrono_literals;

namespace {

constexpr int kPatience = 60'000;  // only ends a test that has failed

/// Three depositories, and a Prometheus of Debian's that scrapes them every second.
class Fleet {
public:
    explicit Fleet(bool hasRules)
    {
        for (int i = 0; i < 3; ++i) {
            const auto folder = dir_.path() / ("depot " + std::to_string(i));
            std::filesystem::create_directory(folder);
            depots.push_back(std::make_unique<DaemonProcess>(HEADROOMD,
                std::vector<std::string> { "--listen", "127.0.0.1:0", "--state-dir",
                    (folder / "state").string(), "--source", "workload" },
                folder));
            instances.push_back(depots.back()->url().substr(std::string("http://").size()));
        }
        LoopbackPort port;
        const auto address = "127.0.0.1:" + std::to_string(port.number());
        writeConfig(hasRules);
        port.close();
        prometheus_ = std::make_unique<ChildProcess>(
            std::vector<std::string> { HEADROOM_PROMETHEUS,
                "--config.file=" + (dir_.path() / "prometheus.yml").string(),
                "--storage.tsdb.path=" + (dir_.path() / "data").string(),
                "--web.listen-address=" + address },
            dir_.path() / "prometheus.log");
        settings.peer.url = *checkedServiceUrl(QString::fromStdString("http://" + address));
        settings.refreshEvery = 200ms;
        settings.schemaEvery = 1s;
        settings.backOff = { 100ms, 500ms };
    }

    std::vector<std::unique_ptr<DaemonProcess>> depots;
    std::vector<std::string> instances;
    FleetSettings settings;

private:
    void writeConfig(bool hasRules)
    {
        std::ofstream config(dir_.path() / "prometheus.yml");
        config << "global: {scrape_interval: 1s, evaluation_interval: 1s}\n";
        if (hasRules) {
            config << "rule_files: ['" << HEADROOM_FLEET_RULES << "']\n";
        }
        config << "scrape_configs:\n- job_name: headroom\n  static_configs:\n  - targets: [";
        for (const auto& instance : instances) {
            config << '\'' << instance << "',";
        }
        config << "]\n";
    }

    TempDir dir_;
    std::unique_ptr<ChildProcess> prometheus_;
};

int countOf(const FleetPicture& picture, FleetState state)
{
    return picture.counts[static_cast<std::size_t>(state)];
}

void showsThreeAndThenMissesOne(bool hasRules)
{
    Fleet fleet(hasRules);
    const SystemClock clock;
    FleetFeed feed(fleet.settings, clock);
    feed.setActive(true);
    // All three with a level of their own, and with what is behind it.
    QTRY_VERIFY_WITH_TIMEOUT(feed.picture() && feed.picture()->rows.size() == 3
            && feed.picture()->schema.hasRank == hasRules
            && countOf(*feed.picture(), FleetState::Unknown) == 0
            && countOf(*feed.picture(), FleetState::Stale) == 0,
        kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!feed.picture()->rows[0].headroom.empty()
            && feed.picture()->rows[0].readings.contains(
                QStringLiteral("headroom_storage_used_bytes"))
            && feed.picture()->rows[0].gate == QLatin1String("OPEN"),
        kPatience);
    QVERIFY(feed.picture()->scrapeAge < 60s);

    fleet.depots[1]->signal(SIGKILL);
    const auto gone = QString::fromStdString(fleet.instances[1]);
    const auto isStale = [&] {
        for (const auto& row : feed.picture()->rows) {
            if (row.instance == gone && row.state == FleetState::Stale) {
                return row.lastHeard.has_value();
            }
        }
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isStale(), kPatience);
    QCOMPARE(countOf(*feed.picture(), FleetState::Stale), 1);
    QCOMPARE(feed.picture()->all, 3);

    FleetWish wish;
    wish.rows = 20;
    wish.search = gone.mid(gone.indexOf(QLatin1Char(':')));
    feed.setWish(wish);
    QTRY_VERIFY_WITH_TIMEOUT(
        feed.picture()->matching == 1 && feed.picture()->rows.size() == 1, kPatience);
    QCOMPARE(feed.picture()->rows[0].instance, gone);
}

}  // namespace

class FleetPrometheusTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRealServerShowsThreeAndOneThatStops() { showsThreeAndThenMissesOne(false); }
    void theSameByRecordedRanks() { showsThreeAndThenMissesOne(true); }
};

QTEST_GUILESS_MAIN(FleetPrometheusTest)
#include "fleet_prometheus_test.moc"
