// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/alert_board.h"
#include "monitor_core/snapshot.h"

#include <QString>

namespace headroom::ui {

// The words for alerts: the same on every page.

/// "Concurrent writes", "Latency p99", "Source".
[[nodiscard]] QString alertTitle(AlertType type);
/// "103", "91.2 %", "540 /s", "340 ms", "broken", "31 s": `limit` in the catalog's unit, 0 when not
/// known.
[[nodiscard]] QString alertValue(AlertType type, double value, double limit);
/// The limit that the snapshot has for it; the certified one without a snapshot; 0 for the source.
[[nodiscard]] double limitOf(AlertType type, const Snapshot* snapshot);

[[nodiscard]] bool isShelved(const AlertView& alert);
/// It waits for a person.
[[nodiscard]] bool waitsForPerson(const AlertView& alert);
[[nodiscard]] bool isOverdueAt(const AlertView& alert, SteadyTime now);

/// "due in 5:41:18", "due now", "overdue 0:12:04", "until 15:00", "monitor".
[[nodiscard]] QString deadlineText(const AlertView& alert, SteadyTime now);
/// "5:41:18" while the clock runs down; else empty.
[[nodiscard]] QString timeLeftText(const AlertView& alert, SteadyTime now);
/// "MK 13:47"; empty: nobody has it.
[[nodiscard]] QString acknowledgedText(const std::string& by, std::optional<SystemTime> at);
/// "Today 13:45:11", "2 Aug 17:41:40", "30 Dec 2025 08:00:00".
[[nodiscard]] QString momentText(SystemTime at, std::chrono::year_month_day today);
/// "2 Aug", with the year where it is not that of `today`.
[[nodiscard]] QString dayText(std::chrono::year_month_day day, std::chrono::year_month_day today);
/// "13:45".
[[nodiscard]] QString hourAndMinute(SystemTime at);
/// "6 h", "1 h", "at once" for "6_HOURS", "1_HOUR", "IMMEDIATE"; others as they are.
[[nodiscard]] QString responseText(const QString& timeline);

}  // namespace headroom::ui
