// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/api/http_message.h"

#include <cstddef>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace headroom::api {

/// A parameter as the OpenAPI document describes it.
struct ParameterInfo {
    std::string_view name;
    std::string_view in;  ///< "query", "path" or "header"
    std::string_view type;  ///< "string", "number", "integer", "boolean"
    bool isRequired = false;
    std::string_view help;
};

using Handler = std::function<void(const Request&, const Reply&)>;

/// One row of the service: who may call what, what answers, and what the OpenAPI document says of
/// it. Patterns have whole segments in braces: "/api/v1/alerts/{id}/acknowledge". Handlers run on
/// the network thread and must not wait; what waits goes through ApiContext::later. HEAD is
/// answered by GET's row.
struct Route {
    Method method = Method::Get;
    std::string_view pattern;
    Role role = Role::Read;
    Handler handler;
    std::string_view summary;
    std::vector<ParameterInfo> parameters;
    std::string_view requestSchema;  ///< a name under components/schemas; empty: no body
    std::string_view responseSchema;
    std::size_t bodyLimit = 0;  ///< bytes; 0: a body is refused
    bool isEventStream = false;  ///< the service streams events instead of calling the handler
};

/// What the table says of a method and a path.
struct RouteMatch {
    const Route* route = nullptr;  ///< null: 404, or 405 when `allow` says what would go
    std::vector<std::pair<std::string, std::string>> arguments;
    std::string allow;  ///< "GET, HEAD"
};

class RouteTable {
public:
    explicit RouteTable(std::vector<Route> routes);

    [[nodiscard]] RouteMatch find(Method method, std::string_view path) const;
    [[nodiscard]] std::span<const Route> routes() const { return routes_; }

private:
    std::vector<Route> routes_;
};

}  // namespace headroom::api
