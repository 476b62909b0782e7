// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What `headroomd rules` writes, before the programs that it is for.
#include "tests/support/curl_client.h"
#include "tests/support/daemon_process.h"
#include "tests/support/temp_dir.h"
#include "tests/support/wait_until.h"

#include <boost/json.hpp>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

namespace headroom {
namespace {

struct Ran {
    int code = -1;
    std::string output;
};

/// In a shell; both outputs together.
Ran run(const std::string& command)
{
    Ran ran;
    FILE* pipe = ::popen(("{ " + command + "; } 2>&1").c_str(), "r");
    std::array<char, 4096> buffer {};
    while (const auto got = std::fread(buffer.data(), 1, buffer.size(), pipe)) {
        ran.output.append(buffer.data(), got);
    }
    const int status = ::pclose(pipe);
    ran.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return ran;
}

std::string contentOf(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return { std::istreambuf_iterator<char>(in), {} };
}

std::string replaced(std::string text, const std::string& what, const std::string& by)
{
    const auto at = text.find(what);
    EXPECT_NE(at, std::string::npos) << what;
    return at == std::string::npos ? text : text.replace(at, what.size(), by);
}

struct Rules : testing::Test {
    Rules()
    {
        EXPECT_EQ(::access(HEADROOM_PROMTOOL, X_OK), 0)
            << "run packaging/tools.sh, as test.sh does";
    }

    [[nodiscard]] std::string rules(const std::string& options = {}) const
    {
        const auto ran = run("'" HEADROOMD "' rules " + options);
        EXPECT_EQ(ran.code, 0) << ran.output;
        return ran.output;
    }
    void write(const std::string& name, const std::string& text) const
    {
        std::ofstream(dir.path() / name) << text;
    }
    [[nodiscard]] Ran promtool(const std::string& what, const std::string& file) const
    {
        return run(
            "cd '" + dir.path().string() + "' && '" HEADROOM_PROMTOOL "' " + what + " " + file);
    }

    TempDir dir;
};

TEST_F(Rules, passPromtoolsCheckAndATestOfEveryBoundAndEveryAlert)
{
    const auto text = rules();
    write("headroom.rules.yml", text);
    write("test.yml", rules("--test"));
    const auto checked = promtool("check rules", "headroom.rules.yml");
    EXPECT_EQ(checked.code, 0) << checked.output;
    const auto tested = promtool("test rules", "test.yml");
    EXPECT_EQ(tested.code, 0) << tested.output.substr(0, 5000);

    // The tests would have noticed: another bound, another side, another person, a lost alert.
    for (const auto& [what, by] :
        { std::pair(">= bool 0.9)", ">= bool 0.91)"), std::pair("> bool 1000)", ">= bool 1000)"),
            std::pair("'Ashmit_Pandey_and_Ops'", "'Ops_Team'"),
            std::pair("alert: HeadroomAuditTrailRed", "alert: HeadroomAuditTrailRod"),
            std::pair("1 - headroom_usage_ratio", "headroom_usage_ratio"),
            std::pair("== 1) * 3", "== 1) * 2") }) {
        write("headroom.rules.yml", replaced(text, what, by));
        EXPECT_NE(promtool("test rules", "test.yml").code, 0) << what;
    }
}

TEST_F(Rules, haveTheContractsBoundsAndDeadlines)
{
    const auto text = rules();
    for (const std::string part : { "1 * (headroom_concurrent_writes >= bool 51) + 1 * "
                                    "(headroom_concurrent_writes >= bool 76)"
                                    " + 1 * (headroom_concurrent_writes >= bool 100)",
             "(headroom_writes_per_second > bool 500)", "(headroom_writes_per_second > bool 1000)",
             "{percentile=\"p99\"} >= bool 0.1)", "{percentile=\"p99\"} > bool 0.5)",
             "alert: HeadroomStorageCapacityYellow", "alert: HeadroomStorageCapacityAtLimit",
             "response_timeline: 'IMMEDIATE'", "3 * (headroom_audit_chain_broken >= bool 1)" }) {
        EXPECT_NE(text.find(part), std::string::npos) << part;
    }
    EXPECT_EQ(text.find("HeadroomWriteThroughputYellow"), std::string::npos);  // nobody is told
}

TEST_F(Rules, ofAStateFolderHaveTheThresholdsThatAreInForceThereAlsoAfterARestart)
{
    const TempDir state;
    const auto start = [&] {
        return std::make_unique<DaemonProcess>(HEADROOMD,
            std::vector<std::string> {
                "--state-dir", state.path().string(), "--listen", "127.0.0.1:0" },
            dir.path());
    };
    auto daemon = start();
    const auto admin = [&] {
        auto client = std::make_unique<CurlClient>(daemon->url());
        auto token = contentOf(state.path() / "admin.token");
        token.erase(token.find_last_not_of('\n') + 1);
        client->setToken(token);
        return client;
    };
    auto client = admin();
    auto inForce = boost::json::parse(client->get("/api/v1/thresholds").body).as_object();
    auto policy = inForce.at("policy");
    policy.at("thresholds").at("total_storage").at("yellow").at("at_least_ratio") = 0.65;
    const auto changed = client->ask("PUT", "/api/v1/thresholds",
        boost::json::serialize(boost::json::object {
            { "policy", policy }, { "reason", "earlier" }, { "version", 0 } }));
    ASSERT_EQ(changed.status, 200) << changed.body;

    const auto text = rules("--state-dir '" + state.path().string() + "'");
    EXPECT_NE(text.find("{metric=\"total_storage\"} >= bool 0.65)"), std::string::npos) << text;
    EXPECT_NE(text.find("thresholds version 1."), std::string::npos);
    EXPECT_NE(text.find("from 65 % of the limit"), std::string::npos);

    // The service judges by them after a restart too.
    daemon->signal(SIGTERM);
    ASSERT_EQ(daemon->exitCode(), 0) << daemon->log();
    daemon = start();
    client = admin();
    inForce = boost::json::parse(client->get("/api/v1/thresholds").body).as_object();
    EXPECT_EQ(inForce.at("version"), 1);
    EXPECT_EQ(
        inForce.at("policy").at("thresholds").at("total_storage").at("yellow").at("at_least_ratio"),
        0.65);
}

TEST_F(Rules, areNotMadeOfAStateFolderThatIsNotThereOrCannotBeRead)
{
    EXPECT_EQ(run("'" HEADROOMD "' rules --state-dir /nonexistent").code, 66);
    write("contacts.json", "{");
    EXPECT_EQ(run("'" HEADROOMD "' rules --state-dir '" + dir.path().string() + "'").code, 78);
    EXPECT_EQ(run("'" HEADROOMD "' rules --test --alertmanager").code, 64);
}

TEST_F(Rules, theShippedFilesAreWhatTheProgramWritesAndTheirProgramsTakeThem)
{
    const std::string packaging = HEADROOM_PACKAGING;
    EXPECT_EQ(contentOf(packaging + "/prometheus/headroom.rules.yml"), rules());
    EXPECT_EQ(contentOf(packaging + "/prometheus/headroom.rules.test.yml"), rules("--test"));
    EXPECT_EQ(contentOf(packaging + "/alertmanager/alertmanager.yml"), rules("--alertmanager"));
    const auto prometheus
        = run("'" HEADROOM_PROMTOOL "' check config '" + packaging + "/prometheus/prometheus.yml'");
    EXPECT_EQ(prometheus.code, 0) << prometheus.output;
    const auto alertmanager = run(
        "'" HEADROOM_AMTOOL "' check-config '" + packaging + "/alertmanager/alertmanager.yml'");
    EXPECT_EQ(alertmanager.code, 0) << alertmanager.output;
}

TEST_F(Rules, theDashboardOfGrafanaAsksWhatThereIs)
{
    DaemonProcess daemon(HEADROOMD,
        { "--state-dir", (dir.path() / "state").string(), "--listen", "127.0.0.1:0", "--source",
            "workload" },
        dir.path());
    CurlClient client(daemon.url());
    const auto board = boost::json::parse(contentOf(HEADROOM_PACKAGING "/grafana/headroom.json"));
    std::string asked = "groups:\n  - name: grafana\n    rules:\n";
    std::set<std::string> names;
    int number = 0;
    for (const auto& panel : board.at("panels").as_array()) {
        for (const auto& target : panel.at("targets").as_array()) {
            const auto& text = target.at("expr").as_string();
            const std::string expression(text.data(), text.size());
            asked += "      - { record: 'grafana:" + std::to_string(++number) + "', expr: '"
                + expression + "' }\n";
            const std::regex name("headroom[a-z_:]+");
            for (std::sregex_iterator it(expression.begin(), expression.end(), name), end;
                 it != end; ++it) {
                names.insert(it->str());
            }
        }
    }
    EXPECT_GT(number, 10);
    write("grafana.yml", asked);
    const auto checked = promtool("check rules", "grafana.yml");
    EXPECT_EQ(checked.code, 0) << checked.output;
    const auto recorded = rules();
    for (const auto& name : names) {
        EXPECT_TRUE(name.find(':') != std::string::npos
                ? recorded.find("record: " + name + "\n") != std::string::npos
                : waitUntil([&] {
                      return client.get("/metrics").body.find("\n" + name) != std::string::npos;
                  }))
            << name;
    }
}

TEST_F(Rules, theRoutesSendEachRowOfTheMatrixToItsContact)
{
    write("alertmanager.yml", rules("--alertmanager"));
    const auto routeOf = [&](const std::string& labels) {
        const auto output = run("'" HEADROOM_AMTOOL "' config routes test --config.file='"
            + (dir.path() / "alertmanager.yml").string() + "' " + labels)
                                .output;
        return output.substr(output.find("url.\n") + 5);  // behind a warning that there is a file
    };
    EXPECT_EQ(routeOf("escalation_path=Ops_Team response_timeline=6_HOURS"), "Ops_Team\n");
    EXPECT_EQ(routeOf("escalation_path=Ashmit_Pandey_and_Ops response_timeline=IMMEDIATE"),
        "Ashmit_Pandey_and_Ops\n");
    EXPECT_EQ(routeOf("alertname=Other"), "Ops_Team\n");
}

}  // namespace
}  // namespace headroom
