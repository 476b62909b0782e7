// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/json_body.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace headroom::api {
namespace {

constexpr NumberRange kAny { -1e300, 1e300 };
constexpr IntegerRange kExact { 0, std::int64_t { 1 } << 53 };

Request requestWith(std::string body)
{
    Request request;
    request.contentType = "application/json";
    request.body = std::move(body);
    return request;
}

std::string nested(int depth)
{
    return R"({"a":)" + std::string(static_cast<std::size_t>(depth - 1), '[')
        + std::string(static_cast<std::size_t>(depth - 1), ']') + "}";
}

/// The status that a text is refused with, whatever is read of it; 200 when it is not.
int statusOf(const std::string& text)
{
    JsonBody body(requestWith(text), UnknownKeys::Ignore);
    const auto refusal = body.refusal();
    if (refusal) {
        EXPECT_LE(refusal->body->size(), 512U) << text.substr(0, 60);
        EXPECT_TRUE(refusal->body->starts_with(R"({"detail":)"));
    }
    return refusal ? refusal->status : 200;
}

std::string detailOf(const std::string& text)
{
    JsonBody body(requestWith(text), UnknownKeys::Ignore);
    const auto refusal = body.refusal();
    return refusal ? *refusal->body : "";
}

TEST(JsonBody, refusesTextThatIsNoStrictJsonWithItsPosition)
{
    const std::string texts[] = { "", " ", "{", "{}x", "{} {}", "\xEF\xBB\xBF{}", "{}//c",
        "/*c*/{}", "{\"a\":1,}", "{a:1}", "{'a':1}", "{\"a\":NaN}", "{\"a\":Infinity}",
        "{\"a\":+1}", "{\"a\":.5}", "{\"a\":01}", "{\"a\":0x1}", "{\"a\":\"\n\"}",
        "{\"a\":\"\xC0\xAF\"}", "{\"a\":\"\xED\xA0\x80\"}", "{\"a\":\"\\ud800\"}",
        "{\"a\":\"\xFF\"}", "{\"a\":\"\xF4\x90\x80\x80\"}", "{\"\xFF\":1}" };
    for (const auto& text : texts) {
        EXPECT_EQ(statusOf(text), 400) << text;
        EXPECT_NE(detailOf(text).find("line "), std::string::npos) << text;
    }
    EXPECT_NE(detailOf("{\n  \"a\": nope}").find("line 2"), std::string::npos);
    for (const auto* text : { "[]", "1", "null", "\"x\"" }) {
        EXPECT_EQ(statusOf(text), 400) << text;
    }
}

TEST(JsonBody, refusesMoreThanThirtyTwoLevelsHoweverDeep)
{
    EXPECT_EQ(statusOf(nested(32)), 200);
    EXPECT_EQ(statusOf(nested(33)), 400);
    EXPECT_EQ(statusOf(nested(100'000)), 400);
}

TEST(JsonBody, refusesAKeyThatStandsTwice)
{
    EXPECT_EQ(statusOf(R"({"a":1,"a":1})"), 400);
    EXPECT_EQ(statusOf(R"({"a":1,"\u0061":1})"), 400);
    EXPECT_EQ(statusOf(R"({"o":{"a":1,"a":2}})"), 400);
    EXPECT_EQ(statusOf(R"({"o":{"a":1},"p":{"a":2}})"), 200);
}

TEST(JsonBody, refusesAListOfMoreThanAThousand)
{
    const auto listOf = [](int count) {
        std::string list = "{\"a\":[0";
        for (int i = 1; i < count; ++i) {
            list += ",0";
        }
        return list + "]}";
    };
    EXPECT_EQ(statusOf(listOf(1000)), 200);
    EXPECT_EQ(statusOf(listOf(1001)), 413);
    EXPECT_EQ(statusOf(listOf(10'000)), 413);
}

TEST(JsonBody, refusesAnotherContentTypeThanJson)
{
    auto request = requestWith("{}");
    request.contentType = "text/plain";
    JsonBody body(request, UnknownKeys::Ignore);
    EXPECT_EQ(body.refusal()->status, 415);
}

/// What reading "a" as a number gives: its text, or the type of the fault.
std::string asNumber(const std::string& literal)
{
    JsonBody body(requestWith("{\"a\":" + literal + "}"), UnknownKeys::Refuse);
    const auto value = body.number("a", kAny);
    const auto refusal = body.refusal();
    if (refusal) {
        EXPECT_EQ(refusal->status, 422) << literal;
        EXPECT_FALSE(value);
        const auto at = refusal->body->find(R"("type":")") + 8;
        return refusal->body->substr(at, refusal->body->find('"', at) - at);
    }
    EXPECT_TRUE(std::isfinite(*value));
    return std::signbit(*value) && *value == 0 ? "-0" : std::to_string(*value);
}

std::string asInteger(const std::string& literal)
{
    JsonBody body(requestWith("{\"a\":" + literal + "}"), UnknownKeys::Refuse);
    const auto value = body.integer("a", kExact);
    const auto refusal = body.refusal();
    if (refusal) {
        EXPECT_EQ(refusal->status, 422) << literal;
        const auto at = refusal->body->find(R"("type":")") + 8;
        return refusal->body->substr(at, refusal->body->find('"', at) - at);
    }
    return std::to_string(*value);
}

TEST(JsonBody, takesNoNumberThatIsNotFinite)
{
    for (const auto& literal : { std::string("1e999"), std::string("-1e999"), std::string(400, '9'),
             std::string(100'000, '9') }) {
        EXPECT_EQ(asNumber(literal), "not_finite") << literal.substr(0, 20);
        EXPECT_EQ(asInteger(literal), "not_finite") << literal.substr(0, 20);
    }
    EXPECT_EQ(statusOf(R"({"a":1e2147483648})"), 400);  // no double's exponent can be written so
}

TEST(JsonBody, readsANumberByOneExactRule)
{
    EXPECT_EQ(asNumber("-0"), "0.000000");
    EXPECT_EQ(asNumber("-0.0"), "0.000000");
    EXPECT_EQ(asNumber("1e-999"), "0.000000");
    EXPECT_EQ(asNumber("42.5"), "42.500000");
    for (const auto* literal : { "\"5\"", "true", "null", "[]", "{}", "[5]" }) {
        EXPECT_EQ(asNumber(literal), "not_a_number") << literal;
        EXPECT_EQ(asInteger(literal), "not_a_number") << literal;
    }
}

TEST(JsonBody, readsAWholeNumberByOneExactRule)
{
    EXPECT_EQ(asInteger("5"), "5");
    EXPECT_EQ(asInteger("5.0"), "5");
    EXPECT_EQ(asInteger("5e0"), "5");
    EXPECT_EQ(asInteger("-0"), "0");
    EXPECT_EQ(asInteger("0.1"), "not_an_integer");
    EXPECT_EQ(asInteger("9007199254740992"), "9007199254740992");
    EXPECT_EQ(asInteger("9007199254740993"), "out_of_range");
    EXPECT_EQ(asInteger("9223372036854775807"), "out_of_range");
    EXPECT_EQ(asInteger("9223372036854775808"), "out_of_range");
    EXPECT_EQ(asInteger("18446744073709551616"), "out_of_range");
    EXPECT_EQ(asInteger("-1"), "out_of_range");
}

TEST(JsonBody, namesEveryFaultAndWhatIsMissingAtOnce)
{
    JsonBody body(requestWith(R"({"a":-1,"b":"x","list":[1,2,"3"]})"), UnknownKeys::Refuse);
    body.number("a", { 0, 10 });
    body.flag("b");
    body.numbers("list", { 0, 10 });
    body.text("c", kName);
    body.need({ "a", "c" });
    const auto refusal = body.refusal();
    ASSERT_TRUE(refusal);
    EXPECT_EQ(refusal->status, 422);
    EXPECT_EQ(*refusal->body,
        R"({"detail":[{"loc":["body","a"],"msg":"must be 0.0 to 10.0","type":"out_of_range"},)"
        R"({"loc":["body","b"],"msg":"must be true or false","type":"not_a_boolean"},)"
        R"({"loc":["body","list","2"],"msg":"must be a number","type":"not_a_number"},)"
        R"({"loc":["body","c"],"msg":"is required","type":"missing"}]})");
}

TEST(JsonBody, refusesUnknownKeysOfAPersonAndCountsThoseOfAProgram)
{
    const auto request = requestWith(R"({"note":"x","nota":1,"b":{"c":1}})");
    JsonBody strict(request, UnknownKeys::Refuse);
    strict.text("note", kNote);
    EXPECT_EQ(strict.refusal()->status, 400);
    EXPECT_NE(strict.refusal()->body->find("nota"), std::string::npos);
    JsonBody lenient(request, UnknownKeys::Ignore);
    lenient.text("note", kNote);
    EXPECT_FALSE(lenient.refusal());
    EXPECT_EQ(lenient.ignoredKeys(), 2U);
}

TEST(JsonBody, anObjectForAnotherReaderIsFinite)
{
    const auto request = requestWith(R"({"p":{"a":[1,0.7,{"b":1e999}]},"q":{"a":0.7}})");
    JsonBody body(request, UnknownKeys::Refuse);
    EXPECT_FALSE(body.object("p"));
    EXPECT_EQ(body.object("q"), R"({"a":0.7})");
    EXPECT_EQ(body.refusal()->status, 422);
}

TEST(JsonBody, readsATimeInUtcWithOrWithoutMilliseconds)
{
    EXPECT_EQ(timeFromText("2026-08-03T10:03:53Z"), timeFromText("2026-08-03T10:03:53.000Z"));
    EXPECT_TRUE(timeFromText("2026-08-03T10:03:53Z"));
    for (const auto* text : { "", "now", "2026-08-03", "2026-08-03T10:03:53",
             "2026-13-03T10:03:53Z", "2026-08-03T10:03:53+02:00", "2026-08-03 10:03:53Z", "1e9" }) {
        EXPECT_FALSE(timeFromText(text)) << text;
    }
}

/// Two hundred texts that have broken something somewhere: pieces that hurt, alone and in pairs.
std::vector<std::string> hostileTexts()
{
    const std::vector<std::string> pieces { "<img src=x onerror=alert(1)>", "=cmd|' /C calc'!A0",
        "'; DROP TABLE alerts; --", "../../etc/passwd", "%00%n%s", "\xE2\x80\xAEGREEN",
        "\xE2\x80\x8B", "line\nbreak", "tab\there", "\r\nSet-Cookie: x", "\"quoted\\\"",
        "\xF0\x9F\x94\xA5", "e\xCC\x81\xCC\x81\xCC\x81", "\xEF\xBF\xBE" };
    std::vector<std::string> texts = pieces;
    for (const auto& first : pieces) {
        for (const auto& second : pieces) {
            texts.push_back(first + second);
        }
    }
    return texts;
}

TEST(JsonBody, keepsTwoHundredHostileTextsExactlyOrRefusesThem)
{
    const auto texts = hostileTexts();
    ASSERT_GE(texts.size(), 200U);
    int kept = 0;
    for (const auto& text : texts) {
        std::string literal;
        for (const char c : text) {
            constexpr std::string_view kHex = "0123456789abcdef";
            const auto byte = static_cast<unsigned char>(c);
            if (byte < 0x20) {
                literal += std::string("\\u00") + kHex[byte >> 4U] + kHex[byte & 15U];
            } else {
                literal += (c == '"' || c == '\\' ? "\\" : "") + std::string(1, c);
            }
        }
        const auto request = requestWith("{\"a\":\"" + literal + "\"}");
        JsonBody note(request, UnknownKeys::Refuse);
        EXPECT_EQ(note.text("a", kNote), text);
        EXPECT_FALSE(note.refusal());
        JsonBody line(request, UnknownKeys::Refuse);
        const auto name = line.text("a", { 1, 200, true });
        if (name) {
            EXPECT_EQ(*name, text);
            ++kept;
        } else {
            EXPECT_EQ(line.refusal()->status, 422);
        }
    }
    EXPECT_GT(kept, 100);
}

TEST(JsonBody, takesNoNulAndNoTextThatIsTooLong)
{
    JsonBody body(requestWith(R"({"a":"x\u0000y","b":")" + std::string(1001, 'x') + "\"}"),
        UnknownKeys::Refuse);
    EXPECT_FALSE(body.text("a", kNote));
    EXPECT_FALSE(body.text("b", kNote));
    EXPECT_EQ(body.refusal()->status, 422);
}

}  // namespace
}  // namespace headroom::api
