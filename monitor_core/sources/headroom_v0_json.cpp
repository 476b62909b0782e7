// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/sources/headroom_v0_json.h"

#include "monitor_core/base/units.h"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <cmath>
#include <optional>
#include <string>

namespace headroom {

namespace {

namespace json = boost::json;

constexpr double kMost = 1e18;
constexpr const char* kNotSaid = "this older service does not measure it";
const auto kBytesPerGb = static_cast<double>(gigabytes(1).count);

const json::object* objectIn(const json::object& parent, std::string_view key)
{
    const auto* found = parent.if_contains(key);
    return found != nullptr ? found->if_object() : nullptr;
}

/// A number that can be one: finite and not negative.
std::optional<double> numberIn(const json::object& object, std::string_view key)
{
    const auto* found = object.if_contains(key);
    if (found == nullptr || !found->is_number()) {
        return std::nullopt;
    }
    const auto number = found->to_number<double>();
    return std::isfinite(number) && number >= 0 && number <= kMost ? std::optional(number)
                                                                   : std::nullopt;
}

bool says(const json::object& object, std::string_view key, std::string_view word)
{
    const auto* found = object.if_contains(key);
    return found != nullptr && found->is_string() && found->get_string() == word;
}

/// Fills the slots one by one; what is not there says why.
class Filling {
public:
    Filling(const json::object& document, const Reading& at)
        : document_(document)
        , at_(at)
    {
        readings.whyMissing.fill(kNotSaid);
        readings.isGatedElsewhere = true;
    }

    /// `perUnit` is what one of the service's units is in the catalog's.
    void take(Metric metric, std::string_view part, std::string_view value, std::string_view limit,
        double perUnit = 1)
    {
        const auto* object = objectIn(document_, part);
        if (object == nullptr) {
            return;
        }
        foundAny = true;
        const auto number = numberIn(*object, value);
        if (!number) {
            const auto* there = object->if_contains(value);
            why(metric) = there != nullptr && !there->is_null()
                ? "the service gave no sensible number"
                : "the service has no reading";
            return;
        }
        Reading reading = at_;
        reading.value = *number * perUnit;
        if (const auto own = numberIn(*object, limit); own && *own > 0) {
            reading.limit = *own * perUnit;
        }
        set(metric, reading);
    }

    /// A service without a sample says 0 ms beside NO_DATA, or a count of 0.
    void takeLatency()
    {
        const auto* object = objectIn(document_, "query_performance");
        if (object == nullptr) {
            return;
        }
        if (says(*object, "sla_status", "NO_DATA") || numberIn(*object, "sample_count") == 0.0) {
            foundAny = true;
            why(Metric::QueryResponse) = "no query in the window of the service";
            return;
        }
        take(Metric::QueryResponse, "query_performance", "p99_ms", {});
        readings.latencyP50Ms = numberIn(*object, "p50_ms");
        readings.latencyP999Ms = numberIn(*object, "p999_ms");
    }

    void takeAuditTrail()
    {
        const auto* object = objectIn(document_, "audit_trail");
        const auto* verified = object != nullptr ? object->if_contains("chain_verified") : nullptr;
        if (verified == nullptr || !verified->is_bool()) {
            return;
        }
        Reading reading = at_;
        reading.value = verified->get_bool() ? 0 : 1;
        set(Metric::AuditRetention, reading);
    }

    void takeLargestEver()
    {
        if (const auto* object = objectIn(document_, "artifact_size")) {
            readings.largestArtifactEverBytes = numberIn(*object, "largest_ever_bytes");
        }
    }

    Readings readings;
    bool foundAny = false;

private:
    std::string& why(Metric metric) { return readings.whyMissing[indexOf(metric)]; }
    void set(Metric metric, const Reading& reading)
    {
        readings.set(metric, reading);
        why(metric).clear();
    }

    const json::object& document_;
    const Reading& at_;
};

}  // namespace

Result<Readings> readingsFromScaleStatus(std::string_view text, const Reading& at)
{
    const auto damaged = [](const char* what) {
        return Error { ErrorCode::Damaged, std::string("sends unreadable data: ") + what, {} };
    };
    boost::system::error_code failed;
    const auto value = json::parse(json::string_view(text.data(), text.size()), failed);
    const auto* document = failed ? nullptr : value.if_object();
    if (document == nullptr) {
        return damaged("no JSON object");
    }
    Filling filling(*document, at);
    filling.take(Metric::ConcurrentWrites, "concurrent_writes", "current", {});
    filling.take(Metric::TotalStorage, "storage", "used_gb", "total_gb", kBytesPerGb);
    filling.take(Metric::WriteThroughput, "write_throughput", "current_writes_per_sec", {});
    filling.take(Metric::ArtifactSize, "artifact_size", "largest_bytes", "limit_bytes");
    filling.take(Metric::ArtifactCount, "artifact_count", "current", "limit");
    filling.takeLatency();
    filling.takeAuditTrail();
    filling.takeLargestEver();
    if (!filling.foundAny) {
        return damaged("nothing of a scale status");
    }
    return std::move(filling.readings);
}

}  // namespace headroom
