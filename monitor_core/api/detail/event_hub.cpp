// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/detail/event_hub.h"

#include "monitor_core/api/detail/event_client.h"

#include <boost/asio/post.hpp>

#include <utility>

namespace headroom::api::detail {

namespace {

/// Only a network thread that hangs lets so many come together.
constexpr std::size_t kMaxPending = 4096;

}  // namespace

void EventHub::listen()
{
    source_.listen([this](EventFrame frame) { take(std::move(frame)); });
}

void EventHub::silence() { source_.listen({}); }

/// Any thread.
void EventHub::take(EventFrame frame)
{
    const std::scoped_lock lock(guard_);
    if (pending_.size() >= kMaxPending) {
        hasLost_ = true;
    } else {
        pending_.push_back(std::move(frame));
    }
    if (!std::exchange(isPosted_, true)) {
        boost::asio::post(io_, [this] { deliver(); });
    }
}

void EventHub::deliver()
{
    std::vector<EventFrame> frames;
    bool hasLost = false;
    {
        const std::scoped_lock lock(guard_);
        frames.swap(pending_);
        isPosted_ = false;
        hasLost = std::exchange(hasLost_, false);
    }
    if (frames.empty() && !hasLost) {
        return;
    }
    // A copy: who is dropped leaves meanwhile.
    std::vector<std::shared_ptr<EventClient>> clients;
    clients.reserve(clients_.size());
    for (const auto& [key, client] : clients_) {
        clients.push_back(client);
    }
    for (const auto& client : clients) {
        client->offer(frames);
        if (hasLost) {
            client->drop();
        }
    }
}

std::vector<EventFrame> EventHub::greeting(std::string_view lastEventId)
{
    // What has happened before the greeting is in it; the others get it now.
    deliver();
    return source_.greeting(lastEventId);
}

void EventHub::join(std::shared_ptr<EventClient> client)
{
    EventClient* const key = client.get();
    clients_.emplace(key, std::move(client));
}

void EventHub::leave(EventClient& client) { clients_.erase(&client); }

}  // namespace headroom::api::detail
