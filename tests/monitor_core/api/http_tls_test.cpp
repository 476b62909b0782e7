// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/monitor_core/api/http_fixture.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>
#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

namespace headroom::api {
namespace {

template <auto Free>
struct Freed {
    template <typename T>
    void operator()(T* object) const
    {
        Free(object);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using File = std::unique_ptr<FILE, Freed<std::fclose>>;

/// A key and a certificate of its own making, valid for an hour.
struct TestCertificate {
    std::string certificate;
    std::string key;

    TestCertificate(const std::filesystem::path& folder, const std::string& name)
        : certificate((folder / (name + ".crt")).string())
        , key((folder / (name + ".key")).string())
    {
        const Key pair(EVP_EC_gen("P-256"));
        const Certificate x509(X509_new());
        X509_set_version(x509.get(), X509_VERSION_3);
        ASN1_INTEGER_set(X509_get_serialNumber(x509.get()), 1);
        X509_gmtime_adj(X509_getm_notBefore(x509.get()), -60);
        X509_gmtime_adj(X509_getm_notAfter(x509.get()), 3600);
        X509_set_pubkey(x509.get(), pair.get());
        X509_NAME* subject = X509_get_subject_name(x509.get());
        X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC,
            reinterpret_cast<const unsigned char*>("localhost"), -1, -1, 0);
        X509_set_issuer_name(x509.get(), subject);
        X509_sign(x509.get(), pair.get(), EVP_sha256());
        PEM_write_X509(File(std::fopen(certificate.c_str(), "wb")).get(), x509.get());
        PEM_write_PrivateKey(File(std::fopen(key.c_str(), "wb")).get(), pair.get(), nullptr,
            nullptr, 0, nullptr, nullptr);
    }
};

/// One TLS connection of a client; what is sent and read goes through it.
class TlsClient {
public:
    TlsClient(std::uint16_t port, int newestVersion)
        : raw_(RawClient::to(port))
        , context_(SSL_CTX_new(TLS_client_method()))
    {
        SSL_CTX_set_security_level(context_.get(), 0);
        SSL_CTX_set_min_proto_version(context_.get(), TLS1_VERSION);
        SSL_CTX_set_max_proto_version(context_.get(), newestVersion);
        ssl_.reset(SSL_new(context_.get()));
        SSL_set_fd(ssl_.get(), raw_.socket());
    }
    bool handshake() { return SSL_connect(ssl_.get()) == 1; }
    bool send(const std::string& bytes)
    {
        return SSL_write(ssl_.get(), bytes.data(), static_cast<int>(bytes.size())) > 0;
    }
    std::string readThrough(std::string_view end)
    {
        std::string text;
        char c = 0;
        while (!text.ends_with(end) && SSL_read(ssl_.get(), &c, 1) == 1) {
            text += c;
        }
        return text;
    }
    /// Whether the service has said goodbye as TLS asks it to.
    bool endsCleanly()
    {
        char c = 0;
        const int got = SSL_read(ssl_.get(), &c, 1);
        return SSL_get_error(ssl_.get(), got) == SSL_ERROR_ZERO_RETURN;
    }

private:
    RawClient raw_;
    std::unique_ptr<SSL_CTX, Freed<SSL_CTX_free>> context_;
    std::unique_ptr<SSL, Freed<SSL_free>> ssl_;
};

class HttpTls : public testing::Test {
protected:
    HttpSettings settings() const
    {
        HttpSettings result;
        result.tlsCertificateFile = good_.certificate;
        result.tlsKeyFile = good_.key;
        return result;
    }
    std::string startFault(const std::string& certificate, const std::string& key)
    {
        HttpSettings wanted;
        wanted.tlsCertificateFile = certificate;
        wanted.tlsKeyFile = key;
        try {
            const HttpFixture fixture(wanted);
        } catch (const std::runtime_error& error) {
            return error.what();
        }
        return "none";
    }

    TempDir folder_;
    TestCertificate good_ { folder_.path(), "good" };
};

TEST_F(HttpTls, speaksTls12And13)
{
    HttpFixture fixture(settings());
    for (const int version : { TLS1_2_VERSION, TLS1_3_VERSION }) {
        TlsClient client(fixture.service.port(), version);
        ASSERT_TRUE(client.handshake());
        client.send(get("/echo"));
        EXPECT_TRUE(client.readThrough("/echo?|").starts_with("HTTP/1.1 200 OK\r\n"));
        client.send(get("/later", "Connection: close\r\n"));
        EXPECT_TRUE(client.readThrough("\r\n\r\n/later").starts_with("HTTP/1.1 200 OK\r\n"));
        EXPECT_TRUE(client.endsCleanly());
    }
}

TEST_F(HttpTls, streamsEvents)
{
    HttpFixture fixture(settings());
    TlsClient client(fixture.service.port(), TLS1_3_VERSION);
    ASSERT_TRUE(client.handshake());
    client.send(get("/events"));
    client.readThrough("greeting\ndata: \n\n");
    fixture.events.send("one");
    EXPECT_EQ(client.readThrough("\n\n"), "data: one\n\n");
}

TEST_F(HttpTls, refusesOlderVersionsAndPlainText)
{
    HttpFixture fixture(settings());
    TlsClient old(fixture.service.port(), TLS1_1_VERSION);
    EXPECT_FALSE(old.handshake());
    auto plain = fixture.client();
    plain.send(get("/echo"));
    EXPECT_EQ(plain.readToEnd().find("HTTP/1.1"), std::string::npos);
    EXPECT_TRUE(fixture.waitForCounter("headroom_http_refusals_total", 2, "handshake"));
    TlsClient next(fixture.service.port(), TLS1_3_VERSION);
    EXPECT_TRUE(next.handshake());
    EXPECT_TRUE(fixture.executed().empty());
}

TEST_F(HttpTls, givesAHandshakeFiveSeconds)
{
    HttpFixture fixture(settings());
    auto silent = fixture.client();
    ASSERT_TRUE(fixture.waitForCounter("headroom_http_connections_accepted_total", 1));
    fixture.clock.advance(std::chrono::milliseconds(5100));
    EXPECT_EQ(silent.readToEnd(), "");
}

TEST_F(HttpTls, namesTheFileThatIsWrong)
{
    const TestCertificate other(folder_.path(), "other");
    const std::string missing = (folder_.path() / "missing").string();
    const std::string text = (folder_.path() / "text").string();
    std::ofstream(text) << "no certificate";
    EXPECT_NE(startFault(missing, good_.key).find(missing), std::string::npos);
    EXPECT_NE(startFault(good_.certificate, missing).find(missing), std::string::npos);
    EXPECT_NE(startFault(text, good_.key).find(text), std::string::npos);
    EXPECT_NE(startFault(good_.certificate, other.key).find(other.key), std::string::npos);
    EXPECT_NE(startFault(good_.certificate, "").find("both"), std::string::npos);
}

}  // namespace
}  // namespace headroom::api
