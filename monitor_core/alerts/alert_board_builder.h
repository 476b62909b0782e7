// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/alert_board.h"
#include "monitor_core/alerts/alert_book_state.h"
#include "monitor_core/alerts/alert_rules.h"

namespace headroom {

/// The quarter of an hour of the book's time that raises are counted by.
std::int64_t quarterOf(AlertTime at) noexcept;

/// The board at `now`, the mark moved to the present; but for the problems, which the book adds.
AlertBoard buildBoard(const AlertBookState& state, const AlertRules& rules, const TimeMark& now);

}  // namespace headroom
