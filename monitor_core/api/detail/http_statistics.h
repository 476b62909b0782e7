// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/api/http_service.h"
#include "monitor_core/api/routes.h"

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace headroom::api::detail {

/// What /metrics says of the service. Any thread. Bounded: the labels are routes, methods, classes
/// of status and words of ours, nothing that a client can choose.
class HttpStatistics {
public:
    /// `table` outlives it.
    explicit HttpStatistics(const RouteTable& table);

    /// `route` is the row's number, or the number of rows when none fits.
    void answered(std::size_t route, Method method, int status, std::chrono::nanoseconds took);
    /// `reason` is a literal.
    void refused(std::string_view reason);

    struct Gauges {
        std::atomic<std::int64_t> connections { 0 };
        std::atomic<std::int64_t> eventClients { 0 };
    };
    struct Totals {
        std::atomic<std::uint64_t> accepted { 0 };
        std::atomic<std::uint64_t> acceptFailures { 0 };
        std::atomic<std::uint64_t> receivedBytes { 0 };
        std::atomic<std::uint64_t> sentBytes { 0 };
        std::atomic<std::uint64_t> eventClientsDropped { 0 };
        std::atomic<std::uint64_t> exceptions { 0 };
        std::atomic<std::uint64_t> laterRefused { 0 };
    };
    Gauges gauges;
    Totals totals;

    [[nodiscard]] HttpCounters counters() const;

private:
    static constexpr std::size_t kMethods = static_cast<std::size_t>(Method::Other) + 1;
    static constexpr std::size_t kClasses = 5;  ///< 1xx to 5xx
    /// Upper bounds in seconds; one more bucket is beyond all.
    static constexpr std::array kBounds { 0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0,
        5.0 };
    static constexpr std::size_t kMaxReasons = 128;
    using Row = std::array<std::atomic<std::uint64_t>, kMethods * kClasses>;

    void appendRequests(HttpCounters& to) const;
    void appendRefusals(HttpCounters& to) const;
    void appendDurations(HttpCounters& to) const;

    const RouteTable& table_;
    std::unique_ptr<Row[]> requests_;
    std::array<std::atomic<std::uint64_t>, kBounds.size() + 1> durations_ {};
    std::atomic<std::uint64_t> durationSum_ { 0 };  ///< nanoseconds
    mutable std::mutex refusalsGuard_;
    std::map<std::string, std::uint64_t, std::less<>> refusals_;
};

}  // namespace headroom::api::detail
