// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every route of the real program, asked by everybody. The table is written by hand: a route that
// is added, or whose role changes, is an error here until somebody has thought about it.
#include "tests/app/headroomd_fixture.h"
#include "tests/support/raw_client.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <set>

namespace headroom {
namespace {

enum Role { Nobody, Read, Ingest, Admin };

struct Row {
    const char* method;
    const char* path;
    Role role;
};

constexpr Row kRows[] = {
    { "GET", "/metrics/scale-status", Read },
    { "GET", "/metrics/concurrent-writes", Read },
    { "GET", "/metrics/storage-capacity", Read },
    { "GET", "/metrics/write-throughput", Read },
    { "GET", "/metrics/query-performance", Read },
    { "GET", "/metrics/alerts", Read },
    { "GET", "/metrics/alert-history", Read },
    { "POST", "/metrics/record-query-latency", Ingest },
    { "GET", "/governance/scale/certification", Read },
    { "GET", "/governance/scale/what-scales-safely", Read },
    { "GET", "/governance/scale/what-does-not-scale", Read },
    { "GET", "/governance/scale/never-assume", Read },
    { "GET", "/governance/scale/thresholds", Read },
    { "GET", "/governance/scale/what-scales", Read },
    { "POST", "/governance/scale/validate", Read },
    { "GET", "/governance/scale/limits", Read },
    { "GET", "/governance/scale/proximity/{limit}", Read },
    { "GET", "/health", Nobody },
    { "GET", "/ready", Nobody },
    { "GET", "/metrics", Read },
    { "GET", "/openapi.json", Read },
    { "GET", "/api/v1/snapshot", Read },
    { "GET", "/api/v1/events", Read },
    { "GET", "/api/v1/whoami", Read },
    { "GET", "/api/v1/slow-queries", Read },
    { "POST", "/api/v1/operations", Ingest },
    { "PATCH", "/api/v1/operations/{id}", Ingest },
    { "DELETE", "/api/v1/operations/{id}", Ingest },
    { "DELETE", "/api/v1/operations/by-request/{id}", Ingest },
    { "GET", "/api/v1/admission", Ingest },
    { "POST", "/api/v1/admission", Ingest },
    { "POST", "/api/v1/observations", Ingest },
    { "GET", "/api/v1/history", Read },
    { "GET", "/api/v1/forecast", Read },
    { "GET", "/api/v1/alerts", Read },
    { "GET", "/api/v1/alerts/history", Read },
    { "POST", "/api/v1/alerts/{id}/acknowledge", Admin },
    { "POST", "/api/v1/alerts/{id}/shelve", Admin },
    { "POST", "/api/v1/alerts/{id}/unshelve", Admin },
    { "GET", "/api/v1/thresholds", Read },
    { "PUT", "/api/v1/thresholds", Admin },
    { "GET", "/api/v1/certification", Read },
    { "POST", "/api/v1/certification/reviews", Admin },
    { "GET", "/api/v1/audit", Read },
    { "GET", "/api/v1/audit/verify", Read },
    { "POST", "/api/v1/workload", Admin },
    { "POST", "/api/v1/workload/free-space", Admin },
};

struct RoleMatrix : Headroomd {
    void SetUp() override
    {
        const auto file = scratch.path() / "tokens";
        tokens = { "", newToken(file, "read", "wall"), newToken(file, "ingest", "store"),
            newToken(file, "admin", "mara") };
        daemon = start({ "--token-file", file.string() });
        const auto url = daemon->url();
        ASSERT_FALSE(url.empty()) << daemon->log();
        port = static_cast<std::uint16_t>(std::stoi(url.substr(url.rfind(':') + 1)));
    }

    /// The status of the answer; its head alone is read, since events have no end.
    [[nodiscard]] int ask(const std::string& method, std::string path, Role who) const
    {
        if (const auto brace = path.find('{'); brace != std::string::npos) {
            path.replace(brace, path.find('}') - brace + 1, "nothing");
        }
        auto client = RawClient::to(port);
        const auto& token = tokens.at(static_cast<std::size_t>(who));
        client.send(method + ' ' + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n"
            + (token.empty() ? "" : "Authorization: Bearer " + token + "\r\n") + "\r\n");
        return client.read(true).status;
    }

    std::array<std::string, 4> tokens;
    std::unique_ptr<DaemonProcess> daemon;
    std::uint16_t port = 0;
};

TEST_F(RoleMatrix, hasARowForEveryRouteThatIsThere)
{
    CurlClient client("http://127.0.0.1:" + std::to_string(port));
    client.setToken(tokens[Read]);
    const auto document = boost::json::parse(client.get("/openapi.json").body);
    std::set<std::string> served;
    for (const auto& [path, methods] : document.at("paths").as_object()) {
        for (const auto& [name, operation] : methods.as_object()) {
            std::string method(name);
            std::ranges::transform(method, method.begin(),
                [](char c) { return static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c); });
            served.insert(method + ' ' + std::string(path));
        }
    }
    std::set<std::string> listed;
    for (const auto& row : kRows) {
        listed.insert(std::string(row.method) + ' ' + row.path);
    }
    EXPECT_EQ(served, listed);
}

TEST_F(RoleMatrix, letsEachCallerDoWhatItsRoleMayAndNothingElse)
{
    for (const auto& row : kRows) {
        for (const Role who : { Nobody, Read, Ingest, Admin }) {
            const int status = ask(row.method, row.path, who);
            const auto what
                = std::string(row.method) + ' ' + row.path + " as " + std::to_string(who);
            if (who >= row.role) {
                EXPECT_NE(status, 0) << what;
                EXPECT_NE(status, 401) << what;
                EXPECT_NE(status, 403) << what;
                EXPECT_NE(status, 500) << what;
            } else {
                EXPECT_EQ(status, who == Nobody ? 401 : 403) << what;
            }
        }
    }
}

TEST_F(RoleMatrix, letsNobodyThroughByAnotherMethod)
{
    constexpr std::array kMethods { "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE" };
    for (const auto& row : kRows) {
        for (const std::string method : kMethods) {
            const bool isListed = std::ranges::any_of(kRows, [&](const Row& other) {
                return other.path == std::string_view(row.path) && method == other.method;
            });
            if (isListed) {
                continue;
            }
            const int status = ask(method, row.path, Nobody);
            if (method == "HEAD") {  // as GET, where there is one
                EXPECT_TRUE(status == 401 || status == 405 || row.role == Nobody)
                    << method << ' ' << row.path << ' ' << status;
            } else {
                EXPECT_TRUE(status >= 401 && status <= 501) << method << ' ' << row.path << status;
            }
        }
    }
}

}  // namespace
}  // namespace headroom
