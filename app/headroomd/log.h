// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace headroom::app {

/// Log lines go to standard error: under systemd with the journal's level in front, else with time
/// and level. `level` is one of debug, info, warning, error. Call once, first.
void openLog(const std::string& level);

/// Any thread. A line feed in `text` begins another line of the log, other control characters are
/// shown as \x1b, so that no text of others can pose as a line of ours.
void logDebug(std::string_view text);
void logInfo(std::string_view text);
void logWarning(std::string_view text);
void logError(std::string_view text);

/// As the log shows it.
std::string visible(std::string_view text);

}  // namespace headroom::app
