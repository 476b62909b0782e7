// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/child_process.h"
#include "tests/support/loopback_server.h"
#include "tests/support/temp_dir.h"
#include "tests/support/wait_until.h"

#include <boost/json.hpp>

#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

namespace headroom {

/// The body of the answer to a GET on 127.0.0.1; none unless it is a 200.
inline std::optional<std::string> httpGet(std::uint16_t port, const std::string& path)
{
    const int connection = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    std::string answer;
    if (::connect(connection, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0) {
        // HTTP/1.0: no chunks, and the end of the connection is the end of the body.
        LoopbackServer::send(connection, "GET " + path + " HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n");
        char bytes[4096];
        for (ssize_t got = 0; (got = ::recv(connection, bytes, sizeof bytes, 0)) > 0;) {
            answer.append(bytes, static_cast<std::size_t>(got));
        }
    }
    ::close(connection);
    const auto body = answer.find("\r\n\r\n");
    const bool isGood = answer.find(" 200 ") < answer.find("\r\n") && body != std::string::npos;
    return isGood ? std::optional(answer.substr(body + 4)) : std::nullopt;
}

/// Debian's Alertmanager on a free port of 127.0.0.1, everything it writes in a folder that goes
/// with it. It has its port, but does not run, until start().
class Alertmanager {
public:
    /// It tells `pager`, a URL, what it would tell people.
    explicit Alertmanager(const std::string& pager)
    {
        std::ofstream(dir_.path() / "config.yml")
            << "route: { receiver: pager, group_wait: 10ms, group_interval: 100ms,"
               " repeat_interval: 1h, group_by: ['...'] }\n"
               "receivers: [ { name: pager, webhook_configs: [ { send_resolved: true, url: '"
            << pager << "' } ] } ]\n";
    }

    static bool isInstalled() { return ::access(HEADROOM_ALERTMANAGER, X_OK) == 0; }

    [[nodiscard]] std::string url() const
    {
        return "http://127.0.0.1:" + std::to_string(port_.number()) + "/api/v2/alerts";
    }

    /// Whether it runs and is ready.
    bool start()
    {
        port_.close();
        // It ends at once if somebody took the port in between.
        constexpr int kTries = 5;
        for (int i = 0; i < kTries; ++i) {
            process_.emplace(command(), dir_.path() / "output");
            waitUntil([this] { return isReady() || process_->hasEnded(); });
            if (isReady()) {
                return true;
            }
        }
        return false;
    }

    /// What it shows: an array of alerts, in the order of its own. Empty when it does not answer.
    [[nodiscard]] boost::json::array alerts() const
    {
        const auto body = httpGet(port_.number(), "/api/v2/alerts");
        return body ? boost::json::parse(*body).as_array() : boost::json::array();
    }

    [[nodiscard]] std::string output() const
    {
        std::ifstream file(dir_.path() / "output");
        return { std::istreambuf_iterator<char>(file), {} };
    }

private:
    [[nodiscard]] bool isReady() const { return httpGet(port_.number(), "/-/ready").has_value(); }
    [[nodiscard]] std::vector<std::string> command() const
    {
        return { HEADROOM_ALERTMANAGER, "--config.file=" + (dir_.path() / "config.yml").string(),
            "--storage.path=" + (dir_.path() / "data").string(),
            "--web.listen-address=127.0.0.1:" + std::to_string(port_.number()),
            "--cluster.listen-address=" };
    }

    TempDir dir_;
    LoopbackPort port_;
    std::optional<ChildProcess> process_;
};

}  // namespace headroom
