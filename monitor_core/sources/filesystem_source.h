// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/units.h"
#include "monitor_core/sources/source.h"

#include <atomic>

namespace headroom {

/// A depository that is a folder of files: knows used storage, the number of artifacts and the
/// largest one that it holds, and nothing about writers, throughput or queries.
///
/// One collect() walks the whole folder (see walkFolder()), so it costs a stat a file; a folder on
/// a mount that hangs hangs it. A folder that is gone is an error; subfolders that cannot be read
/// are named in Readings::problem and missing from the sums.
class FilesystemSource final : public Source {
public:
    /// `clock` outlives the source. The limit shown is `certifiedLimit` or, where the volume cannot
    /// hold that much, what is used plus what the volume has left.
    FilesystemSource(std::string folder, Bytes certifiedLimit, const Clock& clock,
        std::chrono::milliseconds interval = std::chrono::seconds(5));

    [[nodiscard]] std::string name() const override { return "filesystem " + folder_; }
    [[nodiscard]] std::chrono::milliseconds interval() const override { return interval_; }
    Result<Readings> collect() override;
    Result<void> start() override;
    void stop() override;

private:
    [[nodiscard]] FreshnessLimits freshnessAfter(std::chrono::nanoseconds walkTime) const;
    [[nodiscard]] Result<double> storageLimit(std::int64_t usedBytes) const;

    std::string folder_;
    Bytes certifiedLimit_;
    const Clock& clock_;
    std::chrono::milliseconds interval_;
    std::atomic<bool> stopping_ { false };
};

}  // namespace headroom
