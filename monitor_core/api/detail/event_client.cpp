// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/detail/event_client.h"

#include "monitor_core/api/detail/event_hub.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace headroom::api::detail {

namespace {

using boost::system::error_code;
using std::chrono::milliseconds;

constexpr int kSendBufferBytes = 32 * 1024;
/// The promise to those who read, whatever the settings say.
constexpr milliseconds kLongestWrite { 15'000 };

}  // namespace

EventClient::EventClient(const ServiceContext& context, std::unique_ptr<Transport> transport,
    ConnectionLimits::Place place, OutBatch first)
    : context_(context)
    , transport_(std::move(transport))
    , place_(std::move(place))
    , first_(std::move(first))
    , queue_(context.settings.eventsPerClient, context.settings.eventBytesPerClient)
{
    context_.statistics.gauges.eventClients.fetch_add(1);
}

EventClient::~EventClient() { context_.statistics.gauges.eventClients.fetch_sub(1); }

void EventClient::start(const std::vector<EventFrame>& greeting)
{
    transport_->limitSendBuffer(kSendBufferBytes);
    for (const EventFrame& frame : greeting) {
        queue_.greet(frame);
    }
    context_.events->join(shared_from_this());
    startRead();
    flush();
}

void EventClient::offer(std::span<const EventFrame> frames)
{
    if (isClosed_) {
        return;
    }
    for (const EventFrame& frame : frames) {
        if (!queue_.offer(frame)) {
            drop();
            return;
        }
    }
    flush();
}

void EventClient::drop()
{
    if (!isClosed_) {
        context_.statistics.totals.eventClientsDropped.fetch_add(1);
        transport_->reset();
        close();
    }
}

void EventClient::flush()
{
    while (!isWriting_ && !isClosed_ && !(first_.isEmpty() && queue_.isEmpty())) {
        isWriting_ = !(first_.isEmpty() ? writeBatch() : writeFirst());
    }
    watch();
}

/// That a write is done says little: small events would fill the buffers of both systems for
/// minutes. So what our system holds now has to be acknowledged by the deadline, which is half of
/// the time: who stops reading just after one look is found at the end of the second.
void EventClient::watch()
{
    if (isWatched_ || isClosed_) {
        return;
    }
    const auto progress = transport_->progress();
    if (!progress || (progress->outstanding == 0 && !isWriting_)) {
        setDeadline(SteadyTime::max());
        return;
    }
    isWatched_ = true;
    wanted_ = progress->acknowledged + progress->outstanding;
    setDeadline(
        context_.clock.steadyNow() + std::min(context_.settings.writeWithin, kLongestWrite) / 2);
}

void EventClient::onDeadline()
{
    const auto progress = transport_->progress();
    if (!progress || progress->acknowledged < wanted_) {
        drop();
        return;
    }
    isWatched_ = false;
    watch();
}

/// True when all of it is sent.
bool EventClient::writeFirst()
{
    context_.statistics.totals.sentBytes.fetch_add(first_.size(), std::memory_order_relaxed);
    if (!transport_->write(first_.buffers(), shared_from_this())) {
        return false;
    }
    first_.clear();
    return true;
}

bool EventClient::writeBatch()
{
    batch_ = queue_.batch();
    buffers_.clear();
    for (const EventFrame& frame : batch_) {
        buffers_.emplace_back(frame->data(), frame->size());
        context_.statistics.totals.sentBytes.fetch_add(frame->size(), std::memory_order_relaxed);
    }
    if (!transport_->write(buffers_, shared_from_this())) {
        return false;
    }
    queue_.written(std::exchange(batch_, {}).size());
    return true;
}

void EventClient::onWritten(const error_code& error)
{
    isWriting_ = false;
    if (isClosed_) {
        return;
    }
    if (error) {
        close();
        return;
    }
    if (batch_.empty()) {
        first_.clear();
    }
    queue_.written(std::exchange(batch_, {}).size());
    flush();
}

/// Only to notice that the client has gone. One that goes on talking has not understood, and ends.
void EventClient::startRead()
{
    transport_->read(boost::asio::buffer(ignored_), shared_from_this());
}

void EventClient::onRead(const error_code& /*error*/, std::size_t size)
{
    if (isClosed_) {
        return;
    }
    context_.statistics.totals.receivedBytes.fetch_add(size, std::memory_order_relaxed);
    close();
}

void EventClient::close()
{
    if (isClosed_) {
        return;
    }
    isClosed_ = true;
    transport_->close();
    context_.events->leave(*this);
    context_.connections.remove(*this);
}

}  // namespace headroom::api::detail
