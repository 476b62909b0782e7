// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/event_stream.h"

#include "monitor_core/api/detail/snapshot_values.h"

#include <charconv>
#include <chrono>
#include <optional>
#include <utility>

namespace headroom::api {

namespace {

constexpr std::chrono::seconds kBeatEvery { 1 };

EventFrame frameOf(const std::string& id, std::string_view event, std::string_view data)
{
    std::string frame;
    frame.reserve(id.size() + event.size() + data.size() + 24);
    if (!id.empty()) {
        frame.append("id: ").append(id).append("\n");
    }
    // JSON as we write it is one line.
    frame.append("event: ").append(event).append("\ndata: ").append(data).append("\n\n");
    return std::make_shared<const std::string>(std::move(frame));
}

/// The number in "INSTANCE:NUMBER" of this instance.
std::optional<std::uint64_t> numberIn(std::string_view id, std::string_view instance)
{
    if (!id.starts_with(instance) || id.size() <= instance.size() || id[instance.size()] != ':') {
        return std::nullopt;
    }
    id.remove_prefix(instance.size() + 1);
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), number);
    return error == std::errc {} && end == id.data() + id.size() ? std::optional(number)
                                                                 : std::nullopt;
}

}  // namespace

std::unique_ptr<EventSource> makeEventStream(const ApiContext& context)
{
    return std::make_unique<EventStream>(context);
}

EventStream::EventStream(const ApiContext& context)
    : context_(context)
    , service_ { context.instance, context.version }
{
    snapshots_
        = context_.monitor.subscribe([this](const SnapshotPtr& snapshot) { onSnapshot(snapshot); });
    boards_
        = context_.monitor.subscribeAlerts([this](const AlertBoardPtr& board) { onBoard(board); });
}

EventStream::~EventStream()
{
    // First, because what they call uses all the rest.
    snapshots_ = Subscription();
    boards_ = Subscription();
    std::unique_lock lock(mutex_);
    stopHeart(lock);
}

BoardMoment EventStream::now() const
{
    return { context_.clock.steadyNow(), context_.clock.systemNow() };
}

void EventStream::onSnapshot(const SnapshotPtr& snapshot)
{
    const std::lock_guard lock(mutex_);
    addSnapshot(snapshot);
    tell(newestSnapshot_.frame);
}

void EventStream::onBoard(const AlertBoardPtr& board)
{
    const std::lock_guard lock(mutex_);
    const auto before = newestBoard_.number;
    addBoard(board);
    if (newestBoard_.number != before) {
        tell(newestBoard_.frame);
    }
}

void EventStream::addSnapshot(const SnapshotPtr& snapshot)
{
    newestSnapshot_ = add("snapshot", snapshotJson(*snapshot, service_));
    shown_ = snapshot;
}

/// The storage thread brings a board every second; only one that says something else is an event.
void EventStream::addBoard(const AlertBoardPtr& board)
{
    if (newestBoard_.frame && board == shownBoard_) {
        return;
    }
    shownBoard_ = board;
    auto text = alertBoardJson(board.get(), {}, service_);
    if (newestBoard_.frame && text == boardText_) {
        return;
    }
    boardText_ = std::move(text);
    newestBoard_ = add("alerts", alertBoardJson(board.get(), now(), service_));
}

const EventStream::Kept& EventStream::add(std::string_view event, const std::string& data)
{
    ++lastNumber_;
    const std::string id = service_.instance + ":" + std::to_string(lastNumber_);
    kept_.push_back({ lastNumber_, frameOf(id, event, data) });
    keptBytes_ += kept_.back().frame->size();
    while (kept_.size() > 1 && (kept_.size() > kKeptEvents || keptBytes_ > kKeptBytes)) {
        keptBytes_ -= kept_.front().frame->size();
        kept_.pop_front();
    }
    return kept_.back();
}

void EventStream::tell(const EventFrame& frame) const
{
    if (listener_) {
        listener_(frame);
    }
}

std::vector<EventFrame> EventStream::greeting(std::string_view lastEventId)
{
    const std::lock_guard lock(mutex_);
    if (const auto latest = context_.monitor.latest(); latest && !shown_) {
        addSnapshot(latest);
    }
    if (!newestBoard_.frame) {
        addBoard(context_.monitor.alerts());
    }
    std::vector<EventFrame> frames;
    const auto seen = numberIn(lastEventId, service_.instance);
    if (seen && *seen <= lastNumber_ && *seen + 1 >= kept_.front().number) {
        for (const auto& event : kept_) {
            if (event.number > *seen) {
                frames.push_back(event.frame);
            }
        }
    } else {
        // In the order of their numbers, so that the last one seen stands for both.
        const bool isBoardNewer = newestBoard_.number > newestSnapshot_.number;
        for (const auto* event : { isBoardNewer ? &newestSnapshot_ : &newestBoard_,
                 isBoardNewer ? &newestBoard_ : &newestSnapshot_ }) {
            if (event->frame) {
                frames.push_back(event->frame);
            }
        }
    }
    frames.push_back(heartbeat());
    return frames;
}

EventFrame EventStream::heartbeat() const
{
    const auto at = now();
    json::object data { { "instance", service_.instance }, { "at", toUtcText(at.utc) },
        { "sequence", shown_ ? json::value(shown_->sequence) : json::value() },
        { "snapshot_age_ms",
            shown_ ? json::value(millisecondsOf(at.steady - shown_->at)) : json::value() } };
    return frameOf({}, "heartbeat", serialised(data));
}

void EventStream::beat()
{
    const std::lock_guard lock(mutex_);
    tell(heartbeat());
}

void EventStream::listen(std::function<void(EventFrame)> onEvent)
{
    std::unique_lock lock(mutex_);
    listener_ = std::move(onEvent);
    if (!listener_) {
        stopHeart(lock);
    } else if (!isBeating_) {
        isBeating_ = true;
        heart_ = std::thread([this] {
            std::unique_lock beating(mutex_);
            while (!wake_.wait_for(beating, kBeatEvery, [this] { return !isBeating_; })) {
                tell(heartbeat());
            }
        });
    }
}

void EventStream::stopHeart(std::unique_lock<std::mutex>& lock)
{
    if (!heart_.joinable()) {
        return;
    }
    isBeating_ = false;
    wake_.notify_all();
    auto heart = std::move(heart_);
    lock.unlock();
    heart.join();
    lock.lock();
}

}  // namespace headroom::api
