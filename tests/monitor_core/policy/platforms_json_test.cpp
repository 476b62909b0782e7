// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/policy/platforms_json.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace headroom {
namespace {

std::string shippedText()
{
    std::ifstream file(HEADROOM_RESOURCES "/platforms.json", std::ios::binary);
    return { std::istreambuf_iterator<char>(file), {} };
}

std::string faultOf(const std::string& what, const std::string& by)
{
    auto text = shippedText();
    const auto at = text.find(what);
    EXPECT_NE(at, std::string::npos) << what;
    const auto platforms = platformsFromJson(text.replace(at, what.size(), by));
    return platforms ? "" : platforms.error().text();
}

TEST(Platforms, thatShipHaveSupabasesTwoLinesWithTheirDay)
{
    const auto platforms = platformsFromJson(shippedText());
    ASSERT_TRUE(platforms) << platforms.error().text();
    const auto marks = storageMarksOf(*platforms, "supabase");
    ASSERT_EQ(marks.size(), 2U);
    EXPECT_EQ(marks[0].atRatio, 0.9);
    EXPECT_EQ(marks[1].atRatio, 0.95);
    EXPECT_NE(marks[1].text.find("read-only (as of 20"), std::string::npos) << marks[1].text;
    EXPECT_EQ(marks[1].label, "read-only");
    EXPECT_TRUE(storageMarksOf(*platforms, "nobody").empty());
}

TEST(Platforms, withAFaultAreRefusedByItsPlace)
{
    EXPECT_NE(faultOf("0.95", "0.9").find("platforms[0].storage[1].at_ratio"), std::string::npos);
    EXPECT_NE(faultOf("0.9", "1.1").find("storage[0].at_ratio"), std::string::npos);
    EXPECT_NE(faultOf("\"read-only\"", "\"turned read-only!\""), "");
    EXPECT_NE(faultOf("\"label\"", "\"lable\"").find("lable"), std::string::npos);
    EXPECT_NE(faultOf("https:", "javascript:").find("platforms[0].source"), std::string::npos);
    EXPECT_NE(faultOf("\"as_of\": \"20", "\"as_of\": \"x20").find("as_of"), std::string::npos);
    EXPECT_NE(faultOf("\"title\"", "\"titel\"").find("titel"), std::string::npos);
    EXPECT_NE(faultOf("\"format\": 1", "\"format\": 2"), "");
}

}  // namespace
}  // namespace headroom
