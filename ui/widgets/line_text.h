// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QColor>
#include <QFont>
#include <QPainter>
#include <QString>

namespace headroom::ui {

// One line of plain text placed by its baseline, for panels whose lines stand at given heights.

/// Inter's text cut at any size, slightly tightened from 24 px up: for sentences and titles. The
/// display cut is for level words and large numbers (TOKENS §3).
[[nodiscard]] QFont textFont(double pixelSize, int weight = 500);

/// The weight of running text: heavier on the wall, which is read from afar.
[[nodiscard]] inline int bodyWeight(ScreenSizes sizes) { return sizes.wall ? 500 : 400; }

/// Paints `text` with tabular digits on the baseline through `start` and elides it after `width`.
/// With Qt::AlignRight or AlignHCenter it ends at, or is centred in, the same stretch.
void drawLine(QPainter& painter, QPointF start, double width, const QString& text,
    const QFont& font, QColor color, Qt::Alignment alignment = Qt::AlignLeft);

/// `font`, or smaller by at most `smallest` (a share of its size) so that `text` fits `width`;
/// what still does not fit is left to elision.
[[nodiscard]] QFont fittedFont(
    const QFont& font, const QString& text, double width, double smallest = 0.7);

/// The same, its capitals centred on `middle.y()`.
void drawMiddle(QPainter& painter, QPointF middle, double width, const QString& text,
    const QFont& font, QColor color, Qt::Alignment alignment = Qt::AlignLeft);

}  // namespace headroom::ui
