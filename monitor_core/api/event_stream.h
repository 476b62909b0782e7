// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/api/api_context.h"
#include "monitor_core/api/events.h"
#include "monitor_core/api/snapshot_json.h"
#include "monitor_core/monitor.h"

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace headroom::api {

/// The events of GET /api/v1/events: `snapshot` for every snapshot that the monitor publishes,
/// `alerts` when the board changes, `heartbeat` once a second, also when the monitor hangs. Each is
/// serialised once, on the thread that brings it. Owned by the composition, beside the routes.
class EventStream final : public EventSource {
public:
    /// What a client that comes back may have missed and still gets, one event after the other;
    /// beyond it gets the snapshot and the alerts of now. Below what a client may have waiting.
    static constexpr std::size_t kKeptEvents = 32;
    static constexpr std::size_t kKeptBytes = 128 * 1024;

    /// The context outlives the stream.
    explicit EventStream(const ApiContext& context);
    ~EventStream() override;
    EventStream(const EventStream&) = delete;
    EventStream& operator=(const EventStream&) = delete;

    /// An event may be in the greeting and come once more right after it; its id tells.
    std::vector<EventFrame> greeting(std::string_view lastEventId) override;
    /// Not from inside `onEvent`.
    void listen(std::function<void(EventFrame)> onEvent) override;

    /// One heartbeat, now; a thread does it each second while somebody listens.
    void beat();

private:
    struct Kept {
        std::uint64_t number = 0;
        EventFrame frame;
    };

    void onSnapshot(const SnapshotPtr& snapshot);
    void onBoard(const AlertBoardPtr& board);
    [[nodiscard]] EventFrame heartbeat() const;
    [[nodiscard]] BoardMoment now() const;

    // With mutex_ held.
    void addSnapshot(const SnapshotPtr& snapshot);
    void addBoard(const AlertBoardPtr& board);
    const Kept& add(std::string_view event, const std::string& data);
    void tell(const EventFrame& frame) const;
    void stopHeart(std::unique_lock<std::mutex>& lock);

    const ApiContext& context_;
    ServiceIdentity service_;
    std::mutex mutex_;  ///< guards what follows; held while the listener is told, so that it hears
                        ///< events in order
    std::condition_variable wake_;
    std::uint64_t lastNumber_ = 0;
    std::deque<Kept> kept_;  ///< oldest first
    std::size_t keptBytes_ = 0;
    SnapshotPtr shown_;
    AlertBoardPtr shownBoard_;
    std::string boardText_;  ///< of the board without what only time changes
    Kept newestSnapshot_;
    Kept newestBoard_;
    std::function<void(EventFrame)> listener_;
    bool isBeating_ = false;
    std::thread heart_;
    Subscription snapshots_;
    Subscription boards_;
};

std::unique_ptr<EventSource> makeEventStream(const ApiContext& context);

}  // namespace headroom::api
