// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor_core/base/posix_file_system.h"
#include "monitor_core/monitor.h"
#include "monitor_core/policy/escalation_policy.h"
#include "monitor_core/recorder.h"
#include "monitor_core/storage/storage.h"
#include "tests/support/certified_policy.h"
#include "tests/support/scripted_server.h"
#include "tests/support/scripted_source.h"
#include "tests/support/temp_dir.h"
#include "tests/ui/support/remote_service.h"
#include "ui/feed/drill.h"
#include "ui/feed/local_feed.h"
#include "ui/feed/remote_feed.h"
#include "ui/feed/remote_url.h"
#include "ui/main_window.h"
#include "ui/views/simulator_page.h"
#include "ui/widgets/field_box.h"

#include <QAbstractButton>
#include <QSignalSpy>
#include <QTest>

using namespace headroom;
using namespace headroom::ui;
using namespace std::chrono_literals;

namespace {

constexpr int kPatience = 20'000;  // only ends a test that has failed

/// A window on a feed that is not played but real.
struct Screen {
    explicit Screen(Feed& real)
    {
        screen.setInner(&real);
        model.setDrill(&drill);
        WindowOptions options;
        options.page = QStringLiteral("simulator");
        options.size = QSize(1600, 1000);
        options.fullScreen = false;
        window = std::make_unique<MainWindow>(model, options);
        window->show();
    }

    void type(const char* name, const char* text) const
    {
        auto* field = window->findChild<FieldBox*>(QString::fromLatin1(name));
        field->selectAll();
        QTest::keyClicks(field, QString::fromLatin1(text));
        QTest::keyClick(field, Qt::Key_Return);
    }
    void click(const char* name) const
    {
        QTest::mouseClick(
            window->findChild<QAbstractButton*>(QString::fromLatin1(name)), Qt::LeftButton);
    }
    [[nodiscard]] SimulatorModel& simulator() const
    {
        return window->findChild<SimulatorPage*>()->simulator();
    }
    /// All that a planner can do, up to a drill at 100 %.
    void playEverything() const
    {
        for (const char* gb : { "750", "950", "990", "1000" }) {
            type("storage", gb);
        }
        type("writers", "120");
        type("throughput", "1100");
        type("latency", "6000");
        for (const char* scenario : { "fill", "storm", "spike" }) {
            click(scenario);
            simulator().scrubTo(simulator().simulation()->length());
        }
        QVERIFY(simulator().playScript(QStringLiteral("at 0 storage 100 %")).isEmpty());
        click("preset100");
        click("runDrill");
    }

    SystemClock clock;
    SwitchFeed screen;
    Drill drill { screen, clock };
    OverviewModel model { screen, clock };
    std::unique_ptr<MainWindow> window;
};

/// A whole embedded core with a calm source, on the machine's clock.
struct Core {
    Core()
    {
        StorageSettings settings;
        settings.directory = dir.path();
        settings.rules.matrix = certifiedEscalation().matrix;
        settings.rules.contacts = certifiedEscalation().contacts;
        settings.limits = policy.limits;
        storage = std::make_unique<Storage>(settings, files, clock, nullptr);
        storage->start();
        std::vector<std::unique_ptr<Source>> sources;
        sources.push_back(std::make_unique<ScriptedSource>([this] {
            Readings readings;
            for (const Metric metric : kSimulatedMetrics) {
                Reading reading;
                reading.value = 10;
                reading.measuredAt = clock.steadyNow();
                reading.measuredAtUtc = clock.systemNow();
                readings.set(metric, reading);
            }
            return Result<Readings>(readings);
        }));
        monitor
            = std::make_unique<Monitor>(policy, recorder, std::move(sources), clock, storage.get());
        monitor->start();
        feed.attach(*monitor);
    }
    ~Core()
    {
        feed.detach();
        monitor->stop();
        monitor.reset();
        storage->stop();
    }

    /// "drill.began Hold", … of all that people did.
    [[nodiscard]] QStringList trail()
    {
        QStringList lines;
        bool isAnswered = false;
        QObject asker;
        feed.queryAudit(&asker, { 0, 1000 }, [&](const Result<AuditAnswer>& answer) {
            isAnswered = true;
            for (const auto& line : answer ? answer->records : std::vector<AuditLine>()) {
                lines << QString::fromStdString(line.action + ' ' + line.subject);
            }
        });
        [[maybe_unused]] const bool came = QTest::qWaitFor([&] { return isAnswered; }, kPatience);
        return lines;
    }

    TempDir dir;
    SystemClock clock;
    PosixFileSystem files;
    ThresholdPolicy policy = certifiedPolicy();
    Recorder recorder { policy.gate, policy.windows, clock };
    std::unique_ptr<Storage> storage;
    std::unique_ptr<Monitor> monitor;
    LocalFeed feed { QStringLiteral("embedded") };
};

}  // namespace

class SimulatorSessionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void notOneRequestThatChangesAnythingGoesToAService()
    {
        ScriptedServer server;
        server.behave(RemoteService().behaviour());
        RemoteSettings settings;
        settings.peer.url = *checkedServiceUrl(QString::fromStdString(server.url()));
        const SystemClock clock;
        RemoteFeed real(std::move(settings), clock);
        QTRY_VERIFY_WITH_TIMEOUT(
            real.contact().isConnected && real.latest() && real.alerts(), kPatience);
        Screen screen(real);
        screen.playEverything();
        QVERIFY(screen.drill.isRunning());
        QVERIFY(screen.window->isWall());
        QVERIFY(!screen.screen.simulation()->isRecorded);
        QVERIFY(screen.model.display().banner.detail.contains(QStringLiteral("not audited")));
        // An A on the wall of a drill acknowledges nothing, here or there.
        QSignalSpy answers(&screen.screen, &Feed::commandFinished);
        screen.model.acknowledge(QString::fromStdString(screen.screen.alerts()->open.at(0).id));
        QTRY_COMPARE_WITH_TIMEOUT(answers.count(), 1, kPatience);
        screen.window->setWall(false);
        QVERIFY(!screen.drill.isRunning());
        // Nor does the feed send a record of it, whoever asks.
        QSignalSpy refusals(&real, &Feed::commandFinished);
        real.submit({ "MK", RecordDrill { true, "Hold", {} } });
        QTRY_COMPARE_WITH_TIMEOUT(refusals.count(), 1, kPatience);
        QVERIFY(!refusals.at(0).at(0).toString().isEmpty());
        // Something that comes after all of it was sent.
        const auto sequence = real.latest()->sequence;
        QTRY_VERIFY_WITH_TIMEOUT(real.latest()->sequence > sequence + 3, kPatience);
        const auto heard = QString::fromStdString(server.heard());
        QVERIFY(heard.contains(QStringLiteral("GET /api/v1/events")));
        for (const char* verb : { "POST ", "PUT ", "PATCH ", "DELETE ", "used_gb" }) {
            QVERIFY2(!heard.contains(QString::fromLatin1(verb)), verb);
        }
    }

    void anEmbeddedCoreRemembersNothingButTheDrillsStartAndEnd()
    {
        Core core;
        QTRY_VERIFY_WITH_TIMEOUT(
            core.feed.latest() && core.feed.latest()->worst == Level::Green && core.feed.alerts(),
            kPatience);
        const auto before = core.trail();
        {
            Screen screen(core.feed);
            screen.playEverything();
            QTRY_VERIFY_WITH_TIMEOUT(screen.drill.isRunning(), kPatience);
            QVERIFY(screen.screen.simulation()->isRecorded);
            QCOMPARE(static_cast<int>(screen.screen.latest()->gate.state),
                static_cast<int>(GateState::Halted));
            // The real gate and the real alerts know nothing of it.
            QCOMPARE(static_cast<int>(core.monitor->latest()->gate.state),
                static_cast<int>(GateState::Open));
            QSignalSpy answers(&core.feed, &Feed::commandFinished);
            screen.drill.end();
            QTRY_COMPARE_WITH_TIMEOUT(answers.count(), 1, kPatience);
        }
        QVERIFY(core.feed.alerts()->open.empty());
        QCOMPARE(core.feed.alerts()->lastSequence, std::uint64_t { 0 });
        auto after = core.trail();
        QCOMPARE(after.mid(0, before.size()), before);
        QCOMPARE(after.mid(before.size()),
            (QStringList {
                QStringLiteral("drill.began Hold"), QStringLiteral("drill.ended Hold") }));
        std::optional<HistoryAnswer> history;
        core.feed.queryMetrics(this, { Metric::TotalStorage },
            { core.clock.systemNow() - 1h, core.clock.systemNow() + 1h }, 1000,
            [&](const Result<std::vector<HistoryAnswer>>& answer) {
                if (answer) {
                    history = answer->at(0);
                }
            });
        QTRY_VERIFY_WITH_TIMEOUT(history.has_value(), kPatience);
        for (const auto& point : history->points) {
            QVERIFY(point.stats.max <= 10);
        }
    }
};

QTEST_MAIN(SimulatorSessionTest)
#include "simulator_session_test.moc"
