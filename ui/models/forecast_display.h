// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/storage_forecast.h"
#include "ui/text/display.h"

namespace headroom::ui {

/// Where storage is going, as sentences. Words about an honest answer: flat, too little history
/// and too far away are answers as well.
struct ForecastWords {
    QString title;  ///< "70 % in 41 days", "flat", "not enough history"
    QString date;  ///< "13 Sep 2026"; a range where the answer is wide: "6 Aug to 22 Nov"
    QString rate;  ///< "+2.1 GB/day"
    QString detail;  ///< date and rate, or why there is none
    Truth truth = Truth::NoData;

    bool operator==(const ForecastWords&) const = default;
};

/// What is known of the forecast. `problem` says why there is none; both may be empty before the
/// first answer.
struct ForecastState {
    std::optional<StorageForecast> forecast;
    QString problem;
};

/// `snapshot` says whether storage is still measured: without it the forecast is on hold.
[[nodiscard]] ForecastWords makeForecastWords(
    const ForecastState& state, const Snapshot* snapshot, SteadyTime now, SystemTime today);

[[nodiscard]] StripCell makeForecastCell(const ForecastWords& words);
[[nodiscard]] NoteDisplay makeForecastNote(const ForecastWords& words);

/// "+2.1 GB/day", "−40 MB/h": per day, hour or minute, as far ahead as one looks.
[[nodiscard]] QString growthText(double bytesPerSecond, std::chrono::nanoseconds horizon);
/// The crossing that comes next; null where none has a date.
[[nodiscard]] const Crossing* nextCrossing(const StorageForecast& forecast);
/// "6 to 22 Sep", "22 Nov to 14 Jan", "from 6 Sep"; hours within two days of `today`.
[[nodiscard]] QString rangeText(const Crossing& crossing, SystemTime today);

}  // namespace headroom::ui
