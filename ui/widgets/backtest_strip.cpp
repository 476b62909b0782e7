// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/backtest_strip.h"

#include "ui/widgets/line_text.h"
#include "ui/widgets/paint.h"

#include <algorithm>

namespace headroom::ui {

namespace {

constexpr double kSide = 10;  // as the band above it
constexpr double kStripTop = 0;
constexpr double kWantedHeight = 8;
constexpr double kNowHeight = 4;
constexpr double kLeastMark = 2;

}  // namespace

BacktestStrip::BacktestStrip(QWidget* parent)
    : Panel(parent)
{
    setFixedHeight(kHeight);
}

void BacktestStrip::setDisplay(const BacktestDisplay& display)
{
    display_ = display;
    setAccessibleName(display.text);
    setToolTip(display.isKnown
            ? tr("above: with these thresholds; below, in grey: with those in force")
            : QString());
    update();
}

void BacktestStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double span = std::max(1.0, width() - 2 * kSide);
    painter.fillRect(QRectF(kSide, kStripTop, span, kWantedHeight), theme().color(Token::Track));
    const auto paint = [&](const QVector<StripMark>& marks, double top, double height, bool isLit) {
        double paintedTo = -1;
        Level paintedLevel = Level::Unknown;
        for (const auto& mark : marks) {
            const double from = kSide + mark.from * span;
            const double to = std::max(from + kLeastMark, kSide + mark.to * span);
            // Thousands of marks in one pixel are one mark, of the worst level.
            if (to <= paintedTo && mark.level <= paintedLevel) {
                continue;
            }
            painter.fillRect(QRectF(from, top, to - from, height),
                isLit ? theme().level(mark.level).mark : theme().color(Token::Data2));
            paintedTo = to;
            paintedLevel = mark.level;
        }
    };
    paint(display_.wanted, kStripTop, kWantedHeight, true);
    paint(display_.now, kStripTop + kWantedHeight + 1, kNowHeight, false);
    const QFont font = Theme::font(13, 400);
    const bool isShort = !display_.shortText.isEmpty() && textWidth(font, display_.text) > width();
    drawMiddle(painter, { 0, kHeight - 10.0 }, width(),
        isShort ? display_.shortText : display_.text, font,
        theme().color(display_.isKnown ? Token::T2 : Token::T3));
}

}  // namespace headroom::ui
