// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/remote_snapshot_reader.h"

#include <algorithm>
#include <memory>

namespace headroom::ui {

namespace {

using std::chrono::milliseconds;

constexpr int kApiMajor = 1;
constexpr double kMostValue = 1e18;
constexpr std::int64_t kMostMilliseconds = std::int64_t { 1'000 } * 86'400 * 366 * 100;
constexpr milliseconds kFreshAtMost { 60'000 };
constexpr int kMostWriters = 1'000'000;
constexpr std::array kLevels { Level::Unknown, Level::Green, Level::Yellow, Level::Orange,
    Level::Red };
constexpr std::array kGateStates { GateState::Open, GateState::Paused, GateState::Halted };

// The wire's words for what has none of its own.
std::string_view toString(Freshness freshness)
{
    static constexpr std::string_view kWords[] = { "LIVE", "LATE", "STALE", "MISSING" };
    return kWords[static_cast<std::size_t>(freshness)];
}
std::string_view toString(Side side) { return side == Side::AtLeast ? "at_least" : "above"; }
std::string_view toString(Basis basis) { return basis == Basis::OfLimit ? "of_limit" : "absolute"; }

/// As JsonFields::word(), for enumerations whose words are only the wire's.
template <typename Enum, std::size_t N>
Enum wireWord(const JsonFields& fields, const char* key, const std::array<Enum, N>& values,
    bool isFirstForUnknown = false)
{
    const auto found = fields.text(key, 20);
    for (const auto candidate : values) {
        if (toString(candidate) == found) {
            return candidate;
        }
    }
    if (!isFirstForUnknown) {
        fields.note(key, QStringLiteral("is no word that is known here"));
    }
    return values[0];
}

std::optional<Reading> readReading(const JsonFields& metric, ReceivedAt received)
{
    const auto fields = metric.objectOrNull("reading");
    if (!fields) {
        return std::nullopt;
    }
    Reading reading;
    reading.value = fields->number("value", 0, kMostValue);
    // A source may measure while the snapshot is being made; it is not from the future for that.
    const milliseconds age(std::max<std::int64_t>(
        0, fields->integer("age_ms", -kMostMilliseconds, kMostMilliseconds)));
    reading.measuredAt = received.steady - age;
    reading.measuredAtUtc = received.utc - age;
    const auto limit = [&](const char* key) {
        return std::min(milliseconds(fields->integer(key, 1, kMostMilliseconds)), kFreshAtMost);
    };
    reading.limits = { limit("late_after_ms"), limit("stale_after_ms") };
    reading.limit = fields->numberOrNull("limit", 0, kMostValue);
    return reading;
}

std::optional<Bound> readBound(const JsonFields& thresholds, const char* key)
{
    const auto fields = thresholds.objectOrNull(key);
    if (!fields) {
        return std::nullopt;
    }
    return Bound { fields->number("value", 0, kMostValue),
        wireWord(*fields, "side", std::array { Side::AtLeast, Side::Above }),
        fields->number("hysteresis", 0, kMostValue) };
}

MetricThresholds readThresholds(const JsonFields& fields)
{
    return { wireWord(fields, "basis", std::array { Basis::Absolute, Basis::OfLimit }),
        readBound(fields, "yellow"), readBound(fields, "orange"), readBound(fields, "red"),
        milliseconds(fields.integer("hold_ms", 0, kMostMilliseconds)) };
}

MetricState readMetric(const JsonFields& fields, ReceivedAt received)
{
    MetricState state;
    state.reading = readReading(fields, received);
    state.freshness = wireWord(fields, "freshness",
        std::array { Freshness::Missing, Freshness::Live, Freshness::Late, Freshness::Stale },
        true);
    state.level = fields.word("level", kLevels);
    state.lastKnownLevel = fields.word("last_known_level", kLevels);
    state.limit = fields.number("limit", 0, kMostValue);
    state.thresholds = readThresholds(fields.object("thresholds"));
    state.whyMissing = fields.text("why_missing");
    // From here on: what the first minor version did not have.
    state.note = fields.has("note") ? fields.text("note") : std::string();
    state.isEstimate = fields.has("is_estimate") && fields.flag("is_estimate");
    // A level without a fresh reading would be a colour for nothing.
    if (!state.reading) {
        state.freshness = Freshness::Missing;
    }
    if (state.freshness == Freshness::Stale || state.freshness == Freshness::Missing) {
        state.level = Level::Unknown;
    }
    return state;
}

LatencySummary readLatency(const JsonFields& fields)
{
    const auto ms = [&](const char* key) { return fields.numberOrNull(key, 0, kMostValue); };
    return { ms("p50_ms"), ms("p99_ms"), ms("p999_ms"), ms("min_ms"), ms("max_ms"),
        fields.count("sample_count"), fields.count("overflow_count") };
}

GateSummary readGate(const JsonFields& fields)
{
    GateSummary gate;
    const auto writers
        = [&](const char* key) { return static_cast<int>(fields.integer(key, 0, kMostWriters)); };
    gate.state = fields.knownWord("state", kGateStates);
    gate.inFlight = writers("in_flight");
    gate.pauseAt = writers("pause_at");
    gate.resumeBelow = writers("resume_below");
    gate.haltAt = Ratio { fields.number("halt_at_ratio", 0, 100) };
    gate.resumeStorageBelow = Ratio { fields.number("resume_storage_below_ratio", 0, 100) };
    gate.failClosed = fields.flag("fail_closed");
    gate.storageUnknown = fields.flag("storage_unknown");
    gate.since = fields.time("since");
    gate.admittedTotal = fields.count("admitted_total");
    gate.refusedPausedTotal = fields.count("refused_paused_total");
    gate.refusedHaltedTotal = fields.count("refused_halted_total");
    gate.refusedTooLargeTotal = fields.count("refused_too_large_total");
    gate.expiredLeasesTotal = fields.count("expired_leases_total");
    gate.auditProblem = fields.text("audit_problem");
    return gate;
}

std::vector<StorageMark> readMarks(const JsonFields& source)
{
    constexpr qsizetype kMostMarks = 20;
    constexpr int kLongestLabel = 16;
    std::vector<StorageMark> marks;
    if (!source.has("storage_marks")) {
        return marks;
    }
    for (const auto& fields : source.objects("storage_marks", kMostMarks)) {
        marks.push_back({ fields.number("at_ratio", 0, 1), fields.text("text"),
            fields.has("label") ? fields.text("label", kLongestLabel) : std::string() });
    }
    return marks;
}

SourceSummary readSource(const JsonFields& fields)
{
    SourceSummary source;
    source.name = fields.text("name", 200);
    source.problem = fields.text("problem");
    if (const auto workload = fields.objectOrNull("workload")) {
        WorkloadSettings settings;
        settings.writers = static_cast<int>(workload->integer("writers", 0, 500));
        settings.writeRate = PerSecond { workload->number("writes_per_second", 0, 10'000) };
        settings.maxArtifactSize
            = Bytes { workload->integer("max_artifact_bytes", 1, megabytes(600).count) };
        settings.storageLimit = Bytes { workload->integer(
            "storage_limit_bytes", kilobytes(64).count, gigabytes(1'000'000).count) };
        settings.queryRate = PerSecond { workload->number("queries_per_second", 0, 10'000) };
        settings.deleteOldest = workload->flag("delete_oldest");
        settings.keepBelow = Ratio { workload->number("keep_below_ratio", 0, 1) };
        source.workload = settings;
    }
    source.storageMarks = readMarks(fields);
    source.isGatedElsewhere = fields.has("is_gated_elsewhere") && fields.flag("is_gated_elsewhere");
    return source;
}

AuditSummary readAudit(const JsonFields& fields)
{
    return { fields.flag("is_known"), fields.flag("is_broken"), fields.count("first_bad_sequence"),
        fields.text("why"), fields.count("records"), fields.timeOrNull("oldest"),
        fields.text("head", 200) };
}

/// Empty when this program can read what the service speaks.
Result<void> checkVersion(const JsonFields& service, const JsonFault& fault)
{
    const auto version = QString::fromStdString(service.text("api_version", 20));
    bool isNumber = false;
    const int major = version.section(QLatin1Char('.'), 0, 0).toInt(&isNumber);
    if (fault.isThere() || !isNumber) {
        return fault.isThere()
            ? fault.error()
            : Error { ErrorCode::Damaged,
                  "sends unreadable data: service.api_version is no version", {} };
    }
    if (major != kApiMajor) {
        return Error { ErrorCode::Unsupported,
            (QStringLiteral("speaks version %1 of the interface and this program version %2; %3")
                    .arg(version)
                    .arg(kApiMajor)
                    .arg(major > kApiMajor ? QStringLiteral("update the dashboard")
                                           : QStringLiteral("update the service")))
                .toStdString(),
            {} };
    }
    return {};
}

}  // namespace

Result<RemoteSnapshot> readSnapshot(const QByteArray& json, ReceivedAt received)
{
    const auto object = objectFrom(json);
    return object ? readSnapshot(*object, received) : Result<RemoteSnapshot>(object.error());
}

Result<RemoteSnapshot> readSnapshot(const QJsonObject& json, ReceivedAt received)
{
    JsonFault fault;
    const JsonFields fields(json, {}, fault);
    const auto service = fields.object("service");
    if (const auto version = checkVersion(service, fault); !version) {
        return version.error();
    }
    RemoteSnapshot read;
    read.instance = service.identifier("instance");
    read.programVersion = service.text("program_version", 40);
    read.remoteAt = fields.time("at");
    auto& snapshot = read.snapshot;
    snapshot.sequence = fields.count("sequence");
    snapshot.at = received.steady;
    snapshot.atUtc = received.utc;
    const auto metrics = fields.object("metrics");
    for (const auto& row : catalog()) {
        snapshot.of(row.metric)
            = readMetric(metrics.object(std::string(row.key).c_str()), received);
    }
    snapshot.worst = worstOf(snapshot);
    snapshot.latency = readLatency(fields.object("latency"));
    snapshot.gate = readGate(fields.object("gate"));
    snapshot.concurrentReads
        = static_cast<int>(fields.integer("concurrent_reads", 0, kMostWriters));
    snapshot.largestArtifactEverBytes = fields.number("largest_artifact_ever_bytes", 0, kMostValue);
    snapshot.source = readSource(fields.object("source"));
    snapshot.audit = readAudit(fields.object("audit"));
    snapshot.thresholdsVersion = fields.count("thresholds_version");
    snapshot.thresholdsProblem = fields.text("thresholds_problem");
    snapshot.recordsProblem = fields.text("records_problem");
    if (fault.isThere()) {
        return fault.error();
    }
    return read;
}

SnapshotPtr withdrawn(const Snapshot& snapshot, const std::string& why)
{
    auto copy = std::make_shared<Snapshot>(snapshot);
    for (auto& state : copy->metrics) {
        state.level = Level::Unknown;
        state.freshness = state.reading ? Freshness::Stale : Freshness::Missing;
    }
    copy->worst = Level::Unknown;
    copy->gate.storageUnknown = true;
    copy->audit.isKnown = false;
    copy->source.problem = why;
    return copy;
}

SnapshotPtr late(const Snapshot& snapshot)
{
    auto copy = std::make_shared<Snapshot>(snapshot);
    for (auto& state : copy->metrics) {
        if (state.freshness == Freshness::Live) {
            state.freshness = Freshness::Late;
        }
    }
    return copy;
}

void distrustAudit(Snapshot& snapshot, const std::string& why)
{
    snapshot.audit.isBroken = true;
    snapshot.audit.why = why;
    auto& state = snapshot.of(Metric::AuditRetention);
    if (!state.reading) {
        state.reading = Reading { 0, snapshot.at, snapshot.atUtc, {}, {} };
    }
    state.reading->value = 1;
    state.freshness = std::min(state.freshness, Freshness::Late);
    state.level = Level::Red;
    state.lastKnownLevel = Level::Red;
    state.whyMissing.clear();
    snapshot.worst = worstOf(snapshot);
}

}  // namespace headroom::ui
