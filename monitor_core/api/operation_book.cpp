// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/operation_book.h"

#include "monitor_core/api/random_id.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace headroom::api {

namespace {

/// Names of tokens have no control characters, so no two pairs give the same key.
std::string keyOf(const std::string& owner, const std::string& requestId)
{
    return requestId.empty() ? std::string() : owner + '\n' + requestId;
}

}  // namespace

OperationBook::OperationBook(Recorder& recorder, const Clock& clock, Caps caps)
    : recorder_(recorder)
    , clock_(clock)
    , caps_(caps)
{
}

OperationBook::OperationBook(Recorder& recorder, const Clock& clock)
    : OperationBook(recorder, clock, Caps())
{
}

OperationBook::Begun OperationBook::begin(const OperationWish& wish)
{
    const std::lock_guard lock(mutex_);
    expireAt(clock_.steadyNow());
    if (const auto same = byRequest_.find(keyOf(wish.owner, wish.requestId));
        same != byRequest_.end()) {
        const auto entry = entries_.find(same->second);
        if (entry != entries_.end()) {
            return { Answer::Repeated, shown(entry->second), Admission::Admitted, {} };
        }
    }
    // Before the gate is asked: who holds too many must not take a place and give it back, which
    // would pause the gate for everybody.
    if (!hasRoom(wish)) {
        return { Answer::TooMany, {}, Admission::Paused, std::chrono::seconds(1) };
    }
    return enter(wish);
}

bool OperationBook::hasRoom(const OperationWish& wish)
{
    const auto held = held_.find(wish.owner);
    if (held == held_.end()) {
        return true;
    }
    return wish.kind == OperationKind::Write ? held->second.writes < caps_.writes
                                             : held->second.reads < caps_.reads;
}

OperationBook::Begun OperationBook::enter(const OperationWish& wish)
{
    Entry entry;
    if (wish.kind == OperationKind::Write) {
        const auto ticket = recorder_.beginWriteWithToken(wish.size, wish.ttl);
        if (ticket.token == 0) {
            return { Answer::Refused, {}, ticket.admission, ticket.retryAfter };
        }
        entry.token = ticket.token;
    } else {
        entry.read = recorder_.beginRead();
    }
    entry.owner = wish.owner;
    entry.requestKey = keyOf(wish.owner, wish.requestId);
    entry.begunAt = clock_.steadyNow();
    entry.deadline = entry.begunAt + wish.ttl;
    entry.operation.id = randomId();
    entry.operation.kind = wish.kind;
    entry.operation.size = wish.size;
    entry.operation.product = wish.product;
    entry.operation.begunAt = clock_.systemNow();
    auto& held = held_[wish.owner];
    ++(wish.kind == OperationKind::Write ? held.writes : held.reads);
    if (!entry.requestKey.empty()) {
        byRequest_[entry.requestKey] = entry.operation.id;
    }
    Begun begun { Answer::Done, shown(entry), Admission::Admitted, {} };
    nextDeadline_ = std::min(nextDeadline_, entry.deadline);
    const std::string id = entry.operation.id;
    entries_.emplace(id, std::move(entry));
    return begun;
}

OperationBook::Begun OperationBook::renew(
    const std::string& id, const std::string& owner, std::chrono::milliseconds ttl)
{
    const std::lock_guard lock(mutex_);
    expireAt(clock_.steadyNow());
    const auto found = entries_.find(id);
    if (found == entries_.end()) {
        const auto past = past_.find(id);
        return { past != past_.end() && past->second.owner != owner ? Answer::Foreign
                                                                    : Answer::Unknown };
    }
    Entry& entry = found->second;
    if (entry.owner != owner) {
        return { Answer::Foreign };
    }
    if (entry.token != 0 && !recorder_.renewWrite(entry.token, ttl)) {
        remove(found, true);
        return { Answer::Unknown };
    }
    entry.deadline = clock_.steadyNow() + ttl;
    return { Answer::Done, shown(entry), Admission::Admitted, {} };
}

OperationBook::Ended OperationBook::end(
    const std::string& id, const std::string& owner, const OperationEnd& how)
{
    const std::lock_guard lock(mutex_);
    expireAt(clock_.steadyNow());
    if (const auto found = entries_.find(id); found != entries_.end()) {
        return found->second.owner == owner ? endEntry(found, how) : Ended { Answer::Foreign };
    }
    const auto past = past_.find(id);
    if (past == past_.end()) {
        return { Answer::Unknown };
    }
    if (past->second.owner != owner) {
        return { Answer::Foreign };
    }
    return { Answer::Repeated, past->second.hasExpired };
}

OperationBook::Ended OperationBook::endByRequest(
    const std::string& requestId, const std::string& owner, const OperationEnd& how)
{
    std::string id;
    {
        const std::lock_guard lock(mutex_);
        const auto found = byRequest_.find(keyOf(owner, requestId));
        if (found == byRequest_.end()) {
            return { Answer::Unknown };
        }
        id = found->second;
    }
    return end(id, owner, how);
}

OperationBook::Ended OperationBook::endEntry(Entries::iterator found, const OperationEnd& how)
{
    Entry& entry = found->second;
    Ended ended { Answer::Done, false, entry.operation.kind, entry.operation.product,
        entry.operation.size, clock_.steadyNow() - entry.begunAt };
    if (entry.token != 0) {
        const Bytes stored = how.stored.value_or(entry.operation.size);
        // The recorder may have ended it between two looks at the clock; then it does nothing.
        static_cast<void>(recorder_.endWrite(
            entry.token, how.isCompleted ? std::optional(stored) : std::nullopt));
    }
    remove(found, false);
    return ended;
}

void OperationBook::remove(Entries::iterator found, bool hasExpired)
{
    Entry& entry = found->second;
    if (entry.read) {
        entry.read->abandon();  // its latency is counted by who knows it
    }
    if (hasExpired && entry.token != 0) {
        static_cast<void>(recorder_.endWrite(entry.token, std::nullopt));
    }
    const auto held = held_.find(entry.owner);
    --(entry.operation.kind == OperationKind::Write ? held->second.writes : held->second.reads);
    if (held->second.writes + held->second.reads == 0) {
        held_.erase(held);
    }
    past_[found->first] = { entry.owner, entry.requestKey, hasExpired };
    pastOrder_.push_back(found->first);
    entries_.erase(found);
    if (pastOrder_.size() > caps_.ended) {
        forgetOldest();
    }
}

void OperationBook::forgetOldest()
{
    const auto oldest = past_.find(pastOrder_.front());
    const auto named = byRequest_.find(oldest->second.requestKey);
    if (named != byRequest_.end() && named->second == oldest->first) {
        byRequest_.erase(named);
    }
    past_.erase(oldest);
    pastOrder_.pop_front();
}

void OperationBook::expire()
{
    const std::lock_guard lock(mutex_);
    expireAt(clock_.steadyNow());
}

void OperationBook::expireAt(SteadyTime now)
{
    if (now < nextDeadline_) {
        return;
    }
    nextDeadline_ = SteadyTime::max();
    for (auto entry = entries_.begin(); entry != entries_.end();) {
        const auto next = std::next(entry);
        if (entry->second.deadline <= now) {
            remove(entry, true);
        } else {
            nextDeadline_ = std::min(nextDeadline_, entry->second.deadline);
        }
        entry = next;
    }
}

std::size_t OperationBook::underWay() const
{
    const std::lock_guard lock(mutex_);
    return entries_.size();
}

Operation OperationBook::shown(const Entry& entry) const
{
    Operation operation = entry.operation;
    const auto left = entry.deadline - clock_.steadyNow();
    operation.left = std::chrono::ceil<std::chrono::milliseconds>(left);
    operation.expiresAt = clock_.systemNow() + left;
    return operation;
}

}  // namespace headroom::api
