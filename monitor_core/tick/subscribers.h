// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <exception>
#include <functional>
#include <iostream>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace headroom {

/// Who is told of every snapshot, or of every alert board. Any thread; a subscription may outlive
/// this.
template <typename News>
class Subscribers {
public:
    using Callback = std::function<void(News)>;

    /// The returned function ends the subscription and waits for a call in progress.
    [[nodiscard]] std::function<void()> add(Callback callback)
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

    /// Calls everybody, holding no lock but each one's own. A callback that throws is reported and
    /// the others are still called.
    void tell(const News& news)
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
                entry->callback(news);
            } catch (const std::exception& failure) {
                std::clog << "monitor: a subscriber failed: " << failure.what() << '\n';
            }
        }
    }

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
