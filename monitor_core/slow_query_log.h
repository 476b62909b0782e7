// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/clock.h"
#include "monitor_core/base/units.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace headroom {

/// A query that was slower than it may be, with what its caller said of it (contract §4). Texts are
/// UTF-8, at most 200 bytes each, as the caller wrote them.
struct SlowQuery {
    SystemTime at {};
    std::chrono::nanoseconds latency { 0 };
    std::string name;
    std::string product;
    std::optional<Bytes> size;
};

/// The last slow queries, kept in memory for those who look into a breach. Any thread.
class SlowQueryLog {
public:
    static constexpr std::size_t kKept = 1000;

    void add(SlowQuery query);

    /// Newest first, at most `limit`.
    [[nodiscard]] std::vector<SlowQuery> newest(std::size_t limit) const;
    /// How many there were since the start.
    [[nodiscard]] std::uint64_t total() const;

private:
    mutable std::mutex mutex_;
    std::deque<SlowQuery> queries_;
    std::uint64_t total_ = 0;
};

}  // namespace headroom
