// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/base/clock.h"

#include <QByteArray>
#include <QString>

#include <chrono>

namespace headroom::ui {

/// The next review of a certification, for people's calendars.
struct ReviewEvent {
    std::chrono::year_month_day due {};
    QString certificate;  ///< "ENTERPRISE_SCALE_READY"
    QString owner;
    QString depository;  ///< "depository-eu-1"
    QString state;  ///< "OVERDUE 15 days"; may be empty
    bool isSimulated = false;
};

/// A calendar (RFC 5545) with one event of a whole day, reminded of 30 days before. The same review
/// of the same depository has the same UID, so that importing it again replaces it.
[[nodiscard]] QByteArray reviewCalendar(const ReviewEvent& event, SystemTime now);

}  // namespace headroom::ui
