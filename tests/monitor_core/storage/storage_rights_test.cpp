// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/audit/segments.h"
#include "monitor_core/policy/threshold_record_json.h"
#include "monitor_core/storage/threshold_files.h"
#include "tests/monitor_core/storage/storage_fixture.h"
#include "tests/support/certified_policy.h"
#include "tests/support/without_root_rights.h"

#include <fstream>
#include <sstream>

namespace headroom {
namespace {

using std::filesystem::perms;

std::string bytesOf(const std::filesystem::path& file)
{
    std::ostringstream bytes;
    bytes << std::ifstream(file, std::ios::binary).rdbuf();
    return bytes.str();
}

/// What one may do with a file is what its mode says, whoever runs the tests.
class Rights : public StorageFixture {
protected:
    static void give(const std::filesystem::path& file, perms what)
    {
        std::filesystem::permissions(file, what);
    }
    static constexpr perms kAll = perms::owner_read | perms::owner_write;

    const WithoutRootRights rights_;
};

TEST_F(Rights, toReadTheNewestThresholdsMissingTheOnesBeforeAreInForceAndItIsSaid)
{
    ThresholdFiles kept(files_, dir_.path());
    for (const std::uint64_t version : { 1U, 2U }) {
        const ThresholdRecord record { version, "2026-08-03T10:03:53.000Z", "MK", "why",
            certifiedPolicy() };
        ASSERT_TRUE(kept.save(version, thresholdRecordToJson(record)));
    }
    const auto newest = dir_.path() / "thresholds" / "000002.json";
    give(newest, perms::none);
    const auto inForce = loadThresholds(files_, dir_.path(), certifiedPolicy());
    EXPECT_EQ(inForce.version, 1U);
    EXPECT_EQ(inForce.lastVersion, 2U);
    EXPECT_NE(inForce.problem.find("Permission denied"), std::string::npos) << inForce.problem;
    give(newest, kAll);
    EXPECT_EQ(loadThresholds(files_, dir_.path(), certifiedPolicy()).version, 2U);
}

TEST_F(Rights, toWriteTheDatabaseMissingItIsLeftAloneAndUsedAgainOnceTheyAreBack)
{
    open().reset();
    const auto file = dir_.path() / "history.db";
    const auto before = bytesOf(file);
    for (const auto wrong : { perms::owner_read, perms::none }) {
        give(file, wrong);
        auto storage = open();
        EXPECT_NE(storage->problem().find("history.db"), std::string::npos) << storage->problem();
        EXPECT_TRUE(storage->audit({ "MK", "test.note", {}, {}, {} }));
        storage->take(snapshot(100, Level::Red));
        EXPECT_FALSE(raised(*storage).id.empty());
        EXPECT_NE(storage->alerts()->storeProblem, "");

        give(file, kAll);
        EXPECT_EQ(bytesOf(file), before);
        clock_.advance(6s);
        EXPECT_TRUE(waitUntil([&] { return storage->problem().empty(); })) << storage->problem();
        clock_.advance(6s);
        storage->take(snapshot(100, Level::Red));
        EXPECT_TRUE(waitUntil([&] { return storage->alerts()->storeProblem.empty(); }))
            << storage->alerts()->storeProblem;
        // Under another id than before: which ones are taken, only the database knows.
        EXPECT_FALSE(raised(*storage).id.empty());
        storage.reset();
        std::filesystem::remove(file);
        open().reset();
    }
    for (const auto& entry : std::filesystem::directory_iterator(dir_.path())) {
        EXPECT_EQ(entry.path().string().find("damaged"), std::string::npos) << entry.path();
    }
}

TEST_F(Rights, toTheTrailMissingNothingIsAcknowledgedAndNobodyIsCalledAForger)
{
    {
        auto storage = open();
        ASSERT_TRUE(storage->audit({ "MK", "test.note", "before", {}, {} }));
    }
    const auto segment = dir_.path() / "audit" / segmentName(1);
    for (const auto wrong : { perms::owner_read, perms::none }) {
        give(segment, wrong);
        auto storage = open();
        EXPECT_FALSE(storage->audit({ "MK", "test.note", "while it may not", {}, {} }));
        EXPECT_FALSE(storage->auditSummary().isBroken);
        EXPECT_NE(storage->auditSummary().why.find("Permission denied"), std::string::npos)
            << storage->auditSummary().why;
        give(segment, kAll);
        EXPECT_TRUE(storage->audit({ "MK", "test.note", "again", {}, {} }));
        EXPECT_FALSE(storage->auditSummary().isBroken);
    }
}

}  // namespace
}  // namespace headroom
