// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/policy/escalation_json.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <ostream>

namespace headroom {
namespace {

using namespace std::chrono_literals;

std::string whole(const std::string& rest) { return R"({"format": 1, )" + rest + "}"; }

std::string contacts(const std::string& inside) { return whole(R"("contacts": {)" + inside + "}"); }

std::string rows(const std::string& inside) { return whole(R"("escalation": [)" + inside + "]"); }

std::string faultOf(const std::string& text)
{
    const auto policy = escalationFromJson(text);
    return policy ? "no fault" : policy.error().message;
}

TEST(EscalationJson, withoutContactsAndRowsIsTheCertifiedOne)
{
    const auto policy = escalationFromJson(R"({"format": 1})");
    ASSERT_TRUE(policy) << policy.error().text();
    EXPECT_EQ(*policy, certifiedEscalation());
    EXPECT_EQ(*escalationFromJson(whole(R"("contacts": {}, "escalation": [])")), *policy);
}

TEST(EscalationJson, aKnownContactKeepsWhatTheFileDoesNotSay)
{
    const auto policy = escalationFromJson(contacts(
        R"("Ashmit_Pandey": {"webhook_url": "https://hooks.example.org/x?y=1#z"},
           "Ashmit_Pandey_and_Ops": {"email": "all@example.org"})"));
    ASSERT_TRUE(policy) << policy.error().text();
    const auto& owner = policy->contacts.at("Ashmit_Pandey");
    EXPECT_EQ(owner.people, certifiedEscalation().contacts.at("Ashmit_Pandey").people);
    EXPECT_EQ(owner.webhookUrl, "https://hooks.example.org/x?y=1#z");
    EXPECT_EQ(policy->contacts.at("Ashmit_Pandey_and_Ops").members.size(), 2U);
    EXPECT_EQ(policy->matrix, certifiedEscalation().matrix);
}

TEST(EscalationJson, aNewContactHasEveryKeyAndMayBeAMember)
{
    const auto policy = escalationFromJson(contacts(
        R"("Night.Desk-2": {"people": ["Mara Lind", "Zoë"], "email": "n@example.org",
            "webhook_url": "http://[::1]:9093/", "command": ["logger", "", "a b"], "members": []},
           "Ops_Team": {"members": ["Night.Desk-2"]})"));
    ASSERT_TRUE(policy) << policy.error().text();
    const auto& desk = policy->contacts.at("Night.Desk-2");
    EXPECT_EQ(desk.people, (std::vector<std::string> { "Mara Lind", "Zoë" }));
    EXPECT_EQ(desk.email, "n@example.org");
    EXPECT_EQ(desk.webhookUrl, "http://[::1]:9093/");
    EXPECT_EQ(desk.command, (std::vector<std::string> { "logger", "", "a b" }));
    EXPECT_EQ(policy->contacts.at("Ops_Team").members.front(), "Night.Desk-2");
}

TEST(EscalationJson, aRowReplacesAHouseDefaultAddsOneOrTakesItAway)
{
    const auto policy = escalationFromJson(rows(
        R"({"type": "SOURCE", "when": "RED", "to": "Ashmit_Pandey", "respond_within_seconds": 0},
           {"type": "QUERY_LATENCY", "when": "YELLOW", "to": "Ops_Team", "respond_within_seconds": 604800},
           {"type": "ARTIFACT_SIZE", "when": "ORANGE", "to": "NONE"})"));
    ASSERT_TRUE(policy) << policy.error().text();
    const auto* source = findRow(policy->matrix, AlertType::Source, Trigger::Red);
    ASSERT_NE(source, nullptr);
    EXPECT_EQ(source->to, "Ashmit_Pandey");
    EXPECT_EQ(source->respondWithin, 0s);
    EXPECT_TRUE(source->isHouseDefault);
    const auto* query = findRow(policy->matrix, AlertType::QueryLatency, Trigger::Yellow);
    ASSERT_NE(query, nullptr);
    EXPECT_EQ(query->respondWithin, 24h * 7);
    EXPECT_TRUE(query->isHouseDefault);
    EXPECT_EQ(findRow(policy->matrix, AlertType::ArtifactSize, Trigger::Orange), nullptr);
    EXPECT_EQ(policy->matrix.size(), certifiedEscalation().matrix.size());
}

TEST(EscalationJson, aCertifiedRowCanBeRepeatedButNotChanged)
{
    const auto same = escalationFromJson(rows(
        R"({"type": "STORAGE_CAPACITY", "when": "RED", "to": "Ashmit_Pandey_and_Ops", "respond_within_seconds": 3600})"));
    ASSERT_TRUE(same) << same.error().text();
    EXPECT_EQ(*same, certifiedEscalation());
    for (const auto* other : { R"("Ashmit_Pandey_and_Ops", "respond_within_seconds": 3601)",
             R"("Ops_Team", "respond_within_seconds": 3600)", R"("NONE")" }) {
        EXPECT_EQ(faultOf(rows(std::string(R"({"type": "STORAGE_CAPACITY", "when": "RED", "to": )")
                      + other + "}")),
            "escalation[0]: is certified: Ashmit_Pandey_and_Ops within 1_HOUR; leave the row out");
    }
}

TEST(EscalationJson, theExampleThatIsShippedCanBePutInForce)
{
    std::ifstream file(std::string(HEADROOM_RESOURCES) + "/contacts.example.json");
    const std::string text { std::istreambuf_iterator<char>(file), {} };
    const auto policy = escalationFromJson(text);
    ASSERT_TRUE(policy) << policy.error().text();
    EXPECT_EQ(policy->contacts.at("Ops_Team").webhookUrl, "http://127.0.0.1:9093/api/v2/alerts");
    EXPECT_EQ(policy->contacts.size(), 4U);
}

struct Refusal {
    std::string text;
    std::string fault;
};

void PrintTo(const Refusal& refusal, std::ostream* out) { *out << refusal.text; }

class EscalationJsonRefuses : public testing::TestWithParam<Refusal> { };

TEST_P(EscalationJsonRefuses, andSaysWhereAndWhatWouldBeRight)
{
    EXPECT_EQ(faultOf(GetParam().text), GetParam().fault);
}

const std::string kUrlFault
    = "contacts.A.webhook_url: must be an address such as "
      "https://alerts.example.org/api/v2/alerts: http or https, at most 2000 bytes, no user or "
      "password";
const std::string kMailFault
    = "contacts.A.email: must be one address such as ops@example.org, at most 254 bytes, is ";

INSTANTIATE_TEST_SUITE_P(Documents, EscalationJsonRefuses,
    testing::Values(Refusal { "", "not JSON at line 1, column 1: incomplete JSON" },
        Refusal { "[]", "must be an object, is a list" }, Refusal { "{}", "format: is missing" },
        Refusal { R"({"format": 2})", "format: must be a whole number from 1 to 1, is 2" },
        Refusal { whole(R"("contact": {})"),
            "contact: unknown key; there are format, contacts, escalation" },
        Refusal { R"({"format": 1, "format": 1})", "format: stands twice; keep one" },
        Refusal {
            R"({"format": 1} x)", "text after the end of the contacts file at line 1, column 15" },
        Refusal { whole(R"("contacts": [])"), "contacts: must be an object, is a list" },
        Refusal { whole(R"("escalation": {})"), "escalation: must be a list, is an object" }));

INSTANTIATE_TEST_SUITE_P(Contacts, EscalationJsonRefuses,
    testing::Values(Refusal { contacts(R"("A": 5)"), "contacts.A: must be an object, is a number" },
        Refusal { contacts(R"("A B": {})"),
            R"(contacts.A B: must be a name of 1 to 64 letters, digits, "_", "-" or ".")" },
        Refusal { contacts(R"("": {})"),
            R"(contacts.: must be a name of 1 to 64 letters, digits, "_", "-" or ".")" },
        Refusal { contacts(R"("NONE": {})"),
            "contacts.NONE: is the word for nobody; choose another name" },
        Refusal { contacts(R"("A": {}, "A": {})"), "contacts.A: stands twice; keep one" },
        Refusal { contacts(R"("A": {"phone": "1"})"),
            "contacts.A.phone: unknown key; there are people, email, webhook_url, command, "
            "members" },
        Refusal { contacts(R"("A": {"people": "Mara"})"),
            "contacts.A.people: must be a list, is a text" },
        Refusal { contacts(R"("A": {"people": [null]})"),
            "contacts.A.people[0]: must be a line of 1 to 200 bytes without control characters, "
            "is null" },
        Refusal { contacts(R"("A": {"people": ["a\nb"]})"),
            "contacts.A.people[0]: must be a line of 1 to 200 bytes without control characters, "
            "is \"a?b\"" },
        Refusal { contacts(R"("A": {"email": "ops"})"), kMailFault + "\"ops\"" },
        Refusal { contacts(R"("A": {"email": "-f@x"})"), kMailFault + "\"-f@x\"" },
        Refusal { contacts(R"("A": {"email": "a@b,c@d"})"), kMailFault + "\"a@b,c@d\"" },
        Refusal { contacts(R"("A": {"email": "a b@c"})"), kMailFault + "\"a b@c\"" },
        Refusal { contacts(R"("A": {"webhook_url": "ftp://x/"})"), kUrlFault },
        Refusal { contacts(R"("A": {"webhook_url": "alerts.example.org"})"), kUrlFault },
        Refusal { contacts(R"("A": {"webhook_url": "http:///x"})"), kUrlFault },
        Refusal { contacts(R"("A": {"webhook_url": "http://:80/x"})"), kUrlFault },
        Refusal { contacts(R"("A": {"webhook_url": "https://mara:hunter2@x/"})"), kUrlFault },
        Refusal { contacts(R"("A": {"webhook_url": "https://x/a b"})"), kUrlFault },
        Refusal { contacts(R"("A": {"webhook_url": "https://x/\u0000"})"), kUrlFault },
        Refusal { contacts(R"("A": {"command": "logger"})"),
            "contacts.A.command: must be a list, is a text" },
        Refusal { contacts(R"("A": {"command": ["", "x"]})"),
            "contacts.A.command[0]: must be a program: an absolute path, or a name that PATH "
            "finds" },
        Refusal { contacts(R"("A": {"command": ["bin/page"]})"),
            "contacts.A.command[0]: must be a program: an absolute path, or a name that PATH "
            "finds" },
        Refusal { contacts(R"("A": {"command": ["x", "a\u0000b"]})"),
            "contacts.A.command[1]: must be a text of at most 4096 bytes without a NUL, is "
            "\"a?b\"" },
        Refusal { contacts(R"("A": {"members": ["Ghost"]})"),
            "contact A: member Ghost is not described" },
        Refusal { contacts(R"("A": {"members": ["A"]})"), "contact A is a member of itself" }));

INSTANTIATE_TEST_SUITE_P(Rows, EscalationJsonRefuses,
    testing::Values(Refusal { rows("7"), "escalation[0]: must be an object, is a number" },
        Refusal {
            rows(
                R"({"type": "DISK", "when": "RED", "to": "Ops_Team", "respond_within_seconds": 1})"),
            "escalation[0].type: must be one of CONCURRENT_WRITES, STORAGE_CAPACITY, "
            "WRITE_THROUGHPUT, QUERY_LATENCY, ARTIFACT_SIZE, ARTIFACT_COUNT, AUDIT_TRAIL, SOURCE, "
            "is \"DISK\"" },
        Refusal {
            rows(
                R"({"type": "SOURCE", "when": "GREEN", "to": "Ops_Team", "respond_within_seconds": 1})"),
            "escalation[0].when: must be one of YELLOW, ORANGE, RED, is \"GREEN\"" },
        Refusal {
            rows(
                R"({"type": "SOURCE", "when": "RED", "to": "Ghost", "respond_within_seconds": 1})"),
            "escalation[0].to: contact Ghost is not described under contacts" },
        Refusal { rows(R"({"type": "SOURCE", "when": "RED", "to": "Ops_Team"})"),
            "escalation[0].respond_within_seconds: is missing" },
        Refusal {
            rows(
                R"({"type": "SOURCE", "when": "RED", "to": "Ops_Team", "respond_within_seconds": 604801})"),
            "escalation[0].respond_within_seconds: must be a whole number from 0 to 604800, is "
            "604801" },
        Refusal {
            rows(
                R"({"type": "SOURCE", "when": "RED", "to": "Ops_Team", "respond_within_seconds": -1})"),
            "escalation[0].respond_within_seconds: must be a whole number from 0 to 604800, is "
            "-1" },
        Refusal {
            rows(R"({"type": "SOURCE", "when": "RED", "to": "NONE", "respond_within_seconds": 5})"),
            "escalation[0].respond_within_seconds: unknown key; there are type, when, to" },
        Refusal {
            rows(
                R"({"type": "SOURCE", "when": "RED", "to": "NONE"}, {"type": "SOURCE", "when": "RED", "to": "NONE"})"),
            "escalation[1]: is the second row for this type and level; keep one" }));

TEST(EscalationJson, listsEveryFaultAtOnce)
{
    const auto faults
        = faultOf(R"({"contacts": {"A": {"email": 1, "people": 2}}, "escalation": [3], "x": 4})");
    EXPECT_EQ(std::count(faults.begin(), faults.end(), '\n'), 4) << faults;
}

TEST(EscalationJson, refusesMoreThanItWouldEverNeed)
{
    std::string many;
    for (int i = 0; i < 201; ++i) {
        many += (i == 0 ? "\"c" : ",\"c") + std::to_string(i) + "\":{}";
    }
    EXPECT_EQ(faultOf(contacts(many)), "contacts: must have at most 200 contacts, has 201");
    std::string list = "\"x\"";
    for (int i = 0; i < 64; ++i) {
        list += ",\"x\"";
    }
    EXPECT_EQ(faultOf(contacts(R"("A": {"command": [)" + list + "]}")),
        "contacts.A.command: must have at most 64 elements, has 65");
    EXPECT_NE(
        faultOf(std::string(1024UL * 1024 + 1, ' ')).find("longer than 1 MiB"), std::string::npos);
}

}  // namespace
}  // namespace headroom
