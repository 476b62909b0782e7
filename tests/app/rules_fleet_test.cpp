// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A fleet of three from end to end: headroomd, Prometheus with our rules, Alertmanager with our
// routes; all real, all on loopback.
#include "tests/monitor_core/notify/alertmanager.h"
#include "tests/support/curl_client.h"
#include "tests/support/daemon_process.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <map>

namespace headroom {
namespace {

std::string outputOf(const std::string& command)
{
    std::string output;
    FILE* pipe = ::popen(command.c_str(), "r");
    char bytes[4096];
    while (const auto got = std::fread(bytes, 1, sizeof bytes, pipe)) {
        output.append(bytes, got);
    }
    ::pclose(pipe);
    return output;
}

/// A server of ours on a free port, tried again should somebody take it in between.
class Server {
public:
    template <typename Command>
    void start(const TempDir& dir, const std::string& name, const Command& commandFor)
    {
        const auto isReady = [this] { return httpGet(port_.number(), "/-/ready").has_value(); };
        port_.close();
        for (int i = 0; i < 5; ++i) {
            process_.emplace(commandFor("127.0.0.1:" + std::to_string(port_.number())),
                dir.path() / (name + ".log"));
            waitUntil([&] { return isReady() || process_->hasEnded(); });
            if (isReady()) {
                return;
            }
        }
        std::ifstream log(dir.path() / (name + ".log"));
        FAIL() << name << " does not start: "
               << std::string(std::istreambuf_iterator<char>(log), {}).substr(0, 3000);
    }
    [[nodiscard]] std::uint16_t port() const { return port_.number(); }
    [[nodiscard]] std::string address() const { return "127.0.0.1:" + std::to_string(port()); }

private:
    LoopbackPort port_;
    std::optional<ChildProcess> process_;
};

/// One depository's service, with a client for it.
struct Depository {
    Depository()
        : daemon(HEADROOMD, { "--state-dir", state.path().string(), "--listen", "127.0.0.1:0" },
            scratch.path())
        , url(daemon.url())
        , client(url)
    {
        tell(0.10);
    }
    void tell(double share)
    {
        const auto used = static_cast<long long>(share * 1000 * 1024 * 1024 * 1024);
        const auto answer = client.ask(
            "POST", "/api/v1/observations", R"({"used_bytes": )" + std::to_string(used) + "}");
        ASSERT_LT(answer.status, 300) << answer.body << daemon.log();
    }
    [[nodiscard]] std::string address() const { return url.substr(std::string("http://").size()); }

    TempDir state;
    TempDir scratch;
    DaemonProcess daemon;
    std::string url;
    CurlClient client;
};

/// By instance: what an expression is now.
std::map<std::string, double> ask(const Server& prometheus, const std::string& expression)
{
    std::map<std::string, double> values;
    const auto body = httpGet(prometheus.port(), "/api/v1/query?query=" + expression);
    if (!body) {
        return values;
    }
    const auto answer = boost::json::parse(*body);
    for (const auto& sample : answer.at("data").at("result").as_array()) {
        const auto& metric = sample.at("metric").as_object();
        const auto* instance = metric.if_contains("instance");
        values[instance == nullptr ? "" : std::string(instance->as_string())]
            = std::stod(std::string(sample.at("value").at(1).as_string()));
    }
    return values;
}

bool is(const boost::json::value& value, const std::string& text)
{
    return std::string_view(value.as_string()) == text;
}

boost::json::array alertsOf(const Server& alertmanager)
{
    const auto body = httpGet(alertmanager.port(), "/api/v2/alerts");
    return body ? boost::json::parse(*body).as_array() : boost::json::array();
}

/// The alert of that name and instance; null when there is none.
boost::json::value alertNamed(
    const Server& alertmanager, const std::string& name, const std::string& instance)
{
    for (const auto& alert : alertsOf(alertmanager)) {
        const auto& labels = alert.at("labels").as_object();
        if (is(labels.at("alertname"), name) && labels.contains("instance")
            && is(labels.at("instance"), instance)) {
            return alert;
        }
    }
    return {};
}

TEST(RulesFleet, threeDepositoriesAreScrapedJudgedAndRoutedToWhoeverMustAnswer)
{
    ASSERT_EQ(::access(HEADROOM_PROMETHEUS, X_OK), 0) << "run packaging/tools.sh, as test.sh does";
    std::vector<std::unique_ptr<Depository>> fleet;
    for (int i = 0; i < 3; ++i) {
        fleet.push_back(std::make_unique<Depository>());
    }
    const auto address = [&](std::size_t i) { return fleet[i]->address(); };

    const TempDir dir;
    const auto headroomd = "'" + std::string(HEADROOMD) + "' ";
    std::ofstream(dir.path() / "headroom.rules.yml") << outputOf(headroomd + "rules");
    // Without the waiting that is for people.
    auto routes = outputOf(headroomd + "rules --alertmanager");
    for (const auto& [what, by] : { std::pair("group_wait: 10s", "group_wait: 10ms"),
             std::pair("group_interval: 1m", "group_interval: 100ms") }) {
        ASSERT_NE(routes.find(what), std::string::npos);
        routes.replace(routes.find(what), std::string(what).size(), by);
    }
    std::ofstream(dir.path() / "alertmanager.yml") << routes;
    Server alertmanager;
    alertmanager.start(dir, "alertmanager", [&](const std::string& listen) {
        return std::vector<std::string> { HEADROOM_ALERTMANAGER,
            "--config.file=" + (dir.path() / "alertmanager.yml").string(),
            "--storage.path=" + (dir.path() / "alertmanager").string(),
            "--web.listen-address=" + listen, "--cluster.listen-address=" };
    });
    std::ofstream(dir.path() / "prometheus.yml")
        << "global: { scrape_interval: 200ms, scrape_timeout: 200ms, evaluation_interval: 200ms }\n"
           "rule_files: [ headroom.rules.yml ]\n"
           "alerting: { alertmanagers: [ { static_configs: [ { targets: [ '"
        << alertmanager.address()
        << "' ] } ] } ] }\nscrape_configs: [ { job_name: headroom, static_configs: [ { targets: [ '"
        << address(0) << "', '" << address(1) << "', '" << address(2) << "' ] } ] } ]\n";
    Server prometheus;
    prometheus.start(dir, "prometheus", [&](const std::string& listen) {
        return std::vector<std::string> { HEADROOM_PROMETHEUS,
            "--config.file=" + (dir.path() / "prometheus.yml").string(),
            "--storage.tsdb.path=" + (dir.path() / "prometheus").string(),
            "--web.listen-address=" + listen };
    });

    // All are calm, and have headroom. (Observations are for 30 s, and are told again meanwhile.)
    const auto tellAll = [&](double second) {
        fleet[0]->tell(0.10);
        fleet[1]->tell(second);
        fleet[2]->tell(0.50);
    };
    const auto eventually = [&](double second, auto condition) {
        auto next = std::chrono::steady_clock::now();
        return waitUntil([&] {
            if (std::chrono::steady_clock::now() >= next) {
                tellAll(second);
                next += std::chrono::seconds(5);
            }
            return condition();
        });
    };
    using Values = std::map<std::string, double>;
    ASSERT_TRUE(eventually(0.10, [&] {
        return ask(prometheus, "headroom:level")
            == Values { { address(0), 0 }, { address(1), 0 }, { address(2), 0 } };
    })) << ask(prometheus, "headroom:level").size();
    const std::string headroomLeft = "headroom:headroom_ratio%7Bmetric=%22total_storage%22%7D";
    ASSERT_TRUE(eventually(0.10, [&] { return ask(prometheus, headroomLeft)[address(2)] == 0.5; }));
    EXPECT_TRUE(ask(prometheus, "headroom:unknown").empty());
    EXPECT_TRUE(alertsOf(alertmanager).empty());

    // One fills up: it is RED, at its limit, and the owner is told.
    ASSERT_TRUE(eventually(0.95, [&] {
        return alertNamed(alertmanager, "HeadroomStorageCapacityOrange", address(1)).is_object();
    }));
    auto alert = alertNamed(alertmanager, "HeadroomStorageCapacityOrange", address(1));
    EXPECT_TRUE(is(alert.at("receivers").at(0).at("name"), "Ops_Team"))
        << boost::json::serialize(alert);
    EXPECT_TRUE(is(alert.at("labels").at("response_timeline"), "6_HOURS"))
        << boost::json::serialize(alert);
    ASSERT_TRUE(eventually(1.0, [&] {
        return alertNamed(alertmanager, "HeadroomStorageCapacityAtLimit", address(1)).is_object();
    }));
    alert = alertNamed(alertmanager, "HeadroomStorageCapacityAtLimit", address(1));
    EXPECT_TRUE(is(alert.at("receivers").at(0).at("name"), "Ashmit_Pandey_and_Ops"))
        << boost::json::serialize(alert);
    EXPECT_TRUE(is(alert.at("labels").at("response_timeline"), "IMMEDIATE"))
        << boost::json::serialize(alert);
    EXPECT_TRUE(is(alert.at("annotations").at("summary"), address(1) + ": Storage at its limit"));
    EXPECT_EQ(ask(prometheus, "headroom:level")[address(1)], 3);
    // RED is not told a second time.
    ASSERT_TRUE(eventually(1.0, [&] {
        const auto red = alertNamed(alertmanager, "HeadroomStorageCapacityRed", address(1));
        return red.is_object() && red.at("status").at("state") == "suppressed";
    }));
    // The others have no alert, and the level by the policy is the level by the service.
    for (const auto& one : alertsOf(alertmanager)) {
        EXPECT_TRUE(is(one.at("labels").at("instance"), address(1))) << boost::json::serialize(one);
    }
    EXPECT_TRUE(ask(prometheus, "headroom:policy_level%3Eheadroom:metric_level").empty());

    // One that dies is unknown, and no number is shown for it.
    fleet[2].reset();
    ASSERT_TRUE(waitUntil([&] { return ask(prometheus, "headroom:unknown").size() == 1; }));
    EXPECT_TRUE(waitUntil([&] { return ask(prometheus, "headroom:level").size() == 2; }));
}

/// The YAML blocks of docs/fleet.md one after the other, without the indent of its list.
std::string configurationOfThePage()
{
    std::ifstream in(HEADROOM_PACKAGING "/../docs/fleet.md");
    std::string text;
    bool isInside = false;
    for (std::string line; std::getline(in, line);) {
        const auto at = line.find("```");
        if (at != std::string::npos) {
            isInside = line.find("```yaml") == at;
        } else if (isInside) {
            text += line.substr(std::min<std::size_t>(3, line.size())) + '\n';
        }
    }
    return text;
}

TEST(DocsFleet, whoeverWritesWhatThePageSaysHasTheListInOrder)
{
    ASSERT_EQ(::access(HEADROOM_PROMETHEUS, X_OK), 0) << "run packaging/tools.sh, as test.sh does";
    Depository depository;
    auto page = configurationOfThePage();
    for (const auto& [shown, ours] :
        { std::pair<std::string, std::string>("eu-1.example:8443", depository.address()),
            { "scrape_interval: 15s", "scrape_interval: 200ms\n    scrape_timeout: 200ms" } }) {
        ASSERT_NE(page.find(shown), std::string::npos)
            << "docs/fleet.md does not say it any more: " << shown;
        page.replace(page.find(shown), shown.size(), ours);
    }
    const TempDir dir;
    std::ofstream(dir.path() / "prometheus.yml") << "global: { evaluation_interval: 200ms }\n"
                                                 << page;
    std::ofstream(dir.path() / "headroom.rules.yml")
        << outputOf("'" + std::string(HEADROOMD) + "' rules");
    Server prometheus;
    prometheus.start(dir, "prometheus", [&](const std::string& listen) {
        return std::vector<std::string> { HEADROOM_PROMETHEUS,
            "--config.file=" + (dir.path() / "prometheus.yml").string(),
            "--storage.tsdb.path=" + (dir.path() / "prometheus").string(),
            "--web.listen-address=" + listen };
    });
    EXPECT_TRUE(waitUntil([&] {
        depository.tell(0.10);
        return ask(prometheus, "headroom:rank%7Bdepository=%22eu-1%22%7D")
            .contains(depository.address());
    })) << page;
    EXPECT_TRUE(waitUntil([&] { return !ask(prometheus, "headroom:rank_count").empty(); }));
}

}  // namespace
}  // namespace headroom
