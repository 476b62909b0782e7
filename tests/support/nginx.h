// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/child_process.h"
#include "tests/support/loopback_server.h"
#include "tests/support/raw_client.h"
#include "tests/support/temp_dir.h"
#include "tests/support/wait_until.h"

#include <unistd.h>

#include <atomic>
#include <condition_variable>
#include <fstream>
#include <iterator>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace headroom {

/// A depository that knows nothing of Headroom: answers every request with 201, writes only once
/// they are let go. Each request has a connection and a thread of its own.
class HoldingUpstream {
public:
    HoldingUpstream()
    {
        if (::listen(port_.socket(), 1024) != 0) {
            throw std::runtime_error("cannot listen on 127.0.0.1");
        }
        thread_ = std::jthread([this] { run(); });
    }
    ~HoldingUpstream()
    {
        hold(false);
        ::shutdown(port_.socket(), SHUT_RDWR);
        thread_.join();
    }
    HoldingUpstream(const HoldingUpstream&) = delete;
    HoldingUpstream& operator=(const HoldingUpstream&) = delete;

    [[nodiscard]] std::uint16_t port() const { return port_.number(); }
    [[nodiscard]] int writes() const { return writes_; }  ///< that have reached it
    [[nodiscard]] int held() const { return held_; }
    [[nodiscard]] int mostHeld() const { return most_; }
    [[nodiscard]] int reads() const { return reads_; }
    /// Whether writes wait.
    void hold(bool isHolding)
    {
        const std::lock_guard lock(mutex_);
        isHolding_ = isHolding;
        changed_.notify_all();
    }

private:
    void run()
    {
        while (true) {
            const int connection = ::accept4(port_.socket(), nullptr, nullptr, SOCK_CLOEXEC);
            if (connection < 0) {
                return;
            }
            workers_.emplace_back([this, connection] {
                serve(connection);
                ::close(connection);
            });
        }
    }
    void serve(int connection)
    {
        const auto request = LoopbackServer::readRequest(connection);
        if (request.empty()) {
            return;
        }
        if (request.starts_with("GET ") || request.starts_with("HEAD ")) {
            ++reads_;
        } else {
            wait();
        }
        LoopbackServer::send(
            connection, "HTTP/1.1 201 Created\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok");
    }
    void wait()
    {
        std::unique_lock lock(mutex_);
        ++writes_;
        most_ = std::max<int>(most_, ++held_);
        changed_.wait(lock, [this] { return !isHolding_; });
        --held_;
    }

    LoopbackPort port_;
    std::mutex mutex_;
    std::condition_variable changed_;
    bool isHolding_ = false;  ///< guarded by mutex_
    std::atomic<int> writes_ { 0 };
    std::atomic<int> held_ { 0 };
    std::atomic<int> most_ { 0 };
    std::atomic<int> reads_ { 0 };
    std::list<std::jthread> workers_;
    std::jthread thread_;
};

/// A text put in place of another in our configuration; it must be there.
using Replacement = std::pair<std::string, std::string>;

/// The real nginx with the configuration that we ship and the site of docs/nginx.md, as an ordinary
/// process on a free port; its files are in a folder that goes with it. "/store/" is gated,
/// everything else is not.
class Nginx {
public:
    static bool isInstalled() { return ::access(HEADROOM_NGINX, X_OK) == 0; }

    Nginx(std::uint16_t upstream, const std::vector<Replacement>& edits)
        : upstream_(upstream)
    {
        for (const auto* name :
            { "headroom.conf", "headroom-server.conf", "headroom-location.conf" }) {
            texts_.emplace_back(name, contentOf(std::string(HEADROOM_NGINX_CONF) + '/' + name));
        }
        for (const auto& edit : edits) {
            replace(edit);
        }
        std::filesystem::create_directory(dir_.path() / "snippets");
        // It ends at once if somebody took the port in between.
        constexpr int kTries = 5;
        for (int i = 0; i < kTries && !start(); ++i) { }
    }

    [[nodiscard]] std::uint16_t port() const { return port_; }
    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
    [[nodiscard]] bool isRunning() { return process_ && !process_->hasEnded(); }
    [[nodiscard]] std::string errors() const { return contentOf(dir_.path() / "errors"); }

private:
    static std::string contentOf(const std::filesystem::path& file)
    {
        std::ifstream in(file, std::ios::binary);
        return { std::istreambuf_iterator<char>(in), {} };
    }
    void replace(const Replacement& edit)
    {
        bool isFound = false;
        for (auto& [name, text] : texts_) {
            for (auto at = text.find(edit.first); at != std::string::npos;
                 at = text.find(edit.first, at + edit.second.size())) {
                text.replace(at, edit.first.size(), edit.second);
                isFound = true;
            }
        }
        if (!isFound) {
            throw std::runtime_error("our configuration of nginx has no " + edit.first);
        }
    }
    /// What the page shows to put into a site, on our ports.
    [[nodiscard]] std::string site() const
    {
        const auto page = contentOf(HEADROOM_NGINX_PAGE);
        constexpr std::string_view kFence = "```nginx\n";
        const auto begin = page.find(kFence);
        if (begin == std::string::npos) {
            throw std::runtime_error("docs/nginx.md has no block of nginx");
        }
        auto text = page.substr(
            begin + kFence.size(), page.find("```", begin + 3) - begin - kFence.size());
        const Replacement ours[]
            = { { "listen 80;", "listen 127.0.0.1:" + std::to_string(port_) + " backlog=1024;" },
                  { "http://127.0.0.1:9000", "http://127.0.0.1:" + std::to_string(upstream_) } };
        for (const auto& [shown, test] : ours) {
            auto at = text.find(shown);
            if (at == std::string::npos) {
                throw std::runtime_error("docs/nginx.md does not say " + shown + " any more");
            }
            for (; at != std::string::npos; at = text.find(shown, at + test.size())) {
                text.replace(at, shown.size(), test);
            }
        }
        return text;
    }
    void write() const
    {
        for (const auto& [name, text] : texts_) {
            std::ofstream(dir_.path() / (name == "headroom.conf" ? name : "snippets/" + name))
                << text;
        }
        std::ofstream out(dir_.path() / "nginx.conf");
        // One process, so that it ends whole however this one ends.
        out << "daemon off; master_process off; pid pid;\n"
            << (::geteuid() == 0 ? "user root root;\n" : "")
            << "events { worker_connections 2048; }\nhttp {\n";
        for (const auto* part : { "client_body", "proxy", "fastcgi", "uwsgi", "scgi" }) {
            out << part << "_temp_path " << part << ";\n";
        }
        out << "access_log off; include headroom.conf;\n" << site() << "}\n";
    }
    bool start()
    {
        LoopbackPort free;
        port_ = free.number();
        write();
        free.close();
        const auto folder = dir_.path().string();
        process_.emplace(std::vector<std::string> { HEADROOM_NGINX, "-p", folder, "-c",
                             folder + "/nginx.conf", "-e", folder + "/errors" },
            dir_.path() / "output");
        waitUntil([this] { return answers() || process_->hasEnded(); });
        return answers();
    }
    [[nodiscard]] bool answers() const
    {
        try {
            auto client = RawClient::to(port_);
            return client.ask("GET /ready HTTP/1.0\r\n\r\n").status != 0;
        } catch (const std::exception&) {
            return false;
        }
    }

    std::uint16_t upstream_;
    TempDir dir_;
    std::vector<std::pair<std::string, std::string>> texts_;
    std::uint16_t port_ = 0;
    std::optional<ChildProcess> process_;
};

}  // namespace headroom
