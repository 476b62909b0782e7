// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
//
// A real PostgreSQL that is slow, locked, closed, restarted or not ours to see.
#include "monitor_core/sources/postgres_probe.h"
#include "tests/monitor_core/sources/postgres_fixture.h"

#include <atomic>
#include <fstream>
#include <thread>

namespace headroom {
namespace {

using namespace std::chrono_literals;

TEST_F(Postgres, aProbeThatRunsIntoItsTimeLimitIsASlowQueryAndNoFailure)
{
    auto source = sourceOf(
        server().conninfo("headroom_timeout_ms=300 headroom_probe='SELECT pg_sleep(30)'"));
    const auto readings = source->collect();
    ASSERT_TRUE(readings) << readings.error().text();
    EXPECT_GE(valueOf(readings, Metric::QueryResponse), 300);
    EXPECT_NE(noteOn(readings, Metric::QueryResponse).find("statement timeout"), std::string::npos);
    EXPECT_TRUE(valueOf(readings, Metric::TotalStorage));
}

TEST_F(Postgres, aTableThatIsLockedIsMissingAndTheRestIsThere)
{
    server().sql("CREATE TABLE locked (n int)");
    const auto session = server().spawn("psql",
        { "-Xq", "-h127.0.0.1", "-p" + std::to_string(server().port()), "-Uadmin", "-dpostgres",
            "-cBEGIN; LOCK TABLE locked; SELECT pg_sleep(60)" });
    ASSERT_TRUE(waitUntil([] {
        return server().sql("SELECT count(*) FROM pg_locks WHERE relation = 'locked'::regclass"
                            " AND mode = 'AccessExclusiveLock'")
            == "1";
    }));
    auto source = sourceOf(server().conninfo("headroom_table=locked headroom_timeout_ms=300"));
    const auto readings = source->collect();
    EXPECT_EQ(valueOf(readings, Metric::ArtifactCount), std::nullopt);
    EXPECT_NE(whyNot(readings, Metric::ArtifactCount).find("public.locked: "), std::string::npos)
        << whyNot(readings, Metric::ArtifactCount);
    EXPECT_TRUE(valueOf(readings, Metric::TotalStorage));
    EXPECT_TRUE(valueOf(readings, Metric::QueryResponse));
    server().sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                 " WHERE query LIKE '%LOCK TABLE locked%' AND pid <> pg_backend_pid()");
}

TEST_F(Postgres, aRoleWithoutRightsMissesWhatItMayNotSeeWithTheReason)
{
    server().sql("CREATE ROLE nobody_special LOGIN; CREATE TABLE secret (n int);"
                 "INSERT INTO secret VALUES (1)");
    const auto as = [&] {
        return sourceOf(server().conninfo("headroom_table=secret", "nobody_special"))->collect();
    };
    auto readings = as();
    EXPECT_EQ(valueOf(readings, Metric::ConcurrentWrites), std::nullopt);
    EXPECT_EQ(whyNot(readings, Metric::ConcurrentWrites),
        "the role nobody_special does not see the sessions of others; GRANT pg_read_all_stats TO "
        "it");
    EXPECT_EQ(valueOf(readings, Metric::ArtifactCount), std::nullopt);
    EXPECT_EQ(whyNot(readings, Metric::ArtifactCount),
        "public.secret: the role may not: permission denied for table secret");
    EXPECT_TRUE(valueOf(readings, Metric::TotalStorage));
    EXPECT_EQ(readings->problem, "");

    server().sql(
        "GRANT pg_read_all_stats TO nobody_special; GRANT SELECT ON secret TO nobody_special");
    readings = as();
    EXPECT_EQ(valueOf(readings, Metric::ConcurrentWrites), 0);
    EXPECT_EQ(valueOf(readings, Metric::ArtifactCount), 1);
    server().sql("REVOKE CONNECT ON DATABASE postgres FROM PUBLIC;"
                 "REVOKE pg_read_all_stats FROM nobody_special");
    const auto refused = as();
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().text().find("permission denied for database"), std::string::npos)
        << refused.error().text();
    server().sql("GRANT CONNECT ON DATABASE postgres TO PUBLIC");
}

TEST_F(Postgres, nothingThatItAsksCanWriteAndOneQueryIsOne)
{
    server().sql("CREATE TABLE untouched (n int)");
    for (const std::string probe : { "INSERT INTO public.untouched VALUES (1)",
             "SELECT 1; INSERT INTO public.untouched VALUES (1)",
             "COMMIT; INSERT INTO public.untouched VALUES (1)" }) {
        auto source = sourceOf(server().conninfo("headroom_probe='" + probe + "'"));
        const auto readings = source->collect();
        EXPECT_EQ(valueOf(readings, Metric::QueryResponse), std::nullopt) << probe;
        EXPECT_NE(
            whyNot(readings, Metric::QueryResponse).find("the probe query: "), std::string::npos);
        EXPECT_TRUE(valueOf(readings, Metric::TotalStorage)) << probe;
    }
    EXPECT_EQ(server().sql("SELECT count(*) FROM untouched"), "0");
}

TEST_F(Postgres, itIsOneSessionNamedHeadroomThatLeavesNothingBehind)
{
    auto source = sourceOf(server().conninfo());
    for (int i = 0; i < 5; ++i) {
        clock.advance(20s);
        ASSERT_TRUE(source->collect());
    }
    EXPECT_EQ(server().sql("SELECT count(*), min(state) FROM pg_stat_activity"
                           " WHERE application_name = 'headroom'"),
        "1|idle");
    EXPECT_EQ(server().sql("SELECT count(*) FROM pg_prepared_statements"), "0");
    source.reset();
    EXPECT_TRUE(waitUntil([] {
        return server().sql("SELECT count(*) FROM pg_stat_activity"
                            " WHERE application_name = 'headroom'")
            == "0";
    }));
}

TEST_F(Postgres, aServerThatRestartsIsComeBackToAndCountersThatWentBackAreNoWrites)
{
    PostgresServer own;
    own.sql("CREATE TABLE t (n int); INSERT INTO t SELECT generate_series(1, 5000)");
    const auto settings = postgresSettings(own.conninfo());
    PostgresSource source(*settings, gigabytes(1000), clock);
    ASSERT_TRUE(source.collect());
    clock.advance(10s);
    ASSERT_TRUE(valueOf(source.collect(), Metric::WriteThroughput));

    own.kill();
    const auto down = source.collect();
    ASSERT_FALSE(down);
    EXPECT_TRUE(down.error().text().starts_with("PostgreSQL postgres at 127.0.0.1:"))
        << down.error().text();
    // It waits longer each time, and says the same meanwhile.
    std::string refusal;
    for (const auto wait : { 1s, 2s, 4s, 8s, 16s, 30s, 30s }) {
        clock.advance(wait - 1ms);
        EXPECT_FALSE(source.collect());
        clock.advance(1ms);
        const auto again = source.collect();
        ASSERT_FALSE(again);
        refusal = again.error().text();
    }
    EXPECT_NE(refusal.find("refused"), std::string::npos) << refusal;
    own.start();
    EXPECT_FALSE(source.collect());  // not its turn yet
    clock.advance(30s);
    const auto back = source.collect();
    ASSERT_TRUE(back) << back.error().text();
    // After the crash the counters began at 0: no negative rate, no jump.
    EXPECT_EQ(valueOf(back, Metric::WriteThroughput), std::nullopt);
    clock.advance(10s);
    const auto rate = valueOf(source.collect(), Metric::WriteThroughput);
    ASSERT_TRUE(rate);
    EXPECT_LT(*rate, 100);

    // A session that was ended is replaced.
    own.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE application_name = 'headroom'");
    EXPECT_FALSE(source.collect());
    clock.advance(1s);
    EXPECT_TRUE(source.collect());
}

TEST_F(Postgres, stopEndsACollectThatIsUnderWay)
{
    auto source = sourceOf(
        server().conninfo("headroom_timeout_ms=60000 headroom_probe='SELECT pg_sleep(60)'"));
    std::atomic<bool> isDone { false };
    std::thread collecting([&] {
        EXPECT_FALSE(source->collect());
        isDone = true;
    });
    ASSERT_TRUE(waitUntil([] {
        return server().sql("SELECT count(*) FROM pg_stat_activity WHERE"
                            " application_name = 'headroom' AND wait_event = 'PgSleep'")
            == "1";
    }));
    source->stop();
    EXPECT_TRUE(waitUntil([&] { return isDone.load(); }, 10s));
    collecting.join();
    ASSERT_TRUE(source->start());
    server().sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                 " WHERE application_name = 'headroom'");
}

TEST_F(Postgres, aPasswordIsAskedForByNameAndNeverShown)
{
    PostgresServer own;
    own.sql("CREATE ROLE reader LOGIN PASSWORD 'sesame-street'; ALTER SYSTEM SET"
            " password_encryption = 'scram-sha-256'");
    std::ofstream(own.folder() / "data" / "pg_hba.conf")
        << "host all reader 127.0.0.1/32 scram-sha-256\nhost all all 127.0.0.1/32 trust\n";
    own.sql("SELECT pg_reload_conf()");
    const auto collect = [&](const std::string& more) {
        return PostgresSource(*postgresSettings(own.conninfo(more, "reader")), gigabytes(1), clock)
            .collect();
    };
    Result<Readings> without = collect("passfile=/nonexistent");
    ASSERT_TRUE(waitUntil([&] { return !(without = collect("passfile=/nonexistent")); }));
    EXPECT_NE(without.error().text().find("asks for a password; put it into"), std::string::npos)
        << without.error().text();
    const auto wrong = collect("password=sesame-strasse");
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().text().find("sesame"), std::string::npos) << wrong.error().text();
    EXPECT_NE(wrong.error().text().find("authentication failed"), std::string::npos);
    EXPECT_TRUE(collect("password=sesame-street"));

    const auto file = own.folder() / "pass file";
    std::ofstream(file) << "127.0.0.1:*:*:reader:sesame-street\n";
    ::chmod(file.c_str(), 0600);
    EXPECT_TRUE(collect("passfile='" + file.string() + "'"));
}

TEST_F(Postgres, theProbeSaysWhatWouldBeMeasuredAndWhatToChange)
{
    server().sql("DROP EXTENSION IF EXISTS pg_stat_statements; CREATE ROLE headroom LOGIN;"
                 "CREATE TABLE seen (size int); INSERT INTO seen VALUES (7)");
    auto probe = probePostgres(server().conninfo({}, "headroom"));
    ASSERT_TRUE(probe) << probe.error().text();
    EXPECT_EQ(probe->name, postgresName(*postgresSettings(server().conninfo())));
    EXPECT_TRUE(probe->facts.versionText.starts_with("15.")) << probe->facts.versionText;
    EXPECT_FALSE(probe->facts.isReadOnlyByDefault);
    const auto isMeasured
        = [&](Metric metric) { return probe->coverage[indexOf(metric)].isMeasured; };
    EXPECT_TRUE(isMeasured(Metric::TotalStorage));
    EXPECT_TRUE(isMeasured(Metric::WriteThroughput));
    EXPECT_TRUE(isMeasured(Metric::QueryResponse));
    EXPECT_FALSE(isMeasured(Metric::ConcurrentWrites));
    EXPECT_FALSE(isMeasured(Metric::ArtifactCount));
    EXPECT_EQ(probe->advice.size(), 4U);

    server().sql("CREATE EXTENSION pg_stat_statements; GRANT pg_read_all_stats TO headroom;"
                 "GRANT SELECT ON seen TO headroom;"
                 "ALTER ROLE headroom SET default_transaction_read_only = on");
    probe = probePostgres(server().conninfo("headroom_table=seen headroom_size=size", "headroom"));
    ASSERT_TRUE(probe) << probe.error().text();
    EXPECT_TRUE(probe->advice.empty()) << probe->advice.front();
    for (const auto metric :
        { Metric::ConcurrentWrites, Metric::TotalStorage, Metric::WriteThroughput,
            Metric::QueryResponse, Metric::ArtifactSize, Metric::ArtifactCount }) {
        EXPECT_TRUE(isMeasured(metric)) << info(metric).key;
    }
    EXPECT_TRUE(probe->facts.isReadOnlyByDefault);

    const auto wrong = probePostgres("host=127.0.0.1 prot=1");
    EXPECT_EQ(wrong.error().code, ErrorCode::InvalidArgument);
    const LoopbackPort nobody;
    const auto unreachable
        = probePostgres("host=127.0.0.1 port=" + std::to_string(nobody.number()));
    EXPECT_EQ(unreachable.error().code, ErrorCode::Unavailable);
}

}  // namespace
}  // namespace headroom
