// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/sources/workload_troubles.h"

namespace headroom {

void WorkloadTroubles::Kind::fail(const Error& error)
{
    const std::lock_guard lock(mutex);
    ++count;
    last = error.message;
    isFailing = true;
}

std::string WorkloadTroubles::Kind::text(const char* what) const
{
    if (!isFailing) {
        return {};
    }
    const std::lock_guard lock(mutex);
    return std::to_string(count) + " " + what + (count == 1 ? "" : "s")
        + " failed, the last: " + last;
}

std::string WorkloadTroubles::text() const
{
    std::string all = writes_.text("write");
    const auto add = [&all](const std::string& more) {
        all += (all.empty() || more.empty() ? "" : "; ") + more;
    };
    add(reads_.text("read"));
    if (const auto damaged = damaged_.load(); damaged > 0) {
        add(std::to_string(damaged)
            + (damaged == 1 ? " artifact was read back damaged"
                            : " artifacts were read back damaged")
            + "; check the disk");
    }
    return all;
}

}  // namespace headroom
