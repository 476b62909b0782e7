// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/snapshots.h"
#include "ui/feed/switch_feed.h"
#include "ui/models/overview_model.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace headroom;
using namespace headroom::ui;

class SwitchFeedTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isWhateverStandsBehindIt()
    {
        ManualClock clock;
        FakeFeed first;
        FakeFeed second;
        SnapshotBuilder builder(clock);
        first.play(builder.calm().build());
        SwitchFeed feed(QStringLiteral("nobody yet"));
        QCOMPARE(feed.sourceText(), QStringLiteral("nobody yet"));
        QVERIFY(!feed.latest());
        feed.setInner(&first);
        QCOMPARE(feed.latest(), first.latest());
        QCOMPARE(feed.sourceText(), first.sourceText());
        feed.setInner(&second);
        QVERIFY(!feed.latest());
        QSignalSpy snapshots(&feed, &Feed::snapshotChanged);
        first.play(builder.calm().build());
        QCOMPARE(snapshots.count(), 0);
        second.play(builder.calm().build());
        QCOMPARE(snapshots.count(), 1);
        feed.submit({ "Ada", UnshelveAlert { "A-1" } });
        QVERIFY(first.submitted.empty());
        QCOMPARE(second.submitted.size(), std::size_t { 1 });
    }

    void saysThatTheSourceIsAnotherBeforeAnythingOfTheNewOneComes()
    {
        FakeFeed first;
        SwitchFeed feed;
        QStringList order;
        connect(&feed, &Feed::sourceChanged, this, [&] { order << QStringLiteral("source"); });
        connect(&feed, &Feed::snapshotChanged, this, [&] { order << QStringLiteral("snapshot"); });
        connect(&feed, &Feed::alertsChanged, this, [&] { order << QStringLiteral("alerts"); });
        feed.setInner(&first);
        QCOMPARE(order.join(QLatin1Char(' ')), QStringLiteral("source snapshot alerts"));
    }

    void whatTheFeedBeforeAnswersLateIsARefusal()
    {
        FakeFeed first;
        FakeFeed second;
        SwitchFeed feed;
        feed.setInner(&first);
        QString why;
        feed.queryStorageForecast(this, [&](const Result<StorageForecast>& answer) {
            why = answer ? QStringLiteral("answered")
                         : QString::fromStdString(answer.error().text());
        });
        feed.setInner(&second);
        first.forecastQuestions.at(0)(StorageForecast {});
        QTRY_VERIFY(!why.isEmpty());
        QVERIFY2(why.contains(QStringLiteral("exchanged")), qPrintable(why));
    }

    void withNobodyBehindItEveryQuestionIsRefusedLater()
    {
        SwitchFeed feed;
        int refusals = 0;
        feed.queryStorageForecast(
            this, [&](const Result<StorageForecast>& answer) { refusals += answer ? 0 : 1; });
        feed.queryAudit(
            this, {}, [&](const Result<AuditAnswer>& answer) { refusals += answer ? 0 : 1; });
        QCOMPARE(refusals, 0);
        QTRY_COMPARE(refusals, 2);
    }

    void chartsForgetTheSourceBefore()
    {
        ManualClock clock;
        FakeFeed first;
        FakeFeed second;
        SwitchFeed feed;
        feed.setInner(&first);
        OverviewModel model(feed, clock);
        SnapshotBuilder builder(clock);
        first.play(builder.calm().build());
        model.tick();
        clock.advance(std::chrono::seconds(60));
        first.play(builder.calm().build());
        model.tick();
        const auto points = [&] {
            const auto& past = model.display().gauges.first().spark;
            return std::count_if(
                past.begin(), past.end(), [](double value) { return !std::isnan(value); });
        };
        QVERIFY(points() > 1);
        feed.setInner(&second);
        second.play(builder.calm().build());
        model.tick();
        QCOMPARE(points(), 1);
    }
};

QTEST_GUILESS_MAIN(SwitchFeedTest)
#include "switch_feed_test.moc"
