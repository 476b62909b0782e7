// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QPainter>
#include <QPointF>
#include <QString>

namespace headroom::ui {

/// Keys as they look on a keyboard: "Ctrl+E" is two caps, keys that do the same are two spaces
/// apart. `rightCentre` is the middle of the right edge. Returns the width that they take.
double drawKeyCaps(QPainter& painter, const Theme& theme, QPointF rightCentre, const QString& keys);
[[nodiscard]] double keyCapsWidth(const QString& keys);

}  // namespace headroom::ui
