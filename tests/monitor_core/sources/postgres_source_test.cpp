// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
//
// The source against a real PostgreSQL: what it reads is what an independent query says.
#include "tests/monitor_core/sources/postgres_fixture.h"

namespace headroom {
namespace {

using namespace std::chrono_literals;

TEST_F(Postgres, storageIsTheSizeOfTheDatabaseOrOfATablespace)
{
    server().sql("CREATE TABLE big AS SELECT repeat('x', 500) FROM generate_series(1, 20000)");
    auto source = sourceOf(server().conninfo("headroom_limit=2GB"));
    const auto readings = source->collect();
    EXPECT_EQ(valueOf(readings, Metric::TotalStorage),
        number(server().sql("SELECT pg_database_size('postgres')")));
    EXPECT_EQ(readings->slots[indexOf(Metric::TotalStorage)]->limit,
        static_cast<double>(gigabytes(2).count));
    EXPECT_TRUE(readings->isGatedElsewhere);
    EXPECT_EQ(readings->problem, "");

    const auto tablespace
        = sourceOf(server().conninfo("headroom_tablespace=pg_default"))->collect();
    EXPECT_EQ(valueOf(tablespace, Metric::TotalStorage),
        number(server().sql("SELECT pg_tablespace_size('pg_default')")));
    EXPECT_EQ(tablespace->slots[indexOf(Metric::TotalStorage)]->limit,
        static_cast<double>(gigabytes(1000).count));
    const auto none = sourceOf(server().conninfo("headroom_tablespace=nowhere"))->collect();
    EXPECT_EQ(valueOf(none, Metric::TotalStorage), std::nullopt);
    EXPECT_NE(
        whyNot(none, Metric::TotalStorage).find("\"nowhere\" does not exist"), std::string::npos)
        << whyNot(none, Metric::TotalStorage);
}

TEST_F(Postgres, aPlatformsLinesAreSharesOfADiskWhoseSizeIsSaid)
{
    const PostgresSource::Options options { {}, { { 0.95, "turns it read-only", "read-only" } } };
    EXPECT_EQ(sourceOf(server().conninfo("headroom_limit=8GB"), options)->collect()->storageMarks,
        options.storageMarks);
    EXPECT_TRUE(sourceOf(server().conninfo(), options)->collect()->storageMarks.empty());
}

TEST_F(Postgres, writersInFlightAreSessionsWhoseTransactionHasWritten)
{
    server().sql("CREATE TABLE hold (n int); CREATE TABLE idle (n int)");
    auto source = sourceOf(server().conninfo());
    EXPECT_EQ(valueOf(source->collect(), Metric::ConcurrentWrites), 0);

    const auto session = [](const std::string& text) {
        return server().spawn("psql",
            { "-Xq", "-h127.0.0.1", "-p" + std::to_string(server().port()), "-Uadmin", "-dpostgres",
                "-c" + text });
    };
    std::vector<std::unique_ptr<ChildProcess>> sessions;
    for (int i = 0; i < 3; ++i) {
        sessions.push_back(session("BEGIN; INSERT INTO hold VALUES (1); SELECT pg_sleep(60)"));
    }
    sessions.push_back(session("BEGIN; SELECT count(*) FROM hold; SELECT pg_sleep(60)"));
    ASSERT_TRUE(waitUntil([] {
        return server().sql("SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_sleep%'"
                            " AND wait_event = 'PgSleep'")
            == "4";
    }));
    // By another way: who holds an exclusive lock on an id of a transaction of its own writes.
    const auto byLocks = server().sql("SELECT count(*) FROM pg_locks WHERE locktype = "
                                      "'transactionid' AND mode = 'ExclusiveLock'");
    EXPECT_EQ(byLocks, "3");
    EXPECT_EQ(valueOf(source->collect(), Metric::ConcurrentWrites), 3);
    sessions.clear();
    server().sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE"
                 " '%pg_sleep(60)%' AND pid <> pg_backend_pid()");
    EXPECT_TRUE(
        waitUntil([&] { return valueOf(source->collect(), Metric::ConcurrentWrites) == 0; }));
}

TEST_F(Postgres, writesPerSecondFollowPgbenchAsTheCountersOfTheServerSay)
{
    const auto initialised = server().spawn("pgbench",
        { "-i", "-q", "-h127.0.0.1", "-p" + std::to_string(server().port()), "-Uadmin",
            "postgres" });
    ASSERT_TRUE(waitUntil([&] { return initialised->hasEnded(); }));
    const auto counter = [] {
        return std::stoull(server().sql("SELECT tup_inserted + tup_updated + tup_deleted"
                                        " FROM pg_stat_database WHERE datname = 'postgres'"));
    };
    // Sessions tell what they counted when they end, at the latest.
    ASSERT_TRUE(waitUntil([&] { return counter() >= 100'000; }));
    auto source = sourceOf(server().conninfo());
    auto readings = source->collect();
    EXPECT_EQ(valueOf(readings, Metric::WriteThroughput), std::nullopt);
    EXPECT_EQ(whyNot(readings, Metric::WriteThroughput), "counting; known from the second look on");

    const auto before = counter();
    const auto bench = server().spawn("pgbench",
        { "-n", "-c4", "-t250", "-h127.0.0.1", "-p" + std::to_string(server().port()), "-Uadmin",
            "postgres" });
    double mostWriters = 0;
    ASSERT_TRUE(waitUntil([&] {
        mostWriters = std::max(
            mostWriters, valueOf(source->collect(), Metric::ConcurrentWrites).value_or(0));
        return bench->hasEnded();
    }));
    EXPECT_GE(mostWriters, 1);
    EXPECT_LE(mostWriters, 4);
    // 1000 transactions of 3 updates and an insert.
    ASSERT_TRUE(waitUntil([&] { return counter() == before + 4000; })) << counter() - before;
    clock.advance(10s);
    readings = source->collect();
    EXPECT_EQ(valueOf(readings, Metric::WriteThroughput), 400);
    clock.advance(10s);
    readings = source->collect();
    EXPECT_EQ(valueOf(readings, Metric::WriteThroughput), 0);  // measured, and none
}

TEST_F(Postgres, withATableOnlyWhatIsChangedInItAreWrites)
{
    server().sql(
        "CREATE SCHEMA depot; CREATE TABLE depot.parts (id int, size bigint)"
        " PARTITION BY RANGE (id);"
        "CREATE TABLE depot.parts1 PARTITION OF depot.parts FOR VALUES FROM (0) TO (1000);"
        "CREATE TABLE depot.parts2 PARTITION OF depot.parts FOR VALUES FROM (1000) TO (9999);"
        "CREATE TABLE other (n int)");
    auto source = sourceOf(server().conninfo("headroom_table=depot.parts headroom_size=size"));
    auto readings = source->collect();
    EXPECT_EQ(valueOf(readings, Metric::ArtifactCount), 0);
    EXPECT_EQ(valueOf(readings, Metric::ArtifactSize), std::nullopt);
    EXPECT_EQ(whyNot(readings, Metric::ArtifactSize), "no artifact in depot.parts");
    server().sql("INSERT INTO depot.parts SELECT n, n * 1000 FROM generate_series(901, 1100) n;"
                 "INSERT INTO other SELECT generate_series(1, 5000)");
    ASSERT_TRUE(waitUntil([] {
        return server().sql("SELECT sum(n_tup_ins) FROM pg_stat_user_tables"
                            " WHERE relname LIKE 'parts_'")
            == "200";
    }));
    clock.advance(20s);
    readings = source->collect();
    EXPECT_EQ(valueOf(readings, Metric::WriteThroughput), 10);
    EXPECT_EQ(valueOf(readings, Metric::ArtifactCount), 200);
    EXPECT_EQ(valueOf(readings, Metric::ArtifactSize), 1'100'000);
    EXPECT_EQ(readings->largestArtifactEverBytes, 1'100'000);
}

TEST_F(Postgres, theLargestArtifactIsTheLongestContentOrTheLargestNumber)
{
    server().sql("CREATE TABLE \"Odd \"\"Table\" (\"my content\" bytea, label text, weird point);"
                 "INSERT INTO \"Odd \"\"Table\" VALUES (decode(repeat('ab', 70000), 'hex'), 'x'),"
                 " ('\\x01', 'Ümlaut')");
    const std::string table = "headroom_table='\"Odd \"\"Table\"' ";
    const auto sizeBy = [&](const std::string& column) {
        return sourceOf(server().conninfo(table + "headroom_size='" + column + "'"))->collect();
    };
    EXPECT_EQ(valueOf(sizeBy("\"my content\""), Metric::ArtifactSize), 70'000);
    EXPECT_EQ(valueOf(sizeBy("label"), Metric::ArtifactSize), 7);  // bytes
    EXPECT_EQ(whyNot(sizeBy("weird"), Metric::ArtifactSize),
        "public.Odd \"Table has no column weird of numbers or bytes");
    EXPECT_EQ(whyNot(sizeBy("\"x\"\"); DROP TABLE hold; --\""), Metric::ArtifactSize),
        "public.Odd \"Table has no column x\"); DROP TABLE hold; -- of numbers or bytes");
    EXPECT_EQ(valueOf(sizeBy("label"), Metric::ArtifactCount), 2);
}

TEST_F(Postgres, aHugeTableIsEstimatedAndTheReadingSaysSo)
{
    server().sql("CREATE TABLE huge (id int, size int);"
                 "INSERT INTO huge SELECT n, n FROM generate_series(1, 30000) n");
    const auto conninfo
        = server().conninfo("headroom_table=huge headroom_size=size headroom_scan_cost=100");
    auto readings = sourceOf(conninfo)->collect();
    EXPECT_EQ(valueOf(readings, Metric::ArtifactCount), std::nullopt);
    EXPECT_EQ(whyNot(readings, Metric::ArtifactCount),
        "public.huge is too large to count and PostgreSQL has no estimate; ANALYZE it");
    EXPECT_EQ(whyNot(readings, Metric::ArtifactSize),
        "public.huge is too large to look at every row; an index on \"size\" makes its largest "
        "quick to find");

    server().sql("ANALYZE huge; INSERT INTO huge SELECT 1, 1 FROM generate_series(1, 500);"
                 "CREATE INDEX ON huge (size)");
    readings = sourceOf(conninfo)->collect();
    // CREATE INDEX counts the rows too: the estimate is what the catalog says, not what it was.
    EXPECT_EQ(valueOf(readings, Metric::ArtifactCount),
        number(server().sql("SELECT reltuples FROM pg_class WHERE relname = 'huge'")));
    EXPECT_EQ(noteOn(readings, Metric::ArtifactCount),
        "an estimate of PostgreSQL's (ANALYZE): public.huge is too large to count");
    EXPECT_EQ(valueOf(readings, Metric::ArtifactSize), 30'000);  // by the index, exact
    EXPECT_EQ(noteOn(readings, Metric::ArtifactSize), "");
    EXPECT_TRUE(readings->isEstimate[indexOf(Metric::ArtifactCount)]);
    EXPECT_FALSE(readings->isEstimate[indexOf(Metric::ArtifactSize)]);

    server().sql("INSERT INTO huge SELECT 1, 1 FROM generate_series(1, 500)");
    EXPECT_EQ(valueOf(sourceOf(conninfo)->collect(), Metric::ArtifactCount), 30'500);
    const auto exact
        = sourceOf(server().conninfo("headroom_table=huge headroom_size=size"))->collect();
    EXPECT_EQ(valueOf(exact, Metric::ArtifactCount), 31'000);
    EXPECT_EQ(noteOn(exact, Metric::ArtifactCount), "");
    EXPECT_FALSE(exact->isEstimate[indexOf(Metric::ArtifactCount)]);
}

TEST_F(Postgres, latencyIsThatOfAProbeUntilStatementsAreThereAndThenOfThoseToo)
{
    server().sql("DROP EXTENSION IF EXISTS pg_stat_statements");
    auto source = sourceOf(server().conninfo("headroom_probe='SELECT pg_sleep(0.02)'"));
    auto readings = source->collect();
    EXPECT_GE(valueOf(readings, Metric::QueryResponse), 20);
    EXPECT_EQ(readings->latencyP50Ms, valueOf(readings, Metric::QueryResponse));
    EXPECT_EQ(noteOn(readings, Metric::QueryResponse),
        "of a probe query each second; pg_stat_statements is not installed");
    EXPECT_FALSE(readings->isEstimate[indexOf(Metric::QueryResponse)]);

    server().sql("CREATE EXTENSION pg_stat_statements");
    clock.advance(60s);  // what the server has is looked at again
    ASSERT_TRUE(source->collect());
    const auto slow = [] {
        return server().sql("SELECT sum(calls), round(max(mean_exec_time)) FROM pg_stat_statements"
                            " WHERE query LIKE 'SELECT pg_sleep($1), %'");
    };
    for (int i = 0; i < 3; ++i) {
        server().sql("SELECT pg_sleep(0.3), 'depot'");
    }
    const auto told = slow();
    ASSERT_TRUE(told.starts_with("3|3")) << told;
    clock.advance(5s);
    readings = source->collect();
    const auto p99 = valueOf(readings, Metric::QueryResponse).value_or(0);
    EXPECT_NEAR(p99, number(told.substr(2)), 1.5);
    EXPECT_NE(noteOn(readings, Metric::QueryResponse).find("an estimate: each call counts as"),
        std::string::npos);
    EXPECT_TRUE(readings->isEstimate[indexOf(Metric::QueryResponse)]);

    // Counters that went back are no calls.
    server().sql("SELECT pg_stat_statements_reset()");
    clock.advance(61s);
    readings = source->collect();
    EXPECT_LT(valueOf(readings, Metric::QueryResponse), 300);
    EXPECT_EQ(readings->problem, "");
}

}  // namespace
}  // namespace headroom
