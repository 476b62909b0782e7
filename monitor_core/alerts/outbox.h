// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/alerts/outbox_message.h"

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace headroom {

/// 1 s, 2 s, 4 s … 5 min after the n-th failure (n from 1).
std::chrono::seconds retryDelay(std::uint32_t failures) noexcept;

/// Messages that wait to be delivered, at least once and in order: of one alert type and channel
/// only the oldest is handed out, so that an end never overtakes its beginning. Bounded: when
/// receivers do not keep up, newer messages of a type and channel are folded into one that stands
/// for all of them; nothing that a receiver believes to be firing is forgotten by that. A value.
class Outbox {
public:
    /// At most so many waiting messages of one type and channel.
    static constexpr std::size_t kMostInLine = 8;

    /// Puts a message at the end. Folds the waiting ones that were never tried into it when the
    /// line is full, or when `foldsAll`; returns the ids that it replaced.
    std::vector<std::string> add(OutboxMessage message, bool foldsAll);

    /// Hands out what is due, stored and first in its line, and marks it as in flight.
    std::vector<OutboxMessage> takeDue(AlertTime now);
    /// Whether the id was there.
    bool remove(const std::string& id);
    void retryLater(const std::string& id, AlertTime now);
    void markStored();

    [[nodiscard]] const std::vector<OutboxMessage>& messages() const { return messages_; }
    /// Adds what was stored before, in the order of the numbers.
    void restore(OutboxMessage message);

private:
    std::vector<OutboxMessage> messages_;  ///< oldest first
};

}  // namespace headroom
