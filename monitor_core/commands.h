// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/workload_settings.h"

#include <string>
#include <variant>

namespace headroom {

/// Change what the local workload does. Refused when the source is another one, or a value is out
/// of range.
struct ConfigureWorkload {
    WorkloadSettings settings;
};

/// Delete the local workload's oldest artifacts until at most `keep` of its storage limit is in
/// use.
struct FreeWorkloadSpace {
    Ratio keep { 0.5 };
};

/// All that a person can ask for, and who asks.
struct Command {
    std::string actor;  ///< who asks, for the audit trail; not empty
    std::variant<ConfigureWorkload, FreeWorkloadSpace> what;
};

}  // namespace headroom
