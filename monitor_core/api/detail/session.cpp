// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/detail/session.h"

#include "monitor_core/api/detail/event_client.h"
#include "monitor_core/api/detail/event_hub.h"

#include <algorithm>
#include <chrono>
#include <new>
#include <string>
#include <utility>

namespace headroom::api::detail {

namespace {

using boost::system::error_code;

constexpr std::size_t kMaxLingered = 4 * 1024 * 1024;
constexpr std::size_t kBatchBytes = 64 * 1024;  ///< pipelined answers of one write, about
constexpr std::size_t kKeptBody = 64 * 1024;

constexpr HttpFault kBareLineFeed { 400, "bare_line_feed", "lines end in CR LF" };

}  // namespace

Session::Session(const ServiceContext& context, std::unique_ptr<Transport> transport, Peer peer,
    ConnectionLimits::Place place)
    : context_(context)
    , transport_(std::move(transport))
    , peer_(std::move(peer))
    , place_(std::move(place))
{
}

void Session::start()
{
    beginPhase(Phase::Handshake, context_.settings.headerWithin);
    setDeadline(phaseDeadline_);
    startedAt_ = now();
    transport_->handshake(shared_from_this());
}

void Session::onReady(const error_code& error)
{
    if (phase_ != Phase::Handshake) {
        return;
    }
    if (error) {
        context_.statistics.refused("handshake");
        close();
        return;
    }
    beginPhase(Phase::Head, context_.settings.headerWithin);
    serve();
}

void Session::onRead(const error_code& error, std::size_t size)
{
    isReading_ = false;
    if (phase_ == Phase::Closed) {
        return;
    }
    if (error) {
        close();
        return;
    }
    if (phase_ == Phase::Linger) {
        lingered_ += size;
        lingered_ > kMaxLingered ? close() : startRead();
        return;
    }
    input_.add(size);
    startedAt_ = now();
    if (!isWriting_) {
        serve();
    }
    // Last, so that who sees the count knows that the deadlines for it run.
    context_.statistics.totals.receivedBytes.fetch_add(size);
}

void Session::onWritten(const error_code& error)
{
    isWriting_ = false;
    if (phase_ == Phase::Closed) {
        return;
    }
    if (error) {
        close();
        return;
    }
    out_.clear();
    serve();
}

void Session::takeReply(std::uint64_t serial, Response response)
{
    if (phase_ != Phase::Reply || serial != serial_ || reply_) {
        return;
    }
    reply_ = std::move(response);
    if (!isServing_ && !isWriting_) {
        serve();
    }
}

void Session::serve()
{
    try {
        serveUnguarded();
    } catch (...) {
        // No memory, or a fault of ours: this connection ends, the others do not notice.
        context_.statistics.totals.exceptions.fetch_add(1, std::memory_order_relaxed);
        close();
    }
}

void Session::serveUnguarded()
{
    bool mayHaveMore = true;
    while (mayHaveMore) {
        isServing_ = true;
        do {
            mayHaveMore = step();
        } while (mayHaveMore && out_.size() < kBatchBytes);
        isServing_ = false;
        if (phase_ == Phase::Closed || !flush()) {
            return;
        }
    }
    waitForMore();
}

/// True when it has got on and there may be more to do.
bool Session::step()
{
    switch (phase_) {
    case Phase::Head:
        return takeHead();
    case Phase::Body:
        return takeBody();
    case Phase::Reply:
        if (reply_) {
            answer(*reply_);
            return true;
        }
        return false;
    default:
        return false;
    }
}

bool Session::takeHead()
{
    const auto bytes = input_.unread();
    if (bytes.empty()) {
        return false;
    }
    switch (scanner_.scan(bytes)) {
    case HeadScanner::State::Incomplete:
        if (bytes.size() < kMaxHeadBytes) {
            return false;
        }
        refuse(faultOfLongHead(bytes));
        return true;
    case HeadScanner::State::Broken:
        refuse(kBareLineFeed);
        return true;
    case HeadScanner::State::Complete:
        break;
    }
    const auto headBytes = bytes.substr(0, scanner_.size());
    input_.use(scanner_.size());
    scanner_.reset();
    return begin(headBytes);
}

/// A complete head is there.
bool Session::begin(std::string_view headBytes)
{
    if (const auto fault = readHead(headBytes, head_)) {
        refuse(*fault);
        return true;
    }
    method_ = head_.method;
    closes_ = head_.wantsClose || ++requests_ >= context_.settings.maxRequestsPerConnection;
    auto verdict = context_.admission.admit(head_, peer_, request_);
    route_ = verdict.route;
    if (verdict.refusal) {
        context_.statistics.refused(verdict.reason);
        closes_ = closes_ || head_.contentLength > 0;  // its body is not read
        answer(*verdict.refusal);
        return true;
    }
    if (route_->isEventStream) {
        return beginEvents();
    }
    bodyLeft_ = head_.contentLength;
    if (bodyLeft_ == 0) {
        callHandler();
        return true;
    }
    beginPhase(Phase::Body, context_.settings.bodyWithin);
    if (head_.expectsContinue && input_.isEmpty()) {
        out_.text() += "HTTP/1.1 100 Continue\r\n\r\n";
    }
    return true;
}

bool Session::takeBody()
{
    auto bytes = input_.unread();
    bytes = bytes.substr(0, std::min<std::uint64_t>(bodyLeft_, bytes.size()));
    request_.body += bytes;
    input_.use(bytes.size());
    bodyLeft_ -= bytes.size();
    if (bodyLeft_ > 0) {
        return false;
    }
    callHandler();
    return true;
}

void Session::callHandler()
{
    beginPhase(Phase::Reply, context_.settings.replyWithin);
    ++serial_;
    const Reply reply = context_.desk.makeReply(weak_from_this(), serial_);
    try {
        route_->handler(request_, reply);
    } catch (const std::bad_alloc&) {
        context_.statistics.totals.exceptions.fetch_add(1, std::memory_order_relaxed);
        takeReply(serial_, errorResponse(503, "out of memory; try again"));
    } catch (...) {
        context_.statistics.totals.exceptions.fetch_add(1, std::memory_order_relaxed);
        takeReply(serial_, errorResponse(500, "a fault of the service's own"));
    }
}

bool Session::beginEvents()
{
    if (context_.events == nullptr) {
        answer(errorResponse(503, "there are no events here"));
        return true;
    }
    const auto greeting = context_.events->greeting(request_.lastEventId);
    context_.statistics.answered(
        context_.routes.numberOf(route_), method_, 200, now() - startedAt_);
    context_.writer.writeEventStreamHead(out_);
    if (method_ == Method::Head) {
        phase_ = Phase::Ending;
        return true;
    }
    const auto stream = std::make_shared<EventClient>(
        context_, std::move(transport_), std::move(place_), std::move(out_));
    const auto self = shared_from_this();
    phase_ = Phase::Closed;
    context_.connections.add(stream);
    context_.connections.remove(*this);
    stream->start(greeting);
    return false;
}

void Session::answer(const Response& response)
{
    closes_ = closes_ || isFinishing_;
    context_.statistics.answered(
        context_.routes.numberOf(route_), method_, response.status, now() - startedAt_);
    context_.writer.write(out_, response, { method_ == Method::Head, closes_ });
    reply_.reset();
    route_ = nullptr;
    method_ = Method::Other;
    if (request_.body.capacity() > kKeptBody) {
        std::string().swap(request_.body);
    }
    phase_ = closes_ ? Phase::Ending : Phase::Head;
    isHeadStarted_ = false;
}

void Session::refuse(const HttpFault& fault)
{
    context_.statistics.refused(fault.reason);
    closes_ = true;
    answer(errorResponse(fault.status, fault.detail));
}

/// False when the rest is sent later: onWritten goes on.
bool Session::flush()
{
    if (out_.isEmpty()) {
        return true;
    }
    const std::size_t size = out_.size();
    isWriting_ = !transport_->write(out_.buffers(), shared_from_this());
    if (isWriting_) {
        setDeadline(now() + context_.settings.writeWithin);
    } else {
        out_.clear();
    }
    context_.statistics.totals.sentBytes.fetch_add(size);
    return !isWriting_;
}

}  // namespace headroom::api::detail
