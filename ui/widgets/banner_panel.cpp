// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/banner_panel.h"

#include "ui/widgets/line_text.h"
#include "ui/widgets/motion.h"
#include "ui/widgets/paint.h"

#include <algorithm>
#include <cmath>

namespace headroom::ui {

namespace {

// Share of a font's size that its capitals are high, for Inter; centres a word on its capitals.
constexpr double kCapital = 0.727;

void fillRounded(QPainter& painter, const QRectF& rect, double radius, QColor color)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(rect, radius, radius);
}

void strokeInside(QPainter& painter, const QRectF& rect, double radius, double width, QColor color)
{
    const double half = width / 2;
    painter.setPen(QPen(color, width));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius - half, radius - half);
}

}  // namespace

BannerPanel::BannerPanel(QWidget* parent)
    : AlternatingPanel(parent)
{
    setAccessibleName(tr("Level"));
}

void BannerPanel::setDisplay(const BannerDisplay& display)
{
    if (display == display_) {
        return;
    }
    display_ = display;
    setAlternating(display_.unacknowledged && isKnown() && display_.level >= Level::Orange);
    setAccessibleName((display_.simulated ? QStringLiteral("SIMULATION. ") : QString())
        + levelWord(display_.level, display_.truth)
        + (isStale() ? u' ' + display_.staleFor : QString()) + QStringLiteral(". ")
        + display_.title);
    setAccessibleDescription(display_.detail);
    update();
}

bool BannerPanel::isKnown() const
{
    return (display_.truth == Truth::Live || display_.truth == Truth::Late)
        && display_.level != Level::Unknown;
}

bool BannerPanel::isCompact() const { return !sizes().wall && height() < 64 * sizes().scale; }

void BannerPanel::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGround(painter);
    if (isStale()) {
        paintStale(painter);
    } else {
        paintLevel(painter);
    }
}

void BannerPanel::paintGround(QPainter& painter)
{
    const QRectF card = rect();
    const double radius = 8 * sizes().scale;
    if (isStale()) {
        fillRounded(painter, card, radius, theme().color(Token::Bg1));
        drawHatch(painter, cardInside(card, sizes(), 0), theme().color(Token::Bg3), px(13, 9),
            px(26, 18));
        strokeInside(painter, card, radius, px(3, 3), theme().color(Token::T1));
    } else if (!isKnown()) {
        drawDashedCard(painter, card, theme(), sizes(), theme().color(Token::T3));
    } else if (display_.level == Level::Red) {
        fillRounded(painter, card, radius, theme().level(Level::Red).fill);
    } else {
        drawCard(painter, card, theme(), sizes());
        if (display_.level >= Level::Yellow) {
            const double border = isCompact() ? px(2, 2) : px(3, 2);
            strokeInside(painter, card, radius, border, theme().level(display_.level).mark);
        }
    }
}

void BannerPanel::paintLevel(QPainter& painter)
{
    const bool red = isKnown() && display_.level == Level::Red;
    const LevelColors& colors = theme().level(isKnown() ? display_.level : Level::Unknown);
    const double middle = height() / 2.0;
    const double shape = px(61, isCompact() ? 28 : 34);
    const QPointF shapeAt(px(59, isCompact() ? 27 : 36), middle);
    const ShapeStyle style = display_.unacknowledged && isKnown()
        ? Alternation::shared().shape(display_.level)
        : ShapeStyle::Filled;
    if (red) {
        drawLevelShape(painter, display_.level, shapeAt, shape, colors.onFill, style);
    } else {
        drawLevelShape(
            painter, theme(), isKnown() ? display_.level : Level::Unknown, shapeAt, shape, style);
    }

    // GREEN's calm is a lighter word than its shape; RED's is that on its fill.
    const bool onFill = red || display_.level == Level::Green;
    const QColor wordColor = !isKnown() ? theme().color(Token::T1)
        : onFill                        ? colors.onFill
                                        : colors.fg;
    const QString word = levelWord(display_.level, display_.truth);
    const double wordLeft = px(117, isCompact() ? 52 : 69);
    QFont font = fittedFont(Theme::font(px(68, isCompact() ? 26 : 34), 700), word,
        width() - wordLeft - px(22, 16), 0.3);
    font.setLetterSpacing(QFont::AbsoluteSpacing, -0.01 * font.pixelSize());
    drawMiddle(painter, { wordLeft, middle }, width() - wordLeft - px(8, 6), word, font, wordColor);

    double left = wordLeft + tabularWidth(font, word) + px(30, isCompact() ? 12 : 17);
    if (!isCompact()) {
        const double half = px(32, 21);
        painter.fillRect(QRectF(std::round(left), middle - half, 1, 2 * half),
            red ? colors.onFill : theme().color(Token::Line2));
        left += px(28, 17);
    }
    const double end = display_.simulated ? paintBadge(painter) : width() - px(22, 16);
    const QRectF room(left, 0, end - left, height());
    paintSentence(painter, room, red ? colors.onFill : theme().color(Token::T1),
        red ? colors.onFill : theme().color(Token::T2));
}

double BannerPanel::paintBadge(QPainter& painter)
{
    const QString word = QStringLiteral("SIMULATION");
    const QFont font = textFont(px(29, 15), 700);
    const QSizeF size(tabularWidth(font, word) + px(40, 24), px(56, 30));
    const QRectF badge(
        QPointF(width() - px(22, 14) - size.width(), (height() - size.height()) / 2), size);
    fillRounded(painter, badge, px(4, 4), theme().color(Token::Sim));
    drawText(painter, badge, Qt::AlignHCenter, word, font, theme().color(Token::OnSim));
    return badge.left() - px(16, 10);
}

void BannerPanel::paintStale(QPainter& painter)
{
    const double margin = px(17, isCompact() ? 8 : 11);
    const double middle = height() / 2.0;
    const QString word = levelWord(Level::Unknown, Truth::Stale) + u' ' + display_.staleFor;
    const double wordLeft = px(103, isCompact() ? 46 : 58);
    const double padding = px(22, 12);
    const QFont font = fittedFont(Theme::font(px(57, isCompact() ? 22 : 30), 700), word,
        width() - wordLeft - padding - margin, 0.3);
    const double plateRight
        = std::min(wordLeft + tabularWidth(font, word) + padding, width() - margin);
    const QRectF plate(margin, margin, plateRight - margin, height() - 2 * margin);
    fillRounded(painter, plate, px(4, 4), theme().color(Token::T1));
    drawLevelShape(painter, Level::Unknown, { px(60, isCompact() ? 26 : 33), middle },
        px(45, isCompact() ? 20 : 26), theme().color(Token::Bg1));
    painter.save();
    painter.setClipRect(plate);
    drawTabular(painter, { wordLeft, middle + kCapital / 2 * font.pixelSize() }, word, font,
        theme().color(Token::Bg1));
    painter.restore();

    const QRectF second(
        QPointF(plateRight + px(13, 8), margin), QPointF(width() - margin, height() - margin));
    if (second.width() > px(60, 40)) {
        fillRounded(painter, second, px(4, 4), theme().color(Token::Bg1));
        const double inset = px(20, 12);
        paintSentence(painter,
            QRectF(second.left() + inset, 0, second.width() - 1.5 * inset, height()),
            theme().color(Token::T1), theme().color(Token::T1));
    }
}

void BannerPanel::paintSentence(QPainter& painter, const QRectF& room, QColor title, QColor detail)
{
    const double middle = room.center().y();
    const QFont titleFont
        = fittedFont(textFont(px(32, isCompact() ? 14 : 16), 600), display_.title, room.width());
    const QFont detailFont
        = fittedFont(textFont(px(isStale() ? 22 : 24, isCompact() ? 13 : 14), bodyWeight(sizes())),
            display_.detail, room.width(), 0.8);
    if (display_.detail.isEmpty()) {
        drawText(painter, room, Qt::AlignLeft, display_.title, titleFont, title);
        return;
    }
    drawLine(painter, { room.left(), middle - px(6, isCompact() ? 5 : 4) }, room.width(),
        display_.title, titleFont, title);
    drawLine(painter, { room.left(), middle + px(isStale() ? 26 : 29, isCompact() ? 13 : 14) },
        room.width(), display_.detail, detailFont, detail);
}

}  // namespace headroom::ui
