// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/detail/session.h"

#include <chrono>

// What a connection waits for, how long, and how it ends; session.cpp has what it does meanwhile.

namespace headroom::api::detail {

namespace {

constexpr std::chrono::milliseconds kLinger { 1'000 };

constexpr HttpFault kLateHead { 408, "header_deadline", "the header took too long" };
constexpr HttpFault kLateBody { 408, "body_deadline", "the body took too long" };
constexpr HttpFault kLateReply { 503, "reply_deadline", "the service took too long; try again" };

}  // namespace

void Session::waitForMore()
{
    switch (phase_) {
    case Phase::Head:
        waitForHead();
        break;
    case Phase::Body:
        setDeadline(phaseDeadline_);
        startRead();
        break;
    case Phase::Reply:
        setDeadline(phaseDeadline_);
        break;
    case Phase::Ending:
        linger();
        break;
    default:
        break;
    }
}

void Session::waitForHead()
{
    if (isFinishing_) {
        close();
        return;
    }
    if (!isHeadStarted_) {
        // Its first byte may be here already; else the connection is idle until it comes.
        isHeadStarted_ = !input_.isEmpty();
        phaseDeadline_ = startedAt_
            + (isHeadStarted_ ? context_.settings.headerWithin : context_.settings.idleWithin);
    }
    setDeadline(phaseDeadline_);
    startRead();
}

void Session::startRead()
{
    if (isReading_) {
        return;
    }
    if (phase_ == Phase::Linger) {
        input_.clear();
    }
    isReading_ = true;
    const auto room = input_.room();
    transport_->read(boost::asio::buffer(room.data(), room.size()), shared_from_this());
}

void Session::linger()
{
    phase_ = Phase::Linger;
    setDeadline(now() + kLinger);
    transport_->finishSending();
    startRead();
}

void Session::onDeadline()
{
    if (isWriting_) {
        context_.statistics.refused("write_deadline");
        transport_->reset();
        close();
        return;
    }
    switch (phase_) {
    case Phase::Head:
        if (input_.isEmpty()) {
            if (isHeadStarted_) {
                context_.statistics.refused("silent");
            }
            close();
            return;
        }
        refuse(kLateHead);
        break;
    case Phase::Body:
        refuse(kLateBody);
        break;
    case Phase::Reply:
        refuse(kLateReply);
        break;
    case Phase::Handshake:
        context_.statistics.refused("handshake");
        close();
        return;
    default:
        close();
        return;
    }
    serve();
}

void Session::finish()
{
    isFinishing_ = true;
    const bool isInHand
        = phase_ == Phase::Body || phase_ == Phase::Reply || phase_ == Phase::Ending || isWriting_;
    if (!isInHand) {
        close();
    }
}

void Session::close()
{
    if (phase_ == Phase::Closed) {
        return;
    }
    phase_ = Phase::Closed;
    transport_->close();
    context_.connections.remove(*this);
}

}  // namespace headroom::api::detail
