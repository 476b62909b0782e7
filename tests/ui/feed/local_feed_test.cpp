// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor_core/policy/threshold_policy.h"
#include "monitor_core/recorder.h"
#include "monitor_core/sources/source.h"
#include "tests/support/manual_clock.h"
#include "tests/support/scripted_source.h"
#include "ui/feed/local_feed.h"

#include <QSignalSpy>
#include <QTest>

#include <thread>

using namespace headroom;
using namespace headroom::ui;
using namespace std::chrono_literals;

namespace {

/// A workload that remembers what it was told, and on which thread.
class TalkativeSource final : public Source {
public:
    [[nodiscard]] std::string name() const override { return "scripted"; }
    [[nodiscard]] std::chrono::milliseconds interval() const override { return 250ms; }
    Result<Readings> collect() override { return Readings {}; }
    [[nodiscard]] std::optional<WorkloadSettings> workload() const override
    {
        return WorkloadSettings {};
    }
    Result<void> configure(const WorkloadSettings& settings) override
    {
        configuredOn = std::this_thread::get_id();
        if (settings.writers > 500) {
            return Error { ErrorCode::InvalidArgument, "writers must be from 0 to 500", {} };
        }
        return {};
    }
    std::thread::id configuredOn;
};

struct Core {
    Core()
    {
        auto made = std::make_unique<TalkativeSource>();
        source = made.get();
        std::vector<std::unique_ptr<Source>> sources;
        sources.push_back(std::move(made));
        monitor.emplace(ThresholdPolicy {}, recorder, std::move(sources), clock);
    }

    ManualClock clock;
    Recorder recorder { {}, {}, clock };
    TalkativeSource* source = nullptr;
    std::optional<Monitor> monitor;
};

Command configure(int writers)
{
    WorkloadSettings settings;
    settings.writers = writers;
    return { "test", ConfigureWorkload { settings } };
}

}  // namespace

class LocalFeedTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itIsOnTheScreenBeforeThereIsACore()
    {
        LocalFeed feed(QStringLiteral("embedded"));
        QSignalSpy answers(&feed, &Feed::commandFinished);
        QVERIFY(!feed.latest());
        QCOMPARE(feed.sourceText(), QStringLiteral("embedded"));
        feed.submit(configure(5));
        QCOMPARE(answers.count(), 1);
        QVERIFY(!answers.first().first().toString().isEmpty());
    }

    void aQuestionThatNobodyCanAnswerIsAnsweredSoInTheMainThread()
    {
        LocalFeed feed(QStringLiteral("embedded"));
        std::optional<ErrorCode> code;
        bool isMainThread = false;
        feed.queryStorageForecast(this, [&](const Result<StorageForecast>& answer) {
            code = answer.error().code;
            isMainThread = QThread::currentThread() == thread();
        });
        QVERIFY(!code);
        QTRY_VERIFY(code.has_value());
        QVERIFY(*code == ErrorCode::Unavailable);
        QVERIFY(isMainThread);
    }

    void anAnswerForSomebodyWhoHasGoneIsDropped()
    {
        LocalFeed feed(QStringLiteral("embedded"));
        auto asker = std::make_unique<QObject>();
        bool isAnswered = false;
        feed.queryAlertHistory(
            asker.get(), 10, [&](const Result<AlertHistoryAnswer>&) { isAnswered = true; });
        asker.reset();
        QCoreApplication::processEvents();
        QVERIFY(!isAnswered);
    }

    void severalSnapshotsAreOneSignalWithTheNewest()
    {
        Core core;
        LocalFeed feed(QStringLiteral("embedded"));
        feed.attach(*core.monitor);
        QSignalSpy changes(&feed, &Feed::snapshotChanged);
        for (int i = 0; i < 3; ++i) {
            core.clock.advance(1s);
            core.monitor->tickOnce();
        }
        QVERIFY(changes.isEmpty());
        QTRY_COMPARE(changes.count(), 1);
        QCOMPARE(feed.latest(), core.monitor->latest());
    }

    void aCommandRunsOnAnotherThreadAndAnswersOnThisOne()
    {
        Core core;
        LocalFeed feed(QStringLiteral("embedded"));
        feed.attach(*core.monitor);
        QSignalSpy answers(&feed, &Feed::commandFinished);
        feed.submit(configure(5));
        QTRY_COMPARE(answers.count(), 1);
        QCOMPARE(answers.takeFirst().first().toString(), QString());
        QVERIFY(core.source->configuredOn != std::this_thread::get_id());
        feed.submit(configure(501));
        QTRY_COMPARE(answers.count(), 1);
        QVERIFY(answers.first().first().toString().contains(QStringLiteral("from 0 to 500")));
    }

    void contactIsLostFiveSecondsAfterTheLastSnapshotAndComesBackWithTheNext()
    {
        Core core;
        LocalFeed feed(QStringLiteral("embedded"), core.clock);
        QSignalSpy changes(&feed, &Feed::contactChanged);
        feed.attach(*core.monitor);
        core.monitor->tickOnce();
        QTRY_VERIFY(feed.latest());
        const auto heardAt = core.clock.steadyNow();
        core.clock.advance(5s - 1ns);
        feed.checkContact();
        QVERIFY(feed.contact().isConnected);
        core.clock.advance(1ns);
        feed.checkContact();
        QVERIFY(!feed.contact().isConnected);
        QVERIFY(feed.contact().since == heardAt);
        QVERIFY(!feed.contact().why.isEmpty());
        QCOMPARE(changes.count(), 1);
        core.monitor->tickOnce();
        QTRY_COMPARE(changes.count(), 2);
        QVERIFY(feed.contact().isConnected);
    }

    void aCoreThatNeverAnswersIsNoContactToo()
    {
        ManualClock clock;
        LocalFeed feed(QStringLiteral("embedded"), clock);
        QVERIFY(feed.contact().isConnected);
        clock.advance(5s);
        feed.checkContact();
        QVERIFY(!feed.contact().isConnected);
        QCOMPARE(feed.contact().why, QStringLiteral("the core has not answered yet"));
    }

    void anOlderServiceThatDiesIsNoContactAlthoughTheCoreIsWellAndComesBackByItself()
    {
        ManualClock clock;
        bool isThere = true;
        auto made = std::make_unique<ScriptedSource>([&]() -> Result<Readings> {
            if (!isThere) {
                return Error { ErrorCode::Unavailable, "depot:8000 cannot be reached", {} };
            }
            Readings readings;
            readings.set(
                Metric::TotalStorage, Reading { 42, clock.steadyNow(), clock.systemNow(), {}, {} });
            return readings;
        });
        Recorder recorder({}, {}, clock);
        std::vector<std::unique_ptr<Source>> sources;
        sources.push_back(std::move(made));
        Monitor monitor(ThresholdPolicy {}, recorder, std::move(sources), clock);
        LocalFeed feed(QStringLiteral("depot:8000"), clock);
        feed.setSourceElsewhere(true);
        QSignalSpy snapshots(&feed, &Feed::snapshotChanged);
        feed.attach(monitor);
        const auto next = [&](std::chrono::nanoseconds later) {
            const auto before = snapshots.count();
            clock.advance(later);
            monitor.tickOnce();
            QTRY_VERIFY(snapshots.count() > before);
        };
        next(1s);
        QVERIFY(feed.contact().isConnected);
        const auto heardAt = clock.steadyNow();
        isThere = false;
        next(5s - 1ns);
        QVERIFY(feed.contact().isConnected);
        next(2s);
        QVERIFY(!feed.contact().isConnected);
        QVERIFY(feed.contact().since == heardAt);
        QVERIFY(feed.contact().why.contains(QStringLiteral("depot:8000 cannot be reached")));
        isThere = true;
        next(1s);
        QVERIFY(feed.contact().isConnected);
    }

    void nothingArrivesOnceItIsDetached()
    {
        Core core;
        LocalFeed feed(QStringLiteral("embedded"));
        feed.attach(*core.monitor);
        core.monitor->tickOnce();
        QTRY_VERIFY(feed.latest());
        const auto last = feed.latest();
        feed.detach();
        core.clock.advance(2s);
        core.monitor->tickOnce();
        QCoreApplication::processEvents();
        QCOMPARE(feed.latest(), last);
    }
};

QTEST_GUILESS_MAIN(LocalFeedTest)
#include "local_feed_test.moc"
