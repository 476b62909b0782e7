// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/loopback_server.h"
#include "tests/support/test_certificate.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace headroom {

/// A raw TCP (or TLS) server on a port of 127.0.0.1 whose behaviour a test changes while it runs.
/// Each connection has a thread of its own; the destructor ends them all.
class ScriptedServer {
public:
    /// One connection, as a behaviour sees it.
    class Peer {
    public:
        /// False once the other side has closed or the server wants to end.
        bool send(std::string_view bytes);
        /// The head of a request; empty when the other side closed first.
        std::string readHead();
        /// Says nothing until the other side closes.
        void staySilent();
        /// False when the server wants to end.
        bool pause(std::chrono::milliseconds time);
        /// The connection ends with a RST instead of properly.
        void reset();

    private:
        friend class ScriptedServer;
        ScriptedServer* server_ = nullptr;
        int socket_ = -1;
        SSL* tls_ = nullptr;
        std::atomic<bool> isCut_ { false };
        std::jthread thread_;
    };
    using Behaviour = std::function<void(Peer&)>;

    ScriptedServer();
    ~ScriptedServer();
    ScriptedServer(const ScriptedServer&) = delete;
    ScriptedServer& operator=(const ScriptedServer&) = delete;

    /// From now on; connections under way are cut.
    void behave(Behaviour behaviour);
    /// From the next connection on; null for plain TCP. `newest` is a TLS version (TLS1_VERSION),
    /// 0 for any.
    void speakTls(std::shared_ptr<const TestCertificate> identity, int newest = 0);

    [[nodiscard]] std::uint16_t port() const { return port_.number(); }
    [[nodiscard]] std::string url(const std::string& scheme = "http") const
    {
        return scheme + "://127.0.0.1:" + std::to_string(port());
    }
    /// Since the behaviour began.
    [[nodiscard]] int connections() const { return connections_; }
    /// What the other side's network took of the bytes, since the behaviour began.
    [[nodiscard]] std::int64_t bytesSent() const { return bytesSent_; }
    /// All that was read, ever.
    [[nodiscard]] std::string heard() const;

private:
    void run();
    void serve(Peer& peer);
    bool shakeHands(Peer& peer);
    void sweep();

    LoopbackPort port_;
    mutable std::mutex mutex_;
    Behaviour behaviour_;  ///< guarded by mutex_
    std::shared_ptr<const TestCertificate> identity_;  ///< guarded by mutex_
    int newestTls_ = 0;  ///< guarded by mutex_
    std::string heard_;  ///< guarded by mutex_
    std::list<Peer> peers_;  ///< guarded by mutex_
    std::atomic<int> connections_ { 0 };
    std::atomic<std::int64_t> bytesSent_ { 0 };
    int stop_;
    std::jthread thread_;
};

}  // namespace headroom
