// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/http_service.h"

#include "monitor_core/api/detail/event_hub.h"
#include "monitor_core/api/detail/listener.h"
#include "monitor_core/api/detail/service_context.h"
#include "monitor_core/api/detail/session.h"
#include "monitor_core/api/detail/tls_context.h"
#include "monitor_core/api/detail/worker_pool.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include <algorithm>
#include <cassert>
#include <future>
#include <optional>
#include <thread>
#include <utility>

namespace headroom::api {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

constexpr std::size_t kWorkers = 2;
constexpr std::size_t kMaxLater = 64;

asio::ip::address plain(const asio::ip::address& address)
{
    return address.is_v6() && address.to_v6().is_v4_mapped()
        ? asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6())
        : address;
}

detail::Peer peerOf(const tcp::socket& socket, error_code& error)
{
    const auto peer = plain(socket.remote_endpoint(error).address());
    const auto own = plain(error ? peer : socket.local_endpoint(error).address());
    return { peer.to_string(), own.to_string(), peer.is_loopback() };
}

/// Often enough that no deadline is missed by much, and never so often that it costs.
std::chrono::milliseconds sweepInterval(const HttpSettings& settings)
{
    const auto shortest = std::min({ settings.headerWithin, settings.bodyWithin,
        settings.writeWithin, settings.idleWithin, settings.replyWithin });
    return std::clamp(shortest / 4, std::chrono::milliseconds(5), std::chrono::milliseconds(250));
}

}  // namespace

class HttpService::Impl {
public:
    Impl(HttpSettings settings, const RouteTable& routes, AccessControl& access,
        EventSource* events, const Clock& clock);
    ~Impl() { stop(); }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    Result<void> start();
    void stop();
    bool later(std::function<void()> work);
    [[nodiscard]] std::uint16_t port() const { return listener_.port(); }
    [[nodiscard]] HttpCounters counters() const { return statistics_.counters(); }

private:
    void run();
    void sweep();
    void take(tcp::socket socket);
    std::future<void> finishAll();

    // What connections use outlives the io_context: it destroys those that are still in it.
    HttpSettings settings_;
    const Clock& clock_;
    detail::HttpStatistics statistics_;
    detail::RouteIndex routes_;
    detail::Admission admission_;
    detail::ResponseWriter writer_;
    detail::ConnectionList connections_;
    detail::ConnectionLimits limits_;
    std::shared_ptr<asio::ssl::context> tls_;
    std::optional<detail::EventHub> events_;
    asio::io_context io_ { 1 };
    asio::executor_work_guard<asio::io_context::executor_type> work_ { io_.get_executor() };
    std::shared_ptr<detail::ReplyDesk> desk_ = std::make_shared<detail::ReplyDesk>(io_);
    detail::Listener listener_;
    asio::steady_timer sweepTimer_;
    detail::ServiceContext context_;
    detail::WorkerPool workers_;
    std::jthread thread_;
};

HttpService::Impl::Impl(HttpSettings settings, const RouteTable& routes, AccessControl& access,
    EventSource* events, const Clock& clock)
    : settings_(std::move(settings))
    , clock_(clock)
    , statistics_(routes)
    , routes_(routes)
    , admission_(routes_, access)
    , writer_(clock)
    , limits_(settings_.maxConnections, settings_.maxConnectionsPerAddress,
          statistics_.gauges.connections)
    , listener_(io_, statistics_)
    , sweepTimer_(io_)
    , context_ { settings_, clock_, routes_, admission_, writer_, statistics_, connections_,
        *desk_ }
    , workers_(kWorkers, kMaxLater, [this] { statistics_.totals.exceptions.fetch_add(1); })
{
    if (events != nullptr) {
        context_.events = &events_.emplace(*events, io_);
    }
}

Result<void> HttpService::Impl::start()
{
    assert(!thread_.joinable());
    if (!settings_.tlsCertificateFile.empty() || !settings_.tlsKeyFile.empty()) {
        auto tls = detail::makeTlsContext(settings_.tlsCertificateFile, settings_.tlsKeyFile);
        if (!tls) {
            return tls.error();
        }
        tls_ = *tls;
    }
    if (auto opened = listener_.open(settings_.address, settings_.port); !opened) {
        return opened;
    }
    if (events_) {
        events_->listen();
    }
    listener_.accept([this](tcp::socket socket) { take(std::move(socket)); });
    thread_ = std::jthread([this] { run(); });
    return {};
}

void HttpService::Impl::run()
{
    desk_->openHere();
    sweep();
    while (true) {
        try {
            io_.run();
            return;
        } catch (...) {
            statistics_.totals.exceptions.fetch_add(1);
        }
    }
}

void HttpService::Impl::sweep()
{
    // First of all the next one: no fault below may end the sweeping.
    sweepTimer_.expires_after(sweepInterval(settings_));
    sweepTimer_.async_wait([this](const error_code& error) {
        if (!error) {
            sweep();
        }
    });
    writer_.refreshDate();
    connections_.sweep(clock_.steadyNow());
}

void HttpService::Impl::take(tcp::socket socket)
{
    error_code error;
    auto peer = peerOf(socket, error);
    if (error) {
        return;  // it has gone already
    }
    auto place = limits_.take(peer.address);
    if (!place) {
        statistics_.refused("too_many_connections");
        return;
    }
    socket.set_option(tcp::no_delay(true), error);
    auto transport = tls_ ? detail::makeTlsTransport(std::move(socket), *tls_)
                          : detail::makePlainTransport(std::move(socket));
    const auto session = std::make_shared<detail::Session>(
        context_, std::move(transport), std::move(peer), std::move(*place));
    connections_.add(session);
    session->start();
}

/// Ready when the last connection has gone.
std::future<void> HttpService::Impl::finishAll()
{
    const auto finished = std::make_shared<std::promise<void>>();
    auto future = finished->get_future();
    asio::post(io_, [this, finished] {
        listener_.close();
        connections_.finishAll();
        connections_.onEmpty([finished] { finished->set_value(); });
    });
    return future;
}

void HttpService::Impl::stop()
{
    if (!thread_.joinable()) {
        return;
    }
    if (events_) {
        events_->silence();
    }
    finishAll().wait_for(settings_.stopWithin);
    io_.stop();
    thread_.join();
    // Nobody else is left on what was the network thread's.
    connections_.closeAll();
    desk_->close();
    workers_.stop();
}

bool HttpService::Impl::later(std::function<void()> work)
{
    const bool isTaken = workers_.run(std::move(work));
    if (!isTaken) {
        statistics_.totals.laterRefused.fetch_add(1);
    }
    return isTaken;
}

HttpService::HttpService(HttpSettings settings, const RouteTable& routes, AccessControl& access,
    EventSource* events, const Clock& clock)
    : impl_(std::make_unique<Impl>(std::move(settings), routes, access, events, clock))
{
}

HttpService::~HttpService() = default;
Result<void> HttpService::start() { return impl_->start(); }
std::uint16_t HttpService::port() const { return impl_->port(); }
void HttpService::stop() { impl_->stop(); }
bool HttpService::later(std::function<void()> work) { return impl_->later(std::move(work)); }
HttpCounters HttpService::counters() const { return impl_->counters(); }

}  // namespace headroom::api
