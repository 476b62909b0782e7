// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/display.h"
#include "ui/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QRectF>
#include <QString>

namespace headroom::ui {

// What every widget paints with. Lengths in device-independent pixels; painters come with
// antialiasing on.

/// How a level's shape is drawn: filled with its mark and stroked with its edge, outlined, or in
/// one grey when it is not lit.
enum class ShapeStyle { Filled, Outlined, Grey };

/// ● ▲ ◆ ■ ◌ (Unknown), as paths of the 24 grid scaled to `size`, centred at `centre`. Never a font
/// glyph.
void drawLevelShape(QPainter& painter, const Theme& theme, Level level, QPointF centre, double size,
    ShapeStyle style = ShapeStyle::Filled);
/// The same in one given colour, for shapes on a filled background.
void drawLevelShape(
    QPainter& painter, Level level, QPointF centre, double size, QColor color, bool filled = true);

/// Text with digits in cells of equal width (Qt 6.4 cannot ask a font for tabular digits), so that
/// clocks and values do not jitter. `anchor` is on the baseline; `alignment` says which end of the
/// text it is (left, horizontal centre, right).
void drawTabular(QPainter& painter, QPointF anchor, const QString& text, const QFont& font,
    QColor color, Qt::Alignment alignment = Qt::AlignLeft);
[[nodiscard]] double tabularWidth(const QFont& font, const QString& text);

/// Plain text in a rectangle, one line, elided at the end where it does not fit; never rich text.
void drawText(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text,
    const QFont& font, QColor color);

/// A card: bg1, radius 8, 1 px `line` inside the rectangle; or what the level weighs (TOKENS §1):
/// YELLOW and ORANGE border, RED border and tint. `plain` for everything that is not a level's
/// card.
void drawCard(QPainter& painter, const QRectF& rect, const Theme& theme, ScreenSizes sizes,
    Level level = Level::Green);
/// The same with a dashed border of `line2`-like weight, for unknown and shelved.
void drawDashedCard(
    QPainter& painter, const QRectF& rect, const Theme& theme, ScreenSizes sizes, QColor border);

/// Diagonal hatch of `color`, `width` px every `period` px, clipped to `clip`; lines in device
/// pixels, no texture.
void drawHatch(
    QPainter& painter, const QPainterPath& clip, QColor color, double width, double period);

/// The badge of a card's header: unfilled shape and word for GREEN, filled for worse, dashed
/// outline "STALE" / "NO DATA". Right-aligned at `right`, vertically centred at `centreY`; returns
/// its rectangle. `onFill`: white on a filled RED header.
QRectF drawLevelBadge(QPainter& painter, const Theme& theme, Level level, Truth truth,
    QPointF rightCentre, double pixelSize, bool onFilledHeader = false, bool outlinedShape = false);

/// An icon of resources/icons by its name ("chip"), stroked in `color`; cached by name, size,
/// colour and device pixel ratio.
void drawIcon(QPainter& painter, const QString& name, const QRectF& rect, QColor color,
    double strokeWidth = 1.75);

/// Headroom bar (TOKENS §5): limit mark at 5/6, hatch beyond it.
void drawHeadroomBar(QPainter& painter, const Theme& theme, const QRectF& rect, double fraction,
    Level level, bool stale);

}  // namespace headroom::ui
