// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/certification/detail/digest.h"

#include <openssl/evp.h>

#include <array>
#include <stdexcept>

namespace headroom {

std::string digestOf(std::string_view bytes)
{
    std::array<unsigned char, 32> digest {};
    if (EVP_Q_digest(nullptr, "SHA256", nullptr, bytes.data(), bytes.size(), digest.data(), nullptr)
        != 1) {
        throw std::runtime_error("certification: OpenSSL has no SHA-256");
    }
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string hex;
    for (const auto byte : digest) {
        hex += kDigits[byte >> 4U];
        hex += kDigits[byte & 15U];
    }
    return hex;
}

}  // namespace headroom
