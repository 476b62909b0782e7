// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/monitor_core/recorder_fixture.h"

#include <random>
#include <vector>

namespace headroom {
namespace {

using namespace std::chrono_literals;
using RecorderLeases = RecorderTest;

TEST_F(RecorderLeases, endsALeaseOnce)
{
    const WriteTicket ticket = recorder.beginWriteWithToken(kilobytes(1), 60s);
    ASSERT_EQ(ticket.admission, Admission::Admitted);
    EXPECT_EQ(tick().writesInFlight, 1);
    EXPECT_TRUE(recorder.endWrite(ticket.token, kilobytes(2)).has_value());
    EXPECT_TRUE(recorder.endWrite(ticket.token, kilobytes(2)).has_value()) << "a no-op";
    const Recorder::Reading reading = tick();
    EXPECT_EQ(reading.writesInFlight, 0);
    EXPECT_EQ(reading.completedWritesTotal, 1U);
    EXPECT_EQ(reading.largestArtifactEver, kilobytes(2));
    const Result<void> unknown = recorder.endWrite(ticket.token + 12345, {});
    ASSERT_FALSE(unknown.has_value());
    EXPECT_EQ(unknown.error().code, ErrorCode::NotFound);
}

TEST_F(RecorderLeases, endsALeaseByItselfAtTheTickItPromised)
{
    const WriteTicket ticket = recorder.beginWriteWithToken({}, 2s);
    EXPECT_EQ(tick(2s - 1ns).writesInFlight, 1);
    const Recorder::Reading reading = tick(1ns);
    EXPECT_EQ(reading.writesInFlight, 0);
    EXPECT_EQ(reading.gate.expiredLeasesTotal, 1U);
    EXPECT_EQ(reading.failedWritesTotal, 1U);
    EXPECT_TRUE(reading.somethingHappened);
    EXPECT_EQ(recorder.renewWrite(ticket.token, 2s).error().code, ErrorCode::NotFound);
    EXPECT_TRUE(recorder.endWrite(ticket.token, kilobytes(1)).has_value());
    EXPECT_EQ(tick().completedWritesTotal, 0U);
    EXPECT_EQ(tick().writesInFlight, 0) << "never below";
}

TEST_F(RecorderLeases, takesTheSettingsTimeToLiveWhenGivenNoneAndADayAtMost)
{
    (void)recorder.beginWriteWithToken({}, 0ms);
    (void)recorder.beginWriteWithToken({}, std::chrono::milliseconds::max());
    EXPECT_EQ(tick(60s - 1ns).writesInFlight, 2);
    EXPECT_EQ(tick(1ns).writesInFlight, 1);
    EXPECT_EQ(tick(24h).writesInFlight, 0);
}

TEST_F(RecorderLeases, returnsToZeroWithinTheirTimeToLiveWhenClientsDieAtRandom)
{
    std::mt19937 random { 7 };
    std::vector<std::uint64_t> alive;
    std::uint64_t admitted = 0;
    for (int i = 0; i < 100'000; ++i) {
        const WriteTicket ticket = recorder.beginWriteWithToken({}, 10s);
        if (ticket.admission == Admission::Admitted) {
            ++admitted;
            alive.push_back(ticket.token);
        }
        if (random() % 3 == 0 && !alive.empty()) {
            std::swap(alive[random() % alive.size()], alive.back());
            if (random() % 2 == 0) {  // ends as it should; otherwise it dies and says nothing
                EXPECT_TRUE(recorder.endWrite(alive.back(), kilobytes(1)).has_value());
            }
            alive.pop_back();
        }
        if (random() % 8 == 0) {
            const Recorder::Reading reading = tick();
            ASSERT_GE(reading.writesInFlight, 0);
            ASSERT_LE(reading.peakWritesInFlight, 100);
        }
    }
    const Recorder::Reading reading = tick(10s);
    EXPECT_EQ(reading.writesInFlight, 0);
    EXPECT_GT(reading.gate.expiredLeasesTotal, 100U);
    EXPECT_EQ(reading.completedWritesTotal + reading.failedWritesTotal, admitted);
    EXPECT_EQ(reading.gate.admittedTotal, admitted);
}

}  // namespace
}  // namespace headroom
