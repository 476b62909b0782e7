// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/detail/request_head.h"
#include "monitor_core/api/detail/target.h"
#include "monitor_core/api/utf8_text.h"

#include <gtest/gtest.h>

#include <string>

namespace headroom::api::detail {
namespace {

int statusOf(const std::string& bytes)
{
    RequestHead head;
    const auto fault = readHead(bytes, head);
    return fault ? fault->status : 200;
}

TEST(RequestHead, isReadAsItWasWritten)
{
    const std::string bytes = "PUT /a?b=c HTTP/1.1\r\nhOST: x:80\r\nContent-Length:  12 \r\n"
                              "Authorization: Bearer t\r\nOrigin: null\r\nConnection: x, Close\r\n"
                              "Expect: 100-Continue\r\nContent-Type: text/plain\r\nAccept: a/b\r\n"
                              "Last-Event-ID: 7\r\nIf-Match: \"3\"\r\nX-Request-Id: r\r\n"
                              "X-Headroom-Product: p\r\nX-Original-URI: /u\r\nX-Other: o\r\n\r\n";
    RequestHead head;
    ASSERT_FALSE(readHead(bytes, head));
    EXPECT_EQ(head.method, Method::Put);
    EXPECT_EQ(head.target, "/a?b=c");
    EXPECT_EQ(head.host, "x:80");
    EXPECT_EQ(head.contentLength, 12U);
    EXPECT_EQ(head.authorization, "Bearer t");
    EXPECT_EQ(head.origin, "null");
    EXPECT_TRUE(head.wantsClose);
    EXPECT_TRUE(head.expectsContinue);
    EXPECT_EQ(head.contentType, "text/plain");
    EXPECT_EQ(head.accept, "a/b");
    EXPECT_EQ(head.lastEventId, "7");
    EXPECT_EQ(head.ifMatch, "\"3\"");
    EXPECT_EQ(head.requestId, "r");
    ASSERT_EQ(head.extensions.size(), 2U);
    EXPECT_EQ(head.extensions[1].second, "/u");

    // And nothing of it is left in the next one.
    ASSERT_FALSE(readHead("GET / HTTP/1.1\r\nHost: y\r\n\r\n", head));
    EXPECT_FALSE(head.origin || head.authorization || head.wantsClose || head.expectsContinue);
    EXPECT_EQ(head.contentLength, 0U);
    EXPECT_TRUE(head.extensions.empty());
}

TEST(RequestHead, refusesWhatCanBeReadInTwoWays)
{
    struct Case {
        const char* fields;
        int status;
    };
    const Case cases[] = {
        { "", 400 },
        { "Host: a\r\nHost: a\r\n", 400 },
        { "Host:\r\n", 400 },
        { "Host: a\r\nTransfer-Encoding: chunked\r\n", 411 },
        { "Transfer-Encoding: gzip\r\nHost: a\r\n", 411 },
        { "Host: a\r\ntransfer-encoding: identity\r\n", 411 },
        { "Host: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n", 400 },
        { "Host: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n", 400 },
        { "Host: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n", 400 },
        { "Host: a\r\nContent-Length: 3\r\nContent-Length: 3\r\n", 400 },
        { "Host: a\r\nContent-Length: 3, 3\r\n", 400 },
        { "Host: a\r\nContent-Length: +3\r\n", 400 },
        { "Host: a\r\nContent-Length: -1\r\n", 400 },
        { "Host: a\r\nContent-Length: 0x3\r\n", 400 },
        { "Host: a\r\nContent-Length:\r\n", 400 },
        { "Host: a\r\nContent-Length: 18446744073709551616\r\n", 400 },
        { "Host: a\r\nContent-Length: 999999999999999999\r\n", 200 },
        { "Host: a\r\nContent-Length : 3\r\n", 400 },
        { "Host: a\r\n folded\r\n", 400 },
        { "Host: a\r\nX: b\r\n\tfolded\r\n", 400 },
        { " Host: a\r\n", 400 },
        { "Host: a\r\nNoColon\r\n", 400 },
        { "Host: a\r\n: x\r\n", 400 },
        { "Host: a\r\nX(: x\r\n", 400 },
        { "Host: a\r\nX: a\rb\r\n", 400 },
        { "Host: a\r\nX: a\x01"
          "b\r\n",
            400 },
        { "Host: a\r\nX: a\x7f"
          "b\r\n",
            400 },
        { "Host: a\r\nX: caf\xc3\xa9\r\n", 200 },
        { "Host: a\r\nX: caf\xe9\r\n", 400 },
        { "Host: a\r\nX: a\tb\r\n", 200 },
        { "Host: a\r\nAuthorization: x\r\nAuthorization: y\r\n", 400 },
        { "Host: a\r\nOrigin: x\r\nOrigin: y\r\n", 400 },
        { "Host: a\r\nContent-Type: x\r\nContent-Type:\r\n", 400 },
        { "Host: a\r\nExpect: 200-ok\r\n", 417 },
    };
    for (const auto& [fields, status] : cases) {
        EXPECT_EQ(statusOf("POST / HTTP/1.1\r\n" + std::string(fields) + "\r\n"), status) << fields;
    }
    const std::string nul(1, '\0');
    EXPECT_EQ(statusOf("GET / HTTP/1.1\r\nHost: a\r\nX: a" + nul + "b\r\n\r\n"), 400);
}

TEST(RequestHead, refusesRequestLinesThatAreNone)
{
    struct Case {
        std::string line;
        int status;
    };
    const Case cases[] = {
        { "GET / HTTP/1.1", 200 },
        { "GET / HTTP/1.0", 200 },
        { "", 400 },
        { "GET", 400 },
        { "GET /", 400 },
        { "GET  / HTTP/1.1", 400 },
        { "GET / HTTP/1.1 ", 400 },
        { " GET / HTTP/1.1", 400 },
        { "GET /a b HTTP/1.1", 400 },
        { "GET\t/\tHTTP/1.1", 400 },
        { "GET http://a/ HTTP/1.1", 400 },
        { "OPTIONS * HTTP/1.1", 400 },
        { "CONNECT a:80 HTTP/1.1", 501 },
        { "get / HTTP/1.1", 501 },
        { "TRACE / HTTP/1.1", 501 },
        { std::string(8000, 'M') + " / HTTP/1.1", 501 },
        { "G@T / HTTP/1.1", 400 },
        { "GET / HTTP/2.0", 505 },
        { "GET / HTTP/1.2", 505 },
        { "GET / http/1.1", 400 },
        { "GET / HTTP/1.10", 400 },
        { "GET /\x01 HTTP/1.1", 400 },
        { "GET /caf\xc3\xa9 HTTP/1.1", 400 },
        { "GET /" + std::string(4095, 'a') + " HTTP/1.1", 200 },
        { "GET /" + std::string(4096, 'a') + " HTTP/1.1", 414 },
    };
    for (const auto& [line, status] : cases) {
        EXPECT_EQ(statusOf(line + "\r\nHost: a\r\n\r\n"), status) << line.substr(0, 60);
    }
}

TEST(RequestHead, mayHaveAHundredFieldsButNotMore)
{
    std::string fields = "GET / HTTP/1.1\r\nHost: a\r\n";
    for (int i = 1; i < 100; ++i) {
        fields += "X: y\r\n";
    }
    EXPECT_EQ(statusOf(fields + "\r\n"), 200);
    EXPECT_EQ(statusOf(fields + "X: y\r\n\r\n"), 431);
}

TEST(RequestHead, takesNoBodyFromHttp10AndClosesAfterIt)
{
    RequestHead head;
    EXPECT_FALSE(readHead("GET / HTTP/1.0\r\nHost: a\r\n\r\n", head));
    EXPECT_TRUE(head.wantsClose);
    EXPECT_FALSE(readHead("GET / HTTP/1.0\r\nHost: a\r\nContent-Length: 0\r\n\r\n", head));
    EXPECT_EQ(statusOf("POST / HTTP/1.0\r\nHost: a\r\nContent-Length: 1\r\n\r\n"), 400);
    EXPECT_EQ(statusOf("POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"), 400);
}

TEST(HeadScanner, findsTheEndHoweverTheBytesCome)
{
    const std::string bytes = "GET / HTTP/1.1\r\nHost: a\r\n\r\nrest";
    for (std::size_t step = 1; step <= bytes.size(); ++step) {
        HeadScanner scanner;
        auto state = HeadScanner::State::Incomplete;
        std::size_t size = 0;
        while (state == HeadScanner::State::Incomplete) {
            size = std::min(bytes.size(), size + step);
            state = scanner.scan(std::string_view(bytes).substr(0, size));
        }
        EXPECT_EQ(state, HeadScanner::State::Complete);
        EXPECT_EQ(scanner.size(), bytes.size() - 4);
    }
    EXPECT_EQ(HeadScanner().scan("GET / HTTP/1.1\n"), HeadScanner::State::Broken);
    EXPECT_EQ(HeadScanner().scan("\n"), HeadScanner::State::Broken);
    EXPECT_EQ(HeadScanner().scan("GET / HTTP/1.1\r\nHost: a\r\n\n"), HeadScanner::State::Broken);
}

TEST(Target, isDecodedOnceAndNeverNormalised)
{
    struct Case {
        std::string target;
        int status;
        const char* path;
    };
    const Case cases[] = {
        { "/a/b", 200, "/a/b" },
        { "/a%20b", 200, "/a b" },
        { "/caf%C3%a9", 200, "/caf\xc3\xa9" },
        { "/a+b", 200, "/a+b" },
        { "//admin", 200, "//admin" },
        { "/admin/", 200, "/admin/" },
        { "/admin;x", 200, "/admin;x" },
        { "/%2561", 200, "/%61" },
        { "/...", 200, "/..." },
        { "/.well-known", 200, "/.well-known" },
        { "/..%2f..%2fetc", 404, "" },
        { "/a%2Fb", 404, "" },
        { "/../etc", 404, "" },
        { "/a/..", 404, "" },
        { "/a/./b", 404, "" },
        { "/%2e%2e/etc", 404, "" },
        { "/a%00", 400, "" },
        { "/a%0d%0ab", 400, "" },
        { "/a%7f", 400, "" },
        { "/a%", 400, "" },
        { "/a%2", 400, "" },
        { "/a%zz", 400, "" },
        { "/%ff", 400, "" },
        { "/%c0%af", 400, "" },
        { "/%ed%a0%80", 400, "" },
        { "/a#b", 400, "" },
        { "/a?b=%00", 400, "" },
        { "/a?b=%", 400, "" },
        { "/a?%ff=1", 400, "" },
    };
    for (const auto& [target, status, path] : cases) {
        std::string decoded;
        std::vector<std::pair<std::string, std::string>> query;
        const auto fault = readTarget(target, decoded, query);
        EXPECT_EQ(fault ? fault->status : 200, status) << target;
        EXPECT_TRUE(fault || decoded == path) << target << " " << decoded;
    }
}

TEST(Target, keepsTheQueryInOrderAndDoubledNames)
{
    std::string path;
    std::vector<std::pair<std::string, std::string>> query;
    ASSERT_FALSE(readTarget("/p?a=1&&a=%26+x&b&=c&d=e=f", path, query));
    const std::vector<std::pair<std::string, std::string>> wanted
        = { { "a", "1" }, { "a", "& x" }, { "b", "" }, { "", "c" }, { "d", "e=f" } };
    EXPECT_EQ(query, wanted);
}

TEST(Target, takes64ParametersAndNotMore)
{
    std::string target = "/p?a";
    for (int i = 1; i < 64; ++i) {
        target += "&a";
    }
    std::string path;
    std::vector<std::pair<std::string, std::string>> query;
    EXPECT_FALSE(readTarget(target, path, query));
    EXPECT_EQ(query.size(), 64U);
    EXPECT_TRUE(readTarget(target + "&a", path, query));
}

TEST(Utf8, isWellFormedOrNot)
{
    for (const auto* good : { "", "a", "\xc2\x80", "\xdf\xbf", "\xe0\xa0\x80", "\xed\x9f\xbf",
             "\xef\xbf\xbf", "\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf" }) {
        EXPECT_TRUE(isUtf8(good)) << good;
    }
    for (const auto* bad : { "\x80", "\xc0\x80", "\xc1\xbf", "\xc2",
             "\xc2"
             "a",
             "\xe0\x9f\xbf", "\xed\xa0\x80", "\xe0\xa0", "\xf0\x8f\xbf\xbf", "\xf4\x90\x80\x80",
             "\xf5\x80\x80\x80", "\xff", "a\xfe" }) {
        EXPECT_FALSE(isUtf8(bad)) << bad;
    }
}

}  // namespace
}  // namespace headroom::api::detail
