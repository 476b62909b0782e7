// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/clock.h"

#include <chrono>
#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace headroom::api {

/// The products that use the depository: those that are configured, and those that callers name
/// with their operations and latencies. At most 64, whatever callers send: a new name takes the
/// place of the one that has been quiet longest and is neither configured nor active, else it is
/// left out and counted. Any thread.
class ProductRegistry {
public:
    static constexpr std::size_t kMost = 64;
    static constexpr std::size_t kLongestName = 64;
    /// A product is ACTIVE for this long after it was last named, then IDLE.
    static constexpr std::chrono::seconds kActiveFor { 60 };

    struct Product {
        std::string name;
        bool isActive = false;
        std::optional<SystemTime> lastSeen;  ///< empty: configured and not seen since the start
    };

    /// Whether callers may use this name: 1 to 64 bytes without control characters.
    static bool isName(std::string_view name) noexcept;

    /// Products that are listed although nobody named them. Names that are none are left out.
    void configure(const std::vector<std::string>& names);

    /// Somebody did something in the name of a product. Names that are none are ignored.
    void note(std::string_view name, SteadyTime now, SystemTime nowUtc);

    /// By name.
    [[nodiscard]] std::vector<Product> list(SteadyTime now) const;
    /// How often a name found no room.
    [[nodiscard]] std::uint64_t leftOut() const;

private:
    struct Entry {
        bool isConfigured = false;
        std::optional<SteadyTime> at;
        SystemTime atUtc {};
    };

    static bool isActive(const Entry& entry, SteadyTime now) noexcept;
    bool makeRoom(SteadyTime now);

    mutable std::mutex mutex_;
    std::map<std::string, Entry, std::less<>> entries_;
    std::uint64_t leftOut_ = 0;
};

}  // namespace headroom::api
