// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/proxy_line.h"

#include <gtest/gtest.h>

#include <string>

namespace headroom::api {
namespace {

using namespace std::chrono_literals;

const std::string kHeader = "<190>Nov 23 21:18:03 headroom: headroom1 ";
const std::string kId = "b0495f99f98aae071e1445e1663b3dce";

std::string lineOf(const std::string& rest) { return kHeader + kId + rest; }

TEST(ProxyLine, saysWhatTheRealNginxWrote)
{
    const auto text = lineOf(" POST 201 3164 3000 0.012");
    const auto line = readProxyLine(text);
    ASSERT_TRUE(line);
    EXPECT_EQ(line->requestId, kId);
    EXPECT_EQ(line->method, "POST");
    EXPECT_EQ(line->status, 201);
    EXPECT_EQ(line->requestBytes, 3164);
    EXPECT_EQ(line->announcedBytes, 3000);
    EXPECT_EQ(line->answeredIn, 12ms);
}

TEST(ProxyLine, knowsNeitherALengthNorATimeThatWasNotThere)
{
    const auto line = readProxyLine(lineOf(" GET 499 86 - -"));
    ASSERT_TRUE(line);
    EXPECT_FALSE(line->announcedBytes);
    EXPECT_FALSE(line->answeredIn);
    EXPECT_EQ(readProxyLine(lineOf(" GET 000 0 - -"))->status, 0);
}

TEST(ProxyLine, addsUpTheTimesOfSeveralTries)
{
    EXPECT_EQ(readProxyLine(lineOf(" GET 200 86 - 0.001, 1.002"))->answeredIn, 1003ms);
    EXPECT_EQ(readProxyLine(lineOf(" GET 200 86 - -, 0.002 : 0.003"))->answeredIn, 5ms);
    std::string many = "0.001";
    for (int i = 0; i < 16; ++i) {
        many += ", 0.001";
    }
    EXPECT_FALSE(readProxyLine(lineOf(" GET 200 86 - " + many))) << "nobody tries so often";
}

TEST(ProxyLine, takesADayOfOneDigitAsSyslogWritesIt)
{
    EXPECT_TRUE(
        readProxyLine("<0>Aug  3 01:02:03 headroom: headroom1 " + kId + " PUT 204 1 1 0.000"));
}

TEST(ProxyLine, isNothingElse)
{
    const std::string good = lineOf(" POST 201 3164 3000 0.012");
    for (std::size_t size = 0; size < good.size() - 4; ++size) {
        EXPECT_FALSE(readProxyLine(good.substr(0, size))) << size;
    }
    for (const auto& wrong : { good + "\n", good + " ", " " + good, good + std::string(1, '\0'),
             "<192>" + good.substr(5), "<>" + good.substr(5), "<0190>" + good.substr(5),
             "<-10>" + good.substr(5), "<190>" + good.substr(4), "<190>host " + good.substr(5),
             std::string("<190>Nov 23 21:18:03 headroom: headroom2 ") + kId
                 + " POST 201 3164 3000 0.012",
             std::string("<190>Nov 23 21:18:03 nginx: headroom1 ") + kId
                 + " POST 201 3164 3000 0.012",
             lineOf("0 POST 201 1 1 0.012"), kHeader + kId.substr(1) + " POST 201 1 1 0.012",
             kHeader + "B0495F99F98AAE071E1445E1663B3DCE POST 201 1 1 0.012",
             lineOf("  POST 201 1 1 0.012"), lineOf(" post 201 1 1 0.012"), lineOf(" - 400 0 - -x"),
             lineOf(" P\xC3\x96ST 201 1 1 0.012"),
             lineOf(" " + std::string(33, 'A') + " 201 1 1 0.012"), lineOf(" POST 20 1 1 0.012"),
             lineOf(" POST 2001 1 1 0.012"), lineOf(" POST +20 1 1 0.012"),
             lineOf(" POST 201 -1 1 0.012"), lineOf(" POST 201 1 1.5 0.012"),
             lineOf(" POST 201 99999999999999999999 1 0.012"),
             lineOf(" POST 201 1 9007199254740993 0.012"), lineOf(" POST 201 1 0x10 0.012"),
             lineOf(" POST 201 1 1 0.01"), lineOf(" POST 201 1 1 0.0123"),
             lineOf(" POST 201 1 1 .012"), lineOf(" POST 201 1 1 -0.012"),
             lineOf(" POST 201 1 1 nan"), lineOf(" POST 201 1 1 1e3"),
             lineOf(" POST 201 1 1 1000001.000"), lineOf(" POST 201 1 1 0.012,0.013"),
             lineOf(" POST 201 1 1 0.012, "), lineOf(" POST 201 1 1 0.012 0.013") }) {
        EXPECT_FALSE(readProxyLine(wrong)) << wrong;
    }
}

TEST(ProxyLine, isNotLongerThanItMayBe)
{
    std::string longest = lineOf(" GET 200 86 - 0.001");
    longest.insert(longest.rfind(' ') + 1, std::string(kLongestProxyLine - longest.size(), '0'));
    ASSERT_EQ(longest.size(), kLongestProxyLine);
    EXPECT_TRUE(readProxyLine(longest));
    longest.insert(longest.rfind(' ') + 1, 1, '0');
    EXPECT_FALSE(readProxyLine(longest));
}

}  // namespace
}  // namespace headroom::api
