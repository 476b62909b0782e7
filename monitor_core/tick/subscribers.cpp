// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/tick/subscribers.h"

#include <exception>
#include <iostream>
#include <utility>

namespace headroom {

std::function<void()> Subscribers::add(Callback callback)
{
    auto entry = std::make_shared<Entry>();
    entry->callback = std::move(callback);
    {
        const std::lock_guard lock(book_->mutex);
        book_->entries.push_back(entry);
    }
    return [entry, book = std::weak_ptr(book_)] {
        {
            const std::lock_guard lock(entry->mutex);
            entry->callback = nullptr;
        }
        if (const auto alive = book.lock()) {
            const std::lock_guard lock(alive->mutex);
            std::erase(alive->entries, entry);
        }
    };
}

void Subscribers::tell(const SnapshotPtr& snapshot)
{
    std::vector<std::shared_ptr<Entry>> entries;
    {
        const std::lock_guard lock(book_->mutex);
        entries = book_->entries;
    }
    for (const auto& entry : entries) {
        const std::lock_guard lock(entry->mutex);
        if (!entry->callback) {
            continue;
        }
        try {
            entry->callback(snapshot);
        } catch (const std::exception& failure) {
            std::clog << "monitor: a subscriber failed: " << failure.what() << '\n';
        }
    }
}

}  // namespace headroom
