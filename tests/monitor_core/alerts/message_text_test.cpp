// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/alerts/alert_text.h"
#include "monitor_core/alerts/message_text.h"
#include "tests/monitor_core/alerts/alert_world.h"

#include <gtest/gtest.h>

#include <limits>

namespace headroom {
namespace {

using namespace std::chrono_literals;

SystemTime utc(std::int64_t seconds, int milliseconds = 0)
{
    return SystemTime(std::chrono::seconds(seconds) + std::chrono::milliseconds(milliseconds));
}

TEST(Time, isWrittenAsRfc3339InUtcWithMilliseconds)
{
    EXPECT_EQ(rfc3339(utc(1'785'751'433, 7)), "2026-08-03T10:03:53.007Z");
    EXPECT_EQ(rfc3339(utc(0)), "1970-01-01T00:00:00.000Z");
    EXPECT_EQ(rfc3339(utc(-1)), "1969-12-31T23:59:59.000Z");
    EXPECT_EQ(rfc3339(utc(1'709'164'800)), "2024-02-29T00:00:00.000Z");
    EXPECT_EQ(rfc3339(SystemTime::max()).substr(0, 5), "2262-");
    EXPECT_EQ(rfc3339(SystemTime::min()).substr(0, 5), "1677-");
}

TEST(Share, isCutAndNeverRoundedUpToTheLimit)
{
    EXPECT_EQ(valueText(AlertType::StorageCapacity, 99.99, 100), "99.9 % of its limit");
    EXPECT_EQ(valueText(AlertType::StorageCapacity, 70, 100), "70.0 % of its limit");
    EXPECT_EQ(valueText(AlertType::StorageCapacity, 1, 0), "1");
    EXPECT_EQ(valueText(AlertType::QueryLatency, 42.54, 5000), "42.5 ms");
}

TEST(JsonString, escapesControlsAndReplacesWhatIsNotUtf8)
{
    EXPECT_EQ(jsonString("a\"b\\c\n\x01\x7F é €"), "\"a\\\"b\\\\c\\u000a\\u0001\\u007f é €\"");
    EXPECT_EQ(jsonString("\xFFx"), "\"\xEF\xBF\xBDx\"");
    EXPECT_EQ(jsonString(std::string_view("\0", 1)), "\"\\u0000\"");
}

TEST(JsonNumber, isNeverInfinite)
{
    EXPECT_EQ(jsonNumber(std::numeric_limits<double>::infinity()), "null");
    EXPECT_EQ(jsonNumber(std::numeric_limits<double>::quiet_NaN()), "null");
    EXPECT_EQ(jsonNumber(-0.1), "-0.1");
    EXPECT_EQ(jsonNumber(1073741824000.0), "1073741824000");
}

TEST(Utf8, isTheExactEncoding)
{
    EXPECT_TRUE(isUtf8("é€😀"));
    for (const char* bad : { "\x80", "\xC3", "\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80",
             "\xF0\x80\x80\x80", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "a\xE2\x82" }) {
        EXPECT_FALSE(isUtf8(bad));
    }
}

TEST(ForeignText, isCutAtACharacterAndHasNoControls)
{
    EXPECT_EQ(tamed("short", 5), "short");
    EXPECT_EQ(tamed("longer", 5), "lo…");
    EXPECT_EQ(tamed("éééé", 7), "éé…");
    EXPECT_EQ(tamed("a\nb", 100),
        "a\xEF\xBF\xBD"
        "b");
    EXPECT_TRUE(isUtf8(tamed(std::string(1000, '\xFF'), 99)));
}

OutboxMessage redAfterOrange()
{
    OutboxMessage m;
    m.id = "STORAGE_CAPACITY-1/7/Ops_Team/webhook";
    m.channel = "Ops_Team/webhook";
    auto& n = m.notice;
    n.alertId = "STORAGE_CAPACITY-1";
    n.type = AlertType::StorageCapacity;
    n.kind = AlertEventKind::Rose;
    n.isFiring = true;
    n.level = Level::Red;
    n.ended = { Level::Orange };
    n.value = 5;
    n.threshold = 4.5;
    n.summary = "Storage 99.5 %";
    n.reason = "rose";
    n.escalationPath = "Ashmit_Pandey_and_Ops";
    n.responseTimeline = "1_HOUR";
    n.startsAt = utc(100);
    n.at = utc(200);
    n.firingUntil = utc(86'600);
    n.deadline = utc(3'800);
    return m;
}

TEST(Payload, isWhatAlertmanagerTakes)
{
    const std::string annotations
        = R"("annotations":{"summary":"Storage 99.5 %","description":"rose","event":"rose","alert_id":"STORAGE_CAPACITY-1","message_id":"STORAGE_CAPACITY-1/7/Ops_Team/webhook","value":"5","threshold":"4.5","escalation_path":"Ashmit_Pandey_and_Ops","response_timeline":"1_HOUR","deadline":"1970-01-01T01:03:20.000Z"})";
    const auto labels = [](const std::string& level) {
        return R"("labels":{"alertname":"STORAGE_CAPACITY","severity":"CRITICAL","level":")" + level
            + R"(","metric":"total_storage","instance":"depository-eu-1","job":"headroom"})";
    };
    EXPECT_EQ(alertmanagerPayload(redAfterOrange(), testRules()),
        "[{" + labels("ORANGE") + ',' + annotations
            + R"(,"startsAt":"1970-01-01T00:01:40.000Z","endsAt":"1970-01-01T00:03:20.000Z"},{)"
            + labels("RED") + ',' + annotations
            + R"(,"startsAt":"1970-01-01T00:01:40.000Z","endsAt":"1970-01-02T00:03:20.000Z"}])");
}

TEST(Payload, neverEndsBeforeItStartsWhenTheWallClockWasSetBack)
{
    auto m = redAfterOrange();
    m.notice.startsAt = utc(100'000);
    const auto payload = alertmanagerPayload(m, testRules());
    EXPECT_NE(payload.find("\"startsAt\":\"1970-01-01T00:03:20.000Z\""), std::string::npos);
    EXPECT_EQ(payload.find("1970-01-02T03"), std::string::npos);
}

TEST(Channels, ofAGroupAreThoseOfItsMembersEachAddressOnce)
{
    auto contacts = testRules().contacts;
    EXPECT_EQ(channelsOf("Ashmit_Pandey_and_Ops", contacts).size(), 2U);
    contacts["Ashmit_Pandey"].webhookUrl = contacts["Ops_Team"].webhookUrl;
    EXPECT_EQ(channelsOf("Ashmit_Pandey_and_Ops", contacts).size(), 2U);
    contacts["Ops_Team"].members = { "Ashmit_Pandey_and_Ops" };
    EXPECT_EQ(channelsOf("Ashmit_Pandey_and_Ops", contacts).size(), 2U) << "a circle ends";
    EXPECT_TRUE(channelsOf("nobody", contacts).empty());
}

TEST(CommandEnvironment, holdsNoControlCharacter)
{
    auto m = redAfterOrange();
    m.channel = "Ashmit_Pandey/command";
    m.notice.reason = "a\nPATH=/evil\0";
    const auto delivery = deliveryOf(m, testRules());
    ASSERT_TRUE(delivery);
    EXPECT_EQ(delivery->command.front(), "/usr/bin/mail-hook");
    for (const auto& [name, value] : delivery->environment) {
        EXPECT_EQ(name.rfind("HEADROOM_", 0), 0U);
        EXPECT_EQ(value.find('\n'), std::string::npos);
    }
}

}  // namespace
}  // namespace headroom
