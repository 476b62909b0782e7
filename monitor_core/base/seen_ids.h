// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <unordered_set>
#include <utility>

namespace headroom {

/// The newest ids that were seen, at most so many: whoever sends something twice, because an answer
/// got lost, does it soon. One thread.
class SeenIds {
public:
    explicit SeenIds(std::size_t most = 10'000)
        : most_(most)
    {
    }

    [[nodiscard]] bool contains(const std::string& id) const { return ids_.contains(id); }

    /// False when it was there already.
    bool add(std::string id)
    {
        if (!ids_.insert(id).second) {
            return false;
        }
        order_.push_back(std::move(id));
        if (order_.size() > most_) {
            ids_.erase(order_.front());
            order_.pop_front();
        }
        return true;
    }

private:
    std::size_t most_;
    std::unordered_set<std::string> ids_;
    std::deque<std::string> order_;  ///< oldest first
};

}  // namespace headroom
