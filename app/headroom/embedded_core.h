// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/base/posix_file_system.h"
#include "monitor_core/monitor.h"
#include "monitor_core/notifier.h"
#include "monitor_core/policy/threshold_policy.h"
#include "monitor_core/recorder.h"
#include "monitor_core/sources/source.h"
#include "monitor_core/storage/storage.h"
#include "ui/feed/local_feed.h"

#include <filesystem>
#include <functional>
#include <memory>

namespace headroom {

/// What every core in this process needs; all outlive it.
struct CoreSurroundings {
    std::filesystem::path state;  ///< contacts are here
    const Clock& clock;
    PosixFileSystem& files;
    Notifier& notifier;
};

/// A core of this process with one source, and the feed that shows it. Main thread.
class EmbeddedCore {
public:
    using MakeSource = std::function<std::unique_ptr<Source>(const ThresholdPolicy&, Recorder&)>;

    /// History, alerts and audit trail lie in `records`, which no other core may use meanwhile.
    EmbeddedCore(const CoreSurroundings& around, const QString& name, std::filesystem::path records,
        MakeSource make);
    ~EmbeddedCore();
    EmbeddedCore(const EmbeddedCore&) = delete;
    EmbeddedCore& operator=(const EmbeddedCore&) = delete;

    [[nodiscard]] ui::LocalFeed& feed() { return feed_; }
    /// Fails if the contacts file of the state folder has faults, which are all named, or if the
    /// program was built with a policy that it cannot read.
    Result<void> start();

private:
    [[nodiscard]] Result<StorageSettings> storageSettings(const ThresholdPolicy& policy) const;

    CoreSurroundings around_;
    std::filesystem::path records_;
    MakeSource make_;
    ui::LocalFeed feed_;
    std::unique_ptr<Recorder> recorder_;
    std::unique_ptr<Storage> storage_;
    std::unique_ptr<Monitor> monitor_;
};

}  // namespace headroom
