// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/history/row_codec.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <bit>
#include <chrono>
#include <cmath>
#include <cstring>

namespace headroom {

namespace {

static_assert(std::endian::native == std::endian::little, "stored numbers are little-endian");

constexpr std::size_t kSealBytes = sizeof(std::uint64_t);

// How the figures of one metric are stored: most metrics stand still for a second, and one number
// says it all.
// Behind `seconds` the dated ones have when the max was; a second need not say it, and rows of
// schema 1 do not know.
enum class Shape : std::uint8_t {
    Absent = 0,
    Constant = 1,
    Full = 2,
    DatedConstant = 3,
    DatedFull = 4,
};

template <typename T>
void put(std::string& out, T value)
{
    char raw[sizeof(T)];
    std::memcpy(raw, &value, sizeof(T));
    out.append(raw, sizeof(T));
}

template <typename T>
bool take(std::string_view& in, T& value)
{
    if (in.size() < sizeof(T)) {
        return false;
    }
    std::memcpy(&value, in.data(), sizeof(T));
    in.remove_prefix(sizeof(T));
    return true;
}

std::string_view kindOf(Tier tier)
{
    return tier == Tier::Second ? "second" : tier == Tier::Minute ? "minute" : "hour";
}

std::uint64_t sealOf(std::string_view kind, std::int64_t key, std::string_view payload)
{
    // Kind and key go in as the seed: a row that is moved to another time or table does not fit.
    const auto seed
        = XXH3_64bits_withSeed(kind.data(), kind.size(), static_cast<std::uint64_t>(key));
    return XXH3_64bits_withSeed(payload.data(), payload.size(), seed);
}

Error damaged(std::string_view kind, std::int64_t key, std::string_view what)
{
    return Error { ErrorCode::Damaged,
        std::string(kind) + " row " + std::to_string(key) + " is damaged: " + std::string(what),
        "history" };
}

bool isFinite(const MetricStats& s)
{
    return std::isfinite(s.min) && std::isfinite(s.mean) && std::isfinite(s.max)
        && std::isfinite(s.last);
}

SystemTime timeOf(std::int64_t seconds) { return SystemTime(std::chrono::seconds(seconds)); }

/// Seconds from the beginning of the row to its max; empty when that is not known, or is in no need
/// of saying.
std::optional<std::uint16_t> secondsToMax(
    Tier tier, std::int64_t startSeconds, const MetricStats& stats)
{
    if (tier == Tier::Second || !stats.isMaxAtKnown()) {
        return std::nullopt;
    }
    const auto after = stats.maxAt - timeOf(startSeconds);
    if (after < SystemTime::duration::zero() || after >= std::chrono::seconds(secondsOf(tier))) {
        return std::nullopt;
    }
    return static_cast<std::uint16_t>(std::chrono::floor<std::chrono::seconds>(after).count());
}

void putStats(std::string& out, const MetricStats& s, std::optional<std::uint16_t> secondsToMax)
{
    const bool constant = s.min == s.last && s.mean == s.last && s.max == s.last;
    const auto plain = constant ? Shape::Constant : Shape::Full;
    const auto dated = constant ? Shape::DatedConstant : Shape::DatedFull;
    put(out, static_cast<std::uint8_t>(secondsToMax ? dated : plain));
    put(out, s.seconds);
    if (secondsToMax) {
        put(out, *secondsToMax);
    }
    put(out, s.last);
    if (!constant) {
        put(out, s.min);
        put(out, s.mean);
        put(out, s.max);
    }
}

bool takeStats(std::string_view& in, Shape shape, std::int64_t startSeconds, MetricStats& stats)
{
    if (!take(in, stats.seconds)) {
        return false;
    }
    if (shape == Shape::DatedConstant || shape == Shape::DatedFull) {
        std::uint16_t secondsToMax = 0;
        if (!take(in, secondsToMax)) {
            return false;
        }
        stats.maxAt = timeOf(startSeconds + secondsToMax);
    }
    if (!take(in, stats.last)) {
        return false;
    }
    if (shape == Shape::Constant || shape == Shape::DatedConstant) {
        stats.min = stats.mean = stats.max = stats.last;
        return true;
    }
    return take(in, stats.min) && take(in, stats.mean) && take(in, stats.max);
}

}  // namespace

std::string seal(std::string_view kind, std::int64_t key, std::string_view payload)
{
    std::string out;
    put(out, sealOf(kind, key, payload));
    out.append(payload);
    return out;
}

Result<std::string_view> unseal(std::string_view kind, std::int64_t key, std::string_view bytes)
{
    if (bytes.size() < kSealBytes) {
        return damaged(kind, key, "too short");
    }
    std::uint64_t stored = 0;
    auto payload = bytes;
    take(payload, stored);
    if (stored != sealOf(kind, key, payload)) {
        return damaged(kind, key, "its hash does not fit");
    }
    return payload;
}

std::string encodeMetrics(Tier tier, std::int64_t startSeconds, const RowMetrics& metrics)
{
    std::string payload;
    for (const auto& slot : metrics) {
        if (!slot || !isFinite(*slot)) {
            put(payload, static_cast<std::uint8_t>(Shape::Absent));
            continue;
        }
        putStats(payload, *slot, secondsToMax(tier, startSeconds, *slot));
    }
    return seal(kindOf(tier), startSeconds, payload);
}

Result<RowMetrics> decodeMetrics(Tier tier, std::int64_t startSeconds, std::string_view bytes)
{
    const auto payload = unseal(kindOf(tier), startSeconds, bytes);
    if (!payload) {
        return payload.error();
    }
    std::string_view in = *payload;
    RowMetrics metrics;
    for (auto& slot : metrics) {
        std::uint8_t shape = 0;
        if (!take(in, shape) || shape > static_cast<std::uint8_t>(Shape::DatedFull)) {
            return damaged(kindOf(tier), startSeconds, "unknown shape");
        }
        if (static_cast<Shape>(shape) == Shape::Absent) {
            continue;
        }
        MetricStats stats;
        if (!takeStats(in, static_cast<Shape>(shape), startSeconds, stats)) {
            return damaged(kindOf(tier), startSeconds, "cut short");
        }
        if (tier == Tier::Second) {
            stats.maxAt = timeOf(startSeconds);
        }
        slot = stats;
    }
    return metrics;
}

}  // namespace headroom
