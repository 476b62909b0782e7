// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
//
// A depository with Headroom in its write path: one header, any number of threads, no locks. Each
// write asks the gate, and what the gate answers is what the client of the depository gets.
#include "monitor_core/recorder.h"

#include <cstdio>
#include <string>
#include <thread>
#include <vector>

namespace {

/// Stands in for a depository's own way to store an artifact; HTTP status for its client.
int store(headroom::Recorder& recorder, const std::string& artifact)
{
    const headroom::Bytes size { static_cast<std::int64_t>(artifact.size()) };
    auto write = recorder.beginWrite(size);
    switch (write.admission()) {
    case headroom::Admission::Admitted:
        break;  // now store it; leaving early, by return or throw, counts a failed write
    case headroom::Admission::Paused:
        return 429;
    case headroom::Admission::Halted:
        return 503;
    case headroom::Admission::TooLarge:
        return 413;
    }
    write.complete(size);  // counted with its size and duration; the place is free again
    return 201;
}

}  // namespace

int main()
{
    const headroom::SystemClock clock;
    headroom::Recorder recorder(headroom::GateSettings {}, headroom::WindowSettings {}, clock);
    {
        std::vector<std::jthread> clients;
        for (int n = 0; n < 4; ++n) {
            clients.emplace_back([&recorder] {
                for (int artifact = 0; artifact < 1000; ++artifact) {
                    store(recorder, "an artifact");
                    const auto query = recorder.beginRead();  // timed until its end
                }
            });
        }
    }
    const auto reading = recorder.drain();  // what the monitor does every 50 ms
    std::printf("%llu writes, %d in flight, %llu queries\n",
        static_cast<unsigned long long>(reading.completedWritesTotal), reading.writesInFlight,
        static_cast<unsigned long long>(reading.queries.sampleCount));
    return reading.completedWritesTotal == 4000 && reading.writesInFlight == 0 ? 0 : 1;
}
