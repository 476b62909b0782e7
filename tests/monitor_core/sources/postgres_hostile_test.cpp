// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
//
// A server that is none, or means harm: its bytes are written here.
#include "monitor_core/sources/postgres_source.h"
#include "tests/support/loopback_server.h"
#include "tests/support/manual_clock.h"

#include <gtest/gtest.h>

namespace headroom {
namespace {

using namespace std::chrono_literals;

/// A message of the protocol: its kind, its length, its content.
std::string message(char kind, const std::string& content)
{
    const auto length = static_cast<std::uint32_t>(content.size() + 4);
    std::string bytes(1, kind);
    for (int shift = 24; shift >= 0; shift -= 8) {
        bytes += static_cast<char>((length >> static_cast<unsigned>(shift)) & 0xFFU);
    }
    return bytes + content;
}

std::string ready(char state = 'I') { return message('Z', std::string(1, state)); }

const std::string kWelcome = message('R', std::string(4, '\0'))
    + message('S', std::string("client_encoding\0UTF8\0", 21)) + ready();

/// Takes a start message, is polite, and answers the first query with `answer`.
Result<Readings> collectFrom(const std::string& answer, const std::string& welcome = kWelcome)
{
    LoopbackServer server([&](int connection) {
        char bytes[4096];
        if (::recv(connection, bytes, sizeof bytes, 0) > 0
            && LoopbackServer::send(connection, welcome)
            && ::recv(connection, bytes, sizeof bytes, 0) > 0) {
            LoopbackServer::send(connection, answer);
            while (::recv(connection, bytes, sizeof bytes, 0) > 0) { }
        }
    });
    const ManualClock clock;
    const auto settings = postgresSettings("host=127.0.0.1 port=" + std::to_string(server.port())
        + " dbname=d user=u password=hunter2 sslmode=disable gssencmode=disable"
          " headroom_timeout_ms=300");
    PostgresSource source(*settings, gigabytes(1), clock);
    return source.collect();
}

std::string errorOf(const Result<Readings>& readings)
{
    return readings ? "(none)" : readings.error().text();
}

TEST(HostilePostgres, thatSpeaksAnotherLanguageIsAnError)
{
    EXPECT_NE(errorOf(collectFrom("", "HTTP/1.1 400 Bad Request\r\n\r\n")), "(none)");
    EXPECT_NE(errorOf(collectFrom("HTTP/1.1 200 OK\r\n\r\n" + std::string(5000, 'x'))), "(none)");
}

TEST(HostilePostgres, thatIsSilentIsLeftWhenItsTimeIsUp)
{
    EXPECT_NE(
        errorOf(collectFrom("", "")).find("does not answer within 300 ms"), std::string::npos);
    EXPECT_NE(errorOf(collectFrom("")).find("does not answer any more"), std::string::npos);
}

TEST(HostilePostgres, cannotShowUsThePasswordNorWriteLinesOfItsOwn)
{
    const auto error = message('E',
        std::string("SFATAL\0C28000\0Mno hunter2\n2026-01-01 fake line \x1b[31m", 52)
            + std::string(5000, 'y') + std::string("\0\0", 2));
    for (const auto& text :
        { errorOf(collectFrom("", error)), errorOf(collectFrom(error + ready())) }) {
        EXPECT_EQ(text.find("hunter2"), std::string::npos) << text;
        EXPECT_EQ(text.find('\n'), std::string::npos);
        EXPECT_EQ(text.find('\x1b'), std::string::npos);
        EXPECT_LT(text.size(), 500U);
    }
}

TEST(HostilePostgres, thatWantsToCopyOrSendsWithoutEndIsLeft)
{
    const auto copies = message('G', std::string("\0\0\0", 3));
    EXPECT_NE(errorOf(collectFrom(copies)), "(none)");
    // One message of 1 GB, of which 24 MB come.
    std::string endless("D\x40\0\0\0", 5);
    endless.append(24UL * 1024 * 1024, 'x');
    const auto columns = message('T', std::string("\0\1a\0", 4) + std::string(18, '\0'));
    EXPECT_NE(errorOf(collectFrom(columns + endless)), "(none)");
}

}  // namespace
}  // namespace headroom
