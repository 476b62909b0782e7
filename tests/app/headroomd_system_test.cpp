// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The real program with TLS, under a service manager, and what lasts and changes while it runs.
#include "tests/app/headroomd_fixture.h"
#include "tests/support/test_certificate.h"
#include "tests/support/wait_until.h"

#include <boost/json.hpp>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include <algorithm>
#include <set>

namespace headroom {
namespace {

namespace json = boost::json;

struct HeadroomdTls : Headroomd {
    HeadroomdTls()
    {
        identity.write(certificate);
        std::FILE* const out = std::fopen(key.c_str(), "w");
        PEM_write_PrivateKey(out, identity.key.get(), nullptr, nullptr, 0, nullptr, nullptr);
        std::fclose(out);
        ::chmod(key.c_str(), 0600);
    }
    [[nodiscard]] std::unique_ptr<DaemonProcess> startTls() const
    {
        return start({ "--tls-cert", certificate, "--tls-key", key });
    }

    TestCertificate identity;
    std::string certificate = (scratch.path() / "cert.pem").string();
    std::string key = (scratch.path() / "key.pem").string();
};

TEST_F(HeadroomdTls, speaksHttpsToThoseWhoTrustItsCertificateAndToNobodyElse)
{
    const auto daemon = startTls();
    const auto url = daemon->url();
    ASSERT_TRUE(url.starts_with("https://127.0.0.1:")) << url << daemon->log();
    CurlClient trusting(url);
    trusting.setTrusted(certificate);
    EXPECT_EQ(trusting.get("/health").status, 200);
    EXPECT_EQ(trusting.get("/metrics/scale-status").status, 200);

    const auto other = (scratch.path() / "other.pem").string();
    TestCertificate().write(other);
    CurlClient wary(url);
    wary.setTrusted(other);
    EXPECT_EQ(wary.get("/health").status, 0);
    EXPECT_NE(CurlClient("http" + url.substr(5)).get("/health").status, 200) << "no plain text";
    EXPECT_EQ(trusting.get("/health").status, 200);
    daemon->signal(SIGTERM);
    EXPECT_EQ(daemon->exitCode(), 0) << daemon->log();
}

TEST_F(HeadroomdTls, isServedBeyondThisMachineWithTokensOnly)
{
    const auto tokens = scratch.path() / "tokens";
    const auto token = newToken(tokens, "read", "wall");
    const auto daemon = start({ "--listen", "0.0.0.0:0", "--tls-cert", certificate, "--tls-key",
        key, "--token-file", tokens.string() });
    const auto url = daemon->url();
    ASSERT_TRUE(url.starts_with("https://0.0.0.0:")) << url << daemon->log();
    CurlClient client("https://127.0.0.1" + url.substr(url.rfind(':')));
    client.setTrusted(certificate);
    EXPECT_EQ(client.get("/metrics/scale-status").status, 401);
    client.setToken(token);
    EXPECT_EQ(client.get("/metrics/scale-status").status, 200);
}

TEST_F(HeadroomdTls, refusesToStartWithAKeyThatOthersCanReadOrThatIsNoKey)
{
    ::chmod(key.c_str(), 0644);
    const auto readable = startTls();
    EXPECT_EQ(readable->exitCode(), 78);
    EXPECT_NE(readable->log().find("key.pem"), std::string::npos) << readable->log();
    std::ofstream(key) << "no key\n";
    ::chmod(key.c_str(), 0600);
    const auto broken = startTls();
    EXPECT_EQ(broken->exitCode(), 78);
    EXPECT_NE(broken->log().find("key.pem"), std::string::npos) << broken->log();
}

/// What a service manager hears.
class NotifySocket {
public:
    explicit NotifySocket(const std::filesystem::path& path)
        : socket_(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0))
    {
        sockaddr_un address {};
        address.sun_family = AF_UNIX;
        std::ranges::copy(path.string(), std::begin(address.sun_path));
        EXPECT_EQ(::bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    }
    ~NotifySocket() { ::close(socket_); }
    NotifySocket(const NotifySocket&) = delete;
    NotifySocket& operator=(const NotifySocket&) = delete;

    /// All messages so far.
    const std::vector<std::string>& messages()
    {
        char bytes[4096];
        for (ssize_t got = 0; (got = ::recv(socket_, bytes, sizeof bytes, 0)) >= 0;) {
            messages_.emplace_back(bytes, static_cast<std::size_t>(got));
        }
        return messages_;
    }
    std::ptrdiff_t count(const std::string& start)
    {
        return std::ranges::count_if(
            messages(), [&](const std::string& one) { return one.starts_with(start); });
    }

private:
    int socket_;
    std::vector<std::string> messages_;
};

TEST_F(Headroomd, tellsItsServiceManagerThatItIsReadyAliveReloadingAndStopping)
{
    const auto path = scratch.path() / "notify";
    NotifySocket manager(path);
    DaemonProcess daemon("/usr/bin/env",
        { "NOTIFY_SOCKET=" + path.string(), "WATCHDOG_USEC=100000", HEADROOMD, "--state-dir",
            state.path().string(), "--listen", "127.0.0.1:0" },
        scratch.path());
    const auto url = daemon.url();
    ASSERT_FALSE(url.empty()) << daemon.log();
    ASSERT_TRUE(waitUntil([&] { return manager.count("READY=1") == 1; }));
    EXPECT_NE(manager.messages().front().find("STATUS=listening on " + url), std::string::npos);
    EXPECT_TRUE(waitUntil([&] { return manager.count("WATCHDOG=1") >= 3; }));
    daemon.signal(SIGHUP);
    EXPECT_TRUE(waitUntil([&] { return manager.count("READY=1") == 2; }));
    EXPECT_EQ(manager.count("RELOADING=1"), 1);
    daemon.signal(SIGTERM);
    EXPECT_EQ(daemon.exitCode(), 0) << daemon.log();
    EXPECT_EQ(manager.count("STOPPING=1"), 1);
    EXPECT_TRUE(manager.messages().back().starts_with("STOPPING=1")) << "no sign of life after it";
}

TEST_F(Headroomd, showsTheEscalationOfTheContactsThatWereReadLast)
{
    const auto daemon = start();
    CurlClient client(daemon->url());
    const auto rows = [&] {
        return json::serialize(
            json::parse(client.get("/governance/scale/thresholds").body).at("escalation_matrix"));
    };
    // The first tick comes a moment after the port is open.
    ASSERT_TRUE(
        waitUntil([&] { return client.get("/governance/scale/thresholds").status == 200; }));
    EXPECT_EQ(rows().find("Night_Desk"), std::string::npos);
    std::ofstream(state.path() / "contacts.json") << R"({"format": 1,
        "contacts": {"Night_Desk": {"people": ["Mara Lind"]}},
        "escalation": [{"type": "WRITE_THROUGHPUT", "when": "RED", "to": "Night_Desk",
                        "respond_within_seconds": 1800}]})";
    daemon->signal(SIGHUP);
    EXPECT_TRUE(waitUntil([&] { return rows().find("Night_Desk") != std::string::npos; }))
        << rows() << daemon->log();
}

struct HeadroomdThresholds : Headroomd {
    static json::object thresholds(CurlClient& client)
    {
        const auto answer = client.get("/api/v1/thresholds");
        EXPECT_EQ(answer.status, 200) << answer.body;
        return json::parse(answer.body).as_object();
    }
    static double yellowStorage(const json::object& shown)
    {
        return shown.at("policy")
            .at("thresholds")
            .at("total_storage")
            .at("yellow")
            .at("at_least_ratio")
            .as_double();
    }
    static std::string withYellow(json::object shown, double ratio)
    {
        auto& policy = shown["policy"].as_object();
        policy["thresholds"].at("total_storage").at("yellow").at("at_least_ratio") = ratio;
        return json::serialize(json::object { { "policy", policy },
            { "version", shown.at("version") }, { "reason", "a smaller store" } });
    }
};

TEST_F(HeadroomdThresholds, areChangedByAPutRefusedWhenStaleAndKeptOverARestart)
{
    {
        const auto daemon = start();
        CurlClient client(daemon->url());
        client.setToken(adminToken());
        ASSERT_TRUE(waitUntil([&] { return client.get("/api/v1/thresholds").status == 200; }));
        const auto before = thresholds(client);
        const auto body = withYellow(before, 0.6);
        const auto put = client.ask("PUT", "/api/v1/thresholds", body);
        ASSERT_EQ(put.status, 200) << put.body;
        const auto after = thresholds(client);
        EXPECT_EQ(yellowStorage(after), 0.6);
        EXPECT_GT(after.at("version").as_int64(), before.at("version").as_int64());

        const auto stale = client.ask("PUT", "/api/v1/thresholds", withYellow(before, 0.5));
        EXPECT_EQ(stale.status, 409) << stale.body;
        EXPECT_TRUE(stale.body.starts_with(R"({"detail":)")) << stale.body;
        EXPECT_EQ(yellowStorage(thresholds(client)), 0.6) << "nothing of it was taken";

        const auto audit = client.get("/api/v1/audit").body;
        EXPECT_NE(audit.find("a smaller store"), std::string::npos) << audit;
        fillStorage(client, 0.65);
        EXPECT_TRUE(waitUntil([&] {
            const auto status = json::parse(client.get("/metrics/storage-capacity").body);
            return status.at("level").as_string() == "YELLOW";
        })) << "they judge";
        daemon->signal(SIGKILL);
        EXPECT_EQ(daemon->exitCode(), 128 + SIGKILL);
    }
    const auto daemon = start();
    CurlClient client(daemon->url());
    ASSERT_TRUE(waitUntil([&] { return client.get("/api/v1/thresholds").status == 200; }));
    EXPECT_EQ(yellowStorage(thresholds(client)), 0.6) << "from the first tick on";
}

TEST_F(Headroomd, refusesATokenInTheAddressAndKeepsItOutOfItsLog)
{
    const auto daemon = start();
    CurlClient client(daemon->url());
    const auto token = adminToken();
    const std::string queries[] = { "token=" + token, "access_token=" + token, "Api_Key=x",
        "a=1&authorization=Bearer%20" + token, "anything=" + token, "%74oken=x" };
    for (const auto& query : queries) {
        const auto answer = client.get("/metrics/scale-status?" + query);
        EXPECT_EQ(answer.status, 400) << query;
        EXPECT_NE(answer.body.find("Authorization: Bearer"), std::string::npos) << answer.body;
        EXPECT_EQ(answer.body.find(token), std::string::npos) << answer.body;
    }
    EXPECT_EQ(client.get("/metrics/scale-status?tokens=2").status, 200) << "no such name";
    EXPECT_NE(client.get("/metrics").body.find("reason=\"token_in_url\"} 6"), std::string::npos);
    daemon->signal(SIGTERM);
    EXPECT_EQ(daemon->exitCode(), 0);
    EXPECT_EQ(daemon->log().find(token), std::string::npos) << "no token in the log";
}

TEST_F(Headroomd, hasNoTwoFamiliesOfMetricsWithOneName)
{
    // OpenMetrics names a counter's family without _total, where a gauge may stand already.
    const auto daemon = start();
    CurlClient client(daemon->url());
    ASSERT_TRUE(waitUntil([&] { return client.get("/metrics/scale-status").status == 200; }));
    const auto body
        = client.ask("GET", "/metrics", {}, { "Accept: application/openmetrics-text" }).body;
    ASSERT_TRUE(body.ends_with("# EOF\n"));
    std::set<std::string> families;
    const std::string mark = "# TYPE ";
    for (auto at = body.find(mark); at != std::string::npos; at = body.find(mark, at + 1)) {
        const auto from = at + mark.size();
        const auto name = body.substr(from, body.find(' ', from) - from);
        EXPECT_TRUE(families.insert(name).second) << name;
    }
    EXPECT_TRUE(families.contains("headroom_http_connections")) << "the service's own are there";
    EXPECT_TRUE(families.contains("headroom_ingest_batches"));
}

TEST_F(Headroomd, listsProductsThatItIsToldOf)
{
    const auto daemon = start({ "--product", "search", "--product", "billing" });
    CurlClient client(daemon->url());
    ASSERT_TRUE(waitUntil([&] { return client.get("/metrics/scale-status").status == 200; }));
    const auto products = json::parse(client.get("/metrics/scale-status").body).at("products");
    EXPECT_EQ(products.at("search").at("status").as_string(), "IDLE");
    EXPECT_EQ(products.at("billing").at("status").as_string(), "IDLE");
}

TEST_F(Headroomd, takesAnAccessLogFromThisMachineAlone)
{
    for (const auto* wrong : { "0.0.0.0:8514", "192.0.2.1:8514", "[::]:8514", "8514", "unix:" }) {
        const auto daemon = start({ "--syslog", wrong });
        EXPECT_EQ(daemon->exitCode(), 78) << wrong;
        EXPECT_NE(daemon->log().find("--syslog"), std::string::npos) << daemon->log();
    }
    const auto alone = start({ "--syslog-caller", "nginx" });
    EXPECT_EQ(alone->exitCode(), 78) << "nobody would send it";
}

}  // namespace
}  // namespace headroom
