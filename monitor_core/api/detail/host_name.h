// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace headroom::api {

/// The name in a Host header, lower case, without its port, without the brackets of an IPv6 address
/// and without the dot that may end a full name. Empty for what is no host: a user before an "@", a
/// port that is none, an open bracket, a letter that no name has.
std::optional<std::string> hostName(std::string_view header);

}  // namespace headroom::api
