// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/display.h"
#include "ui/theme.h"
#include "ui/widgets/paint.h"

#include <QPainter>
#include <QRectF>

namespace headroom::ui {

/// Paints one row of the alerts card, less its Acknowledge button: `button` is where that stands,
/// empty for a row without. `shape` is how the badge's shape looks now.
void paintAlertRow(QPainter& painter, const Theme& theme, ScreenSizes sizes, const AlertRow& row,
    const QRectF& rect, const QRectF& button, ShapeStyle shape);

/// Where the button of a row in `rect` stands.
[[nodiscard]] QRectF alertButtonRect(ScreenSizes sizes, const QRectF& rect, QSizeF button);

}  // namespace headroom::ui
