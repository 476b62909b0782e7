// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/notify/webhook.h"
#include "tests/support/loopback_server.h"
#include "tests/support/temp_dir.h"
#include "tests/support/test_certificate.h"

#include <gtest/gtest.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <pthread.h>

#include <csignal>
#include <cstdio>
#include <memory>
#include <string>

namespace headroom {
namespace {

using Context = std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)>;

/// An HTTPS server that takes everything, and remembers what it could read.
class TlsServer {
public:
    explicit TlsServer(const TestCertificate& identity)
        : context_(SSL_CTX_new(TLS_server_method()), &SSL_CTX_free)
        , server_([this](int connection) { serve(connection); })
    {
        SSL_CTX_use_certificate(context_.get(), identity.certificate.get());
        SSL_CTX_use_PrivateKey(context_.get(), identity.key.get());
    }

    [[nodiscard]] std::string url() const { return server_.url("/hook", "https"); }
    /// After the server has been destroyed nothing more comes.
    std::shared_ptr<std::string> heard = std::make_shared<std::string>();

private:
    void serve(int connection)
    {
        // OpenSSL writes to a peer that has hung up; only this thread of ours shall not mind.
        sigset_t pipe;
        sigemptyset(&pipe);
        sigaddset(&pipe, SIGPIPE);
        pthread_sigmask(SIG_BLOCK, &pipe, nullptr);
        SSL* const tls = SSL_new(context_.get());
        SSL_set_fd(tls, connection);
        char bytes[4096];
        int got = SSL_accept(tls) == 1 ? SSL_read(tls, bytes, sizeof bytes) : 0;
        while (got > 0
            && heard->append(bytes, static_cast<std::size_t>(got)).find("END")
                == std::string::npos) {
            got = SSL_read(tls, bytes, sizeof bytes);
        }
        if (got > 0) {
            static constexpr std::string_view kOk = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
            SSL_write(tls, kOk.data(), static_cast<int>(kOk.size()));
            SSL_shutdown(tls);
        }
        SSL_free(tls);
    }

    Context context_;
    LoopbackServer server_;
};

struct Outcome {
    std::string failure;  ///< empty: delivered
    std::string heard;
};

constexpr long kHour = 3600;

/// One delivery to a server with this certificate; `isTrusted` when it is among those we trust.
Outcome deliver(const TestCertificate& identity, bool isTrusted)
{
    const TempDir dir;
    WebhookSettings settings;
    if (isTrusted) {
        settings.caFile = (dir.path() / "ca.pem").string();
        identity.write(settings.caFile);
    }
    Outcome outcome;
    std::shared_ptr<std::string> heard;
    {
        const TlsServer server(identity);
        heard = server.heard;
        Delivery delivery;
        delivery.contact = "Ops_Team";
        delivery.url = server.url();
        delivery.payload = "secret payload END";
        Webhook webhook(settings);
        const auto done = webhook.deliver(delivery);
        outcome.failure = done ? std::string() : done.error().message;
    }
    outcome.heard = *heard;
    return outcome;
}

TEST(WebhookTls, deliversWhenTheCertificateVerifies)
{
    const auto outcome = deliver(TestCertificate("IP:127.0.0.1", -kHour, kHour), true);
    EXPECT_EQ(outcome.failure, "");
    EXPECT_NE(outcome.heard.find("secret payload END"), std::string::npos);
}

TEST(WebhookTls, aServerThatHangsUpInTheMiddleDoesNotEndTheProcess)
{
    const TestCertificate identity("IP:127.0.0.1", -kHour, kHour);
    const TempDir dir;
    WebhookSettings settings;
    settings.caFile = (dir.path() / "ca.pem").string();
    identity.write(settings.caFile);
    const Context context(SSL_CTX_new(TLS_server_method()), &SSL_CTX_free);
    SSL_CTX_use_certificate(context.get(), identity.certificate.get());
    SSL_CTX_use_PrivateKey(context.get(), identity.key.get());
    const LoopbackServer server([&context](int connection) {
        SSL* const tls = SSL_new(context.get());
        SSL_set_fd(tls, connection);
        SSL_accept(tls);
        SSL_free(tls);
        // End first, reset after it: this makes a write a broken pipe and not a reset connection.
        ::shutdown(connection, SHUT_WR);
    });
    Delivery delivery;
    delivery.url = server.url("/", "https");
    delivery.payload.assign(16UL * 1024 * 1024, ' ');
    Webhook webhook(settings);
    for (int i = 0; i < 20; ++i) {
        const auto outcome = webhook.deliver(delivery);
        ASSERT_FALSE(outcome);
        EXPECT_EQ(outcome.error().code, ErrorCode::Unavailable);
    }
}

TEST(WebhookTls, aCertificateThatNobodyVouchesForGetsNoByteOfTheMessage)
{
    const auto outcome = deliver(TestCertificate("IP:127.0.0.1", -kHour, kHour), false);
    EXPECT_NE(outcome.failure.find("certificate"), std::string::npos) << outcome.failure;
    EXPECT_EQ(outcome.heard, "");
}

TEST(WebhookTls, aCertificateOfAnotherHostGetsNoByteOfTheMessage)
{
    const auto outcome = deliver(TestCertificate("DNS:other.example", -kHour, kHour), true);
    EXPECT_NE(outcome.failure.find("127.0.0.1"), std::string::npos) << outcome.failure;
    EXPECT_EQ(outcome.heard, "");
}

TEST(WebhookTls, anExpiredCertificateGetsNoByteOfTheMessage)
{
    const auto outcome = deliver(TestCertificate("IP:127.0.0.1", -2 * kHour, -kHour), true);
    EXPECT_NE(outcome.failure.find("expired"), std::string::npos) << outcome.failure;
    EXPECT_EQ(outcome.heard, "");
}

}  // namespace
}  // namespace headroom
