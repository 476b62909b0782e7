// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/printed.h"
#include "tests/ui/support/snapshots.h"
#include "ui/models/gauge_display.h"
#include "ui/models/strip_display.h"

#include <QTest>

using namespace headroom;
using namespace headroom::ui;

class GaugeNotesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        build_.emplace(clock_);
        build_->calm();
    }

    void anEstimateIsCalledOneWhereItsNumberIs()
    {
        auto& state = build_->raw().of(Metric::QueryResponse);
        state.note = "an estimate: each call counts as its statement's mean";
        QCOMPARE(plain(make(Metric::QueryResponse).valueText), QStringLiteral("42"));
        state.isEstimate = true;
        const auto gauge = make(Metric::QueryResponse);
        QCOMPARE(plain(gauge.valueText), QStringLiteral("~42"));
        QCOMPARE(plain(gauge.headroomLabel), QStringLiteral("TO SLA 5 s · ESTIMATE"));
        QCOMPARE(
            gauge.note, QStringLiteral("an estimate: each call counts as its statement's mean"));
    }

    void anEstimatedCountOfTheStripIsOneToo()
    {
        auto& state = build_->raw().of(Metric::ArtifactCount);
        state.isEstimate = true;
        state.note = "an estimate of PostgreSQL's (ANALYZE)";
        const auto cell = strip().cells[1];
        QCOMPARE(plain(cell.value), QStringLiteral("~41 280"));
        QCOMPARE(cell.label, QStringLiteral("ARTIFACT COUNT · ESTIMATE"));
        QCOMPARE(cell.note, QStringLiteral("an estimate of PostgreSQL's (ANALYZE)"));
        QVERIFY(strip().cells[0].note.isEmpty());
    }

    void aNoteOfAReadingThatIsGoneIsNotShown()
    {
        auto& state = build_->raw().of(Metric::ArtifactCount);
        state.isEstimate = true;
        state.note = "an estimate";
        build_->missing(Metric::ArtifactCount, "the role has no right");
        QCOMPARE(strip().cells[1].label, QStringLiteral("ARTIFACT COUNT"));
        QVERIFY(strip().cells[1].note.isEmpty());
    }

    void thePlatformsLinesStandOnTheStorageGaugeAlone()
    {
        markAsSupabase();
        const auto gauge = make(Metric::TotalStorage);
        QCOMPARE(gauge.marks.size(), 2);
        QCOMPARE(gauge.marks[0].fraction, 0.9 * 5 / 6);
        QCOMPARE(plain(gauge.marks[0].text), QStringLiteral("90 %"));
        QCOMPARE(gauge.marks[1].fraction, 0.95 * 5 / 6);
        QCOMPARE(plain(gauge.marks[1].text), QStringLiteral("95 %"));
        QCOMPARE(gauge.marks[1].label, QStringLiteral("read-only"));
        QCOMPARE(plain(gauge.note),
            QStringLiteral("90 %: Supabase grows the disk (as of 2026-11-23)\n"
                           "95 %: Supabase turns the database read-only (as of 2026-11-23)"));
        QVERIFY(make(Metric::ConcurrentWrites).marks.isEmpty());
    }

    void thePlatformsLineIsNextWhereItComesBeforeTheNextLevel()
    {
        markAsSupabase();
        QCOMPARE(next(612, Level::Green), QStringLiteral("88 GB to YELLOW"));
        // The line at 90 % is where ORANGE begins: the level says more.
        QCOMPARE(next(850, Level::Yellow), QStringLiteral("50 GB to ORANGE"));
        QCOMPARE(next(900, Level::Orange), QStringLiteral("50 GB to read-only"));
        QCOMPARE(next(949, Level::Orange), QStringLiteral("1 GB to read-only"));
        QCOMPARE(next(950, Level::Orange), QStringLiteral("40 GB to RED"));
        QCOMPARE(next(991, Level::Red), QStringLiteral("9 GB to HTTP 503"));
    }

    void aHaltedGateSaysWhatItWaitsForWhateverThePlatformDoes()
    {
        markAsSupabase();
        build_->raw().gate.state = GateState::Halted;
        build_->storageGb(1003, Level::Red);
        QCOMPARE(next(1003, Level::Red), QStringLiteral("13 GB to resume below 99 %"));
    }

private:
    void markAsSupabase()
    {
        build_->raw().source.storageMarks = { { 0.9, "Supabase grows the disk (as of 2026-11-23)",
                                                  "disk growth" },
            { 0.95, "Supabase turns the database read-only (as of 2026-11-23)", "read-only" } };
    }
    QString next(double gigabytesUsed, Level level)
    {
        build_->storageGb(gigabytesUsed, level);
        const auto gauge = make(Metric::TotalStorage);
        const QString levelWord = gauge.nextLevel == Level::Unknown
            ? QString()
            : QLatin1Char(' ') + word(gauge.nextLevel);
        return plain(gauge.nextText + levelWord);
    }
    GaugeDisplay make(Metric metric)
    {
        return makeGauge(*build_->build(), metric, clock_.steadyNow(), {});
    }
    StripDisplay strip()
    {
        const auto snapshot = build_->build();
        return makeStrip(snapshot.get(), clock_.steadyNow(), std::chrono::year(2026) / 8 / 3);
    }

    ManualClock clock_;
    std::optional<SnapshotBuilder> build_;
};

QTEST_GUILESS_MAIN(GaugeNotesTest)
#include "gauge_notes_test.moc"
