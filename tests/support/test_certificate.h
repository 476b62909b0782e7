// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <atomic>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>

namespace headroom {

/// A certificate that vouches for itself, for one host ("IP:127.0.0.1", "DNS:localhost"), valid
/// from `from` to `to` seconds from now.
struct TestCertificate {
    using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
    using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;
    static constexpr long kHour = 3600;

    explicit TestCertificate(
        const std::string& altName = "IP:127.0.0.1", long from = -kHour, long to = kHour)
        : key(EVP_EC_gen("P-256"), &EVP_PKEY_free)
        , certificate(X509_new(), &X509_free)
    {
        auto* const x = certificate.get();
        X509_set_version(x, 2);
        ASN1_INTEGER_set(X509_get_serialNumber(x), 1);
        X509_gmtime_adj(X509_getm_notBefore(x), from);
        X509_gmtime_adj(X509_getm_notAfter(x), to);
        X509_set_pubkey(x, key.get());
        // A name of its own: those who look for an authority look by name.
        static std::atomic<int> made { 0 };
        const std::string called = "headroom test " + std::to_string(++made);
        auto* const name = X509_get_subject_name(x);
        X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
            reinterpret_cast<const unsigned char*>(called.c_str()), -1, -1, 0);
        X509_set_issuer_name(x, name);
        auto* const extension
            = X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, altName.c_str());
        X509_add_ext(x, extension, -1);
        X509_EXTENSION_free(extension);
        X509_sign(x, key.get(), EVP_sha256());
    }

    void write(const std::filesystem::path& file) const
    {
        std::FILE* const out = std::fopen(file.c_str(), "w");
        if (out == nullptr) {
            throw std::runtime_error("cannot write " + file.string());
        }
        PEM_write_X509(out, certificate.get());
        std::fclose(out);
    }

    Key key;
    Certificate certificate;
};

}  // namespace headroom
