// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor_core/base/posix_file_system.h"
#include "monitor_core/history/history_store.h"
#include "monitor_core/monitor.h"
#include "monitor_core/policy/escalation_policy.h"
#include "monitor_core/recorder.h"
#include "monitor_core/storage/storage.h"
#include "monitor_core/storage/threshold_files.h"
#include "tests/support/certified_policy.h"
#include "tests/support/scripted_source.h"
#include "tests/support/temp_dir.h"
#include "tests/ui/support/printed.h"
#include "tests/ui/support/snapshots.h"
#include "ui/feed/judged_feed.h"
#include "ui/feed/local_feed.h"
#include "ui/main_window.h"
#include "ui/views/thresholds_dialog.h"
#include "ui/views/thresholds_page.h"
#include "ui/views/thresholds_row.h"
#include "ui/widgets/backtest_strip.h"
#include "ui/widgets/band_editor.h"
#include "ui/widgets/control.h"
#include "ui/widgets/field_box.h"

#include <QFile>
#include <QPlainTextEdit>
#include <QTest>

#include <fstream>

using namespace headroom;
using namespace headroom::ui;
using namespace std::chrono_literals;

namespace {

constexpr int kPatience = 60'000;  // only ends a test that has failed

/// The strip's sentence has this in it before the patience ends; else says what it had.
#define VERIFY_BACKTEST(words)                                                                     \
    QVERIFY2(                                                                                      \
        QTest::qWaitFor(                                                                           \
            [&] { return hand.backtest(kWrites).contains(QStringLiteral(words)); }, kPatience),    \
        qPrintable(hand.backtest(kWrites)))

WindowOptions options()
{
    WindowOptions made;
    made.page = QStringLiteral("thresholds");
    made.size = QSize(1440, 900);
    return made;
}

/// What a person does on the page.
struct Hand {
    explicit Hand(MainWindow& shown)
        : window(shown)
    {
        window.show();
        window.activateWindow();
        [[maybe_unused]] const bool isActive = QTest::qWaitForWindowActive(&window);
        page = window.findChild<ThresholdsPage*>();
    }
    [[nodiscard]] FieldBox* box(Metric metric, ThresholdField field) const
    {
        return page->row(metric)->box(field);
    }
    void type(Metric metric, ThresholdField field, const QString& text) const
    {
        auto* field_ = box(metric, field);
        field_->setFocus();
        field_->selectAll();
        QTest::keyClicks(field_, text);
    }
    [[nodiscard]] PushButton* button(const char* name) const
    {
        for (auto* found : page->findChildren<PushButton*>()) {
            if (found->accessibleName() == QString::fromUtf8(name)) {
                return found;
            }
        }
        return nullptr;
    }
    [[nodiscard]] QString backtest(Metric metric) const
    {
        return plain(page->row(metric)->strip()->display().text);
    }
    /// Opens the dialog of a button, gives a reason, and sends it.
    [[nodiscard]] bool decide(const char* name, const QString& reason) const
    {
        QTest::mouseClick(button(name), Qt::LeftButton);
        auto* dialog = page->findChild<ThresholdsDialog*>();
        if (dialog == nullptr) {
            return false;
        }
        QTest::keyClicks(dialog->findChild<QPlainTextEdit*>(), reason);
        for (auto* found : dialog->findChildren<PushButton*>()) {
            if (found->text() != QStringLiteral("Cancel")) {
                QTest::mouseClick(found, Qt::LeftButton);
            }
        }
        return true;
    }

    MainWindow& window;
    ThresholdsPage* page = nullptr;
};

/// The embedded core on a state folder, with the window on its thresholds.
class Dashboard {
public:
    explicit Dashboard(const std::filesystem::path& folder)
    {
        inForce = loadThresholds(files_, folder, certifiedPolicy());
        StorageSettings settings;
        settings.directory = folder;
        settings.rules.matrix = certifiedEscalation().matrix;
        settings.limits = inForce.policy.limits;
        storage_.emplace(settings, files_, clock_, nullptr);
        storage_->start();
        recorder_.emplace(inForce.policy.gate, inForce.policy.windows, clock_);
        std::vector<std::unique_ptr<Source>> sources;
        sources.push_back(std::make_unique<ScriptedSource>([this]() -> Result<Readings> {
            Readings readings;
            Reading reading;
            reading.value = 10;
            reading.measuredAt = clock_.steadyNow();
            reading.measuredAtUtc = clock_.systemNow();
            readings.set(Metric::ConcurrentWrites, reading);
            return readings;
        }));
        monitor_.emplace(inForce, *recorder_, std::move(sources), clock_, &*storage_);
        monitor_->start();
        feed_.attach(*monitor_);
        window_.emplace(model_, options());
        hand.emplace(*window_);
    }
    ~Dashboard()
    {
        window_.reset();
        feed_.detach();
        monitor_->stop();
        monitor_.reset();
        storage_->stop();
    }

    [[nodiscard]] LocalFeed& feed() { return feed_; }

    PolicyInForce inForce;
    std::optional<Hand> hand;

private:
    SystemClock clock_;
    PosixFileSystem files_;
    std::optional<Storage> storage_;
    std::optional<Recorder> recorder_;
    std::optional<Monitor> monitor_;
    LocalFeed feed_ { QStringLiteral("embedded"), clock_ };
    OverviewModel model_ { feed_, clock_ };
    std::optional<MainWindow> window_;
};

/// An hour of writers at 10: three times at 60 for half a minute, twice at 40.
bool writeHistory(const std::filesystem::path& folder)
{
    const auto now = SystemClock().systemNow();
    auto store = HistoryStore::open(folder, {}, now);
    if (!store) {
        return false;
    }
    const auto end = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count() - 60;
    for (std::int64_t t = end - 3600; t < end; ++t) {
        const auto ago = end - t;
        const auto part = ago / 600;
        const bool isBurst = ago % 600 < 30 && part >= 1 && part <= 5;
        const double writes = !isBurst ? 10 : part <= 3 ? 60 : 40;
        HistoryRow row;
        row.startSeconds = t;
        row.metrics[0] = MetricStats { writes, writes, writes, writes, 1 };
        store->append(row);
    }
    return bool(store->flush());
}

/// A page on a feed that the test plays.
struct Screen {
    Screen()
    {
        feed.play(build.calm().build());
        hand.emplace(window);
    }
    ManualClock clock;
    SnapshotBuilder build { clock };
    FakeFeed feed;
    OverviewModel model { feed, clock };
    MainWindow window { model, options() };
    std::optional<Hand> hand;
};

/// Keeps local thresholds in memory.
class MemoryStore final : public LocalThresholdStore {
public:
    LocalThresholds load() override { return kept; }
    Result<LocalThresholds> save(const std::optional<EditableThresholds>& wanted,
        const std::string&, const std::string&) override
    {
        kept.thresholds = wanted;
        ++kept.version;
        return kept;
    }
    LocalThresholds kept;
};

}  // namespace

class ThresholdsPageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anOperatorEditsSeesTheBacktestSavesAndFindsItAfterARestart()
    {
        const TempDir folder;
        QVERIFY(writeHistory(folder.path()));
        using F = ThresholdField;
        constexpr auto kWrites = Metric::ConcurrentWrites;
        {
            Dashboard dashboard(folder.path());
            const auto& hand = *dashboard.hand;
            VERIFY_BACKTEST("3 alerts (now: 3)");
            QVERIFY(!hand.button("Save")->isEnabled());
            hand.type(kWrites, F::Yellow, QStringLiteral("35"));
            VERIFY_BACKTEST("5 alerts (now: 3)");
            QCOMPARE(hand.page->row(kWrites)->strip()->display().wanted.size(), 5);
            QCOMPARE(hand.page->row(kWrites)->display().badge,
                QStringLiteral("edited locally · certified value 51"));
            QVERIFY(hand.decide("Save", QStringLiteral("earlier warning for the migration")));
            QTRY_COMPARE_WITH_TIMEOUT(hand.page->message(), QStringLiteral("saved"), kPatience);
            QTRY_COMPARE_WITH_TIMEOUT(
                dashboard.feed().latest()->thresholdsVersion, std::uint64_t(1), kPatience);
            QTRY_VERIFY_WITH_TIMEOUT(!hand.page->editor().isDirty(), kPatience);
        }
        Dashboard dashboard(folder.path());
        const auto& hand = *dashboard.hand;
        QTRY_COMPARE_WITH_TIMEOUT(
            hand.box(kWrites, F::Yellow)->text(), QStringLiteral("35"), kPatience);
        VERIFY_BACKTEST("5 alerts (now: 5)");
        QCOMPARE(dashboard.inForce.version, std::uint64_t(1));
        QVERIFY(hand.page->notice().isEmpty());
    }

    void aDamagedFileLeavesTheLastGoodOneInForceAndThePageSaysSo()
    {
        const TempDir folder;
        {
            Dashboard dashboard(folder.path());
            const auto& hand = *dashboard.hand;
            for (const auto* yellow : { "35", "36" }) {
                QTRY_VERIFY_WITH_TIMEOUT(!hand.page->editor().isDirty()
                        && hand.page->editor().whyNotSave() == QStringLiteral("nothing is changed"),
                    kPatience);
                hand.type(
                    Metric::ConcurrentWrites, ThresholdField::Yellow, QString::fromUtf8(yellow));
                QVERIFY(hand.decide("Save", QStringLiteral("trying")));
            }
            QTRY_COMPARE_WITH_TIMEOUT(
                dashboard.feed().latest()->thresholdsVersion, std::uint64_t(2), kPatience);
        }
        std::ofstream(folder.path() / "thresholds" / "000002.json", std::ios::app) << "x";
        Dashboard dashboard(folder.path());
        const auto& hand = *dashboard.hand;
        QTRY_COMPARE_WITH_TIMEOUT(
            hand.box(Metric::ConcurrentWrites, ThresholdField::Yellow)->text(),
            QStringLiteral("35"), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(
            hand.page->notice().contains(QStringLiteral("000002.json")), kPatience);
        QVERIFY(hand.page->notice().contains(QStringLiteral("version 1 are in force")));
    }

    void aRuleThatIsBrokenIsSaidBesideItsFieldAndNothingCanBeSaved()
    {
        Screen screen;
        const auto& hand = *screen.hand;
        hand.type(Metric::TotalStorage, ThresholdField::Yellow, QStringLiteral("95"));
        const auto& row = hand.page->row(Metric::TotalStorage)->display();
        QCOMPARE(row.fault, QStringLiteral("orange must be above yellow (95)"));
        QVERIFY(row.fields[1].isWrong);
        QVERIFY(!row.fields[0].isWrong);
        QVERIFY(!hand.button("Save")->isEnabled());
        QCOMPARE(row.backtest.text, QStringLiteral("no backtest until the error is fixed"));
        hand.type(Metric::TotalStorage, ThresholdField::Yellow, QStringLiteral("75"));
        QVERIFY(hand.page->row(Metric::TotalStorage)->display().fault.isEmpty());
        QVERIFY(hand.button("Save")->isEnabled());
        QVERIFY(screen.feed.submitted.empty());
    }

    void aBoundIsDraggedByTheMouseAndTheDragIsOneStepOfUndo()
    {
        Screen screen;
        const auto& hand = *screen.hand;
        auto* band = hand.page->row(Metric::ConcurrentWrites)->band();
        const auto from = band->handleAt(ThresholdField::Yellow);
        const int perWriter = qRound((band->width() - 20) / 120.0);
        QTest::mousePress(band, Qt::LeftButton, {}, from);
        QTest::mouseMove(band, from - QPoint(3 * perWriter, 0));
        QTest::mouseMove(band, from - QPoint(10 * perWriter, 0));
        QTest::mouseRelease(band, Qt::LeftButton, {}, from - QPoint(10 * perWriter, 0));
        auto* box = hand.box(Metric::ConcurrentWrites, ThresholdField::Yellow);
        QVERIFY2(std::abs(box->text().toInt() - 41) <= 2, qPrintable(box->text()));
        QCOMPARE(hand.page->undoStack().count(), 1);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(box->text(), QStringLiteral("51"));
        QTest::keyClick(box, Qt::Key_Y, Qt::ControlModifier);
        QVERIFY(box->text() != QStringLiteral("51"));
    }

    void aBoundIsMovedByKeys()
    {
        Screen screen;
        const auto& hand = *screen.hand;
        auto* band = hand.page->row(Metric::TotalStorage)->band();
        band->setFocus();
        QTest::keyClick(band, Qt::Key_Up);
        QCOMPARE(band->current(), ThresholdField::Orange);
        QTest::keyClick(band, Qt::Key_Left);
        QCOMPARE(
            hand.box(Metric::TotalStorage, ThresholdField::Orange)->text(), QStringLiteral("89"));
        QTest::keyClick(band, Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(
            hand.box(Metric::TotalStorage, ThresholdField::Orange)->text(), QStringLiteral("79"));
        QVERIFY(band->accessibleName().contains(QStringLiteral("ORANGE at 79 %")));
        hand.page->undoStack().undo();
        QCOMPARE(
            hand.box(Metric::TotalStorage, ThresholdField::Orange)->text(), QStringLiteral("90"));
    }

    void theSideTurnsAndOneMetricGoesBackToCertifiedAlone()
    {
        Screen screen;
        const auto& hand = *screen.hand;
        hand.type(Metric::WriteThroughput, ThresholdField::Yellow, QStringLiteral("450"));
        QTest::mouseClick(
            hand.page->row(Metric::ConcurrentWrites)->label(ThresholdField::Red), Qt::LeftButton);
        QCOMPARE(hand.page->row(Metric::ConcurrentWrites)->display().fields[2].label,
            QStringLiteral("RED above"));
        QCOMPARE(hand.page->editor().form().editedCount(), 2);
        QTest::mouseClick(hand.page->row(Metric::ConcurrentWrites)->reset(), Qt::LeftButton);
        QCOMPARE(hand.page->editor().form().editedCount(), 1);
        QTest::mouseClick(hand.button("Reset to certified"), Qt::LeftButton);
        QCOMPARE(hand.page->editor().form().editedCount(), 0);
        QVERIFY(!hand.page->editor().isDirty());
    }

    void aBadFileNamesItsFieldAndChangesNothing_data()
    {
        QTest::addColumn<QString>("find");
        QTest::addColumn<QString>("put");
        QTest::addColumn<QString>("says");
        QTest::newRow("order") << QStringLiteral("\"at_least_ratio\": 0.7,")
                               << QStringLiteral("\"at_least_ratio\": 0.95,")
                               << QStringLiteral("policy.thresholds.total_storage");
        QTest::newRow("word") << QStringLiteral("\"resume_below_writers\": 75")
                              << QStringLiteral("\"resume_below_writers\": \"many\"")
                              << QStringLiteral("policy.gate.resume_below_writers");
        QTest::newRow("unknown") << QStringLiteral("\"actor\"") << QStringLiteral("\"author\"")
                                 << QStringLiteral("author");
        QTest::newRow("no JSON") << QStringLiteral("{\n    \"format\"")
                                 << QStringLiteral("[\n    \"format\"")
                                 << QStringLiteral("not JSON at line");
    }
    void aBadFileNamesItsFieldAndChangesNothing()
    {
        QFETCH(QString, find);
        QFETCH(QString, put);
        QFETCH(QString, says);
        const TempDir folder;
        const auto path = QString::fromStdString((folder.path() / "some thresholds.json").string());
        Screen screen;
        const auto& hand = *screen.hand;
        hand.page->setPathChooser([path](bool, const QString&) { return path; });
        hand.page->exportFile();
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QString text = QString::fromUtf8(file.readAll());
        QVERIFY(text.contains(find));
        text.replace(text.indexOf(find), find.size(), put);
        QVERIFY(file.resize(0) && file.seek(0));
        file.write(text.toUtf8());
        file.close();
        const auto before = hand.page->editor().texts();
        hand.page->importFile();
        QVERIFY2(hand.page->message().contains(says), qPrintable(hand.page->message()));
        QVERIFY(hand.page->editor().texts() == before);
        QCOMPARE(hand.page->undoStack().count(), 0);
    }

    void whatIsExportedIsImportedAgainAndCanBeUndone()
    {
        const TempDir folder;
        const auto path = QString::fromStdString((folder.path() / "thresholds.json").string());
        Screen screen;
        const auto& hand = *screen.hand;
        hand.page->setPathChooser([path](bool, const QString&) { return path; });
        hand.type(Metric::QueryResponse, ThresholdField::Hold, QStringLiteral("2.5"));
        hand.type(Metric::ConcurrentWrites, ThresholdField::Resume, QStringLiteral("60"));
        const auto edited = hand.page->editor().form().wanted();
        hand.page->exportFile();
        QTest::mouseClick(hand.button("Reset to certified"), Qt::LeftButton);
        QVERIFY(!hand.page->editor().isDirty());
        hand.page->importFile();
        QVERIFY(hand.page->editor().form().wanted() == edited);
        hand.page->undoStack().undo();
        QVERIFY(!hand.page->editor().isDirty());
    }

    void somebodyElsesChangeKeepsTheEditsAndIsSaid()
    {
        Screen screen;
        const auto& hand = *screen.hand;
        hand.type(Metric::ConcurrentWrites, ThresholdField::Yellow, QStringLiteral("40"));
        screen.build.raw().thresholdsVersion = 4;
        screen.build.raw().of(Metric::WriteThroughput).thresholds.yellow->value = 300;
        screen.feed.play(screen.build.build());
        QTRY_VERIFY(hand.page->notice().contains(QStringLiteral("Somebody else")));
        QCOMPARE(hand.box(Metric::ConcurrentWrites, ThresholdField::Yellow)->text(),
            QStringLiteral("40"));
        QVERIFY(hand.decide("Save", QStringLiteral("mine")));
        const auto& asked = std::get<ChangeThresholds>(screen.feed.submitted.at(0).what);
        QCOMPARE(asked.basedOnVersion, std::uint64_t(0));
        QCOMPARE(asked.reason, std::string("mine"));
        screen.feed.answer(QStringLiteral("somebody changed the thresholds"));
        QCOMPARE(hand.page->message(), QStringLiteral("somebody changed the thresholds"));
        QTest::mouseClick(hand.button("Revert"), Qt::LeftButton);
        QCOMPARE(hand.box(Metric::WriteThroughput, ThresholdField::Yellow)->text(),
            QStringLiteral("300"));
        QVERIFY(hand.page->notice().isEmpty());
    }

    void aLocalCopyOfAServiceJudgesTheseScreensAndSendsNothing()
    {
        ManualClock clock;
        SnapshotBuilder build(clock);
        FakeFeed service;
        service.play(build.calm().build());
        JudgedFeed feed(service, std::make_unique<MemoryStore>());
        OverviewModel model(feed, clock);
        MainWindow window(model, options());
        const Hand hand(window);
        QCOMPARE(hand.button("Save")->text(), QStringLiteral("Save locally"));
        hand.type(Metric::ConcurrentWrites, ThresholdField::Yellow, QStringLiteral("30"));
        QVERIFY(hand.decide("Save", QStringLiteral("for this wall")));
        QTRY_COMPARE(hand.page->message(), QStringLiteral("saved"));
        QVERIFY(service.submitted.empty());
        QVERIFY(feed.latest()->of(Metric::ConcurrentWrites).level == Level::Yellow);
        QVERIFY(feed.latest()->worst == Level::Yellow);
        QVERIFY(feed.ofService()->of(Metric::ConcurrentWrites).level == Level::Green);
        QCOMPARE(feed.sourceText(), QStringLiteral("embedded · judged by local thresholds"));
        QTRY_VERIFY(
            hand.page->notice().contains(QStringLiteral("Gate and alerts of the service go by")));
        QVERIFY(hand.page->row(Metric::ConcurrentWrites)
                    ->display()
                    .others.contains(QStringLiteral("service 51 · 76 · 100 · resume 75")));

        QVERIFY(hand.decide("Send to service…", QStringLiteral("for all")));
        QCOMPARE(service.submitted.size(), std::size_t(1));
        const auto& sent = std::get<ChangeThresholds>(service.submitted[0].what);
        QCOMPARE(sent.wanted.thresholds[0].yellow->value, 30.0);
        service.answer({});
        QTest::mouseClick(hand.button("Follow the service"), Qt::LeftButton);
        QTRY_VERIFY(!feed.local().thresholds);
        QVERIFY(feed.latest()->of(Metric::ConcurrentWrites).level == Level::Green);
        QCOMPARE(feed.sourceText(), QStringLiteral("embedded"));
        QCOMPARE(service.submitted.size(), std::size_t(1));
    }

    void whatCanBeReachedByKeysHasAName()
    {
        Screen screen;
        for (auto* widget : screen.hand->page->findChildren<QWidget*>()) {
            if (widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus) != 0) {
                const auto* button = qobject_cast<QAbstractButton*>(widget);
                QVERIFY2(!widget->accessibleName().isEmpty()
                        || (button != nullptr && !button->text().isEmpty()),
                    widget->metaObject()->className());
            }
        }
    }

    void nothingOfASimulationIsSaved()
    {
        Screen screen;
        screen.feed.simulated = true;
        const auto& hand = *screen.hand;
        hand.type(Metric::ConcurrentWrites, ThresholdField::Yellow, QStringLiteral("40"));
        QVERIFY(!hand.button("Save")->isEnabled());
        QVERIFY(hand.button("Save")->toolTip().contains(QStringLiteral("simulation")));
        screen.build.raw().of(Metric::WriteThroughput).thresholds.yellow->value = 7;
        screen.feed.play(screen.build.build());
        QCOMPARE(hand.box(Metric::ConcurrentWrites, ThresholdField::Yellow)->text(),
            QStringLiteral("40"));
        QCOMPARE(hand.box(Metric::WriteThroughput, ThresholdField::Yellow)->text(),
            QStringLiteral("500"));
    }
};

QTEST_MAIN(ThresholdsPageTest)
#include "thresholds_page_test.moc"
