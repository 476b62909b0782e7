// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/routes.h"

#include <gtest/gtest.h>

namespace headroom::api {
namespace {

RouteTable table()
{
    return RouteTable({ { Method::Get, "/health", Role::Nobody, {}, "", {}, "", "" },
        { Method::Get, "/api/v1/operations/{id}", Role::Ingest, {}, "", {}, "", "" },
        { Method::Delete, "/api/v1/operations/{id}", Role::Ingest, {}, "", {}, "", "" } });
}

TEST(RouteTable, findsARowAndThePartsOfItsPath)
{
    const auto routes = table();
    const auto found = routes.find(Method::Delete, "/api/v1/operations/42");
    ASSERT_NE(found.route, nullptr);
    EXPECT_EQ(found.route->method, Method::Delete);
    ASSERT_EQ(found.arguments.size(), 1U);
    EXPECT_EQ(found.arguments[0].first, "id");
    EXPECT_EQ(found.arguments[0].second, "42");
}

TEST(RouteTable, answersHeadByTheRowOfGet)
{
    EXPECT_NE(table().find(Method::Head, "/health").route, nullptr);
}

TEST(RouteTable, saysWhichMethodsAPathHas)
{
    EXPECT_EQ(table().find(Method::Put, "/api/v1/operations/42").allow, "GET, HEAD, DELETE");
    EXPECT_EQ(table().find(Method::Put, "/api/v1/operations/42").route, nullptr);
}

TEST(RouteTable, knowsNoPathThatOnlyLooksLikeOne)
{
    for (const auto* path :
        { "", "/", "//health", "/health/", "/Health", "/health;x", "/api/v1/operations/",
            "/api/v1/operations", "/api/v1/operations/42/", "/api/v1/operations//42" }) {
        EXPECT_EQ(table().find(Method::Get, path).route, nullptr) << path;
        EXPECT_TRUE(table().find(Method::Get, path).allow.empty()) << path;
    }
}

TEST(ErrorResponse, isTheContractsShapeAndNeverLong)
{
    EXPECT_EQ(*errorResponse(404, "no such \"path\"").body, R"({"detail":"no such \"path\""})");
    EXPECT_LE(errorResponse(400, std::string(5000, 'x')).body->size(), 512U);
    EXPECT_EQ(*faultsResponse({ { { "query", "used_gb" }, "must be finite", "not_finite" } }).body,
        R"({"detail":[{"loc":["query","used_gb"],"msg":"must be finite","type":"not_finite"}]})");
    EXPECT_LE(faultsResponse(
                  std::vector<FieldFault>(50,
                      { { "body", std::string(900, 'k') }, std::string(900, 'm'), "not_finite" }))
                  .body->size(),
        512U);
}

}  // namespace
}  // namespace headroom::api
