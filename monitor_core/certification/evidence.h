// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/clock.h"
#include "monitor_core/base/result.h"
#include "monitor_core/metrics/catalog.h"

#include <array>
#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace headroom {

/// The highest value seen, and when.
struct Peak {
    double value = 0;  ///< in the catalog's unit
    SystemTime at {};
    bool isExact = false;  ///< `at` is the second; else the beginning of a stretch that had it

    bool operator==(const Peak&) const = default;
};

enum class Standing : std::uint8_t { NotObserved, Within, Exceeded };

/// "NOT_OBSERVED", "WITHIN", "EXCEEDED".
std::string_view toString(Standing standing) noexcept;

/// What was observed of one metric in the window.
struct ObservedPeak {
    std::optional<Peak> peak;  ///< empty: nothing was measured, which is not zero
    Standing standing = Standing::NotObserved;
    int daysObserved = 0;  ///< of the window's 30
};

/// Days that count: today and the 29 before it, in UTC.
inline constexpr std::chrono::days kEvidenceWindow { 30 };

/// Whether a peak stayed within a limit: at the limit is within (≤), but a query response must stay
/// below it (<).
bool isWithin(Metric metric, double value, double limit) noexcept;

/// Daily peaks of every metric: the evidence beside the certificate. Fed with maxima of any
/// length up to a day (minutes, hours, days), in any order; the same maximum twice changes nothing,
/// and pieces of several nodes or files merge. A value; one thread.
class Evidence {
public:
    /// Refuses what is not a number.
    Result<void> observe(Metric metric, Peak maximum);
    void merge(const Evidence& other);

    /// The window that ends on `today`. Days after it are left out: a clock was wrong then.
    [[nodiscard]] ObservedPeak observed(
        Metric metric, double limit, std::chrono::year_month_day today) const;

    /// Drops the days before the window that ends on `today`.
    void forgetBefore(std::chrono::year_month_day today);

    [[nodiscard]] std::string serialise() const;
    /// Damaged unless it is as serialise() wrote it.
    static Result<Evidence> parse(std::string_view text);

    bool operator==(const Evidence&) const = default;

private:
    std::array<std::map<std::chrono::sys_days, Peak>, kMetricCount> days_;
};

}  // namespace headroom
