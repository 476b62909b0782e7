// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/api/access.h"
#include "monitor_core/base/result.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace headroom::app {

/// The token that may do everything while no token file is given; in the state folder.
inline constexpr auto kAdminTokenFile = "admin.token";

/// Reads the lines of a token file: "role name sha256:HEX", blank ones and those that begin with #.
/// All of it or nothing: the error names every line with a fault. A file without a token is an
/// error, since it would let nobody in.
Result<std::vector<api::StoredToken>> tokensFromText(std::string_view text);

/// The same for a file, which must be its owner's alone.
Result<std::vector<api::StoredToken>> tokensFromFile(const std::filesystem::path& file);

/// The admin token of the state folder; made there (0600) when it has none. A file that is there
/// and holds no token, or that others can read, is an error.
Result<api::StoredToken> adminTokenOfState(const std::filesystem::path& stateDirectory);

struct NewToken {
    std::string token;  ///< to be shown once
    std::string line;  ///< what a token file keeps of it, without a newline
};

/// Makes a token for this role ("read", "ingest", "admin") and name. InvalidArgument when one of
/// them is none.
Result<NewToken> makeToken(std::string_view role, std::string_view name);

/// Adds the line to a token file, which is made when it is not there. Conflict when the name has a
/// token there already.
Result<void> addToTokenFile(const std::filesystem::path& file, const NewToken& added);

}  // namespace headroom::app
