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
// antialiasing on. Main thread.

/// Icons live in a static library, whose resources nobody registers by himself: programs call this
/// before the first icon (drawIcon does it too). Any number of times.
void initResources();

/// How a level's shape is drawn: filled with its mark and stroked with its edge, outlined, in one
/// grey when it is not lit, or filled inside a ring of its own form (what alternation becomes when
/// motion is reduced).
enum class ShapeStyle { Filled, Outlined, Grey, Ringed };

/// ● ▲ ◆ ■ ◌ (Unknown), as paths of the 24 grid scaled to `size`, centred at `centre`. Never a font
/// glyph.
void drawLevelShape(QPainter& painter, const Theme& theme, Level level, QPointF centre, double size,
    ShapeStyle style = ShapeStyle::Filled);
/// The same in one given colour, for shapes on a filled background.
void drawLevelShape(QPainter& painter, Level level, QPointF centre, double size, QColor color,
    ShapeStyle style = ShapeStyle::Filled);

/// Longer texts than this are cut before they are measured: nobody reads more in one line, and a
/// source may send a megabyte.
inline constexpr qsizetype kLongestText = 400;

/// A title's font: Inter's text cut at every size, since its display cut is drawn for numbers and
/// for words of one line of their own.
[[nodiscard]] QFont titleFont(double pixelSize);

/// Text with digits in cells of equal width (Qt 6.4 cannot ask a font for tabular digits), so that
/// clocks and values do not jitter. `anchor` is on the baseline; `alignment` says which end of the
/// text it is (left, horizontal centre, right).
void drawTabular(QPainter& painter, QPointF anchor, const QString& text, const QFont& font,
    QColor color, Qt::Alignment alignment = Qt::AlignLeft);
[[nodiscard]] double tabularWidth(const QFont& font, const QString& text);
/// The font, or a smaller one of the same kind in which the tabular text is no wider than `width`:
/// values shrink, they are never elided.
[[nodiscard]] QFont shrunkTo(const QFont& font, const QString& text, double width);

/// What drawText would take, unelided.
[[nodiscard]] double textWidth(const QFont& font, const QString& text);

/// Plain text in a rectangle, one line, elided at the end where it does not fit; never rich text.
/// Without a vertical alignment it is centred, capital letters and all.
void drawText(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text,
    const QFont& font, QColor color);

/// What a card says besides its level.
enum class CardState {
    Normal,
    Acknowledged,  ///< somebody has it: the border stays, and on the desk the RED tint goes
};

/// A card: bg1, radius 8, 1 px `line` for GREEN, Unknown and everything that has no level; or what
/// the level weighs (TOKENS §1): YELLOW and ORANGE border, ORANGE tint on the wall, RED border and
/// tint. The border is inside the rectangle.
void drawCard(QPainter& painter, const QRectF& rect, const Theme& theme, ScreenSizes sizes,
    Level level = Level::Unknown, CardState state = CardState::Normal);
/// The colour that drawCard fills with: what covers something on that card has to have it.
[[nodiscard]] QColor cardColor(
    const Theme& theme, ScreenSizes sizes, Level level, CardState state = CardState::Normal);
/// How thick drawCard's border is.
[[nodiscard]] double cardBorder(ScreenSizes sizes, Level level);
/// The same with a dashed border of 1 px, for unknown and shelved.
void drawDashedCard(
    QPainter& painter, const QRectF& rect, const Theme& theme, ScreenSizes sizes, QColor border);
/// The whole card, less its border: what has the card's corners and covers it, such as a filled
/// header or a hatched plot.
[[nodiscard]] QPainterPath cardInside(const QRectF& rect, ScreenSizes sizes, double border);

/// Diagonal hatch (rising to the right) of `color`, `width` px every `period` px measured across
/// the lines, clipped to `clip`; strokes of whole device pixels, no texture.
void drawHatch(
    QPainter& painter, const QPainterPath& clip, QColor color, double width, double period);

/// How a level badge is painted.
enum class BadgeStyle {
    Auto,  ///< no fill for GREEN, filled for worse
    OnHeader,  ///< on a header that is filled itself: no box, everything in the colour on the fill
    Plain,  ///< no box: shape and word only
};

/// The badge of a card's header or an alert's row: shape and word, by Truth "STALE" and "NO DATA"
/// in a dashed outline. `rightCentre` is the middle of its right edge, `pixelSize` that of the
/// word. Returns its rectangle; levelBadgeWidth says how wide that will be.
QRectF drawLevelBadge(QPainter& painter, const Theme& theme, Level level, Truth truth,
    QPointF rightCentre, double pixelSize, BadgeStyle style = BadgeStyle::Auto,
    ShapeStyle shape = ShapeStyle::Filled);
[[nodiscard]] double levelBadgeWidth(
    Level level, Truth truth, double pixelSize, BadgeStyle style = BadgeStyle::Auto);
/// "GREEN" … "RED", "STALE", "NO DATA": the word of a level that is as true as `truth`.
[[nodiscard]] QString levelWord(Level level, Truth truth);

/// An icon of resources/icons by its name ("chip"), stroked in `color`; cached by name, size,
/// colour and device pixel ratio.
void drawIcon(QPainter& painter, const QString& name, const QRectF& rect, QColor color,
    double strokeWidth = 1.75);

/// Headroom bar (TOKENS §5) of a value that is `fraction` of its limit: the limit mark stands at
/// 5/6, 3 px longer on both sides, and the hatch beyond it.
void drawHeadroomBar(QPainter& painter, const Theme& theme, const QRectF& rect, double fraction,
    Level level, bool stale, double markWidth = 2);

}  // namespace headroom::ui
