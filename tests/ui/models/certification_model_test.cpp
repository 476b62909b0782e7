// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor_core/base/utc_text.h"
#include "monitor_core/certification/guidance.h"
#include "monitor_core/policy/escalation_policy.h"
#include "tests/ui/support/certification_feed.h"
#include "tests/ui/support/printed.h"
#include "ui/models/certification_model.h"
#include "ui/models/certification_words.h"
#include "ui/report/certification_csv.h"
#include "ui/text/format.h"

#include <QSignalSpy>
#include <QTest>

using namespace headroom;
using namespace headroom::ui;
using namespace std::chrono_literals;

namespace {

struct Desk {
    Desk()
    {
        build.calm();
        build.raw().audit.isKnown = true;
        build.raw().audit.records = 1284;
        build.raw().audit.head = "1284:ab";
        feed.play(build.build());
        model.setActive(true);
    }
    [[nodiscard]] std::chrono::year_month_day today() const { return utcDate(clock.systemNow()); }
    [[nodiscard]] CertificationStatus status() const
    {
        return certificationOn(today(), clock.systemNow() - 2h);
    }
    [[nodiscard]] const CertificateHead& head() const { return model.display().head; }
    [[nodiscard]] const LimitRow& row(const char* name) const
    {
        for (const auto& row : model.display().limits) {
            if (row.name == QLatin1String(name)) {
                return row;
            }
        }
        static const LimitRow kNone;
        return kNone;
    }
    void pass(std::chrono::seconds time)
    {
        clock.advance(time);
        model.tick();
    }

    ManualClock clock;
    SnapshotBuilder build { clock };
    CertificationFeed feed;
    CertificationModel model { feed, clock };
};

QString printed(const LimitRow& row)
{
    QString text = QStringLiteral("%1 | %2 | %3 | %4 | %5 | %6 %7 | %8")
                       .arg(row.name, row.safeLimit, row.proof, row.status, row.peak, row.headroom,
                           word(row.level), row.verdictText);
    return plain(text);
}

}  // namespace

class CertificationModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theRowsAreTheCertificatesWordsBesideWhatWasObserved()
    {
        Desk desk;
        desk.feed.answer(desk.status());
        QCOMPARE(desk.model.display().limits.size(), 7);
        QCOMPARE(printed(desk.row("Concurrent writes")),
            QStringLiteral("Concurrent writes | 100 writers | Load tested 2026-01-19 | CERTIFIED | "
                           "96 | 4 % ORANGE | within limit"));
        QCOMPARE(printed(desk.row("Write throughput")),
            QStringLiteral("Write throughput | 1000 writes/s | Calculated limit | CERTIFIED | "
                           "1042 /s | -4.2 % RED | exceeded"));
        QCOMPARE(printed(desk.row("Query latency p99")),
            QStringLiteral("Query latency p99 | < 5 s | SLA target | CERTIFIED | 268 ms | 94.6 % "
                           "ORANGE | within limit"));
        QCOMPARE(desk.head().exceeded, QStringLiteral("1 exceeded"));
        QVERIFY(desk.head().summary.startsWith(QStringLiteral("7 limits certified. 5 within")));
        QCOMPARE(desk.head().hash, latin(kCertifiedHash));
        QCOMPARE(desk.head().auditHead, QStringLiteral("1284:ab"));
    }

    void aPeakHasItsSecondOrSaysThatItsTimeIsAbout()
    {
        Desk about;
        about.feed.answer(about.status());
        QVERIFY(about.row("Concurrent writes").peakTime.contains(QLatin1Char('~')));
        Desk exact;
        auto status = exact.status();
        auto& peak = *status.observed[indexOf(Metric::ConcurrentWrites)].peak;
        peak.isExact = true;
        exact.feed.answer(status);
        QVERIFY(exact.row("Concurrent writes").peakTime.endsWith(format::localTime(peak.at)));
    }

    void whatWasNotAnsweredIsNotKnownAndWhatWasNotObservedSaysSo()
    {
        Desk desk;
        desk.model.tick();
        QCOMPARE(desk.row("Storage").peak, QStringLiteral("–"));
        QCOMPARE(desk.row("Storage").verdictText, QStringLiteral("not known"));
        QCOMPARE(desk.head().nextReview, QStringLiteral("–"));
        QVERIFY(!desk.head().duePlate);
        QVERIFY(desk.head().notice.contains(QStringLiteral("not been answered")));
        auto status = desk.status();
        status.observed = {};
        desk.feed.answer(status);
        for (const auto& row : desk.model.display().limits) {
            QVERIFY(!row.used);
            QVERIFY(row.verdict == LimitRow::Verdict::Unknown);
            QVERIFY(row.level == Level::Unknown);
        }
        QCOMPARE(desk.row("Storage").peakTime, QStringLiteral("not observed"));
        QVERIFY(desk.head().summary.contains(QStringLiteral("0 within limit")));
        QVERIFY(desk.head().summary.contains(QStringLiteral("7 not observed")));
        const auto csv = certificationCsv(desk.model.data(), desk.feed.latest().get(), false);
        QVERIFY(csv.contains("NOT_OBSERVED"));
        QVERIFY(!csv.contains("WITHIN"));
    }

    void overdueDriftedAndContradictedStandInWords()
    {
        Desk desk;
        auto status = desk.status();
        const ReviewLog log(certificate().firstReview, certificate().reviewCycle);
        status.standing = log.standing(std::chrono::year(2026) / std::chrono::August / 3);
        auto limits = certifiedNumbers();
        limits[indexOf(Metric::ConcurrentWrites)] = 250;
        status.drift = findDrift(certificate(), limits);
        desk.feed.answer(status);
        QVERIFY(desk.head().duePlate);
        QCOMPARE(plain(desk.head().duePlate->word), QStringLiteral("OVERDUE 15 days"));
        QCOMPARE(desk.head().nextReview, QStringLiteral("2026-07-19"));
        QStringList plates;
        for (const auto& plate : desk.head().plates) {
            plates << plate.word;
            QVERIFY(!plate.detail.isEmpty());
        }
        QCOMPARE(
            plates, (QStringList { QStringLiteral("DRIFTED"), QStringLiteral("CONTRADICTED") }));
        QVERIFY(desk.row("Concurrent writes").statusNote.startsWith(QStringLiteral("DRIFTED")));
        QCOMPARE(plain(desk.row("Concurrent writes").headroom), QStringLiteral("61.6 %"));
        QCOMPARE(desk.row("Artifact count").statusNote, QStringLiteral("CONTRADICTED"));
        QVERIFY(desk.row("Query latency p99").statusNote.isEmpty());
        QCOMPARE(desk.model.display().tables.last().rows.size(),
            static_cast<qsizetype>(status.conflicts.size()));
    }

    void theTablesAreWhatTheCoreSays()
    {
        Desk desk;
        const auto& tables = desk.model.display().tables;
        QCOMPARE(tables.size(), 6);
        QCOMPARE(tables[1].rows.first().cells.first(), latin(whatDoesNotScale()[0].operation));
        QCOMPARE(tables[2].rows.last().cells[2], latin(whatNeverToAssume()[4].requirement));
        QCOMPARE(tables[4].rows.size(), static_cast<qsizetype>(howItDegrades().size()));
        QStringList who;
        for (const auto& row : tables[3].rows) {
            who << row.cells[2];
        }
        for (const auto& row : certifiedEscalation().matrix) {
            QVERIFY(who.contains(QString::fromStdString(row.to))
                || who.contains(QString::fromStdString(row.to) + QStringLiteral(" *")));
        }
        int immediate = 0;
        for (const auto& row : tables[3].rows) {
            immediate += row.cells[3] == QLatin1String("IMMEDIATE") && row.isStrong ? 1 : 0;
        }
        QCOMPARE(immediate, 2);  // storage and writers at their limit
    }

    void theTrailIsVerifiedOnlyWhenSomebodyHasLooked()
    {
        Desk desk;
        desk.feed.answer(desk.status());
        QCOMPARE(desk.row("Audit trail").verdictText, QStringLiteral("not verified yet"));
        QVERIFY(desk.row("Audit trail").verdict == LimitRow::Verdict::Unknown);
        desk.feed.answer(Result<AuditVerdict>(AuditVerdict { true, 1284, 0, {}, "1284:ab" }));
        QVERIFY(desk.row("Audit trail").verdictText.startsWith(QStringLiteral("verified ")));
        QCOMPARE(plain(desk.row("Audit trail").peak), QStringLiteral("1284 entries"));
        QVERIFY(desk.feed.verifications.empty());
        desk.pass(901s);
        QCOMPARE(desk.feed.verifications.size(), std::size_t { 1 });
        desk.feed.answer(
            Result<AuditVerdict>(AuditVerdict { false, 1284, 17, "hash differs", "1284:ab" }));
        QCOMPARE(desk.row("Audit trail").verdictText, QStringLiteral("broken"));
        QCOMPARE(desk.row("Audit trail").instead, QStringLiteral("hash chain broken at 17"));
    }

    void aReviewIsSentOnceAndToldWhenTheCertificateKnowsIt()
    {
        Desk desk;
        desk.feed.answer(desk.status());
        QSignalSpy recorded(&desk.model, &CertificationModel::recorded);
        QSignalSpy refused(&desk.model, &CertificationModel::refused);
        desk.feed.answer(QString());  // another page's command
        QCOMPARE(recorded.count() + refused.count(), 0);
        desk.model.record({ "Ada", "reviewed as owner", "fine", true });
        desk.model.record({ "Ada", "reviewed as owner", "fine", true });
        QCOMPARE(desk.feed.submitted.size(), std::size_t { 1 });
        QCOMPARE(refused.count(), 1);
        desk.feed.answer(QString());
        QCOMPARE(recorded.count(), 0);
        auto status = desk.status();
        ReviewLog log(certificate().firstReview, certificate().reviewCycle);
        QVERIFY(
            log.record({ "Ada", "reviewed as owner", "fine", true, desk.today() }, desk.today()));
        status.standing = log.standing(desk.today());
        status.reviews = log.reviews();
        desk.feed.answer(status);
        QCOMPARE(recorded.count(), 1);
        QCOMPARE(recorded.first().first().toString(), QStringLiteral("2027-01-19"));
        QVERIFY(desk.head().lastReview.contains(QStringLiteral("Ada")));
        desk.model.record({ "Ada", "reviewed as owner", "fine", true });
        desk.feed.answer(QStringLiteral("the disk is full"));
        QCOMPARE(refused.last().first().toString(), QStringLiteral("the disk is full"));
    }

    void anOlderServiceIsReadOnlyAndSaysSo()
    {
        Desk desk;
        desk.build.raw().source.isGatedElsewhere = true;
        desk.feed.play(desk.build.build());
        desk.feed.answer(desk.status());
        QVERIFY(desk.model.display().readOnly.contains(QStringLiteral("older service")));
        QVERIFY(desk.head().notice.contains(QStringLiteral("older service")));
        QSignalSpy refused(&desk.model, &CertificationModel::refused);
        desk.model.record({ "Ada", "reviewed as owner", {}, true });
        QCOMPARE(refused.count(), 1);
        QVERIFY(desk.feed.submitted.empty());
    }

    void nothingIsRecordedInASimulation()
    {
        Desk desk;
        desk.feed.simulated = true;
        desk.model.tick();
        desk.model.record({ "Ada", "reviewed as owner", {}, true });
        QVERIFY(desk.feed.submitted.empty());
        QVERIFY(certificationCsv(desk.model.data(), desk.feed.latest().get(), true)
                    .contains("SIMULATION local workload"));
    }

    void withoutContactTheLastAnswerStaysWithItsTimeAndNothingIsRecorded()
    {
        Desk desk;
        desk.feed.answer(desk.status());
        desk.feed.lose(desk.clock, QStringLiteral("the core has stopped answering"));
        QVERIFY(desk.model.display().isStale);
        QVERIFY(desk.head().notice.contains(QStringLiteral("stopped answering")));
        QVERIFY(desk.head().notice.contains(QStringLiteral("as of")));
        QCOMPARE(desk.row("Concurrent writes").peak, QStringLiteral("96"));
        QVERIFY(!desk.model.display().readOnly.isEmpty());
        desk.pass(120s);
        QVERIFY(desk.feed.questions.empty());
    }

    void anotherSourceForgetsTheOneBefore()
    {
        Desk desk;
        const auto late = desk.feed.questions;
        desk.feed.exchange();
        QVERIFY(!late.empty());
        late.front()(desk.status());
        QVERIFY(!desk.model.data().status);
        desk.feed.answer(desk.status());
        QVERIFY(desk.model.data().status);
    }

    void whatIsMeasuredAndHasNoEvidenceYetIsAskedAgainSoon()
    {
        Desk desk;
        auto status = desk.status();
        status.observed[indexOf(Metric::TotalStorage)] = {};
        desk.feed.answer(status);
        desk.pass(5s);
        QCOMPARE(desk.feed.questions.size(), std::size_t { 1 });
    }

    void aRefusalIsAskedAgainSoonerThanAnAnswerIsRenewed()
    {
        Desk desk;
        desk.feed.answer(Result<CertificationStatus>(Error { ErrorCode::Unavailable, "busy", {} }));
        QVERIFY(desk.head().notice.contains(QStringLiteral("busy")));
        desk.pass(4s);
        QVERIFY(desk.feed.questions.empty());
        desk.pass(1s);
        QCOMPARE(desk.feed.questions.size(), std::size_t { 1 });
        desk.feed.answer(desk.status());
        desk.pass(59s);
        QVERIFY(desk.feed.questions.empty());
        desk.pass(1s);
        QCOMPARE(desk.feed.questions.size(), std::size_t { 1 });
    }
};

QTEST_GUILESS_MAIN(CertificationModelTest)
#include "certification_model_test.moc"
