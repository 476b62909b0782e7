// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/detail/admission.h"

#include "monitor_core/api/detail/ascii.h"
#include "monitor_core/api/detail/target.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

namespace headroom::api::detail {

namespace {

void assignLower(std::string& out, std::string_view text)
{
    out.assign(text);
    std::ranges::transform(out, out.begin(), lowerCase);
}

void takeFields(const RequestHead& head, Request& request)
{
    request.method = head.method;
    auto mediaType = head.contentType.substr(0, head.contentType.find(';'));
    while (!mediaType.empty() && (mediaType.back() == ' ' || mediaType.back() == '\t')) {
        mediaType.remove_suffix(1);
    }
    assignLower(request.contentType, mediaType);
    request.accept.assign(head.accept);
    request.lastEventId.assign(head.lastEventId);
    request.ifMatch.assign(head.ifMatch);
    request.requestId.assign(head.requestId);
    request.extensions.clear();
    for (const auto& [name, value] : head.extensions) {
        assignLower(request.extensions.emplace_back().first, name);
        request.extensions.back().second = value;
    }
    request.body.clear();
}

/// A template, so that it also compiles with Credentials that do not ask for our own address.
template <typename Shown>
Shown credentialsOf(const RequestHead& head, const Peer& peer)
{
    Shown shown;
    shown.host = head.host;
    shown.origin = head.origin;
    shown.authorization = head.authorization;
    shown.address = peer.address;
    shown.isLoopback = peer.isLoopback;
    if constexpr (requires { shown.ownAddress; }) {
        shown.ownAddress = peer.ownAddress;
    }
    return shown;
}

Admission::Verdict refused(Response response, std::string_view reason, const Route* route = nullptr)
{
    return { route, std::move(response), reason };
}

/// Addresses end up in histories, logs and the Referer of others; what is in one is no secret.
bool hasToken(const Request& request)
{
    constexpr std::string_view kPrefix = "hr_";
    constexpr std::size_t kTokenSize = 46;
    constexpr std::array<std::string_view, 6> kNames { "access_token", "api_key", "apikey",
        "auth_token", "authorization", "token" };
    return std::ranges::any_of(request.query, [&](const auto& parameter) {
        const auto& [name, value] = parameter;
        const bool isNamed = std::ranges::any_of(
            kNames, [&name](std::string_view known) { return equalsIgnoringCase(name, known); });
        return isNamed || (value.size() == kTokenSize && value.starts_with(kPrefix));
    });
}

Admission::Verdict notFound(RouteMatch& match)
{
    if (match.allow.empty()) {
        return refused(errorResponse(404, "no such path"), "not_found");
    }
    auto response = errorResponse(405, "this path has other methods: " + match.allow);
    response.headers.emplace_back("Allow", std::move(match.allow));
    return refused(std::move(response), "method_not_allowed");
}

}  // namespace

Admission::Verdict Admission::admit(const RequestHead& head, const Peer& peer, Request& request)
{
    auto who = access_.identify(credentialsOf<Credentials>(head, peer));
    if (who.refusal) {
        return refused(std::move(*who.refusal), who.reason);
    }
    request.caller = std::move(who.caller);
    if (const auto fault = readTarget(head.target, request.path, request.query)) {
        return refused(errorResponse(fault->status, fault->detail), fault->reason);
    }
    if (hasToken(request)) {
        return refused(
            errorResponse(400,
                "a token in the address is read by others, in histories and logs: send it as "
                "Authorization: Bearer, and make a new one in place of this"),
            "token_in_url");
    }
    auto match = routes_.find(head.method, request.path);
    if (match.route == nullptr) {
        return notFound(match);
    }
    const Route* const route = match.route;
    if (auto refusal = AccessControl::refuse(request.caller, route->role)) {
        const std::string_view reason = refusal->status == 401 ? "no_token" : "role";
        return refused(std::move(*refusal), reason, route);
    }
    if (head.contentLength > route->bodyLimit) {
        return refused(errorResponse(413,
                           route->bodyLimit == 0 ? "this path takes no body"
                                                 : "the body is larger than this path takes: "
                                   + std::to_string(route->bodyLimit) + " bytes"),
            "body_too_large", route);
    }
    request.pathArguments = std::move(match.arguments);
    takeFields(head, request);
    return { route, std::nullopt, {} };
}

}  // namespace headroom::api::detail
