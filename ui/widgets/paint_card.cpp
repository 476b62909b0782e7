// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/paint.h"

#include <QFontMetricsF>

#include <cmath>

namespace headroom::ui {

namespace {

constexpr double kCardRadius = 8;
constexpr double kBadgeRadius = 4;  // and more on a large badge

double scaled(ScreenSizes sizes, double px) { return px * sizes.scale; }

void fillRing(QPainter& painter, const QRectF& rect, double radius, double border, QColor color)
{
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    path.addRoundedRect(rect, radius, radius);
    const double inner = std::max(0.0, radius - border);
    path.addRoundedRect(rect.adjusted(border, border, -border, -border), inner, inner);
    painter.fillPath(path, color);
}

void fillRounded(QPainter& painter, const QRectF& rect, double radius, QColor color)
{
    QPainterPath path;
    path.addRoundedRect(rect, radius, radius);
    painter.fillPath(path, color);
}

// Where a badge's parts stand, in em of its word; see the reference pictures.
struct BadgeLayout {
    QFont font;
    QString word;
    double shape = 0;
    double padding = 0;
    double gap = 0;
    double wordWidth = 0;
    double height = 0;
    double radius = kBadgeRadius;
    double lift = 0;  // of the word above the shape's middle
    bool boxed = false;

    [[nodiscard]] double width() const { return 2 * padding + shape + gap + wordWidth; }
};

BadgeLayout badgeLayout(Level level, Truth truth, double pixelSize, BadgeStyle style)
{
    BadgeLayout layout;
    const bool unknown = truth == Truth::Stale || truth == Truth::NoData || level == Level::Unknown;
    layout.boxed = style == BadgeStyle::Auto && (unknown || level != Level::Green);
    double em = pixelSize;
    if (style == BadgeStyle::OnHeader) {  // without a box of its own it has the box's room
        em *= 1.09;
    } else if (layout.boxed && pixelSize >= 18) {
        em *= 0.95;
    }
    layout.font = Theme::font(em, 700);
    // Theme narrows big text; a word in capitals is widened instead.
    layout.font.setLetterSpacing(QFont::AbsoluteSpacing, 0.05 * em);
    layout.word = levelWord(level, truth);
    layout.wordWidth = QFontMetricsF(layout.font).horizontalAdvance(layout.word);
    layout.shape = em;
    layout.gap = (layout.boxed && em >= 18 ? 0.5 : 0.36) * em;
    layout.padding = layout.boxed ? 0.6 * em : 0;
    layout.radius = std::max(kBadgeRadius, 0.18 * em);
    layout.lift = (em >= 18 ? 0.07 : 0.02) * em;
    layout.height = std::round((em >= 18 ? 1.6 : 1.69) * em);
    return layout;
}

}  // namespace

double cardBorder(ScreenSizes sizes, Level level)
{
    switch (level) {
    case Level::Yellow:
    case Level::Orange:
        return sizes.px(2.5, 2);
    case Level::Red:
        return sizes.px(3, 3);
    case Level::Unknown:
    case Level::Green:
        break;
    }
    return 1;
}

QColor cardColor(const Theme& theme, ScreenSizes sizes, Level level, CardState state)
{
    const bool calm = state == CardState::Acknowledged && !sizes.wall;
    const bool tinted = (level == Level::Red && !calm) || (level == Level::Orange && sizes.wall);
    return tinted ? theme.level(level).tint : theme.color(Token::Bg1);
}

void drawCard(QPainter& painter, const QRectF& rect, const Theme& theme, ScreenSizes sizes,
    Level level, CardState state)
{
    const double radius = scaled(sizes, kCardRadius);
    fillRounded(painter, rect, radius, cardColor(theme, sizes, level, state));
    const QColor border
        = level >= Level::Yellow ? theme.level(level).mark : theme.color(Token::Line);
    fillRing(painter, rect, radius, cardBorder(sizes, level), border);
}

void drawDashedCard(
    QPainter& painter, const QRectF& rect, const Theme& theme, ScreenSizes sizes, QColor border)
{
    const double radius = scaled(sizes, kCardRadius);
    fillRounded(painter, rect, radius, theme.color(Token::Bg1));
    QPen pen(border, 1, Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern({ 3, 2 });
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius - 0.5, radius - 0.5);
}

QPainterPath cardInside(const QRectF& rect, ScreenSizes sizes, double border)
{
    const double radius = std::max(0.0, scaled(sizes, kCardRadius) - border);
    QPainterPath path;
    path.addRoundedRect(rect.adjusted(border, border, -border, -border), radius, radius);
    return path;
}

QString levelWord(Level level, Truth truth)
{
    switch (truth) {
    case Truth::Stale:
        return QStringLiteral("STALE");
    case Truth::NoData:
        return QStringLiteral("NO DATA");
    case Truth::Live:
    case Truth::Late:
        break;
    }
    const auto word = toString(level);
    return QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()));
}

double levelBadgeWidth(Level level, Truth truth, double pixelSize, BadgeStyle style)
{
    return badgeLayout(level, truth, pixelSize, style).width();
}

QRectF drawLevelBadge(QPainter& painter, const Theme& theme, Level level, Truth truth,
    QPointF rightCentre, double pixelSize, BadgeStyle style, ShapeStyle shape)
{
    const BadgeLayout layout = badgeLayout(level, truth, pixelSize, style);
    const bool unknown = truth == Truth::Stale || truth == Truth::NoData || level == Level::Unknown;
    const Level shown = unknown ? Level::Unknown : level;
    // Whole pixels, or the box has soft edges.
    const QRectF box(std::round(rightCentre.x() - layout.width()),
        std::round(rightCentre.y() - layout.height / 2),
        rightCentre.x() - std::round(rightCentre.x() - layout.width()), layout.height);
    const LevelColors& colors = theme.level(shown);
    QColor ink = colors.onFill;
    if (unknown && style != BadgeStyle::OnHeader) {
        ink = theme.color(Token::T1);
        if (layout.boxed) {
            QPen pen(theme.color(Token::T3), 1, Qt::CustomDashLine, Qt::FlatCap);
            pen.setDashPattern({ 3.2, 2 });
            painter.setPen(pen);
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(
                box.adjusted(0.5, 0.5, -0.5, -0.5), layout.radius - 0.5, layout.radius - 0.5);
        }
    } else if (layout.boxed) {
        fillRounded(painter, box, layout.radius, colors.fill);
    } else if (style != BadgeStyle::OnHeader) {
        ink = colors.fg;
    }
    const QPointF shapeAt(box.left() + layout.padding + layout.shape / 2, box.center().y());
    if (unknown || layout.boxed || style == BadgeStyle::OnHeader) {
        drawLevelShape(painter, shown, shapeAt, layout.shape, ink, shape);
    } else {
        drawLevelShape(painter, theme, shown, shapeAt, layout.shape, shape);
    }
    const QFontMetricsF metrics(layout.font);
    painter.setFont(layout.font);
    painter.setPen(ink);
    painter.drawText(
        QPointF(box.left() + layout.padding + layout.shape + layout.gap,
            box.center().y() - layout.lift + (metrics.ascent() - metrics.descent()) / 2),
        layout.word);
    return box;
}

}  // namespace headroom::ui
