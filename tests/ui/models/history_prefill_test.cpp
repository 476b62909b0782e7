// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/snapshots.h"
#include "ui/models/history_prefill.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace headroom;
using namespace headroom::ui;
using namespace std::chrono_literals;

namespace {

QString tail(const QVector<double>& values, int count)
{
    QStringList parts;
    for (auto i = values.size() - count; i < values.size(); ++i) {
        parts << (std::isnan(values[i]) ? QStringLiteral("-") : QString::number(values[i]));
    }
    return parts.join(QLatin1Char(' '));
}

HistoryPoint point(SystemTime at, double value)
{
    return { std::chrono::floor<std::chrono::seconds>(at), 1s, { value, value, value, value, 1 },
        false };
}

/// A screen that has just started: one snapshot, and questions that wait.
struct Screen {
    Screen() { play(34); }

    void play(double writes)
    {
        feed.play(build.calm().set(Metric::ConcurrentWrites, writes, Level::Green).build());
        series.record(*feed.latest());
        prefill.noteSnapshot(*feed.latest(), clock.steadyNow());
    }
    /// The same seconds before now for each of the three metrics.
    void answerMetrics(
        std::size_t question, std::vector<std::pair<std::chrono::seconds, double>> ago)
    {
        std::vector<HistoryAnswer> answers(3);
        for (auto& answer : answers) {
            for (const auto& [seconds, value] : ago) {
                answer.points.push_back(point(clock.systemNow() - seconds, value));
            }
        }
        feed.metricQuestions.at(question).answered(answers);
    }
    void answerLatency(std::size_t question, LatencyAnswer answer = {})
    {
        feed.latencyQuestions.at(question).answered(std::move(answer));
    }
    QString writes(int count) { return tail(series.writes.window(clock.steadyNow()), count); }

    ManualClock clock;
    SnapshotBuilder build { clock };
    FakeFeed feed;
    LiveSeriesSet series;
    HistoryPrefill prefill { feed, series };
};

}  // namespace

class HistoryPrefillTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theFirstSnapshotAsksForTheSpanOfTheCharts()
    {
        Screen screen;
        QCOMPARE(screen.feed.metricQuestions.size(), std::size_t(1));
        QCOMPARE(screen.feed.latencyQuestions.size(), std::size_t(1));
        const auto range = screen.feed.metricQuestions[0].range;
        QVERIFY(range.to - range.from == 900s);
        QVERIFY(range.to == screen.clock.systemNow());
        screen.clock.advance(1s);
        screen.play(35);
        QCOMPARE(screen.feed.metricQuestions.size(), std::size_t(1));
    }

    void gapsStayGapsAndWhatWasSeenLiveStays()
    {
        Screen screen;
        QSignalSpy filled(&screen.prefill, &HistoryPrefill::filled);
        // The newest one is the second that the screen has seen itself.
        screen.answerMetrics(0, { { 6s, 10 }, { 5s, 11 }, { 2s, 12 }, { 1s, 13 }, { 0s, 99 } });
        QCOMPARE(filled.count(), 0);
        screen.answerLatency(0);
        QCOMPARE(filled.count(), 1);
        QCOMPARE(screen.writes(8), QStringLiteral("- 10 11 - - 12 13 34"));
    }

    void aSecondStandsOnlyOnce()
    {
        Screen screen;
        screen.answerMetrics(0, { { 2s, 12 }, { 2s, 14 }, { 1s, 13 } });
        screen.answerLatency(0);
        QCOMPARE(screen.writes(4), QStringLiteral("- 12 13 34"));
    }

    void percentilesHaveTheGapsOfTheSeconds()
    {
        Screen screen;
        screen.series = {};
        screen.answerMetrics(0, { { 4s, 1 }, { 1s, 2 } });
        LatencyAnswer latency;
        LatencyPoint minute;
        minute.at = std::chrono::floor<std::chrono::minutes>(screen.clock.systemNow());
        minute.length = 60s;
        minute.p50Ms = 11;
        minute.p99Ms = 42;
        minute.p999Ms = 71;
        latency.points = { minute };
        screen.answerLatency(0, latency);
        QCOMPARE(tail(screen.series.p99.window(screen.clock.steadyNow()), 6),
            QStringLiteral("- 42 - - 42 -"));
        QCOMPARE(
            tail(screen.series.p50.window(screen.clock.steadyNow()), 2), QStringLiteral("11 -"));
    }

    void aSilenceIsFilledWhenTheFeedIsBack()
    {
        Screen screen;
        screen.answerMetrics(0, {});
        screen.answerLatency(0);
        screen.clock.advance(5s);
        screen.play(35);
        QCOMPARE(screen.feed.metricQuestions.size(), std::size_t(1));
        screen.clock.advance(10s);
        screen.play(36);
        QCOMPARE(screen.feed.metricQuestions.size(), std::size_t(2));
        screen.answerMetrics(1, { { 9s, 20 }, { 3s, 21 } });
        screen.answerLatency(1);
        QCOMPARE(screen.writes(11), QStringLiteral("35 20 - - - - - 21 - - 36"));
    }

    void aRestartedServiceIsAskedToo()
    {
        Screen screen;
        screen.clock.advance(1s);
        screen.play(34);
        screen.answerMetrics(0, {});
        screen.answerLatency(0);
        screen.build.raw().sequence = 0;  // the next one is 1 again
        screen.clock.advance(1s);
        screen.play(34);
        QCOMPARE(screen.feed.metricQuestions.size(), std::size_t(2));
    }

    void whatCouldNotBeAnsweredIsAskedAgain()
    {
        Screen screen;
        screen.feed.metricQuestions[0].answered(Error { ErrorCode::Unavailable, "not open", {} });
        screen.prefill.tick(screen.clock.steadyNow() + 60s);
        QCOMPARE(screen.feed.metricQuestions.size(), std::size_t(1));  // one answer is out
        screen.answerLatency(0);
        screen.prefill.tick(screen.clock.steadyNow() + 4s);
        QCOMPARE(screen.feed.metricQuestions.size(), std::size_t(1));
        screen.prefill.tick(screen.clock.steadyNow() + 5s);
        QCOMPARE(screen.feed.metricQuestions.size(), std::size_t(2));
    }
};

QTEST_GUILESS_MAIN(HistoryPrefillTest)
#include "history_prefill_test.moc"
