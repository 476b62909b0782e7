// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/detail/listener.h"

#include <boost/asio/error.hpp>
#include <boost/asio/ip/address.hpp>

#include <chrono>
#include <utility>

namespace headroom::api::detail {

namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

constexpr std::chrono::milliseconds kRetry { 100 };

Error fault(const std::string& address, std::uint16_t port, const error_code& error)
{
    const std::string place = address + " port " + std::to_string(port);
    if (error == asio::error::address_in_use) {
        return { ErrorCode::Unavailable,
            "cannot listen on " + place
                + ": something else does already; stop it or choose another port",
            "http" };
    }
    return { ErrorCode::Unavailable, "cannot listen on " + place + ": " + error.message(), "http" };
}

}  // namespace

Result<void> Listener::open(const std::string& address, std::uint16_t port)
{
    error_code error;
    const auto ip = asio::ip::make_address(address, error);
    if (error) {
        return Error { ErrorCode::InvalidArgument,
            "\"" + address + "\" is not an IP address to listen on", "http" };
    }
    const tcp::endpoint endpoint(ip, port);
    acceptor_.open(endpoint.protocol(), error);
    if (!error) {
        acceptor_.set_option(tcp::acceptor::reuse_address(true), error);
    }
    if (!error) {
        acceptor_.bind(endpoint, error);
    }
    if (!error) {
        acceptor_.listen(tcp::acceptor::max_listen_connections, error);
    }
    if (!error) {
        port_ = acceptor_.local_endpoint(error).port();
    }
    if (error) {
        close();
        return fault(address, port, error);
    }
    return {};
}

void Listener::accept(OnConnection onConnection)
{
    onConnection_ = std::move(onConnection);
    next();
}

void Listener::next()
{
    acceptor_.async_accept([this](const error_code& error, tcp::socket socket) {
        onAccepted(error, std::move(socket));
    });
}

void Listener::onAccepted(const error_code& error, tcp::socket socket)
{
    if (error == asio::error::operation_aborted || !acceptor_.is_open()) {
        return;
    }
    if (!error) {
        try {
            onConnection_(std::move(socket));
            statistics_.totals.accepted.fetch_add(1);
        } catch (...) {
            statistics_.totals.exceptions.fetch_add(1, std::memory_order_relaxed);
        }
        next();
        return;
    }
    statistics_.totals.acceptFailures.fetch_add(1, std::memory_order_relaxed);
    if (error == asio::error::connection_aborted) {
        next();
        return;
    }
    retry_.expires_after(kRetry);
    retry_.async_wait([this](const error_code& stopped) {
        if (!stopped && acceptor_.is_open()) {
            next();
        }
    });
}

void Listener::close()
{
    error_code ignored;
    acceptor_.close(ignored);
    retry_.cancel();
}

}  // namespace headroom::api::detail
