// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/printed.h"
#include "tests/ui/support/snapshots.h"
#include "ui/models/forecast_watch.h"
#include "ui/models/overview_model.h"

#include <QSignalSpy>
#include <QTest>

#include <ctime>

using namespace headroom;
using namespace headroom::ui;
using namespace std::chrono_literals;

namespace {

constexpr double kGb = 1024.0 * 1024 * 1024;
constexpr auto kDay = 24h;

StorageForecast growing(SystemTime now)
{
    StorageForecast forecast;
    forecast.trend = StorageForecast::Trend::Growing;
    forecast.bytesPerSecond = 2.1 * kGb / 86400;
    forecast.span = 30 * kDay;
    const double shares[] = { 0.7, 0.9, 0.99, 1.0 };
    const int days[] = { 41, 134, 176, 181 };
    for (std::size_t i = 0; i < 4; ++i) {
        auto& crossing = forecast.crossings[i];
        crossing.share = Ratio { shares[i] };
        crossing.expected = now + days[i] * kDay;
        crossing.earliest = now + days[i] * kDay * 5 / 6;
        crossing.latest = now + days[i] * kDay * 6 / 5;
    }
    return forecast;
}

}  // namespace

class ForecastTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TZ", "Europe/Berlin");
        tzset();
    }

    void growthHasADateAndARate()
    {
        QCOMPARE(cell(growing(clock_.systemNow())),
            QStringLiteral("STORAGE FORECAST: 70 % in 41 days | 13 Sep 2026 · +2.1 GB/day"));
        QCOMPARE(note(growing(clock_.systemNow())),
            QStringLiteral("70 % in 41 days | storage · +2.1 GB/day"));
    }

    void aWideRangeIsSaidAsOne()
    {
        auto forecast = growing(clock_.systemNow());
        forecast.crossings[0].earliest = clock_.systemNow() + 20 * kDay;
        forecast.crossings[0].latest = clock_.systemNow() + 90 * kDay;
        QCOMPARE(cell(forecast),
            QStringLiteral(
                "STORAGE FORECAST: 70 % in 20 – 90 days | 23 Aug to 1 Nov · +2.1 GB/day"));
        forecast.crossings[0].latest.reset();
        QCOMPARE(cell(forecast),
            QStringLiteral(
                "STORAGE FORECAST: 70 % not before 20 days | from 23 Aug · +2.1 GB/day"));
    }

    void withinTwoDaysItIsATimeOfDay()
    {
        auto forecast = growing(clock_.systemNow());
        forecast.bytesPerSecond = 1024.0 * 1024 / 60;
        auto& crossing = forecast.crossings[0];
        crossing.expected = clock_.systemNow() + 90min;
        crossing.earliest = clock_.systemNow() + 80min;
        crossing.latest = clock_.systemNow() + 100min;
        QCOMPARE(cell(forecast),
            QStringLiteral("STORAGE FORECAST: 70 % in 1 h 30 min | 13:33 · +1 MB/min"));
        crossing.expected = clock_.systemNow() + 25h;
        crossing.earliest = clock_.systemNow() + 20h;
        crossing.latest = clock_.systemNow() + 30h;
        QCOMPARE(cell(forecast),
            QStringLiteral("STORAGE FORECAST: 70 % in 25 h | Tue 13:03 · +60 MB/h"));
    }

    void whatIsReachedAlreadyIsNotForetold()
    {
        auto forecast = growing(clock_.systemNow());
        forecast.crossings[0].alreadyThere = true;
        QVERIFY(cell(forecast).contains(QStringLiteral("90 % in 134 days")));
        for (auto& crossing : forecast.crossings) {
            crossing.alreadyThere = true;
        }
        QVERIFY(cell(forecast).contains(QStringLiteral("at its limit")));
    }

    void noDateIsInventedWhereTheHistoryIsTooShortForOne()
    {
        auto forecast = growing(clock_.systemNow());
        forecast.span = 3h;
        for (auto& crossing : forecast.crossings) {
            crossing.expected.reset();
            crossing.earliest.reset();
        }
        QCOMPARE(cell(forecast),
            QStringLiteral("STORAGE FORECAST: +90 MB/h | no date: the history is 3 h long"));
    }

    void calmAnswersAreAnswers()
    {
        StorageForecast forecast;
        QCOMPARE(cell(forecast),
            QStringLiteral("STORAGE FORECAST: not enough history | needs 10 min of readings"));
        forecast.trend = StorageForecast::Trend::Flat;
        forecast.span = 3h;
        QCOMPARE(cell(forecast), QStringLiteral("STORAGE FORECAST: flat | no trend in 3 h"));
        forecast.trend = StorageForecast::Trend::Shrinking;
        forecast.span = 30 * kDay;
        forecast.bytesPerSecond = -2.1 * kGb / 86400;
        QCOMPARE(cell(forecast), QStringLiteral("STORAGE FORECAST: shrinking | -2.1 GB/day"));
    }

    void withoutStorageItIsOnHoldAndWithoutAnAnswerItSaysWhy()
    {
        SnapshotBuilder build(clock_);
        const auto snapshot = build.calm().build();
        const ForecastState known { growing(clock_.systemNow()), {} };
        const auto stale = makeForecastWords(
            known, snapshot.get(), clock_.steadyNow() + 30s, clock_.systemNow());
        QCOMPARE(printed(makeForecastCell(stale)),
            QStringLiteral("STORAGE FORECAST: on hold | storage unknown since 12:03:53"));
        const ForecastState refused { {}, QStringLiteral("the database is not open yet") };
        const auto words
            = makeForecastWords(refused, snapshot.get(), clock_.steadyNow(), clock_.systemNow());
        QCOMPARE(printed(makeForecastCell(words)),
            QStringLiteral("STORAGE FORECAST: – | the database is not open yet"));
        QVERIFY(words.truth == Truth::NoData);
        const auto none = makeForecastWords({}, nullptr, clock_.steadyNow(), clock_.systemNow());
        QCOMPARE(
            printed(makeForecastCell(none)), QStringLiteral("STORAGE FORECAST: – | no data yet"));
    }

    void itIsAskedOnceAMinuteAndSoonerWithoutAnAnswer()
    {
        FakeFeed feed;
        ForecastWatch watch(feed);
        watch.tick(clock_.steadyNow());
        QVERIFY2(feed.forecastQuestions.empty(), "asked before there was anything to ask about");
        SnapshotBuilder build(clock_);
        feed.play(build.calm().build());
        const auto start = clock_.steadyNow();
        watch.tick(start);
        watch.tick(start + 100s);
        QCOMPARE(feed.forecastQuestions.size(), std::size_t(1));
        feed.forecastQuestions[0](Error { ErrorCode::Unavailable, "not open", {} });
        QCOMPARE(watch.state().problem, QStringLiteral("not open"));
        watch.tick(start + 101s);
        QCOMPARE(feed.forecastQuestions.size(), std::size_t(2));
        QSignalSpy changes(&watch, &ForecastWatch::changed);
        feed.forecastQuestions[1](growing(clock_.systemNow()));
        QCOMPARE(changes.count(), 1);
        QVERIFY(watch.state().forecast.has_value());
        watch.tick(start + 160s);
        QCOMPARE(feed.forecastQuestions.size(), std::size_t(2));
        watch.tick(start + 161s);
        QCOMPARE(feed.forecastQuestions.size(), std::size_t(3));
        feed.forecastQuestions[2](Error { ErrorCode::Io, "gone", {} });
        QVERIFY2(!watch.state().forecast, "an old forecast beside a failed question");
    }

    void theWallAndTheDeskShowIt()
    {
        FakeFeed feed;
        OverviewModel model(feed, clock_);
        SnapshotBuilder build(clock_);
        feed.play(build.calm().build());
        model.tick();
        feed.forecastQuestions.at(0)(growing(clock_.systemNow()));
        clock_.advance(1s);
        feed.play(build.calm().build());
        model.tick();
        QCOMPARE(printed(model.display().wallStrip.cells.last()),
            QStringLiteral("STORAGE FORECAST: 70 % in 40 days | 13 Sep 2026 · +2.1 GB/day"));
        QCOMPARE(model.display().strip.cells.last().label, QStringLiteral("CERTIFICATION"));
        QCOMPARE(plain(model.display().forecast.title), QStringLiteral("70 % in 40 days"));
    }

private:
    QString cell(const StorageForecast& forecast) const
    {
        return printed(makeForecastCell(words(forecast)));
    }
    QString note(const StorageForecast& forecast) const
    {
        const auto display = makeForecastNote(words(forecast));
        return plain(display.title + QStringLiteral(" | ") + display.detail);
    }
    ForecastWords words(const StorageForecast& forecast) const
    {
        SnapshotBuilder build(clock_);
        const auto snapshot = build.calm().build();
        return makeForecastWords(
            { forecast, {} }, snapshot.get(), clock_.steadyNow(), clock_.systemNow());
    }

    ManualClock clock_;
};

QTEST_GUILESS_MAIN(ForecastTest)
#include "forecast_test.moc"
