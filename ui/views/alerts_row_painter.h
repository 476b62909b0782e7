// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/alert_table_row.h"
#include "ui/theme.h"

#include <QPainter>
#include <QRectF>

#include <array>

namespace headroom::ui {

/// What a row of the alerts table looks like besides its words.
struct AlertRowLook {
    const Theme& theme;
    QRectF rect;
    std::array<QRectF, kAlertColumns> cells;  ///< empty: the column is hidden
    QString raised;
    bool isCurrent = false;
    bool hasFocus = false;
    bool isWithdrawn = false;
    bool isButtonDown = false;
};

void paintAlertTableRow(QPainter& painter, const AlertTableRow& row, const AlertRowLook& look);

/// The button in the cell of the Acknowledged column.
[[nodiscard]] QRectF alertRowButton(const QRectF& cell);

}  // namespace headroom::ui
