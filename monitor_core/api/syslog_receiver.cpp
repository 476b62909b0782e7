// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/syslog_receiver.h"

#include "monitor_core/api/detail/datagram_socket.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>

#include <mutex>
#include <thread>
#include <utility>

namespace headroom::api {

namespace asio = boost::asio;

namespace {

/// Some milliseconds of work at most; the system's buffer holds about 200 lines as it comes.
constexpr int kMostBatches = 16;

}  // namespace

class SyslogReceiver::Impl {
public:
    Impl(SyslogSettings settings, std::size_t longest, SyslogEvents events)
        : settings_(std::move(settings))
        , events_(std::move(events))
        , batch_(longest)
    {
    }
    ~Impl() { stop(); }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    Result<void> start()
    {
        auto opened = settings_.path.empty()
            ? detail::openUdpSocket(settings_.address, settings_.port)
            : detail::openUnixSocket(settings_.path);
        if (!opened) {
            return opened.error();
        }
        socket_.assign(*opened);
        port_ = detail::portOf(socket_.native_handle());
        wait();
        const std::lock_guard lock(mutex_);
        isOpen_ = true;
        thread_ = std::jthread([this] { run(); });
        return {};
    }

    void stop()
    {
        if (!thread_.joinable()) {
            return;
        }
        io_.stop();
        thread_.join();
        {
            const std::lock_guard lock(mutex_);
            isOpen_ = false;
        }
        socket_.close();
        if (!settings_.path.empty()) {
            detail::removeSocketFile(settings_.path);
        }
    }

    void takeWaiting()
    {
        const std::lock_guard lock(mutex_);
        for (int i = 0; isOpen_ && i < kMostBatches && takeBatch(); ++i) {
        }
    }

    [[nodiscard]] std::uint16_t port() const { return port_; }

private:
    void run()
    {
        while (true) {
            try {
                io_.run();
                return;
            } catch (...) {
                wait();  // a line that found no memory is lost like one that the system dropped
            }
        }
    }

    void wait()
    {
        socket_.async_wait(asio::posix::stream_descriptor::wait_read,
            [this](const boost::system::error_code& error) {
                if (!error) {
                    take();
                    wait();
                }
            });
    }

    /// One batch; then others on this thread, and stop(), have their turn.
    void take()
    {
        const std::lock_guard lock(mutex_);
        takeBatch();
    }

    /// Whether more may wait.
    bool takeBatch()
    {
        batch_.receive(socket_.native_handle());
        for (const auto& datagram : batch_.datagrams()) {
            datagram.isCut ? events_.onOversized() : events_.onDatagram(datagram.bytes);
        }
        if (const auto more = batch_.takeDropped(); more > 0) {
            events_.onDropped(more);
        }
        return batch_.isFull();
    }

    SyslogSettings settings_;
    std::mutex mutex_;  ///< held while a batch is received and its events are told
    bool isOpen_ = false;
    SyslogEvents events_;
    detail::DatagramBatch batch_;
    asio::io_context io_ { 1 };
    asio::executor_work_guard<asio::io_context::executor_type> work_ { io_.get_executor() };
    asio::posix::stream_descriptor socket_ { io_ };
    std::uint16_t port_ = 0;
    std::jthread thread_;
};

SyslogReceiver::SyslogReceiver(SyslogSettings settings, std::size_t longest, SyslogEvents events)
    : impl_(std::make_unique<Impl>(std::move(settings), longest, std::move(events)))
{
}

SyslogReceiver::~SyslogReceiver() = default;
Result<void> SyslogReceiver::start() { return impl_->start(); }
void SyslogReceiver::stop() { impl_->stop(); }
void SyslogReceiver::takeWaiting() { impl_->takeWaiting(); }
std::uint16_t SyslogReceiver::port() const { return impl_->port(); }

}  // namespace headroom::api
