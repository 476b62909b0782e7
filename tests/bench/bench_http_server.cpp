// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A service with three routes and nothing behind them, for bench_http.sh: what the transport alone
// can do. Prints "headroomd: listening on http://127.0.0.1:PORT" as headroomd does, and ends with
// SIGTERM.
#include "monitor_core/api/http_service.h"

#include <poll.h>
#include <signal.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <charconv>
#include <chrono>
#include <cstdio>
#include <mutex>
#include <thread>

namespace headroom::api {
namespace {

constexpr std::size_t kBodyBytes = 1500;  ///< about a scale-status

/// A heartbeat ten times a second.
class Heartbeats final : public EventSource {
public:
    std::vector<EventFrame> greeting(std::string_view /*lastEventId*/) override
    {
        return { std::make_shared<const std::string>("event: hello\ndata: {}\n\n") };
    }
    void listen(std::function<void(EventFrame)> onEvent) override
    {
        const std::scoped_lock lock(guard_);
        onEvent_ = std::move(onEvent);
    }
    void beat()
    {
        const auto frame = std::make_shared<const std::string>("id: " + std::to_string(++sequence_)
            + "\nevent: snapshot\ndata: " + std::string(2000, 'x') + "\n\n");
        const std::scoped_lock lock(guard_);
        if (onEvent_) {
            onEvent_(frame);
        }
    }

private:
    std::mutex guard_;
    std::function<void(EventFrame)> onEvent_;
    std::uint64_t sequence_ = 0;
};

RouteTable routes(std::shared_ptr<const std::string> body)
{
    const auto fixed = [body](const Request&, const Reply& reply) {
        Response response;
        response.body = body;
        reply(std::move(response));
    };
    const auto latency = [](const Request& request, const Reply& reply) {
        const auto given = request.parameter("latency_ms").value_or("");
        double value = 0;
        const auto read = std::from_chars(given.data(), given.data() + given.size(), value);
        reply(read.ec == std::errc() ? Response::json(200,
                  R"({"success":true,"latency_ms":)" + std::string(given)
                      + R"(,"recorded_at":"2026-08-03T10:03:53.000Z"})")
                                     : errorResponse(422, "latency_ms"));
    };
    Route events { Method::Get, "/api/v1/events", Role::Read, {}, "", {}, "", "" };
    events.isEventStream = true;
    return RouteTable({ { Method::Get, "/metrics/scale-status", Role::Read, fixed, "", {}, "", "" },
        { Method::Post, "/metrics/record-query-latency", Role::Ingest, latency, "", {}, "", "" },
        { Method::Get, "/health", Role::Nobody, fixed, "", {}, "", "" }, events });
}

int run()
{
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGINT);
    pthread_sigmask(SIG_BLOCK, &ends, nullptr);

    const SystemClock clock;
    const auto table = routes(std::make_shared<const std::string>(kBodyBytes, 'x'));
    AccessControl access({}, clock);
    Heartbeats events;
    HttpSettings settings;
    settings.port = 0;
    settings.maxConnections = 4096;
    settings.maxConnectionsPerAddress = 4096;
    HttpService service(settings, table, access, &events, clock);
    if (const auto started = service.start(); !started) {
        std::fprintf(stderr, "%s\n", started.error().text().c_str());
        return 1;
    }
    std::printf("headroomd: listening on http://127.0.0.1:%u\n", unsigned { service.port() });
    std::fflush(stdout);
    std::jthread beats([&](const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            events.beat();
        }
    });
    pollfd ended { signalfd(-1, &ends, SFD_CLOEXEC), POLLIN, 0 };
    poll(&ended, 1, -1);
    service.stop();
    for (const auto& line : service.counters().lines) {
        std::printf("%s %g\n", line.name.c_str(), line.value);
    }
    return 0;
}

}  // namespace
}  // namespace headroom::api

int main() { return headroom::api::run(); }
