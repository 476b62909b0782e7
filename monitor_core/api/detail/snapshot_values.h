// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/alert_board.h"
#include "monitor_core/api/detail/json.h"
#include "monitor_core/api/snapshot_json.h"
#include "monitor_core/snapshot.h"

#include <chrono>
#include <string_view>

namespace headroom::api {

/// As JSON text, with U+FFFD for each byte that is no UTF-8.
json::string textValue(std::string_view text);

/// Whole milliseconds, cut.
std::int64_t millisecondsOf(std::chrono::nanoseconds duration);

json::object workloadValue(const WorkloadSettings& settings);
json::object stepValue(const AlertEvent& event);
json::object boardValue(
    const AlertBoard& board, const BoardMoment& now, const ServiceIdentity& service);

}  // namespace headroom::api
