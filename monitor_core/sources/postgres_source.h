// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/units.h"
#include "monitor_core/metrics/latency_window.h"
#include "monitor_core/metrics/rate_window.h"
#include "monitor_core/sources/postgres_looks.h"
#include "monitor_core/sources/source.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace headroom {

/// What of a database is measured.
enum class PostgresMeasures : std::uint8_t {
    Everything,
    Stored,  ///< storage and artifacts alone: writes and queries are told by those who make them
};

/// A depository that is a PostgreSQL database, read where it is with one connection and a role that
/// may only read. docs/postgresql.md says what each reading is.
///
/// One collect() is two short queries (pg_stat_*, the probe), and every 5, 10 and 20 s one more for
/// pg_stat_statements, the storage, and the artifacts, none of which scans what the planner calls
/// large; each is ended by its time limit. Without an answer it is an error, the readings grow
/// stale, and it is tried again after 1 s, then 2 s, up to 30 s.
class PostgresSource final : public Source {
public:
    struct Options {
        PostgresMeasures measures = PostgresMeasures::Everything;
        std::vector<StorageMark> storageMarks {};
    };

    /// `clock` outlives the source. `certifiedLimit` is the storage's where the settings say none.
    PostgresSource(
        PostgresSettings settings, Bytes certifiedLimit, const Clock& clock, Options options);
    PostgresSource(PostgresSettings settings, Bytes certifiedLimit, const Clock& clock)
        : PostgresSource(std::move(settings), certifiedLimit, clock, Options())
    {
    }

    [[nodiscard]] std::string name() const override { return name_; }
    [[nodiscard]] std::chrono::milliseconds interval() const override
    {
        return std::chrono::seconds(1);
    }
    Result<Readings> collect() override;
    Result<void> start() override;
    void stop() override;

    /// What the last connection was to; the thread of collect().
    [[nodiscard]] const std::optional<PostgresFacts>& facts() const { return facts_; }

private:
    /// What is known of one metric, and how long that holds.
    struct Slot {
        std::optional<Reading> reading;
        std::string why = "not measured by this source";
        std::string note;
        bool isEstimate = false;
    };
    /// When a look is due that is not taken each second.
    struct Rhythm {
        std::chrono::seconds every;
        std::optional<SteadyTime> last {};
        bool takeTurn(SteadyTime now);
    };

    Result<void> connect();
    Error failed(const std::string& why);
    void lookAtServer();
    void lookAtWrites();
    void lookAtQueries();
    void lookAtSize();
    void lookAtArtifacts();
    void noteRows(const PostgresActivity& activity);
    void setLatency();
    void set(Metric metric, double value, FreshnessLimits limits, std::string note = {},
        bool isEstimate = false);
    void miss(Metric metric, const std::string& why);
    [[nodiscard]] Slot& slot(Metric metric) { return slots_[indexOf(metric)]; }
    [[nodiscard]] Readings readings() const;

    PostgresSettings settings_;
    std::string name_;
    Bytes limit_;
    const Clock& clock_;
    Options options_;
    PostgresConnection connection_;

    // Of the connection.
    std::optional<PostgresFacts> facts_;
    std::optional<PostgresTable> table_;
    std::string whyNoTable_;
    std::optional<SteadyTime> nextTry_;
    std::chrono::seconds backOff_ { 0 };
    std::string problem_;  ///< what the last collect() failed with, or found wrong

    Rhythm facts60_ { std::chrono::seconds(60) };
    Rhythm statements5_ { std::chrono::seconds(5) };
    Rhythm storage10_ { std::chrono::seconds(10) };
    Rhythm artifacts20_ { std::chrono::seconds(20) };

    std::array<Slot, kMetricCount> slots_;
    std::optional<double> largest_;
    PostgresStatements statements_;
    std::string statementsNote_;
    bool isLatencyEstimate_ = false;
    std::string whyNoProbe_;
    LatencyWindow latencies_ { std::chrono::seconds(60) };
    std::optional<RateWindow> rate_;
    std::uint64_t rowsAtBegin_ = 0;
    std::uint64_t rowsLast_ = 0;
    std::string reset_;
    std::optional<SteadyTime> rateSince_;
};

}  // namespace headroom
