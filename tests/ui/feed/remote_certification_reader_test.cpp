// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor_core/base/utc_text.h"
#include "ui/feed/remote_certification_reader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace headroom;
using namespace headroom::ui;

namespace {

QString text(std::string_view latin)
{
    return QString::fromLatin1(latin.data(), static_cast<qsizetype>(latin.size()));
}

/// What a service in good order answers, to be spoiled.
QJsonObject answer()
{
    QJsonArray limits;
    for (const auto& row : certificate().limits) {
        limits.append(QJsonObject { { QStringLiteral("metric"), text(info(row.metric).key) },
            { QStringLiteral("limit"), row.limit },
            { QStringLiteral("safe_limit"), text(row.safeLimit) },
            { QStringLiteral("proof"), text(row.proof) },
            { QStringLiteral("status"), text(row.status) },
            { QStringLiteral("observed"),
                QJsonObject { { QStringLiteral("standing"), QStringLiteral("WITHIN") },
                    { QStringLiteral("peak"), 42 },
                    { QStringLiteral("peak_at"), QStringLiteral("2026-08-01T10:00:00.000Z") },
                    { QStringLiteral("days_observed"), 12 } } } });
    }
    return { { QStringLiteral("review_state"), QStringLiteral("OVERDUE") },
        { QStringLiteral("next_review"), QStringLiteral("2026-07-19") },
        { QStringLiteral("remaining_days"), -15 }, { QStringLiteral("was_rejected"), false },
        { QStringLiteral("limits"), limits }, { QStringLiteral("reviews"), QJsonArray() },
        { QStringLiteral("drift"),
            QJsonObject { { QStringLiteral("is_drifted"), false },
                { QStringLiteral("hash"), text(kCertifiedHash) },
                { QStringLiteral("limits"), QJsonArray() },
                { QStringLiteral("is_table_changed"), false } } },
        { QStringLiteral("conflicts"), QJsonArray() }, { QStringLiteral("problem"), QString() } };
}

Result<CertificationStatus> read(const QJsonObject& object)
{
    return readCertificationAnswer(QJsonDocument(object).toJson());
}

QJsonObject withLimit(const char* key, const QJsonValue& value)
{
    auto object = answer();
    auto limits = object.value(QStringLiteral("limits")).toArray();
    auto first = limits[0].toObject();
    first.insert(QLatin1String(key), value);
    limits[0] = first;
    object.insert(QStringLiteral("limits"), limits);
    return object;
}

QJsonObject with(const char* key, const QJsonValue& value)
{
    auto object = answer();
    object.insert(QLatin1String(key), value);
    return object;
}

}  // namespace

class RemoteCertificationReaderTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anAnswerInGoodOrderIsReadWhole()
    {
        const auto status = read(answer());
        QVERIFY2(status, status ? "" : status.error().text().c_str());
        QVERIFY(status->standing.state == ReviewState::Overdue);
        QCOMPARE(toDateText(status->standing.nextReview), std::string("2026-07-19"));
        QCOMPARE(status->standing.remaining.count(), -15);
        QCOMPARE(status->observed[indexOf(Metric::TotalStorage)].peak->value, 42.0);
        QVERIFY(!status->observed[indexOf(Metric::TotalStorage)].peak->isExact);  // it does not say
        QCOMPARE(status->problem, std::string());
    }

    void anotherCertificateThanOursIsNamed()
    {
        const auto status = read(withLimit("safe_limit", QStringLiteral("900 MB")));
        QVERIFY(status);
        QVERIFY2(status->problem.find("900 MB") != std::string::npos, status->problem.c_str());
    }

    void whatDoesNotFitMakesTheWholeUnreadable()
    {
        QVERIFY(!read(with("next_review", QStringLiteral("2026-02-30"))));
        QVERIFY(!read(with("review_state", QStringLiteral("FINE"))));
        QVERIFY(!read(with("remaining_days", 1e12)));
        QVERIFY(!read(with("limits", QJsonArray())));
        QVERIFY(!read(with("reviews", QJsonArray { QJsonObject() })));
        QVERIFY(!read(with("conflicts", QStringLiteral("none"))));
        QVERIFY(!read(withLimit("metric", QStringLiteral("luck"))));
        QVERIFY(!read(withLimit("observed", QJsonObject())));
        QVERIFY(!readCertificationAnswer("[]"));
        QVERIFY(!readCertificationAnswer({}));
    }

    void aStandingWithoutItsPeakIsNoEvidence()
    {
        QJsonObject observed { { QStringLiteral("standing"), QStringLiteral("WITHIN") },
            { QStringLiteral("peak"), QJsonValue() }, { QStringLiteral("peak_at"), QJsonValue() },
            { QStringLiteral("days_observed"), 0 } };
        QVERIFY(!read(withLimit("observed", observed)));
        observed.insert(QStringLiteral("standing"), QStringLiteral("NOT_OBSERVED"));
        const auto status = read(withLimit("observed", observed));
        QVERIFY(status);
        QVERIFY(!status->observed[indexOf(certificate().limits[0].metric)].peak);
    }

    void aDriftThatNothingDriftedForIsUnreadable()
    {
        auto drift = answer().value(QStringLiteral("drift")).toObject();
        drift.insert(QStringLiteral("is_drifted"), true);
        QVERIFY(!read(with("drift", drift)));
    }

    void aTrailAndItsVerdictAreRead()
    {
        const auto audit = readAuditAnswer(
            R"({"records":[{"sequence":3,"at":"2026-08-01T10:00:00.000Z","actor":"Ada",
            "action":"review","subject":"s","old_value":"","new_value":"x","hash":"ab"}],
            "total":3,"head":"3:ab"})");
        QVERIFY2(audit, audit ? "" : audit.error().text().c_str());
        QCOMPARE(audit->records[0].sequence, std::uint64_t { 3 });
        QCOMPARE(audit->head, std::string("3:ab"));
        QVERIFY(!readAuditAnswer(R"({"records":[{}],"total":1,"head":null})"));
        const auto none = readAuditAnswer(R"({"records":[],"total":0,"head":null})");
        QVERIFY(none && none->head.empty());
        const auto broken = readVerdictAnswer(
            R"({"is_whole":false,"records":9,"first_bad_sequence":4,"why":"cut","head":"9:ab"})");
        QVERIFY(broken && !broken->isWhole);
        QCOMPARE(broken->firstBadSequence, std::uint64_t { 4 });
        QVERIFY(!readVerdictAnswer(R"({"is_whole":false,"records":9,"why":"cut","head":null})"));
    }
};

QTEST_GUILESS_MAIN(RemoteCertificationReaderTest)
#include "remote_certification_reader_test.moc"
