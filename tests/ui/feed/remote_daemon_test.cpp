// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor_core/certification/certification_status.h"
#include "tests/support/daemon_process.h"
#include "tests/support/temp_dir.h"
#include "ui/feed/remote_feed.h"
#include "ui/feed/remote_url.h"
#include "ui/feed/service_feed.h"
#include "ui/models/overview_model.h"

#include <QSignalSpy>
#include <QTest>

#include <csignal>
#include <fstream>

using namespace headroom;
using namespace headroom::ui;
using namespace std::chrono_literals;

namespace {

constexpr int kPatience = 60'000;  // only ends a test that has failed

/// A headroomd with a small depository of its own, which can be killed and comes back on its port.
class Service {
public:
    Service() { start("0"); }

    void kill()
    {
        process_->signal(SIGKILL);
        static_cast<void>(process_->exitCode());
    }
    void comeBack() { start(QUrl(url).toString().section(QLatin1Char(':'), 2).toStdString()); }

    [[nodiscard]] QByteArray adminToken() const
    {
        std::ifstream file(dir_.path() / "state" / "admin.token");
        std::string token;
        file >> token;
        return QByteArray::fromStdString(token);
    }
    [[nodiscard]] QString headFile() const
    {
        return QString::fromStdString((dir_.path() / "heads.json").string());
    }

    QString url;

private:
    void start(const std::string& port)
    {
        process_ = std::make_unique<DaemonProcess>(HEADROOMD,
            std::vector<std::string> { "--listen", "127.0.0.1:" + port, "--state-dir",
                (dir_.path() / "state").string(), "--source", "workload" },
            dir_.path());
        url = QString::fromStdString(process_->url());
    }

    TempDir dir_;
    std::unique_ptr<DaemonProcess> process_;
};

RemoteSettings settingsFor(const Service& service, const QByteArray& token = {})
{
    RemoteSettings settings;
    settings.peer.url = *checkedServiceUrl(service.url);
    settings.peer.token = token;
    settings.headFile = service.headFile();
    settings.backOff = { 20ms, 200ms };
    return settings;
}

/// Waits for one answer.
template <typename Answer, typename Ask>
Result<Answer> answerOf(const Ask& ask)
{
    std::optional<Result<Answer>> got;
    ask([&got](const Result<Answer>& answer) { got = answer; });
    if (!QTest::qWaitFor([&got] { return got.has_value(); }, kPatience)) {
        return Error { ErrorCode::Unavailable, "no answer at all", {} };
    }
    return *got;
}

/// What a command was answered; "done" when it took effect.
QString outcome(RemoteFeed& feed, const Command& command)
{
    QSignalSpy answers(&feed, &Feed::commandFinished);
    feed.submit(command);
    if (!QTest::qWaitFor([&answers] { return answers.count() == 1; }, kPatience)) {
        return QStringLiteral("no answer at all");
    }
    const auto error = answers.first().first().toString();
    return error.isEmpty() ? QStringLiteral("done") : error;
}

bool isShown(const RemoteFeed& feed)
{
    return feed.contact().isConnected && feed.latest()
        && feed.latest()->of(Metric::TotalStorage).reading && feed.alerts();
}

}  // namespace

class RemoteDaemonTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aServiceThatIsKilledTakesTheColoursAndGivesThemBackWhenItReturns()
    {
        const SystemClock clock;
        Service service;
        QVERIFY(!service.url.isEmpty());
        RemoteFeed feed(settingsFor(service), clock);
        OverviewModel model(feed, clock);
        QTRY_VERIFY_WITH_TIMEOUT(isShown(feed), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(model.display().banner.truth == Truth::Live, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(
            feed.latest()->of(Metric::TotalStorage).reading->value > 0, kPatience);

        service.kill();
        QTRY_VERIFY_WITH_TIMEOUT(!feed.contact().isConnected, kPatience);
        model.tick();
        QVERIFY(model.display().banner.truth == Truth::Stale);
        QVERIFY(model.display().banner.level == Level::Unknown);
        for (const auto& gauge : model.display().gauges) {
            QVERIFY(gauge.level == Level::Unknown);
        }
        QVERIFY(feed.latest()->of(Metric::TotalStorage).reading->value > 0);  // dimmed, not gone

        service.comeBack();
        QTRY_VERIFY_WITH_TIMEOUT(isShown(feed), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(model.display().banner.truth == Truth::Live, kPatience);
        QVERIFY(!feed.latest()->audit.isBroken);  // the same chain, and longer
    }

    void whatWasIsAnsweredByARealService()
    {
        const SystemClock clock;
        Service service;
        RemoteFeed feed(settingsFor(service), clock);
        QTRY_VERIFY_WITH_TIMEOUT(isShown(feed), kPatience);
        const auto now = clock.systemNow();
        const TimeRange range { now - 1h, now + 1h };
        const std::vector metrics { Metric::TotalStorage, Metric::QueryResponse };
        const auto history = answerOf<std::vector<HistoryAnswer>>(
            [&](auto answered) { feed.queryMetrics(this, metrics, range, 2000, answered); });
        QVERIFY2(history, history ? "" : history.error().text().c_str());
        QCOMPARE(history->size(), std::size_t { 2 });
        const auto latency = answerOf<LatencyAnswer>(
            [&](auto answered) { feed.queryLatency(this, range, 100, answered); });
        QVERIFY2(latency, latency ? "" : latency.error().text().c_str());
        const auto alerts = answerOf<AlertHistoryAnswer>(
            [&](auto answered) { feed.queryAlertHistory(this, 100, answered); });
        QVERIFY2(alerts, alerts ? "" : alerts.error().text().c_str());
        const auto forecast = answerOf<StorageForecast>(
            [&](auto answered) { feed.queryStorageForecast(this, answered); });
        QVERIFY2(forecast, forecast ? "" : forecast.error().text().c_str());
    }

    void commandsNeedATokenAndTakeEffectWithOne()
    {
        const SystemClock clock;
        Service service;
        ConfigureWorkload configure;
        configure.settings.writers = 3;
        const Command command { "Ada", configure };
        {
            RemoteFeed nobody(settingsFor(service), clock);
            QTRY_VERIFY_WITH_TIMEOUT(isShown(nobody), kPatience);
            const auto refused = outcome(nobody, command);
            QVERIFY2(refused.contains(QStringLiteral("--token-file")), qPrintable(refused));
        }
        RemoteFeed feed(settingsFor(service, service.adminToken()), clock);
        QTRY_VERIFY_WITH_TIMEOUT(isShown(feed), kPatience);
        QCOMPARE(outcome(feed, command), QStringLiteral("done"));
        QTRY_VERIFY_WITH_TIMEOUT(
            feed.latest()->source.workload && feed.latest()->source.workload->writers == 3,
            kPatience);
        QCOMPARE(
            outcome(feed, { "Ada", FreeWorkloadSpace { Ratio { 0.5 } } }), QStringLiteral("done"));
        const auto none = outcome(feed, { "Ada", AcknowledgeAlert { "NO-SUCH-1", {} } });
        QVERIFY2(none.contains(QStringLiteral("answered 404")), qPrintable(none));
        const auto review = outcome(
            feed, { "Ada", RecordReview { "Ada Lovelace", "reviewed as owner", "fine", true } });
        QCOMPARE(review, QStringLiteral("done"));
        const auto certified = answerOf<CertificationStatus>(
            [&](auto answered) { feed.queryCertification(this, answered); });
        QVERIFY2(certified, certified ? "" : certified.error().text().c_str());
        QCOMPARE(certified->problem, std::string());
        QCOMPARE(certified->reviews.size(), std::size_t { 1 });
        QCOMPARE(certified->reviews[0].review.reviewer, std::string("Ada Lovelace"));
        QVERIFY(certified->reviews[0].nextDue == certified->standing.nextReview);
        QCOMPARE(certified->drift.hash, std::string(kCertifiedHash));
        QVERIFY(certified->conflicts.size() > 1 && !certified->conflicts[0].metrics.empty());
    }

    void theTrailOfARealServiceIsReadAndVerified()
    {
        const SystemClock clock;
        Service service;
        RemoteFeed feed(settingsFor(service, service.adminToken()), clock);
        QTRY_VERIFY_WITH_TIMEOUT(isShown(feed), kPatience);
        QCOMPARE(outcome(feed, { "Ada", RecordReview { "Ada", "reviewed as owner", {}, true } }),
            QStringLiteral("done"));
        const auto records = answerOf<AuditAnswer>([&](auto answered) {
            feed.queryAudit(this, { {}, 100 }, answered);
        });
        QVERIFY2(records, records ? "" : records.error().text().c_str());
        QVERIFY(!records->records.empty() && !records->head.empty());
        const auto verdict
            = answerOf<AuditVerdict>([&](auto answered) { feed.verifyAudit(this, answered); });
        QVERIFY2(verdict, verdict ? "" : verdict.error().text().c_str());
        QVERIFY(verdict->isWhole);
        QVERIFY(verdict->records >= records->total);
    }

    void thresholdsAreChangedOnceAndNotOverSomebodyElsesChange()
    {
        const SystemClock clock;
        Service service;
        RemoteFeed feed(settingsFor(service, service.adminToken()), clock);
        QTRY_VERIFY_WITH_TIMEOUT(isShown(feed), kPatience);
        ChangeThresholds change;
        for (const auto& row : catalog()) {
            change.wanted.thresholds[indexOf(row.metric)]
                = feed.latest()->of(row.metric).thresholds;
        }
        change.wanted.thresholds[indexOf(Metric::TotalStorage)].yellow->value = 0.65;
        change.wanted.resumeBelow = feed.latest()->gate.resumeBelow;
        change.wanted.resumeStorageBelow = feed.latest()->gate.resumeStorageBelow;
        change.basedOnVersion = feed.latest()->thresholdsVersion;
        change.reason = "earlier warning";
        QCOMPARE(outcome(feed, { "Ada", change }), QStringLiteral("done"));
        QTRY_COMPARE_WITH_TIMEOUT(
            feed.latest()->of(Metric::TotalStorage).thresholds.yellow->value, 0.65, kPatience);
        QVERIFY(feed.latest()->thresholdsVersion > change.basedOnVersion);
        const auto late = outcome(feed, { "Ada", change });
        QVERIFY2(late.contains(QStringLiteral("409")), qPrintable(late));
    }

    void aRealServiceIsFoundToBeACurrentOne()
    {
        const SystemClock clock;
        Service service;
        std::unique_ptr<RemoteFeed> remote;
        ServiceFeed feed(settingsFor(service).peer, clock, [&](ServiceKind kind) -> Feed* {
            if (kind == ServiceKind::Current) {
                remote = std::make_unique<RemoteFeed>(settingsFor(service), clock);
            }
            return remote.get();
        });
        QTRY_VERIFY_WITH_TIMEOUT(feed.contact().isConnected && feed.latest(), kPatience);
    }
};

QTEST_GUILESS_MAIN(RemoteDaemonTest)
#include "remote_daemon_test.moc"
