// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/api/routes.h"

#include <array>
#include <cstddef>
#include <string_view>
#include <unordered_map>

namespace headroom::api::detail {

/// The route table with a hash in front of it for the paths without {arguments}, which are nearly
/// all; its answers are the table's.
class RouteIndex {
public:
    /// `table` outlives the index.
    explicit RouteIndex(const RouteTable& table);

    [[nodiscard]] RouteMatch find(Method method, std::string_view path) const;
    /// The row's number, for counters; the number of rows for null.
    [[nodiscard]] std::size_t numberOf(const Route* route) const noexcept;
    [[nodiscard]] const RouteTable& table() const noexcept { return table_; }

private:
    static constexpr std::size_t kMethods = static_cast<std::size_t>(Method::Other) + 1;

    const RouteTable& table_;
    std::unordered_map<std::string_view, std::array<const Route*, kMethods>> literal_;
};

}  // namespace headroom::api::detail
