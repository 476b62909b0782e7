// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/slow_query_log.h"

#include <algorithm>
#include <utility>

namespace headroom {

void SlowQueryLog::add(SlowQuery query)
{
    const std::lock_guard lock(mutex_);
    queries_.push_front(std::move(query));
    if (queries_.size() > kKept) {
        queries_.pop_back();
    }
    ++total_;
}

std::vector<SlowQuery> SlowQueryLog::newest(std::size_t limit) const
{
    const std::lock_guard lock(mutex_);
    const auto count = static_cast<std::ptrdiff_t>(std::min(limit, queries_.size()));
    return { queries_.begin(), queries_.begin() + count };
}

std::uint64_t SlowQueryLog::total() const
{
    const std::lock_guard lock(mutex_);
    return total_;
}

}  // namespace headroom
