// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The real program on a real database.
#include "tests/support/curl_client.h"
#include "tests/support/daemon_process.h"
#include "tests/support/postgres_server.h"

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include <fstream>

namespace headroom {
namespace {

struct HeadroomdOnPostgres : testing::Test {
    HeadroomdOnPostgres()
    {
        EXPECT_TRUE(PostgresServer::isInstalled())
            << "apt-get install postgresql-15, as test.sh does";
    }
    [[nodiscard]] std::unique_ptr<DaemonProcess> start(std::vector<std::string> more) const
    {
        std::vector<std::string> arguments { "--state-dir", state.path().string(), "--listen",
            "127.0.0.1:0" };
        arguments.insert(arguments.end(), more.begin(), more.end());
        return std::make_unique<DaemonProcess>(HEADROOMD, std::move(arguments), scratch.path());
    }
    /// Empty until there is one.
    static boost::json::object snapshotOf(CurlClient& client)
    {
        const auto answer = client.get("/api/v1/snapshot");
        return answer.status == 200 ? boost::json::parse(answer.body).at("snapshot").as_object()
                                    : boost::json::object();
    }
    static bool isMeasured(const boost::json::object& snapshot, const char* metric)
    {
        return !snapshot.empty() && snapshot.at("metrics").at(metric).at("reading").is_object();
    }

    TempDir state;
    TempDir scratch;
};

TEST_F(HeadroomdOnPostgres, besidePushedItHasStorageFromTheDatabaseAndWritesFromTheGate)
{
    PostgresServer server;
    const auto daemon = start(
        { "--source", "postgres:" + server.conninfo("headroom_limit=1GB"), "--source", "pushed" });
    CurlClient client(daemon->url());
    boost::json::object snapshot;
    ASSERT_TRUE(waitUntil([&] {
        snapshot = snapshotOf(client);
        return isMeasured(snapshot, "total_storage") && isMeasured(snapshot, "concurrent_writes");
    })) << daemon->log();
    const auto& storage = snapshot.at("metrics").at("total_storage");
    EXPECT_EQ(storage.at("limit").to_number<double>(), 1073741824);
    EXPECT_EQ(storage.at("reading").at("value").to_number<double>(),
        std::stod(server.sql("SELECT pg_database_size('postgres')")));
    // What is measured nobody may tell otherwise.
    EXPECT_EQ(client.ask("POST", "/api/v1/observations", R"({"used_bytes": 1})").status, 400);

    const auto lease
        = client.ask("POST", "/api/v1/operations", R"({"kind": "write", "size_bytes": 1})");
    EXPECT_EQ(lease.status, 201) << lease.body;
    EXPECT_TRUE(waitUntil(
        [&] { return snapshotOf(client).at("gate").at("in_flight").to_number<int>() == 1; }));
}

TEST_F(HeadroomdOnPostgres, neverShowsThePasswordAndSaysWhatIsWrongUntilItIsNot)
{
    PostgresServer server;
    server.sql("CREATE ROLE reader LOGIN PASSWORD 'open-sesame'");
    std::ofstream(server.folder() / "data" / "pg_hba.conf")
        << "host all reader 127.0.0.1/32 scram-sha-256\nhost all all 127.0.0.1/32 trust\n";
    ASSERT_EQ(server.sql("SELECT pg_reload_conf()"), "t");
    const auto config = scratch.path() / "headroomd.json";
    std::ofstream(config) << boost::json::serialize(boost::json::object {
        { "source", { "postgres:" + server.conninfo("password=open-barley", "reader") } } });
    const auto daemon = start({ "--config", config.string(), "--log-level", "debug" });
    CurlClient client(daemon->url());
    std::string problem;
    ASSERT_TRUE(waitUntil([&] {
        const auto snapshot = snapshotOf(client);
        problem
            = snapshot.empty() ? "" : std::string(snapshot.at("source").at("problem").as_string());
        return !problem.empty();
    }));
    EXPECT_NE(problem.find("password authentication failed"), std::string::npos) << problem;

    server.sql("ALTER ROLE reader PASSWORD 'open-barley'");
    ASSERT_TRUE(waitUntil([&] { return isMeasured(snapshotOf(client), "total_storage"); }));
    ASSERT_TRUE(waitUntil(
        [&] { return snapshotOf(client).at("source").at("problem").as_string().empty(); }));
    server.stop();
    ASSERT_TRUE(waitUntil(
        [&] { return !snapshotOf(client).at("source").at("problem").as_string().empty(); }));
    const auto seen = daemon->log() + daemon->output() + client.get("/api/v1/snapshot").body
        + client.get("/metrics").body + client.get("/metrics/scale-status").body
        + client.get("/health").body + problem;
    EXPECT_EQ(seen.find("barley"), std::string::npos);
    server.start();
    EXPECT_TRUE(waitUntil(
        [&] { return snapshotOf(client).at("source").at("problem").as_string().empty(); }));
}

}  // namespace
}  // namespace headroom
