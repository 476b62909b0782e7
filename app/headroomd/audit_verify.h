// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/headroomd/exit_codes.h"

#include <filesystem>
#include <iosfwd>
#include <string>

namespace headroom::app {

struct AuditVerifyOptions {
    std::filesystem::path file;  ///< one segment; empty for the whole trail
    std::filesystem::path stateDirectory;  ///< the trail is its folder `audit`
    std::string head;  ///< kept elsewhere: "NUMBER:HASH" or the hash alone; empty for none
};

/// `headroomd audit verify`: reads, changes nothing, says on `out` what it found and on `err` why
/// it could not look.
ExitCode verifyAudit(const AuditVerifyOptions& options, std::ostream& out, std::ostream& err);

}  // namespace headroom::app
