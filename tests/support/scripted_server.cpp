// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/scripted_server.h"

#include <netinet/tcp.h>
#include <pthread.h>

#include <algorithm>
#include <csignal>

namespace headroom {

namespace {

constexpr int kTick = 20;  // milliseconds; how soon a wait notices that it is to end

bool waitFor(int socket, short what, int milliseconds)
{
    pollfd waiting { socket, what, 0 };
    return ::poll(&waiting, 1, milliseconds) > 0;
}

/// OpenSSL writes to a peer that has hung up; only threads of ours shall not mind.
void ignorePipeHere()
{
    sigset_t pipe;
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe, nullptr);
}

}  // namespace

bool ScriptedServer::Peer::send(std::string_view bytes)
{
    while (!bytes.empty() && !isCut_) {
        if (!waitFor(socket_, POLLOUT, kTick)) {
            continue;
        }
        const auto part = std::min<std::size_t>(bytes.size(), 64 * 1024);
        const auto sent = tls_ != nullptr
            ? SSL_write(tls_, bytes.data(), static_cast<int>(part))
            : static_cast<int>(::send(socket_, bytes.data(), part, MSG_NOSIGNAL | MSG_DONTWAIT));
        if (sent <= 0) {
            return false;
        }
        server_->bytesSent_ += sent;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return !isCut_;
}

std::string ScriptedServer::Peer::readHead()
{
    std::string text;
    char bytes[4096];
    while (!isCut_ && text.find("\r\n\r\n") == std::string::npos) {
        if ((tls_ == nullptr || SSL_pending(tls_) == 0) && !waitFor(socket_, POLLIN, kTick)) {
            continue;
        }
        const auto got = tls_ != nullptr
            ? SSL_read(tls_, bytes, sizeof bytes)
            : static_cast<int>(::recv(socket_, bytes, sizeof bytes, 0));
        if (got <= 0) {
            return {};
        }
        text.append(bytes, static_cast<std::size_t>(got));
    }
    const std::lock_guard lock(server_->mutex_);
    server_->heard_ += text;
    return text;
}

void ScriptedServer::Peer::staySilent()
{
    char bytes[4096];
    while (!isCut_) {
        if (waitFor(socket_, POLLIN, kTick) && ::recv(socket_, bytes, sizeof bytes, 0) <= 0) {
            return;
        }
    }
}

bool ScriptedServer::Peer::pause(std::chrono::milliseconds time)
{
    const auto end = std::chrono::steady_clock::now() + time;
    while (!isCut_ && std::chrono::steady_clock::now() < end) {
        std::this_thread::sleep_for(std::min(time, std::chrono::milliseconds(kTick)));
    }
    return !isCut_;
}

void ScriptedServer::Peer::reset()
{
    const linger now { 1, 0 };
    ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &now, sizeof now);
}

ScriptedServer::ScriptedServer()
    : stop_(::eventfd(0, EFD_CLOEXEC))
{
    if (::listen(port_.socket(), 64) != 0) {
        throw std::runtime_error("cannot listen on 127.0.0.1");
    }
    thread_ = std::jthread([this] { run(); });
}

ScriptedServer::~ScriptedServer()
{
    const std::uint64_t one = 1;
    static_cast<void>(::write(stop_, &one, sizeof one));
    thread_.join();
    for (auto& peer : peers_) {
        peer.isCut_ = true;
        peer.thread_.join();
    }
    ::close(stop_);
}

void ScriptedServer::behave(Behaviour behaviour)
{
    const std::lock_guard lock(mutex_);
    behaviour_ = std::move(behaviour);
    connections_ = 0;
    bytesSent_ = 0;
    for (auto& peer : peers_) {
        peer.isCut_ = true;
    }
}

void ScriptedServer::speakTls(std::shared_ptr<const TestCertificate> identity, int newest)
{
    const std::lock_guard lock(mutex_);
    identity_ = std::move(identity);
    newestTls_ = newest;
}

std::string ScriptedServer::heard() const
{
    const std::lock_guard lock(mutex_);
    return heard_;
}

void ScriptedServer::run()
{
    while (true) {
        pollfd waiting[] { { port_.socket(), POLLIN, 0 }, { stop_, POLLIN, 0 } };
        ::poll(waiting, 2, -1);
        if (waiting[1].revents != 0) {
            return;
        }
        const int socket = ::accept4(port_.socket(), nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0) {
            continue;
        }
        const int one = 1;
        ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        const std::lock_guard lock(mutex_);
        sweep();
        ++connections_;
        auto& peer = peers_.emplace_back();
        peer.server_ = this;
        peer.socket_ = socket;
        peer.thread_ = std::jthread([this, &peer] { serve(peer); });
    }
}

/// With mutex_ held: forgets the connections that are over.
void ScriptedServer::sweep()
{
    peers_.remove_if([](Peer& peer) { return peer.socket_ < 0 && peer.isCut_; });
}

bool ScriptedServer::shakeHands(Peer& peer)
{
    std::shared_ptr<const TestCertificate> identity;
    int newest = 0;
    {
        const std::lock_guard lock(mutex_);
        identity = identity_;
        newest = newestTls_;
    }
    if (!identity) {
        return true;
    }
    const std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context(
        SSL_CTX_new(TLS_server_method()), &SSL_CTX_free);
    if (newest != 0) {
        SSL_CTX_set_security_level(context.get(), 0);  // else OpenSSL itself speaks no TLS 1.0
        SSL_CTX_set_min_proto_version(context.get(), TLS1_VERSION);
        SSL_CTX_set_max_proto_version(context.get(), newest);
    }
    SSL_CTX_use_certificate(context.get(), identity->certificate.get());
    SSL_CTX_use_PrivateKey(context.get(), identity->key.get());
    peer.tls_ = SSL_new(context.get());
    SSL_set_fd(peer.tls_, peer.socket_);
    return SSL_accept(peer.tls_) == 1;
}

void ScriptedServer::serve(Peer& peer)
{
    ignorePipeHere();
    if (shakeHands(peer)) {
        Behaviour behaviour;
        {
            const std::lock_guard lock(mutex_);
            behaviour = behaviour_;
        }
        if (behaviour) {
            behaviour(peer);
        }
    }
    SSL_free(peer.tls_);
    ::close(peer.socket_);
    const std::lock_guard lock(mutex_);
    peer.socket_ = -1;
    peer.isCut_ = true;
}

}  // namespace headroom
