// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/gauge_card.h"

#include "ui/widgets/accessible.h"
#include "ui/widgets/gauge_footer.h"
#include "ui/widgets/gauge_painter.h"
#include "ui/widgets/gauge_words.h"
#include "ui/widgets/motion.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/plain_tool_tip.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace headroom::ui {

namespace {

constexpr int kArcMs = 250;
constexpr int kCrossingMs = 600;
constexpr double kVisibleMove = 0.005;  // of the scale
constexpr double kCrossingBorder = 6;

bool isLive(const GaugeDisplay& display)
{
    return display.truth == Truth::Live || display.truth == Truth::Late;
}

// The level that the card's border and tint show: a stale RED is no RED.
Level cardLevel(const GaugeDisplay& display)
{
    return isLive(display) ? display.level : Level::Unknown;
}

CardState cardState(const GaugeDisplay& display)
{
    return display.unacknowledged ? CardState::Normal : CardState::Acknowledged;
}

}  // namespace

GaugeCard::GaugeCard(QWidget* parent)
    : Panel(parent)
{
    setAccessibleRole(*this, QAccessible::Graphic);
    arc_.setDuration(kArcMs);
    arc_.setEasingCurve(QEasingCurve::OutCubic);
    connect(&arc_, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        shown_ = value.toDouble();
        update();
    });
    crossing_.setDuration(kCrossingMs);
    crossing_.setStartValue(1.0);
    crossing_.setKeyValueAt(0.4, kCrossingBorder);
    crossing_.setEndValue(0.0);
    connect(&crossing_, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        extraBorder_ = value.toDouble();
        update();
    });
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAttribute(Qt::WA_OpaquePaintEvent);
    describe();
}

GaugeCard::~GaugeCard() = default;

void GaugeCard::setDisplay(const GaugeDisplay& display)
{
    if (display == display_) {
        return;
    }
    const GaugeDisplay before = std::exchange(display_, display);
    if (!hasSameScale(before, display_) || before.level != display_.level
        || before.unacknowledged != display_.unacknowledged) {
        background_ = QPixmap();
    }
    moveArc(before);
    noteCrossing(before);
    watchBeat();
    describe();
    update();
}

void GaugeCard::moveArc(const GaugeDisplay& before)
{
    const double target = GaugeGeometry::clamped(display_.fraction);
    const bool moves = isLive(before) && isLive(display_) && isVisible() && !isMotionReduced()
        && std::abs(target - shown_) > kVisibleMove;
    if (!moves) {
        arc_.stop();
        shown_ = target;
        return;
    }
    if (arc_.state() == QAbstractAnimation::Running && arc_.endValue().toDouble() == target) {
        return;
    }
    arc_.stop();
    arc_.setStartValue(shown_);
    arc_.setEndValue(target);
    arc_.start();
}

void GaugeCard::noteCrossing(const GaugeDisplay& before)
{
    const bool crossed = isLive(before) && isLive(display_) && before.level != display_.level
        && before.level != Level::Unknown;
    if (crossed && isVisible() && !isMotionReduced()) {
        crossing_.stop();
        crossing_.start();
    } else if (!isLive(display_)) {
        crossing_.stop();
        extraBorder_ = 0;
    }
}

void GaugeCard::watchBeat()
{
    const bool alternates = display_.unacknowledged
        && (cardLevel(display_) == Level::Red || cardLevel(display_) == Level::Orange);
    Alternation::shared().watch(this, alternates && isVisible());
}

void GaugeCard::describe()
{
    setAccessibleName(gaugeName(display_));
    setAccessibleDescription(gaugeDescription(display_));
    setPlainToolTip(*this, display_.note);
}

QSize GaugeCard::sizeHint() const { return { qRound(px(456, 289)), qRound(px(452, 314)) }; }

QSize GaugeCard::minimumSizeHint() const { return { qRound(px(230, 160)), qRound(px(230, 160)) }; }

void GaugeCard::resizeEvent(QResizeEvent* event)
{
    background_ = QPixmap();
    Panel::resizeEvent(event);
}

void GaugeCard::showEvent(QShowEvent* event)
{
    watchBeat();
    Panel::showEvent(event);
}

void GaugeCard::hideEvent(QHideEvent* event)
{
    Alternation::shared().watch(this, false);
    arc_.stop();
    crossing_.stop();
    shown_ = GaugeGeometry::clamped(display_.fraction);
    extraBorder_ = 0;
    Panel::hideEvent(event);
}

void GaugeCard::lookChanged() { background_ = QPixmap(); }

bool GaugeCard::isHeaderFilled() const
{
    return cardLevel(display_) == Level::Red && display_.unacknowledged;
}

GaugeLook GaugeCard::look() const
{
    return { theme(), sizes(), gaugeCardLayout(QSizeF(size()), sizes()),
        cardColor(theme(), sizes(), cardLevel(display_), cardState(display_)) };
}

void GaugeCard::paintBackground(const GaugeLook& look)
{
    const double ratio = devicePixelRatioF();
    background_ = QPixmap(QSize(static_cast<int>(std::ceil(width() * ratio)),
        static_cast<int>(std::ceil(height() * ratio))));
    background_.setDevicePixelRatio(ratio);
    // Opaque, with the page's colour around the card's corners: to copy costs less than to mix.
    background_.fill(theme().color(Token::Bg0));
    QPainter painter(&background_);
    painter.setRenderHint(QPainter::Antialiasing);
    const GaugeCardLayout& layout = look.layout;
    const Level level = cardLevel(display_);
    drawCard(painter, layout.card, theme(), sizes(), level, cardState(display_));
    const double border = cardBorder(sizes(), level);
    const QPainterPath inside = cardInside(layout.card, sizes(), border);
    if (display_.truth == Truth::Stale) {
        QPainterPath plot;
        plot.addRect(layout.plot.adjusted(0, 1, 0, 0));
        drawHatch(painter, inside.intersected(plot), theme().color(Token::Bg2), 11 * layout.unit,
            22 * layout.unit);
    }
    if (isHeaderFilled()) {
        QPainterPath top;
        top.addRect(layout.header.adjusted(0, 0, 0, 1));
        painter.fillPath(
            cardInside(layout.card, sizes(), 0).intersected(top), theme().level(level).fill);
    }
    if (layout.footer.height() >= 12) {
        const bool tinted = look.background != theme().color(Token::Bg1);
        painter.fillRect(QRectF(border, layout.footer.top(), width() - 2 * border, 1),
            theme().color(tinted ? Token::Line2 : Token::Line));
    }
    paintGaugeScale(painter, look, display_);
}

void GaugeCard::paintHeader(QPainter& painter, const GaugeLook& look)
{
    const GaugeCardLayout& layout = look.layout;
    const bool filled = isHeaderFilled();
    const bool small = layout.compact && !sizes().wall;
    const double badgeSize = small ? 12 : px(22, 13);
    const BadgeStyle style = filled ? BadgeStyle::OnHeader : BadgeStyle::Auto;
    const ShapeStyle shape = display_.unacknowledged && isLive(display_)
        ? Alternation::shared().shape(display_.level)
        : ShapeStyle::Filled;
    const QRectF line = layout.header.adjusted(layout.padding, 0, -layout.padding, 0);
    const QPointF right(line.right(), std::round(line.center().y()) + 1);
    double badgeLeft = line.right();
    if (levelBadgeWidth(display_.level, display_.truth, badgeSize, style) <= line.width()) {
        badgeLeft = drawLevelBadge(
            painter, theme(), display_.level, display_.truth, right, badgeSize, style, shape)
                        .left();
    } else {  // no room for the word: the shape at least
        const double size = std::min({ badgeSize, line.width(), line.height() });
        badgeLeft = line.right() - size;
        const QPointF at(line.right() - size / 2, line.center().y());
        if (filled) {
            drawLevelShape(painter, Level::Red, at, size, theme().level(Level::Red).onFill, shape);
        } else {
            drawLevelShape(painter, theme(), cardLevel(display_), at, size, shape);
        }
    }
    const QString& title
        = layout.compact && !display_.shortTitle.isEmpty() ? display_.shortTitle : display_.title;
    const QColor ink = filled ? theme().level(Level::Red).onFill
                              : theme().color(isLive(display_) ? Token::T1 : Token::T2);
    drawText(painter,
        QRectF(line.left(), line.top(), badgeLeft - line.left() - px(10, 6), line.height()),
        Qt::AlignLeft, title, titleFont(small ? 14 : px(26, 15)), ink);
}

// For a moment the border is thicker than the new level's; it never gets thinner than that.
void GaugeCard::paintCrossing(QPainter& painter)
{
    const Level level = cardLevel(display_);
    const double border = extraBorder_ * sizes().scale;
    if (border <= cardBorder(sizes(), level)) {
        return;
    }
    const QRectF card(rect());
    const QPainterPath ring
        = cardInside(card, sizes(), 0).subtracted(cardInside(card, sizes(), border));
    painter.fillPath(
        ring, level >= Level::Yellow ? theme().level(level).mark : theme().color(Token::Line2));
}

void GaugeCard::paintEvent(QPaintEvent*)
{
    if (width() < 2 || height() < 2) {
        return;
    }
    const GaugeLook now = look();
    if (background_.isNull() || background_.devicePixelRatio() != devicePixelRatioF()) {
        paintBackground(now);
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawPixmap(0, 0, background_);
    // Whatever a source sends as a text, the border stays readable.
    const double border = std::ceil(cardBorder(sizes(), cardLevel(display_)));
    painter.setClipRect(QRectF(rect()).adjusted(border, border, -border, -border));
    paintHeader(painter, now);
    paintGaugeValue(painter, now, display_, shown_);
    paintGaugeFooter(painter, now, display_);
    painter.setClipping(false);
    paintCrossing(painter);
}

}  // namespace headroom::ui
