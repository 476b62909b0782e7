// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/query_parameters.h"

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include <cmath>

namespace headroom::api {
namespace {

Request asking(std::vector<std::pair<std::string, std::string>> query)
{
    Request request;
    request.query = std::move(query);
    return request;
}

/// The type of the only fault that reading `text` as a number of 0 to 100 gives; empty for none.
std::string faultOf(const std::string& text)
{
    const auto request = asking({ { "n", text } });
    QueryParameters query(request);
    const auto value = query.number("n", { 0, 100 });
    if (!query.isFaulty()) {
        return value ? "" : "nothing";
    }
    const auto refusal = query.refusal();
    EXPECT_EQ(refusal.status, 422);
    return std::string(boost::json::parse(*refusal.body).at("detail").at(0).at("type").as_string());
}

TEST(QueryParameters, readsNumbersAsJsonWritesThem)
{
    const std::pair<const char*, double> kGood[] = { { "0", 0 }, { "42.5", 42.5 }, { "1e2", 100 },
        { "1E-2", 0.01 }, { "99.9999", 99.9999 }, { "0.0", 0 }, { "1e+1", 10 },
        { "0e999999999999999999999", 0 }, { "1e-999", 0 }, { "0.1e-999999999999999999", 0 } };
    for (const auto& [text, wanted] : kGood) {
        double value = -1;
        EXPECT_EQ(parseNumber(text, value), NumberFault::Good) << text;
        EXPECT_EQ(value, wanted) << text;
    }
}

TEST(QueryParameters, takesNoSignFromZero)
{
    double value = 1;
    ASSERT_EQ(parseNumber("-0", value), NumberFault::Good);
    EXPECT_FALSE(std::signbit(value));
}

TEST(QueryParameters, refusesWhatIsNoNumber)
{
    for (const auto* text : { "", " ", "1 ", " 1", "+1", ".5", "1.", "1,5", "0x10", "1e", "1e+",
             "--1", "-", "e5", "1_000", "01", "007", "1.5.2", "12abc", "true", "null", "\"5\"",
             "１", "nano", "infinite", "in" }) {
        EXPECT_EQ(faultOf(text), "not_a_number") << text;
    }
}

TEST(QueryParameters, refusesWhatIsNotFinite)
{
    for (const std::string text : { "nan", "NaN", "-nan", "inf", "Inf", "-inf", "+inf", "Infinity",
             "-infinity", "1e999", "-1e999", "1e99999999999999999999", "0.001e312" }) {
        EXPECT_EQ(faultOf(text), "not_finite") << text;
    }
    EXPECT_EQ(faultOf(std::string(400, '9')), "not_finite");
    EXPECT_EQ(faultOf('1' + std::string(400, '0') + ".5"), "not_finite");
    // As long, and a number all the same.
    EXPECT_EQ(faultOf("0." + std::string(400, '9')), "");
}

TEST(QueryParameters, knowsBothEndsOfARange)
{
    EXPECT_EQ(faultOf("0"), "");
    EXPECT_EQ(faultOf("100"), "");
    EXPECT_EQ(faultOf("100.0000001"), "out_of_range");
    EXPECT_EQ(faultOf("-0.0000001"), "out_of_range");
    EXPECT_EQ(faultOf("-1"), "out_of_range");
}

TEST(QueryParameters, readsWholeNumbersInDigitsOnly)
{
    const std::pair<std::string, NumberFault> kTable[] = { { "0", NumberFault::Good },
        { "-5", NumberFault::Good }, { "9223372036854775807", NumberFault::Good },
        { "9223372036854775808", NumberFault::OutOfRange },
        { "-9223372036854775809", NumberFault::OutOfRange }, { "5.0", NumberFault::NotAnInteger },
        { "0.1", NumberFault::NotAnInteger }, { "1e3", NumberFault::NotAnInteger },
        { "1e999", NumberFault::NotFinite }, { "nan", NumberFault::NotFinite },
        { std::string(400, '1'), NumberFault::NotFinite }, { "", NumberFault::NotANumber },
        { "true", NumberFault::NotANumber }, { "5 ", NumberFault::NotANumber } };
    for (const auto& [text, fault] : kTable) {
        std::int64_t value = 0;
        EXPECT_EQ(parseInteger(text, value), fault) << text;
    }
    // Beyond 2^53, where a double would round.
    std::int64_t value = 0;
    ASSERT_EQ(parseInteger("9007199254740993", value), NumberFault::Good);
    EXPECT_EQ(value, 9'007'199'254'740'993);
}

TEST(QueryParameters, tellMissingFromDoubledFromEmpty)
{
    const auto missing = asking({ { "m", "1" } });
    const auto doubled = asking({ { "n", "1" }, { "n", "1" } });
    for (const auto& [request, type] :
        { std::pair(&missing, "missing"), std::pair(&doubled, "doubled") }) {
        QueryParameters query(*request);
        EXPECT_FALSE(query.number("n", {}));
        ASSERT_TRUE(query.isFaulty());
        EXPECT_NE(query.refusal().body->find(type), std::string::npos) << *query.refusal().body;
    }
    EXPECT_EQ(faultOf(""), "not_a_number");
    QueryParameters optional(missing);
    EXPECT_FALSE(optional.optionalNumber("n", {}));
    EXPECT_FALSE(optional.isFaulty());
}

TEST(QueryParameters, nameEveryFaultAtOnceWithItsPlace)
{
    const auto request = asking({ { "a", "x" }, { "c", "sideways" }, { "t", "" },
        { "long", std::string(201, 'x') }, { "unknown", "ignored" } });
    QueryParameters query(request);
    EXPECT_FALSE(query.number("a", {}));
    EXPECT_FALSE(query.integer("b", {}));
    EXPECT_FALSE(query.choice("c", { "up", "down" }));
    EXPECT_FALSE(query.optionalText("t", 200));
    EXPECT_FALSE(query.optionalText("long", 200));
    const auto refusal = query.refusal();
    EXPECT_LE(refusal.body->size(), 512U);
    const auto detail = boost::json::parse(*refusal.body).at("detail").as_array();
    ASSERT_GE(detail.size(), 3U);
    EXPECT_EQ(detail[0].at("loc").at(0).as_string(), "query");
    EXPECT_EQ(detail[0].at("loc").at(1).as_string(), "a");
    EXPECT_EQ(detail[1].at("type").as_string(), "missing");
    EXPECT_EQ(detail[2].at("msg").as_string(), "must be one of: up, down");
}

}  // namespace
}  // namespace headroom::api
