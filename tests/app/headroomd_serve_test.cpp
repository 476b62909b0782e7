// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The real program from outside: how it starts, reloads, stops and starts again.
#include "tests/app/headroomd_fixture.h"
#include "tests/support/curl_client.h"
#include "tests/support/wait_until.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include <algorithm>
#include <fstream>
#include <regex>

namespace headroom {
namespace {

using HeadroomdServe = Headroomd;

TEST_F(HeadroomdServe, saysInOneLineWhereItListensAndServesThere)
{
    const auto daemon = start();
    const auto url = daemon->url();
    ASSERT_TRUE(std::regex_match(url, std::regex("http://127\\.0\\.0\\.1:[1-9][0-9]+")))
        << url << daemon->log();
    CurlClient client(url);
    EXPECT_EQ(client.get("/health").status, 200);
    EXPECT_EQ(client.get("/metrics/scale-status").status, 200);
    daemon->signal(SIGTERM);
    EXPECT_EQ(daemon->exitCode(), 0) << daemon->log();
    EXPECT_EQ(std::ranges::count(daemon->output(), '\n'), 1) << daemon->output();
}

TEST_F(HeadroomdServe, listensOnIpv6)
{
    const auto daemon = start({ "--listen", "[::1]:0" });
    const auto url = daemon->url();
    ASSERT_TRUE(url.starts_with("http://[::1]:")) << url << daemon->log();
    EXPECT_EQ(CurlClient(url).get("/health").status, 200);
}

TEST_F(HeadroomdServe, letsNobodyAdministerWithoutTheTokenOfItsStateFolder)
{
    const auto daemon = start();
    CurlClient client(daemon->url());
    EXPECT_EQ(client.get("/api/v1/thresholds").status, 200);
    EXPECT_EQ(client.ask("PUT", "/api/v1/thresholds", "{}").status, 401);
    client.setToken("hr_not-the-token-of-this-service-but-as-long");
    EXPECT_EQ(client.get("/metrics/scale-status").status, 401);
    client.setToken(adminToken());
    EXPECT_EQ(client.get("/metrics/scale-status").status, 200);
    EXPECT_NE(client.ask("PUT", "/api/v1/thresholds", "{}").status, 401);
    struct stat status { };
    ASSERT_EQ(::stat((state.path() / "admin.token").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 07777U, 0600U);
    daemon->signal(SIGTERM);
    EXPECT_EQ(daemon->exitCode(), 0);
    EXPECT_EQ(daemon->log().find(adminToken()), std::string::npos) << "no token in the log";
}

TEST_F(HeadroomdServe, opensToNobodyWithATokenFile)
{
    const auto file = scratch.path() / "tokens";
    DaemonProcess making(HEADROOMD,
        { "token", "new", "--role", "read", "--name", "wall", "--file", file.string() },
        scratch.path());
    ASSERT_EQ(making.exitCode(), 0) << making.log();
    auto token = making.output();
    token.erase(token.find_last_not_of('\n') + 1);
    EXPECT_EQ(contentOf(file).find(token), std::string::npos);

    const auto daemon = start({ "--token-file", file.string() });
    CurlClient client(daemon->url());
    EXPECT_EQ(client.get("/metrics/scale-status").status, 401);
    EXPECT_EQ(client.get("/health").status, 200);
    client.setToken(token);
    EXPECT_EQ(client.get("/metrics/scale-status").status, 200);
    EXPECT_EQ(client.ask("POST", "/metrics/record-query-latency?latency_ms=1").status, 403);
    EXPECT_FALSE(std::filesystem::exists(state.path() / "admin.token"));
}

TEST_F(HeadroomdServe, refusesToStartWithATokenFileThatOthersCanRead)
{
    const auto file = scratch.path() / "tokens";
    std::ofstream(file) << "read wall sha256:" << std::string(64, 'a') << '\n';
    ::chmod(file.c_str(), 0644);
    const auto daemon = start({ "--token-file", file.string() });
    EXPECT_EQ(daemon->exitCode(), 78);
    EXPECT_NE(daemon->log().find("chmod 600"), std::string::npos) << daemon->log();
    EXPECT_EQ(daemon->output(), "");
}

TEST_F(HeadroomdServe, refusesToListenBeyondThisMachineWithoutTlsAndTokens)
{
    const auto daemon = start({ "--listen", "0.0.0.0:0" });
    EXPECT_EQ(daemon->exitCode(), 78);
    EXPECT_NE(daemon->log().find("--tls-cert and --tls-key, and --token-file"), std::string::npos)
        << daemon->log();
}

TEST_F(HeadroomdServe, leavesAStateFolderToTheOneThatHasIt)
{
    const auto first = start();
    ASSERT_FALSE(first->url().empty());
    const TempDir other;
    DaemonProcess second(HEADROOMD,
        { "--state-dir", state.path().string(), "--listen", "127.0.0.1:0" }, other.path());
    EXPECT_EQ(second.exitCode(), 75);
    EXPECT_NE(second.log().find(state.path().string()), std::string::npos) << second.log();
    first->signal(SIGKILL);
    EXPECT_EQ(first->exitCode(), 128 + SIGKILL);
    EXPECT_FALSE(start()->url().empty()) << "the lock ended with the process";
}

TEST_F(HeadroomdServe, leavesAPortToTheOneThatHasIt)
{
    const auto first = start();
    const auto url = first->url();
    ASSERT_FALSE(url.empty());
    const TempDir otherState;
    const TempDir other;
    const auto address = url.substr(std::string("http://").size());
    DaemonProcess second(HEADROOMD,
        { "--state-dir", otherState.path().string(), "--listen", address }, other.path());
    EXPECT_EQ(second.exitCode(), 75);
    EXPECT_NE(second.log().find(address.substr(address.find(':') + 1)), std::string::npos)
        << second.log();
    EXPECT_EQ(CurlClient(url).get("/health").status, 200) << "the first goes on";
}

TEST_F(HeadroomdServe, listsEveryFaultOfItsConfiguration)
{
    const auto file = scratch.path() / "headroomd.json";
    std::ofstream(file) << R"({"listen": "nowhere", "source": ["x"], "log_level": "loud"})";
    const auto daemon = start({ "--config", file.string(), "--listen", "nowhere" });
    EXPECT_EQ(daemon->exitCode(), 78);
    for (const auto* fault : { "--listen", "source", "log_level" }) {
        EXPECT_NE(daemon->log().find(fault), std::string::npos) << fault << daemon->log();
    }
}

TEST_F(HeadroomdServe, keepsTheOldContactsWhenTheNewOnesHaveFaultsAndSaysWhy)
{
    std::ofstream(state.path() / "contacts.json")
        << R"({"format": 1, "contacts": {"Ops_Team": {"people": ["Mara"]}}})";
    const auto daemon = start();
    const auto url = daemon->url();
    ASSERT_FALSE(url.empty()) << daemon->log();
    std::ofstream(state.path() / "contacts.json") << R"({"format": 1, "contacts": {"X": 3}})";
    daemon->signal(SIGHUP);
    EXPECT_TRUE(waitUntil([&] {
        return daemon->log().find("stay as they were") != std::string::npos;
    })) << daemon->log();
    EXPECT_NE(daemon->log().find("contacts.X"), std::string::npos) << daemon->log();
    EXPECT_EQ(CurlClient(url).get("/health").status, 200);
    std::ofstream(state.path() / "contacts.json")
        << R"({"format": 1, "contacts": {"Ops_Team": {"people": ["Jo"]}}})";
    daemon->signal(SIGHUP);
    EXPECT_TRUE(waitUntil([&] {
        return daemon->log().find("were read again") != std::string::npos;
    })) << daemon->log();
}

TEST_F(HeadroomdServe, takesNewTokensWithSighup)
{
    const auto file = scratch.path() / "tokens";
    const auto make = [&](const std::string& name) {
        const TempDir folder;
        DaemonProcess making(HEADROOMD,
            { "token", "new", "--role", "read", "--name", name, "--file", file.string() },
            folder.path());
        EXPECT_EQ(making.exitCode(), 0) << making.log();
        auto token = making.output();
        return token.erase(token.find_last_not_of('\n') + 1);
    };
    make("first");
    const auto daemon = start({ "--token-file", file.string() });
    CurlClient client(daemon->url());
    client.setToken(make("second"));
    EXPECT_EQ(client.get("/metrics/scale-status").status, 401);
    daemon->signal(SIGHUP);
    ASSERT_TRUE(
        waitUntil([&] { return daemon->log().find("were read again") != std::string::npos; }));
    EXPECT_EQ(client.get("/metrics/scale-status").status, 200);
}

TEST_F(HeadroomdServe, answersWhatIsInFlightWhenItIsAskedToStop)
{
    const auto daemon = start();
    const auto url = daemon->url();
    ASSERT_FALSE(url.empty());
    const int client = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(std::stoi(url.substr(url.rfind(':') + 1))));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ASSERT_EQ(::connect(client, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
    const std::string head
        = "POST /api/v1/observations HTTP/1.1\r\nHost: localhost\r\n"
          "Content-Type: application/json\r\nContent-Length: 19\r\n\r\n{\"used_b";
    ASSERT_EQ(
        ::send(client, head.data(), head.size(), MSG_NOSIGNAL), static_cast<ssize_t>(head.size()));
    // Seen once the service answers somebody who came later.
    EXPECT_EQ(CurlClient(url).get("/health").status, 200);
    daemon->signal(SIGTERM);
    ASSERT_TRUE(waitUntil([&] { return daemon->log().find("stopping") != std::string::npos; }));
    const std::string rest = "ytes\": 100}";
    ASSERT_EQ(
        ::send(client, rest.data(), rest.size(), MSG_NOSIGNAL), static_cast<ssize_t>(rest.size()));
    std::string answer;
    char bytes[4096];
    for (ssize_t got = 0; (got = ::recv(client, bytes, sizeof bytes, 0)) > 0;) {
        answer.append(bytes, static_cast<std::size_t>(got));
    }
    ::close(client);
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 2")) << answer;
    EXPECT_EQ(daemon->exitCode(), 0) << daemon->log();
}

TEST_F(HeadroomdServe, knowsItsOpenAlertsAndItsThresholdsAfterARestart)
{
    std::string id;
    {
        const auto daemon = start();
        CurlClient client(daemon->url());
        fillStorage(client, 0.95);
        std::string alerts;
        ASSERT_TRUE(waitUntil([&] {
            alerts = client.get("/metrics/alerts").body;
            return alerts.find("STORAGE_CAPACITY") != std::string::npos;
        })) << alerts;
        std::smatch found;
        ASSERT_TRUE(std::regex_search(alerts, found, std::regex("\"id\":\\s*\"([^\"]+)\"")));
        id = found[1];
        daemon->signal(SIGKILL);
        EXPECT_EQ(daemon->exitCode(), 128 + SIGKILL);
    }
    const auto daemon = start();
    CurlClient client(daemon->url());
    std::string alerts;
    EXPECT_TRUE(waitUntil([&] {
        alerts = client.get("/metrics/alerts").body;
        return alerts.find('"' + id + '"') != std::string::npos;
    })) << id
        << '\n'
        << alerts;
}

}  // namespace
}  // namespace headroom
