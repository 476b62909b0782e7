// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/sources/postgres_source.h"
#include "tests/support/manual_clock.h"
#include "tests/support/postgres_server.h"

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string>

namespace headroom {

/// One server for the tests of a process; each test has tables of its own.
inline PostgresServer& server()
{
    static PostgresServer theOne("shared_preload_libraries = 'pg_stat_statements'\n");
    return theOne;
}

struct Postgres : testing::Test {
    static void SetUpTestSuite()
    {
        ASSERT_TRUE(PostgresServer::isInstalled())
            << "apt-get install postgresql-15, as test.sh does";
    }

    std::unique_ptr<PostgresSource> sourceOf(
        const std::string& conninfo, PostgresSource::Options options = {})
    {
        const auto settings = postgresSettings(conninfo);
        EXPECT_TRUE(settings) << settings.error().text();
        return std::make_unique<PostgresSource>(*settings, gigabytes(1000), clock, options);
    }
    std::optional<double> valueOf(const Result<Readings>& readings, Metric metric)
    {
        if (!readings) {
            return std::nullopt;
        }
        const auto& slot = readings->slots[indexOf(metric)];
        return slot ? std::optional(slot->value) : std::nullopt;
    }
    std::string whyNot(const Result<Readings>& readings, Metric metric)
    {
        return readings ? readings->whyMissing[indexOf(metric)] : readings.error().text();
    }
    std::string noteOn(const Result<Readings>& readings, Metric metric)
    {
        return readings ? readings->notes[indexOf(metric)] : readings.error().text();
    }
    static double number(const std::string& text) { return std::stod(text); }

    ManualClock clock;
};

}  // namespace headroom
