// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/workload_settings.h"
#include "monitor_core/metrics/reading.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace headroom {

/// What the tick knows of one source: the newest that its own thread left behind.
struct SourceState {
    std::string name;
    bool usesRecorder = false;
    std::shared_ptr<const Readings> readings;  ///< of the last collect() that went well; may be old
    std::string problem;  ///< what the last start() or collect() failed with, or brought along
    std::optional<WorkloadSettings> workload;
};

using SourceStates = std::vector<SourceState>;

/// The newest reading of a metric: the first source that has one gives it. Null when none has.
const Reading* readingOf(const SourceStates& sources, Metric metric) noexcept;

}  // namespace headroom
