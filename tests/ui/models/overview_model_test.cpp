// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/alerts.h"
#include "tests/ui/support/printed.h"
#include "tests/ui/support/snapshots.h"
#include "ui/models/banner_display.h"
#include "ui/models/chart_display.h"
#include "ui/models/overview_model.h"
#include "ui/models/rail_display.h"
#include "ui/models/strip_display.h"
#include "ui/text/format.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace headroom;
using namespace headroom::ui;
using namespace std::chrono_literals;

class OverviewModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TZ", "Europe/Berlin");
        tzset();
    }
    void init() { build_.emplace(clock_); }

    void theBannerWhenAllIsCalm()
    {
        build_->calm();
        QCOMPARE(banner(),
            QStringLiteral(
                "live GREEN | All 7 limits have headroom | Least: Storage, 38.8 % left"));
    }

    void theAgeIsTheDepositorysNotTheTrails()
    {
        ManualClock clock;
        SnapshotBuilder build(clock);
        FakeFeed feed;
        OverviewModel model(feed, clock);
        build.calm();
        clock.advance(43s);
        build.set(Metric::AuditRetention, 0, Level::Green);
        feed.play(build.build());
        model.tick();
        QVERIFY(model.display().clock.truth == Truth::Stale);
        QVERIFY(model.display().clock.age.startsWith(QStringLiteral("43")));
    }

    void theBannerCountsOnlyWhatIsMeasured()
    {
        build_->calm().missing(Metric::AuditRetention, "not measured by this source");
        QCOMPARE(banner(),
            QStringLiteral(
                "live GREEN | 6 of 7 limits have headroom | Least: Storage, 38.8 % left · 1 not "
                "measured"));
    }

    void theBannerSaysWhatIsWrong_data()
    {
        QTest::addColumn<int>("metric");
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("level");
        QTest::addColumn<QString>("text");
        const auto row
            = [](const char* name, Metric metric, double value, Level level, const char* text) {
                  QTest::newRow(name) << static_cast<int>(metric) << value
                                      << static_cast<int>(level) << QString::fromUtf8(text);
              };
        constexpr double kGb = 1024.0 * 1024 * 1024;
        row("over limit", Metric::ConcurrentWrites, 103, Level::Red,
            "live RED | Writes over limit: 103 of 100 | 6 other limits have headroom");
        row("at limit", Metric::ConcurrentWrites, 100, Level::Red,
            "live RED | Writes at limit: 100 of 100 | 6 other limits have headroom");
        row("at least", Metric::ConcurrentWrites, 78, Level::Orange,
            "live ORANGE | Writes 78, at 76 or more | 22 % left");
        row("held", Metric::ConcurrentWrites, 75, Level::Orange,
            "live ORANGE | Writes 75, ORANGE until below 75 | 25 % left");
        row("above", Metric::WriteThroughput, 634, Level::Yellow,
            "live YELLOW | Throughput 634 /s, above 500 | 36.6 % left");
        row("share", Metric::TotalStorage, 912 * kGb, Level::Orange,
            "live ORANGE | Storage 91.2 %, at 90 % or more | 8.8 % left");
        row("storage full", Metric::TotalStorage, 1003 * kGb, Level::Red,
            "live RED | Storage over limit: 1003 of 1000 GB | 6 other limits have headroom");
        row("latency", Metric::QueryResponse, 640, Level::Red,
            "live RED | Latency p99 640 ms, above 500 | 87.2 % left");
        row("sla", Metric::QueryResponse, 5200, Level::Red,
            "live RED | Latency p99 over SLA: 5 200 ms of 5 s | 6 other limits have headroom");
        row("audit", Metric::AuditRetention, 1, Level::Red,
            "live RED | Audit chain broken | 6 other limits have headroom");
    }
    void theBannerSaysWhatIsWrong()
    {
        QFETCH(int, metric);
        QFETCH(double, value);
        QFETCH(int, level);
        QFETCH(QString, text);
        build_->calm().set(static_cast<Metric>(metric), value, static_cast<Level>(level));
        QCOMPARE(banner(), text);
    }

    void theBannerShowsTheWorstAndNamesTheOthers()
    {
        build_->calm().set(Metric::ConcurrentWrites, 103, Level::Red);
        build_->storageGb(912, Level::Orange).set(Metric::WriteThroughput, 634, Level::Yellow);
        build_->raw().gate.state = GateState::Paused;
        build_->raw().gate.refusedPausedTotal = 1204;
        QCOMPARE(banner(),
            QStringLiteral(
                "live RED | Writes over limit: 103 of 100 | 1204 writes refused · Storage ORANGE · "
                "Throughput YELLOW"));
    }

    void refusedWritesAreToldAfterTheGateHasOpenedAgain()
    {
        build_->calm().set(Metric::ConcurrentWrites, 78, Level::Orange);
        build_->raw().gate.refusedPausedTotal = 1204;
        QCOMPARE(banner(),
            QStringLiteral("live ORANGE | Writes 78, at 76 or more | 1204 writes refused"));
        build_->calm().set(Metric::WriteThroughput, 634, Level::Yellow);
        QCOMPARE(
            banner(), QStringLiteral("live YELLOW | Throughput 634 /s, above 500 | 36.6 % left"));
    }

    void theBannerGrowsStaleByTheClockAlone()
    {
        const auto snapshot = build_->calm().build();
        clock_.advance(4999ms);
        QCOMPARE(printed(makeBanner(snapshot.get(), clock_.steadyNow())).left(10),
            QStringLiteral("live GREEN"));
        clock_.advance(37'001ms);
        QCOMPARE(printed(makeBanner(snapshot.get(), clock_.steadyNow())),
            QStringLiteral("stale UNKNOWN 00:42 | last data 12:03:53 | no answer"));
        clock_.advance(-42s);
    }

    void aStaleRedRemembersThatItWas()
    {
        const auto snapshot = build_->calm().set(Metric::ConcurrentWrites, 103, Level::Red).build();
        QCOMPARE(printed(makeBanner(snapshot.get(), clock_.steadyNow() + 42s)),
            QStringLiteral("stale UNKNOWN 00:42 | last data 12:03:53 | no answer · was RED"));
    }

    void oneStaleReadingIsNamed()
    {
        build_->calm();
        build_->raw().of(Metric::TotalStorage).freshness = Freshness::Stale;
        build_->raw().of(Metric::TotalStorage).level = Level::Unknown;
        QCOMPARE(banner(),
            QStringLiteral(
                "stale UNKNOWN 00:00 | Storage: last data 12:03:53 | 6 of 7 limits have data"));
        build_->set(Metric::ConcurrentWrites, 103, Level::Red);
        QCOMPARE(
            banner(), QStringLiteral("live RED | Writes over limit: 103 of 100 | Storage STALE"));
    }

    void withoutDataNothingIsGreen()
    {
        QCOMPARE(printed(makeBanner(nullptr, clock_.steadyNow())),
            QStringLiteral("no data UNKNOWN | No data yet | waiting for the first reading"));
        build_->raw().source.problem = "filesystem: cannot read /srv/depository: no such folder";
        QCOMPARE(banner(),
            QStringLiteral(
                "no data UNKNOWN | No data yet | filesystem: cannot read /srv/depository: no such "
                "folder"));
    }

    void theGateSaysWhatNewWritesGet()
    {
        QCOMPARE(printed(makeGate(nullptr, clock_.steadyNow())),
            QStringLiteral("GATE UNKNOWN | no data yet"));
        QCOMPARE(gate(), QStringLiteral("GATE UNKNOWN | not measured by this source"));
        build_->calm();
        QCOMPARE(gate(), QStringLiteral("WRITES OPEN | pause at 100, halt at 1000 GB"));
        build_->raw().gate.state = GateState::Paused;
        QCOMPARE(gate(), QStringLiteral("WRITES PAUSED | HTTP 429 until below 75"));
        build_->raw().gate.state = GateState::Halted;
        QCOMPARE(gate(), QStringLiteral("WRITES HALTED | HTTP 503 until below 99 %"));
        build_->raw().gate.storageUnknown = true;
        QCOMPARE(gate(), QStringLiteral("WRITES HALTED | HTTP 503, storage unknown"));
        build_->raw().gate.state = GateState::Open;
        QCOMPARE(gate(), QStringLiteral("WRITES OPEN | pause at 100, storage unknown"));
        const auto snapshot = build_->build();
        QCOMPARE(printed(makeGate(snapshot.get(), clock_.steadyNow() + 5s)),
            QStringLiteral("GATE UNKNOWN | last known: WRITES OPEN"));
        build_->raw().source.isGatedElsewhere = true;
        QCOMPARE(gate(), QStringLiteral("GATE UNKNOWN | not told by this service"));
    }

    void theStripShowsTheOtherLimits()
    {
        build_->calm();
        QCOMPARE(strip(),
            QStringLiteral(
                "ARTIFACT SIZE: 212 of 500 MB; ARTIFACT COUNT: 41 280 of 100 000; AUDIT "
                "CHAIN: verified | append-only · 7 y kept; CERTIFICATION: review OVERDUE "
                "| due 2026-07-19, 15 days ago"));
        build_->set(Metric::ArtifactSize, 16 * 1024, Level::Green);
        build_->missing(Metric::AuditRetention, "not measured by this source");
        QVERIFY(strip().startsWith(QStringLiteral("ARTIFACT SIZE: 16 KB of 500 MB;")));
        QVERIFY(strip().contains(QStringLiteral("AUDIT CHAIN: – | not measured by this source;")));
        build_->set(Metric::AuditRetention, 1, Level::Red);
        QVERIFY(strip().contains(QStringLiteral("AUDIT CHAIN: broken")));
    }

    void theReviewIsJudgedByTodaysDate()
    {
        using std::chrono::year;
        const auto text
            = [](std::chrono::year_month_day day) { return plain(makeFoot(nullptr, day).review); };
        QCOMPARE(text(year(2026) / 1 / 20), QStringLiteral("review due 2026-07-19"));
        QCOMPARE(text(year(2026) / 6 / 18), QStringLiteral("review due 2026-07-19"));
        QCOMPARE(text(year(2026) / 6 / 19), QStringLiteral("review due in 30 days"));
        QCOMPARE(text(year(2026) / 7 / 19), QStringLiteral("review due today"));
        QCOMPARE(text(year(2026) / 7 / 20), QStringLiteral("review OVERDUE 1 day"));
        QCOMPARE(text(year(2026) / 8 / 3), QStringLiteral("review OVERDUE 15 days"));
    }

    void theLatencyAxisReachesDownToWhatWasMeasured()
    {
        LiveSeriesSet series;
        const auto chart = [&](double p50) {
            const auto snapshot = build_->calm().latency(p50, 42, 71, Level::Green).build();
            series = {};
            series.record(*snapshot);
            return makeLatencyChart(snapshot.get(), series, clock_.steadyNow());
        };
        QCOMPARE(chart(11).minimum, 1.0);
        QCOMPARE(chart(11).maximum, 10'000.0);
        QCOMPARE(chart(1).minimum, 1.0);
        QVERIFY(std::abs(chart(0.4).minimum - 0.1) < 1e-9);
        QVERIFY(std::abs(chart(0.05).minimum - 0.01) < 1e-9);
        QVERIFY(std::abs(chart(0.000'02).minimum - 0.001) < 1e-9);
        QCOMPARE(chart(0.4).yTicks.front().text, QStringLiteral("0.1"));
        QCOMPARE(plain(chart(0.4).yTicks.back().text), QStringLiteral("10 s"));
        QCOMPARE(chart(11).series.size(), 3);
        QCOMPARE(plain(chart(11).series[1].valueText), QStringLiteral("42 ms"));
        QCOMPARE(chart(11).limit, std::optional(5000.0));
    }

    void theLoadChartIsInPercentAndEndsWhereTheDataDid()
    {
        LiveSeriesSet series;
        const auto snapshot = build_->calm().build();
        series.record(*snapshot);
        const auto chart = makeLoadChart(snapshot.get(), series, clock_.steadyNow() + 42s);
        QCOMPARE(chart.series.size(), 2);
        QCOMPARE(chart.series[0].points[857].y(), 34.0);
        QCOMPARE(chart.series[1].points[857].y(), 31.2);
        QVERIFY(std::isnan(chart.series[0].points[858].y()));
        QCOMPARE(chart.staleSince, std::optional(-42.0));
        QCOMPARE(chart.maximum, 120.0);
        QCOMPARE(plain(chart.subtitle), QStringLiteral("% of limit: 100 writes, 1000 /s · 15 min"));
    }

    void aLoadFarOverItsLimitStaysInThePicture()
    {
        LiveSeriesSet series;
        const auto snapshot = build_->calm().set(Metric::WriteThroughput, 1740, Level::Red).build();
        series.record(*snapshot);
        QVERIFY(makeLoadChart(snapshot.get(), series, clock_.steadyNow()).maximum >= 174);
    }

    void aChartWithoutSamplesSaysWhy()
    {
        build_->calm().missing(Metric::QueryResponse, "no queries in the last 60 s");
        const auto snapshot = build_->build();
        const auto chart = makeLatencyChart(snapshot.get(), {}, clock_.steadyNow());
        QVERIFY(chart.series.isEmpty());
        QCOMPARE(chart.emptyText, QStringLiteral("no queries in the last 60 s"));
    }

    void theScreenGrowsStaleWithoutNewData()
    {
        FakeFeed feed;
        OverviewModel model(feed, clock_);
        QCOMPARE(model.display().clock.age, QStringLiteral("no data yet"));
        feed.play(build_->calm().build());
        model.tick();
        QVERIFY(model.display().banner.level == Level::Green);
        QCOMPARE(plain(model.display().clock.age), QStringLiteral("0.0 s ago"));
        clock_.advance(42s);
        model.tick();
        QCOMPARE(model.display().banner.truth, Truth::Stale);
        QCOMPARE(model.display().clock.truth, Truth::Stale);
        QCOMPARE(plain(model.display().clock.age), QStringLiteral("42 s ago"));
        for (const auto& gauge : model.display().gauges) {
            QCOMPARE(gauge.truth, Truth::Stale);
            QVERIFY(gauge.level == Level::Unknown);
        }
        QVERIFY(!model.display().gate.known);
    }

    void nothingIsRepaintedWhenNothingChanged()
    {
        FakeFeed feed;
        OverviewModel model(feed, clock_);
        feed.play(build_->calm().build());
        model.tick();
        QSignalSpy changes(&model, &OverviewModel::changed);
        model.tick();
        QCOMPARE(changes.count(), 0);
        clock_.advance(1s);
        model.tick();
        QCOMPARE(changes.count(), 1);
    }

    void snapshotsInQuickSuccessionAreOneChange()
    {
        FakeFeed feed;
        OverviewModel model(feed, clock_);
        feed.play(build_->calm().build());
        QSignalSpy changes(&model, &OverviewModel::changed);
        for (int writers = 35; writers < 40; ++writers) {
            feed.play(build_->set(Metric::ConcurrentWrites, writers, Level::Green).build());
        }
        QCOMPARE(changes.count(), 0);
        clock_.advance(100ms);
        QTRY_COMPARE(changes.count(), 1);
        QCOMPARE(model.display().gauges.front().valueText, QStringLiteral("39"));
    }

    void aNewLevelOrGateDoesNotWaitForOthersToBeShown()
    {
        ManualClock clock;
        SnapshotBuilder build(clock);
        FakeFeed feed;
        OverviewModel model(feed, clock);
        feed.play(build.calm().build());
        clock.advance(30ms);
        feed.play(build.set(Metric::ConcurrentWrites, 80, Level::Orange).build());
        QVERIFY(model.display().banner.level == Level::Orange);
        clock.advance(30ms);
        feed.play(build.set(Metric::ConcurrentWrites, 81, Level::Orange).build());
        QVERIFY(model.display().gauges.front().valueText != QStringLiteral("81"));
        clock.advance(30ms);
        build.raw().gate.state = GateState::Paused;
        feed.play(build.build());
        QVERIFY(model.display().gate.state == GateState::Paused);
        QCOMPARE(model.display().gauges.front().valueText, QStringLiteral("81"));
    }

    void aHiddenScreenWaitsAndThenCatchesUp()
    {
        FakeFeed feed;
        OverviewModel model(feed, clock_);
        model.setActive(false);
        QSignalSpy changes(&model, &OverviewModel::changed);
        feed.play(build_->calm().build());
        clock_.advance(1s);
        QCOMPARE(changes.count(), 0);
        model.setActive(true);
        QCOMPARE(changes.count(), 1);
        QCOMPARE(model.display().gauges.front().valueText, QStringLiteral("34"));
    }

private:
    QString banner() { return printed(makeBanner(build_->build().get(), clock_.steadyNow())); }
    QString gate() { return printed(makeGate(build_->build().get(), clock_.steadyNow())); }
    QString strip()
    {
        QStringList cells;
        const auto snapshot = build_->build();
        const auto today = std::chrono::year(2026) / 8 / 3;
        for (const auto& cell : makeStrip(snapshot.get(), clock_.steadyNow(), today).cells) {
            cells << printed(cell);
        }
        return cells.join(QStringLiteral("; "));
    }

    ManualClock clock_;
    std::optional<SnapshotBuilder> build_;

    void withoutContactNothingIsBelievedAndTheBandSaysSince()
    {
        ManualClock clock;
        SnapshotBuilder build(clock);
        FakeFeed feed;
        OverviewModel model(feed, clock);
        feed.play(build.calm().set(Metric::ConcurrentWrites, 103, Level::Red).build());
        clock.advance(1s);
        model.tick();
        QVERIFY(model.display().banner.level == Level::Red);
        QVERIFY(model.display().contact.kind == ContactDisplay::Kind::Fine);
        const auto heard = clock.steadyNow();
        const auto heardUtc = clock.systemNow();
        // The readings themselves are younger than their own limits.
        clock.advance(2s);
        feed.lose(heard, heardUtc, QStringLiteral("no answer · retry 5 in 8 s"));
        const auto& display = model.display();
        QVERIFY(display.contact.kind == ContactDisplay::Kind::Lost);
        QCOMPARE(display.contact.title, QStringLiteral("NO CONTACT 00:02"));
        QCOMPARE(display.contact.detail,
            QStringLiteral("since %1 · no answer · retry 5 in 8 s")
                .arg(headroom::ui::format::localTime(heardUtc)));
        QVERIFY(display.banner.truth == Truth::Stale);
        QVERIFY(display.banner.level == Level::Unknown);
        QCOMPARE(display.gate.title, QStringLiteral("GATE UNKNOWN"));
        for (const auto& gauge : display.gauges) {
            QVERIFY(gauge.truth == Truth::Stale);
            QVERIFY(gauge.level == Level::Unknown);
            QVERIFY(!gauge.lastTimeText.isEmpty());
        }
        QVERIFY(display.gauges[0].wasLevel == Level::Red);
        QVERIFY(display.clock.truth == Truth::Stale);
        QVERIFY(display.latency.staleSince.has_value());
        QVERIFY(display.alerts.rows.size() == 1 && display.alerts.rows[0].stale);
        // Ages go on without anything new.
        clock.advance(40s);
        model.tick();
        QCOMPARE(display.contact.title, QStringLiteral("NO CONTACT 00:42"));
        feed.find();
        feed.play(build.calm().build());
        model.tick();
        QVERIFY(display.contact.kind == ContactDisplay::Kind::Fine);
        QVERIFY(display.banner.level == Level::Green);
        QVERIFY(display.gauges[0].truth == Truth::Live);
    }

    void aClockMoreThanFiveSecondsOffIsAlarmed()
    {
        ManualClock clock;
        SnapshotBuilder build(clock);
        FakeFeed feed;
        OverviewModel model(feed, clock);
        feed.play(build.calm().build());
        feed.find(5s);
        QVERIFY(model.display().contact.kind == ContactDisplay::Kind::Fine);
        feed.find(-(5s + 1ms));
        QVERIFY(model.display().contact.kind == ContactDisplay::Kind::ClockOff);
        QVERIFY(model.display().banner.level == Level::Green);
        feed.find(1h + 3s);
        QCOMPARE(model.display().contact.title, QStringLiteral("CLOCK 1:00:03 ahead"));
        QCOMPARE(model.display().clock.date, QStringLiteral("source's clock 1:00:03 ahead"));
    }

    void anotherAuditTrailAndAnotherSourceStandInTheBandUntilTheyAreSettled()
    {
        ManualClock clock;
        FakeFeed feed;
        OverviewModel model(feed, clock);
        const auto& contact = model.display().contact;
        feed.alarmChain(QStringLiteral("the audit trail of the service was cut"));
        QVERIFY(contact.kind == ContactDisplay::Kind::ChainChanged);
        QVERIFY(contact.detail.contains(QStringLiteral("was cut")));
        QVERIFY(!contact.action.isEmpty());
        model.setOtherSource(QStringLiteral("sources.json is damaged"));
        QVERIFY(contact.kind == ContactDisplay::Kind::OtherSource);
        feed.lose(clock.steadyNow(), clock.systemNow(), QStringLiteral("gone"));
        QVERIFY(contact.kind == ContactDisplay::Kind::Lost);
        feed.find();
        model.setOtherSource({});
        QVERIFY(contact.kind == ContactDisplay::Kind::Fine);
    }

    void theRailCountsAlertsThatWaitForAPersonAndNoneWhileNobodyKnows()
    {
        ManualClock clock;
        FakeFeed feed;
        OverviewModel model(feed, clock);
        AlertsBuilder alerts(clock);
        alerts.open(AlertType::ConcurrentWrites, Level::Red);
        alerts.open(AlertType::StorageCapacity, Level::Yellow);
        alerts.open(AlertType::QueryLatency, Level::Orange).acknowledgedBy = "MK";
        feed.play(alerts.board());
        model.tick();
        QCOMPARE(model.display().rail.toAcknowledge, 2);
        feed.lose(clock.steadyNow(), clock.systemNow(), QStringLiteral("gone"));
        QCOMPARE(model.display().rail.toAcknowledge, 0);
    }

    void anOverdueReviewIsMarkedOnTheRailFromTheDayAfterItWasDue()
    {
        using namespace std::chrono;
        QVERIFY(!makeRail(nullptr, 2026y / July / 19d).isReviewOverdue);
        QVERIFY(makeRail(nullptr, 2026y / July / 20d).isReviewOverdue);
    }

    void theHeartbeatMovesEverySecondWithoutNewData()
    {
        ManualClock clock;
        FakeFeed feed;
        OverviewModel model(feed, clock);
        for (int second = 0; second < 5; ++second) {
            const int before = model.display().clock.beat;
            clock.advance(1s);
            model.tick();
            QCOMPARE(model.display().clock.beat, (before + 1) % 4);
        }
    }
};

QTEST_GUILESS_MAIN(OverviewModelTest)
#include "overview_model_test.moc"
