// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/v1_answers.h"
#include "tests/monitor_core/api/v1_fixture.h"

namespace headroom::api {
namespace {

class V1CommandsTest : public V1Fixture {
protected:
    /// Fills storage, and the alert's id once there is one.
    std::string raiseAlert()
    {
        tell(R"({"used_bytes":1000,"capacity_bytes":1000})");
        tick();
        EXPECT_TRUE(waitUntil([this] { return !storage->alerts()->open.empty(); }));
        return storage->alerts()->open.front().id;
    }
    boost::json::value openAlert()
    {
        return get("/api/v1/alerts").at("alerts").at("open").as_array().at(0);
    }
    Response post(const std::string& target, const std::string& body)
    {
        return ask(Method::Post, target, body);
    }
};

TEST_F(V1CommandsTest, acknowledgingSaysWhoAndIsInHistoryAndTrail)
{
    const auto id = raiseAlert();
    const auto done = post(
        "/api/v1/alerts/" + id + "/acknowledge", R"({"note":"on it \ud83d\udd25","by":"Ada"})");
    ASSERT_EQ(done.status, 200) << detail(done);
    EXPECT_EQ(jsonOf(done).at("actor").as_string(), "Ada (wall)");
    EXPECT_EQ(openAlert().at("state").as_string(), "ACKNOWLEDGED");
    EXPECT_EQ(openAlert().at("acknowledged").at("by").as_string(), "Ada (wall)");
    EXPECT_EQ(openAlert().at("acknowledged").at("note").as_string(), "on it \xF0\x9F\x94\xA5");
    const auto history = get("/api/v1/alerts/history?limit=5");
    EXPECT_EQ(history.at("events").as_array().back().at("kind").as_string(), "acknowledged");
    EXPECT_EQ(history.at("events").as_array().back().at("actor").as_string(), "Ada (wall)");
    const auto audit = get("/api/v1/audit?limit=5");
    EXPECT_EQ(audit.at("records").as_array().back().at("actor").as_string(), "Ada (wall)");
}

TEST_F(V1CommandsTest, acknowledgingNeedsNoBody)
{
    const auto id = raiseAlert();
    EXPECT_EQ(post("/api/v1/alerts/" + id + "/acknowledge", "").status, 200);
    EXPECT_EQ(openAlert().at("acknowledged").at("by").as_string(), "wall");
}

TEST_F(V1CommandsTest, shelvingIsBoundedByItsLevelAndCanBeUndone)
{
    const auto id = raiseAlert();
    const std::string shelf = "/api/v1/alerts/" + id + "/shelve";
    const auto tooLong = post(shelf, R"({"duration_seconds":901,"reason":"works"})");
    EXPECT_TRUE(tooLong.status == 400 || tooLong.status == 422) << tooLong.status;
    ASSERT_EQ(post(shelf, R"({"duration_seconds":900,"reason":"works"})").status, 200);
    EXPECT_EQ(openAlert().at("state").as_string(), "SHELVED");
    EXPECT_EQ(openAlert().at("shelved").at("reason").as_string(), "works");
    EXPECT_EQ(post("/api/v1/alerts/" + id + "/unshelve", "").status, 200);
    EXPECT_TRUE(openAlert().at("shelved").is_null());
}

TEST_F(V1CommandsTest, anAlertThatIsNotThereIs404)
{
    tick();
    for (const auto* what : { "acknowledge", "unshelve" }) {
        EXPECT_EQ(post(std::string("/api/v1/alerts/A999/") + what, "").status, 404) << what;
    }
    EXPECT_EQ(
        post("/api/v1/alerts/A999/shelve", R"({"duration_seconds":60,"reason":"x"})").status, 404);
}

TEST_F(V1CommandsTest, aSlipOfThePenIsRefusedAndChangesNothing)
{
    const auto id = raiseAlert();
    const std::pair<std::string, int> bodies[] = {
        { R"({"nota":"x"})", 400 },
        { R"({"note":"x","note":"y"})", 400 },
        { R"({"note":5})", 422 },
        { R"({"note":null})", 422 },
        { R"({"note":")" + std::string(1001, 'x') + "\"}", 422 },
        { R"({"note":"a\u0000b"})", 422 },
        { "{\"by\":\"Eve (admin)\"}", 422 },
        { R"({"by":"Eve\nadmin"})", 422 },
        { R"({"by":""})", 422 },
        { "[]", 400 },
        { "note", 400 },
    };
    for (const auto& [body, status] : bodies) {
        EXPECT_EQ(post("/api/v1/alerts/" + id + "/acknowledge", body).status, status) << body;
    }
    EXPECT_EQ(openAlert().at("state").as_string(), "OPEN");
    for (const auto* body : { "{}", R"({"duration_seconds":60})", R"({"reason":"x"})",
             R"({"duration_seconds":0,"reason":"x"})", R"({"duration_seconds":28801,"reason":"x"})",
             R"({"duration_seconds":1.5,"reason":"x"})",
             R"({"duration_seconds":60,"reason":""})" }) {
        EXPECT_EQ(post("/api/v1/alerts/" + id + "/shelve", body).status, 422) << body;
    }
    EXPECT_TRUE(openAlert().at("shelved").is_null());
}

TEST_F(V1CommandsTest, aReviewIsSignedAndMovesTheNextOneOn)
{
    const auto before = get("/api/v1/certification");
    EXPECT_EQ(before.at("next_review").as_string(), "2026-07-19");
    EXPECT_EQ(before.at("review_state").as_string(), "OVERDUE");
    EXPECT_FALSE(before.at("is_simply_valid").as_bool());
    EXPECT_EQ(before.at("limits").as_array().size(), kMetricCount);
    const std::string reviews = "/api/v1/certification/reviews";
    for (const auto* body : { "{}", R"({"reviewer":"Ada","meaning":"owner"})",
             R"({"reviewer":"","meaning":"owner","is_approved":true})",
             R"({"reviewer":"Ada","meaning":"owner","is_approved":1})" }) {
        EXPECT_EQ(post(reviews, body).status, 422) << body;
    }
    ASSERT_EQ(
        post(reviews,
            R"({"reviewer":"Ada","meaning":"reviewed as owner","note":"","is_approved":true})")
            .status,
        200);
    const auto after = get("/api/v1/certification");
    EXPECT_EQ(after.at("next_review").as_string(), "2027-01-19");
    EXPECT_TRUE(after.at("is_simply_valid").as_bool());
    ASSERT_EQ(after.at("reviews").as_array().size(), 1U);
    EXPECT_EQ(after.at("reviews").as_array()[0].at("reviewer").as_string(), "Ada");
}

TEST_F(V1CommandsTest, workloadCommandsNeedTheWorkload)
{
    tick();
    EXPECT_EQ(post("/api/v1/workload", R"({"writers":3})").status, 400);
    EXPECT_EQ(post("/api/v1/workload/free-space", R"({"keep_ratio":0.5})").status, 400);
    for (const auto* body : { R"({"writers":-1})", R"({"writers":1.5})",
             R"({"writes_per_second":1e999})", R"({"delete_oldest":1})" }) {
        EXPECT_EQ(post("/api/v1/workload", body).status, 422) << body;
    }
    EXPECT_EQ(post("/api/v1/workload", R"({"writer":3})").status, 400);
    EXPECT_EQ(post("/api/v1/workload/free-space", R"({"keep_ratio":1.5})").status, 422);
}

TEST_F(V1CommandsTest, thresholdsAreReadWithTheirVersion)
{
    tick();
    const auto response = ask(Method::Get, "/api/v1/thresholds");
    EXPECT_EQ(header(response, "ETag"), "\"0\"");
    const auto json = jsonOf(response);
    EXPECT_EQ(json.at("version").as_int64(), 0);
    EXPECT_EQ(json.at("policy"), json.at("certified"));
    EXPECT_TRUE(json.at("differs").as_array().empty());
    const auto read = policyFromJson(boost::json::serialize(json.at("policy")));
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_EQ(*read, policy);
}

TEST_F(V1CommandsTest, thresholdsWithFaultsNameEachOfThem)
{
    tick();
    const auto put = [this](const boost::json::value& body) {
        return ask(Method::Put, "/api/v1/thresholds", boost::json::serialize(body));
    };
    auto certified = get("/api/v1/thresholds").at("policy");
    const auto bodyWith = [](const boost::json::value& wanted) {
        return boost::json::object { { "version", 0 }, { "reason", "less noise" },
            { "policy", wanted } };
    };
    auto swapped = certified;
    swapped.at("thresholds").at("total_storage").at("yellow").at("at_least_ratio") = 0.95;
    const auto refused = put(bodyWith(swapped));
    EXPECT_EQ(refused.status, 422);
    EXPECT_NE(detail(refused).find("must be less than"), std::string::npos) << detail(refused);
    auto loosened = certified;
    loosened.at("gate").at("pause_at_writers") = 250;
    EXPECT_NE(detail(put(bodyWith(loosened))).find("certified"), std::string::npos);
    auto limits = certified;
    limits.at("limits").at("total_storage_bytes") = 1.0e15;
    EXPECT_EQ(put(bodyWith(limits)).status, 422);
    auto misspelt = certified;
    misspelt.as_object()["treshold"] = 1;
    EXPECT_EQ(put(bodyWith(misspelt)).status, 422);

    auto body = bodyWith(certified);
    body.erase("reason");
    EXPECT_EQ(put(body).status, 422);
    body = bodyWith(certified);
    body.erase("version");
    EXPECT_EQ(put(body).status, 422);
    body = bodyWith(certified);
    body["version"] = "0";
    EXPECT_EQ(put(body).status, 422);
    prepared.ifMatch = "\"7\"";
    EXPECT_EQ(put(bodyWith(certified)).status, 422) << "two versions";
    prepared.ifMatch = "W/x";
    EXPECT_EQ(put(bodyWith(certified)).status, 422);
    EXPECT_EQ(get("/api/v1/thresholds").at("version").as_int64(), 0);
}

TEST(ErrorOf, givesEachCodeItsStatusAndNoPaths)
{
    const std::pair<ErrorCode, int> codes[] = { { ErrorCode::InvalidArgument, 422 },
        { ErrorCode::NotFound, 404 }, { ErrorCode::Conflict, 409 }, { ErrorCode::Refused, 400 },
        { ErrorCode::Unsupported, 400 }, { ErrorCode::Unavailable, 503 }, { ErrorCode::Io, 503 },
        { ErrorCode::NoSpace, 503 }, { ErrorCode::Damaged, 503 } };
    for (const auto& [code, status] : codes) {
        const auto response
            = errorOf({ code, "cannot write /var/lib/headroom/x.db: \"/etc/a b\" is full", "x" });
        EXPECT_EQ(response.status, status);
        EXPECT_EQ(response.body->find("/var"), std::string::npos);
        EXPECT_EQ(response.body->find("/etc"), std::string::npos);
        EXPECT_NE(response.body->find("is full"), std::string::npos);
        EXPECT_EQ(response.headers.empty(), status != 503);
    }
    const auto faults = errorOf({ ErrorCode::InvalidArgument, "gate.x: must be 1\nsecond", {} });
    EXPECT_EQ(*faults.body,
        R"({"detail":[{"loc":["body","gate.x"],"msg":"must be 1","type":"value_error"},)"
        R"({"loc":["body"],"msg":"second","type":"value_error"}]})");
}

}  // namespace
}  // namespace headroom::api
