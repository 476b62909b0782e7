// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/api/http_message.h"

#include <boost/asio/io_context.hpp>

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <thread>

namespace headroom::api::detail {

/// Who waits for a response. Network thread.
class ReplyTaker {
public:
    virtual ~ReplyTaker() = default;
    /// `serial` is the one that the reply was made with; one that is no longer waited for is
    /// dropped.
    virtual void takeReply(std::uint64_t serial, Response response) = 0;
};

/// Brings responses from whatever thread answers to the connection that waits, and may outlive
/// the service: a reply that comes after it is dropped.
class ReplyDesk : public std::enable_shared_from_this<ReplyDesk> {
public:
    explicit ReplyDesk(boost::asio::io_context& io)
        : io_(&io)
    {
    }

    /// To be called on the network thread before it serves.
    void openHere() { networkThread_ = std::this_thread::get_id(); }
    /// From now on replies are dropped. Any thread.
    void close();

    /// Called once it answers; dropped unanswered it answers 503. On the network thread the taker
    /// has the response when the call returns.
    Reply makeReply(std::weak_ptr<ReplyTaker> taker, std::uint64_t serial);

private:
    class Ticket;
    void deliver(std::weak_ptr<ReplyTaker> taker, std::uint64_t serial, Response response);

    std::mutex guard_;
    boost::asio::io_context* io_;
    std::atomic<std::thread::id> networkThread_ {};
};

}  // namespace headroom::api::detail
