// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/api/detail/http_fault.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace headroom::api::detail {

inline constexpr std::size_t kMaxParameters = 64;

/// Takes a request's target apart: percent-decoded once, nothing normalised. Refused are what has
/// two readings (an encoded slash, dot segments: 404) and what is no text (NUL, control characters,
/// bad UTF-8, bad escapes: 400). A pure function of its input.
std::optional<HttpFault> readTarget(std::string_view target, std::string& path,
    std::vector<std::pair<std::string, std::string>>& query);

}  // namespace headroom::api::detail
