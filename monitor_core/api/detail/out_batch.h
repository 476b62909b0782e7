// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/asio/buffer.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace headroom::api::detail {

/// What one write sends: the responses of a batch, small bodies copied behind their heads, large
/// ones shared. Nothing may be added while it is being written.
class OutBatch {
public:
    /// To append to.
    [[nodiscard]] std::string& text() noexcept { return text_; }

    /// Copied when that is cheaper than another buffer.
    void add(const std::shared_ptr<const std::string>& body)
    {
        constexpr std::size_t kCopied = 16 * 1024;
        if (body->size() <= kCopied) {
            text_ += *body;
        } else {
            shared_.push_back({ text_.size(), body });
            sharedBytes_ += body->size();
        }
    }

    [[nodiscard]] bool isEmpty() const noexcept { return text_.empty() && shared_.empty(); }
    [[nodiscard]] std::size_t size() const noexcept { return text_.size() + sharedBytes_; }

    /// Good until the next change.
    std::vector<boost::asio::const_buffer>& buffers()
    {
        buffers_.clear();
        std::size_t done = 0;
        for (const Shared& shared : shared_) {
            addText(done, shared.at);
            buffers_.emplace_back(shared.body->data(), shared.body->size());
            done = shared.at;
        }
        addText(done, text_.size());
        return buffers_;
    }

    /// Keeps its memory for the next one, unless it is much.
    void clear()
    {
        constexpr std::size_t kKept = 32 * 1024;
        buffers_.clear();
        shared_.clear();
        sharedBytes_ = 0;
        text_.clear();
        if (text_.capacity() > kKept) {
            text_.shrink_to_fit();
        }
    }

private:
    struct Shared {
        std::size_t at = 0;  ///< how much text goes before it
        std::shared_ptr<const std::string> body;
    };

    void addText(std::size_t from, std::size_t to)
    {
        if (to > from) {
            buffers_.emplace_back(text_.data() + from, to - from);
        }
    }

    std::string text_;
    std::vector<Shared> shared_;
    std::size_t sharedBytes_ = 0;
    std::vector<boost::asio::const_buffer> buffers_;
};

}  // namespace headroom::api::detail
