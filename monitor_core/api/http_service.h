// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/api/access.h"
#include "monitor_core/api/events.h"
#include "monitor_core/api/routes.h"
#include "monitor_core/base/clock.h"
#include "monitor_core/base/result.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace headroom::api {

/// Limits and absolute deadlines of the service.
struct HttpSettings {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8000;  ///< 0: any free one
    std::string tlsCertificateFile;  ///< PEM; empty: plain
    std::string tlsKeyFile;
    std::size_t maxConnections = 1024;
    std::size_t maxConnectionsPerAddress = 64;
    std::size_t maxRequestsPerConnection = 100'000;
    std::chrono::milliseconds headerWithin { 5'000 };
    std::chrono::milliseconds bodyWithin { 10'000 };
    std::chrono::milliseconds writeWithin { 10'000 };
    std::chrono::milliseconds idleWithin { 60'000 };  ///< between two requests of a connection
    std::chrono::milliseconds replyWithin { 15'000 };  ///< for a handler; then 503
    std::chrono::milliseconds stopWithin { 5'000 };  ///< for what is in flight
    std::size_t eventsPerClient = 256;
    std::size_t eventBytesPerClient = 256 * 1024;
};

/// What the service has seen of its clients; for /metrics.
struct HttpCounters {
    /// A sample of the exposition: requests by route, method and status class, refusals by reason,
    /// connections, bytes, durations. Lines of one family follow each other; those of a histogram
    /// are its _bucket (cumulative), _sum and _count.
    struct Line {
        std::string name;
        std::vector<std::pair<std::string, std::string>> labels;
        double value = 0;
        std::string_view type;  ///< "counter", "gauge" or "histogram"
        std::string_view help;
    };
    std::vector<Line> lines;
};

/// Speaks HTTP/1.1 (and TLS) to clients, on a thread of its own: framing, limits, deadlines, who
/// may ask; then the route table. A handler's Request is good while the handler runs; who answers
/// later copies what it needs. Owned by the composition.
class HttpService {
public:
    /// `routes`, `access`, `events` and `clock` outlive the service; `events` may be null.
    HttpService(HttpSettings settings, const RouteTable& routes, AccessControl& access,
        EventSource* events, const Clock& clock);
    ~HttpService();

    /// Binds and listens; then answers. Unavailable with the address when it is in use; the TLS
    /// files' faults by name.
    Result<void> start();
    /// The port that it listens on, after start().
    [[nodiscard]] std::uint16_t port() const;
    /// Takes no more connections, finishes what is in flight within HttpSettings::stopWithin, ends
    /// the event streams. Not from a handler.
    void stop();

    /// Runs `work` on one of the service's two workers; false when 64 wait already, and after
    /// stop(). Any thread.
    bool later(std::function<void()> work);

    /// Any thread.
    [[nodiscard]] HttpCounters counters() const;

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace headroom::api
