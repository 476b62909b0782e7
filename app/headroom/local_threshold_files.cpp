// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headroom/local_threshold_files.h"

#include "monitor_core/base/utc_text.h"
#include "monitor_core/policy/policy_json.h"
#include "monitor_core/policy/threshold_record_json.h"
#include "monitor_core/storage/threshold_files.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace headroom {

LocalThresholdFiles::LocalThresholdFiles(
    FileSystem& files, std::filesystem::path folder, ThresholdPolicy certified, const Clock& clock)
    : files_(files)
    , folder_(std::move(folder))
    , certified_(std::move(certified))
    , clock_(clock)
{
}

std::filesystem::path LocalThresholdFiles::marker() const
{
    return folder_ / "thresholds" / "follow-service";
}

ui::LocalThresholds LocalThresholdFiles::load()
{
    const auto kept = loadThresholds(files_, folder_, certified_);
    ui::LocalThresholds local;
    local.version = std::max(kept.version, kept.lastVersion);
    local.problem = kept.problem;
    std::error_code failed;
    if (kept.version > 0 && !std::filesystem::exists(marker(), failed)) {
        const auto& gate = kept.policy.gate;
        local.thresholds = EditableThresholds { kept.policy.thresholds, gate.resumeBelow,
            gate.resumeStorageBelow, gate.failClosed };
    }
    return local;
}

Result<ui::LocalThresholds> LocalThresholdFiles::save(
    const std::optional<EditableThresholds>& wanted, const std::string& actor,
    const std::string& reason)
{
    if (auto made = files_.createDirectories(folder_ / "thresholds"); !made) {
        return made.error();
    }
    if (!wanted) {
        auto file = files_.open(marker(), OpenMode::Create);
        if (!file) {
            return file.error();
        }
        if (auto synced = files_.syncDirectory(folder_ / "thresholds"); !synced) {
            return synced.error();
        }
        return load();
    }
    auto policy = certified_;
    policy.thresholds = wanted->thresholds;
    policy.gate.resumeBelow = wanted->resumeBelow;
    policy.gate.resumeStorageBelow = wanted->resumeStorageBelow;
    policy.gate.failClosed = wanted->failClosed;
    const auto checked = checkedPolicy(policy);
    if (!checked) {
        return checked.error();
    }
    const auto version = load().version + 1;
    const auto saved = ThresholdFiles(files_, folder_)
                           .save(version,
                               thresholdRecordToJson({ version, toUtcText(clock_.systemNow()),
                                   actor, reason, *checked }));
    if (!saved) {
        return saved.error();
    }
    if (auto removed = files_.remove(marker());
        !removed && removed.error().code != ErrorCode::NotFound) {
        return removed.error();
    }
    return load();
}

}  // namespace headroom
