// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headroomd/token_new.h"

#include "app/config/token_file.h"

#include <ostream>

namespace headroom::app {

ExitCode newToken(const TokenNewOptions& options, std::ostream& out, std::ostream& err)
{
    const auto made = makeToken(options.role, options.name);
    if (!made) {
        err << "headroomd: " << made.error().text() << '\n';
        return kExitUsage;
    }
    if (options.file.empty()) {
        err << "Add this line to your token file; the token itself is shown only here:\n"
            << made->line << '\n';
    } else if (const auto added = addToTokenFile(options.file, *made); !added) {
        err << "headroomd: " << added.error().text() << '\n';
        return added.error().code == ErrorCode::Io ? kExitIo : kExitConfig;
    } else {
        err << "Added to " << options.file.string()
            << "; a running service takes it with SIGHUP. The token, shown only here:\n";
    }
    out << made->token << std::endl;
    return kExitWhole;
}

}  // namespace headroom::app
