// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace headroom::app {

/// Who but its owner may read a file.
enum class Readers {
    Everybody,
    Group,
    Nobody,  ///< but a group, when root hands the file to a service that is somebody else (0640)
};

/// What a file that decides over what this program does must be like. Its owner alone may write it.
struct FileRules {
    Readers readers = Readers::Everybody;
    bool followsLinks = true;
    std::size_t longest = 1024UL * 1024;  ///< bytes; a longer one is cut there and one more
    std::string_view danger;  ///< what others who can write it could do: "have any program run"
};

/// The whole of a regular file that is root's or ours and that others cannot write. NotFound when
/// it is not there, Refused when others could have changed it, or read what they may not.
Result<std::string> readOwnedFile(const std::filesystem::path& file, const FileRules& rules);

/// Writes a file for its owner alone (0600), as a whole or not at all, and not over one that is
/// there: Conflict.
Result<void> writeNewSecret(const std::filesystem::path& file, const std::string& content);

/// Adds to the end of a secret that is there, or makes it; synced on return. `content` is small.
Result<void> appendToSecret(const std::filesystem::path& file, const std::string& content);

}  // namespace headroom::app
