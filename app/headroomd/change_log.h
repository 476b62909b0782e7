// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/snapshot.h"

#include <optional>
#include <string>

namespace headroom::app {

/// Turns snapshots into log lines: what has changed and somebody who reads the journal should know.
/// Values are on /metrics, people's deeds in the audit trail.
class ChangeLog {
public:
    /// Monitor thread.
    void take(const Snapshot& snapshot);

private:
    void tellProblem(std::string& last, const std::string& now, const std::string& of);

    std::optional<GateState> gate_;
    std::string source_;
    std::string records_;
    std::string thresholds_;
    bool isAuditBroken_ = false;
};

}  // namespace headroom::app
