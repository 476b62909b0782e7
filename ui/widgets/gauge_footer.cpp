// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/gauge_footer.h"

#include "ui/widgets/gauge_card.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/sparkline.h"

#include <algorithm>

namespace headroom::ui {

namespace {

constexpr double kCapCentre = 0.3636;

// Lengths from the rule downwards; wall and desk.
struct FooterFigures {
    double label;
    double labelBaseline;
    double headroom;
    double headroomBaseline;
    double trend;
    double trendBaseline;
    double sparkWidth;
    double sparkHeight;
    double sparkTop;
    double sparkPen;
    double dot;
};

constexpr FooterFigures kWall { 18, 25.5, 50, 75, 20, 28, 224, 52, 37, 2.5, 6 };
constexpr FooterFigures kDesk { 12, 20.5, 25, 47, 13, 20, 128, 30, 25, 1.75, 4 };

bool isDim(const GaugeDisplay& display)
{
    return display.truth == Truth::Stale || display.truth == Truth::NoData;
}

QFont labelFont(double size, ScreenSizes sizes)
{
    QFont font = Theme::font(size, sizes.wall ? 600 : 500);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.05 * font.pixelSize());
    return font;
}

double arrowDegrees(TrendArrow arrow)
{
    switch (arrow) {
    case TrendArrow::Up:
        return 32;
    case TrendArrow::SteepUp:
        return 60;
    case TrendArrow::Down:
        return -32;
    case TrendArrow::SteepDown:
        return -60;
    case TrendArrow::Flat:
    case TrendArrow::None:
        break;
    }
    return 0;
}

void drawArrow(QPainter& painter, QPointF centre, double length, TrendArrow arrow, QColor color)
{
    const double half = length / 2;
    const double head = 0.36 * length;
    painter.save();
    painter.translate(centre);
    painter.rotate(-arrowDegrees(arrow));
    painter.setPen(QPen(color, 0.15 * length, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawLine(QPointF(-half, 0), QPointF(half, 0));
    painter.drawPolyline(QPolygonF({ { half - head, -head }, { half, 0 }, { half - head, head } }));
    painter.restore();
}

// Says something with an icon before it, right-aligned at a baseline.
void drawTag(QPainter& painter, QPointF rightBaseline, const QString& icon, const QString& text,
    const QFont& font, QColor color, double room)
{
    const double em = font.pixelSize();
    const double iconSize = 1.15 * em;
    const double width = std::min(tabularWidth(font, text), room - 1.5 * em);
    if (width <= em) {
        return;
    }
    const double left = rightBaseline.x() - width;
    if (width < tabularWidth(font, text)) {
        drawText(painter, QRectF(left, rightBaseline.y() - 1.2 * em, width, 2 * 0.8364 * em),
            Qt::AlignLeft, text, font, color);
    } else {
        drawTabular(painter, QPointF(left, rightBaseline.y()), text, font, color);
    }
    drawIcon(painter, icon,
        QRectF(left - 0.45 * em - iconSize, rightBaseline.y() - kCapCentre * em - iconSize / 2,
            iconSize, iconSize),
        color, 2);
}

// How old the value is, when that matters.
QString ageText(const GaugeDisplay& display)
{
    if (!display.lastTimeText.isEmpty()) {
        return GaugeCard::tr("last %1").arg(display.lastTimeText);
    }
    return display.truth == Truth::Late ? GaugeCard::tr("late") : GaugeCard::tr("no trend");
}

void drawTrend(QPainter& painter, const GaugeLook& look, const GaugeDisplay& display,
    QPointF rightBaseline, const QFont& font, double room)
{
    if (display.trendText.isEmpty()) {
        return;
    }
    const Theme& theme = look.theme;
    const double em = font.pixelSize();
    const double text = tabularWidth(font, display.trendText);
    const double arrow = display.trendArrow == TrendArrow::None ? 0 : 1.5 * em;
    double window = tabularWidth(font, display.trendWindow) + 0.55 * em;
    if (text + arrow + window > room) {
        window = 0;
    }
    if (text + arrow + window > room) {
        return;
    }
    double x = rightBaseline.x();
    if (window > 0) {
        drawTabular(painter, rightBaseline, display.trendWindow, font, theme.color(Token::T3),
            Qt::AlignRight);
        x -= window;
    }
    drawTabular(painter, QPointF(x, rightBaseline.y()), display.trendText, font,
        theme.color(Token::T2), Qt::AlignRight);
    if (arrow > 0) {
        drawArrow(painter, QPointF(x - text - 1.1 * em, rightBaseline.y() - kCapCentre * em),
            0.8 * em, display.trendArrow,
            theme.color(display.level >= Level::Yellow ? Token::T1 : Token::T2));
    }
}

// "▽ live 34", the triangle as on the gauge.
void drawGhostWords(QPainter& painter, const GaugeLook& look, const QString& text,
    QPointF rightBaseline, const QFont& font, double room)
{
    const double em = font.pixelSize();
    const double width = tabularWidth(font, text);
    if (width + 1.4 * em > room) {
        return;
    }
    drawTabular(painter, rightBaseline, text, font, look.theme.color(Token::T2), Qt::AlignRight);
    const QPointF at(rightBaseline.x() - width - 0.9 * em, rightBaseline.y() - kCapCentre * em);
    painter.setPen(
        QPen(look.theme.color(Token::T1), 0.12 * em, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolygon(QPolygonF({ at + QPointF(-0.4 * em, -0.32 * em),
        at + QPointF(0.4 * em, -0.32 * em), at + QPointF(0, 0.4 * em) }));
}

// What stands right in the footer's upper line.
void paintRightLine(QPainter& painter, const GaugeLook& look, const GaugeDisplay& display,
    QPointF rightBaseline, double size, double room)
{
    const QFont font = Theme::font(size, look.sizes.wall ? 500 : 400);
    const QFont bold = Theme::font(size, 600);
    const Theme& theme = look.theme;
    if (!display.ghostText.isEmpty() && display.trendText.isEmpty()) {
        drawGhostWords(painter, look, display.ghostText, rightBaseline, font, room);
    } else if (display.truth == Truth::Stale || display.truth == Truth::Late) {
        const bool hasTime = !display.lastTimeText.isEmpty() || display.truth == Truth::Late;
        if (!hasTime) {
            drawTabular(painter, rightBaseline, ageText(display), font, theme.color(Token::T3),
                Qt::AlignRight);
            return;
        }
        const bool late = display.truth == Truth::Late;
        drawTag(painter, rightBaseline, QStringLiteral("clock"), ageText(display),
            late ? font : bold, theme.color(late ? Token::T2 : Token::T1), room);
    } else if (display.level == Level::Red && !display.unacknowledged
        && !display.acknowledgedText.isEmpty()) {
        drawTag(painter, rightBaseline, QStringLiteral("check"), display.acknowledgedText, bold,
            theme.color(Token::T2), room);
    } else {
        drawTrend(painter, look, display, rightBaseline, font, room);
    }
}

void paintSpark(QPainter& painter, const GaugeLook& look, const GaugeDisplay& display,
    const FooterFigures& figure, double leftEnd)
{
    const double unit = look.layout.unit;
    const QRectF& footer = look.layout.footer;
    const double right = footer.right() - look.layout.padding;
    const double width = std::min(figure.sparkWidth * unit, right - leftEnd);
    if (width < 0.4 * figure.sparkWidth * unit) {
        return;
    }
    const Theme& theme = look.theme;
    const bool live = !isDim(display);
    SparklineStyle style;
    style.line = theme.color(live ? Token::Data : Token::Data2);
    style.width = figure.sparkPen * unit;
    style.dotRadius = figure.dot * unit;
    if (live) {
        style.dot = display.level >= Level::Yellow ? theme.level(display.level).mark
                                                   : theme.color(Token::T1);
    }
    drawSparkline(painter,
        QRectF(
            right - width, footer.top() + figure.sparkTop * unit, width, figure.sparkHeight * unit),
        display.spark, style);
}

void paintCompact(
    QPainter& painter, const GaugeLook& look, const GaugeDisplay& display, QColor label, QColor ink)
{
    const double unit = look.layout.unit * (look.sizes.wall ? 1.6 : 1);
    const QRectF line
        = look.layout.footer.adjusted(look.layout.padding, 0, -look.layout.padding, 0);
    const QFont font = shrunkTo(Theme::font(18 * unit, 600), display.headroomText, line.width());
    const double baseline = line.center().y() + kCapCentre * font.pixelSize();
    drawTabular(
        painter, QPointF(line.right(), baseline), display.headroomText, font, ink, Qt::AlignRight);
    const double room = line.width() - tabularWidth(font, display.headroomText) - 6 * unit;
    const double size = 11 * unit;
    const bool isOld = display.truth == Truth::Stale || display.truth == Truth::Late;
    if (isOld && !display.lastTimeText.isEmpty()) {
        // How old outranks what the percentage is called.
        const QFont tag = Theme::font(12 * unit, 600);
        const double width
            = std::min(room, tabularWidth(tag, display.lastTimeText) + 1.6 * 12 * unit);
        drawTag(painter, QPointF(line.left() + width, line.center().y() + kCapCentre * 12 * unit),
            QStringLiteral("clock"), display.lastTimeText, tag, look.theme.color(Token::T1), width);
        return;
    }
    drawText(painter, QRectF(line.left(), line.top(), room, line.height()), Qt::AlignLeft,
        display.headroomLabel, labelFont(size, look.sizes), label);
}

}  // namespace

void paintGaugeFooter(QPainter& painter, const GaugeLook& look, const GaugeDisplay& display)
{
    const GaugeCardLayout& layout = look.layout;
    const QRectF& footer = layout.footer;
    if (footer.height() < 12) {
        return;
    }
    const Theme& theme = look.theme;
    const bool tinted = look.background != theme.color(Token::Bg1);
    const QColor label = theme.color(tinted ? Token::T2 : Token::T3);
    const QColor ink = theme.color(isDim(display) ? Token::T3 : Token::T1);
    if (layout.compact) {
        paintCompact(painter, look, display, label, ink);
        return;
    }
    const FooterFigures& figure = look.sizes.wall ? kWall : kDesk;
    const double unit = layout.unit;
    const double left = layout.padding;
    const double right = footer.right() - layout.padding;
    const QFont small = labelFont(figure.label * unit, look.sizes);
    const QFont big = Theme::font(figure.headroom * unit, 600);
    const double labelEnd = left + std::min(textWidth(small, display.headroomLabel), right - left);
    drawText(painter,
        QRectF(left,
            footer.top() + figure.labelBaseline * unit - kCapCentre * small.pixelSize() - 20,
            right - left, 40),
        Qt::AlignLeft, display.headroomLabel, small, label);
    const QFont fitting = shrunkTo(big, display.headroomText, right - left);
    drawTabular(painter, QPointF(left, footer.top() + figure.headroomBaseline * unit),
        display.headroomText, fitting, ink);

    if (display.truth == Truth::NoData) {
        const double size = figure.trend * unit;
        drawTag(painter, QPointF(right, footer.center().y() + kCapCentre * size),
            QStringLiteral("src"), display.sourceText, Theme::font(size, 600),
            theme.color(Token::T2), right - labelEnd - 16 * unit);
        return;
    }
    paintRightLine(painter, look, display,
        QPointF(right, footer.top() + figure.trendBaseline * unit), figure.trend * unit,
        right - labelEnd - 12 * unit);
    if (layout.hasSparkline) {
        paintSpark(painter, look, display, figure,
            left + tabularWidth(fitting, display.headroomText) + 12 * unit);
    }
}

}  // namespace headroom::ui
