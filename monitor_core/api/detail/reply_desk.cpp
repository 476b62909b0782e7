// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/detail/reply_desk.h"

#include <boost/asio/post.hpp>

#include <utility>

namespace headroom::api::detail {

class ReplyDesk::Ticket {
public:
    Ticket(std::shared_ptr<ReplyDesk> desk, std::weak_ptr<ReplyTaker> taker, std::uint64_t serial)
        : desk_(std::move(desk))
        , taker_(std::move(taker))
        , serial_(serial)
    {
    }
    ~Ticket()
    {
        if (isAnswered_) {
            return;
        }
        try {
            answer(errorResponse(503, "the service did not answer; try again"));
        } catch (...) {
            // Without memory for a 503 the connection's own deadline ends the wait.
            isAnswered_ = true;
        }
    }
    Ticket(const Ticket&) = delete;
    Ticket& operator=(const Ticket&) = delete;

    void answer(Response response)
    {
        if (!isAnswered_.exchange(true)) {
            desk_->deliver(std::move(taker_), serial_, std::move(response));
        }
    }

private:
    std::shared_ptr<ReplyDesk> desk_;
    std::weak_ptr<ReplyTaker> taker_;
    std::uint64_t serial_;
    std::atomic<bool> isAnswered_ { false };
};

void ReplyDesk::close()
{
    const std::scoped_lock lock(guard_);
    io_ = nullptr;
}

Reply ReplyDesk::makeReply(std::weak_ptr<ReplyTaker> taker, std::uint64_t serial)
{
    return [ticket = std::make_shared<Ticket>(shared_from_this(), std::move(taker), serial)](
               Response response) { ticket->answer(std::move(response)); };
}

void ReplyDesk::deliver(std::weak_ptr<ReplyTaker> taker, std::uint64_t serial, Response response)
{
    if (std::this_thread::get_id() == networkThread_.load(std::memory_order_relaxed)) {
        if (const auto waiting = taker.lock()) {
            waiting->takeReply(serial, std::move(response));
        }
        return;
    }
    const std::scoped_lock lock(guard_);
    if (io_ == nullptr) {
        return;
    }
    boost::asio::post(
        *io_, [taker = std::move(taker), serial, response = std::move(response)]() mutable {
            if (const auto waiting = taker.lock()) {
                waiting->takeReply(serial, std::move(response));
            }
        });
}

}  // namespace headroom::api::detail
