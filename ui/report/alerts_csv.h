// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/alert_log.h"

#include <QByteArray>

#include <vector>

namespace headroom::ui {

/// Alerts as CSV, a line each: open ones first, then those that are over. Times in UTC and with
/// this machine's zone, numbers in the catalog's unit, which is named.
[[nodiscard]] QByteArray alertsCsv(const std::vector<const AlertView*>& open,
    const std::vector<AlertLog::Life>& past, bool isSimulated);

}  // namespace headroom::ui
