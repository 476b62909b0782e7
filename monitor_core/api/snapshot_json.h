// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/alert_board.h"
#include "monitor_core/base/clock.h"
#include "monitor_core/snapshot.h"

#include <memory>
#include <string>
#include <string_view>

namespace headroom::api {

/// "MAJOR.MINOR" of /api/v1: a client reads any minor of its major.
inline constexpr std::string_view kApiVersion = "1.0";

/// Who serves.
struct ServiceIdentity {
    std::string instance;  ///< random per start: tells a restart from events that come out of order
    std::string version;  ///< of the program
};

/// All that a dashboard needs to show what one beside the core shows. API.md describes the keys.
/// Steady times, which mean nothing elsewhere, become ages and remaining times in milliseconds, as
/// of the `at` beside them; text that is no UTF-8 (a file's name in a message) has U+FFFD in it.
std::string snapshotJson(const Snapshot& snapshot, const ServiceIdentity& service);

/// Null (no board yet) is "null". `now` is what remaining times count from.
struct BoardMoment {
    SteadyTime steady {};
    SystemTime utc {};
};
std::string alertBoardJson(
    const AlertBoard* board, const BoardMoment& now, const ServiceIdentity& service);

/// {"snapshot": …, "alerts": …}, the body of GET /api/v1/snapshot.
std::string documentOf(std::string_view snapshotJson, std::string_view alertsJson);

}  // namespace headroom::api
