// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace headroom::layering {

/// `*` stands for any characters within a folder, `**` for any at all.
constexpr bool matches(std::string_view pattern, std::string_view path)
{
    if (pattern.empty()) {
        return path.empty();
    }
    if (pattern.front() != '*') {
        return !path.empty() && pattern.front() == path.front()
            && matches(pattern.substr(1), path.substr(1));
    }
    const bool throughFolders = pattern.starts_with("**");
    const std::string_view rest = pattern.substr(throughFolders ? 2 : 1);
    for (std::string_view left = path;; left.remove_prefix(1)) {
        if (matches(rest, left)) {
            return true;
        }
        if (left.empty() || (left.front() == '/' && !throughFolders)) {
            return false;
        }
    }
}

}  // namespace headroom::layering
