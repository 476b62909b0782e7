// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/recorder.h"
#include "tests/support/wait_until.h"

#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>

namespace headroom {
namespace {

using namespace std::chrono_literals;

/// What the child says: writes in flight and expired leases before it was stopped and after.
using Report = std::array<int, 4>;

[[noreturn]] void liveAsChild(int orders, int answers)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    const SystemClock clock;
    Recorder recorder(GateSettings {}, WindowSettings {}, clock);
    const auto ticket = recorder.beginWriteWithToken(megabytes(1), 500ms);
    Report report {};
    const auto look = [&](std::size_t at) {
        const auto reading = recorder.drain();
        report[at] = reading.writesInFlight;
        report[at + 1] = static_cast<int>(reading.gate.expiredLeasesTotal);
    };
    look(0);
    char byte = 'r';
    bool isGood = ::write(answers, &byte, 1) == 1 && ::read(orders, &byte, 1) == 1;
    look(2);
    isGood = isGood && recorder.endWrite(ticket.token, megabytes(1)).has_value()
        && recorder.drain().writesInFlight == 0
        && ::write(answers, report.data(), sizeof report) == sizeof report;
    ::_exit(isGood ? 0 : 1);
}

TEST(StoppedProcess, findsItsLeasesExpiredWhenItGoesOnAndNoneCountedTwice)
{
    std::array<int, 2> orders {};
    std::array<int, 2> answers {};
    ASSERT_EQ(::pipe(orders.data()), 0);
    ASSERT_EQ(::pipe(answers.data()), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        liveAsChild(orders[0], answers[1]);
    }
    ASSERT_GT(child, 0);
    char byte = 0;
    ASSERT_EQ(::read(answers[0], &byte, 1), 1);
    const SystemClock clock;
    const auto stoppedAt = clock.steadyNow();
    int status = 0;
    ASSERT_EQ(::kill(child, SIGSTOP), 0);
    ASSERT_EQ(::waitpid(child, &status, WUNTRACED), child);
    ASSERT_TRUE(WIFSTOPPED(status));
    ASSERT_TRUE(waitUntil([&] { return clock.steadyNow() - stoppedAt > 500ms; }));
    ASSERT_EQ(::kill(child, SIGCONT), 0);
    ASSERT_EQ(::write(orders[1], &byte, 1), 1);
    Report report {};
    ASSERT_EQ(
        ::read(answers[0], report.data(), sizeof report), static_cast<ssize_t>(sizeof report));
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_EQ(WEXITSTATUS(status), 0);
    EXPECT_EQ(report[2], 0) << "in flight after it";
    EXPECT_EQ(report[3], 1) << "expired after it";
    for (const int fd : { orders[0], orders[1], answers[0], answers[1] }) {
        ::close(fd);
    }
}

}  // namespace
}  // namespace headroom
