// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/access.h"

#include <utility>

// Stands in for access.cpp in the tests of the transport: whoever is on this machine may do all;
// one Host is not ours, and no Origin is.
namespace headroom::api {

class AccessControl::Failures { };

AccessControl::AccessControl(AccessSettings settings, const Clock& clock)
    : settings_(std::move(settings))
    , clock_(clock)
{
}

AccessControl::~AccessControl() = default;

AccessControl::Verdict AccessControl::identify(const Credentials& credentials)
{
    const Caller caller { "anonymous", Role::Ingest, std::string(credentials.address) };
    if (credentials.host.starts_with("evil")) {
        return { caller, errorResponse(421, "this service has another name"), "unknown_host" };
    }
    if (credentials.origin) {
        return { caller, errorResponse(403, "no web pages"), "foreign_origin" };
    }
    if (credentials.authorization) {
        return { caller, errorResponse(401, "this token is not known here"), "wrong_token" };
    }
    return { caller, std::nullopt, {} };
}

std::optional<Response> AccessControl::refuse(const Caller& caller, Role needed)
{
    return caller.role >= needed ? std::nullopt : std::optional(errorResponse(403, "not you"));
}

}  // namespace headroom::api
