// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor_core/api/snapshot_json.h"
#include "tests/support/manual_clock.h"
#include "tests/ui/support/snapshots.h"
#include "ui/feed/remote_board_reader.h"
#include "ui/feed/remote_snapshot_reader.h"

#include <QJsonDocument>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>

using namespace headroom;
using namespace headroom::ui;
using namespace std::chrono_literals;

namespace {

/// Where this machine's clocks stand when something comes; the service's are elsewhere.
ReceivedAt here()
{
    return { SteadyTime(1000s),
        SystemTime(std::chrono::sys_days(std::chrono::year(2026) / 8 / 3)) };
}

QByteArray jsonOf(const Snapshot& snapshot)
{
    return QByteArray::fromStdString(api::snapshotJson(snapshot, { "run-1", "0.1.0" }));
}

Snapshot fullSnapshot(const Clock& clock)
{
    SnapshotBuilder builder(clock);
    builder.calm();
    builder.missing(Metric::ArtifactSize, "no artifact written in the last 60 s");
    auto& raw = builder.raw();
    raw.of(Metric::TotalStorage).reading->limit = 900e9;
    raw.of(Metric::TotalStorage).thresholds.onDelay = 3s;
    raw.latency.overflowCount = 2;
    raw.gate = { .state = GateState::Paused,
        .inFlight = 100,
        .pauseAt = 100,
        .resumeBelow = 74,
        .since = clock.systemNow() - 3s,
        .admittedTotal = 12,
        .refusedPausedTotal = 3,
        .auditProblem = "disk full" };
    raw.concurrentReads = 4;
    raw.largestArtifactEverBytes = 5e6;
    raw.source.problem = "slow";
    raw.of(Metric::ArtifactCount).note = "an estimate of PostgreSQL's";
    raw.of(Metric::ArtifactCount).isEstimate = true;
    raw.source.storageMarks = { { 0.9, "grows the disk (as of 2026-11-23)", "disk growth" },
        { 0.95, "turns it read-only (as of 2026-11-23)", "read-only" } };
    raw.source.isGatedElsewhere = true;
    raw.audit = { true, false, 0, "", 17, clock.systemNow() - 48h, "17:" + std::string(64, 'a') };
    raw.thresholdsVersion = 3;
    raw.thresholdsProblem = "t";
    raw.recordsProblem = "r";
    auto made = *builder.build();
    made.worst = Level::Green;
    return made;
}

AlertBoard fullBoard(const Clock& clock)
{
    AlertView alert;
    alert.id = "STORAGE_CAPACITY-17";
    alert.type = AlertType::StorageCapacity;
    alert.level = Level::Orange;
    alert.peak = Level::Red;
    alert.severity = "CRITICAL";
    alert.message = "Storage 91.2 % of its limit";
    alert.value = 912e9;
    alert.threshold = 900e9;
    alert.state = AlertState::Shelved;
    alert.isChattering = true;
    alert.raisedAt = clock.steadyNow() - 90s;
    alert.raisedAtUtc = clock.systemNow() - 90s;
    alert.escalationPath = "Ops_Team";
    alert.responseTimeline = "6_HOURS";
    alert.deadline = clock.steadyNow() + 6h;
    alert.deadlineUtc = clock.systemNow() + 6h;
    alert.overdueFrom = alert.deadline;
    alert.acknowledgedBy = "Ada";
    alert.acknowledgedNote = "on it";
    alert.acknowledgedAtUtc = clock.systemNow();
    alert.shelvedBy = "Ada";
    alert.shelvedReason = "known";
    alert.shelvedUntil = clock.steadyNow() + 10min;
    alert.shelvedUntilUtc = clock.systemNow() + 10min;
    alert.shelfMaximum = 8h;
    AlertEvent step { 5, alert.id, alert.type, AlertEventKind::ChatteringBegan, Level::Orange,
        Level::Red, 1, 2, clock.systemNow(), "headroom", "why" };
    alert.steps = std::make_shared<const std::vector<AlertEvent>>(1, step);
    alert.stepsOmitted = 7;
    AlertBoard board;
    board.open = { alert };
    board.lastCleared = { alert };
    board.lastCleared.front().clearedAtUtc = clock.systemNow();
    board.raised24h = { 1, 2, 3 };
    board.lastSequence = 5;
    board.waitingMessages = 2;
    board.deliveryProblem = "d";
    board.storeProblem = "s";
    board.clockChange = ClockChange { -1h, clock.systemNow() };
    return board;
}

QByteArray jsonOf(const AlertBoard& board, const Clock& clock)
{
    return QByteArray::fromStdString(api::alertBoardJson(
        &board, { clock.steadyNow(), clock.systemNow() }, { "run-1", "0.1.0" }));
}

/// Every value in the document exchanged in turn; `visit` gets each spoilt document.
void spoilEach(const QJsonValue& value, const QJsonValue& spoilt,
    const std::function<void(const QJsonValue&)>& visit)
{
    visit(spoilt);
    if (value.isObject()) {
        const auto object = value.toObject();
        for (const auto& key : object.keys()) {
            spoilEach(object.value(key), spoilt, [&](const QJsonValue& inner) {
                auto copy = object;
                copy.insert(key, inner);
                visit(copy);
            });
        }
    } else if (value.isArray()) {
        const auto array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            spoilEach(array[i], spoilt, [&](const QJsonValue& inner) {
                auto copy = array;
                copy[i] = inner;
                visit(copy);
            });
        }
    }
}

const std::vector<QJsonValue>& spoilers()
{
    static const std::vector<QJsonValue> kSpoilers { QJsonValue(), QJsonValue(true),
        QJsonValue(-1.5), QJsonValue(1e300), QJsonValue(-1e300),
        QJsonValue(QString(100'000, QLatin1Char('x'))), QJsonValue(QString()),
        QJsonValue(QString::fromUtf8("<img src=x>\n\x1b[2J\xE2\x80\xAE")),
        QJsonValue(QJsonArray { QJsonArray {} }), QJsonValue(QJsonObject {}) };
    return kSpoilers;
}

bool isSane(const Snapshot& snapshot)
{
    bool sane = true;
    const auto isText = [](const std::string& text, std::size_t most) {
        return text.size() <= most * 4 && text.find('\n') == std::string::npos
            && text.find('\x1b') == std::string::npos;
    };
    for (const auto& state : snapshot.metrics) {
        sane = sane && std::isfinite(state.limit) && isText(state.whyMissing, 500)
            && isText(state.note, 500);
        if (state.reading) {
            sane = sane && std::isfinite(state.reading->value) && state.reading->value >= 0
                && state.reading->measuredAt <= snapshot.at
                && state.reading->limits.staleAfter <= 60s;
        }
        const bool isFresh
            = state.freshness == Freshness::Live || state.freshness == Freshness::Late;
        sane = sane && (state.level == Level::Unknown || (isFresh && state.reading));
    }
    return sane && isText(snapshot.source.name, 200) && isText(snapshot.source.problem, 500)
        && std::ranges::all_of(snapshot.source.storageMarks,
            [&](const StorageMark& mark) {
                return mark.atRatio >= 0 && mark.atRatio <= 1 && isText(mark.text, 500)
                    && isText(mark.label, 16);
            })
        && snapshot.gate.inFlight >= 0;
}

}  // namespace

class RemoteSnapshotReaderTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatTheServiceWritesIsReadBackWhole()
    {
        ManualClock clock;
        clock.advance(3h);
        auto sent = fullSnapshot(clock);
        const auto read = readSnapshot(jsonOf(sent), here());
        QVERIFY2(read, read ? "" : read.error().text().c_str());
        QCOMPARE(read->instance, std::string("run-1"));
        QCOMPARE(read->programVersion, std::string("0.1.0"));
        // Written once more at the same moment it says the same: nothing got lost on the way.
        auto back = read->snapshot;
        back.atUtc = sent.atUtc;
        for (auto& state : back.metrics) {
            if (state.reading) {
                state.reading->measuredAtUtc = sent.atUtc;
            }
        }
        QCOMPARE(QString::fromUtf8(jsonOf(back)), QString::fromUtf8(jsonOf(sent)));
    }

    void aServiceOfTheFirstMinorVersionHasNoNotesAndNoMarks()
    {
        ManualClock clock;
        auto object = QJsonDocument::fromJson(jsonOf(fullSnapshot(clock))).object();
        auto source = object.value(QStringLiteral("source")).toObject();
        source.remove(QStringLiteral("storage_marks"));
        source.remove(QStringLiteral("is_gated_elsewhere"));
        object.insert(QStringLiteral("source"), source);
        auto metrics = object.value(QStringLiteral("metrics")).toObject();
        for (const auto& key : metrics.keys()) {
            auto metric = metrics.value(key).toObject();
            metric.remove(QStringLiteral("note"));
            metric.remove(QStringLiteral("is_estimate"));
            metrics.insert(key, metric);
        }
        object.insert(QStringLiteral("metrics"), metrics);
        const auto read = readSnapshot(object, here());
        QVERIFY2(read, read ? "" : read.error().text().c_str());
        QVERIFY(read->snapshot.source.storageMarks.empty());
        QVERIFY(!read->snapshot.source.isGatedElsewhere);
        QVERIFY(read->snapshot.of(Metric::ArtifactCount).note.empty());
        QVERIFY(!read->snapshot.of(Metric::ArtifactCount).isEstimate);
    }

    void agesCountFromWhenItCameWhateverTheServicesClockSays()
    {
        ManualClock clock;
        auto sent = fullSnapshot(clock);
        clock.advance(4s);
        sent.at = clock.steadyNow();
        sent.atUtc += 10h;
        const auto read = readSnapshot(jsonOf(sent), here());
        QVERIFY(read);
        const auto& reading = *read->snapshot.of(Metric::TotalStorage).reading;
        QCOMPARE((here().steady - reading.measuredAt) / 1ms, 4000);
        QCOMPARE((here().utc - reading.measuredAtUtc) / 1ms, 4000);
    }

    void theAlertBoardIsReadBackWhole()
    {
        ManualClock clock;
        clock.advance(3h);
        const auto sent = fullBoard(clock);
        const auto json = jsonOf(sent, clock);
        const auto read = readAlertBoard(json, here());
        QVERIFY2(read, read ? "" : read.error().text().c_str());
        const auto again = api::alertBoardJson(
            read->get(), { here().steady, clock.systemNow() }, { "run-1", "0.1.0" });
        QCOMPARE(QString::fromStdString(again), QString::fromUtf8(json));
    }

    void aBoardThatIsNotKnownYetIsNone()
    {
        const auto read = readAlertBoard("null", here());
        QVERIFY(read);
        QVERIFY(!*read);
    }

    void noValueInAnyPlaceMakesASnapshotThatIsNotSane()
    {
        const ManualClock clock;
        const auto whole = QJsonDocument::fromJson(jsonOf(fullSnapshot(clock))).object();
        int refused = 0;
        int taken = 0;
        for (const auto& spoiler : spoilers()) {
            spoilEach(whole, spoiler, [&](const QJsonValue& document) {
                const auto read = readSnapshot(document.toObject(), here());
                refused += !read;
                taken += read.has_value();
                QVERIFY(!read || isSane(read->snapshot));
            });
        }
        QVERIFY(refused > 1500);
        QVERIFY(taken > 50);
    }

    void noValueInAnyPlaceMakesABoardThatIsNotSane()
    {
        const ManualClock clock;
        const auto whole = QJsonDocument::fromJson(jsonOf(fullBoard(clock), clock)).object();
        int refused = 0;
        for (const auto& spoiler : spoilers()) {
            spoilEach(whole, spoiler, [&](const QJsonValue& document) {
                const auto read = readAlertBoard(document.toObject(), here());
                refused += !read;
                for (const auto& alert : read ? (*read)->open : std::vector<AlertView> {}) {
                    QVERIFY(std::isfinite(alert.value) && alert.id.size() <= 128);
                    QVERIFY(alert.message.size() <= 4000 && alert.steps);
                    QVERIFY(alert.message.find('\n') == std::string::npos);
                }
            });
        }
        QVERIFY(refused > 500);
    }

    void everyKeyIsNeededAndTheFirstOneMissingIsNamed()
    {
        const ManualClock clock;
        const auto whole = QJsonDocument::fromJson(jsonOf(fullSnapshot(clock))).object();
        for (const auto& key : whole.keys()) {
            auto copy = whole;
            copy.remove(key);
            const auto read = readSnapshot(copy, here());
            // The worst level is put together from the metrics, and what is not read may be
            // missing.
            if (key == QStringLiteral("level")) {
                QVERIFY(read);
                continue;
            }
            QVERIFY(!read);
            QVERIFY(QString::fromStdString(read.error().text())
                        .contains(key + QStringLiteral(" is missing")));
        }
    }

    void anotherMinorVersionAndUnknownKeysAreRead()
    {
        const ManualClock clock;
        auto json = jsonOf(fullSnapshot(clock));
        json.replace("\"api_version\":\"1.0\"", "\"api_version\":\"1.7\",\"moon\":\"full\"");
        QVERIFY(readSnapshot(json, here()));
    }

    void anotherMajorVersionIsSaidClearly()
    {
        const ManualClock clock;
        for (const auto* version : { "2.0", "0.9" }) {
            auto json = jsonOf(fullSnapshot(clock));
            json.replace(
                "\"api_version\":\"1.0\"", QByteArray("\"api_version\":\"") + version + "\"");
            const auto read = readSnapshot(json, here());
            QVERIFY(!read);
            QVERIFY(read.error().code == ErrorCode::Unsupported);
            QVERIFY(QString::fromStdString(read.error().text()).contains(QStringLiteral("update")));
        }
    }

    void aLevelWithoutAFreshReadingIsUnknown()
    {
        const ManualClock clock;
        auto sent = fullSnapshot(clock);
        sent.of(Metric::TotalStorage).freshness = Freshness::Stale;
        sent.of(Metric::ArtifactSize).level = Level::Green;
        sent.worst = Level::Green;
        const auto read = readSnapshot(jsonOf(sent), here());
        QVERIFY(read);
        QVERIFY(read->snapshot.of(Metric::TotalStorage).level == Level::Unknown);
        QVERIFY(read->snapshot.of(Metric::ArtifactSize).level == Level::Unknown);
        QVERIFY(read->snapshot.worst == Level::Unknown);
    }

    void aServiceCannotMakeItsReadingsFreshForMoreThanAMinute()
    {
        const ManualClock clock;
        auto sent = fullSnapshot(clock);
        sent.of(Metric::TotalStorage).reading->limits = { 24h, 48h };
        const auto read = readSnapshot(jsonOf(sent), here());
        QVERIFY(read);
        QCOMPARE(read->snapshot.of(Metric::TotalStorage).reading->limits.staleAfter, 60'000ms);
    }

    void aLevelThatThisProgramDoesNotKnowIsUnknown()
    {
        const ManualClock clock;
        auto json = jsonOf(fullSnapshot(clock));
        json.replace("\"level\":\"GREEN\"", "\"level\":\"TURQUOISE\"");
        const auto read = readSnapshot(json, here());
        QVERIFY(read);
        QVERIFY(read->snapshot.of(Metric::ConcurrentWrites).level == Level::Unknown);
        QVERIFY(read->snapshot.worst == Level::Unknown);
    }

    void aWithdrawnSnapshotKeepsItsValuesAndNoneOfItsColours()
    {
        const ManualClock clock;
        const auto sent = fullSnapshot(clock);
        const auto gone = withdrawn(sent, "no answer");
        for (const auto& row : catalog()) {
            const auto& state = gone->of(row.metric);
            QVERIFY(state.level == Level::Unknown);
            QVERIFY(state.freshness >= Freshness::Stale);
            QVERIFY(state.lastKnownLevel == sent.of(row.metric).lastKnownLevel);
            QCOMPARE(state.reading.has_value(), sent.of(row.metric).reading.has_value());
        }
        QVERIFY(gone->worst == Level::Unknown);
        QCOMPARE(gone->source.problem, std::string("no answer"));
    }
};

QTEST_APPLESS_MAIN(RemoteSnapshotReaderTest)
#include "remote_snapshot_reader_test.moc"
