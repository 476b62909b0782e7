// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace headroom::api {

enum class Method : std::uint8_t { Get, Head, Post, Put, Patch, Delete, Options, Other };

/// "GET"; "other" for Other, which is also its label on /metrics.
std::string_view toString(Method method) noexcept;

/// What a caller may do; each includes those before it.
enum class Role : std::uint8_t { Nobody, Read, Ingest, Admin };

/// "nobody", "read", "ingest", "admin".
std::string_view toString(Role role) noexcept;

/// Who asks, as the service has made sure of it.
struct Caller {
    std::string name;  ///< of the token, or "anonymous"; the actor of commands and audit records
    Role role = Role::Nobody;
    std::string address;  ///< of the peer, without port
};

/// One request whose framing, Host, Origin, token and size have been found good. Everything in it
/// is as the client wrote it, percent-decoded once, valid UTF-8 and without control characters,
/// and otherwise not to be trusted.
struct Request {
    Method method = Method::Get;
    std::string path;  ///< without the query
    std::vector<std::pair<std::string, std::string>> query;  ///< in order; names may be doubled
    std::vector<std::pair<std::string, std::string>>
        pathArguments;  ///< {id} of the route's pattern
    std::string body;
    std::string contentType;  ///< lower case, without parameters; empty if there was none
    std::string accept;
    std::string lastEventId;
    std::string ifMatch;
    std::string requestId;  ///< X-Request-Id; empty if there was none
    std::vector<std::pair<std::string, std::string>>
        extensions;  ///< X-Headroom-* and X-Original-* headers, names in lower case
    Caller caller;

    /// The first value of a query parameter; empty optional when it is not there.
    [[nodiscard]] std::optional<std::string_view> parameter(std::string_view name) const;
    /// A part of the path, by its name in the pattern; empty when the pattern has none such.
    [[nodiscard]] std::string_view argument(std::string_view name) const;
    [[nodiscard]] std::string_view extension(std::string_view name) const;
};

/// What goes back. A body that many get (the same snapshot) is one shared string; the service may
/// keep what it made of it for as long as the pointer lives.
struct Response {
    int status = 200;
    std::shared_ptr<const std::string> body;  ///< null: none
    std::string_view contentType = "application/json";  ///< a literal
    std::vector<std::pair<std::string, std::string>> headers;  ///< besides the service's own

    static Response json(int status, std::string body);
};

/// Called once, on any thread, soon or later. Dropping it unanswered answers 503.
using Reply = std::function<void(Response)>;

/// The contract's errors: {"detail": "…"}, at most 512 bytes, without paths or SQL.
Response errorResponse(int status, std::string_view detail);

/// One fault of a 422: where ("query", "used_gb"), what ("must be a finite number"), and a word for
/// programs ("not_finite").
struct FieldFault {
    std::vector<std::string> loc;
    std::string msg;
    std::string type;
};
/// {"detail": [{"loc": […], "msg": …, "type": …}, …]}
Response faultsResponse(const std::vector<FieldFault>& faults);

}  // namespace headroom::api
