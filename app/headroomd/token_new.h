// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/headroomd/exit_codes.h"

#include <filesystem>
#include <iosfwd>
#include <string>

namespace headroom::app {

struct TokenNewOptions {
    std::string role;
    std::string name;
    std::filesystem::path file;  ///< empty: the line for it is shown instead
};

/// `headroomd token new`: the token alone goes to `out`, once, after the file has its hash.
ExitCode newToken(const TokenNewOptions& options, std::ostream& out, std::ostream& err);

}  // namespace headroom::app
