// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstring>
#include <span>
#include <string_view>

namespace headroom::api::detail {

/// What a connection has read and not used yet, in a place of fixed size. Network thread.
template <std::size_t kRoom>
class InputBuffer {
public:
    [[nodiscard]] bool isEmpty() const noexcept { return begin_ == end_; }
    /// Good until the next room().
    [[nodiscard]] std::string_view unread() const noexcept
    {
        return { bytes_.data() + begin_, end_ - begin_ };
    }
    /// The next `size` unread bytes are done with.
    void use(std::size_t size) noexcept { begin_ += size; }
    void clear() noexcept { begin_ = end_ = 0; }

    /// Where the next bytes go; what is unread moves to the front for it.
    [[nodiscard]] std::span<char> room() noexcept
    {
        if (begin_ > 0) {
            std::memmove(bytes_.data(), bytes_.data() + begin_, end_ - begin_);
            end_ -= begin_;
            begin_ = 0;
        }
        return std::span(bytes_).subspan(end_);
    }
    /// So many bytes have come into it.
    void add(std::size_t size) noexcept { end_ += size; }

private:
    std::array<char, kRoom> bytes_;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
};

}  // namespace headroom::api::detail
