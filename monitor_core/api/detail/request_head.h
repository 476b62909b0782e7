// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/api/detail/http_fault.h"
#include "monitor_core/api/http_message.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace headroom::api::detail {

inline constexpr std::size_t kMaxHeadBytes = 8192;
inline constexpr std::size_t kMaxFields = 100;
inline constexpr std::size_t kMaxTargetBytes = 4096;

/// Finds where a head ends, however it is cut into pieces; looks at no byte twice.
class HeadScanner {
public:
    enum class State {
        Incomplete,
        Complete,
        Broken,  ///< a line that does not end in CR LF
    };
    /// `bytes` begins where the head does and grows from call to call.
    State scan(std::string_view bytes) noexcept;
    /// With the empty line; once complete.
    [[nodiscard]] std::size_t size() const noexcept { return scanned_; }
    void reset() noexcept { *this = HeadScanner(); }

private:
    std::size_t scanned_ = 0;
    std::size_t lineStart_ = 0;
};

/// A request's head whose framing nobody can read in two ways. Views into the bytes it was read
/// from.
struct RequestHead {
    Method method = Method::Other;
    std::string_view target;
    bool isHttp10 = false;
    std::string_view host;
    std::optional<std::string_view> origin;
    std::optional<std::string_view> authorization;
    std::string_view contentType;
    std::string_view accept;
    std::string_view lastEventId;
    std::string_view ifMatch;
    std::string_view requestId;
    std::uint64_t contentLength = 0;
    bool wantsClose = false;
    bool expectsContinue = false;
    std::vector<std::pair<std::string_view, std::string_view>> extensions;  ///< as written
};

/// Reads a complete head, empty line included; what is wrong with it, or nothing. A pure function
/// of its input (a fuzzer may call it); `head` is only good when nothing is wrong, and is reused to
/// save its memory.
std::optional<HttpFault> readHead(std::string_view bytes, RequestHead& head);

/// What is wrong with a head that has not ended within kMaxHeadBytes.
HttpFault faultOfLongHead(std::string_view bytes) noexcept;

}  // namespace headroom::api::detail
