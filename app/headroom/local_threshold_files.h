// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/base/clock.h"
#include "monitor_core/base/file_system.h"
#include "monitor_core/policy/threshold_policy.h"
#include "ui/feed/local_thresholds.h"

#include <filesystem>

namespace headroom {

/// The dashboard's own thresholds for one service, in the same files as a core's:
/// FOLDER/thresholds/ NNNNNN.json, the newest twenty. A file `follow-service` beside them says that
/// none is in use.
class LocalThresholdFiles final : public ui::LocalThresholdStore {
public:
    /// `files` and `clock` outlive it. The folder is made with the first save.
    LocalThresholdFiles(FileSystem& files, std::filesystem::path folder, ThresholdPolicy certified,
        const Clock& clock);

    [[nodiscard]] ui::LocalThresholds load() override;
    [[nodiscard]] Result<ui::LocalThresholds> save(const std::optional<EditableThresholds>& wanted,
        const std::string& actor, const std::string& reason) override;

private:
    [[nodiscard]] std::filesystem::path marker() const;

    FileSystem& files_;
    std::filesystem::path folder_;
    ThresholdPolicy certified_;
    const Clock& clock_;
};

}  // namespace headroom
