// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/posix_file_system.h"
#include "monitor_core/certification/certification_status.h"
#include "monitor_core/history/history_row.h"
#include "monitor_core/policy/escalation_policy.h"
#include "monitor_core/storage/storage.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temp_dir.h"
#include "tests/support/wait_until.h"
#include "tests/support/writers_snapshot.h"

#include <gtest/gtest.h>

#include <future>
#include <memory>

namespace headroom {

using namespace std::chrono_literals;

/// A Storage on real files in a folder of the test.
class StorageFixture : public testing::Test {
protected:
    std::unique_ptr<Storage> open()
    {
        StorageSettings settings;
        settings.directory = dir_.path();
        settings.rules.matrix = certifiedEscalation().matrix;
        settings.rules.contacts = certifiedEscalation().contacts;
        settings.bootId = "one boot";
        settings.patience = patience_;
        for (const auto& row : certificate().limits) {
            settings.limits[indexOf(row.metric)] = row.limit;
        }
        auto storage = std::make_unique<Storage>(settings, *disk_, clock_, nullptr);
        storage->start();
        EXPECT_TRUE(waitUntil([&] { return storage->alerts() != nullptr; }));
        return storage;
    }

    /// A snapshot in which writers are at their limit, or calm.
    SnapshotPtr snapshot(double writers, Level level)
    {
        return writersSnapshot(clock_, ++sequence_, writers, level);
    }

    static CertificationStatus certification(Storage& storage)
    {
        std::promise<CertificationStatus> answered;
        storage.queryCertification([&](const auto& status) { answered.set_value(status); });
        return answered.get_future().get();
    }

    /// The open alert about writers, once there is one.
    static AlertView raised(Storage& storage)
    {
        EXPECT_TRUE(waitUntil([&] { return !storage.alerts()->open.empty(); }));
        const auto board = storage.alerts();
        return board->open.empty() ? AlertView() : board->open.front();
    }

    TempDir dir_;
    PosixFileSystem files_;
    FileSystem* disk_ = &files_;  ///< what the next Storage writes to
    std::chrono::milliseconds patience_ { 60'000 };
    ManualClock clock_;
    std::uint64_t sequence_ = 0;
};

}  // namespace headroom
