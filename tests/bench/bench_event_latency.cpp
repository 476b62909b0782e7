// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// From the observation that crosses a limit, as its client sends it, to the event that says so at a
// subscribed client: two real clients of a real headroomd on loopback.
//   bench_event_latency HEADROOMD [ROUNDS]
#include "tests/support/curl_client.h"
#include "tests/support/daemon_process.h"
#include "tests/support/temp_dir.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <random>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace headroom {
namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr std::string_view kStorage = R"("total_storage":{"unit":"bytes","level":")";

/// Reads the event stream and notes when the level of storage became another.
class Subscriber {
public:
    explicit Subscriber(const std::string& url)
    {
        socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address {};
        address.sin_family = AF_INET;
        address.sin_port
            = htons(static_cast<std::uint16_t>(std::atoi(url.c_str() + url.rfind(':') + 1)));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
            std::perror("bench_event_latency: connect");
            std::exit(1);
        }
        constexpr std::string_view kAsk
            = "GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n";
        if (::send(socket_, kAsk.data(), kAsk.size(), MSG_NOSIGNAL) < 0) {
            std::perror("bench_event_latency: send");
            std::exit(1);
        }
        thread_ = std::jthread([this] { read(); });
    }
    ~Subscriber()
    {
        ::shutdown(socket_, SHUT_RDWR);
        thread_.join();
        ::close(socket_);
    }
    Subscriber(const Subscriber&) = delete;
    Subscriber& operator=(const Subscriber&) = delete;

    /// When an event first said so; ends the program if none does.
    Clock::time_point whenLevelIs(const std::string& level)
    {
        std::unique_lock lock(mutex_);
        if (!changed_.wait_for(lock, 10s, [&] { return level_ == level; })) {
            std::fprintf(stderr, "bench_event_latency: no event said %s\n", level.c_str());
            std::exit(1);
        }
        return since_;
    }

private:
    void read()
    {
        std::string text;
        char bytes[64 * 1024];
        for (ssize_t got = 0; (got = ::recv(socket_, bytes, sizeof bytes, 0)) > 0;) {
            const auto now = Clock::now();
            text.append(bytes, static_cast<std::size_t>(got));
            for (auto end = text.find("\n\n"); end != std::string::npos; end = text.find("\n\n")) {
                take(std::string_view(text).substr(0, end), now);
                text.erase(0, end + 2);
            }
        }
    }
    void take(std::string_view event, Clock::time_point now)
    {
        const auto at = event.find(kStorage);
        if (at == std::string_view::npos) {
            return;
        }
        const auto begin = at + kStorage.size();
        const std::string level(event.substr(begin, event.find('"', begin) - begin));
        const std::lock_guard lock(mutex_);
        if (level != level_) {
            level_ = level;
            since_ = now;
            changed_.notify_all();
        }
    }

    int socket_ = -1;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::string level_;
    Clock::time_point since_;
    std::jthread thread_;
};

void report(const char* name, std::vector<double> milliseconds)
{
    std::sort(milliseconds.begin(), milliseconds.end());
    const auto at = [&](std::size_t percent) {
        return milliseconds[std::min(milliseconds.size() - 1, milliseconds.size() * percent / 100)];
    };
    std::printf("%-28s n %4zu   median %6.1f ms   p99 %6.1f ms   worst %6.1f ms   target 100\n",
        name, milliseconds.size(), at(50), at(99), milliseconds.back());
}

int run(const std::string& program, int rounds)
{
    const TempDir dir;
    DaemonProcess daemon(program,
        { "--listen", "127.0.0.1:0", "--state-dir", (dir.path() / "state").string() }, dir.path());
    const auto url = daemon.url();
    if (url.empty()) {
        std::fprintf(stderr, "bench_event_latency: no service: %s\n", daemon.log().c_str());
        return 1;
    }
    CurlClient client(url);
    Subscriber subscriber(url);
    const auto tell = [&](const char* usedBytes, const std::string& level) {
        const auto begin = Clock::now();
        const auto body = std::string(R"({"used_bytes": )") + usedBytes + "}";
        if (client.ask("POST", "/api/v1/observations", body).status != 200) {
            std::fputs("bench_event_latency: the observation was refused\n", stderr);
            std::exit(1);
        }
        return std::chrono::duration<double, std::milli>(subscriber.whenLevelIs(level) - begin)
            .count();
    };
    tell("536870912000", "GREEN");
    std::mt19937 random(1);  // another phase against tick and second every round
    std::vector<double> rises;
    std::vector<double> falls;
    for (int n = 0; n < rounds; ++n) {
        std::this_thread::sleep_for(std::chrono::milliseconds(100 + random() % 1000));
        rises.push_back(tell("1020054732800", "ORANGE"));
        std::this_thread::sleep_for(std::chrono::milliseconds(100 + random() % 1000));
        falls.push_back(tell("536870912000", "GREEN"));
    }
    report("95 % told -> ORANGE event", rises);
    report("50 % told -> GREEN event", falls);
    return 0;
}

}  // namespace
}  // namespace headroom

int main(int argc, char** argv)
{
    if (argc < 2) {
        std::fputs("usage: bench_event_latency HEADROOMD [ROUNDS]\n", stderr);
        return 2;
    }
    return headroom::run(argv[1], argc > 2 ? std::max(1, std::atoi(argv[2])) : 100);
}
