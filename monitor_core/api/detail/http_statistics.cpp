// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/detail/http_statistics.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace headroom::api::detail {

namespace {

using Labels = std::vector<std::pair<std::string, std::string>>;

std::string shortest(double number)
{
    std::array<char, 32> digits {};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    return { digits.data(), end };
}

void append(HttpCounters& to, std::string name, Labels labels, double value, std::string_view type,
    std::string_view help)
{
    to.lines.push_back({ std::move(name), std::move(labels), value, type, help });
}

}  // namespace

HttpStatistics::HttpStatistics(const RouteTable& table)
    : table_(table)
    , requests_(std::make_unique<Row[]>(table.routes().size() + 1))
{
}

void HttpStatistics::answered(
    std::size_t route, Method method, int status, std::chrono::nanoseconds took)
{
    const auto statusClass = static_cast<std::size_t>(std::clamp(status / 100, 1, 5) - 1);
    const std::size_t cell = static_cast<std::size_t>(method) * kClasses + statusClass;
    requests_[route][cell].fetch_add(1, std::memory_order_relaxed);

    took = std::max(took, std::chrono::nanoseconds(0));
    const double seconds = std::chrono::duration<double>(took).count();
    const auto bucket = std::ranges::find_if(kBounds, [&](double bound) {
        return seconds <= bound;
    }) - kBounds.begin();
    durations_[static_cast<std::size_t>(bucket)].fetch_add(1, std::memory_order_relaxed);
    durationSum_.fetch_add(static_cast<std::uint64_t>(took.count()), std::memory_order_relaxed);
}

void HttpStatistics::refused(std::string_view reason)
{
    const std::scoped_lock lock(refusalsGuard_);
    auto found = refusals_.find(reason);
    if (found == refusals_.end()) {
        found = refusals_.emplace(refusals_.size() < kMaxReasons ? reason : "other", 0).first;
    }
    ++found->second;
}

HttpCounters HttpStatistics::counters() const
{
    HttpCounters result;
    appendRequests(result);
    appendRefusals(result);
    appendDurations(result);
    const auto gauge = [&](const char* name, const auto& value, std::string_view help) {
        append(result, name, {}, static_cast<double>(value.load()), "gauge", help);
    };
    gauge("headroom_http_connections", gauges.connections, "Open connections.");
    gauge("headroom_http_event_clients", gauges.eventClients, "Clients of the event stream.");
    const auto counter = [&](const char* name, const auto& value, std::string_view help) {
        append(result, name, {}, static_cast<double>(value.load()), "counter", help);
    };
    counter("headroom_http_connections_accepted_total", totals.accepted, "Connections taken.");
    counter("headroom_http_accept_failures_total", totals.acceptFailures,
        "Connections that the system could not hand over.");
    counter("headroom_http_received_bytes_total", totals.receivedBytes, "Bytes of requests.");
    counter("headroom_http_sent_bytes_total", totals.sentBytes, "Bytes of responses and events.");
    counter("headroom_http_event_clients_dropped_total", totals.eventClientsDropped,
        "Clients of the event stream that did not read fast enough.");
    counter("headroom_http_exceptions_total", totals.exceptions,
        "Faults of the service's own that it has gone on after.");
    counter("headroom_http_later_refused_total", totals.laterRefused,
        "Work refused because too much was waiting.");
    return result;
}

void HttpStatistics::appendRequests(HttpCounters& to) const
{
    const auto rows = table_.routes();
    for (std::size_t row = 0; row <= rows.size(); ++row) {
        const std::string route(row < rows.size() ? rows[row].pattern : "other");
        for (std::size_t cell = 0; cell < kMethods * kClasses; ++cell) {
            const auto count = requests_[row][cell].load(std::memory_order_relaxed);
            if (count == 0) {
                continue;
            }
            append(to, "headroom_http_requests_total",
                { { "route", route },
                    { "method", std::string(toString(static_cast<Method>(cell / kClasses))) },
                    { "code", std::to_string(cell % kClasses + 1) + "xx" } },
                static_cast<double>(count), "counter", "Requests answered.");
        }
    }
}

void HttpStatistics::appendRefusals(HttpCounters& to) const
{
    const std::scoped_lock lock(refusalsGuard_);
    for (const auto& [reason, count] : refusals_) {
        append(to, "headroom_http_refusals_total", { { "reason", reason } },
            static_cast<double>(count), "counter", "Requests and connections refused.");
    }
}

void HttpStatistics::appendDurations(HttpCounters& to) const
{
    constexpr std::string_view kHelp = "From a request's last byte to its response.";
    const std::string name = "headroom_http_request_duration_seconds";
    std::uint64_t sum = 0;
    for (std::size_t bucket = 0; bucket < durations_.size(); ++bucket) {
        sum += durations_.at(bucket).load(std::memory_order_relaxed);
        append(to, name + "_bucket",
            { { "le", bucket < kBounds.size() ? shortest(kBounds.at(bucket)) : "+Inf" } },
            static_cast<double>(sum), "histogram", kHelp);
    }
    append(
        to, name + "_sum", {}, static_cast<double>(durationSum_.load()) / 1e9, "histogram", kHelp);
    append(to, name + "_count", {}, static_cast<double>(sum), "histogram", kHelp);
}

}  // namespace headroom::api::detail
