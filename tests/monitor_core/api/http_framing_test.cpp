// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/monitor_core/api/http_fixture.h"

#include <gtest/gtest.h>

namespace headroom::api {
namespace {

const std::string kHidden = "GET /echo?hidden HTTP/1.1\r\nHost: localhost\r\n\r\n";

struct Attack {
    const char* name;
    std::string bytes;
    int status;
    const char* reason;  ///< as counted
};

std::string repeated(const std::string& text, int times)
{
    std::string result;
    for (int i = 0; i < times; ++i) {
        result += text;
    }
    return result;
}

/// Whatever follows the head would be a request of its own if it were not the body.
std::vector<Attack> attacks()
{
    const std::string chunked
        = "POST /echo HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";
    const std::string host = "Host: localhost\r\n";
    return {
        { "a trailer of 70 KB",
            chunked + "0\r\nX: " + std::string(70'000, 'x') + "\r\n\r\n" + kHidden, 411,
            "transfer_encoding" },
        { "20 trailers of 4 KB",
            chunked + "0\r\n" + repeated("X: " + std::string(4000, 'x') + "\r\n", 20) + "\r\n"
                + kHidden,
            411, "transfer_encoding" },
        { "a chunk extension of 64 KB",
            chunked + "1;" + std::string(65'536, 'x') + "\r\na\r\n0\r\n\r\n" + kHidden, 411,
            "transfer_encoding" },
        { "gzip", "POST /echo HTTP/1.1\r\n" + host + "Transfer-Encoding: gzip\r\n\r\n" + kHidden,
            411, "transfer_encoding" },
        { "chunked, gzip",
            "POST /echo HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked, gzip\r\n\r\n" + kHidden,
            411, "transfer_encoding" },
        { "length and chunked",
            "POST /echo HTTP/1.1\r\n" + host
                + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + kHidden,
            400, "two_lengths" },
        { "two lengths",
            "POST /echo HTTP/1.1\r\n" + host + "Content-Length: 3\r\nContent-Length: 64\r\n\r\nabc"
                + kHidden,
            400, "content_length" },
        { "no Host", "GET /echo HTTP/1.1\r\n\r\n" + kHidden, 400, "host_count" },
        { "two Hosts", "GET /echo HTTP/1.1\r\n" + host + host + "\r\n" + kHidden, 400,
            "host_count" },
        { "another Host",
            "GET /echo HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n" + kHidden, 421,
            "unknown_host" },
        { "the absolute form", "GET http://localhost/echo HTTP/1.1\r\n" + host + "\r\n" + kHidden,
            400, "bad_request_line" },
        { "a page's Origin", get("/echo", "Origin: https://evil.example\r\nConnection: close\r\n"),
            403, "foreign_origin" },
        { "the Origin null", get("/echo", "Origin: null\r\nConnection: close\r\n"), 403,
            "foreign_origin" },
        { "a head of 9 KB",
            "GET /echo HTTP/1.1\r\nX: " + std::string(9000, 'x') + "\r\n" + host + "\r\n", 431,
            "head_too_large" },
        { "300 fields",
            "GET /echo HTTP/1.1\r\n" + host + repeated("X: y\r\n", 300) + "\r\n" + kHidden, 431,
            "too_many_fields" },
        { "a method of 8000 bytes", std::string(8000, 'M') + " /echo HTTP/1.1\r\n" + host + "\r\n",
            501, "unknown_method" },
        { "a method of 9000 bytes", std::string(9000, 'M'), 501, "unknown_method" },
        { "a target of 5000 bytes",
            "GET /" + std::string(5000, 'a') + " HTTP/1.1\r\n" + host + "\r\n", 414,
            "target_too_long" },
        { "a target of 9000 bytes",
            "GET /" + std::string(9000, 'a') + " HTTP/1.1\r\n" + host + "\r\n", 414,
            "target_too_long" },
        { "obs-fold", "GET /echo HTTP/1.1\r\n" + host + "X: a\r\n b\r\n\r\n" + kHidden, 400,
            "bad_field" },
        { "a bare line feed", "GET /echo HTTP/1.1\nHost: localhost\n\n" + kHidden, 400,
            "bare_line_feed" },
        { "NUL",
            "GET /echo HTTP/1.1\r\n" + host + "X: a" + std::string(1, '\0') + "b\r\n\r\n" + kHidden,
            400, "bad_field" },
        { "HTTP/1.0 with a body",
            "POST /echo HTTP/1.0\r\n" + host + "Content-Length: 3\r\n\r\nabc" + kHidden, 400,
            "http10_body" },
        { "one byte too many, announced", post("/echo", std::string(1001, 'x')) + kHidden, 413,
            "body_too_large" },
        { "a body where none is taken",
            "GET /echo HTTP/1.1\r\n" + host + "Content-Length: 3\r\n\r\nabc" + kHidden, 413,
            "body_too_large" },
        { "TLS to a plain port", std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\n", 12),
            400, "bare_line_feed" },
    };
}

TEST(HttpFraming, refusesAndClosesAndExecutesNothingThatIsHidden)
{
    HttpFixture fixture;
    for (const auto& [name, bytes, status, reason] : attacks()) {
        SCOPED_TRACE(name);
        auto client = fixture.client();
        client.send(bytes);
        const auto answer = client.read();
        EXPECT_EQ(answer.status, status);
        EXPECT_TRUE(answer.body.starts_with("{\"detail\":")) << answer.body;
        EXPECT_LE(answer.body.size(), 512U);
        EXPECT_EQ(answer.header("Connection"), "close");
        EXPECT_EQ(client.readToEnd(), "");
        EXPECT_GE(fixture.counter("headroom_http_refusals_total", reason), 1);
        EXPECT_EQ(fixture.ask(get("/later", "Connection: close\r\n")).status, 200);
    }
    for (const auto& call : fixture.executed()) {
        EXPECT_EQ(call, "GET /later");
    }
    EXPECT_EQ(fixture.counter("headroom_http_exceptions_total"), 0);
}

TEST(HttpFraming, whatFollowsABodyIsTheNextRequestAndHeldToTheSame)
{
    HttpFixture fixture;
    auto client = fixture.client();
    client.send(post("/echo", std::string(1000, 'x')) + "x");
    EXPECT_EQ(client.read().status, 200);
    client.send("y\r\n\r\n");
    EXPECT_EQ(client.read().status, 400);
    EXPECT_EQ(client.readToEnd(), "");
}

TEST(HttpFraming, aRefusalOfTheAccessKeepsTheConnection)
{
    HttpFixture fixture;
    auto client = fixture.client();
    EXPECT_EQ(client.ask(get("/echo", "Authorization: Bearer wrong\r\n")).status, 401);
    EXPECT_EQ(client.ask(get("/echo")).status, 200);
    // A body that nobody has read would be taken for a request.
    EXPECT_EQ(client.ask(post("/admin", "x")).header("Connection"), "close");
    EXPECT_EQ(client.readToEnd(), "");
    EXPECT_EQ(fixture.executed(), std::vector<std::string> { "GET /echo" });
}

TEST(HttpFraming, aPathIsWhatItIsAndNothingLikeIt)
{
    HttpFixture fixture;
    auto client = fixture.client();
    for (const auto* target :
        { "/..%2f..%2fetc", "//echo", "/echo/", "/echo;x", "/ECHO", "/%2565cho", "/fields/../echo",
            "/fields/%2e%2e", "/fields/", "/fields/a/b", "/fields/a%2fb" }) {
        EXPECT_EQ(client.ask(get(target)).status, 404) << target;
    }
    EXPECT_EQ(client.ask(get("/echo%00")).status, 400);
    EXPECT_TRUE(fixture.executed().empty());
    EXPECT_EQ(client.ask(get("/%65cho?a=1&a=%3D")).body, "/echo?a=1&a==&|");
    // Whoever asks for what is not there does not make the metrics grow.
    EXPECT_EQ(fixture.counter("headroom_http_requests_total", "other"), 12);
}

TEST(HttpFraming, saysWhichMethodsAPathHas)
{
    HttpFixture fixture;
    auto client = fixture.client();
    const auto answer = client.ask("DELETE /echo HTTP/1.1\r\nHost: localhost\r\n\r\n");
    EXPECT_EQ(answer.status, 405);
    EXPECT_EQ(answer.header("Allow"), "GET, HEAD, POST");
    EXPECT_EQ(client.ask("OPTIONS /echo HTTP/1.1\r\nHost: localhost\r\n\r\n").status, 405);
}

TEST(HttpFraming, asksForABodyThatWaitsToBeAskedFor)
{
    HttpFixture fixture;
    auto client = fixture.client();
    client.send("POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nExpect: "
                "100-continue\r\n\r\n");
    EXPECT_EQ(client.readThrough("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
    EXPECT_EQ(client.ask("abc").body, "/echo?|abc");
    // But not for one that it would refuse.
    client.send("POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3000\r\nExpect: "
                "100-continue\r\n\r\n");
    EXPECT_EQ(client.read().status, 413);
}

TEST(HttpFraming, handsOverWhatTheClientHasSaid)
{
    HttpFixture fixture;
    const auto answer = fixture.ask(get("/fields/a%20b",
        "Content-Type: Application/JSON; charset=utf-8\r\nAccept: text/plain\r\nLast-Event-ID: "
        "9\r\n"
        "If-Match: \"4\"\r\nX-Request-Id: id-1\r\nX-Headroom-Product: Caf\xc3\xa9\r\n"));
    EXPECT_EQ(answer.body,
        "application/json|text/plain|9|\"4\"|id-1|a b|x-headroom-product=Caf\xc3\xa9|127.0.0.1");
}

}  // namespace
}  // namespace headroom::api
