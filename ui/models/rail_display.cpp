// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rail_display.h"

#include "ui/models/alert_words.h"
#include "ui/models/strip_display.h"

#include <algorithm>

namespace headroom::ui {

RailDisplay makeRail(const AlertBoard* board, std::chrono::year_month_day today)
{
    RailDisplay rail;
    if (board != nullptr) {
        rail.toAcknowledge = static_cast<int>(
            std::count_if(board->open.begin(), board->open.end(), &waitsForPerson));
    }
    rail.isReviewOverdue = reviewOn(today).state == ReviewState::Overdue;
    return rail;
}

}  // namespace headroom::ui
