// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/snapshot.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace headroom {

/// Who is told of every snapshot. Any thread; a subscription may outlive this.
class Subscribers {
public:
    using Callback = std::function<void(SnapshotPtr)>;

    /// The returned function ends the subscription and waits for a call in progress.
    [[nodiscard]] std::function<void()> add(Callback callback);

    /// Calls everybody, holding no lock but each one's own. A callback that throws is reported and
    /// the others are still called.
    void tell(const SnapshotPtr& snapshot);

private:
    struct Entry {
        std::mutex mutex;  ///< held during the call
        Callback callback;  ///< empty once cancelled
    };
    struct Book {
        std::mutex mutex;
        std::vector<std::shared_ptr<Entry>> entries;
    };
    std::shared_ptr<Book> book_ = std::make_shared<Book>();
};

}  // namespace headroom
