// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/api/http_message.h"
#include "monitor_core/api/token_hash.h"
#include "monitor_core/base/clock.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace headroom::api {

class FailureLog;

/// A token as it is kept: nobody can read it back.
struct StoredToken {
    std::string name;  ///< of who holds it; the actor of what they do
    Role role = Role::Read;
    TokenHash sha256 {};
};

struct AccessSettings {
    std::vector<StoredToken> tokens;
    /// Without a token, callers from loopback may read and ingest.
    bool isOpenOnLoopback = true;
    /// Host names (without port, lower case) that the service answers to, besides its own addresses
    /// and, on loopback, "localhost".
    std::vector<std::string> hosts;
    /// Origins that browsers may ask from; any other request that has an Origin is refused.
    std::vector<std::string> origins;
    /// Wrong tokens that an address may show in a minute before they get 429. A right one is taken
    /// even then: a forgotten client with an old token must not lock out the others of its address,
    /// and nobody finds 256 random bits by guessing.
    int failuresPerMinute = 10;
};

/// What the framing has found in a request's head.
struct Credentials {
    std::string_view host;  ///< of the Host header, with its port if there is one
    std::optional<std::string_view> origin;
    std::optional<std::string_view> authorization;
    std::string_view address;  ///< of the peer
    bool isLoopback = false;  ///< the peer's address is one
    std::string_view ownAddress {};  ///< that the peer has connected to; always a good Host
};

/// Who may ask. Network thread only, unless said.
class AccessControl {
public:
    /// `clock` outlives it.
    AccessControl(AccessSettings settings, const Clock& clock);
    ~AccessControl();

    /// The caller, or the refusal: 421 (Host), 403 (Origin), 401 (token), 429 (too many failures).
    struct Verdict {
        Caller caller;
        std::optional<Response> refusal;
        std::string_view reason;  ///< of a refusal, a word for the counter: "wrong_token"
    };
    [[nodiscard]] Verdict identify(const Credentials& credentials);

    /// Empty when the caller may; else 401 with WWW-Authenticate (nobody) or 403.
    [[nodiscard]] static std::optional<Response> refuse(const Caller& caller, Role needed);

    /// Other tokens from the next request on. Any thread.
    void replaceTokens(std::vector<StoredToken> tokens);

private:
    [[nodiscard]] bool isOurHost(const Credentials& credentials) const;
    [[nodiscard]] std::optional<Caller> holderOf(std::string_view token) const;
    Verdict identifyToken(const Credentials& credentials);

    AccessSettings settings_;
    const Clock& clock_;
    mutable std::mutex tokensMutex_;  ///< guards settings_.tokens
    std::unique_ptr<FailureLog> failures_;
};

}  // namespace headroom::api
