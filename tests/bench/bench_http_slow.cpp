// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
// For bench_http.sh: clients that drip their request, clients that never read their events, and
// one healthy client among them. Prints what the healthy one saw and how long the others lived.
//   bench_http_slow PORT SECONDS DRIPPING EVENT_CLIENTS
#include "tests/support/raw_client.h"

#include <poll.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace headroom {
namespace {

using Steady = std::chrono::steady_clock;
using Seconds = std::chrono::duration<double>;

constexpr int kPerAddress = 50;  ///< fewer than the service takes from one address

std::string addressOf(int number)
{
    return "127.0." + std::to_string(1 + number / kPerAddress) + ".1";
}

class SlowClient {
public:
    SlowClient(int number, std::uint16_t port, bool drips)
        : drips_(drips)
    {
        client_.connect(port, addressOf(number).c_str());
        const std::string request = "GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\n\r\n";
        if (!drips) {
            client_.send(request);
        }
    }
    /// Sends its next byte when a second has passed.
    void drip()
    {
        if (drips_ && Steady::now() - dripped_ >= std::chrono::seconds(1)) {
            constexpr std::string_view kRequest
                = "GET /health HTTP/1.1\r\nX-Slow: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
            client_.send(kRequest.substr(sent_++ % kRequest.size(), 1));
            dripped_ = Steady::now();
        }
    }
    /// Nothing is read to find out.
    [[nodiscard]] bool isClosed() const
    {
        pollfd state { client_.socket(), POLLRDHUP, 0 };
        return ::poll(&state, 1, 0) > 0;
    }
    [[nodiscard]] double age() const { return Seconds(Steady::now() - born_).count(); }
    [[nodiscard]] bool drips() const { return drips_; }

private:
    bool drips_;
    RawClient client_ { 4096 };
    Steady::time_point born_ = Steady::now();
    Steady::time_point dripped_;
    std::size_t sent_ = 0;
};

/// Milliseconds of each request of a client that asks 200 times a second.
void askAsHealthy(const std::stop_token& stop, std::uint16_t port, std::vector<double>& latencies)
{
    auto client = RawClient::to(port);
    while (!stop.stop_requested()) {
        const auto begun = Steady::now();
        if (client.ask("GET /metrics/scale-status HTTP/1.1\r\nHost: localhost\r\n\r\n").status
            != 200) {
            latencies.clear();
            return;
        }
        latencies.push_back(Seconds(Steady::now() - begun).count() * 1e3);
        std::this_thread::sleep_until(begun + std::chrono::milliseconds(5));
    }
}

int run(std::uint16_t port, double seconds, int dripping, int events)
{
    std::vector<double> latencies;
    std::jthread healthy([&](const std::stop_token& stop) { askAsHealthy(stop, port, latencies); });
    std::vector<std::optional<SlowClient>> clients;
    for (int i = 0; i < events + dripping; ++i) {
        clients.emplace_back(std::in_place, i, port, i >= events);
    }
    double longestDrip = 0;
    double longestEvents = 0;
    int eventsClosed = 0;
    int dripsClosed = 0;
    const auto end = Steady::now() + Seconds(seconds);
    while (Steady::now() < end) {
        for (int i = 0; i < events + dripping; ++i) {
            auto& client = clients[static_cast<std::size_t>(i)];
            if (!client) {
                continue;
            }
            client->drip();
            if (!client->isClosed()) {
                continue;
            }
            const double age = client->age();
            if (client->drips()) {
                longestDrip = std::max(longestDrip, age);
                ++dripsClosed;
                client.emplace(i, port, true);
            } else {
                longestEvents = std::max(longestEvents, age);
                ++eventsClosed;
                client.reset();
            }
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    healthy.request_stop();
    healthy.join();
    if (latencies.empty()) {
        std::fputs("bench_http_slow: the healthy client was not served\n", stderr);
        return 1;
    }
    std::ranges::sort(latencies);
    std::printf("healthy_requests %zu\nhealthy_p99_ms %.3f\ndrips_closed %d\nlongest_drip_s %.1f\n"
                "event_clients_closed %d\nlongest_event_client_s %.1f\n",
        latencies.size(), latencies[latencies.size() * 99 / 100], dripsClosed, longestDrip,
        eventsClosed, longestEvents);
    return 0;
}

}  // namespace
}  // namespace headroom

int main(int count, char** arguments)
{
    if (count != 5) {
        std::fputs("usage: bench_http_slow PORT SECONDS DRIPPING EVENT_CLIENTS\n", stderr);
        return 2;
    }
    return headroom::run(static_cast<std::uint16_t>(std::atoi(arguments[1])),
        std::atof(arguments[2]), std::atoi(arguments[3]), std::atoi(arguments[4]));
}
