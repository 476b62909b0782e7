// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/routes.h"

#include <optional>
#include <utility>

namespace headroom::api {

namespace {

using Arguments = std::vector<std::pair<std::string, std::string>>;

std::string_view takeSegment(std::string_view& path)
{
    const auto end = path.find('/', 1);
    const auto segment = path.substr(0, end);
    path = end == std::string_view::npos ? std::string_view() : path.substr(end);
    return segment;
}

/// The arguments when the whole path fits the pattern. An empty segment fits no {name}.
std::optional<Arguments> match(std::string_view pattern, std::string_view path)
{
    Arguments arguments;
    while (!pattern.empty() && !path.empty()) {
        const auto wanted = takeSegment(pattern);
        const auto given = takeSegment(path);
        if (wanted.starts_with("/{") && wanted.ends_with("}")) {
            if (given.size() < 2) {
                return std::nullopt;
            }
            arguments.emplace_back(wanted.substr(2, wanted.size() - 3), given.substr(1));
        } else if (wanted != given) {
            return std::nullopt;
        }
    }
    if (!pattern.empty() || !path.empty()) {
        return std::nullopt;
    }
    return arguments;
}

}  // namespace

RouteTable::RouteTable(std::vector<Route> routes)
    : routes_(std::move(routes))
{
}

RouteMatch RouteTable::find(Method method, std::string_view path) const
{
    const Method wanted = method == Method::Head ? Method::Get : method;
    RouteMatch result;
    for (const Route& route : routes_) {
        auto arguments = match(route.pattern, path);
        if (!arguments) {
            continue;
        }
        if (route.method == wanted) {
            return { &route, std::move(*arguments), {} };
        }
        result.allow += (result.allow.empty() ? "" : ", ");
        result.allow += toString(route.method);
        if (route.method == Method::Get) {
            result.allow += ", HEAD";
        }
    }
    return result;
}

}  // namespace headroom::api
