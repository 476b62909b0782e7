// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/sources/workload_check.h"

#include <gtest/gtest.h>

#include <limits>

namespace headroom {

namespace {

using Change = void (*)(WorkloadSettings&);

std::string refusalOf(Change change)
{
    WorkloadSettings settings;
    change(settings);
    const auto checked = checkWorkload(settings);
    return checked ? "" : checked.error().message;
}

TEST(WorkloadCheck, takesTheDefaultsAndTheEndsOfEveryRange)
{
    EXPECT_EQ(refusalOf([](auto&) {}), "");
    EXPECT_EQ(refusalOf([](auto& s) { s.writers = 0; }), "");
    EXPECT_EQ(refusalOf([](auto& s) { s.writers = 500; }), "");
    EXPECT_EQ(refusalOf([](auto& s) { s.writeRate = { 0 }; }), "");
    EXPECT_EQ(refusalOf([](auto& s) { s.writeRate = { 10'000 }; }), "");
    EXPECT_EQ(refusalOf([](auto& s) { s.maxArtifactSize = { 1 }; }), "");
    EXPECT_EQ(refusalOf([](auto& s) { s.maxArtifactSize = megabytes(600); }), "");
    EXPECT_EQ(refusalOf([](auto& s) { s.storageLimit = kilobytes(64); }), "");
    EXPECT_EQ(refusalOf([](auto& s) { s.keepBelow = { 0 }; }), "");
    EXPECT_EQ(refusalOf([](auto& s) { s.keepBelow = { 1 }; }), "");
}

TEST(WorkloadCheck, namesTheFieldItsValueAndWhatWouldBeRight)
{
    EXPECT_EQ(refusalOf([](auto& s) { s.writers = 501; }), "writers must be from 0 to 500, is 501");
    EXPECT_EQ(refusalOf([](auto& s) { s.writers = -1; }), "writers must be from 0 to 500, is -1");
    EXPECT_EQ(refusalOf([](auto& s) { s.writeRate = { 10'001 }; }),
        "writeRate must be from 0 to 10000 per second, is 10001");
    EXPECT_EQ(refusalOf([](auto& s) { s.maxArtifactSize = { 0 }; }),
        "maxArtifactSize must be from 1 to 629145600 bytes, is 0");
    EXPECT_EQ(refusalOf([](auto& s) { s.storageLimit = { 65'535 }; }),
        "storageLimit must be from 65536 to 9007199254740992 bytes, is 65535");
    EXPECT_EQ(refusalOf([](auto& s) { s.queryRate = { -0.5 }; }),
        "queryRate must be from 0 to 10000 per second, is -0.5");
    EXPECT_EQ(refusalOf([](auto& s) { s.keepBelow = { 1.5 }; }),
        "keepBelow must be from 0 to 1 of the storage limit, is 1.5");
}

TEST(WorkloadCheck, refusesNumbersThatAreNone)
{
    EXPECT_NE(
        refusalOf([](auto& s) { s.writeRate = { std::numeric_limits<double>::quiet_NaN() }; }), "");
    EXPECT_NE(
        refusalOf([](auto& s) { s.queryRate = { std::numeric_limits<double>::infinity() }; }), "");
}

TEST(WorkloadCheck, namesEveryFault)
{
    EXPECT_EQ(refusalOf([](auto& s) {
        s.writers = 501;
        s.keepBelow = { -1 };
    }),
        "writers must be from 0 to 500, is 501; keepBelow must be from 0 to 1 of the storage "
        "limit, is -1");
}

}  // namespace

}  // namespace headroom
