// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/result.h"

#include <sys/socket.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace headroom::api::detail {

/// A bound socket that does not block; whoever gets it closes it. Unavailable when the port is
/// taken.
Result<int> openUdpSocket(const std::string& address, std::uint16_t port);
/// The file is its owner's and its group's. Unavailable when another process receives there;
/// Refused when what is there is no socket.
Result<int> openUnixSocket(const std::string& path);
void removeSocketFile(const std::string& path) noexcept;
/// Of a UDP socket; 0 of others.
std::uint16_t portOf(int socket) noexcept;

/// Datagrams as they come, a few at a time, into memory that is there from the start.
class DatagramBatch {
public:
    struct Datagram {
        std::string_view bytes;
        bool isCut = false;  ///< it was longer than there is room
    };

    explicit DatagramBatch(std::size_t longest);

    /// Whatever waits, at most a batch; nothing when nothing does.
    void receive(int socket);
    /// Those of the last receive(); views into the batch.
    [[nodiscard]] std::span<const Datagram> datagrams() const { return datagrams_; }
    /// The last receive() got as many as it may: more may wait.
    [[nodiscard]] bool isFull() const { return datagrams_.size() == kMost; }
    /// How many the system has thrown away since the call before, as far as receive() was told.
    [[nodiscard]] std::uint32_t takeDropped();

private:
    static constexpr std::size_t kMost = 64;
    struct Control {
        alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(std::uint32_t))> bytes;
    };

    void noteDropped(msghdr& header);

    std::size_t longest_;
    std::vector<char> room_;
    std::array<iovec, kMost> pieces_ {};
    std::array<Control, kMost> controls_ {};
    std::array<mmsghdr, kMost> messages_ {};
    std::vector<Datagram> datagrams_;
    std::uint32_t dropped_ = 0;  ///< as the system counts, round and round
    std::uint32_t told_ = 0;
};

}  // namespace headroom::api::detail
