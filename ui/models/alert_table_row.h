// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/alert_filter.h"
#include "ui/models/alert_log.h"

#include <QString>

#include <array>
#include <memory>

namespace headroom::ui {

/// The columns of the alerts table, in the order of the design.
enum class AlertColumn {
    Level,
    Metric,
    Value,
    Raised,
    Lasted,
    Escalates,
    Deadline,
    Acknowledged,
    Cleared,
};
inline constexpr int kAlertColumns = 9;

/// One row of the alerts table, in words.
struct AlertTableRow {
    enum class Kind { Section, Open, Past };

    Kind kind = Kind::Past;
    QString id;  ///< of the alert; of a section, "open" or "past"
    Level level = Level::Unknown;
    bool canAcknowledge = false;
    bool isAcknowledged = false;
    bool isShelved = false;
    bool isOverdue = false;  ///< a past one: it was
    bool isUnverified = false;
    bool isFolded = false;
    std::array<QString, kAlertColumns> text;  ///< Raised is empty: it depends on the day
    SystemTime raisedAt {};
    QString side;  ///< of a section: "2 to acknowledge"

    bool operator==(const AlertTableRow&) const = default;
};

using AlertRowPtr = std::shared_ptr<const AlertTableRow>;

[[nodiscard]] AlertTableRow openAlertRow(
    const AlertView& alert, const Snapshot* snapshot, SteadyTime now);
/// `count` equal ones in a row are folded into one.
[[nodiscard]] AlertTableRow pastAlertRow(
    const AlertLife& life, const Snapshot* snapshot, int count = 1);

/// Everything a search looks through, folded for comparison.
[[nodiscard]] QString searchTextOf(const AlertView& alert);
[[nodiscard]] QString searchTextOf(const AlertLife& life);
[[nodiscard]] bool matchesText(const QString& searchText, const QString& words);

}  // namespace headroom::ui
