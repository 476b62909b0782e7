// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/certified_policy.h"
#include "ui/models/threshold_form.h"
#include "ui/models/threshold_scale.h"

#include <QTest>

#include <cmath>

using namespace headroom;
using namespace headroom::ui;

namespace {

QString faultsOf(const ThresholdForm& form)
{
    QStringList lines;
    for (auto it = form.faults().begin(); it != form.faults().end(); ++it) {
        lines << QStringLiteral("%1 %2: %3")
                     .arg(QString::fromStdString(std::string(info(it.key().first).key)))
                     .arg(static_cast<int>(it.key().second))
                     .arg(it.value());
    }
    return lines.join(QStringLiteral("; "));
}

}  // namespace

class ThresholdFormTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyRuleIsSaidBesideItsField_data()
    {
        QTest::addColumn<int>("metric");
        QTest::addColumn<int>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("faults");
        const auto row = [](const char* name, Metric metric, ThresholdField field, const char* text,
                             const char* faults) {
            QTest::addRow("%s", name) << static_cast<int>(metric) << static_cast<int>(field)
                                      << QString::fromUtf8(text) << QString::fromUtf8(faults);
        };
        using F = ThresholdField;
        constexpr auto kWrites = Metric::ConcurrentWrites;
        constexpr auto kStorage = Metric::TotalStorage;
        row("yellow below orange", kWrites, F::Yellow, "75", "");
        row("yellow on orange", kWrites, F::Yellow, "76",
            "concurrent_writes 1: orange must be above yellow (76)");
        row("orange below yellow", kStorage, F::Orange, "69",
            "total_storage 1: orange must be above yellow (70)");
        row("orange on red", kStorage, F::Orange, "99",
            "total_storage 2: red must be above orange (99)");
        row("no orange, yellow over red", kWrites, F::Yellow, "101",
            "concurrent_writes 1: orange must be above yellow (101)");
        row("resume below pause", kWrites, F::Resume, "99", "");
        row("resume on pause", kWrites, F::Resume, "100",
            "concurrent_writes 3: resume must be below 100, where writes pause");
        row("half a writer", kWrites, F::Resume, "60.5",
            "concurrent_writes 3: a whole number of writers");
        row("storage resumes below its halt", kStorage, F::Resume, "99.9", "");
        row("storage resumes at its halt", kStorage, F::Resume, "100",
            "total_storage 3: resume must be below 100 %, where writes halt");
        row("no number", kWrites, F::Red, "many", "concurrent_writes 2: not a number");
        row("a decimal comma", kStorage, F::Red, "99,5", "");
        row("a comma that may stand between thousands", Metric::WriteThroughput, F::Red, "1,200",
            "write_throughput 2: not a number");
        row("below nothing", kStorage, F::Yellow, "-3", "total_storage 0: not a number");
        row("not finite", kStorage, F::Yellow, "nan", "total_storage 0: not a number");
        row("spaces between thousands", Metric::WriteThroughput, F::Red, "1 200", "");
        row("a level may be left out", kWrites, F::Orange, "", "");
        row("hysteresis as large as a bound", kStorage, F::Hysteresis, "100", "");
        row("hysteresis larger than a bound", kStorage, F::Hysteresis, "101",
            "total_storage 4: the hysteresis of yellow is larger than its bound");
        row("hold of an hour", kWrites, F::Hold, "3600", "");
        row("no hold at all is 0", kWrites, F::Hold, "",
            "concurrent_writes 5: a number of seconds, 0 for no hold time");
    }
    void everyRuleIsSaidBesideItsField()
    {
        QFETCH(int, metric);
        QFETCH(int, field);
        QFETCH(QString, text);
        ThresholdForm form(certifiedPolicy());
        auto texts = form.texts();
        texts.text(static_cast<Metric>(metric), static_cast<ThresholdField>(field)) = text;
        form.setTexts(texts);
        QTEST(faultsOf(form), "faults");
    }

    void everyLevelLeftOutIsAFault()
    {
        ThresholdForm form(certifiedPolicy());
        auto texts = form.texts();
        for (std::size_t i = 0; i < 3; ++i) {
            texts.of(Metric::ArtifactSize).texts[i].clear();
        }
        form.setTexts(texts);
        QVERIFY(form.hasFault(Metric::ArtifactSize));
        QVERIFY(!form.hasFault(Metric::ArtifactCount));
    }

    void whatNobodyTouchedIsTheSameToTheLastBit()
    {
        auto policy = certifiedPolicy();
        ThresholdForm form(policy);
        EditableThresholds odd = form.certified();
        odd.thresholds[indexOf(Metric::TotalStorage)].yellow->value = 0.123457;
        odd.thresholds[indexOf(Metric::TotalStorage)].yellow->hysteresis = 0.000001;
        odd.thresholds[indexOf(Metric::QueryResponse)].red->value = 500.0 + 1.0 / 3;
        odd.thresholds[indexOf(Metric::QueryResponse)].onDelay = std::chrono::milliseconds(1500);
        form.load(odd);
        QVERIFY(!form.isDirty());
        QVERIFY(form.wanted() == odd);
        auto texts = form.texts();
        QCOMPARE(texts.text(Metric::QueryResponse, ThresholdField::Hold), QStringLiteral("1.5"));
        texts.text(Metric::TotalStorage, ThresholdField::Red) = QStringLiteral("98");
        form.setTexts(texts);
        odd.thresholds[indexOf(Metric::TotalStorage)].red->value = 0.98;
        QCOMPARE(form.wanted().thresholds[1].yellow->value, 0.123457);
        QCOMPARE(form.wanted().thresholds[1].yellow->hysteresis, 0.000001);
        QCOMPARE(form.wanted().thresholds[1].red->value, 0.98);
        QVERIFY(form.isDirty());
    }

    void aBoundTakesItsHysteresisAlong()
    {
        ThresholdForm form(certifiedPolicy());
        auto texts = form.texts();
        texts.text(Metric::TotalStorage, ThresholdField::Yellow) = QStringLiteral("50");
        form.setTexts(texts);
        QCOMPARE(form.wanted().thresholds[1].yellow->hysteresis, 0.01);
        QCOMPARE(form.wanted().thresholds[1].orange->hysteresis, 0.018);
        QCOMPARE(form.editedCount(), 1);
    }

    void theSideOfABoundIsPartOfIt()
    {
        ThresholdForm form(certifiedPolicy());
        auto texts = form.texts();
        texts.of(Metric::ConcurrentWrites).sides[0] = Side::Above;
        form.setTexts(texts);
        QVERIFY(form.wanted().thresholds[0].yellow->side == Side::Above);
        QVERIFY(form.isEdited(Metric::ConcurrentWrites, ThresholdField::Yellow));
        QVERIFY(form.isDirty());
        form.setTexts(form.textsOf(form.certified()));
        QVERIFY(!form.isDirty());
    }

    void aBandIsReadAsItIsPainted()
    {
        const ThresholdScale storage(Metric::TotalStorage, Basis::OfLimit, 1000);
        QCOMPARE(storage.ofBound(1), 5.0 / 6);
        QCOMPARE(storage.ofValue(500), 2.5 / 6);
        QCOMPARE(storage.boundAt(storage.ofBound(0.73)), 0.73);
        QCOMPARE(storage.stepped(0.7, 1), 0.71);
        QCOMPARE(storage.stepped(0.07, -20), 0.01);
        const ThresholdScale latency(Metric::QueryResponse, Basis::Absolute, 5000);
        QCOMPARE(latency.ofValue(5000), 5.0 / 6);
        QCOMPARE(latency.ofValue(1), 0.0);
        QCOMPARE(latency.stepped(200, 1), 210.0);
        QCOMPARE(latency.stepped(42, -1), 41.0);
        QVERIFY(std::abs(latency.boundAt(latency.ofBound(420)) - 420) < 1e-9);
        const ThresholdScale writes(Metric::ConcurrentWrites, Basis::Absolute, 100);
        QCOMPARE(writes.boundAt(0), 1.0);
        QCOMPARE(writes.boundAt(1), 120.0);
    }
};

QTEST_GUILESS_MAIN(ThresholdFormTest)
#include "threshold_form_test.moc"
