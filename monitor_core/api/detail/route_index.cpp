// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/detail/route_index.h"

namespace headroom::api::detail {

RouteIndex::RouteIndex(const RouteTable& table)
    : table_(table)
{
    for (const Route& row : table.routes()) {
        if (row.pattern.find('{') != std::string_view::npos) {
            continue;
        }
        auto& found = literal_[row.pattern];
        for (std::size_t method = 0; method < kMethods; ++method) {
            // An earlier row with an argument may fit too, and then it is the table's answer.
            const auto match = table.find(static_cast<Method>(method), row.pattern);
            found.at(method) = match.arguments.empty() ? match.route : nullptr;
        }
    }
}

RouteMatch RouteIndex::find(Method method, std::string_view path) const
{
    if (const auto found = literal_.find(path); found != literal_.end()) {
        if (const Route* route = found->second.at(static_cast<std::size_t>(method))) {
            return { route, {}, {} };
        }
    }
    return table_.find(method, path);
}

std::size_t RouteIndex::numberOf(const Route* route) const noexcept
{
    const auto rows = table_.routes();
    return route == nullptr ? rows.size() : static_cast<std::size_t>(route - rows.data());
}

}  // namespace headroom::api::detail
