// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/printed.h"
#include "tests/ui/support/snapshots.h"
#include "ui/models/gauge_display.h"

#include <QTest>

using namespace headroom;
using namespace headroom::ui;
using namespace std::chrono_literals;

class GaugeDisplayTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TZ", "Europe/Berlin");
        tzset();
    }

    void init() { build_.emplace(clock_); }

    void theCalmPicture()
    {
        build_->calm();
        QCOMPARE(gauge(Metric::ConcurrentWrites),
            QStringLiteral("34 of 100 | LIMIT 100 | live GREEN | 17 to YELLOW | HEADROOM 66 %"));
        QCOMPARE(gauge(Metric::TotalStorage),
            QStringLiteral(
                "612 GB of 1000 | LIMIT 1000 | live GREEN | 88 GB to YELLOW | HEADROOM 38.8 %"));
        QCOMPARE(gauge(Metric::WriteThroughput),
            QStringLiteral(
                "312 /s of 1000 | LIMIT 1000 | live GREEN | 189 to YELLOW | HEADROOM 68.8 %"));
        QCOMPARE(gauge(Metric::QueryResponse),
            QStringLiteral(
                "42 ms · SLA 5 s | SLA 5 s | live GREEN | 58 ms to YELLOW | TO SLA 5 s 99.2 %"));
        QCOMPARE(ticks(Metric::ConcurrentWrites), QStringLiteral("51 76 (100)"));
        QCOMPARE(ticks(Metric::TotalStorage), QStringLiteral("70 % 90 % (99 %)"));
        QCOMPARE(ticks(Metric::WriteThroughput), QStringLiteral("501 801 (1001)"));
        QCOMPARE(ticks(Metric::QueryResponse), QStringLiteral("100 200 500"));
    }

    void theRedPicture()
    {
        build_->calm().set(Metric::ConcurrentWrites, 103, Level::Red);
        build_->storageGb(912, Level::Orange).latency(58, 340, 910, Level::Orange);
        build_->set(Metric::WriteThroughput, 486, Level::Green);
        build_->raw().gate.state = GateState::Paused;
        QCOMPARE(gauge(Metric::ConcurrentWrites),
            QStringLiteral(
                "103 of 100 | LIMIT 100 | live RED | 29 to resume below 75 | OVER LIMIT -3 %"));
        QCOMPARE(gauge(Metric::TotalStorage),
            QStringLiteral(
                "912 GB of 1000 | LIMIT 1000 | live ORANGE | 78 GB to RED | HEADROOM 8.8 %"));
        QCOMPARE(gauge(Metric::WriteThroughput),
            QStringLiteral(
                "486 /s of 1000 | LIMIT 1000 | live GREEN | 15 to YELLOW | HEADROOM 51.4 %"));
        QCOMPARE(gauge(Metric::QueryResponse),
            QStringLiteral(
                "340 ms · SLA 5 s | SLA 5 s | live ORANGE | 160 ms to RED | TO SLA 5 s 93.2 %"));
        QCOMPARE(ticks(Metric::ConcurrentWrites), QStringLiteral("51* 76* (100*)"));
        QCOMPARE(ticks(Metric::QueryResponse), QStringLiteral("100* 200* 500"));
    }

    void whatComesAfterRed()
    {
        build_->calm().storageGb(990, Level::Red);
        QCOMPARE(gauge(Metric::TotalStorage),
            QStringLiteral(
                "990 GB of 1000 | LIMIT 1000 | live RED | 10 GB to HTTP 503 | HEADROOM 1 %"));
        build_->storageGb(1003, Level::Red).raw().gate.state = GateState::Halted;
        QCOMPARE(gauge(Metric::TotalStorage),
            QStringLiteral(
                "1003 GB of 1000 | LIMIT 1000 | live RED | 13 GB to resume below 99 % | OVER LIMIT "
                "-0.3 %"));
        build_->raw().gate.state = GateState::Open;
        build_->set(Metric::WriteThroughput, 1030, Level::Red);
        QCOMPARE(gauge(Metric::WriteThroughput),
            QStringLiteral(
                "1030 /s of 1000 | LIMIT 1000 | live RED | RED until 980 | OVER LIMIT -3 %"));
        build_->latency(100, 640, 900, Level::Red);
        QCOMPARE(gauge(Metric::QueryResponse),
            QStringLiteral("640 ms · SLA 5 s | SLA 5 s | live RED | 4 360 ms to SLA breach | TO "
                           "SLA 5 s 87.2 %"));
        build_->latency(100, 5200, 9000, Level::Red);
        QCOMPARE(gauge(Metric::QueryResponse),
            QStringLiteral(
                "5 200 ms · SLA 5 s | SLA 5 s | live RED | SLA breached | OVER LIMIT -4 %"));
    }

    void theLimitIsAtFiveSixths()
    {
        build_->calm().set(Metric::ConcurrentWrites, 100, Level::Red);
        QCOMPARE(make(Metric::ConcurrentWrites).fraction, 5.0 / 6);
        build_->set(Metric::ConcurrentWrites, 120, Level::Red);
        QCOMPARE(make(Metric::ConcurrentWrites).fraction, 1.0);
        build_->latency(1, 10, 20, Level::Green);
        QCOMPARE(make(Metric::QueryResponse).fraction, 0.0);
        build_->latency(1, 0.05, 20, Level::Green);
        QCOMPARE(make(Metric::QueryResponse).fraction, 0.0);
        build_->latency(1, 5000, 6000, Level::Red);
        QCOMPARE(make(Metric::QueryResponse).fraction, 5.0 / 6);
    }

    void oneBandIsActiveAndTheyTouch()
    {
        build_->calm().set(Metric::WriteThroughput, 634, Level::Yellow);
        const auto bands = make(Metric::WriteThroughput).bands;
        QCOMPARE(bands.size(), 4);
        QCOMPARE(bands.front().from, 0.0);
        QCOMPARE(bands.back().to, 1.0);
        for (int i = 0; i < 4; ++i) {
            QCOMPARE(bands[i].active, i == 1);
            QVERIFY(i == 0 || bands[i].from == bands[i - 1].to);
        }
    }

    void aSmallStoreIsWatchedInItsOwnUnit()
    {
        build_->calm();
        build_->raw().of(Metric::TotalStorage).limit = 8.0 * 1024 * 1024;
        build_->set(Metric::TotalStorage, 4.8 * 1024 * 1024, Level::Green);
        QCOMPARE(gauge(Metric::TotalStorage),
            QStringLiteral(
                "4.8 MB of 8 | LIMIT 8 | live GREEN | 0.8 MB to YELLOW | HEADROOM 40 %"));
    }

    void aValueFarBelowItsLimitHasAUnitOfItsOwn()
    {
        build_->calm().set(Metric::TotalStorage, 300'000, Level::Green);
        QCOMPARE(gauge(Metric::TotalStorage),
            QStringLiteral("293 KB of 1000 GB | LIMIT 1000 | live GREEN | 700 GB to YELLOW | "
                           "HEADROOM 99.9 %"));
    }

    void aLevelHeldByHysteresisStaysLit()
    {
        build_->calm().set(Metric::ConcurrentWrites, 50, Level::Yellow);
        QCOMPARE(ticks(Metric::ConcurrentWrites), QStringLiteral("51* 76 (100)"));
        QCOMPARE(gauge(Metric::ConcurrentWrites),
            QStringLiteral("50 of 100 | LIMIT 100 | live YELLOW | 26 to ORANGE | HEADROOM 50 %"));
    }

    void ageTakesTheLevelAwayButNotTheNumber()
    {
        build_->calm();
        const auto snapshot = build_->build();
        clock_.advance(1999ms);
        QCOMPARE(makeAt(*snapshot).truth, Truth::Live);
        clock_.advance(1ms);
        QCOMPARE(makeAt(*snapshot).truth, Truth::Late);
        QVERIFY(makeAt(*snapshot).level == Level::Green);
        clock_.advance(3s);
        QCOMPARE(printed(makeAt(*snapshot)),
            QStringLiteral("34 of 100 | LIMIT 100 | stale UNKNOWN | HEADROOM 66 % | was GREEN, "
                           "last 12:03:53"));
        const auto bands = makeAt(*snapshot).bands;
        QVERIFY(
            std::none_of(bands.begin(), bands.end(), [](const auto& band) { return band.active; }));
    }

    void whatTheMonitorCalledStaleStaysStale()
    {
        build_->calm();
        build_->raw().of(Metric::ConcurrentWrites).freshness = Freshness::Stale;
        build_->raw().of(Metric::ConcurrentWrites).level = Level::Unknown;
        QCOMPARE(make(Metric::ConcurrentWrites).truth, Truth::Stale);
    }

    void noDataIsNeverZero()
    {
        build_->missing(Metric::QueryResponse, "no queries in the last 60 s");
        QCOMPARE(gauge(Metric::QueryResponse),
            QStringLiteral(
                "– | SLA 5 s | no data UNKNOWN | TO SLA 5 s – | no queries in the last 60 s"));
        QCOMPARE(printed(emptyGauge(Metric::TotalStorage)),
            QStringLiteral("– |   | no data UNKNOWN | HEADROOM – | no data yet"));
    }

    void theTrendTellsItsChangeAndWindow()
    {
        build_->calm();
        LiveSeries series;
        const auto start = clock_.steadyNow();
        for (int i = 0; i < 240; ++i) {
            series.record(start + std::chrono::seconds(i), 30 + i / 60.0, 5s);
        }
        clock_.advance(239s);
        build_->calm();
        const auto past = pastOf(series, clock_.steadyNow());
        const auto display
            = makeGauge(*build_->build(), Metric::ConcurrentWrites, clock_.steadyNow(), past);
        QCOMPARE(plain(display.trendText), QStringLiteral("+4"));
        QCOMPARE(plain(display.trendWindow), QStringLiteral("4 min"));
        QCOMPARE(display.trendArrow, TrendArrow::SteepUp);
    }

private:
    GaugeDisplay make(Metric metric)
    {
        return makeGauge(*build_->build(), metric, clock_.steadyNow(), {});
    }
    GaugeDisplay makeAt(const Snapshot& snapshot)
    {
        return makeGauge(snapshot, Metric::ConcurrentWrites, clock_.steadyNow(), {});
    }
    QString gauge(Metric metric) { return printed(make(metric)); }
    QString ticks(Metric metric) { return printedTicks(make(metric)); }

    ManualClock clock_;
    std::optional<SnapshotBuilder> build_;
};

QTEST_GUILESS_MAIN(GaugeDisplayTest)
#include "gauge_display_test.moc"
