// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace headroom::layering {

/// The violations in one file, each as "path:line: what and by which rule". `path` is from the top
/// of the tree, with slashes.
std::vector<std::string> checkIncludes(std::string_view path, std::string_view text);

/// Empty, or what is wrong with the file's two SPDX lines.
std::vector<std::string> checkLicence(std::string_view path, std::string_view text);

/// Both checks over every source file below `top`; sorted. Includes are checked in monitor_core, ui
/// and app, licences in every folder that holds our own text.
std::vector<std::string> checkTree(const std::filesystem::path& top);

}  // namespace headroom::layering
