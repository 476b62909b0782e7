// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/result.h"

#include <atomic>
#include <cstdint>
#include <mutex>
#include <string>

namespace headroom {

/// What goes wrong in the local workload, counted and in words. A kind of failure is told until the
/// same kind of thing goes well again; damaged artifacts are told for good. Any thread.
class WorkloadTroubles {
public:
    void writeFailed(const Error& error) { writes_.fail(error); }
    void writeWentWell() { writes_.goWell(); }
    void readFailed(const Error& error) { reads_.fail(error); }
    void readWentWell() { reads_.goWell(); }
    void foundDamaged() { ++damaged_; }

    /// "3 writes failed, the last: …; 1 artifact was read back damaged"; empty when all is well.
    [[nodiscard]] std::string text() const;

private:
    /// One kind of failure.
    struct Kind {
        void fail(const Error& error);
        void goWell() { isFailing.store(false, std::memory_order_relaxed); }
        [[nodiscard]] std::string text(const char* what) const;

        std::atomic<bool> isFailing { false };
        mutable std::mutex mutex;
        std::int64_t count = 0;
        std::string last;
    };
    Kind writes_;
    Kind reads_;
    std::atomic<std::int64_t> damaged_ { 0 };
};

}  // namespace headroom
