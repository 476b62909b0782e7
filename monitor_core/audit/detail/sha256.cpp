// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/audit/detail/sha256.h"

#include <openssl/evp.h>

#include <cstddef>
#include <stdexcept>

namespace headroom {

struct Sha256::State {
    EVP_MD* method = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    EVP_MD_CTX* context = EVP_MD_CTX_new();

    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State()
    {
        EVP_MD_CTX_free(context);
        EVP_MD_free(method);
    }
};

Sha256::Sha256()
    : state_(std::make_unique<State>())
{
    if (state_->method == nullptr || state_->context == nullptr
        || EVP_DigestInit_ex2(state_->context, state_->method, nullptr) != 1) {
        throw std::runtime_error("audit: OpenSSL has no SHA-256");
    }
}

Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&& other) noexcept = default;
Sha256& Sha256::operator=(Sha256&& other) noexcept = default;

Sha256::Hex Sha256::hex(std::string_view bytes)
{
    std::array<unsigned char, 32> digest {};
    // A null method starts over with the one in place.
    if (EVP_DigestInit_ex2(state_->context, nullptr, nullptr) != 1
        || EVP_DigestUpdate(state_->context, bytes.data(), bytes.size()) != 1
        || EVP_DigestFinal_ex(state_->context, digest.data(), nullptr) != 1) {
        throw std::runtime_error("audit: OpenSSL failed to hash");
    }
    constexpr std::string_view kDigits = "0123456789abcdef";
    Hex hex {};
    for (std::size_t i = 0; i < digest.size(); ++i) {
        hex[2 * i] = kDigits[digest[i] >> 4U];
        hex[2 * i + 1] = kDigits[digest[i] & 15U];
    }
    return hex;
}

std::string Sha256::text(std::string_view bytes)
{
    const auto digits = hex(bytes);
    return { digits.data(), digits.size() };
}

}  // namespace headroom
