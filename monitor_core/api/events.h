// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace headroom::api {

/// One server-sent event, serialised once for all clients: the whole frame, "id: …\nevent: …\ndata:
/// …\n\n".
using EventFrame = std::shared_ptr<const std::string>;

/// Where the events come from; the service sends them. Implemented beside the handlers of
/// /api/v1/events.
class EventSource {
public:
    virtual ~EventSource() = default;

    /// What a client gets when it connects: a snapshot and the alerts, or, when `lastEventId` is
    /// one of the newest, what it missed. Network thread.
    virtual std::vector<EventFrame> greeting(std::string_view lastEventId) = 0;

    /// `onEvent` is called for every event from now on, on any thread; it must be quick. One
    /// listener; empty for none, and none is running any more on return.
    virtual void listen(std::function<void(EventFrame)> onEvent) = 0;
};

}  // namespace headroom::api
