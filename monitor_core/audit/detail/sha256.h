// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>

namespace headroom {

/// SHA-256, kept ready between uses: setting it up costs more than hashing a record. One thread.
/// Throws std::runtime_error where OpenSSL has no SHA-256 to give (no memory, a broken
/// installation).
class Sha256 {
public:
    using Hex = std::array<char, 64>;

    Sha256();
    ~Sha256();
    Sha256(Sha256&& other) noexcept;
    Sha256& operator=(Sha256&& other) noexcept;

    /// 64 lower-case hex digits.
    [[nodiscard]] Hex hex(std::string_view bytes);
    [[nodiscard]] std::string text(std::string_view bytes);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace headroom
