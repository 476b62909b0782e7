// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/api/detail/connection.h"
#include "monitor_core/api/detail/connection_limits.h"
#include "monitor_core/api/detail/event_queue.h"
#include "monitor_core/api/detail/out_batch.h"
#include "monitor_core/api/detail/service_context.h"
#include "monitor_core/api/detail/transport.h"

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace headroom::api::detail {

/// A connection that gets events and is asked nothing more. A client that does not read is let go
/// when it is too far behind or has not taken in time what the system holds for it, whichever is
/// first; the others get the same frames at the same time. Network thread.
class EventClient final : public Connection,
                          public TransportUser,
                          public std::enable_shared_from_this<EventClient> {
public:
    /// `context` outlives it. `first` is sent before any event.
    EventClient(const ServiceContext& context, std::unique_ptr<Transport> transport,
        ConnectionLimits::Place place, OutBatch first);
    ~EventClient() override;
    EventClient(const EventClient&) = delete;
    EventClient& operator=(const EventClient&) = delete;

    void start(const std::vector<EventFrame>& greeting);
    void offer(std::span<const EventFrame> frames);
    /// It has missed something.
    void drop();

    void onDeadline() override;
    void finish() override { close(); }
    void close() override;
    void onReady(const boost::system::error_code& /*error*/) override { }
    void onRead(const boost::system::error_code& error, std::size_t size) override;
    void onWritten(const boost::system::error_code& error) override;

private:
    void flush();
    void watch();
    bool writeFirst();
    bool writeBatch();
    void startRead();

    const ServiceContext& context_;
    std::unique_ptr<Transport> transport_;
    ConnectionLimits::Place place_;
    OutBatch first_;
    EventQueue queue_;
    std::vector<EventFrame> batch_;  ///< being written
    Transport::Buffers buffers_;
    std::array<char, 256> ignored_ {};
    bool isWriting_ = false;
    bool isWatched_ = false;
    std::uint64_t wanted_ = 0;  ///< bytes that must be acknowledged when the deadline comes
    bool isClosed_ = false;
};

}  // namespace headroom::api::detail
