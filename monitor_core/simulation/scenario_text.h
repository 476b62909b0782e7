// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/result.h"
#include "monitor_core/simulation/scenario.h"

#include <string_view>

namespace headroom {

/// Reads a script of ramps, one a line:
///
///     at TIME WHAT VALUE [in DURATION]
///     at 10m writers 130 in 60s
///     at 2h storage 990 GB in 8h      # everything behind # is a remark
///     at 1h30m latency 650 ms
///
/// WHAT is storage, writers, throughput or latency; a storage value may be a percentage of
/// `storageLimitBytes`. Reads all of it or nothing: the error's message names every fault, a line
/// each, with what would be right.
Result<Scenario> scenarioFromText(std::string_view text, double storageLimitBytes);

}  // namespace headroom
