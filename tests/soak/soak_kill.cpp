// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
//
// Starts the victim on one state folder again and again, kills it with SIGKILL at a random moment,
// and compares what is on the disk with what the victim had been told is kept. The last life ends
// in peace.
#include "monitor_core/base/clock.h"
#include "tests/soak/afterlife.h"
#include "tests/soak/fast_clock.h"
#include "tests/soak/ledger.h"
#include "tests/support/temp_dir.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <iostream>
#include <random>
#include <stdexcept>
#include <utility>

namespace headroom {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr int kSpeed = 20;
constexpr std::chrono::seconds kPatience { 60 };

/// The victim while it lives.
class Life {
public:
    Life(const std::vector<std::string>& command, Ledger& ledger)
        : ledger_(ledger)
    {
        ledger_.beginLife();
        int in[2];
        int out[2];
        if (::pipe2(in, O_CLOEXEC) != 0 || ::pipe2(out, O_CLOEXEC) != 0) {
            throw std::runtime_error("no pipe");
        }
        std::vector<char*> arguments;
        for (const auto& argument : command) {
            arguments.push_back(const_cast<char*>(argument.c_str()));
        }
        arguments.push_back(nullptr);
        pid_ = ::fork();
        if (pid_ < 0) {
            throw std::runtime_error("cannot fork");
        }
        if (pid_ == 0) {
            ::dup2(in[0], STDIN_FILENO);
            ::dup2(out[1], STDOUT_FILENO);
            ::execv(arguments[0], arguments.data());
            ::_exit(127);
        }
        ::close(in[0]);
        ::close(out[1]);
        input_ = in[1];
        output_ = out[0];
    }
    Life(const Life&) = delete;
    Life& operator=(const Life&) = delete;
    ~Life()
    {
        if (pid_ > 0) {
            ::kill(pid_, SIGKILL);
            static_cast<void>(await());
        }
        closeInput();
        ::close(output_);
    }

    /// False when it ended by itself, or never got ready.
    bool listenUntilReady() { return listen(steady_clock::now() + kPatience, true); }
    bool listenFor(milliseconds time) { return listen(steady_clock::now() + time, false); }

    /// Returns its wait status, after everything that it said was taken.
    int kill()
    {
        ::kill(pid_, SIGKILL);
        return await();
    }
    int end()
    {
        closeInput();
        return await();
    }

private:
    void closeInput()
    {
        if (input_ >= 0) {
            ::close(std::exchange(input_, -1));
        }
    }

    int await()
    {
        while (listen(steady_clock::now() + kPatience, false)) {
            std::cerr << "the victim does not end\n";
            ::kill(pid_, SIGKILL);
        }
        int status = 0;
        ::waitpid(std::exchange(pid_, -1), &status, 0);
        return status;
    }

    bool listen(steady_clock::time_point end, bool untilReady)
    {
        while (!(untilReady && ledger_.isReady)) {
            const auto left = std::chrono::ceil<milliseconds>(end - steady_clock::now()).count();
            pollfd from { output_, POLLIN, 0 };
            if (left <= 0 || ::poll(&from, 1, static_cast<int>(left)) == 0) {
                return !untilReady;
            }
            char bytes[65536];
            const auto count = ::read(output_, bytes, sizeof bytes);
            if (count == 0) {
                return false;
            }
            if (count > 0) {
                take({ bytes, static_cast<std::size_t>(count) });
            } else if (errno != EINTR) {
                throw std::runtime_error("cannot read from the victim");
            }
        }
        return true;
    }

    void take(std::string_view bytes)
    {
        heard_ += bytes;
        std::size_t from = 0;
        for (auto at = heard_.find('\n'); at != std::string::npos; at = heard_.find('\n', from)) {
            ledger_.take(heard_.substr(from, at - from));
            from = at + 1;
        }
        heard_.erase(0, from);
    }

    Ledger& ledger_;
    pid_t pid_ = -1;
    int input_ = -1;
    int output_ = -1;
    std::string heard_;
};

class Campaign {
public:
    Campaign(std::string victim, unsigned seed)
        : victim_(std::move(victim))
        , random_(seed)
        , clock_(beginning_, kSpeed)
    {
    }

    /// One life and a look at what it left; false when something is wrong.
    bool run(int number, bool isLast)
    {
        const auto time = milliseconds(5 + random_() % 396);
        std::vector<std::string> faults;
        {
            Life life(
                { victim_, state().string(), std::to_string(beginning_.time_since_epoch().count()),
                    std::to_string(kSpeed), std::to_string(random_()) },
                ledger_);
            if (!life.listenUntilReady() || !life.listenFor(time)) {
                faults.emplace_back("the victim ended by itself");
            }
            const int status = isLast ? life.end() : life.kill();
            if (isLast ? status != 0 : !WIFSIGNALED(status) || WTERMSIG(status) != SIGKILL) {
                faults.push_back("the victim ended with status " + std::to_string(status));
            }
        }
        last_ = examine(state(), directory_.path() / "copy", ledger_, clock_);
        torn_ += last_.tornRecords;
        faults.insert(faults.end(), last_.faults.begin(), last_.faults.end());
        faults.insert(faults.end(), ledger_.faults.begin(), ledger_.faults.end());
        for (std::size_t i = 0; i < std::min<std::size_t>(faults.size(), 20); ++i) {
            std::cerr << "cycle " << number << ", killed after " << time.count()
                      << " ms: " << faults[i] << '\n';
        }
        if (!faults.empty()) {
            keep();
        }
        return faults.empty();
    }

    void report(int cycles) const
    {
        std::cout << cycles << " cycles; acknowledged and found: " << ledger_.notes.size()
                  << " audit records, " << ledger_.heads.size() << " heads, "
                  << ledger_.steps.size() << " alert steps, " << ledger_.commands.size()
                  << " commands, " << ledger_.thresholds.size() << " changes of thresholds, "
                  << ledger_.halts << " halts, " << ledger_.seconds.size()
                  << " seconds of history; " << ledger_.sent
                  << " messages sent.\nOn disk: " << last_.auditRecords << " audit records ("
                  << torn_ << " torn ones left by kills), " << last_.steps << " alert steps, "
                  << last_.seconds << " seconds; " << last_.openAlerts << " alerts open, "
                  << last_.openAcknowledged << " of them acknowledged." << std::endl;
    }

    /// Whether there was anything to lose.
    [[nodiscard]] bool isTelling() const
    {
        return ledger_.notes.size() > 100 && ledger_.steps.size() > 100
            && ledger_.commands.size() > 20 && ledger_.thresholds.size() > 20
            && ledger_.seconds.size() > 20 && ledger_.sent > 20;
    }

private:
    [[nodiscard]] std::filesystem::path state() const { return directory_.path() / "state"; }

    void keep() const
    {
        auto kept = directory_.path();
        kept += "-failed";
        std::filesystem::rename(directory_.path(), kept);
        std::cerr << "the state folder was kept: " << kept.string() << '\n';
    }

    std::string victim_;
    std::mt19937 random_;
    TempDir directory_;
    SteadyTime beginning_ = BootClock::now();
    FastClock clock_;
    Ledger ledger_;
    Afterlife last_;
    std::uint64_t torn_ = 0;
};

int run(const std::string& victim, int cycles, unsigned seed)
{
    std::cout << "seed " << seed << std::endl;
    Campaign campaign(victim, seed);
    for (int i = 1; i <= cycles; ++i) {
        if (!campaign.run(i, i == cycles)) {
            return 1;
        }
        if (i % 100 == 0 && i < cycles) {
            campaign.report(i);
        }
    }
    campaign.report(cycles);
    if (cycles >= 100 && !campaign.isTelling()) {
        std::cerr << "too little was acknowledged to prove anything\n";
        return 1;
    }
    return 0;
}

}  // namespace
}  // namespace headroom

int main(int count, char** arguments)
{
    if (count < 2 || count > 4) {
        std::cerr << "usage: soak_kill VICTIM [CYCLES [SEED]]\n";
        return 2;
    }
    const auto seed
        = count > 3 ? static_cast<unsigned>(std::stoul(arguments[3])) : std::random_device()();
    return headroom::run(arguments[1], count > 2 ? std::stoi(arguments[2]) : 100, seed);
}
