// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headroomd/log.h"
#include "app/headroomd/serve_options.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <fstream>

namespace headroom::app {
namespace {

GivenOptions given(std::initializer_list<std::pair<std::string, std::string>> values)
{
    GivenOptions options;
    for (const auto& [key, value] : values) {
        options[key].push_back({ value, "--" + key });
    }
    return options;
}

std::string faultOf(const GivenOptions& options)
{
    const auto checked = serveOptionsFrom(options);
    return checked ? "" : checked.error().text();
}

TEST(ServeOptions, listenOnLoopbackForPushedObservationsByDefault)
{
    const auto options = serveOptionsFrom({});
    ASSERT_TRUE(options);
    EXPECT_EQ(options->address, "127.0.0.1");
    EXPECT_EQ(options->port, 8000);
    EXPECT_TRUE(options->isPushed);
    EXPECT_FALSE(options->isWorkload);
    EXPECT_TRUE(options->filesystem.empty());
}

TEST(ServeOptions, takeADatabaseAloneOrBesideWhatIsPushedAndNeverRepeatWhatWasGiven)
{
    const auto alone
        = serveOptionsFrom(given({ { "source", "postgres:host=h password=hunter2" } }));
    ASSERT_TRUE(alone) << alone.error().text();
    EXPECT_EQ(alone->postgres, "host=h password=hunter2");
    EXPECT_FALSE(alone->isPushed);
    GivenOptions both;
    both["source"] = { { "postgres:service=depot", "a" }, { "pushed", "b" } };
    ASSERT_TRUE(serveOptionsFrom(both));
    EXPECT_TRUE(serveOptionsFrom(both)->isPushed);
    EXPECT_FALSE(serveOptionsFrom(given({ { "source", "postgres:" } }))->postgres.empty());

    both["source"] = { { "postgres:host=a", "a" }, { "filesystem:/x", "b" } };
    EXPECT_NE(faultOf(both).find("storage is one"), std::string::npos);
    both["source"] = { { "postgres:host=a", "a" }, { "postgres:host=b", "b" } };
    EXPECT_NE(faultOf(both).find("storage is one"), std::string::npos);
    for (const std::string wrong :
        { "postgres:host=h hunter2", "postgres:password='hunter2", "postgresql:password=hunter2",
            "Postgres:hunter2", "postgres:password=hunter2 headroom_limit=x" }) {
        const auto fault = faultOf(given({ { "source", wrong } }));
        EXPECT_NE(fault, "") << wrong;
        EXPECT_EQ(fault.find("hunter2"), std::string::npos) << fault;
    }
}

TEST(ServeOptions, takeAnAddressAndAPortOfEitherKind)
{
    const auto six = serveOptionsFrom(given({ { "listen", "[::1]:0" } }));
    ASSERT_TRUE(six);
    EXPECT_EQ(six->address, "::1");
    EXPECT_EQ(six->port, 0);
    EXPECT_EQ(serveOptionsFrom(given({ { "listen", "localhost:81" } }))->address, "127.0.0.1");
    for (const auto* wrong : { "", "8000", ":8000", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536",
             "127.0.0.1:-1", "127.0.0.1: 80", "::1:80", "[::1]", "[127.0.0.1]:80", "127.1:80",
             "example.org:80", "127.0.0.1:80x" }) {
        EXPECT_NE(faultOf(given({ { "listen", wrong } })).find("--listen"), std::string::npos)
            << wrong;
    }
}

TEST(ServeOptions, beyondThisMachineNeedTlsAndATokenFileAndSayWhatIsMissing)
{
    for (const auto* address : { "0.0.0.0:1", "192.0.2.1:1", "[::]:1", "[2001:db8::1]:1",
             "[::ffff:127.0.0.1]:1", "128.0.0.1:1" }) {
        const auto nothing = faultOf(given({ { "listen", address } }));
        EXPECT_NE(nothing.find("--tls-cert and --tls-key, and --token-file"), std::string::npos)
            << nothing;
        const auto noTokens
            = faultOf(given({ { "listen", address }, { "tls_cert", "c" }, { "tls_key", "k" } }));
        EXPECT_NE(noTokens.find("missing: --token-file"), std::string::npos) << noTokens;
        const auto noTls = faultOf(given({ { "listen", address }, { "token_file", "t" } }));
        EXPECT_NE(noTls.find("missing: --tls-cert and --tls-key"), std::string::npos) << noTls;
        EXPECT_EQ(faultOf(given({ { "listen", address }, { "tls_cert", "c" }, { "tls_key", "k" },
                      { "token_file", "t" } })),
            "");
    }
    EXPECT_EQ(faultOf(given({ { "listen", "127.8.9.1:1" } })), "");
    EXPECT_NE(faultOf(given({ { "tls_cert", "c" } })).find("--tls-key"), std::string::npos);
    EXPECT_NE(faultOf(given({ { "tls_key", "k" } })).find("--tls-cert"), std::string::npos);
}

TEST(ServeOptions, takeSourcesThatGoTogether)
{
    auto options = given({ { "source", "filesystem:/srv" } });
    EXPECT_FALSE(serveOptionsFrom(options)->isPushed);
    EXPECT_EQ(serveOptionsFrom(options)->filesystem, "/srv");
    options["source"].push_back({ "pushed", "--source" });
    EXPECT_TRUE(serveOptionsFrom(options)->isPushed);
    options["source"].push_back({ "filesystem:/other", "--source" });
    EXPECT_NE(faultOf(options).find("second folder"), std::string::npos);
    EXPECT_TRUE(serveOptionsFrom(given({ { "source", "workload" } }))->isWorkload);
    EXPECT_NE(faultOf(given({ { "source", "workload" }, { "source", "pushed" } })).find("alone"),
        std::string::npos);
    for (const auto* wrong : { "", "filesystem:", "Pushed", "postgres" }) {
        EXPECT_NE(faultOf(given({ { "source", wrong } })).find("--source"), std::string::npos);
    }
}

TEST(ServeOptions, takeNamesAndOriginsAsTheyAreSent)
{
    const auto options = serveOptionsFrom(given(
        { { "host", "Depository.Example.org" }, { "origin", "https://desk.example.org:8443" } }));
    ASSERT_TRUE(options);
    EXPECT_EQ(options->hosts.at(0), "depository.example.org");
    for (const auto* wrong : { "", "a:80", "http://a", "a/b", "a b", "*" }) {
        EXPECT_NE(faultOf(given({ { "host", wrong } })), "") << wrong;
    }
    for (const auto* wrong : { "", "*", "null", "desk.example.org", "https://desk.example.org/",
             "https://Desk.example.org", "ftp://a", "https://" }) {
        EXPECT_NE(faultOf(given({ { "origin", wrong } })), "") << wrong;
    }
}

TEST(ServeOptions, boundTheConnectionsOfAnAddress)
{
    const auto count = [](const char* text) {
        return serveOptionsFrom(given({ { "connections_per_address", text } }));
    };
    EXPECT_EQ(serveOptionsFrom({})->connectionsPerAddress, 64U);
    EXPECT_EQ(count("1")->connectionsPerAddress, 1U);
    EXPECT_EQ(count("1024")->connectionsPerAddress, 1024U);
    for (const auto* wrong : { "", "0", "1025", "-1", "64x" }) {
        EXPECT_FALSE(count(wrong)) << wrong;
    }
}

TEST(ServeOptions, tellAllFaultsAtOnce)
{
    const auto text = faultOf(given({ { "listen", "x" }, { "source", "y" }, { "host", "a b" },
        { "origin", "*" }, { "log_level", "loud" }, { "contacts", "" } }));
    EXPECT_EQ(std::ranges::count(text, '\n'), 5) << text;
}

TEST(ServeOptions, areReadFromAFileWithTheirKeys)
{
    const auto options = givenOptionsFromJson(
        R"({"listen": "127.0.0.1:0", "state_dir": "state", "source": ["pushed", "filesystem:d"],
            "host": ["a.example"], "token_file": "/etc/tokens"})",
        "/etc/headroom", "headroomd.json");
    ASSERT_TRUE(options) << options.error().text();
    const auto checked = serveOptionsFrom(*options);
    ASSERT_TRUE(checked);
    EXPECT_EQ(checked->stateDir, "/etc/headroom/state") << "from the file's folder";
    EXPECT_EQ(checked->filesystem, "/etc/headroom/d");
    EXPECT_EQ(checked->tokenFile, "/etc/tokens");
    EXPECT_TRUE(serveOptionsFrom(*givenOptionsFromJson("{}", "", "f")));
}

TEST(ServeOptions, fromAFileNameEveryFaultAndItsPlace)
{
    const auto options = givenOptionsFromJson(
        R"({"listen": 8000, "source": "pushed", "colour": "red", "host": ["a", 1],
            "log_level": "info", "log_level": "debug", "contacts": "a\nb"})",
        "", "headroomd.json");
    ASSERT_FALSE(options);
    const auto text = options.error().text();
    for (const auto* place :
        { "headroomd.json", "listen", "source", "colour", "host", "log_level", "contacts" }) {
        EXPECT_NE(text.find(place), std::string::npos) << place << '\n' << text;
    }
    const auto value
        = serveOptionsFrom(*givenOptionsFromJson(R"({"listen": "nowhere"})", "", "headroomd.json"));
    EXPECT_NE(value.error().text().find("headroomd.json: listen"), std::string::npos);
}

TEST(ServeOptions, areNotReadFromWhatIsNoConfiguration)
{
    for (const auto* text : { "{", "[]", "null", "{} {}", "\xEF\xBB\xBF{}", "// c\n{}", "listen=1",
             "{\"a\":NaN}", "" }) {
        EXPECT_FALSE(givenOptionsFromJson(text, "", "f")) << text;
    }
    const TempDir dir;
    const auto file = dir.path() / "headroomd.json";
    EXPECT_EQ(givenOptionsFromFile(file).error().code, ErrorCode::NotFound);
    EXPECT_FALSE(givenOptionsFromFile(dir.path()));
    std::ofstream(file).close();
    EXPECT_NE(givenOptionsFromFile(file).error().text().find("power cut"), std::string::npos);
    std::ofstream(file) << "{}";
    ::chmod(file.c_str(), 0666);
    EXPECT_EQ(givenOptionsFromFile(file).error().code, ErrorCode::Refused);
    ::chmod(file.c_str(), 0644);
    EXPECT_TRUE(givenOptionsFromFile(file));
    std::ofstream(file) << std::string(100'000'000, ' ');
    EXPECT_NE(givenOptionsFromFile(file).error().text().find("1 MiB"), std::string::npos);
}

TEST(Log, showsControlCharactersSoThatNoTextPosesAsALine)
{
    EXPECT_EQ(visible("a\x1b[31m\r\x7f\tb"), "a\\x1b[31m\\x0d\\x7f\\x09b");
    EXPECT_EQ(visible("\xc3\xa4"), "\xc3\xa4");
}

}  // namespace
}  // namespace headroom::app
