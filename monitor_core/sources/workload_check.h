// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/result.h"
#include "monitor_core/base/workload_settings.h"

namespace headroom {

/// Whether the local workload can do this. The error names every field that is out of its range
/// (workload_settings.h), its value, and what would be right.
Result<void> checkWorkload(const WorkloadSettings& settings);

}  // namespace headroom
