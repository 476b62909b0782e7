// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/api/events.h"

#include <boost/asio/io_context.hpp>

#include <memory>
#include <mutex>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace headroom::api::detail {

class EventClient;

/// Brings events from the thread on which they happen to the clients: one hop for each event,
/// however many clients there are, and none more while one is under way. Network thread unless it
/// says otherwise.
class EventHub {
public:
    /// Both outlive it.
    EventHub(EventSource& source, boost::asio::io_context& io)
        : source_(source)
        , io_(io)
    {
    }

    /// Before the network thread runs.
    void listen();
    /// No event comes any more on return. Not on the network thread, on which an event may be
    /// waiting.
    void silence();

    /// What a client must get first. It has to join before anything else happens on this thread;
    /// then it misses nothing (an event of the last moment it may get twice).
    std::vector<EventFrame> greeting(std::string_view lastEventId);
    void join(std::shared_ptr<EventClient> client);
    void leave(EventClient& client);

private:
    void take(EventFrame frame);
    void deliver();

    EventSource& source_;
    boost::asio::io_context& io_;
    std::unordered_map<EventClient*, std::shared_ptr<EventClient>> clients_;

    std::mutex guard_;
    std::vector<EventFrame> pending_;
    bool isPosted_ = false;
    bool hasLost_ = false;  ///< more came than could be kept: every client has a gap
};

}  // namespace headroom::api::detail
