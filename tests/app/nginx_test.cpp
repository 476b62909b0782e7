// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The configuration that we ship, in the real nginx, between real clients, a depository that knows
// nothing of it, and a real headroomd.
#include "tests/support/curl_client.h"
#include "tests/support/daemon_process.h"
#include "tests/support/nginx.h"

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <memory>
#include <regex>

namespace headroom {
namespace {

constexpr const char* kRefused = "HTTP/1.1 429 ";

struct NginxInFront : testing::Test {
    void SetUp() override
    {
        ASSERT_TRUE(Nginx::isInstalled()) << "packaging/tools.sh puts it there";
    }

    /// headroomd, and nginx with what else is to be edited in its configuration.
    void start(std::vector<std::string> more = { "--syslog", "127.0.0.1:0" },
        std::vector<Replacement> edits = {})
    {
        std::vector<std::string> arguments { "--state-dir", state.path().string(), "--listen",
            "127.0.0.1:0", "--connections-per-address", "512" };
        arguments.insert(arguments.end(), more.begin(), more.end());
        daemon.emplace(HEADROOMD, std::move(arguments), scratch.path());
        const auto url = daemon->url();
        ASSERT_FALSE(url.empty()) << daemon->log();
        service.emplace(url);
        edits.emplace_back("127.0.0.1:8000", url.substr(std::string("http://").size()));
        std::smatch found;
        const auto log = daemon->log();
        ASSERT_TRUE(std::regex_search(log, found, std::regex("access log is taken on (\\S+)")))
            << log;
        edits.emplace_back("127.0.0.1:8514", found[1]);
        nginx = std::make_unique<Nginx>(upstream.port(), edits);
        ASSERT_TRUE(nginx->isRunning()) << nginx->errors();
        client.emplace(nginx->url());
    }

    boost::json::value status()
    {
        const auto answer = service->get("/metrics/scale-status");
        EXPECT_EQ(answer.status, 200) << answer.body;
        return boost::json::parse(answer.body);
    }
    std::int64_t inFlight() { return status().at("write_gate").at("in_flight").as_int64(); }
    double sampleOf(const std::string& line)
    {
        const auto text = service->get("/metrics").body;
        const auto at = text.find('\n' + line + ' ');
        return at == std::string::npos ? -1 : std::stod(text.substr(at + line.size() + 2));
    }
    static RawResponse writeThrough(std::uint16_t port)
    {
        auto writer = RawClient::to(port);
        return writer.ask("POST /store/artifact HTTP/1.1\r\nHost: depository\r\n"
                          "Content-Length: 5\r\n\r\nbytes");
    }
    /// So many at once, each from a client of its own.
    [[nodiscard]] std::vector<std::jthread> writeAtOnce(int count, std::vector<RawResponse>& into)
    {
        into.resize(static_cast<std::size_t>(count));
        std::vector<std::jthread> writers;
        for (auto& response : into) {
            writers.emplace_back([this, &response] {
                response = writeThrough(nginx->port());
                ++answered;
            });
        }
        return writers;
    }

    TempDir state;
    TempDir scratch;
    HoldingUpstream upstream;
    std::optional<DaemonProcess> daemon;
    std::optional<CurlClient> service;
    std::unique_ptr<Nginx> nginx;
    std::optional<CurlClient> client;
    std::atomic<int> answered { 0 };
};

TEST_F(NginxInFront, whoeverTypesWhatThePageSaysSeesTheWriteEnd)
{
    start();
    std::ifstream page(HEADROOM_NGINX_PAGE);
    const std::string text { std::istreambuf_iterator<char>(page), {} };
    const auto typed = [&](const std::string& shown, const std::string& ours) {
        EXPECT_NE(text.find(shown), std::string::npos) << "docs/nginx.md does not say it any more";
        const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(ours.c_str(), "r"), &::pclose);
        std::string said(4096, '\0');
        said.resize(std::fread(said.data(), 1, said.size(), pipe.get()));
        return said;
    };
    EXPECT_TRUE(typed("curl -si -d hello http://localhost/store/x",
        "curl -si -d hello " + nginx->url() + "/store/x")
                    .starts_with("HTTP/1.1 201 Created"));
    std::string lines;
    EXPECT_TRUE(waitUntil([&] {
        lines = typed("curl -s http://127.0.0.1:8000/metrics | grep headroom_proxy_lines",
            "curl -s " + daemon->url() + "/metrics | grep headroom_proxy_lines");
        return lines.find("write_ended\"} 1") != std::string::npos;
    })) << lines;
}

TEST_F(NginxInFront, ofAHundredAndTwentyParallelWritesAHundredGoThroughAndTheRestGet429)
{
    start();
    upstream.hold(true);
    std::vector<RawResponse> responses;
    {
        const auto writers = writeAtOnce(120, responses);
        EXPECT_TRUE(waitUntil([&] { return upstream.held() == 100 && answered == 20; }))
            << upstream.held() << ' ' << answered << nginx->errors();
        EXPECT_EQ(inFlight(), 100);
        EXPECT_EQ(client->get("/store/artifact").status, 201) << "reads pass a paused gate";
        upstream.hold(false);
    }
    EXPECT_EQ(upstream.writes(), 100);
    EXPECT_EQ(upstream.mostHeld(), 100);
    int refused = 0;
    for (const auto& response : responses) {
        if (response.status == 201) {
            continue;
        }
        ++refused;
        EXPECT_TRUE(response.head.starts_with(kRefused)) << response.head;
        EXPECT_GE(std::atoi(response.header("Retry-After").c_str()), 1) << response.head;
        EXPECT_TRUE(response.body.starts_with(R"({"detail":)")) << response.body;
    }
    EXPECT_EQ(refused, 20);
    EXPECT_TRUE(waitUntil([&] { return inFlight() == 0; })) << "each end was told";
    EXPECT_EQ(sampleOf("headroom_proxy_lines_total{fate=\"write_ended\"}"), 100);
    EXPECT_EQ(sampleOf("headroom_proxy_lines_total{fate=\"unknown_request\"}"), 0);
    EXPECT_EQ(sampleOf("headroom_proxy_lines_total{fate=\"malformed\"}"), 0);
}

TEST_F(NginxInFront, aBurstOfFourHundredIsRefusedAndNeverTakenForAServiceThatIsAway)
{
    // Open, where a question that found no connection would let its write through.
    start({ "--syslog", "127.0.0.1:0" },
        { { "default @headroom_closed", "default @headroom_open" } });
    upstream.hold(true);
    std::vector<RawResponse> responses;
    {
        const auto writers = writeAtOnce(400, responses);
        EXPECT_TRUE(waitUntil([&] { return upstream.held() == 100 && answered == 300; }))
            << upstream.held() << ' ' << answered << nginx->errors();
        upstream.hold(false);
    }
    EXPECT_EQ(upstream.writes(), 100);
    EXPECT_EQ(std::ranges::count(responses, 201, &RawResponse::status), 100);
    EXPECT_EQ(std::ranges::count(responses, 429, &RawResponse::status), 300);
    EXPECT_TRUE(std::ranges::all_of(responses, [](const RawResponse& response) {
        return response.status == 201 || !response.header("Retry-After").empty();
    }));
    EXPECT_TRUE(waitUntil([&] { return inFlight() == 0; }));
}

TEST_F(NginxInFront, aFilledStorageIs503AndReadsPass)
{
    start();
    EXPECT_EQ(writeThrough(nginx->port()).status, 201);
    const auto told
        = service->ask("POST", "/api/v1/observations", R"({"used_bytes": 1073741824000})");
    ASSERT_EQ(told.status, 200) << told.body;
    RawResponse refused;
    ASSERT_TRUE(waitUntil([&] {
        refused = writeThrough(nginx->port());
        return refused.status != 201;
    }));
    EXPECT_EQ(refused.status, 503);
    EXPECT_GE(std::atoi(refused.header("Retry-After").c_str()), 1) << refused.head;
    EXPECT_NE(refused.body.find("storage is full"), std::string::npos) << refused.body;
    const int reached = upstream.writes();
    EXPECT_EQ(client->ask("DELETE", "/store/artifact").status, 503);
    EXPECT_EQ(upstream.writes(), reached);
    EXPECT_EQ(client->get("/store/artifact").status, 201);
    EXPECT_EQ(client->ask("POST", "/elsewhere", "x").status, 201) << "other paths are untouched";
}

TEST_F(NginxInFront, anArtifactAboveTheCertifiedSizeIs413)
{
    start();
    auto writer = RawClient::to(nginx->port());
    const auto refused = writer.ask("PUT /store/huge HTTP/1.1\r\nHost: depository\r\n"
                                    "Content-Length: 629145600\r\n\r\n");
    EXPECT_EQ(refused.status, 413) << refused.head;
    EXPECT_EQ(upstream.writes(), 0);
    EXPECT_EQ(inFlight(), 0);
}

TEST_F(NginxInFront, sizesAndLatenciesComeFromTheSameLines)
{
    start();
    const auto written = client->ask("POST", "/store/artifact", std::string(3000, 'a'));
    EXPECT_EQ(written.status, 201) << written.body;
    EXPECT_TRUE(
        waitUntil([&] { return sampleOf("headroom_artifact_size_largest_bytes") == 3000; }));
    EXPECT_EQ(client->get("/store/artifact").status, 201);
    EXPECT_TRUE(waitUntil([&] { return sampleOf("headroom_query_latency_seconds_count") == 1; }));
    EXPECT_EQ(sampleOf("headroom_gate_writes_admitted_total"), 1);
}

TEST_F(NginxInFront, clientsThatAreKilledLeakNothing)
{
    start();
    upstream.hold(true);
    constexpr int kClients = 40;
    {
        std::list<ChildProcess> clients;
        for (int i = 0; i < kClients; ++i) {
            clients.emplace_back(std::vector<std::string> { "/usr/bin/curl", "-s", "-d", "bytes",
                                     nginx->url() + "/store/artifact" },
                scratch.path() / "curl");
        }
        ASSERT_TRUE(waitUntil([&] { return upstream.held() == kClients; }));
        ASSERT_TRUE(waitUntil([&] { return inFlight() == kClients; }));
        for (auto& one : clients) {
            one.end(SIGKILL);
        }
    }
    // Long before their leases would run out: nginx has noticed and said so.
    EXPECT_TRUE(waitUntil([&] { return inFlight() == 0; }, std::chrono::seconds(30)));
    EXPECT_EQ(sampleOf("headroom_gate_leases_expired_total"), 0);
    EXPECT_EQ(sampleOf("headroom_proxy_lines_total{fate=\"write_ended\"}"), kClients);
}

TEST_F(NginxInFront, aClientThatIsKilledWhileItsAdmissionIsAskedLeaksNothing)
{
    start();
    daemon->stop();
    auto writer = RawClient::to(nginx->port());
    writer.send(
        "POST /store/artifact HTTP/1.1\r\nHost: depository\r\nContent-Length: 5\r\n\r\nbytes");
    // Answered, so what came before it has been read.
    EXPECT_EQ(client->get("/elsewhere").status, 201);
    writer.reset();
    EXPECT_EQ(client->get("/elsewhere").status, 201);
    daemon->signal(SIGCONT);
    EXPECT_TRUE(waitUntil([&] { return sampleOf("headroom_gate_writes_admitted_total") == 1; }));
    EXPECT_TRUE(waitUntil([&] { return inFlight() == 0; }, std::chrono::seconds(30)));
    EXPECT_EQ(sampleOf("headroom_gate_leases_expired_total"), 0);
}

TEST_F(NginxInFront, neitherCookiesNorTokensNorOriginsOfClientsReachTheGate)
{
    start();
    const auto answer = client->ask("POST", "/store/artifact", "x",
        { "Authorization: Bearer the-depositorys-own", "Origin: https://elsewhere.example",
            "X-Request-Id: chosen", "X-Headroom-Ttl-Ms: 1", "Transfer-Encoding: chunked" });
    EXPECT_EQ(answer.status, 201) << answer.body;
    EXPECT_TRUE(waitUntil([&] { return inFlight() == 0; }));
}

TEST_F(NginxInFront, withoutHeadroomdWritesWaitAndReadsPass)
{
    start();
    EXPECT_EQ(writeThrough(nginx->port()).status, 201);
    const int before = upstream.writes();
    daemon->signal(SIGKILL);
    EXPECT_EQ(daemon->exitCode(), 128 + SIGKILL);
    const auto refused = writeThrough(nginx->port());
    EXPECT_EQ(refused.status, 503) << refused.head;
    EXPECT_EQ(refused.header("Retry-After"), "5");
    EXPECT_EQ(upstream.writes(), before);
    EXPECT_EQ(client->get("/store/artifact").status, 201);
}

TEST_F(NginxInFront, failsOpenWhereThatIsWanted)
{
    start({ "--syslog", "127.0.0.1:0" },
        { { "default @headroom_closed", "default @headroom_open" } });
    daemon->signal(SIGKILL);
    EXPECT_EQ(daemon->exitCode(), 128 + SIGKILL);
    EXPECT_EQ(writeThrough(nginx->port()).status, 201);
    EXPECT_EQ(upstream.writes(), 1);
}

TEST_F(NginxInFront, asksWithATokenAndTellsThroughASocketFile)
{
    const auto tokens = scratch.path() / "tokens";
    DaemonProcess making(HEADROOMD,
        { "token", "new", "--role", "ingest", "--name", "nginx", "--file", tokens.string() },
        scratch.path());
    ASSERT_EQ(making.exitCode(), 0) << making.log();
    auto token = making.output();
    token.erase(token.find_last_not_of('\n') + 1);
    const auto socket = (scratch.path() / "log.sock").string();
    start({ "--token-file", tokens.string(), "--syslog", "unix:" + socket, "--syslog-caller",
              "nginx" },
        { { "#proxy_set_header Authorization \"Bearer hr_…\"",
            "proxy_set_header Authorization \"Bearer " + token + '"' } });
    service->setToken(token);
    upstream.hold(true);
    std::vector<RawResponse> responses;
    {
        const auto writers = writeAtOnce(3, responses);
        EXPECT_TRUE(waitUntil([&] { return upstream.held() == 3; }));
        EXPECT_EQ(inFlight(), 3);
        upstream.hold(false);
    }
    EXPECT_TRUE(waitUntil([&] { return inFlight() == 0; }));
    EXPECT_EQ(sampleOf("headroom_proxy_lines_total{fate=\"write_ended\"}"), 3);
}

TEST_F(NginxInFront, aWrongTokenIsAsIfNobodyWereThere)
{
    const auto tokens = scratch.path() / "tokens";
    DaemonProcess making(HEADROOMD,
        { "token", "new", "--role", "ingest", "--name", "nginx", "--file", tokens.string() },
        scratch.path());
    ASSERT_EQ(making.exitCode(), 0) << making.log();
    start({ "--token-file", tokens.string(), "--syslog", "127.0.0.1:0" });
    EXPECT_EQ(writeThrough(nginx->port()).status, 503);
    EXPECT_EQ(client->get("/store/artifact").status, 201);
}

}  // namespace
}  // namespace headroom
