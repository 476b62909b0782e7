// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headroomd/rules_command.h"

#include "app/certified_policy.h"
#include "app/config/contacts_file.h"
#include "monitor_core/base/posix_file_system.h"
#include "monitor_core/policy/policy_json.h"
#include "monitor_core/rules/prometheus_rules.h"
#include "monitor_core/storage/threshold_files.h"

#include <ostream>

namespace headroom::app {

namespace {

std::string textOf(
    const RulesOptions& options, const PolicyInForce& inForce, const EscalationPolicy& escalation)
{
    switch (options.wanted) {
    case RulesWanted::Test:
        return prometheusRuleTests(inForce, escalation, options.rulesFile);
    case RulesWanted::Alertmanager:
        return alertmanagerRoutes(escalation);
    case RulesWanted::Prometheus:
        break;
    }
    return prometheusRules(inForce, escalation);
}

}  // namespace

ExitCode writeRules(const RulesOptions& options, std::ostream& out, std::ostream& err)
{
    const auto certified = policyFromJson(certifiedPolicyText());
    if (!certified) {
        err << "headroomd: " << certified.error().text() << '\n';
        return kExitSoftware;
    }
    PolicyInForce inForce(*certified);
    auto escalation = Result<EscalationPolicy>(certifiedEscalation());
    if (!options.stateDirectory.empty()) {
        if (!std::filesystem::is_directory(options.stateDirectory)) {
            err << "headroomd: there is no state folder " << options.stateDirectory.string()
                << "; leave --state-dir out for the certified policy\n";
            return kExitNoInput;
        }
        PosixFileSystem files;
        inForce = loadThresholds(files, options.stateDirectory, *certified);
        escalation = contactsOfState(options.stateDirectory);
    }
    if (!inForce.problem.empty()) {
        // Rules of another policy than people think would be worse than none.
        err << "headroomd: " << inForce.problem << '\n';
        return kExitConfig;
    }
    if (!escalation) {
        err << "headroomd: " << escalation.error().text() << '\n';
        return kExitConfig;
    }
    out << textOf(options, inForce, *escalation) << std::flush;
    return out ? kExitWhole : kExitIo;
}

}  // namespace headroom::app
