// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Clients that hold leases are killed at random moments, each a process of its own: writes in
// flight never leave 0 to 100, and are 0 again within TTL + 1 s of the last death.
//   soak_leases HEADROOMD [ROUNDS [CLIENTS [TTL_MS]]]
#include "tests/support/curl_client.h"
#include "tests/support/daemon_process.h"
#include "tests/support/temp_dir.h"

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <thread>
#include <vector>

namespace headroom {
namespace {

using namespace std::chrono_literals;
using std::chrono::steady_clock;

struct Settings {
    std::string program;
    int rounds = 2;
    int clients = 100;
    int ttlMs = 1500;
};

/// The number after `"key":`; -1000 when it is not there.
int numberIn(const std::string& json, const std::string& key)
{
    const auto at = json.find('"' + key + "\":");
    return at == std::string::npos ? -1000 : std::atoi(json.c_str() + at + key.size() + 3);
}

std::string idIn(const std::string& json)
{
    const auto begin = json.find("\"id\":\"");
    return begin == std::string::npos
        ? std::string()
        : json.substr(begin + 6, json.find('"', begin + 6) - begin - 6);
}

/// Begins, renews and sometimes ends writes, until it is killed. It never gives up a place that it
/// was killed with.
[[noreturn]] void live(const std::string& url, int ttlMs, unsigned seed)
{
    CurlClient client(url);
    std::mt19937 random(seed);
    const auto ttl = "\"ttl_ms\": " + std::to_string(ttlMs);
    for (;;) {
        const auto begun
            = client.ask("POST", "/api/v1/operations", R"({"kind": "write", )" + ttl + "}");
        if (begun.status != 201) {
            std::this_thread::sleep_for(20ms);
            continue;
        }
        const auto path = "/api/v1/operations/" + idIn(begun.body);
        for (auto renewals = random() % 4; renewals > 0; --renewals) {
            std::this_thread::sleep_for(std::chrono::milliseconds(random() % 300));
            client.ask("PATCH", path, "{" + ttl + "}");
        }
        client.ask("DELETE", path);
    }
}

/// Every client, killed with this object at the latest.
class Crowd {
public:
    Crowd(const std::string& url, const Settings& settings, unsigned seed)
    {
        const pid_t parent = ::getpid();
        for (int n = 0; n < settings.clients; ++n) {
            const pid_t child = ::fork();
            if (child == 0) {
                ::prctl(PR_SET_PDEATHSIG, SIGKILL);
                if (::getppid() == parent) {
                    live(url, settings.ttlMs, seed + static_cast<unsigned>(n));
                }
                ::_exit(0);
            }
            clients_.push_back(child);
        }
    }
    ~Crowd()
    {
        while (!clients_.empty()) {
            killOne(0);
        }
    }
    Crowd(const Crowd&) = delete;
    Crowd& operator=(const Crowd&) = delete;

    void killOne(std::size_t which)
    {
        const pid_t client = clients_.at(which);
        ::kill(client, SIGKILL);
        ::waitpid(client, nullptr, 0);
        clients_.erase(clients_.begin() + static_cast<std::ptrdiff_t>(which));
    }
    [[nodiscard]] std::size_t size() const { return clients_.size(); }

private:
    std::vector<pid_t> clients_;
};

/// What was seen of writes in flight.
struct Seen {
    int least = 0;
    int most = 0;
    bool isMissing = false;

    int look(CurlClient& watcher)
    {
        const int now = numberIn(watcher.get("/metrics/scale-status").body, "in_flight");
        isMissing = isMissing || now == -1000;
        least = std::min(least, now);
        most = std::max(most, now);
        return now;
    }
};

double secondsSince(steady_clock::time_point then)
{
    return std::chrono::duration<double>(steady_clock::now() - then).count();
}

/// Seconds until nothing was in flight after the last death; negative when it took too long.
double round(const std::string& url, const Settings& settings, unsigned seed, Seen& seen)
{
    CurlClient watcher(url);
    Crowd crowd(url, settings, seed);
    std::mt19937 random(seed);
    for (const auto begin = steady_clock::now(); secondsSince(begin) < 1;) {
        seen.look(watcher);
    }
    while (crowd.size() > 0) {
        std::this_thread::sleep_for(std::chrono::milliseconds(random() % 15));
        crowd.killOne(random() % crowd.size());
        seen.look(watcher);
    }
    const auto lastDeath = steady_clock::now();
    const double allowed = settings.ttlMs / 1000.0 + 1;
    while (seen.look(watcher) != 0) {
        if (secondsSince(lastDeath) > allowed) {
            return -1;
        }
    }
    return secondsSince(lastDeath);
}

int run(const Settings& settings)
{
    const TempDir dir;
    DaemonProcess daemon(settings.program,
        { "--listen", "127.0.0.1:0", "--state-dir", (dir.path() / "state").string(),
            "--connections-per-address", "1024" },
        dir.path());
    const auto url = daemon.url();
    if (url.empty()) {
        std::fprintf(stderr, "soak_leases: headroomd did not start: %s\n", daemon.log().c_str());
        return 1;
    }
    Seen seen;
    bool isGood = true;
    for (int n = 0; n < settings.rounds; ++n) {
        const double back = round(url, settings, 1000U * static_cast<unsigned>(n + 1), seen);
        isGood = isGood && back >= 0;
        std::printf("round %d: %d clients killed, %s%.2f s after the last (allowed %.1f)\n", n + 1,
            settings.clients, back < 0 ? "NOT back to 0 " : "back to 0 ", back,
            settings.ttlMs / 1000.0 + 1);
    }
    std::printf("writes in flight: %d to %d\n", seen.least, seen.most);
    // A crowd that never held a place would have shown nothing.
    return isGood && seen.least == 0 && seen.most <= 100 && seen.most > settings.clients / 10
            && !seen.isMissing
        ? 0
        : 1;
}

}  // namespace
}  // namespace headroom

int main(int argc, char** argv)
{
    if (argc < 2) {
        std::fputs("usage: soak_leases HEADROOMD [ROUNDS [CLIENTS [TTL_MS]]]\n", stderr);
        return 2;
    }
    headroom::Settings settings;
    settings.program = argv[1];
    settings.rounds = argc > 2 ? std::atoi(argv[2]) : settings.rounds;
    settings.clients = argc > 3 ? std::atoi(argv[3]) : settings.clients;
    settings.ttlMs = argc > 4 ? std::atoi(argv[4]) : settings.ttlMs;
    return headroom::run(settings);
}
