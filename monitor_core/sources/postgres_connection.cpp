// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/sources/postgres_connection.h"

#include <libpq-fe.h>
#include <linux/tcp.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <utility>

namespace headroom {

namespace {

using Deadline = std::chrono::steady_clock::time_point;

constexpr std::size_t kMostRows = 20'000;
constexpr std::uint64_t kMostBytes = 16UL * 1024 * 1024;
/// Beyond the server's own time limit: then it does not answer at all.
constexpr std::chrono::milliseconds kGrace { 1'000 };

using ResultHandle = std::unique_ptr<PGresult, decltype(&PQclear)>;

std::string field(const PGresult* result, int code)
{
    const char* text = PQresultErrorField(result, code);
    return text == nullptr ? "" : text;
}

bool isFailure(ExecStatusType status)
{
    return status != PGRES_TUPLES_OK && status != PGRES_SINGLE_TUPLE && status != PGRES_COMMAND_OK
        && status != PGRES_EMPTY_QUERY;
}

bool isCopy(ExecStatusType status)
{
    return status == PGRES_COPY_IN || status == PGRES_COPY_OUT || status == PGRES_COPY_BOTH;
}

/// Returns how many bytes it took.
std::size_t takeRows(const PGresult* result, PostgresRows& rows)
{
    std::size_t bytes = 0;
    for (int row = 0; row < PQntuples(result); ++row) {
        auto& values = rows.emplace_back();
        for (int column = 0; column < PQnfields(result); ++column) {
            if (PQgetisnull(result, row, column) != 0) {
                values.emplace_back();
                continue;
            }
            const auto length = static_cast<std::size_t>(PQgetlength(result, row, column));
            values.emplace_back(std::string(PQgetvalue(result, row, column), length));
            bytes += length;
        }
    }
    return bytes;
}

}  // namespace

/// interrupt() writes, every wait looks.
struct PostgresConnection::Wakeup {
    Wakeup()
        : descriptor(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
    {
    }
    ~Wakeup() { ::close(descriptor); }
    Wakeup(const Wakeup&) = delete;
    Wakeup& operator=(const Wakeup&) = delete;

    const int descriptor;
};

/// libpq's connection, and waiting for it.
class PostgresConnection::Handle {
public:
    Handle(PGconn* connection, int wakeup)
        : connection_(connection)
        , wakeup_(wakeup)
    {
    }
    ~Handle() { PQfinish(connection_); }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;

    [[nodiscard]] PGconn* get() const { return connection_; }

    enum class Waited { Ready, TimedOut, Interrupted };
    [[nodiscard]] Waited waitFor(short events, Deadline deadline) const
    {
        for (;;) {
            const auto left = std::chrono::ceil<std::chrono::milliseconds>(
                deadline - std::chrono::steady_clock::now());
            if (left.count() <= 0) {
                return Waited::TimedOut;
            }
            pollfd watched[] { { PQsocket(connection_), events, 0 }, { wakeup_, POLLIN, 0 } };
            const int count = ::poll(watched, 2, static_cast<int>(left.count()));
            if (count > 0) {
                return watched[1].revents != 0 ? Waited::Interrupted : Waited::Ready;
            }
        }
    }

    /// What libpq says, without what is secret.
    [[nodiscard]] std::string message() const
    {
        return withoutSecrets(PQerrorMessage(connection_));
    }
    [[nodiscard]] std::string withoutSecrets(std::string text) const
    {
        const char* secret = PQpass(connection_);
        const std::string password = secret == nullptr ? "" : secret;
        for (auto at = password.empty() ? std::string::npos : text.find(password);
             at != std::string::npos; at = text.find(password, at)) {
            text.replace(at, password.size(), "***");
            at += 3;
        }
        return plainLine(text);
    }

    /// Of the connection so far; 0 where that is not counted (sockets of this machine).
    [[nodiscard]] std::uint64_t bytesReceived() const
    {
        tcp_info info {};
        socklen_t length = sizeof info;
        const bool isTcp
            = ::getsockopt(PQsocket(connection_), IPPROTO_TCP, TCP_INFO, &info, &length) == 0;
        return isTcp ? info.tcpi_bytes_received : 0;
    }

private:
    PGconn* connection_;
    int wakeup_;
};

PostgresConnection::PostgresConnection(const PostgresSettings& settings)
    : settings_(settings)
    , wakeup_(std::make_unique<Wakeup>())
{
}

PostgresConnection::~PostgresConnection() = default;

void PostgresConnection::close() { connection_.reset(); }

void PostgresConnection::interrupt()
{
    const std::uint64_t one = 1;
    static_cast<void>(::write(wakeup_->descriptor, &one, sizeof one) == sizeof one);
}

void PostgresConnection::resume()
{
    std::uint64_t count = 0;
    static_cast<void>(::read(wakeup_->descriptor, &count, sizeof count) == sizeof count);
}

Result<void> PostgresConnection::open()
{
    close();
    std::vector<const char*> keywords;
    std::vector<const char*> values;
    for (const auto& [key, value] : settings_.parameters) {
        keywords.push_back(key.c_str());
        values.push_back(value.c_str());
    }
    for (const auto& [key, value] : { std::pair("client_encoding", "UTF8"),
             std::pair("fallback_application_name", "headroom") }) {
        keywords.push_back(key);
        values.push_back(value);
    }
    keywords.push_back(nullptr);
    values.push_back(nullptr);
    auto handle = std::make_unique<Handle>(
        PQconnectStartParams(keywords.data(), values.data(), 0), wakeup_->descriptor);
    const auto fail = [&handle](const std::string& why) {
        return Error { ErrorCode::Unavailable, why.empty() ? handle->message() : why, {} };
    };
    if (handle->get() == nullptr) {
        return Error { ErrorCode::NoSpace, "no memory for a connection", {} };
    }
    // Else libpq writes what a server likes to say to our standard error.
    PQsetNoticeReceiver(
        handle->get(), [](void*, const PGresult*) {}, nullptr);
    if (PQstatus(handle->get()) == CONNECTION_BAD) {
        return fail({});
    }
    const auto deadline = std::chrono::steady_clock::now() + settings_.timeout;
    for (auto wanted = PGRES_POLLING_WRITING; wanted != PGRES_POLLING_OK;
         wanted = PQconnectPoll(handle->get())) {
        if (wanted == PGRES_POLLING_FAILED) {
            return fail(PQconnectionNeedsPassword(handle->get()) != 0
                    ? "asks for a password; put it into the password file (~/.pgpass or "
                      "PGPASSFILE)"
                    : "");
        }
        const auto events = wanted == PGRES_POLLING_READING ? POLLIN : POLLOUT;
        const auto waited = handle->waitFor(static_cast<short>(events), deadline);
        if (waited != Handle::Waited::Ready) {
            return fail(waited == Handle::Waited::TimedOut
                    ? "does not answer within " + std::to_string(settings_.timeout.count()) + " ms"
                    : "was interrupted");
        }
    }
    if (PQsetnonblocking(handle->get(), 1) != 0) {
        return fail({});
    }
    connection_ = std::move(handle);
    return {};
}

PostgresAnswer PostgresConnection::ask(
    const std::string& query, const std::vector<std::string>& parameters)
{
    PostgresAnswer answer;
    if (!isOpen()) {
        answer.failure = PostgresFailure { {}, "there is no connection" };
        return answer;
    }
    PostgresRows none;
    const auto milliseconds = std::to_string(settings_.timeout.count());
    answer.failure = run("BEGIN READ ONLY; SET LOCAL statement_timeout = " + milliseconds
            + "; SET LOCAL lock_timeout = " + milliseconds + "; SET LOCAL search_path = pg_catalog",
        nullptr, none);
    if (answer.failure) {
        close();  // what state it is in nobody knows
        return answer;
    }
    const auto begin = std::chrono::steady_clock::now();
    answer.failure = run(query, &parameters, answer.rows);
    answer.took = std::chrono::steady_clock::now() - begin;
    if (isOpen()) {
        // Ends a failed one too, and is no rollback in the statistics of those who watch them.
        const auto ended = run("COMMIT", nullptr, none);
        if (isOpen() && (ended || PQtransactionStatus(connection_->get()) != PQTRANS_IDLE)) {
            close();
        }
    }
    return answer;
}

PostgresFailure PostgresConnection::lost(const std::string& what)
{
    PostgresFailure failure { {}, what.empty() ? connection_->message() : what };
    close();
    return failure;
}

std::optional<PostgresFailure> PostgresConnection::run(
    const std::string& query, const std::vector<std::string>* parameters, PostgresRows& rows)
{
    auto* const connection = connection_->get();
    int sent = 0;
    if (parameters == nullptr) {
        sent = PQsendQuery(connection, query.c_str());
    } else {
        std::vector<const char*> values;
        for (const auto& parameter : *parameters) {
            values.push_back(parameter.c_str());
        }
        // With parameters, even none, it is one statement and no more.
        sent = PQsendQueryParams(connection, query.c_str(), static_cast<int>(values.size()),
            nullptr, values.data(), nullptr, nullptr, 0);
    }
    if (sent == 0) {
        return lost({});
    }
    PQsetSingleRowMode(connection);
    return drain(rows);
}

std::optional<PostgresFailure> PostgresConnection::drain(PostgresRows& rows)
{
    auto* const connection = connection_->get();
    const auto deadline = std::chrono::steady_clock::now() + settings_.timeout + kGrace;
    const auto bytesBefore = connection_->bytesReceived();
    std::size_t bytes = 0;
    std::optional<PostgresFailure> failure;
    for (;;) {
        for (int unsent = PQflush(connection); unsent != 0 || PQisBusy(connection) != 0;
             unsent = PQflush(connection)) {
            const auto events = static_cast<short>(unsent > 0 ? POLLIN | POLLOUT : POLLIN);
            const auto waited
                = unsent < 0 ? Handle::Waited::Ready : connection_->waitFor(events, deadline);
            if (waited != Handle::Waited::Ready) {
                return lost(waited == Handle::Waited::TimedOut ? "does not answer any more"
                                                               : "was interrupted");
            }
            if (unsent < 0 || PQconsumeInput(connection) == 0) {
                return lost({});
            }
            if (connection_->bytesReceived() - bytesBefore > kMostBytes) {
                return lost("answers with more than 16 MiB");
            }
        }
        const ResultHandle result(PQgetResult(connection), PQclear);
        if (!result) {
            break;
        }
        const auto status = PQresultStatus(result.get());
        bytes += takeRows(result.get(), rows);
        if (isCopy(status) || rows.size() > kMostRows || bytes > kMostBytes) {
            return lost("answers with something else than the rows that were asked for");
        }
        if (isFailure(status) && !failure) {
            failure = PostgresFailure { plainLine(field(result.get(), PG_DIAG_SQLSTATE)),
                connection_->withoutSecrets(field(result.get(), PG_DIAG_MESSAGE_PRIMARY)) };
        }
    }
    if (PQstatus(connection) != CONNECTION_OK) {
        return lost(failure ? failure->message : "");
    }
    return failure;
}

std::string quotedName(const std::string& name)
{
    std::string quoted = "\"";
    for (const char c : name) {
        quoted += c == '"' ? "\"\"" : std::string(1, c);
    }
    return quoted + '"';
}

}  // namespace headroom
