// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/simulation/scenario_text.h"
#include "tests/monitor_core/simulation/simulation_fixture.h"

#include <gtest/gtest.h>

namespace headroom {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::nanoseconds;
using std::chrono::seconds;

const double kLimit = gb(1000);

std::string faultsOf(const char* text)
{
    const auto scenario = scenarioFromText(text, kLimit);
    return scenario ? std::string() : scenario.error().message;
}

TEST(ScenarioText, readsRampsTimesAndUnits)
{
    const auto scenario = scenarioFromText("# a bad night\n"
                                           "at 0 storage 99 % in 1h30m\n"
                                           "\n"
                                           "  at 10m writers 130 in 60s   # storm\r\n"
                                           "at 1d throughput 640/s\n"
                                           "at 2h latency 1.5 s in 10min",
        kLimit);
    ASSERT_TRUE(scenario) << scenario.error().message;
    const std::vector<Ramp> expected {
        { Metric::TotalStorage, seconds(0), minutes(90), gb(990) },
        { Metric::ConcurrentWrites, minutes(10), seconds(60), 130 },
        { Metric::WriteThroughput, hours(24), seconds(0), 640 },
        { Metric::QueryResponse, hours(2), minutes(10), 1500 },
    };
    EXPECT_EQ(scenario->ramps, expected);
    EXPECT_EQ(scenario->length, hours(30));
}

TEST(ScenarioText, namesEveryFaultWithItsLineAndWhatWouldBeRight)
{
    EXPECT_EQ(faultsOf("at 10m writers 130 in 60s\nat soon storage 990GB\nat 1h disk 5\n"
                       "at 1h latency 650\nat 1h writers 1.5\nlater"),
        "line 2: \"soon\" is no time from 0 to 30d; write 90s, 10m, 1h30m or 2d\n"
        "line 3: \"disk\" cannot be simulated; write storage, writers, throughput or latency\n"
        "line 4: \"650\" is no value for latency; write a number with ms or s, as 650ms\n"
        "line 5: \"1.5\" is no value for writers; write a whole number of writers from 0 to 10000\n"
        "line 6: write \"at TIME WHAT VALUE [in DURATION]\", as \"at 10m writers 130 in 60s\"");
}

TEST(ScenarioText, refusesWhatCouldNotBePlayed)
{
    for (const char* text : { "at 31d writers 5", "at -1h writers 5", "at 1h writers -5",
             "at 1h writers nan", "at 1h storage 1e9GB", "at 1h storage infGB",
             "at 1h writers 5 in", "at 1h writers 5 in 1h 2h", "at 1h latency 9999999999s",
             "at h writers 5", "at 1 writers 5", "at 1h storage 990", "at 1h throughput 5/h", "",
             "# only a remark" }) {
        EXPECT_NE(faultsOf(text), "") << text;
    }
    std::string many;
    for (int i = 0; i < 201; ++i) {
        many += "at 1s writers 5\n";
    }
    EXPECT_EQ(faultsOf(many.c_str()), "the script has more than 200 lines");
    EXPECT_NE(faultsOf(std::string(20'001, 'x').c_str()), "");
}

TEST(ScenarioText, aRampThatBeginsEndsTheOneBefore)
{
    const auto scenario
        = scenarioFromText("at 0 latency 1042 ms in 10m\nat 5m latency 42 ms in 1m", kLimit);
    ASSERT_TRUE(scenario);
    const Simulation simulation(certifiedSetup(calmLoad(), *scenario));
    EXPECT_NEAR(simulation.loadAt(minutes(5)).latencyMs, 542, 1e-6);
    EXPECT_EQ(simulation.loadAt(minutes(6)).latencyMs, 42);
    EXPECT_EQ(simulation.loadAt(minutes(10)).latencyMs, 42);
}

}  // namespace
}  // namespace headroom
