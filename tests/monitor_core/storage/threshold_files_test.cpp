// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/base/posix_file_system.h"
#include "monitor_core/policy/threshold_record_json.h"
#include "monitor_core/storage/threshold_files.h"
#include "tests/support/certified_policy.h"
#include "tests/support/simulated_file_system.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

#include <fstream>

namespace headroom {
namespace {

const std::filesystem::path kState = "/state";

std::filesystem::path fileOf(int version)
{
    return kState / "thresholds" / ("00000" + std::to_string(version) + ".json");
}

ThresholdPolicy withResume(int resumeBelow)
{
    auto policy = certifiedPolicy();
    policy.gate.resumeBelow = resumeBelow;
    return policy;
}

std::string jsonOf(std::uint64_t version, const ThresholdPolicy& policy)
{
    return thresholdRecordToJson({ version, "2026-08-03T10:03:53.000Z", "MK", "why", policy });
}

/// A disk on which versions 1 … n are kept; version v resumes below 50 + v.
class ThresholdFilesTest : public testing::Test {
protected:
    void keep(int first, int last)
    {
        ThresholdFiles files(disk, kState);
        for (int v = first; v <= last; ++v) {
            const auto saved = files.save(static_cast<std::uint64_t>(v),
                jsonOf(static_cast<std::uint64_t>(v), withResume(50 + v)));
            ASSERT_TRUE(saved) << saved.error().text();
        }
    }
    PolicyInForce load() { return loadThresholds(disk, kState, certifiedPolicy()); }

    SimulatedFileSystem disk;
};

TEST_F(ThresholdFilesTest, noneAreTheCertifiedOnesWithoutAProblem)
{
    const auto inForce = load();
    EXPECT_EQ(inForce.policy, certifiedPolicy());
    EXPECT_EQ(inForce.version, 0U);
    EXPECT_EQ(inForce.problem, "");
}

TEST_F(ThresholdFilesTest, theNewestAreInForce)
{
    keep(1, 3);
    const auto inForce = load();
    EXPECT_EQ(inForce.version, 3U);
    EXPECT_EQ(inForce.lastVersion, 3U);
    EXPECT_EQ(inForce.policy.gate.resumeBelow, 53);
    EXPECT_EQ(inForce.problem, "");
}

TEST_F(ThresholdFilesTest, everyFlippedByteOfTheNewestGivesTheOneBeforeAndSaysSo)
{
    keep(1, 3);
    const auto whole = disk.bytes(fileOf(3));
    for (std::size_t i = 0; i < whole.size(); ++i) {
        disk.bytes(fileOf(3))[i] = static_cast<char>(whole[i] ^ 1);
        const auto inForce = load();
        ASSERT_EQ(inForce.version, 2U) << "byte " << i;
        ASSERT_EQ(inForce.policy.gate.resumeBelow, 52) << "byte " << i;
        ASSERT_EQ(inForce.lastVersion, 3U);
        ASSERT_NE(inForce.problem.find("000003.json"), std::string::npos) << inForce.problem;
        ASSERT_NE(inForce.problem.find("version 2 are in force"), std::string::npos);
        disk.bytes(fileOf(3))[i] = whole[i];
    }
    EXPECT_EQ(load().version, 3U);
}

TEST_F(ThresholdFilesTest, cutAnywhereOrEmptyOrHugeOrBinaryIsDamage)
{
    keep(1, 2);
    const auto whole = disk.bytes(fileOf(2));
    for (std::size_t length = 0; length < whole.size(); ++length) {
        disk.bytes(fileOf(2)) = whole.substr(0, length);
        ASSERT_EQ(load().version, 1U) << "cut to " << length;
    }
    std::string binary;
    for (int i = 0; i < 4096; ++i) {
        binary += static_cast<char>(i * 37);
    }
    for (const auto& text : { std::string(2 * 1024 * 1024, ' '), binary, whole + whole,
             std::string(1024 * 1024, '{') }) {
        disk.bytes(fileOf(2)) = text;
        EXPECT_EQ(load().version, 1U);
    }
}

TEST_F(ThresholdFilesTest, allDamagedAreTheCertifiedOnesAndTheProblemNamesEach)
{
    keep(1, 3);
    for (int v = 1; v <= 3; ++v) {
        disk.bytes(fileOf(v)) = "{}";
    }
    const auto inForce = load();
    EXPECT_EQ(inForce.policy, certifiedPolicy());
    EXPECT_EQ(inForce.version, 0U);
    EXPECT_EQ(inForce.lastVersion, 3U);
    for (int v = 1; v <= 3; ++v) {
        EXPECT_NE(inForce.problem.find(fileOf(v).filename().string()), std::string::npos);
    }
    EXPECT_NE(inForce.problem.find("the certified ones are in force"), std::string::npos);
}

TEST_F(ThresholdFilesTest, oneVersionUnderTheNameOfAnotherIsDamage)
{
    keep(1, 2);
    disk.bytes(fileOf(2)) = disk.bytes(fileOf(1));
    EXPECT_EQ(load().version, 1U);
}

TEST_F(ThresholdFilesTest, limitsAndThePauseStayCertifiedWhateverTheFileSays)
{
    auto policy = withResume(60);
    policy.limits[indexOf(Metric::TotalStorage)] = 5;
    policy.gate.pauseAt = 4000;
    policy.gate.maxArtifactSize = { 1 };
    policy.windows.latency = std::chrono::seconds(1);
    ASSERT_TRUE(ThresholdFiles(disk, kState).save(1, jsonOf(1, policy)));
    const auto inForce = load();
    EXPECT_EQ(inForce.version, 1U);
    EXPECT_EQ(inForce.policy, withResume(60));
}

TEST_F(ThresholdFilesTest, whatNoLongerFitsTheCertifiedBoundsIsNotInForce)
{
    auto policy = withResume(150);
    policy.gate.pauseAt = 200;  // of a release that certified more
    ASSERT_TRUE(ThresholdFiles(disk, kState).save(1, jsonOf(1, policy)));
    const auto inForce = load();
    EXPECT_EQ(inForce.policy, certifiedPolicy());
    EXPECT_NE(inForce.problem.find("resume_below_writers"), std::string::npos);
}

TEST_F(ThresholdFilesTest, theNewestTwentyAreKept)
{
    keep(1, 25);
    const auto names = disk.list(kState / "thresholds");
    ASSERT_TRUE(names);
    ASSERT_EQ(names->size(), 20U);
    EXPECT_EQ(names->front(), "000006.json");
    EXPECT_EQ(names->back(), "000025.json");
}

TEST_F(ThresholdFilesTest, otherFilesThereAreLeftAlone)
{
    keep(1, 1);
    for (const auto* name : { "notes.txt", "7.json", "000009.json.new", "00000x.json" }) {
        auto file = disk.open(kState / "thresholds" / name, OpenMode::Create);
        ASSERT_TRUE(file);
    }
    EXPECT_EQ(load().version, 1U);
    EXPECT_EQ(load().problem, "");
    EXPECT_EQ(load().lastVersion, 1U);
}

/// Saves until the disk dies at the n-th operation; the last version that was acknowledged.
std::uint64_t acknowledgedUntilDead(SimulatedFileSystem& disk)
{
    std::uint64_t acknowledged = 0;
    for (std::uint64_t v = 1; v <= 4; ++v) {
        // Built anew each time, as after a restart.
        if (ThresholdFiles(disk, kState).save(v, jsonOf(v, withResume(50 + static_cast<int>(v))))) {
            acknowledged = v;
        }
    }
    return acknowledged;
}

TEST_F(ThresholdFilesTest, powerCutAtEveryOperationLosesNoAcknowledgedChange)
{
    SimulatedFileSystem counting;
    ASSERT_EQ(acknowledgedUntilDead(counting), 4U);
    std::mt19937_64 random(3);
    for (std::uint64_t n = 1; n <= counting.operations() + 1; ++n) {
        SimulatedFileSystem worn(n);
        worn.failForEver(n);
        const auto acknowledged = acknowledgedUntilDead(worn);
        for (int image = 0; image < 20; ++image) {
            auto found = worn.powerCut(random);
            const auto inForce = loadThresholds(found, kState, certifiedPolicy());
            ASSERT_GE(inForce.version, acknowledged) << "operation " << n;
            ASSERT_EQ(inForce.problem, "") << "operation " << n;
            if (inForce.version > 0) {
                ASSERT_EQ(inForce.policy, withResume(50 + static_cast<int>(inForce.version)));
            }
        }
    }
}

TEST_F(ThresholdFilesTest, anErrorAtTheNthOperationKeepsTheOldOnesAndPasses)
{
    keep(1, 1);
    SimulatedFileSystem counting = disk.copy();
    ASSERT_TRUE(ThresholdFiles(counting, kState).save(2, jsonOf(2, withResume(52))));
    const auto operations = counting.operations();
    for (std::uint64_t n = 1; n <= operations; ++n) {
        auto worn = disk.copy();
        worn.failFrom(n);
        ThresholdFiles files(worn, kState);
        const auto saved = files.save(2, jsonOf(2, withResume(52)));
        EXPECT_EQ(loadThresholds(worn, kState, certifiedPolicy()).version, saved ? 2U : 1U)
            << "operation " << n;
        EXPECT_TRUE(files.save(2, jsonOf(2, withResume(52)))) << "operation " << n;
        EXPECT_EQ(loadThresholds(worn, kState, certifiedPolicy()).version, 2U);
    }
}

TEST_F(ThresholdFilesTest, aFullDiskKeepsTheOldOnesAndPasses)
{
    keep(1, 1);
    disk.setCapacity(disk.usedBytes() + 100);
    ThresholdFiles files(disk, kState);
    const auto refused = files.save(2, jsonOf(2, withResume(52)));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::NoSpace);
    EXPECT_EQ(load().version, 1U);
    disk.setCapacity(std::nullopt);
    EXPECT_TRUE(files.save(2, jsonOf(2, withResume(52))));
    EXPECT_EQ(load().version, 2U);
}

TEST(ThresholdFilesOnDisk, aSymbolicLinkOrAFolderOrAFileWithoutTheRightToReadIsDamage)
{
    TempDir dir;
    PosixFileSystem files;
    ThresholdFiles kept(files, dir.path());
    ASSERT_TRUE(kept.save(1, jsonOf(1, withResume(51))));
    ASSERT_TRUE(kept.save(2, jsonOf(2, withResume(52))));
    const auto newest = dir.path() / "thresholds" / "000002.json";
    const auto elsewhere = dir.path() / "elsewhere.json";
    const auto expectTheFirst = [&](const char* what) {
        const auto inForce = loadThresholds(files, dir.path(), certifiedPolicy());
        EXPECT_EQ(inForce.version, 1U) << what;
        EXPECT_NE(inForce.problem, "") << what;
    };
    std::filesystem::rename(newest, elsewhere);
    std::filesystem::create_symlink(elsewhere, newest);
    expectTheFirst("a link");
    std::filesystem::remove(newest);
    std::filesystem::create_directory(newest);
    expectTheFirst("a folder");
    std::filesystem::remove(newest);
    std::filesystem::rename(elsewhere, newest);
    EXPECT_EQ(loadThresholds(files, dir.path(), certifiedPolicy()).version, 2U);
    std::ofstream(dir.path() / "thresholds" / "000003.json") << std::string(100, '\0');
    const auto inForce = loadThresholds(files, dir.path(), certifiedPolicy());
    EXPECT_EQ(inForce.version, 2U);
    EXPECT_EQ(inForce.lastVersion, 3U);
}

TEST(ThresholdFilesOnDisk, aFileWhereTheFolderShouldBeIsSaidAndTheCertifiedOnesAreInForce)
{
    TempDir dir;
    PosixFileSystem files;
    std::ofstream(dir.path() / "thresholds") << "no folder";
    const auto inForce = loadThresholds(files, dir.path(), certifiedPolicy());
    EXPECT_EQ(inForce.version, 0U);
    EXPECT_NE(inForce.problem.find("cannot be read"), std::string::npos);
}

}  // namespace
}  // namespace headroom
