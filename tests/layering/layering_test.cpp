// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/layering/glob.h"
#include "tests/layering/layering.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

namespace headroom::layering {
namespace {

std::string joined(const std::vector<std::string>& lines)
{
    std::string text;
    for (const std::string& line : lines) {
        text += line + "\n";
    }
    return text;
}

// REUSE-IgnoreStart: licences of files that are only strings here.
constexpr auto kSpdx = "// SPDX-FileCopyrightText: 2026 The Headroom authors\n"
                       "// SPDX-License-Identifier: Apache-2.0\n";

TEST(Tree, everyFileKeepsToItsRoomAndNamesItsLicence)
{
    const auto violations = checkTree(HEADROOM_SOURCE_DIR);
    EXPECT_TRUE(violations.empty()) << joined(violations);
}

TEST(Tree, aPlantedViolationIsNamedWithFileLineAndRule)
{
    const TempDir dir;
    std::filesystem::create_directories(dir.path() / "monitor_core/gate/detail");
    std::ofstream(dir.path() / "monitor_core/gate/lease.cpp")
        << kSpdx << "#include \"monitor_core/gate/lease.h\"\n\n#include <QString>\n";
    std::ofstream(dir.path() / "monitor_core/gate/detail/free.h") << "#pragma once\n";
    EXPECT_EQ(joined(checkTree(dir.path())),
        "monitor_core/gate/detail/free.h:1: the two SPDX lines are missing or name another licence "
        "than Apache-2.0\n"
        "monitor_core/gate/lease.cpp:5: includes <QString>: Qt; monitor_core/gate/** may use no "
        "library\n");
}

// REUSE-IgnoreEnd

struct Case {
    const char* path;
    const char* line;
};

const Case kAllowed[] = {
    { "monitor_core/base/result.cpp", "#include \"monitor_core/base/result.h\"" },
    { "monitor_core/base/clock.cpp", "#include <ctime>" },
    { "monitor_core/metrics/reading.h", "#include \"monitor_core/base/units.h\"" },
    { "monitor_core/policy/policy_json.cpp", "#include <boost/json.hpp>" },
    { "monitor_core/gate/write_gate.h", "#include \"monitor_core/recorder.h\"" },
    { "monitor_core/sources/workload_source.cpp", "#include \"monitor_core/recorder.h\"" },
    { "monitor_core/sources/workload_source.cpp", "#include \"monitor_core/sources/source.h\"" },
    { "monitor_core/sources/filesystem_source.cpp",
        "#include \"monitor_core/sources/folder_walk.h\"" },
    { "monitor_core/sources/filesystem_source.cpp", "#include <sys/statvfs.h>" },
    { "monitor_core/history/history_store.cpp", "#include <sqlite3.h>" },
    { "monitor_core/history/detail/sqlite.h", "#include <sqlite3.h>" },
    { "monitor_core/audit/hash_chain.cpp", "#include <openssl/evp.h>" },
    { "monitor_core/api/http_service.cpp", "#include <boost/beast.hpp>" },
    { "monitor_core/api/detail/session.h", "#include <boost/asio.hpp>" },
    { "monitor_core/monitor.cpp", "#include \"monitor_core/policy/threshold_policy.h\"" },
    { "monitor_core/monitor.cpp", "#include \"monitor_core/tick/wakeup.h\"" },
    { "monitor_core/storage/storage.cpp", "#include \"monitor_core/history/history_store.h\"" },
    { "monitor_core/notify/command_hook.cpp", "#include <spawn.h>" },
    { "monitor_core/notify/webhook.cpp", "#include <curl/curl.h>" },
    { "monitor_core/policy/escalation_json.cpp", "#include <boost/json/parser.hpp>" },
    { "monitor_core/recorder.h", "#include \"monitor_core/gate/write_gate.h\"" },
    { "monitor_core/monitor.h", "#include \"monitor_core/snapshot.h\"" },
    { "ui/text/display.h", "#include <QString>" },
    { "ui/text/display.h", "#include \"monitor_core/metrics/catalog.h\"" },
    { "ui/feed/local_feed.cpp", "#include \"local_feed.moc\"" },
    { "ui/models/alert_table_model.cpp", "#include \"ui/feed/feed.h\"" },
    { "ui/widgets/gauge.cpp", "#include \"ui/theme.h\"" },
    { "ui/views/wall.cpp", "#include \"ui/widgets/gauge.h\"" },
    { "ui/views/thresholds.cpp", "#include \"monitor_core/policy/threshold_policy.h\"" },
    { "ui/main_window.cpp", "#include \"ui/views/view_list.h\"" },
    { "app/headroom/main.cpp", "#include \"ui/main_window.h\"" },
    { "app/headroomd/main.cpp", "#include \"monitor_core/api/http_service.h\"" },
    { "monitor_core/alerts/alert_text.cpp", "#include <cstdio>" },
    { "monitor_core/gate/lease.cpp", "// #include <QString>" },
};

const Case kForbidden[] = {
    // Ours, by room.
    { "monitor_core/base/result.h", "#include \"monitor_core/metrics/reading.h\"" },
    { "monitor_core/metrics/reading.h", "#include \"monitor_core/policy/threshold_policy.h\"" },
    { "monitor_core/metrics/reading.h", "#include \"monitor_core/snapshot.h\"" },
    { "monitor_core/policy/judge.cpp", "#include \"monitor_core/snapshot.h\"" },
    { "monitor_core/gate/lease.cpp", "#include \"monitor_core/alerts/alert_book.h\"" },
    { "monitor_core/sources/workload_source.cpp", "#include \"monitor_core/monitor.h\"" },
    { "monitor_core/sources/workload_source.cpp",
        "#include \"monitor_core/sources/filesystem_source.h\"" },
    { "monitor_core/history/history_store.cpp", "#include \"monitor_core/audit/audit_trail.h\"" },
    { "monitor_core/api/routes.cpp", "#include \"monitor_core/sources/source.h\"" },
    { "monitor_core/snapshot.h", "#include \"monitor_core/gate/write_gate.h\"" },
    { "monitor_core/monitor.cpp", "#include \"monitor_core/api/http_service.h\"" },
    { "monitor_core/monitor.cpp", "#include \"ui/feed/feed.h\"" },
    { "monitor_core/monitor.h", "#include \"monitor_core/tick/wakeup.h\"" },
    { "monitor_core/gate/lease.cpp", "#include \"monitor_core/tick/wakeup.h\"" },
    { "monitor_core/tick/tick_judge.h", "#include \"monitor_core/gate/lease_table.h\"" },
    { "monitor_core/tick/tick_judge.h", "#include \"monitor_core/sources/workload_source.h\"" },
    { "monitor_core/storage/storage.cpp", "#include <sqlite3.h>" },
    { "monitor_core/storage/storage.cpp", "#include \"monitor_core/gate/write_gate.h\"" },
    { "monitor_core/notify/command_hook.cpp", "#include \"monitor_core/alerts/alert_book.h\"" },
    { "monitor_core/recorder.h", "#include \"monitor_core/alerts/alert_book.h\"" },
    { "monitor_core/recorder.cpp", "#include \"monitor_core/tick/wakeup.h\"" },
    { "ui/views/wall.cpp", "#include \"monitor_core/gate/write_gate.h\"" },
    { "ui/views/wall.cpp", "#include \"monitor_core/metrics/latency_histogram.h\"" },
    { "ui/widgets/gauge.cpp", "#include \"ui/feed/feed.h\"" },
    { "ui/widgets/gauge.cpp", "#include \"ui/models/alert_table_model.h\"" },
    { "ui/models/alert_table_model.cpp", "#include \"ui/widgets/gauge.h\"" },
    { "ui/models/alert_table_model.cpp", "#include \"ui/theme.h\"" },
    { "ui/text/display.h", "#include \"ui/theme.h\"" },
    { "ui/feed/local_feed.cpp", "#include \"ui/models/alert_table_model.h\"" },
    { "ui/views/wall.cpp", "#include \"ui/main_window.h\"" },
    { "ui/main_window.cpp", "#include \"app/config.h\"" },
    { "app/headroomd/main.cpp", "#include \"ui/main_window.h\"" },
    { "app/headroom/main.cpp", "#include \"tests/support/manual_clock.h\"" },
    // Libraries.
    { "monitor_core/gate/lease.cpp", "#include <QString>" },
    { "monitor_core/gate/lease.cpp", "#include <QtCore/QString>" },
    { "monitor_core/gate/lease.cpp", "#include <qstring.h>" },
    { "monitor_core/gate/lease.cpp", "  #  include <boost/json.hpp>" },
    { "monitor_core/policy/policy_json.h", "#include <boost/json.hpp>" },
    { "monitor_core/history/history_store.h", "#include <sqlite3.h>" },
    { "monitor_core/history/history_store.h", "#include \"sqlite3.h\"" },
    { "monitor_core/audit/audit_trail.cpp", "#include <boost/json.hpp>" },
    { "monitor_core/api/http_service.h", "#include <boost/asio.hpp>" },
    { "monitor_core/api/routes.cpp", "#include <sqlite3.h>" },
    { "monitor_core/monitor.cpp", "#include <sqlite3.h>" },
    { "ui/views/wall.cpp", "#include <boost/json.hpp>" },
    { "ui/views/wall.cpp", "#include <yaml-cpp/yaml.h>" },
    { "app/headroomd/main.cpp", "#include <QCoreApplication>" },
    { "app/headroom/main.cpp", "#include <sqlite3.h>" },
    // Pure rooms.
    { "monitor_core/metrics/reading.cpp", "#include <fstream>" },
    { "monitor_core/policy/policy_json.cpp", "#include <filesystem>" },
    { "monitor_core/gate/lease.cpp", "#include <sys/socket.h>" },
    { "monitor_core/alerts/alert_book.cpp", "auto now = std::chrono::system_clock::now();" },
    { "monitor_core/alerts/alert_book.cpp", "std::FILE* file = std::fopen(path, \"r\");" },
    // How it is written.
    { "monitor_core/gate/lease.cpp", "#include \"lease.h\"" },
    { "monitor_core/gate/lease.cpp", "#include \"monitor_core/gate/../../ui/theme.h\"" },
    { "monitor_core/gate/lease.cpp", "#include HEADER" },
    // Where it is.
    { "monitor_core/telepathy/mind.h", "" },
    { "ui/helpers.h", "" },
    { "ui/newroom/x.cpp", "" },
    { "monitor_core/gate/lease.hpp", "" },
};

TEST(Include, isAllowedByTheRuleOfItsRoom)
{
    for (const auto& [path, line] : kAllowed) {
        EXPECT_EQ(joined(checkIncludes(path, line)), "");
    }
}

TEST(Include, isForbiddenByTheRuleOfItsRoom)
{
    for (const auto& [path, line] : kForbidden) {
        const auto violations = checkIncludes(path, line);
        ASSERT_EQ(violations.size(), 1U) << path << " with " << line;
        EXPECT_TRUE(violations.front().starts_with(std::string(path) + ":1: "))
            << violations.front();
    }
}

// REUSE-IgnoreStart
TEST(Licence, isApacheInTheCoreAndGplWhereQtChartsIsLinked)
{
    const std::string apache = kSpdx;
    const std::string gpl = "// SPDX-FileCopyrightText: 2026 The Headroom authors\n"
                            "// SPDX-License-Identifier: GPL-3.0-or-later\n";
    EXPECT_TRUE(checkLicence("monitor_core/monitor.h", apache).empty());
    EXPECT_TRUE(checkLicence("ui/theme.h", gpl).empty());
    EXPECT_TRUE(checkLicence("tests/support/temp_dir.h", apache).empty());
    EXPECT_TRUE(checkLicence("tests/ui/gauge_test.cpp", gpl).empty());
    EXPECT_EQ(checkLicence("monitor_core/monitor.h", gpl).size(), 1U);
    EXPECT_EQ(checkLicence("ui/theme.h", apache).size(), 1U);
    EXPECT_EQ(checkLicence("ui/theme.h", gpl.substr(gpl.find('\n') + 1)).size(), 1U);
    EXPECT_EQ(checkLicence("ui/theme.h", "").size(), 1U);
}
// REUSE-IgnoreEnd

TEST(Glob, oneStarStaysInItsFolderAndTwoDoNot)
{
    EXPECT_TRUE(matches("ui/theme.*", "ui/theme.cpp"));
    EXPECT_TRUE(matches("monitor_core/*.h", "monitor_core/monitor.h"));
    EXPECT_FALSE(matches("monitor_core/*.h", "monitor_core/gate/lease.h"));
    EXPECT_TRUE(matches("monitor_core/**", "monitor_core/gate/lease.h"));
    EXPECT_FALSE(matches("ui/theme.h", "ui/theme.hpp"));
    EXPECT_FALSE(matches("", "a"));
}

}  // namespace
}  // namespace headroom::layering
