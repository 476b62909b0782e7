// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/access.h"

#include "monitor_core/api/detail/failure_log.h"
#include "monitor_core/api/detail/host_name.h"

#include <openssl/crypto.h>

#include <algorithm>
#include <string>
#include <utility>

namespace headroom::api {

namespace {

constexpr std::string_view kAnonymous = "anonymous";

Caller anonymous(Role role, std::string_view address)
{
    return { std::string(kAnonymous), role, std::string(address) };
}

AccessControl::Verdict refused(
    const Credentials& credentials, Response response, std::string_view reason)
{
    return { anonymous(Role::Nobody, credentials.address), std::move(response), reason };
}

Response unauthorized(std::string_view detail, std::string challenge)
{
    auto response = errorResponse(401, detail);
    response.headers.emplace_back("WWW-Authenticate", std::move(challenge));
    return response;
}

Response wrongToken()
{
    return unauthorized(
        "this token is not known here", R"(Bearer realm="headroom", error="invalid_token")");
}

Response tooManyFailures(std::chrono::seconds wait)
{
    auto response = errorResponse(429, "too many wrong tokens from this address; wait");
    response.headers.emplace_back("Retry-After", std::to_string(wait.count()));
    return response;
}

/// What follows "Bearer " (RFC 6750): one token and nothing else. Empty for other schemes and
/// shapes.
std::string_view bearerToken(std::string_view authorization)
{
    constexpr std::string_view kScheme = "bearer ";
    const auto isSame = [](char given, char wanted) {
        return given == wanted || (given >= 'A' && given <= 'Z' && given + 32 == wanted);
    };
    if (authorization.size() <= kScheme.size()
        || !std::equal(kScheme.begin(), kScheme.end(), authorization.begin(),
            [&](char wanted, char given) { return isSame(given, wanted); })) {
        return {};
    }
    const auto token = authorization.substr(kScheme.size());
    return looksLikeToken(token) ? token : std::string_view();
}

}  // namespace

AccessControl::AccessControl(AccessSettings settings, const Clock& clock)
    : settings_(std::move(settings))
    , clock_(clock)
    , failures_(std::make_unique<FailureLog>(
          static_cast<std::size_t>(std::max(0, settings_.failuresPerMinute))))
{
}

AccessControl::~AccessControl() = default;

AccessControl::Verdict AccessControl::identify(const Credentials& credentials)
{
    // The order matters: what a browser was made to send ends here, before it can use up the
    // failures of the address that the operator's own dashboard has.
    if (!isOurHost(credentials)) {
        return refused(
            credentials, errorResponse(421, "this service has another name"), "unknown_host");
    }
    if (credentials.origin
        && std::ranges::find(settings_.origins, *credentials.origin) == settings_.origins.end()) {
        return refused(credentials,
            errorResponse(403, "requests from web pages of this origin are refused"),
            "foreign_origin");
    }
    if (credentials.authorization) {
        return identifyToken(credentials);
    }
    const bool isOpen = settings_.isOpenOnLoopback && credentials.isLoopback;
    return { anonymous(isOpen ? Role::Ingest : Role::Nobody, credentials.address), {}, {} };
}

std::optional<Response> AccessControl::refuse(const Caller& caller, Role needed)
{
    if (caller.role >= needed) {
        return std::nullopt;
    }
    if (caller.name == kAnonymous) {
        return unauthorized(
            "a token is needed: Authorization: Bearer TOKEN", R"(Bearer realm="headroom")");
    }
    return errorResponse(
        403, "the token's role must be " + std::string(toString(needed)) + " for this");
}

void AccessControl::replaceTokens(std::vector<StoredToken> tokens)
{
    const std::lock_guard lock(tokensMutex_);
    settings_.tokens = std::move(tokens);
}

bool AccessControl::isOurHost(const Credentials& credentials) const
{
    const auto name = hostName(credentials.host);
    if (!name) {
        return false;
    }
    if (*name == credentials.ownAddress
        || std::ranges::find(settings_.hosts, *name) != settings_.hosts.end()) {
        return true;
    }
    return credentials.isLoopback
        && (*name == "localhost" || *name == "127.0.0.1" || *name == "::1");
}

std::optional<Caller> AccessControl::holderOf(std::string_view token) const
{
    const auto hash = tokenHash(token);
    const std::lock_guard lock(tokensMutex_);
    const StoredToken* holder = nullptr;
    // All of them, whichever fits: how long it takes says nothing.
    for (const auto& stored : settings_.tokens) {
        if (CRYPTO_memcmp(stored.sha256.data(), hash.data(), hash.size()) == 0) {
            holder = &stored;
        }
    }
    return holder == nullptr ? std::nullopt
                             : std::optional(Caller { holder->name, holder->role, {} });
}

AccessControl::Verdict AccessControl::identifyToken(const Credentials& credentials)
{
    const auto token = bearerToken(*credentials.authorization);
    // What is no token is hashed and compared all the same.
    auto holder = holderOf(token.empty() ? *credentials.authorization : token);
    if (holder && !token.empty()) {
        holder->address = credentials.address;
        return { std::move(*holder), {}, {} };
    }
    if (const auto wait = failures_->fail(credentials.address, clock_.steadyNow())) {
        return refused(credentials, tooManyFailures(*wait), "too_many_failures");
    }
    return refused(credentials, wrongToken(), "wrong_token");
}

}  // namespace headroom::api
