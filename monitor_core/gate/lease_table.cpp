// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/gate/lease_table.h"

#include <cassert>
#include <chrono>

namespace headroom {

namespace {

constexpr int kSlotBits = 16;
constexpr std::uint64_t kSlotMask = (std::uint64_t { 1 } << kSlotBits) - 1;

/// Steps of 10 µs since 1970, which have the token's other 48 bits until 2059. Slots take turns, so
/// that none gives out leases faster than that: a later run begins above all that an earlier one
/// gave out.
std::uint64_t generationAt(SystemTime startedAt)
{
    using Step = std::chrono::duration<std::int64_t, std::ratio<1, 100'000>>;
    const auto steps = std::chrono::duration_cast<Step>(startedAt.time_since_epoch()).count();
    return steps > 0 ? static_cast<std::uint64_t>(steps) : 0;
}

}  // namespace

LeaseTable::LeaseTable(int places, SystemTime startedAt)
    : firstGeneration_(generationAt(startedAt))
    , slots_(static_cast<std::size_t>(places), Slot { .generation = firstGeneration_ })
{
    assert(slots_.size() <= kSlotMask + 1);
    for (std::size_t slot = 0; slot < slots_.size(); ++slot) {
        free_.push_back(slot);
    }
}

std::uint64_t LeaseTable::begin(SteadyTime deadline, std::uint64_t beganAtTicks)
{
    const std::lock_guard lock(mutex_);
    // Places are given back after their slots, so who has a place always finds one.
    assert(!free_.empty());
    const std::size_t index = free_.front();
    free_.pop_front();
    Slot& slot = slots_[index];
    slot = { slot.generation + 1, deadline, beganAtTicks, true };
    return slot.generation << kSlotBits | index;
}

LeaseTable::Answer LeaseTable::renew(std::uint64_t token, SteadyTime deadline)
{
    const std::lock_guard lock(mutex_);
    const auto index = slotOf(token);
    if (!index) {
        return Answer::Unknown;
    }
    Slot& slot = slots_[*index];
    if (!slot.held || slot.generation != token >> kSlotBits) {
        return Answer::AlreadyOver;
    }
    slot.deadline = deadline;
    return Answer::Done;
}

LeaseTable::Ended LeaseTable::end(std::uint64_t token)
{
    const std::lock_guard lock(mutex_);
    const auto index = slotOf(token);
    if (!index) {
        return { Answer::Unknown };
    }
    const Slot& slot = slots_[*index];
    if (!slot.held || slot.generation != token >> kSlotBits) {
        return { Answer::AlreadyOver };
    }
    release(*index);
    return { Answer::Done, slot.beganAtTicks };
}

int LeaseTable::expire(SteadyTime now)
{
    const std::lock_guard lock(mutex_);
    if (free_.size() == slots_.size()) {
        return 0;
    }
    int expired = 0;
    for (std::size_t index = 0; index < slots_.size(); ++index) {
        if (slots_[index].held && slots_[index].deadline <= now) {
            release(index);
            ++expired;
        }
    }
    return expired;
}

std::optional<std::size_t> LeaseTable::slotOf(std::uint64_t token) const
{
    const std::size_t index = token & kSlotMask;
    const std::uint64_t generation = token >> kSlotBits;
    if (index >= slots_.size() || generation <= firstGeneration_
        || generation > slots_[index].generation) {
        return std::nullopt;
    }
    return index;
}

void LeaseTable::release(std::size_t slot)
{
    slots_[slot].held = false;
    free_.push_back(slot);
}

}  // namespace headroom
