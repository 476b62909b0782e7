// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/access.h"
#include "monitor_core/api/detail/host_name.h"
#include "tests/support/manual_clock.h"

#include <gtest/gtest.h>

namespace headroom::api {
namespace {

constexpr auto kNone = "(none)";

/// A request as a browser on the same machine, or something beside it, can make it; the service is
/// open on loopback, is called headroom.example.org too, and lists https://desk.example.org.
struct Row {
    const char* host;
    const char* origin;  ///< kNone: the header is not there
    int status;  ///< 200: identified
    bool isRemote = false;  ///< from 192.0.2.7 to 192.0.2.1, else over loopback
};

constexpr Row kRows[] = {
    // The service's own names, with and without a port; tunnels change the port.
    { "localhost", kNone, 200 },
    { "localhost:8000", kNone, 200 },
    { "LOCALHOST:8000", kNone, 200 },
    { "localhost.:8000", kNone, 200 },
    { "localhost:9000", kNone, 200 },
    { "127.0.0.1:8000", kNone, 200 },
    { "[::1]:8000", kNone, 200 },
    { "[::1]", kNone, 200 },
    { "headroom.example.org", kNone, 200 },
    { "Headroom.Example.org:443", kNone, 200 },
    // A rebound name: the page's own, pointing here.
    { "evil.example", kNone, 421 },
    { "evil.example:8000", kNone, 421 },
    { "localhost.evil.example:8000", kNone, 421 },
    { "127.0.0.1.evil.example", kNone, 421 },
    { "evil.example:8000", "http://evil.example:8000", 421 },
    { "a.headroom.example.org", kNone, 421 },
    { "headroom.example.org.evil.example", kNone, 421 },
    // Other spellings of 127.0.0.1 that some libraries resolve.
    { "0.0.0.0:8000", kNone, 421 },
    { "127.1", kNone, 421 },
    { "2130706433", kNone, 421 },
    { "0x7f000001", kNone, 421 },
    { "[::ffff:127.0.0.1]:8000", kNone, 421 },
    // No hosts at all.
    { "", kNone, 421 },
    { "localhost:", kNone, 421 },
    { "localhost:0", kNone, 421 },
    { "localhost:80000", kNone, 421 },
    { "localhost:8000:8000", kNone, 421 },
    { "user@localhost", kNone, 421 },
    { "localhost/metrics", kNone, 421 },
    { "[::1:8000", kNone, 421 },
    { "::1", kNone, 421 },
    { "local host", kNone, 421 },
    { "localhost\t", kNone, 421 },
    // A page of another site asks the right host: fetch, form, preflight.
    { "localhost:8000", "https://evil.example", 403 },
    { "localhost:8000", "null", 403 },
    { "localhost:8000", "", 403 },
    { "localhost:8000", "http://localhost:8000", 403 },
    { "localhost:8000", "http://localhost:3000", 403 },
    { "localhost:8000", "https://desk.example.org.evil.example", 403 },
    { "localhost:8000", "http://desk.example.org", 403 },
    { "localhost:8000", "https://desk.example.org:8443", 403 },
    { "localhost:8000", "https://desk.example.org", 200 },
    // From the network, loopback's names are nobody's.
    { "192.0.2.1:8000", kNone, 200, true },
    { "headroom.example.org", kNone, 200, true },
    { "localhost", kNone, 421, true },
    { "127.0.0.1", kNone, 421, true },
    { "[::1]", kNone, 421, true },
    { "192.0.2.2", kNone, 421, true },
};
static_assert(std::size(kRows) >= 40);

TEST(Browsers, getNoWrongAnswerFromTheirPages)
{
    ManualClock clock;
    AccessSettings settings;
    settings.hosts = { "headroom.example.org" };
    settings.origins = { "https://desk.example.org" };
    AccessControl control(settings, clock);
    for (const auto& row : kRows) {
        Credentials credentials;
        credentials.host = row.host;
        if (std::string_view(row.origin) != kNone) {
            credentials.origin = row.origin;
        }
        credentials.isLoopback = !row.isRemote;
        credentials.address = row.isRemote ? "192.0.2.7" : "127.0.0.1";
        credentials.ownAddress = row.isRemote ? "192.0.2.1" : "127.0.0.1";
        const auto verdict = control.identify(credentials);
        const int status = verdict.refusal ? verdict.refusal->status : 200;
        EXPECT_EQ(status, row.status) << row.host << " from " << row.origin;
        if (verdict.refusal) {
            EXPECT_EQ(verdict.caller.role, Role::Nobody);
            for (const auto& [name, value] : verdict.refusal->headers) {
                EXPECT_NE(name.rfind("Access-Control-", 0), 0U) << name;
            }
        }
    }
}

TEST(Browsers, cannotUseUpTheFailuresOfTheirMachine)
{
    ManualClock clock;
    AccessControl control({}, clock);
    Credentials page;
    page.host = "localhost:8000";
    page.origin = "https://evil.example";
    page.authorization = "Bearer wrong";
    page.address = "127.0.0.1";
    page.isLoopback = true;
    for (int n = 0; n < 50; ++n) {
        EXPECT_EQ(control.identify(page).reason, "foreign_origin");
    }
    page.origin.reset();
    EXPECT_EQ(control.identify(page).refusal->status, 401);
}

TEST(HostName, isLowerCaseAndWithoutItsPort)
{
    EXPECT_EQ(hostName("Example.ORG:8000"), "example.org");
    EXPECT_EQ(hostName("[2001:DB8::1]:443"), "2001:db8::1");
    EXPECT_FALSE(hostName(std::string(256, 'a')));
    EXPECT_FALSE(hostName(std::string_view("a\0b", 3)));
}

}  // namespace
}  // namespace headroom::api
