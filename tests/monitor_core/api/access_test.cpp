// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/access.h"
#include "monitor_core/api/detail/failure_log.h"
#include "monitor_core/api/routes.h"
#include "tests/support/manual_clock.h"

#include <gtest/gtest.h>

#include <chrono>
#include <set>
#include <string>

namespace headroom::api {
namespace {

using namespace std::chrono_literals;

constexpr auto kAdmin = "hr_admin-of-the-test";
constexpr auto kIngest = "hr_ingest-of-the-test";
constexpr auto kRead = "hr_read-of-the-test";

AccessSettings settingsWithTokens()
{
    AccessSettings settings;
    settings.isOpenOnLoopback = false;
    settings.tokens = { { "wall", Role::Read, tokenHash(kRead) },
        { "depository", Role::Ingest, tokenHash(kIngest) },
        { "mara", Role::Admin, tokenHash(kAdmin) } };
    return settings;
}

struct Access : testing::Test {
    AccessControl::Verdict ask(const std::optional<std::string>& authorization,
        std::string_view address = "127.0.0.1", bool isLoopback = true)
    {
        Credentials credentials;
        credentials.host = "localhost:8000";
        credentials.address = address;
        credentials.isLoopback = isLoopback;
        if (!isLoopback) {
            credentials.host = "192.0.2.1";
            credentials.ownAddress = "192.0.2.1";
        }
        if (authorization) {
            credentials.authorization = *authorization;
        }
        return control.identify(credentials);
    }
    int statusOf(
        const std::optional<std::string>& authorization, std::string_view address = "127.0.0.1")
    {
        const auto verdict = ask(authorization, address);
        return verdict.refusal ? verdict.refusal->status : 200;
    }

    ManualClock clock;
    AccessControl control { settingsWithTokens(), clock };
};

TEST_F(Access, knowsTheHolderOfATokenByNameAndRole)
{
    const auto verdict = ask(std::string("Bearer ") + kIngest, "127.0.0.9");
    EXPECT_FALSE(verdict.refusal);
    EXPECT_EQ(verdict.caller.name, "depository");
    EXPECT_EQ(verdict.caller.role, Role::Ingest);
    EXPECT_EQ(verdict.caller.address, "127.0.0.9");
    EXPECT_EQ(ask(std::string("bEARER ") + kAdmin).caller.role, Role::Admin);
}

TEST_F(Access, refusesWhatIsNotExactlyOneKnownTokenAndCountsIt)
{
    const std::string token = kAdmin;
    int shown = 0;
    const std::string wrong[] = { "", "Bearer", "Bearer ", "Bearer  " + token,
        "Bearer " + token + " ", "Bearer " + token + "," + token, "Bearer \"" + token + "\"",
        "Basic " + token, "Token " + token, token, "Bearer " + token.substr(1),
        "Bearer " + token + "a", "Bearer " + token + "=", "Bearer hr_Admin-of-the-test",
        "Bearer " + toHex(tokenHash(token)), "Bearer " + std::string(1'000'000, 'a'),
        "Bearer ====", "Bearer \xc3\xa4" };
    for (const auto& authorization : wrong) {
        // Each from an address of its own: this is not about their number.
        const auto address = "127.0.1." + std::to_string(++shown);
        const auto verdict = ask(authorization, address);
        ASSERT_TRUE(verdict.refusal) << authorization.substr(0, 60);
        EXPECT_EQ(verdict.refusal->status, 401) << authorization.substr(0, 60);
        EXPECT_EQ(verdict.reason, "wrong_token");
        EXPECT_EQ(verdict.caller.role, Role::Nobody);
        EXPECT_EQ(verdict.refusal->headers.at(0).first, "WWW-Authenticate");
        EXPECT_EQ(verdict.refusal->body->find(token), std::string::npos);
    }
}

TEST_F(Access, answersTheEleventhWrongTokenOfAMinuteWith429)
{
    for (int n = 0; n < 10; ++n) {
        EXPECT_EQ(statusOf("Bearer wrong"), 401) << n;
        clock.advance(1s);
    }
    const auto verdict = ask("Bearer wrong");
    ASSERT_TRUE(verdict.refusal);
    EXPECT_EQ(verdict.refusal->status, 429);
    EXPECT_EQ(verdict.reason, "too_many_failures");
    ASSERT_EQ(verdict.refusal->headers.size(), 1U);
    EXPECT_EQ(
        verdict.refusal->headers[0], (std::pair<std::string, std::string>("Retry-After", "50")));

    EXPECT_EQ(statusOf("Bearer wrong", "127.0.0.2"), 401) << "another address";
    EXPECT_EQ(statusOf(std::string("Bearer ") + kRead), 200) << "a right token of the same one";
    EXPECT_EQ(statusOf(std::nullopt), 200) << "nobody, who is refused by the route's role";

    clock.advance(50s);
    EXPECT_EQ(statusOf("Bearer wrong"), 401) << "the first is a minute old";
    EXPECT_EQ(statusOf("Bearer wrong"), 429) << "the second is not";
}

TEST_F(Access, takesOtherTokensFromTheNextRequestOn)
{
    control.replaceTokens({ { "jo", Role::Read, tokenHash("hr_new") } });
    EXPECT_EQ(statusOf(std::string("Bearer ") + kAdmin), 401);
    EXPECT_EQ(ask("Bearer hr_new").caller.name, "jo");
}

TEST_F(Access, isOpenForReadingAndIngestOnLoopbackOnlyWhileThereIsNoToken)
{
    EXPECT_EQ(ask(std::nullopt).caller.role, Role::Nobody);
    AccessControl open({}, clock);
    Credentials credentials;
    credentials.host = "127.0.0.1:8000";
    credentials.address = "127.0.0.1";
    credentials.isLoopback = true;
    EXPECT_EQ(open.identify(credentials).caller.role, Role::Ingest);
    EXPECT_EQ(open.identify(credentials).caller.name, "anonymous");
    credentials.host = "192.0.2.1";
    credentials.ownAddress = "192.0.2.1";
    credentials.address = "192.0.2.7";
    credentials.isLoopback = false;
    EXPECT_EQ(open.identify(credentials).caller.role, Role::Nobody);
}

// Every row of a table that has each role at each method, asked by everybody who can ask.
TEST_F(Access, letsEveryCallerDoWhatItsRoleIncludesAndNothingElse)
{
    std::vector<Route> rows;
    for (const auto role : { Role::Nobody, Role::Read, Role::Ingest, Role::Admin }) {
        static const std::string kPaths[] = { "/nobody", "/read", "/ingest", "/admin" };
        for (const auto method :
            { Method::Get, Method::Post, Method::Put, Method::Patch, Method::Delete }) {
            rows.push_back(
                { method, kPaths[static_cast<std::size_t>(role)], role, {}, "", {}, "", "" });
        }
    }
    const RouteTable table(std::move(rows));
    AccessControl open({}, clock);
    Credentials loopback;
    loopback.host = "localhost";
    loopback.isLoopback = true;
    struct Asker {
        Caller caller;
        int refusal;  ///< what it gets where it may not
    };
    const Asker askers[] = {
        { ask(std::nullopt).caller, 401 },
        { open.identify(loopback).caller, 401 },
        { ask(std::string("Bearer ") + kRead).caller, 403 },
        { ask(std::string("Bearer ") + kIngest).caller, 403 },
        { ask(std::string("Bearer ") + kAdmin).caller, 403 },
    };
    const Role may[] = { Role::Nobody, Role::Ingest, Role::Read, Role::Ingest, Role::Admin };
    for (const auto& route : table.routes()) {
        for (std::size_t n = 0; n < std::size(askers); ++n) {
            const auto refusal = AccessControl::refuse(askers[n].caller, route.role);
            const int expected = route.role <= may[n] ? 200 : askers[n].refusal;
            EXPECT_EQ(refusal ? refusal->status : 200, expected)
                << toString(route.method) << ' ' << route.pattern << " by asker " << n;
        }
    }
}

TEST(FailureLog, remembersABoundedNumberOfAddressesTheNewestOnes)
{
    FailureLog log(1);
    SteadyTime now {};
    for (int n = 0; n < 5000; ++n) {
        EXPECT_FALSE(
            log.fail("10.0." + std::to_string(n / 256) + "." + std::to_string(n % 256), now));
        now += 1ms;
    }
    EXPECT_EQ(log.size(), FailureLog::kMaxAddresses);
    EXPECT_TRUE(log.fail("10.0.19.135", now)) << "the last of them";
    EXPECT_FALSE(log.fail("10.0.0.0", now)) << "the first, long forgotten";
}

TEST(FailureLog, countsAnIpv6NetworkAsOneAndIpv4AddressesEach)
{
    FailureLog log(1);
    const SteadyTime now {};
    EXPECT_FALSE(log.fail("2001:db8::1", now));
    EXPECT_TRUE(log.fail("2001:db8::2", now));
    EXPECT_FALSE(log.fail("2001:db8:0:1::1", now));
    EXPECT_FALSE(log.fail("::ffff:192.0.2.1", now));
    EXPECT_FALSE(log.fail("::ffff:192.0.2.2", now));
}

TEST(TokenHash, isReadBackFromItsHexAndFromNothingElse)
{
    const auto hash = tokenHash("abc");
    const auto hex = toHex(hash);
    EXPECT_EQ(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(tokenHashFromHex(hex), hash);
    EXPECT_FALSE(tokenHashFromHex(hex.substr(1)));
    EXPECT_FALSE(tokenHashFromHex(hex + "0"));
    EXPECT_FALSE(tokenHashFromHex("BA" + hex.substr(2)));
    EXPECT_FALSE(tokenHashFromHex("g" + hex.substr(1)));
}

TEST(NewToken, isLongNeverTheSameAndFitsAHeader)
{
    std::set<std::string> seen;
    for (int n = 0; n < 100; ++n) {
        const auto token = newToken();
        EXPECT_EQ(token.size(), 46U);
        EXPECT_TRUE(looksLikeToken(token)) << token;
        EXPECT_TRUE(seen.insert(token).second);
    }
}

}  // namespace
}  // namespace headroom::api
