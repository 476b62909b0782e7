// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/notify/notifier_by_kind.h"
#include "monitor_core/notify/webhook.h"
#include "tests/support/loopback_server.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace headroom {
namespace {

using namespace std::chrono_literals;

Delivery to(const std::string& url)
{
    Delivery delivery;
    delivery.messageId = "m1";
    delivery.contact = "Ops_Team";
    delivery.kind = ChannelKind::Webhook;
    delivery.url = url;
    delivery.payload = R"([{"labels":{"alertname":"STORAGE_CAPACITY"}}])";
    return delivery;
}

/// Answers every request with the same bytes.
LoopbackServer::Serve answering(const std::string& reply)
{
    return [reply](int connection) {
        LoopbackServer::readRequest(connection);
        LoopbackServer::send(connection, reply);
    };
}

std::string failure(const Delivery& delivery)
{
    // The machine's proxy has no business with 127.0.0.1.
    ::setenv("no_proxy", "127.0.0.1", 1);  // NOLINT(concurrency-mt-unsafe): no other thread reads
    Webhook webhook;
    const auto outcome = webhook.deliver(delivery);
    return outcome ? "delivered" : outcome.error().text();
}

/// What came of one delivery to a server that gives this reply.
std::string failureAfter(const std::string& reply)
{
    const LoopbackServer server(answering(reply));
    return failure(to(server.url("/hook/s3cret")));
}

bool contains(const std::string& text, const std::string& piece)
{
    return text.find(piece) != std::string::npos;
}

TEST(Webhook, postsThePayloadAsJsonToThePathOfTheUrl)
{
    std::string request;
    {
        const LoopbackServer server([&request](int connection) {
            request = LoopbackServer::readRequest(connection);
            LoopbackServer::send(connection, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        });
        EXPECT_EQ(failure(to(server.url("/api/v2/alerts?x=1"))), "delivered");
    }
    EXPECT_TRUE(request.starts_with("POST /api/v2/alerts?x=1 HTTP/1.1\r\n")) << request;
    EXPECT_TRUE(contains(request, "\r\nContent-Type: application/json\r\n")) << request;
    EXPECT_TRUE(request.ends_with("\r\n\r\n" + to("").payload)) << request;
}

TEST(Webhook, anyStatusOfTheTwoHundredsIsSuccessWhateverTheBodySays)
{
    EXPECT_EQ(failureAfter("HTTP/1.1 204 No Content\r\n\r\n"), "delivered");
    EXPECT_EQ(failureAfter("HTTP/1.1 202 Accepted\r\nContent-Type: text/html\r\n"
                           "Content-Length: 13\r\n\r\n<h1>500</h1>\n"),
        "delivered");
    EXPECT_EQ(failureAfter("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\ncut"), "delivered");
}

TEST(Webhook, aRefusalIsQuotedOnOneLineWithoutControlCharacters)
{
    EXPECT_TRUE(
        failureAfter("HTTP/1.1 500 Oh\r\nConnection: close\r\n\r\n \x1b[31mno\x07\n\nroom\t")
            .ends_with(" answered 500: \"?[31mno? room\""));
    EXPECT_TRUE(
        failureAfter("HTTP/1.1 400 Bad\r\nContent-Length: 0\r\n\r\n").ends_with(" answered 400"));
}

TEST(Webhook, quotesNoMoreThanTwoHundredCharactersOfALongRefusal)
{
    const auto said
        = failureAfter("HTTP/1.1 503 Busy\r\nConnection: close\r\n\r\n" + std::string(5000, 'x'));
    EXPECT_EQ(std::count(said.begin(), said.end(), 'x'), 200) << said;
    EXPECT_TRUE(said.ends_with("x...\"")) << said;
}

TEST(Webhook, showsTheHostOfTheUrlButNotThePathThatMayBeASecret)
{
    const auto said = failureAfter("HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n");
    EXPECT_TRUE(said.starts_with("Ops_Team: http://127.0.0.1:")) << said;
    EXPECT_FALSE(contains(said, "s3cret")) << said;
}

TEST(Webhook, doesNotFollowARedirect)
{
    const LoopbackServer other(answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
    for (const auto* status : { "301 Moved", "302 Found", "307 Temporary", "308 Permanent" }) {
        const auto said = failureAfter(std::string("HTTP/1.1 ") + status
            + "\r\nLocation: " + other.url("/x") + "\r\nContent-Length: 0\r\n\r\n");
        EXPECT_TRUE(contains(said, "redirects are not followed")) << said;
    }
    EXPECT_EQ(other.connections(), 0);
}

TEST(Webhook, aServerThatTakesTheRequestAndStaysSilentIsGivenUp)
{
    const LoopbackServer server(&LoopbackServer::staySilent);
    Webhook webhook({ .timeout = 200ms, .caFile = {} });
    const auto outcome = webhook.deliver(to(server.url("/")));
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, ErrorCode::Unavailable);
    EXPECT_TRUE(contains(outcome.error().message, "did not answer within 200 ms"))
        << outcome.error().message;
}

TEST(Webhook, aServerThatGoesOnAnsweringForEverIsGivenUp)
{
    const LoopbackServer server([](int connection) {
        LoopbackServer::readRequest(connection);
        LoopbackServer::send(connection, "HTTP/1.1 500 Oh\r\nX: ");
        while (LoopbackServer::send(connection, "y")) {
            std::this_thread::sleep_for(1ms);
        }
    });
    Webhook webhook({ .timeout = 200ms, .caFile = {} });
    EXPECT_FALSE(webhook.deliver(to(server.url("/"))));
}

TEST(Webhook, anEndlessAnswerIsCutOffAndTheStatusCounts)
{
    for (const auto* status : { "200 OK", "500 Oh" }) {
        std::size_t sent = 0;
        std::string outcome;
        {
            const LoopbackServer server([&sent, status](int connection) {
                LoopbackServer::readRequest(connection);
                LoopbackServer::send(connection,
                    std::string("HTTP/1.1 ") + status + "\r\nConnection: close\r\n\r\n");
                const std::string chunk(64UL * 1024, 'z');
                while (LoopbackServer::send(connection, chunk)) {
                    sent += chunk.size();
                }
            });
            outcome = failure(to(server.url("/")));
        }
        EXPECT_EQ(outcome == "delivered", std::string(status) == "200 OK") << outcome;
        // What the kernel holds between the two, not what ten seconds can carry.
        EXPECT_LT(sent, 64UL * 1024 * 1024);
    }
}

TEST(Webhook, whatIsNoHttpIsAFailure)
{
    for (const auto* reply : { "", "220 mail.example.org ESMTP\r\n", "HTTP/1.1 banana\r\n\r\n",
             "HTTP/1.1 100 Continue\r\n\r\n" }) {
        EXPECT_TRUE(contains(failureAfter(reply), "cannot be reached")) << reply;
    }
}

TEST(Webhook, saysThatNobodyListens)
{
    const LoopbackPort closed;
    const auto said = failure(to("http://127.0.0.1:" + std::to_string(closed.number()) + "/"));
    EXPECT_TRUE(contains(said, "cannot be reached")) << said;
}

TEST(Webhook, refusesWhatIsNoWebAddressAndSendsNothing)
{
    const LoopbackServer server(answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
    const auto port = std::to_string(server.port());
    Webhook webhook;
    for (const auto& url :
        { std::string(), std::string("127.0.0.1:") + port, "ftp://127.0.0.1:" + port + "/",
            std::string("file:///etc/passwd"), "gopher://127.0.0.1:" + port + "/x",
            "http://127.0.0.1:" + port + "/a\r\nX: y", "http://127.0.0.1:" + port + "/a b",
            std::string("http://127.0.0.1:") + port + std::string("/a\0b", 4),
            std::string("http://"), std::string("http://127.0.0.1:99999/") }) {
        const auto outcome = webhook.deliver(to(url));
        ASSERT_FALSE(outcome) << url;
        EXPECT_EQ(outcome.error().code, ErrorCode::InvalidArgument) << url;
    }
    EXPECT_EQ(server.connections(), 0);
}

TEST(Webhook, refusesAUrlWithUserAndPasswordWithoutRepeatingThem)
{
    const auto said = failure(to("https://mara:hunter2@127.0.0.1/x"));
    EXPECT_TRUE(contains(said, "holds a user or password")) << said;
    EXPECT_FALSE(contains(said, "hunter2")) << said;
    EXPECT_TRUE(contains(failure(to("https://mara@127.0.0.1/x")), "holds a user")) << said;
}

class Remembering final : public Notifier {
public:
    Result<void> deliver(const Delivery& delivery) override
    {
        last = delivery.messageId;
        return {};
    }
    std::string last;
};

TEST(NotifierByKind, givesEachMessageToTheNotifierOfItsKind)
{
    Remembering webhook;
    Remembering command;
    NotifierByKind both(webhook, command);
    Delivery delivery;
    delivery.messageId = "w";
    EXPECT_TRUE(both.deliver(delivery));
    delivery.messageId = "c";
    delivery.kind = ChannelKind::Command;
    EXPECT_TRUE(both.deliver(delivery));
    EXPECT_EQ(webhook.last, "w");
    EXPECT_EQ(command.last, "c");
}

}  // namespace
}  // namespace headroom
