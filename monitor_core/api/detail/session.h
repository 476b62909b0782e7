// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/api/detail/connection.h"
#include "monitor_core/api/detail/connection_limits.h"
#include "monitor_core/api/detail/input_buffer.h"
#include "monitor_core/api/detail/out_batch.h"
#include "monitor_core/api/detail/service_context.h"
#include "monitor_core/api/detail/transport.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

namespace headroom::api::detail {

/// One connection: requests in, responses out, in order. What has come is answered as far as it
/// goes and sent with one write; nothing is read while something is written or waited for, so that
/// a client that does not take its answers cannot ask for more. Network thread.
class Session final : public Connection,
                      public TransportUser,
                      public ReplyTaker,
                      public std::enable_shared_from_this<Session> {
public:
    /// `context` outlives it.
    Session(const ServiceContext& context, std::unique_ptr<Transport> transport, Peer peer,
        ConnectionLimits::Place place);

    void start();

    void onDeadline() override;
    void finish() override;
    void close() override;
    void onReady(const boost::system::error_code& error) override;
    void onRead(const boost::system::error_code& error, std::size_t size) override;
    void onWritten(const boost::system::error_code& error) override;
    void takeReply(std::uint64_t serial, Response response) override;

private:
    enum class Phase {
        Handshake,
        Head,  ///< waits for a request, or for the rest of its head
        Body,
        Reply,  ///< waits for the handler
        Ending,  ///< nothing more is answered; what is left is sent
        Linger,  ///< all is sent; an early close would take it from the client again
        Closed,
    };

    void serve();
    void serveUnguarded();
    bool step();
    bool takeHead();
    bool takeBody();
    bool begin(std::string_view headBytes);
    void callHandler();
    bool beginEvents();
    void answer(const Response& response);
    void refuse(const HttpFault& fault);
    bool flush();
    void waitForMore();
    void waitForHead();
    void startRead();
    void linger();

    [[nodiscard]] SteadyTime now() const { return context_.clock.steadyNow(); }
    void beginPhase(Phase phase, std::chrono::milliseconds within)
    {
        phase_ = phase;
        phaseDeadline_ = now() + within;
    }

    const ServiceContext& context_;
    std::unique_ptr<Transport> transport_;
    Peer peer_;
    ConnectionLimits::Place place_;

    Phase phase_ = Phase::Handshake;
    SteadyTime phaseDeadline_;  ///< a write has one of its own, and the phase's comes back after it
    bool isHeadStarted_ = true;  ///< the first head's time runs from the connect
    bool isServing_ = false;
    bool isReading_ = false;
    bool isWriting_ = false;
    bool isFinishing_ = false;

    InputBuffer<kMaxHeadBytes> input_;
    std::size_t lingered_ = 0;
    HeadScanner scanner_;
    OutBatch out_;

    // The request in hand.
    RequestHead head_;  ///< views into the buffer: good until the next read
    Request request_;
    const Route* route_ = nullptr;
    Method method_ = Method::Other;
    bool closes_ = false;
    std::uint64_t bodyLeft_ = 0;
    SteadyTime startedAt_;
    std::uint64_t serial_ = 0;
    std::optional<Response> reply_;
    std::size_t requests_ = 0;
};

}  // namespace headroom::api::detail
