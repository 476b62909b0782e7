// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/base/workload_settings.h"

#include <QString>
#include <QStringView>

#include <array>
#include <optional>
#include <vector>

namespace headroom::ui {

/// What a person can type about the local workload.
enum class WorkloadField { Writers, WriteRate, ArtifactSize, StorageLimit, QueryRate };

struct WorkloadFieldInfo {
    WorkloadField field;
    const char* key;  ///< on the command line: "writers"
    const char* title;
    const char* unit;  ///< behind the number; empty where the text carries its own: "16 KB"
    double minimum;  ///< what the workload takes (workload_settings.h), in its own units
    double maximum;
    int sliderMaximum;  ///< what is worth reaching by hand; 0: no slider

    [[nodiscard]] QString titleText() const;  ///< in the language of the screen
    [[nodiscard]] QString unitText() const;
};

[[nodiscard]] const std::array<WorkloadFieldInfo, 5>& workloadFields();
[[nodiscard]] const WorkloadFieldInfo& infoOf(WorkloadField field);

/// What a field shows: "130", "16 KB".
[[nodiscard]] QString textOf(const WorkloadSettings& settings, WorkloadField field);

/// Takes what a person typed. Empty when it was taken, else what would be right: "writers: a whole
/// number from 0 to 500".
[[nodiscard]] QString setFromText(
    WorkloadSettings& settings, WorkloadField field, QStringView text);

/// Takes "off", or "writers=130,rate=120,size=16KB,limit=8MB,queries=20,delete-oldest=on,keep=61".
/// Empty when all of it was taken, else what is wrong and what would be right.
[[nodiscard]] QString setFromList(WorkloadSettings& settings, QStringView list);

/// A number of bytes as a person types it: "16 KB", "8mb", "512". Empty if it is none.
[[nodiscard]] std::optional<Bytes> parseBytes(QStringView text);

/// A situation that can be had at the press of a button.
struct WorkloadPreset {
    const char* title;
    const char* detail;
    const char* icon;
    int writers;
    double writeRate;
    bool deleteOldest;

    [[nodiscard]] QString titleText() const;  ///< in the language of the screen
    [[nodiscard]] QString detailText() const;
    [[nodiscard]] WorkloadSettings appliedTo(WorkloadSettings settings) const;
    [[nodiscard]] bool isIn(const WorkloadSettings& settings) const;
};

[[nodiscard]] const std::vector<WorkloadPreset>& workloadPresets();

}  // namespace headroom::ui
