// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/alerts/outbox.h"

#include <algorithm>
#include <utility>

namespace headroom {

namespace {

bool isSameLine(const OutboxMessage& a, const OutboxMessage& b)
{
    return a.notice.type == b.notice.type && a.channel == b.channel;
}

void addOnce(std::vector<Level>& levels, Level level)
{
    if (std::find(levels.begin(), levels.end(), level) == levels.end()) {
        levels.push_back(level);
    }
}

/// Makes `later` say what both said. An `earlier` that was never handed out in this run may still
/// have reached the receiver before a crash, so what it fired is ended all the same.
void fold(const OutboxMessage& earlier, OutboxMessage& later)
{
    auto& levels = later.notice.ended;
    for (const auto level : earlier.notice.ended) {
        addOnce(levels, level);
    }
    if (earlier.notice.isFiring) {
        addOnce(levels, earlier.notice.level);
    }
    if (later.notice.isFiring) {
        levels.erase(std::remove(levels.begin(), levels.end(), later.notice.level), levels.end());
    }
    later.notice.folded += earlier.notice.folded + 1;
}

}  // namespace

std::chrono::seconds retryDelay(std::uint32_t failures) noexcept
{
    constexpr std::uint32_t kMostDoublings = 9;
    const auto doublings = std::min(failures == 0 ? 0 : failures - 1, kMostDoublings);
    return std::min(
        std::chrono::seconds(std::int64_t { 1 } << doublings), std::chrono::seconds(300));
}

std::vector<std::string> Outbox::add(OutboxMessage message, bool foldsAll)
{
    const auto inLine = static_cast<std::size_t>(std::count_if(messages_.begin(), messages_.end(),
        [&](const OutboxMessage& m) { return isSameLine(m, message); }));
    std::vector<std::string> replaced;
    if (foldsAll || inLine >= kMostInLine) {
        std::vector<OutboxMessage> kept;
        for (auto& waiting : messages_) {
            if (!isSameLine(waiting, message) || waiting.isInFlight || waiting.attempts > 0) {
                kept.push_back(std::move(waiting));
                continue;
            }
            fold(waiting, message);
            replaced.push_back(waiting.id);
        }
        messages_ = std::move(kept);
    }
    messages_.push_back(std::move(message));
    return replaced;
}

std::vector<OutboxMessage> Outbox::takeDue(AlertTime now)
{
    std::vector<OutboxMessage> due;
    for (std::size_t i = 0; i < messages_.size(); ++i) {
        auto& message = messages_[i];
        const auto begin = messages_.begin();
        const bool isFirst = std::none_of(begin, begin + static_cast<std::ptrdiff_t>(i),
            [&](const OutboxMessage& earlier) { return isSameLine(earlier, message); });
        if (isFirst && message.isStored && !message.isInFlight && now >= message.notBefore) {
            message.isInFlight = true;
            due.push_back(message);
        }
    }
    return due;
}

bool Outbox::remove(const std::string& id)
{
    const auto found = std::find_if(
        messages_.begin(), messages_.end(), [&](const OutboxMessage& m) { return m.id == id; });
    if (found == messages_.end()) {
        return false;
    }
    messages_.erase(found);
    return true;
}

void Outbox::retryLater(const std::string& id, AlertTime now)
{
    for (auto& message : messages_) {
        if (message.id == id) {
            message.isInFlight = false;
            message.notBefore = now + retryDelay(++message.attempts);
        }
    }
}

void Outbox::markStored()
{
    for (auto& message : messages_) {
        message.isStored = true;
    }
}

void Outbox::restore(OutboxMessage message)
{
    message.isStored = true;
    const auto after = std::find_if(messages_.begin(), messages_.end(),
        [&](const OutboxMessage& m) { return m.order > message.order; });
    messages_.insert(after, std::move(message));
}

}  // namespace headroom
