// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/gauge_texts.h"

#include "ui/widgets/paint.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPaintDevice>

#include <algorithm>
#include <cmath>

namespace headroom::ui {

namespace {

constexpr double kCapCentre = 0.3636;  // Inter: half the height of its capitals, in em
constexpr double kValueBaseline = 0.13;
constexpr double kUnitBaseline = 0.36;
constexpr double kNextCentre = 0.86;
constexpr double kReasonBaseline = 0.385;
// On a gauge smaller than this share of its figures only the value is still legible.
constexpr double kSmallestTexts = 0.7;

bool isTooSmallForWords(const GaugeLook& look)
{
    return look.layout.gaugeUnit < kSmallestTexts * look.layout.unit;
}

bool isDim(const GaugeDisplay& display)
{
    return display.truth == Truth::Stale || display.truth == Truth::NoData;
}

QFont widened(QFont font)
{
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.05 * font.pixelSize());
    return font;
}

void drawCentred(QPainter& painter, QPointF baseline, const QString& text, const QFont& font,
    QColor color, double width)
{
    drawTabular(painter, baseline, text, shrunkTo(font, text, width), color, Qt::AlignHCenter);
}

// "17 to", a shape, "YELLOW": centred together.
void paintWithLevel(QPainter& painter, const GaugeLook& look, const QString& before, Level level,
    bool coloured, double centreY)
{
    const QFont whole = gaugeTexts(look.sizes, look.layout).next;
    const QString word = levelWord(level, Truth::Live);
    const double shapeAndGaps = 1.36 * whole.pixelSize();
    const QFont font = shrunkTo(
        whole, before + word, look.layout.plot.width() - 2 * look.layout.padding - shapeAndGaps);
    const double em = font.pixelSize();
    const double shape = 0.76 * em;
    const double gap = 0.3 * em;
    const double beforeWidth = tabularWidth(font, before);
    const double wordWidth = QFontMetricsF(font).horizontalAdvance(word);
    const double width = beforeWidth + gap + shape + gap + wordWidth;
    double x = look.layout.centre.x() - width / 2;
    const double baseline = centreY + kCapCentre * em;
    const QColor ink = look.theme.color(Token::T2);
    drawTabular(painter, QPointF(x, baseline), before, font, ink);
    x += beforeWidth + gap;
    // A little low: shapes stand on the line that the words stand on.
    const QPointF at(x + shape / 2, centreY + 0.07 * em);
    if (coloured) {
        drawLevelShape(painter, look.theme, level, at, shape);
    } else {
        drawLevelShape(painter, level, at, shape, ink);
    }
    drawTabular(painter, QPointF(x + shape + gap, baseline), word, font, ink);
}

void paintNext(QPainter& painter, const GaugeLook& look, const GaugeDisplay& display)
{
    const double y = look.layout.centre.y() + kNextCentre * look.layout.radius;
    if (display.truth == Truth::Stale) {
        if (display.wasLevel != Level::Unknown) {
            paintWithLevel(painter, look,
                QCoreApplication::translate("headroom::ui::GaugeCard", "was"), display.wasLevel,
                false, y);
        }
        return;
    }
    if (display.nextText.isEmpty()) {
        return;
    }
    if (display.nextLevel == Level::Unknown) {
        const QFont font = gaugeTexts(look.sizes, look.layout).next;
        drawCentred(painter, QPointF(look.layout.centre.x(), y + kCapCentre * font.pixelSize()),
            display.nextText, font, look.theme.color(Token::T2),
            look.layout.plot.width() - 2 * look.layout.padding);
        return;
    }
    // Lit rule: a shape has its colour once something has been crossed.
    paintWithLevel(
        painter, look, display.nextText, display.nextLevel, display.level >= Level::Yellow, y);
}

void paintReason(QPainter& painter, const GaugeLook& look, const QString& reason)
{
    const double radius = look.layout.radius;
    // Never smaller than what people can read, even if it takes a line more.
    const double smallest = look.sizes.px(16, 12);
    const QFont font = Theme::font(std::max(0.135 * radius, smallest), look.sizes.wall ? 500 : 400);
    QPointF at = look.layout.centre + QPointF(0, kReasonBaseline * radius);
    for (const QString& line : wrapped(reason, font, 1.22 * radius, 3)) {
        drawTabular(painter, at, line, font, look.theme.color(Token::T2), Qt::AlignHCenter);
        at.ry() += 1.43 * font.pixelSize();
    }
}

}  // namespace

GaugeTexts gaugeTexts(ScreenSizes sizes, const GaugeCardLayout& layout)
{
    const double px = layout.gaugeUnit;
    const int body = sizes.wall ? 500 : 400;
    if (layout.compact && !sizes.wall) {
        return { Theme::font(40 * px, 600), Theme::font(12 * px, body),
            Theme::font(12.5 * px, body), Theme::font(12 * px, body), Theme::font(12 * px, 600),
            widened(Theme::font(10 * px, 600)), 5 * px };
    }
    if (sizes.wall) {
        return { Theme::font(82 * px, 600), Theme::font(24 * px, body), Theme::font(22 * px, body),
            Theme::font(20 * px, body), Theme::font(20 * px, 600),
            widened(Theme::font(16 * px, 600)), 10 * px };
    }
    return { Theme::font(50 * px, 600), Theme::font(14 * px, body), Theme::font(14 * px, body),
        Theme::font(13 * px, body), Theme::font(13 * px, 600), widened(Theme::font(11 * px, 600)),
        7 * px };
}

QStringList wrapped(const QString& text, const QFont& font, double width, int count)
{
    const QFontMetricsF metrics(font);
    QStringList lines;
    QString line;
    const QStringList words
        = text.left(kLongestText).simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString& word : words) {
        const QString longer = line.isEmpty() ? word : line + QLatin1Char(' ') + word;
        const bool isLast = lines.size() + 1 >= count;
        if (line.isEmpty() || isLast || metrics.horizontalAdvance(longer) <= width) {
            line = longer;
            continue;
        }
        lines << line;
        line = word;
    }
    if (!line.isEmpty()) {
        lines << line;
    }
    for (QString& each : lines) {
        each = metrics.elidedText(each, Qt::ElideRight, width);
    }
    return lines;
}

void paintLimit(
    QPainter& painter, const GaugeLook& look, const GaugeDisplay& display, double fromShare)
{
    const GaugeTexts texts = gaugeTexts(look.sizes, look.layout);
    const QPointF centre = look.layout.centre;
    const double end = centre.x() + look.layout.radius + texts.limitLine;
    // On whole device pixels: this line is what every value is read against.
    const double ratio = painter.device()->devicePixelRatioF();
    const double thickness = std::max(2.0, std::round(0.022 * look.layout.radius * ratio) / ratio);
    const double top = std::round((centre.y() - thickness / 2) * ratio) / ratio;
    const double start = centre.x() + fromShare * look.layout.radius;
    painter.fillRect(QRectF(start, top, end - start, thickness), look.theme.color(Token::T1));
    if (isTooSmallForWords(look)) {
        return;
    }
    const double left = end + 5 * look.layout.gaugeUnit;
    const double room = look.layout.card.right() - left - 2 * look.layout.unit;
    if (room <= 0) {
        return;
    }
    const QFont number = shrunkTo(texts.limit, display.limitText, room);
    const QFont word = shrunkTo(texts.limitWord, display.limitWord, room);
    const double baseline = centre.y() + 0.36 * texts.limit.pixelSize();
    drawTabular(
        painter, QPointF(left, baseline), display.limitText, number, look.theme.color(Token::T1));
    drawTabular(painter, QPointF(left, baseline + 1.15 * texts.limitWord.pixelSize()),
        display.limitWord, word, look.theme.color(Token::T3));
}

void paintGaugeTexts(
    QPainter& painter, const GaugeLook& look, const GaugeDisplay& display, double innerDiameter)
{
    const double radius = look.layout.radius;
    const QColor ink = look.theme.color(isDim(display) ? Token::T3 : Token::T1);
    if (!(radius > 0)) {  // no room for a gauge: the value alone
        const QRectF plot = look.layout.plot;
        const QFont font
            = shrunkTo(Theme::font(std::min(plot.height() * 0.7, 32 * look.layout.unit), 600),
                display.valueText, plot.width() - 2 * look.layout.padding);
        drawTabular(painter,
            QPointF(plot.center().x(), plot.center().y() + kCapCentre * font.pixelSize()),
            display.valueText, font, ink, Qt::AlignHCenter);
        return;
    }
    const GaugeTexts texts = gaugeTexts(look.sizes, look.layout);
    const QPointF centre = look.layout.centre;
    drawCentred(painter, centre + QPointF(0, kValueBaseline * radius), display.valueText,
        texts.value, ink, 0.94 * innerDiameter * radius);
    if (isTooSmallForWords(look)) {
        return;
    }
    if (display.truth == Truth::NoData) {
        paintReason(painter, look, display.reason);
        return;
    }
    const double half = innerDiameter / 2;
    const double chord = 2 * std::sqrt(half * half - kUnitBaseline * kUnitBaseline);
    drawCentred(painter, centre + QPointF(0, kUnitBaseline * radius), display.unitText, texts.unit,
        look.theme.color(isDim(display) ? Token::T3 : Token::T2), 0.98 * chord * radius);
    paintNext(painter, look, display);
}

}  // namespace headroom::ui
