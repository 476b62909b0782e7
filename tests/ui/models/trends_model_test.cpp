// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/printed.h"
#include "tests/ui/support/snapshots.h"
#include "ui/models/newest_wanted.h"
#include "ui/models/trends_axis.h"
#include "ui/models/trends_chart_display.h"
#include "ui/models/trends_model.h"
#include "ui/models/trends_tables.h"
#include "ui/models/trends_words.h"
#include "ui/report/trends_csv.h"
#include "ui/text/text_style.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <ctime>

using namespace headroom;
using namespace headroom::ui;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t kLatency = 0;
constexpr std::size_t kWrites = 1;

HistoryPoint point(SystemTime at, std::chrono::seconds length, double mean, bool afterGap = false)
{
    return { at, length,
        { mean - 1, mean, mean + 1, mean, static_cast<std::uint32_t>(length.count()) }, afterGap };
}

LatencyPoint latencyPoint(SystemTime at, double p99, bool afterGap = false)
{
    return { at, 60s, 11, p99, 71, 80, 120, afterGap };
}

/// Answers of one minute a point; `minutes` before `now` have one.
std::vector<HistoryAnswer> answers(
    SystemTime now, const std::vector<int>& minutes, double value = 40)
{
    std::vector<HistoryAnswer> all(trendsMetrics().size());
    int before = -1;
    for (const int ago : minutes) {
        const bool afterGap = before >= 0 && before != ago + 1;
        for (auto& answer : all) {
            answer.points.push_back(point(now - std::chrono::minutes(ago), 60s, value, afterGap));
        }
        before = ago;
    }
    return all;
}

/// "12:01 40, -, 12:04 40": a line with its breaks.
QString printedLine(const GappedPoints& points)
{
    QStringList parts;
    for (const auto& at : points) {
        parts << (std::isnan(at.y()) ? QStringLiteral("-")
                                     : format::localTime(timeAt(at.x())).left(5) + QLatin1Char(' ')
                    + QString::number(at.y()));
    }
    return parts.join(QStringLiteral(", "));
}

QString printedGaps(const QVector<TimeSpan>& gaps)
{
    QStringList parts;
    for (const auto& gap : gaps) {
        parts << format::localTime(timeAt(gap.from)) + QLatin1Char('-')
                + format::localTime(timeAt(gap.to));
    }
    return parts.join(QStringLiteral(", "));
}

/// A page that somebody looks at.
struct Page {
    Page()
    {
        feed.play(build.calm().build());
        model.setActive(true);
    }

    ManualClock clock;
    SnapshotBuilder build { clock };
    FakeFeed feed;
    TrendsModel model { feed, clock };
};

}  // namespace

class TrendsModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TZ", "Europe/Berlin");
        tzset();
    }

    void ofWhatIsWantedMeanwhileOnlyTheNewestIsAsked()
    {
        NewestWanted<int> questions;
        QVERIFY(!questions.next());
        questions.want(1);
        QCOMPARE(questions.next(), std::optional(1));
        questions.want(2);
        questions.want(3);
        QVERIFY(!questions.next());
        questions.answered();
        QCOMPARE(questions.next(), std::optional(3));
        questions.answered();
        QVERIFY(!questions.isBusy());
    }

    void aRangeNeverReachesIntoTheFutureAndALiveOneMoves()
    {
        TrendsRange range(1'000'000);
        QCOMPARE(range.span(), 86400.0);
        QVERIFY(range.isLive());
        range.follow(1'000'060);
        QCOMPARE(range.to(), 1'000'060.0);
        range.pan(-0.5, 1'000'060);
        QVERIFY(!range.isLive());
        QCOMPARE(range.preset(), -1);
        range.follow(1'000'120);
        QCOMPARE(range.to(), 1'000'060.0 - 43'200);
        range.pan(3, 1'000'120);
        QVERIFY(range.isLive());
        QCOMPARE(range.to(), 1'000'120.0);
        QCOMPARE(range.span(), 86400.0);
        range.zoom(1e-9, range.to(), 1'000'120);
        QCOMPARE(range.span(), TrendsRange::kShortest);
        range.zoom(1e12, range.from(), 1'000'120);
        QCOMPARE(range.span(), TrendsRange::kLongest);
        range.reset(1'000'120);
        QCOMPARE(range.span(), 86400.0);
        QCOMPARE(range.preset(), 3);
    }

    void whatStandsUnderThePointerStaysThereWhileZooming()
    {
        TrendsRange range(1'000'000);
        range.show(100'000, 200'000, 1'000'000);
        range.zoom(0.5, 125'000, 1'000'000);
        QCOMPARE(range.from(), 112'500.0);
        QCOMPARE(range.to(), 162'500.0);
    }

    void aSetBackClockDoesNotLeaveARangeInTheFuture()
    {
        TrendsRange range(1'000'000);
        range.show(990'000, 999'000, 1'000'000);
        range.follow(500'000);
        QCOMPARE(range.to(), 500'000.0);
    }

    void typedTimesAreLocalOrRefused()
    {
        QCOMPARE(
            parseLocalTime(QStringLiteral(" 2026-08-03  12:03 ")), std::optional(1'785'751'380.0));
        QCOMPARE(parseLocalTime(editableTime(1'785'751'380)), std::optional(1'785'751'380.0));
        QVERIFY(parseLocalTime(QStringLiteral("2026-08-03")).has_value());
        for (const auto* wrong :
            { "", "12:03", "2026-13-01", "2026-08-32 10:00", "=1", "2026-08-03 25:00" }) {
            QVERIFY2(!parseLocalTime(QString::fromLatin1(wrong)), wrong);
        }
    }

    void atMostOneQuestionOfAKindIsUnderWay()
    {
        Page page;
        QCOMPARE(page.feed.metricQuestions.size(), std::size_t(1));
        QCOMPARE(page.feed.latencyQuestions.size(), std::size_t(1));
        QCOMPARE(page.feed.alertQuestions.size(), std::size_t(1));
        QCOMPARE(page.feed.forecastQuestions.size(), std::size_t(1));
        for (int i = 0; i < 100; ++i) {
            page.model.pan(-0.4);
        }
        page.model.choosePreset(5);
        QCOMPARE(page.feed.metricQuestions.size(), std::size_t(1));
        page.feed.metricQuestions[0].answered(answers(page.clock.systemNow(), { 2, 1 }));
        QCOMPARE(page.feed.metricQuestions.size(), std::size_t(2));
        const auto range = page.feed.metricQuestions[1].range;
        QVERIFY2(range.to - range.from > 30 * 24h, "the newest wanted range is asked");
        page.feed.metricQuestions[1].answered(answers(page.clock.systemNow(), { 2, 1 }));
        QCOMPARE(page.feed.metricQuestions.size(), std::size_t(2));
        QCOMPARE(page.feed.latencyQuestions.size(), std::size_t(1));
    }

    void whatIsThereAlreadyIsNotAskedAgain()
    {
        Page page;
        page.feed.metricQuestions[0].answered(answers(page.clock.systemNow(), { 2, 1 }));
        page.feed.latencyQuestions[0].answered(LatencyAnswer {});
        page.model.pan(-0.1);
        page.model.zoom(0.8, page.model.range().to());
        QCOMPARE(page.feed.metricQuestions.size(), std::size_t(1));
        page.model.pan(-1);
        QCOMPARE(page.feed.metricQuestions.size(), std::size_t(2));
    }

    void aLiveRangeIsAskedForAgainAndAPageOutOfSightIsNot()
    {
        Page page;
        page.model.choosePreset(0);
        page.feed.metricQuestions[0].answered(answers(page.clock.systemNow(), { 2, 1 }));
        QCOMPARE(page.feed.metricQuestions.size(), std::size_t(2));
        page.feed.metricQuestions[1].answered(answers(page.clock.systemNow(), { 2, 1 }));
        page.model.tick();
        QCOMPARE(page.feed.metricQuestions.size(), std::size_t(2));
        page.clock.advance(2s);
        page.model.tick();
        QCOMPARE(page.feed.metricQuestions.size(), std::size_t(3));
        QCOMPARE(page.model.display().chart.to, page.model.now());
        page.feed.metricQuestions[2].answered(answers(page.clock.systemNow(), { 2, 1 }));
        page.model.setActive(false);
        page.clock.advance(60s);
        page.model.tick();
        QCOMPARE(page.feed.metricQuestions.size(), std::size_t(3));
    }

    void aRefusalIsSaidAndAskedAgainLater()
    {
        Page page;
        page.feed.metricQuestions[0].answered(
            Error { ErrorCode::Unavailable, "the database is not open yet", {} });
        QCOMPARE(
            page.model.display().chart.emptyText, QStringLiteral("the database is not open yet"));
        page.model.tick();
        QCOMPARE(page.feed.metricQuestions.size(), std::size_t(1));
        page.clock.advance(5s);
        page.model.tick();
        QCOMPARE(page.feed.metricQuestions.size(), std::size_t(2));
        page.feed.metricQuestions[1].answered(answers(page.clock.systemNow(), {}));
        QCOMPARE(page.model.display().chart.emptyText, QStringLiteral("asking the history"));
        page.feed.latencyQuestions[0].answered(LatencyAnswer {});
        page.feed.latencyQuestions[1].answered(LatencyAnswer {});
        QCOMPARE(page.model.display().chart.emptyText, QStringLiteral("nothing recorded here"));
    }

    void whatWasRefusedIsAskedAgainAsSoonAsSnapshotsCome()
    {
        Page page;
        page.feed.metricQuestions[0].answered(
            Error { ErrorCode::Unavailable, "the core is not running yet", {} });
        page.clock.advance(1s);
        page.feed.play(std::make_shared<const Snapshot>());
        QCOMPARE(page.feed.metricQuestions.size(), std::size_t(2));
        page.feed.play(std::make_shared<const Snapshot>());
        QCOMPARE(page.feed.metricQuestions.size(), std::size_t(2));
    }

    void latencyAndAlertsThatAreRefusedAreNoEmptyAnswers()
    {
        Page page;
        page.feed.metricQuestions[0].answered(answers(page.clock.systemNow(), { 2, 1 }));
        page.feed.latencyQuestions[0].answered(Error { ErrorCode::Io, "disk gone", {} });
        QCOMPARE(page.model.display().chart.emptyText, QStringLiteral("disk gone"));
        page.feed.alertQuestions[0](Error { ErrorCode::Io, "no alerts", {} });
        QCOMPARE(page.model.display().alerts.emptyText, QStringLiteral("no alerts"));
        page.clock.advance(5s);
        page.model.tick();
        QCOMPARE(page.feed.alertQuestions.size(), std::size_t(2));
        page.feed.alertQuestions[1](AlertHistoryAnswer {});
        QCOMPARE(page.model.display().alerts.emptyText, QStringLiteral("none"));
        page.model.chooseMetric(1);
        QCOMPARE(page.model.display().chart.emptyText, QString());
    }

    void statesOfTheChartAreSaid()
    {
        Page page;
        QCOMPARE(page.model.display().chart.emptyText, QStringLiteral("asking the history"));
        page.model.chooseMetric(1);
        auto some = answers(page.clock.systemNow(), { 2, 1 });
        some[0].damagedRows = 3;
        page.feed.metricQuestions[0].answered(some);
        QCOMPARE(page.model.display().chart.emptyText, QString());
        QCOMPARE(
            plain(page.model.display().chart.notice), QStringLiteral("3 damaged rows left out"));
        page.model.choosePreset(5);
        QCOMPARE(page.model.display().chart.notice, QStringLiteral("asking the history"));
        QCOMPARE(page.model.display().stats.note, QStringLiteral("so far"));
    }

    void aGapIsAGapAndNeverALine()
    {
        Page page;
        const auto now = page.clock.systemNow();
        TrendsData data;
        data.range = { now - 10min, now };
        data.metrics = answers(now, { 10, 9, 6, 5, 1 });
        const auto snapshot = page.feed.latest();
        const auto chart = makeTrendsChart(data, snapshot.get(), kWrites, secondsOf(now));
        QCOMPARE(chart.lines.size(), 1);
        QCOMPARE(printedLine(chart.lines[0].points),
            QStringLiteral("11:54 40, 11:55 40, -, 11:58 40, 11:59 40, -, 12:03 40"));
        QCOMPARE(chart.low.size(), chart.high.size());
        QCOMPARE(printedGaps(chart.gaps), QStringLiteral("11:55:53-11:57:53, 11:59:53-12:02:53"));
    }

    void whatNobodyRecordedAtEitherEndIsAGapToo()
    {
        Page page;
        const auto now = page.clock.systemNow();
        TrendsData data;
        data.range = { now - 10min, now + 10min };
        data.metrics = answers(now, { 8, 7 });
        QCOMPARE(printedGaps(gapsOf(data, secondsOf(now))),
            QStringLiteral("11:53:53-11:55:53, 11:57:53-12:03:48"));
        data.metrics.reset();
        QVERIFY2(gapsOf(data, secondsOf(now)).isEmpty(), "no answer is no gap");
    }

    void recordedMinutesWithoutAQueryBreakTheLineWithoutBeingAGap()
    {
        Page page;
        const auto now = page.clock.systemNow();
        TrendsData data;
        data.range = { now - 4min, now };
        data.metrics = answers(now, { 4, 3, 2, 1 });
        data.latency = LatencyAnswer {};
        data.latency->points = { latencyPoint(now - 4min, 42), latencyPoint(now - 1min, 43, true) };
        const auto snapshot = page.feed.latest();
        const auto chart = makeTrendsChart(data, snapshot.get(), kLatency, secondsOf(now));
        QVERIFY(chart.gaps.isEmpty());
        QCOMPARE(chart.lines.size(), 3);
        QCOMPARE(chart.lines[2].name, QStringLiteral("p99"));
        QCOMPARE(printedLine(chart.lines[2].points), QStringLiteral("12:00 42, -, 12:03 43"));
    }

    void theCrosshairSaysValuesAndLevel()
    {
        Page page;
        const auto now = page.clock.systemNow();
        TrendsData data;
        data.range = { now - 10min, now };
        data.metrics = answers(now, { 10, 9, 5 });
        data.latency = LatencyAnswer {};
        data.latency->points = { latencyPoint(now - 9min, 252) };
        const auto snapshot = page.feed.latest();
        const auto tip = makeTrendsTip(data, snapshot.get(), kLatency, secondsOf(now - 9min) + 10);
        QVERIFY(tip.has_value());
        QCOMPARE(tip->title, QStringLiteral("Mon 3 Aug, 11:55:23"));
        QCOMPARE(tip->rows.size(), 3);
        QCOMPARE(plain(tip->rows[1].value), QStringLiteral("252 ms"));
        QVERIFY(tip->level == Level::Orange);
        QCOMPARE(plain(tip->foot.value(0)), QStringLiteral("41 writes"));
        const auto none = makeTrendsTip(data, snapshot.get(), kLatency, secondsOf(now - 7min));
        QVERIFY(none && none->rows.isEmpty());
        QCOMPARE(none->foot.first(), QStringLiteral("nothing recorded"));
        const auto quiet = makeTrendsTip(data, snapshot.get(), kLatency, secondsOf(now - 5min) + 1);
        QCOMPARE(quiet->foot.first(), QStringLiteral("no queries"));
    }

    void theTableIsWeightedBySecondsAndOfTheRangeOnly()
    {
        Page page;
        const auto now = page.clock.systemNow();
        TrendsData data;
        data.range = { now - 2h, now };
        data.metrics = answers(now, {});
        (*data.metrics)[kWrites].points = { point(now - 90min, 60s, 99),
            point(now - 10min, 60s, 10), point(now - 5min, 20s, 50) };
        TrendsRange range(secondsOf(now));
        range.choose(1, secondsOf(now));
        const auto snapshot = page.feed.latest();
        const auto table = makeStatsTable(data, snapshot.get(), range);
        QCOMPARE(table.title, QStringLiteral("Last hour"));
        QCOMPARE(table.rows[1].name + QLatin1Char(' ') + table.rows[1].unit,
            QStringLiteral("Writes of 100"));
        QCOMPARE(table.rows[1].cells.join(QLatin1Char(' ')), QStringLiteral("9 20 51"));
        QCOMPARE(table.rows[0].cells.join(QLatin1Char(' ')), QStringLiteral("– – –"));
    }

    void alertsOfTheRangeAreOneEachWithTheirWorst()
    {
        AlertHistoryAnswer history;
        const auto add = [&](const char* id, AlertEventKind kind, Level level, double value,
                             double threshold, int at) {
            AlertEvent event;
            event.sequence = history.events.size() + 1;
            event.alertId = id;
            event.type = AlertType::QueryLatency;
            event.kind = kind;
            event.level = level;
            event.value = value;
            event.threshold = threshold;
            event.at = SystemTime(std::chrono::seconds(at));
            history.events.push_back(event);
        };
        using Kind = AlertEventKind;
        add("old", Kind::Raised, Level::Yellow, 110, 100, 100);
        add("old", Kind::Cleared, Level::Green, 90, 100, 200);
        add("a", Kind::Raised, Level::Yellow, 131, 100, 900);
        add("a", Kind::Rose, Level::Orange, 268, 200, 960);
        add("a", Kind::Fell, Level::Yellow, 150, 100, 1000);
        add("a", Kind::Cleared, Level::Green, 60, 100, 1500);
        add("open", Kind::Raised, Level::Yellow, 120, 100, 1800);
        add("later", Kind::Raised, Level::Yellow, 120, 100, 2500);
        const auto alerts = alertsIn(history, 1000, 2000);
        QCOMPARE(alerts.size(), std::size_t(2));
        QVERIFY(alerts[0].peak == Level::Orange);
        QCOMPARE(alerts[0].worst, 268.0);
        QCOMPARE(alerts[0].threshold, 200.0);
        QCOMPARE(alerts[0].clearedAt, std::optional(1500.0));
        QVERIFY(!alerts[1].clearedAt);
    }

    void timeTicksAreRoundHereAndSayWhichDayBegins()
    {
        const double noon = 1'785'751'433;  // Mon 3 Aug 2026 12:03:53 in Berlin
        QStringList texts;
        for (const auto& tick : timeTicks(noon - 86400, noon, 8)) {
            texts << tick.text;
        }
        QCOMPARE(texts.join(QLatin1Char('|')),
            QStringLiteral("Sun 12:03|15:00|18:00|21:00|Mon 00:00|03:00|06:00|09:00|12:00|12:03"));
    }

    void ticksStayRoundWhereTheClockIsSet()
    {
        const auto begin = *parseLocalTime(QStringLiteral("2026-10-24 20:00"));
        const auto end = *parseLocalTime(QStringLiteral("2026-10-26 04:00"));
        for (const auto& tick : roundTimeTicks(begin, end, 9)) {
            const QString time = tick.text.right(5);
            QVERIFY2(time.endsWith(QStringLiteral(":00")) && time.left(2).toInt() % 6 == 0,
                qPrintable(tick.text));
        }
        QVERIFY(roundTimeTicks(0, 7 * 366 * 86400.0, 8).size() <= 9);
        QVERIFY(roundTimeTicks(5, 5, 8).isEmpty());
    }

    void theCsvIsWhatTheChartShows()
    {
        Page page;
        const auto now = page.clock.systemNow();
        TrendsData data;
        data.range = { now - 4min, now };
        data.metrics = answers(now, { 4, 1 }, 60);
        TrendsRange range(secondsOf(now));
        range.show(secondsOf(now - 4min), secondsOf(now), secondsOf(now));
        const auto snapshot = page.feed.latest();
        const ReportSource source { QStringLiteral("=cmd|'/C calc'!A0"), QStringLiteral("embedded"),
            false };
        // Nobody's taste changes a file.
        setTextStyle({ SizeUnits::Decimal, QLatin1Char(','), QTimeZone("Asia/Tokyo") });
        const auto csv = trendsCsv(data, snapshot.get(), kWrites, range, secondsOf(now), source);
        setTextStyle({});
        QCOMPARE(csv, trendsCsv(data, snapshot.get(), kWrites, range, secondsOf(now), source));
        QCOMPARE(csv,
            QByteArray("time_utc,time_local,length_seconds,metric,state,min_writers,mean_writers,"
                       "max_writers,last_writers,fresh_seconds,source,feed\r\n"
                       "2026-08-03T09:59:53.000Z,2026-08-03T11:59:53+02:00,60,concurrent_writes,"
                       "YELLOW,59,60,61,60,60,'=cmd|'/C calc'!A0,embedded\r\n"
                       "2026-08-03T10:00:53.000Z,2026-08-03T12:00:53+02:00,120,concurrent_writes,"
                       "GAP,,,,,,'=cmd|'/C calc'!A0,embedded\r\n"
                       "2026-08-03T10:02:53.000Z,2026-08-03T12:02:53+02:00,60,concurrent_writes,"
                       "YELLOW,59,60,61,60,60,'=cmd|'/C calc'!A0,embedded\r\n"));
    }

    void theCsvOfLatencyHasPercentilesAndTellsNoQueriesFromNoRecord()
    {
        Page page;
        const auto now = page.clock.systemNow();
        TrendsData data;
        data.range = { now - 3min, now };
        data.metrics = answers(now, { 3, 2, 1 });
        data.latency = LatencyAnswer {};
        data.latency->points = { latencyPoint(now - 3min, 252) };
        TrendsRange range(secondsOf(now));
        range.show(secondsOf(now - 3min), secondsOf(now), secondsOf(now));
        const auto snapshot = page.feed.latest();
        const ReportSource source { QStringLiteral("drill"), QStringLiteral("embedded"), true };
        QCOMPARE(trendsCsv(data, snapshot.get(), kLatency, range, secondsOf(now), source),
            QByteArray("time_utc,time_local,length_seconds,metric,state,p50_ms,p99_ms,p999_ms,"
                       "max_ms,queries,source,feed\r\n"
                       "2026-08-03T10:00:53.000Z,2026-08-03T12:00:53+02:00,60,query_response,"
                       "ORANGE,11,252,71,80,120,SIMULATION drill,embedded\r\n"
                       "2026-08-03T10:01:53.000Z,2026-08-03T12:01:53+02:00,120,query_response,"
                       "NO_DATA,,,,,,SIMULATION drill,embedded\r\n"));
        QCOMPARE(reportFileName(Metric::QueryResponse, range, QStringLiteral("csv")),
            QStringLiteral("headroom-query_response-20260803T100053Z-20260803T100353Z.csv"));
    }

    void theForecastIsDrawnOrItsAbsenceSaid()
    {
        Page page;
        QCOMPARE(page.model.display().forecast.emptyText, QStringLiteral("asking the history"));
        page.feed.forecastQuestions[0](StorageForecast {});
        QVERIFY(page.model.display().forecast.emptyText.startsWith(
            QStringLiteral("not enough history")));
        QCOMPARE(page.model.display().crossings.emptyText, QStringLiteral("not enough history"));
        page.clock.advance(60s);
        page.model.tick();
        StorageForecast forecast;
        forecast.trend = StorageForecast::Trend::Growing;
        forecast.bytesPerSecond = 2.1 * 1024 * 1024 * 1024 / 86400;
        forecast.bytesPerSecondLow = forecast.bytesPerSecond * 0.9;
        forecast.bytesPerSecondHigh = forecast.bytesPerSecond * 1.1;
        forecast.usedNowBytes = 612.4 * 1024 * 1024 * 1024;
        forecast.span = 30 * 24h;
        const double shares[] = { 0.7, 0.9, 0.99, 1.0 };
        for (std::size_t i = 0; i < 4; ++i) {
            auto& crossing = forecast.crossings[i];
            crossing.share = Ratio { shares[i] };
            const auto days = std::chrono::hours(24 * 40 * (static_cast<int>(i) + 1));
            crossing.expected = page.clock.systemNow() + days;
            crossing.earliest = page.clock.systemNow() + days * 9 / 10;
            crossing.latest = page.clock.systemNow() + days * 11 / 10;
        }
        page.feed.forecastQuestions.at(1)(forecast);
        const auto& chart = page.model.display().forecast;
        QCOMPARE(chart.emptyText, QString());
        QCOMPARE(plain(chart.todayText), QStringLiteral("612.4 GB"));
        QCOMPARE(plain(chart.subtitle), QStringLiteral("GB, line through 30 days, +2.1 GB/day"));
        QCOMPARE(chart.marks.size(), 4);
        QVERIFY(chart.lowEnd < chart.expectedEnd && chart.expectedEnd < chart.highEnd);
        const auto& row = page.model.display().crossings.rows.at(0);
        QVERIFY(row.level == Level::Yellow);
        QCOMPARE(plain(row.name + QLatin1Char('|') + row.cells.join(QLatin1Char('|'))),
            QStringLiteral("70 %|12 Sep 2026|8 to 16 Sep"));
        QVERIFY2(page.feed.metricQuestions.back().metrics
                == std::vector<Metric> { Metric::TotalStorage },
            "its past was asked for");
    }
};

QTEST_GUILESS_MAIN(TrendsModelTest)
#include "trends_model_test.moc"
