// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/simulation/simulation.h"
#include "ui/text/simulator_display.h"

namespace headroom::ui {

// The words of the simulator page.

/// "now", "+37:46"; with seconds, "+0:06:41", where the whole is short.
[[nodiscard]] QString timeFromStart(std::chrono::nanoseconds time, std::chrono::nanoseconds length);
/// The same without the sign: "48:00".
[[nodiscard]] QString timeText(std::chrono::nanoseconds time, std::chrono::nanoseconds length);
/// "37 h 46 min".
[[nodiscard]] QString fromNowText(std::chrono::nanoseconds time);
/// "Ashmit_Pandey + Ops" for "Ashmit_Pandey_and_Ops"; "–" for "NONE".
[[nodiscard]] QString peopleText(const std::string& contact);
/// "6 h", "IMMEDIATE", "–" for "N/A".
[[nodiscard]] QString withinText(const std::string& timeline);
/// "Storage 99 %".
[[nodiscard]] QString eventText(const SimulatedEvent& event);
/// "open", "429", "halts writes, 503".
[[nodiscard]] QString gateText(const SimulatedEvent& event);

/// A person's number in the unit that the field shows: GB, writers, /s, ms. None when it is no
/// number of that kind.
[[nodiscard]] std::optional<double> valueFromText(Metric metric, const QString& text);
[[nodiscard]] QString fieldText(Metric metric, double value);
[[nodiscard]] QString fieldUnit(Metric metric);
/// Rounded to what a person would set: whole GB, writers, writes; two digits of a latency.
[[nodiscard]] double roundedForSlider(Metric metric, double value);
/// The most that can be set.
[[nodiscard]] double mostOf(Metric metric);

}  // namespace headroom::ui
