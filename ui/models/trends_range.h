// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/base/clock.h"
#include "monitor_core/history_query.h"

#include <QString>

#include <optional>
#include <vector>

namespace headroom::ui {

/// A range that can be had at the press of a button.
struct TrendsPreset {
    const char* text;  ///< "24 h"
    const char* words;  ///< "Last 24 h"
    double seconds;

    [[nodiscard]] QString label() const;  ///< `text` in the language of the screen
    [[nodiscard]] QString title() const;  ///< `words` in the language of the screen
};
[[nodiscard]] const std::vector<TrendsPreset>& trendsPresets();

/// The stretch of time on the trends page. It never reaches into the future, and while it touches
/// now it moves with it. Seconds since 1970, UTC. Plain value.
class TrendsRange {
public:
    static constexpr double kShortest = 60;
    static constexpr double kLongest = 7 * 366.0 * 86400;  // as long as anything is kept

    explicit TrendsRange(double now) { choose(kFirstPreset, now); }

    [[nodiscard]] double from() const { return to_ - span_; }
    [[nodiscard]] double to() const { return to_; }
    [[nodiscard]] double span() const { return span_; }
    [[nodiscard]] bool isLive() const { return isLive_; }
    /// −1 once it was moved or zoomed.
    [[nodiscard]] int preset() const { return preset_; }

    void choose(int preset, double now);
    /// Back to the preset that was chosen last, live.
    void reset(double now) { choose(lastPreset_, now); }
    void show(double from, double to, double now);
    /// A smaller factor shows less. What stands at `at` stays there; a live range stays live, with
    /// its end, when `at` is near it.
    void zoom(double factor, double at, double now);
    /// By a share of what is seen; positive is later.
    void pan(double share, double now);
    void toEnd(double now);
    /// Time passes.
    void follow(double now);

private:
    static constexpr int kFirstPreset = 3;

    void place(double to, double span, double now);

    double to_ = 0;
    double span_ = 0;
    bool isLive_ = true;
    int preset_ = kFirstPreset;
    int lastPreset_ = kFirstPreset;
};

[[nodiscard]] double secondsOf(SystemTime at);
[[nodiscard]] SystemTime timeAt(double seconds);

/// "2026-08-02 14:04" or "2026-08-02", local; empty if it is no time.
[[nodiscard]] std::optional<double> parseLocalTime(const QString& text);
/// The form that parseLocalTime() takes.
[[nodiscard]] QString editableTime(double seconds);

}  // namespace headroom::ui
