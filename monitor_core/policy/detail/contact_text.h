// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace headroom {

// What the texts of a contact must be like, each with the words for it.

inline constexpr auto kContactNameIs = "a name of 1 to 64 letters, digits, \"_\", \"-\" or \".\"";
bool isContactName(std::string_view text);

inline constexpr auto kPlainLineIs = "a line of 1 to 200 bytes without control characters";
bool isPlainLine(std::string_view text);

/// Commands get it as an argument, so it looks like no option and holds no blank.
inline constexpr auto kMailAddressIs = "one address such as ops@example.org, at most 254 bytes";
bool isMailAddress(std::string_view text);

inline constexpr auto kWebhookUrlIs
    = "an address such as https://alerts.example.org/api/v2/alerts: "
      "http or https, at most 2000 bytes, no user or password";
bool isWebhookUrl(std::string_view text);

inline constexpr auto kArgumentIs = "a text of at most 4096 bytes without a NUL";
bool isArgument(std::string_view text);

/// A path like "bin/page" would depend on the folder that Headroom happens to be started in.
inline constexpr auto kProgramIs = "must be a program: an absolute path, or a name that PATH finds";
bool isProgram(std::string_view text);

}  // namespace headroom
