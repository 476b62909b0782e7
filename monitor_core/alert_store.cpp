// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/alert_store.h"

#include <algorithm>
#include <utility>

namespace headroom {

void AlertChanges::absorb(AlertChanges later)
{
    for (auto& row : later.rows) {
        const auto same = std::find_if(
            rows.begin(), rows.end(), [&](const StoredRow& mine) { return mine.key == row.key; });
        if (same == rows.end()) {
            rows.push_back(std::move(row));
        } else {
            *same = std::move(row);
        }
    }
    events.insert(events.end(), std::make_move_iterator(later.events.begin()),
        std::make_move_iterator(later.events.end()));
}

}  // namespace headroom
