// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/audit_query.h"
#include "monitor_core/base/result.h"
#include "monitor_core/commands.h"
#include "monitor_core/history_query.h"
#include "ui/feed/http_exchange.h"

#include <string>
#include <vector>

namespace headroom::ui {

// What a dashboard asks of /api/v1 (monitor_core/api/API.md).

/// Everything but ChangeThresholds, which needs what is in force there: changeRequest().
[[nodiscard]] HttpRequest requestFor(const Command& command);
[[nodiscard]] HttpRequest thresholdsRequest();
/// `inForce` is the answer to thresholdsRequest(): the certified parts go back as they came.
[[nodiscard]] Result<HttpRequest> changeRequest(
    const ChangeThresholds& change, const std::string& actor, const QByteArray& inForce);

[[nodiscard]] HttpRequest metricsRequest(
    const std::vector<Metric>& metrics, TimeRange range, int maxPoints);
[[nodiscard]] HttpRequest latencyRequest(TimeRange range, int maxPoints);
[[nodiscard]] HttpRequest alertHistoryRequest(std::size_t limit);
[[nodiscard]] HttpRequest forecastRequest();
[[nodiscard]] HttpRequest certificationRequest();
[[nodiscard]] HttpRequest auditRequest(const AuditRange& range);
[[nodiscard]] HttpRequest verifyRequest();

}  // namespace headroom::ui
