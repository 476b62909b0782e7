// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace headroom::api {

/// Where datagrams come in: a UDP port, or a socket in the file system.
struct SyslogSettings {
    std::string address;  ///< an IP address of loopback; empty: none
    std::uint16_t port = 0;  ///< 0: any free one
    std::string path;  ///< of a unix socket, in place of the address; empty: none

    [[nodiscard]] bool isWanted() const { return !address.empty() || !path.empty(); }
};

/// What comes in, one after the other: on the receiver's thread, or on that of takeWaiting().
/// Nothing may throw or wait for long, since what does not fit into the system's buffer meanwhile is
/// lost.
struct SyslogEvents {
    std::function<void(std::string_view)> onDatagram;  ///< of at most `longest` bytes
    std::function<void()> onOversized;  ///< a longer one, thrown away
    std::function<void(std::uint64_t)> onDropped;  ///< how many more the system has thrown away
};

/// Takes datagrams on a thread of its own. Nobody is answered, and nobody is waited for.
class SyslogReceiver {
public:
    SyslogReceiver(SyslogSettings settings, std::size_t longest, SyslogEvents events);
    ~SyslogReceiver();
    SyslogReceiver(const SyslogReceiver&) = delete;
    SyslogReceiver& operator=(const SyslogReceiver&) = delete;

    /// Binds and takes what comes. A socket file that a dead process has left is replaced, that of
    /// a living one not. Unavailable when the place is taken.
    Result<void> start();
    /// After it nothing comes any more; a socket file is removed.
    void stop();
    /// Takes what has arrived by now, on the caller's thread, at most about a thousand datagrams;
    /// nothing before start() and after stop(). For who decides on what they may tell. Any thread,
    /// but not from an event.
    void takeWaiting();
    /// The UDP port, after start(); 0 of a unix socket.
    [[nodiscard]] std::uint16_t port() const;

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace headroom::api
