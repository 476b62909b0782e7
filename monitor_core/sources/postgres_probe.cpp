// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/sources/postgres_probe.h"

#include "monitor_core/base/units.h"
#include "monitor_core/sources/postgres_source.h"

#include <chrono>
#include <thread>

namespace headroom {

namespace {

using namespace std::chrono_literals;

constexpr auto kBetweenLooks = 1050ms;  ///< a rate is known after a second

/// False when somebody does not want to know any more.
bool waitBetweenLooks(const std::function<bool()>& isCancelled)
{
    const auto end = std::chrono::steady_clock::now() + kBetweenLooks;
    while (std::chrono::steady_clock::now() < end) {
        if (isCancelled && isCancelled()) {
            return false;
        }
        std::this_thread::sleep_for(25ms);
    }
    return true;
}

std::vector<std::string> adviceOn(const PostgresFacts& facts, const PostgresSettings& settings)
{
    std::vector<std::string> advice;
    if (facts.isSuperuser) {
        advice.emplace_back("the role " + facts.role
            + " is a superuser; make one that may only read (docs/postgresql.md)");
    } else if (!facts.isReadOnlyByDefault) {
        advice.emplace_back("ALTER ROLE " + plainLine(quotedName(facts.role))
            + " SET default_transaction_read_only = on");
    }
    if (!facts.maySeeAll) {
        advice.emplace_back("GRANT pg_read_all_stats TO " + plainLine(quotedName(facts.role))
            + ": else writers and the latency of statements are not known");
    }
    if (facts.statementsSchema.empty()) {
        advice.emplace_back("CREATE EXTENSION pg_stat_statements: else latency is that of a probe "
                            "query alone");
    }
    if (settings.table.empty()) {
        advice.emplace_back(
            "say with headroom_table and headroom_size where the artifacts are, to have them "
            "counted");
    }
    constexpr int kOldest = 130'000;
    if (facts.version < kOldest) {
        advice.emplace_back("PostgreSQL " + facts.versionText
            + " is older than 13, the oldest "
              "that was tried");
    }
    return advice;
}

}  // namespace

Result<PostgresProbe> probePostgres(
    std::string_view conninfo, const std::function<bool()>& isCancelled)
{
    const auto settings = postgresSettings(conninfo);
    if (!settings) {
        return settings.error();
    }
    const SystemClock clock;
    PostgresSource source(*settings, gigabytes(1000), clock);
    auto readings = source.collect();
    if (readings && waitBetweenLooks(isCancelled)) {
        readings = source.collect();
    }
    if (!readings) {
        return readings.error();
    }
    if (!source.facts()) {
        return Error { ErrorCode::Unavailable, readings->problem, {} };
    }
    PostgresProbe probe;
    probe.name = source.name();
    probe.facts = *source.facts();
    for (std::size_t i = 0; i < kMetricCount; ++i) {
        const bool isMeasured = readings->slots[i].has_value();
        probe.coverage[i]
            = { isMeasured, isMeasured ? readings->notes[i] : readings->whyMissing[i] };
    }
    probe.advice = adviceOn(probe.facts, *settings);
    return probe;
}

}  // namespace headroom
