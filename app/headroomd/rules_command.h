// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/headroomd/exit_codes.h"

#include <filesystem>
#include <iosfwd>
#include <string>

namespace headroom::app {

enum class RulesWanted { Prometheus, Test, Alertmanager };

struct RulesOptions {
    RulesWanted wanted = RulesWanted::Prometheus;
    std::filesystem::path stateDirectory;  ///< empty: the certified policy
    std::string rulesFile = "headroom.rules.yml";  ///< that the tests are of
};

/// `headroomd rules`: writes rules, tests or routes for the policy in force to `out`. May run
/// beside the service.
ExitCode writeRules(const RulesOptions& options, std::ostream& out, std::ostream& err);

}  // namespace headroom::app
