// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace headroom {

/// SHA-256 in 64 lower-case hex digits. Throws std::runtime_error where OpenSSL has none to give.
std::string digestOf(std::string_view bytes);

}  // namespace headroom
