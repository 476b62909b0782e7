// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/result.h"
#include "monitor_core/metrics/reading.h"

#include <string_view>

namespace headroom {

/// Reads what an older service answers to GET /metrics/scale-status (contract §5.1) into readings
/// with the time and limits of `at`. Every number may be hostile: one that is missing, not finite,
/// negative or out of any range is no reading, and whyMissing says so. Damaged when the whole is
/// not such an answer.
Result<Readings> readingsFromScaleStatus(std::string_view json, const Reading& at);

}  // namespace headroom
