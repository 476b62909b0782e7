// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/sources/postgres_connection.h"
#include "monitor_core/sources/postgres_settings.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace headroom {
namespace {

std::string valueOf(const PostgresSettings& settings, const std::string& key)
{
    const auto* found = settings.find(key);
    return found == nullptr ? "(none)" : *found;
}

TEST(PostgresSettings, areLibpqsKeywordsWithOurOwnAmongThem)
{
    const auto settings = postgresSettings(
        "host=127.0.0.1 port = 5433 password='it\\'s \\\\ = secret' headroom_table=Depot.Artifacts "
        "headroom_size=\"Size\" headroom_limit=8GB headroom_tablespace=fast "
        "headroom_probe='SELECT 1 FROM depot.artifacts LIMIT 1' headroom_scan_cost=5 "
        "headroom_timeout_ms=700");
    ASSERT_TRUE(settings) << settings.error().text();
    EXPECT_EQ(valueOf(*settings, "port"), "5433");
    EXPECT_EQ(valueOf(*settings, "password"), "it's \\ = secret");
    EXPECT_EQ(valueOf(*settings, "headroom_table"), "(none)");
    EXPECT_EQ(settings->schema, "depot");  // folded, as SQL does
    EXPECT_EQ(settings->table, "artifacts");
    EXPECT_EQ(settings->sizeColumn, "Size");
    EXPECT_EQ(settings->tablespace, "fast");
    EXPECT_EQ(settings->limit, gigabytes(8));
    EXPECT_EQ(settings->probe, "SELECT 1 FROM depot.artifacts LIMIT 1");
    EXPECT_EQ(settings->mostScanCost, 5);
    EXPECT_EQ(settings->timeout, std::chrono::milliseconds(700));
}

TEST(PostgresSettings, areAnAddressWithOurOwnAmongItsParameters)
{
    const auto settings = postgresSettings(
        "postgresql://reader:p%40ss@db.example.org:6543/depot"
        "?headroom_table=%22My%20Table%22&sslmode=verify-full&headroom_limit=1TB");
    ASSERT_TRUE(settings) << settings.error().text();
    EXPECT_EQ(valueOf(*settings, "host"), "db.example.org");
    EXPECT_EQ(valueOf(*settings, "port"), "6543");
    EXPECT_EQ(valueOf(*settings, "password"), "p@ss");
    EXPECT_EQ(valueOf(*settings, "sslmode"), "verify-full");
    EXPECT_EQ(settings->schema, "public");
    EXPECT_EQ(settings->table, "My Table");
    EXPECT_EQ(settings->limit, gigabytes(1024));
    EXPECT_EQ(postgresName(*settings), "PostgreSQL depot at db.example.org:6543");
}

TEST(PostgresSettings, neverRepeatAPasswordWhenTheyAreRefused)
{
    for (const std::string text : { "host=x password=hunter2 hunter2", "hunter2",
             "host=x password='hunter2", "postgresql://u:hunter2@[broken/db",
             "postgresql://u:hunter2@h/db?x=hunter2&hunter2", "host=h headroom_limit=hunter2",
             "host=h headroom_table=a.b.hunter2", "postgresql://u@h/d?headroom_limit=%zzhunter2",
             "password=hunter2 headroom_timeout_ms=hunter2" }) {
        const auto settings = postgresSettings(text);
        ASSERT_FALSE(settings) << text;
        EXPECT_EQ(settings.error().text().find("hunter2"), std::string::npos)
            << settings.error().text();
        EXPECT_EQ(settings.error().code, ErrorCode::InvalidArgument);
    }
}

TEST(PostgresSettings, nameTheKeyThatIsWrongAndWhatWouldBeRight)
{
    const auto messageOf = [](const std::string& text) {
        const auto settings = postgresSettings(text);
        return settings ? "taken" : settings.error().text();
    };
    EXPECT_EQ(messageOf("headroom_limit=8 GB"),
        "postgres: setting 2 is not of the form KEY=VALUE; a value with blanks needs 'quotes'");
    EXPECT_EQ(messageOf("headroom_limit=8gb"),
        "postgres: headroom_limit: must be a size such as 8GB or 1TB");
    EXPECT_NE(messageOf("headroom_tabel=a").find("headroom_tabel: is neither"), std::string::npos);
    EXPECT_NE(messageOf("headroom_size=a").find("of which table"), std::string::npos);
    EXPECT_NE(messageOf("headroom_table=" + std::string(64, 'a')), "taken");
    EXPECT_EQ(messageOf("headroom_table=" + std::string(63, 'a')), "taken");
    for (const std::string table :
        { "", "a.", ".a", "a.b.c", "\"a", "a b", "a;b", "\"\"", "a-b", "\"a\"b", "a(b)" }) {
        EXPECT_NE(messageOf("headroom_table='" + table + "'"), "taken") << table;
    }
    for (const std::string limit : { "0", "-1", "1e400", "nan", "inf", "GB", "1PB", "9999999TB" }) {
        EXPECT_NE(messageOf("headroom_limit=" + limit), "taken") << limit;
    }
}

TEST(PostgresSettings, wantEncryptionBeyondThisMachineUnlessSomebodySaysOtherwise)
{
    const auto modeOf = [](const std::string& text) {
        const auto settings = postgresSettings(text);
        return settings ? valueOf(*settings, "sslmode") : settings.error().text();
    };
    EXPECT_EQ(modeOf("host=db.example.org"), "require");
    EXPECT_EQ(modeOf("host=localhost,db.example.org"), "require");
    EXPECT_EQ(modeOf("host=127.0.0.1 hostaddr=10.0.0.1"), "require");
    EXPECT_EQ(modeOf("host=db.example.org sslmode=prefer"), "prefer");
    EXPECT_EQ(modeOf("host=127.0.0.1"), "(none)");
    EXPECT_EQ(modeOf("host=/run/postgresql"), "(none)");
    EXPECT_EQ(modeOf("host=localhost"), "(none)");
}

TEST(PostgresSettings, knowThePlatformByItsHostNames)
{
    EXPECT_EQ(postgresSettings("host=db.abc.supabase.co")->platform, "supabase");
    EXPECT_EQ(postgresSettings("host=aws-0-eu.pooler.supabase.com")->platform, "supabase");
    EXPECT_EQ(postgresSettings("host=supabase.co.example.org")->platform, "");
    EXPECT_EQ(
        postgresSettings("host=db.abc.supabase.co headroom_platform=other")->platform, "other");
}

TEST(PostgresSettings, areNamedWithoutUserAndPassword)
{
    EXPECT_EQ(
        postgresName(*postgresSettings("host=h dbname=d user=u password=p")), "PostgreSQL d at h");
    EXPECT_EQ(postgresName(*postgresSettings("host=/run/x dbname=d port=6000")),
        "PostgreSQL d at this machine:6000");
    EXPECT_EQ(postgresName(*postgresSettings("service=depot")), "PostgreSQL service depot");
    const auto hostile
        = postgresName(*postgresSettings("host=h dbname='a\nb" + std::string(999, 'x') + "'"));
    EXPECT_EQ(hostile.find('\n'), std::string::npos);
    EXPECT_LT(hostile.size(), 310U);
}

TEST(PostgresNames, areQuotedWhateverTheyContain)
{
    EXPECT_EQ(quotedName("artifacts"), "\"artifacts\"");
    EXPECT_EQ(quotedName("a\"; DROP TABLE x; --"), "\"a\"\"; DROP TABLE x; --\"");
}

TEST(PlainLines, areShortAndWithoutControlCharactersAndEndAtACharacter)
{
    EXPECT_EQ(plainLine("a\n\tb\r\n"), "a b");
    EXPECT_EQ(plainLine(std::string("a\0b", 3)), "a b");
    std::string umlauts;
    for (int i = 0; i < 300; ++i) {
        umlauts += "ä";
    }
    const auto line = plainLine("x" + umlauts);
    EXPECT_LE(line.size(), 303U);
    EXPECT_TRUE(line.ends_with("ä…")) << line;
}

}  // namespace
}  // namespace headroom
