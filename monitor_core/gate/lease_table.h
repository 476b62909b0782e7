// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/clock.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <vector>

namespace headroom {

/// Who holds which place of the gate by a token, and until when. The gate has decided before a
/// lease is taken, so the mutex here guards bookkeeping only: whoever holds it does a few dozen
/// instructions and waits for nothing. Any thread.
///
/// A token is a slot and the slot's generation, which grows by one each lease; so every token that
/// was given out is known for ever, in no memory, and one of an earlier run is not.
class LeaseTable {
public:
    enum class Answer : std::uint8_t { Done, AlreadyOver, Unknown };
    struct Ended {
        Answer answer = Answer::Unknown;
        std::uint64_t beganAtTicks = 0;  ///< what begin() was told, when Done
    };

    /// `places` is the gate's limit: a lease is taken only by who has a place, so that many
    /// suffice. `startedAt` tells the tokens of this run from earlier ones.
    LeaseTable(int places, SystemTime startedAt);

    /// A new lease; its token is never 0. Its place at the gate is held already.
    [[nodiscard]] std::uint64_t begin(SteadyTime deadline, std::uint64_t beganAtTicks);
    [[nodiscard]] Answer renew(std::uint64_t token, SteadyTime deadline);
    /// The caller gives the place at the gate back when the answer is Done, after this.
    [[nodiscard]] Ended end(std::uint64_t token);
    /// Ends every lease whose deadline is reached (≤ now) and says how many: so many places at the
    /// gate are to be given back.
    [[nodiscard]] int expire(SteadyTime now);

private:
    struct Slot {
        std::uint64_t generation = 0;  ///< of the last lease given out
        SteadyTime deadline {};
        std::uint64_t beganAtTicks = 0;
        bool held = false;
    };

    [[nodiscard]] std::optional<std::size_t> slotOf(std::uint64_t token) const;
    void release(std::size_t slot);

    std::mutex mutex_;
    std::uint64_t firstGeneration_;  ///< the last before the first lease
    std::vector<Slot> slots_;
    std::deque<std::size_t> free_;
};

}  // namespace headroom
