// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/child_process.h"
#include "tests/support/loopback_server.h"
#include "tests/support/temp_dir.h"
#include "tests/support/wait_until.h"

#include <pwd.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace headroom {

/// Debian's PostgreSQL on a free port of 127.0.0.1 and a socket, everything it writes in a folder
/// that goes with it. It refuses to run as root: then it runs as the user postgres, whom the
/// package brings. Everybody on this machine may enter without a password, as any role.
class PostgresServer {
public:
    /// `settings` are lines of postgresql.conf.
    explicit PostgresServer(const std::string& settings = {})
        : data_(dir_.path() / "data")
    {
        giveAway();
        run({ kFolder + "initdb", "--pgdata=" + data_.string(), "--username=admin", "--auth=trust",
                "--no-sync", "--encoding=UTF8", "--locale=C", "--no-instructions" },
            "initdb");
        std::ofstream(data_ / "postgresql.conf", std::ios::app)
            << "listen_addresses = '127.0.0.1'\nunix_socket_directories = '" << dir_.path().string()
            << "'\nfsync = off\nmax_connections = 60\n"
            << "shared_buffers = 16MB\nautovacuum = off\nlog_min_messages = fatal\n"
            << settings << '\n';
        start();
    }
    ~PostgresServer() { stop(); }
    PostgresServer(const PostgresServer&) = delete;
    PostgresServer& operator=(const PostgresServer&) = delete;

    static bool isInstalled() { return ::access((kFolder + "postgres").c_str(), X_OK) == 0; }

    void start()
    {
        port_.close();
        auto command = asServerUser();
        for (const auto& part : { kFolder + "postgres", "-D" + data_.string(),
                 "-p" + std::to_string(port_.number()) }) {
            command.push_back(part);
        }
        constexpr int kTries = 5;
        for (int i = 0; i < kTries; ++i) {
            server_.emplace(command, dir_.path() / "log");
            waitUntil([this] { return isReady() || server_->hasEnded(); });
            if (isReady()) {
                return;
            }
        }
        throw std::runtime_error("PostgreSQL does not start: " + log());
    }
    /// Ends sessions and server at once, properly.
    void stop()
    {
        if (server_) {
            server_->end(SIGINT);
            server_.reset();
        }
    }
    /// As after a crash: statistics begin anew.
    void kill()
    {
        if (server_) {
            server_->end(SIGQUIT);
            server_.reset();
        }
    }

    [[nodiscard]] std::uint16_t port() const { return port_.number(); }
    [[nodiscard]] const std::filesystem::path& folder() const { return dir_.path(); }
    /// By TCP.
    [[nodiscard]] std::string conninfo(
        const std::string& more = {}, const std::string& role = "admin") const
    {
        return "host=127.0.0.1 port=" + std::to_string(port()) + " dbname=postgres user=" + role
            + (more.empty() ? "" : " ") + more;
    }

    /// What psql prints, without headings; what it says of errors too.
    std::string sql(const std::string& text, const std::string& role = "admin") const
    {
        const auto file = dir_.path() / ("psql-" + std::to_string(counter_++));
        std::ofstream(file.string() + ".sql") << text;
        run({ kFolder + "psql", "-XqAt", "-h127.0.0.1", "-p" + std::to_string(port()), "-U" + role,
                "-dpostgres", "-f" + file.string() + ".sql" },
            file.filename().string(), false);
        auto output = contentOf(file);
        output.erase(output.find_last_not_of('\n') + 1);
        return output;
    }

    /// A program of PostgreSQL's beside the test, such as pgbench.
    [[nodiscard]] std::unique_ptr<ChildProcess> spawn(
        const std::string& program, std::vector<std::string> arguments) const
    {
        arguments.insert(arguments.begin(), kFolder + program);
        return std::make_unique<ChildProcess>(arguments, dir_.path() / (program + ".out"));
    }
    [[nodiscard]] std::string log() const { return contentOf(dir_.path() / "log"); }

private:
    static inline const std::string kFolder = HEADROOM_POSTGRES_BIN "/";

    static std::string contentOf(const std::filesystem::path& file)
    {
        std::ifstream in(file);
        return { std::istreambuf_iterator<char>(in), {} };
    }
    static const passwd& serverUser()
    {
        const auto* user = ::getpwnam("postgres");
        if (user == nullptr) {
            throw std::runtime_error("root cannot run PostgreSQL and there is no user postgres");
        }
        return *user;
    }
    /// The death signal must be set after the change of user, which takes it away.
    static std::vector<std::string> asServerUser()
    {
        if (::geteuid() != 0) {
            return {};
        }
        const auto& user = serverUser();
        return { "/usr/bin/setpriv", "--reuid=" + std::to_string(user.pw_uid),
            "--regid=" + std::to_string(user.pw_gid), "--clear-groups", "--pdeathsig=QUIT", "--" };
    }
    void giveAway() const
    {
        if (::geteuid() == 0
            && ::chown(dir_.path().c_str(), serverUser().pw_uid, serverUser().pw_gid) != 0) {
            throw std::runtime_error("cannot give " + dir_.path().string() + " to postgres");
        }
    }
    void run(const std::vector<std::string>& program, const std::string& output,
        bool mustSucceed = true) const
    {
        auto command = asServerUser();
        command.insert(command.end(), program.begin(), program.end());
        ChildProcess process(command, dir_.path() / output);
        waitUntil([&] { return process.hasEnded(); });
        if (mustSucceed && !std::filesystem::exists(data_ / "postgresql.conf")) {
            throw std::runtime_error(output + ": " + contentOf(dir_.path() / output));
        }
    }
    [[nodiscard]] bool isReady() const { return sql("SELECT 'ready'") == "ready"; }

    TempDir dir_;
    std::filesystem::path data_;
    LoopbackPort port_;
    std::optional<ChildProcess> server_;
    mutable int counter_ = 0;
};

}  // namespace headroom
