// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/audit/audit_trail.h"
#include "monitor_core/audit/audit_verifier.h"
#include "tests/support/manual_clock.h"
#include "tests/support/simulated_file_system.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace headroom {

inline const std::filesystem::path kTrail = "/state/audit";

inline AuditEntry entryNumber(int n)
{
    return { "mara", "threshold.change", "concurrent_writes.red", std::to_string(n),
        std::to_string(n + 1) };
}

/// A trail of `appended` records after its first, in files of a few records each.
inline std::vector<AuditHead> writeTrail(
    SimulatedFileSystem& disk, const Clock& clock, int appended, Bytes segmentSize = { 2'000 })
{
    AuditTrail trail(disk, kTrail, clock, { segmentSize, { 0 }, {} });
    EXPECT_TRUE(trail.open());
    std::vector<AuditHead> heads { trail.status().head };
    for (int n = 0; n < appended; ++n) {
        auto head = trail.append(entryNumber(n));
        EXPECT_TRUE(head);
        heads.push_back(*head);
    }
    return heads;
}

inline std::vector<std::filesystem::path> segmentPaths(SimulatedFileSystem& disk)
{
    std::vector<std::filesystem::path> paths;
    const auto names = disk.list(kTrail);
    for (const auto& name : *names) {
        if (name.starts_with("audit-")) {
            paths.push_back(kTrail / name);
        }
    }
    return paths;
}

/// All lines of the trail, in order, without newlines.
inline std::vector<std::string> allLines(SimulatedFileSystem& disk)
{
    std::vector<std::string> lines;
    for (const auto& path : segmentPaths(disk)) {
        const auto& text = disk.bytes(path);
        for (std::size_t begin = 0; begin < text.size();) {
            const auto end = std::min(text.find('\n', begin), text.size());
            lines.push_back(text.substr(begin, end - begin));
            begin = end + 1;
        }
    }
    return lines;
}

inline AuditReport verified(SimulatedFileSystem& disk, const std::vector<AuditHead>& known = {})
{
    auto report = verifyTrail(disk, kTrail, known);
    EXPECT_TRUE(report);
    return report ? *report : AuditReport {};
}

}  // namespace headroom
