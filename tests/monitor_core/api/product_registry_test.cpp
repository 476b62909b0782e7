// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/product_registry.h"
#include "tests/support/manual_clock.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace headroom::api {
namespace {

using namespace std::chrono_literals;

class ProductRegistryTest : public testing::Test {
protected:
    void note(const std::string& name)
    {
        products.note(name, clock.steadyNow(), clock.systemNow());
    }
    std::vector<ProductRegistry::Product> list() { return products.list(clock.steadyNow()); }
    bool has(const std::string& name)
    {
        const auto all = list();
        return std::ranges::any_of(all, [&](const auto& product) { return product.name == name; });
    }

    ManualClock clock;
    ProductRegistry products;
};

TEST_F(ProductRegistryTest, aProductIsActiveForAMinuteAfterItWasNamed)
{
    products.configure({ "quiet" });
    note("avatar");
    clock.advance(60s - 1ns);
    ASSERT_EQ(list().size(), 2U);
    EXPECT_EQ(list()[0].name, "avatar");
    EXPECT_TRUE(list()[0].isActive);
    EXPECT_FALSE(list()[1].isActive);
    EXPECT_FALSE(list()[1].lastSeen);
    clock.advance(1ns);
    EXPECT_FALSE(list()[0].isActive);
    EXPECT_EQ(list()[0].lastSeen, clock.systemNow() - 60s);
}

TEST_F(ProductRegistryTest, namesBeyondTheMostTakeOnlyThePlacesOfTheQuiet)
{
    products.configure({ "configured" });
    for (int i = 0; i < 63; ++i) {
        note("product-" + std::to_string(i));
        clock.advance(1ms);
    }
    note("one too many");
    EXPECT_EQ(list().size(), ProductRegistry::kMost);
    EXPECT_FALSE(has("one too many"));
    EXPECT_EQ(products.leftOut(), 1U);

    clock.advance(60s);
    note("product-0");
    note("newcomer");
    EXPECT_EQ(list().size(), ProductRegistry::kMost);
    EXPECT_TRUE(has("newcomer"));
    EXPECT_TRUE(has("configured"));
    EXPECT_TRUE(has("product-0"));
    EXPECT_FALSE(has("product-1"));
}

TEST_F(ProductRegistryTest, takesNoNameThatIsNone)
{
    for (const std::string& name :
        { std::string(), std::string(65, 'x'), std::string("a\nb"), std::string("a\0b", 3) }) {
        note(name);
        products.configure({ name });
    }
    EXPECT_TRUE(list().empty());
}

}  // namespace
}  // namespace headroom::api
