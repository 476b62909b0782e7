// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/api/events.h"

#include <cstddef>
#include <deque>
#include <utility>
#include <vector>

namespace headroom::api::detail {

/// The frames that one client has still to get. The greeting is its right, however long; what
/// comes after is bounded.
class EventQueue {
public:
    EventQueue(std::size_t maxFrames, std::size_t maxBytes)
        : maxFrames_(maxFrames)
        , maxBytes_(maxBytes)
    {
    }

    void greet(EventFrame frame) { frames_.push_back({ std::move(frame), false }); }

    /// False when the client is too far behind; it has a gap from now on and must go.
    [[nodiscard]] bool offer(EventFrame frame)
    {
        if (counted_ + 1 > maxFrames_ || countedBytes_ + frame->size() > maxBytes_) {
            return false;
        }
        ++counted_;
        countedBytes_ += frame->size();
        frames_.push_back({ std::move(frame), true });
        return true;
    }

    [[nodiscard]] bool isEmpty() const noexcept { return frames_.empty(); }

    /// The oldest ones, for one write; they count until written().
    [[nodiscard]] std::vector<EventFrame> batch() const
    {
        constexpr std::size_t kMaxFrames = 64;
        constexpr std::size_t kMaxBytes = 64 * 1024;
        std::vector<EventFrame> result;
        std::size_t bytes = 0;
        for (const Item& item : frames_) {
            if (result.size() == kMaxFrames || bytes >= kMaxBytes) {
                break;
            }
            result.push_back(item.frame);
            bytes += item.frame->size();
        }
        return result;
    }

    void written(std::size_t frames)
    {
        for (; frames > 0; --frames) {
            if (frames_.front().isCounted) {
                --counted_;
                countedBytes_ -= frames_.front().frame->size();
            }
            frames_.pop_front();
        }
    }

private:
    struct Item {
        EventFrame frame;
        bool isCounted = false;
    };

    std::size_t maxFrames_;
    std::size_t maxBytes_;
    std::deque<Item> frames_;
    std::size_t counted_ = 0;
    std::size_t countedBytes_ = 0;
};

}  // namespace headroom::api::detail
