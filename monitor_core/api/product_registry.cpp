// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/product_registry.h"

#include <algorithm>

namespace headroom::api {

bool ProductRegistry::isName(std::string_view name) noexcept
{
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
    return !name.empty() && name.size() <= kLongestName && std::ranges::none_of(name, isControl);
}

void ProductRegistry::configure(const std::vector<std::string>& names)
{
    const std::lock_guard lock(mutex_);
    for (const auto& name : names) {
        if (isName(name) && (entries_.size() < kMost || entries_.contains(name))) {
            entries_[name].isConfigured = true;
        }
    }
}

void ProductRegistry::note(std::string_view name, SteadyTime now, SystemTime nowUtc)
{
    if (!isName(name)) {
        return;
    }
    const std::lock_guard lock(mutex_);
    auto found = entries_.find(name);
    if (found == entries_.end()) {
        if (entries_.size() >= kMost && !makeRoom(now)) {
            ++leftOut_;
            return;
        }
        found = entries_.emplace(name, Entry()).first;
    }
    found->second.at = now;
    found->second.atUtc = nowUtc;
}

std::vector<ProductRegistry::Product> ProductRegistry::list(SteadyTime now) const
{
    const std::lock_guard lock(mutex_);
    std::vector<Product> products;
    products.reserve(entries_.size());
    for (const auto& [name, entry] : entries_) {
        products.push_back(
            { name, isActive(entry, now), entry.at ? std::optional(entry.atUtc) : std::nullopt });
    }
    return products;
}

std::uint64_t ProductRegistry::leftOut() const
{
    const std::lock_guard lock(mutex_);
    return leftOut_;
}

bool ProductRegistry::isActive(const Entry& entry, SteadyTime now) noexcept
{
    return entry.at && now - *entry.at < kActiveFor;
}

bool ProductRegistry::makeRoom(SteadyTime now)
{
    auto quietest = entries_.end();
    for (auto it = entries_.begin(); it != entries_.end(); ++it) {
        const Entry& entry = it->second;
        if (!entry.isConfigured && !isActive(entry, now)
            && (quietest == entries_.end() || entry.at < quietest->second.at)) {
            quietest = it;
        }
    }
    if (quietest == entries_.end()) {
        return false;
    }
    entries_.erase(quietest);
    return true;
}

}  // namespace headroom::api
