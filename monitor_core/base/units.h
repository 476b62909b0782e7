// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>

namespace headroom {

/// A number of bytes. 1 MB is 2^20 and 1 GB is 2^30: the certified figures were tested so.
struct Bytes {
    std::int64_t count = 0;

    auto operator<=>(const Bytes&) const = default;
    constexpr Bytes operator+(Bytes other) const { return { count + other.count }; }
    constexpr Bytes operator-(Bytes other) const { return { count - other.count }; }
};

constexpr Bytes kilobytes(std::int64_t n) { return { n * 1024 }; }
constexpr Bytes megabytes(std::int64_t n) { return { n * 1024 * 1024 }; }
constexpr Bytes gigabytes(std::int64_t n) { return { n * 1024 * 1024 * 1024 }; }

/// A share; 1 is full. Percent exists only where people read it.
struct Ratio {
    double value = 0;

    auto operator<=>(const Ratio&) const = default;
};

/// Events per second.
struct PerSecond {
    double value = 0;

    auto operator<=>(const PerSecond&) const = default;
};

}  // namespace headroom
