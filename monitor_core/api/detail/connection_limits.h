// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace headroom::api::detail {

/// How many connections there may be, in all and from one address. Network thread.
class ConnectionLimits {
public:
    /// `gauge` shows how many there are, and outlives the limits.
    ConnectionLimits(std::size_t most, std::size_t mostPerAddress, std::atomic<std::int64_t>& gauge)
        : most_(most)
        , mostPerAddress_(mostPerAddress)
        , gauge_(gauge)
    {
    }

    /// A place, given back when it is destroyed.
    class Place {
    public:
        Place(ConnectionLimits& limits, std::string address)
            : limits_(&limits)
            , address_(std::move(address))
        {
        }
        Place(Place&& other) noexcept
            : limits_(std::exchange(other.limits_, nullptr))
            , address_(std::move(other.address_))
        {
        }
        Place& operator=(Place&&) = delete;
        ~Place()
        {
            if (limits_ != nullptr) {
                limits_->giveBack(address_);
            }
        }

    private:
        ConnectionLimits* limits_;
        std::string address_;
    };

    /// Empty when there is none left.
    std::optional<Place> take(const std::string& address)
    {
        if (taken_ >= most_) {
            return std::nullopt;
        }
        auto& count = byAddress_[address];
        if (count >= mostPerAddress_) {
            return std::nullopt;  // it is above 0, so that no empty entry stays behind
        }
        ++count;
        gauge_ = static_cast<std::int64_t>(++taken_);
        return Place(*this, address);
    }

private:
    void giveBack(const std::string& address)
    {
        gauge_ = static_cast<std::int64_t>(--taken_);
        if (const auto found = byAddress_.find(address); --found->second == 0) {
            byAddress_.erase(found);
        }
    }

    std::size_t most_;
    std::size_t mostPerAddress_;
    std::atomic<std::int64_t>& gauge_;
    std::size_t taken_ = 0;
    std::map<std::string, std::size_t> byAddress_;
};

}  // namespace headroom::api::detail
