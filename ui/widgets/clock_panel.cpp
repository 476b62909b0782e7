// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/clock_panel.h"

#include "ui/widgets/line_text.h"
#include "ui/widgets/paint.h"

#include <algorithm>
#include <cmath>

namespace headroom::ui {

ClockPanel::ClockPanel(QWidget* parent)
    : Panel(parent)
{
    setAccessibleName(tr("Time and source"));
}

void ClockPanel::setDisplay(const ClockDisplay& display)
{
    if (display == display_) {
        return;
    }
    const bool otherSource = display.source != display_.source || display.truth != display_.truth;
    display_ = display;
    // Not the time: a screen reader would have to say it every second.
    if (otherSource) {
        setAccessibleDescription(
            isLost() ? tr("%1, no fresh data").arg(display_.source) : display_.source);
    }
    update();
}

QSize ClockPanel::sizeHint() const
{
    return sizes().wall ? QSize(qRound(px(456, 0)), qRound(px(108, 0)))
                        : QSize(qRound(px(0, 380)), qRound(px(0, 34)));
}

bool ClockPanel::isLost() const
{
    return display_.truth == Truth::Stale || display_.truth == Truth::NoData;
}

QString ClockPanel::icon() const
{
    if (display_.simulated) {
        return QStringLiteral("sim");
    }
    if (isLost() && display_.remote) {
        return QStringLiteral("unlink");
    }
    return display_.remote ? QStringLiteral("globe") : QStringLiteral("chip");
}

void ClockPanel::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (sizes().wall) {
        paintCard(painter);
    } else {
        paintLine(painter);
    }
}

void ClockPanel::paintBeat(QPainter& painter, QPointF centre)
{
    // A dot on its way around a ring: a screen that stands still is seen from afar.
    const double radius = px(6, 4);
    const QPointF steps[] = { { 0, -radius }, { radius, 0 }, { 0, radius }, { -radius, 0 } };
    painter.setPen(QPen(theme().color(Token::Line2), px(1.5, 1)));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(centre, radius, radius);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().color(Token::T1));
    const double dot = px(3.5, 2.5);
    painter.drawEllipse(centre + steps[display_.beat & 3], dot, dot);
}

void ClockPanel::paintCard(QPainter& painter)
{
    drawCard(painter, rect(), theme(), sizes());
    const double middle = height() / 2.0;
    const double left = px(22, 16);
    const double right = width() - px(22, 16);
    const QColor second = theme().color(Token::T2);
    QFont time = Theme::font(px(56, 28), 600);
    time.setLetterSpacing(QFont::AbsoluteSpacing, -0.03 * time.pixelSize());
    const QFont small = textFont(px(20, 13), bodyWeight(sizes()));
    drawTabular(painter, { left - px(2, 1), middle + px(4, 2) }, display_.time, time,
        theme().color(Token::T1));
    const double timeRight = left + tabularWidth(time, display_.time) + px(12, 8);
    drawLine(painter, { left, middle + px(38, 20) }, right - left, display_.date, small, second);

    drawTabular(
        painter, { right, middle - px(26, 14) }, display_.utc, small, second, Qt::AlignRight);

    const double icon = px(24, 15);
    const double sourceRoom = right - timeRight - icon - px(6, 4);
    if (sourceRoom > 0) {
        const double sourceWidth = std::min(tabularWidth(small, display_.source), sourceRoom);
        const double baseline = middle + px(8, 4);
        drawLine(painter, { right - sourceWidth, baseline }, sourceWidth, display_.source, small,
            theme().color(display_.simulated ? Token::Sim : Token::T1), Qt::AlignRight);
        drawIcon(painter, this->icon(),
            { right - sourceWidth - px(8, 5) - icon, baseline - 0.36 * small.pixelSize() - icon / 2,
                icon, icon },
            display_.simulated ? theme().color(Token::Sim) : second);
    }

    const QFont age = isLost() ? textFont(px(20, 13), 600) : small;
    const double baseline = middle + px(41, 20);
    drawTabular(painter, { right, baseline }, display_.age, age,
        isLost() ? theme().color(Token::T1) : second, Qt::AlignRight);
    paintBeat(painter,
        { right - tabularWidth(age, display_.age) - px(18, 13),
            baseline - 0.36 * age.pixelSize() });
}

void ClockPanel::paintLine(QPainter& painter)
{
    const QFont strong = textFont(px(14, 14), 600);
    const QFont plain = textFont(px(13, 13), bodyWeight(sizes()));
    const double baseline = std::round(height() / 2.0 + 0.36 * strong.pixelSize());
    const QColor second = theme().color(Token::T2);
    // From the right: what matters most stands last and is the last to go.
    double x = width();
    const auto fits = [&](double needed) { return x >= needed; };
    const double utc = tabularWidth(plain, display_.utc);
    const double time = tabularWidth(strong, display_.time);
    if (fits(utc + time + 14)) {
        drawTabular(painter, { x, baseline }, display_.utc, plain, theme().color(Token::T3),
            Qt::AlignRight);
        x -= utc + 14;
    }
    drawTabular(
        painter, { x, baseline }, display_.time, strong, theme().color(Token::T1), Qt::AlignRight);
    x -= time + 15;
    painter.fillRect(
        QRectF(std::round(x), height() / 2.0 - 10, 1, 20), theme().color(Token::Line2));
    x -= 14;

    const QFont age = isLost() ? textFont(px(13, 13), 600) : plain;
    const QColor ageColor = isLost() ? theme().color(Token::T1) : second;
    drawTabular(painter, { x, baseline }, display_.age, age, ageColor, Qt::AlignRight);
    x -= tabularWidth(age, display_.age) + 13;
    paintBeat(painter, { x, baseline - 0.36 * 13 });
    x -= 13;
    const double source = std::min(tabularWidth(plain, display_.source), x - 22);
    if (source > 16) {
        drawLine(painter, { x - source, baseline }, source, display_.source, plain, second);
        x -= source + 22;
        drawIcon(painter, icon(), { x, height() / 2.0 - 8, 16, 16 }, second);
    }
}

}  // namespace headroom::ui
