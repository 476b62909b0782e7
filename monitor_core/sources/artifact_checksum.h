// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

namespace headroom {

/// Tells an artifact's bytes from damaged ones: FNV-1a over 64-bit words. Each step can be undone,
/// so one changed word always changes the sum. Not against forgery.
class ArtifactChecksum {
public:
    /// Every piece but the last has a multiple of 8 bytes.
    void add(std::span<const std::byte> piece) noexcept
    {
        for (; piece.size() >= sizeof(std::uint64_t);
             piece = piece.subspan(sizeof(std::uint64_t))) {
            std::uint64_t word = 0;
            std::memcpy(&word, piece.data(), sizeof word);
            take(word);
        }
        if (!piece.empty()) {
            std::uint64_t word = 0;
            std::memcpy(&word, piece.data(), piece.size());
            take(word);
            take(piece.size());  // so that zeros at the end count
        }
    }
    [[nodiscard]] std::uint64_t value() const noexcept { return sum_; }

private:
    void take(std::uint64_t word) noexcept { sum_ = (sum_ ^ word) * 0x00000100000001B3ULL; }

    std::uint64_t sum_ = 0xCBF29CE484222325ULL;
};

}  // namespace headroom
