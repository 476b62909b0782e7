// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/contacts.h"
#include "monitor_core/metrics/escalation.h"

#include <chrono>
#include <string>

namespace headroom {

/// How long one shelving may last, by the level that the alert has.
struct ShelfLimits {
    std::chrono::seconds red { 15 * 60 };
    std::chrono::seconds orange { 8 * 3600 };
    std::chrono::seconds yellow { 8 * 3600 };

    [[nodiscard]] std::chrono::seconds of(Level level) const
    {
        return level == Level::Red ? red : level == Level::Orange ? orange : yellow;
    }
    bool operator==(const ShelfLimits&) const = default;
};

/// What the alert book goes by. The matrix and the contacts come from policy/escalation_policy.h.
struct AlertRules {
    EscalationMatrix matrix;
    Contacts contacts;
    ShelfLimits shelf;
    std::string instance = "headroom";  ///< label on messages: which depository
    std::string generatorUrl;  ///< link on messages; may be empty
    std::string overdueAlsoTo;  ///< a contact told when a deadline passes; empty: nobody besides
    std::chrono::milliseconds storageStaleAfter { 30'000 };  ///< (≥) then a SOURCE alert
    std::chrono::milliseconds problemAfter { 5'000 };  ///< (≥) a source failing for so long: same
    std::chrono::milliseconds unverifiedAfter { 5'000 };  ///< (≥) without a first or any reading
    std::chrono::seconds immediateGrace { 60 };  ///< "due now" for so long, then overdue (≥)
    std::chrono::seconds chatterWindow { 600 };
    std::size_t chatterRaises = 3;  ///< (≥) raises in the window are chattering
    std::chrono::seconds chatterPause { 60 };  ///< between two messages of a chattering alert
    std::chrono::hours resendEvery { 6 };  ///< a firing alert is sent again, or a receiver forgets
    std::chrono::hours firingFor { 24 };  ///< `endsAt` of a firing alert from now; > resendEvery
};

}  // namespace headroom
