// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/storage/halt_file.h"
#include "tests/support/simulated_file_system.h"

#include <gtest/gtest.h>

namespace headroom {
namespace {

const std::filesystem::path kState = "/state";

TEST(HaltFile, isThereOnceMadeAndNotOnceRemovedAndBothCanBeDoneAgain)
{
    SimulatedFileSystem disk;
    ASSERT_TRUE(disk.createDirectories(kState));
    HaltFile file(disk, kState);
    EXPECT_FALSE(file.isThere());
    for (int i = 0; i < 2; ++i) {
        EXPECT_TRUE(file.make("used_bytes=1"));
        EXPECT_TRUE(file.isThere());
    }
    for (int i = 0; i < 2; ++i) {
        EXPECT_TRUE(file.remove());
        EXPECT_FALSE(file.isThere());
    }
}

TEST(HaltFile, survivesAPowerCutOnceAcknowledgedAndIsGoneForGoodOnceItsRemovalIs)
{
    std::mt19937_64 random(5);
    int removed = 0;
    for (std::uint64_t n = 1; n <= 4; ++n) {
        SimulatedFileSystem disk(n);
        ASSERT_TRUE(disk.createDirectories(kState));
        ASSERT_TRUE(HaltFile(disk, kState).make("used_bytes=1"));
        disk.failForEver(n);
        const bool isRemoved = HaltFile(disk, kState).remove().has_value();
        removed += isRemoved ? 1 : 0;
        for (int image = 0; isRemoved && image < 20; ++image) {
            auto found = disk.powerCut(random);
            EXPECT_FALSE(HaltFile(found, kState).isThere()) << "operation " << n;
        }
    }
    EXPECT_GT(removed, 0);
    EXPECT_LT(removed, 4);
    SimulatedFileSystem disk;
    ASSERT_TRUE(disk.createDirectories(kState));
    ASSERT_TRUE(HaltFile(disk, kState).make("used_bytes=1"));
    for (int image = 0; image < 20; ++image) {
        auto found = disk.powerCut(random);
        EXPECT_TRUE(HaltFile(found, kState).isThere());
    }
}

}  // namespace
}  // namespace headroom
