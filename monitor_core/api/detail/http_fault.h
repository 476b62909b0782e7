// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace headroom::api::detail {

/// Why a request is refused before a handler has seen it. All three are literals.
struct HttpFault {
    int status = 400;
    std::string_view reason;  ///< a word for the counter
    std::string_view detail;  ///< a sentence for the client
};

}  // namespace headroom::api::detail
