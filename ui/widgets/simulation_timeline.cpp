// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/simulation_timeline.h"

#include "ui/widgets/accessible.h"
#include "ui/widgets/control.h"
#include "ui/widgets/line_text.h"
#include "ui/widgets/paint.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace headroom::ui {

namespace {

constexpr double kPadding = 18;
constexpr double kTop = 46;
constexpr double kFoot = 30;
constexpr double kStep = 0.01;
constexpr double kPage = 0.1;

}  // namespace

SimulationTimeline::SimulationTimeline(QWidget* parent)
    : Panel(parent)
{
    setAccessibleRole(*this, QAccessible::Slider);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("What would happen"));
    setCursor(Qt::PointingHandCursor);
}

void SimulationTimeline::setDisplay(const TimelineDisplay& display)
{
    if (display_ == display) {
        return;
    }
    display_ = display;
    QStringList words { display_.positionText };
    for (const auto& row : display_.rows) {
        for (const auto& span : row.spans) {
            if (span.from <= display_.position && display_.position <= span.to) {
                words << row.title + QLatin1Char(' ') + span.text;
                break;
            }
        }
    }
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    update();
}

QRectF SimulationTimeline::plot() const
{
    const double left = width() < 620 ? 110 : 168;
    return { left, kTop, qMax(10.0, width() - left - 38), qMax(10.0, height() - kTop - kFoot - 6) };
}

void SimulationTimeline::paintRow(QPainter& painter, const TimelineRow& row, const QRectF& lane)
{
    const QFont font = Theme::font(12, 650);
    for (const auto& span : row.spans) {
        const QRectF box(lane.left() + span.from * lane.width(), lane.top(),
            qMax(1.0, (span.to - span.from) * lane.width() - 1), lane.height());
        const bool isRed = span.level == Level::Red;
        painter.fillRect(box, isRed ? theme().level(Level::Red).fill : theme().color(Token::Bg3));
        if (span.level != Level::Unknown && !isRed) {
            const bool isGreen = span.level == Level::Green;
            painter.fillRect(QRectF(box.left(), box.bottom() - 3, box.width(), 3),
                isGreen ? theme().level(Level::Green).band : theme().level(span.level).mark);
        }
        const double shape = row.isGate || span.level == Level::Unknown ? 0 : 15;
        if (shape + tabularWidth(font, span.text) + 16 > box.width()) {
            continue;
        }
        const QColor ink = isRed        ? theme().level(Level::Red).onFill
            : span.level > Level::Green ? theme().color(Token::T1)
                                        : theme().color(Token::T2);
        double x = box.left() + 9;
        if (shape > 0) {
            const QPointF at(x + 5, box.center().y() - (isRed ? 0 : 1));
            if (isRed) {
                drawLevelShape(painter, span.level, at, 10, ink);
            } else {
                drawLevelShape(painter, theme(), span.level, at, 10);
            }
            x += shape;
        }
        drawMiddle(painter, { x, box.center().y() - (isRed ? 0 : 1) }, box.right() - x, span.text,
            font, ink);
    }
}

QRectF SimulationTimeline::chip() const
{
    const QRectF room = plot();
    const double x = room.left() + display_.position * room.width();
    const double wanted = tabularWidth(Theme::font(13, 650), display_.positionText) + 20;
    return { qBound(room.left() - 20, x - wanted / 2, width() - 8 - wanted), room.bottom() + 6,
        wanted, 22 };
}

void SimulationTimeline::paintScrubber(QPainter& painter)
{
    const QRectF room = plot();
    const QColor color = theme().color(Token::Sim);
    painter.fillRect(QRectF(room.left() + display_.position * room.width() - 1, room.top() - 4, 2,
                         room.height() + 12),
        color);
    const QRectF box = chip();
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(box, 4, 4);
    drawText(painter, box, Qt::AlignHCenter, display_.positionText, Theme::font(13, 650),
        theme().color(Token::OnSim));
    if (hasFocus()) {
        drawFocusRing(painter, box.adjusted(-3, -3, 3, 3), theme());
    }
}

void SimulationTimeline::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawCard(painter, rect(), theme(), sizes());
    const QFont title = Theme::font(16, 650);
    drawLine(
        painter, { kPadding, 28 }, width() / 2.0, display_.title, title, theme().color(Token::T1));
    const double after = kPadding + tabularWidth(title, display_.title) + 12;
    drawLine(painter, { after, 28 }, width() - after - kPadding, display_.subtitle,
        Theme::font(13, 400), theme().color(Token::T2));
    const QRectF room = plot();
    const double pitch = room.height() / qMax(1, static_cast<int>(display_.rows.size()));
    for (qsizetype i = 0; i < display_.rows.size(); ++i) {
        const QRectF lane(room.left(), room.top() + static_cast<double>(i) * pitch, room.width(),
            qMin(25.0, pitch - 4));
        drawMiddle(painter, { kPadding, lane.center().y() }, room.left() - kPadding - 8,
            display_.rows[i].title, Theme::font(13, 400), theme().color(Token::T2));
        paintRow(painter, display_.rows[i], lane);
    }
    double free = 0;
    for (const auto& tick : display_.ticks) {
        const double x = room.left() + tick.value * room.width();
        const double width = tabularWidth(Theme::font(12, 400), tick.text);
        const bool isCovered
            = x + width / 2 + 4 > chip().left() && x - width / 2 - 4 < chip().right();
        if (x - width / 2 >= free && !isCovered) {
            drawTabular(painter, { x, room.bottom() + 21 }, tick.text, Theme::font(12, 400),
                theme().color(Token::T3), Qt::AlignHCenter);
            free = x + width / 2 + 10;
        }
    }
    paintScrubber(painter);
}

void SimulationTimeline::scrubTo(double x)
{
    const QRectF room = plot();
    Q_EMIT scrubbed(qBound(0.0, (x - room.left()) / room.width(), 1.0));
}

void SimulationTimeline::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && event->position().x() >= plot().left() - 8) {
        scrubTo(event->position().x());
    }
}

void SimulationTimeline::mouseMoveEvent(QMouseEvent* event)
{
    if ((event->buttons() & Qt::LeftButton) != 0) {
        scrubTo(event->position().x());
    }
}

void SimulationTimeline::keyPressEvent(QKeyEvent* event)
{
    double to = display_.position;
    switch (event->key()) {
    case Qt::Key_Left:
        to -= kStep;
        break;
    case Qt::Key_Right:
        to += kStep;
        break;
    case Qt::Key_PageDown:
        to -= kPage;
        break;
    case Qt::Key_PageUp:
        to += kPage;
        break;
    case Qt::Key_Home:
        to = 0;
        break;
    case Qt::Key_End:
        to = 1;
        break;
    default:
        Panel::keyPressEvent(event);
        return;
    }
    Q_EMIT scrubbed(qBound(0.0, to, 1.0));
}

}  // namespace headroom::ui
