// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/alert_board.h"
#include "monitor_core/base/result.h"
#include "ui/feed/remote_json.h"

#include <QByteArray>

namespace headroom::ui {

/// Reads the alerts of /api/v1 as readSnapshot() does. Null when the service has no board yet.
/// Steady times count from when it came; UTC times stay the service's, as they are in its records.
[[nodiscard]] Result<AlertBoardPtr> readAlertBoard(const QByteArray& json, ReceivedAt received);
[[nodiscard]] Result<AlertBoardPtr> readAlertBoard(const QJsonObject& json, ReceivedAt received);

/// One step, of the history or of an alert.
[[nodiscard]] AlertEvent readAlertStep(const JsonFields& fields);

/// The same alerts, each marked as not verified: nobody can say now whether they still stand.
[[nodiscard]] AlertBoardPtr withdrawn(const AlertBoard& board);

}  // namespace headroom::ui
