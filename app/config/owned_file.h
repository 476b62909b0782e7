// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace headroom::app {

/// What a file that decides over what this program does must be like.
struct FileRules {
    /// Nobody else may read it either, and it is no symbolic link. Else others may read it, only
    /// its owner may write it, and links are followed.
    bool isSecret = false;
    std::size_t longest = 1024UL * 1024;  ///< bytes; a longer one is cut there and one more
    std::string_view danger;  ///< what others who can write it could do: "have any program run"
};

/// The whole of a regular file that is root's or ours and that others cannot write. NotFound when
/// it is not there, Refused when others could have changed (or, of a secret, read) it. Of a secret
/// that belongs to root a service that is not root may be handed a copy by its group (0640).
Result<std::string> readOwnedFile(const std::filesystem::path& file, const FileRules& rules);

/// Writes a file for its owner alone (0600), as a whole or not at all, and not over one that is
/// there: Conflict.
Result<void> writeNewSecret(const std::filesystem::path& file, const std::string& content);

/// Adds to the end of a secret that is there, or makes it; synced on return. `content` is small.
Result<void> appendToSecret(const std::filesystem::path& file, const std::string& content);

}  // namespace headroom::app
