// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headroomd/change_log.h"

#include "app/headroomd/log.h"

namespace headroom::app {

void ChangeLog::take(const Snapshot& snapshot)
{
    if (snapshot.gate.state != gate_) {
        const auto text = "write gate " + std::string(toString(snapshot.gate.state));
        if (snapshot.gate.state != GateState::Open) {
            logWarning(text);
        } else if (gate_) {
            logInfo(text);
        }
        gate_ = snapshot.gate.state;
    }
    tellProblem(source_, snapshot.source.problem, "source");
    tellProblem(records_, snapshot.recordsProblem, "records");
    tellProblem(thresholds_, snapshot.thresholdsProblem, "thresholds");
    if (snapshot.audit.isBroken && !isAuditBroken_) {
        logError("the audit trail is broken; headroomd audit verify says where");
    }
    isAuditBroken_ = snapshot.audit.isBroken;
}

void ChangeLog::tellProblem(std::string& last, const std::string& now, const std::string& of)
{
    if (now == last) {
        return;
    }
    if (now.empty()) {
        logInfo(of + ": well again");
    } else {
        logWarning(of + ": " + now);
    }
    last = now;
}

}  // namespace headroom::app
