// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/level_segments.h"

#include "ui/text/format.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/control.h"
#include "ui/widgets/paint.h"

#include <QFontMetricsF>
#include <QKeyEvent>

#include <algorithm>

namespace headroom::ui {

namespace {

constexpr Level kLevels[] = { Level::Unknown, Level::Red, Level::Orange, Level::Yellow };
constexpr double kTextPx = 13;
constexpr double kShape = 11;
constexpr int kHeight = 32;

QFont segmentFont(bool isChosen) { return Theme::font(kTextPx, isChosen ? 600 : 500); }

QString wordOf(int segment)
{
    const Level level = kLevels[segment];
    return level == Level::Unknown ? LevelSegments::tr("All") : levelWord(level, Truth::Live);
}

}  // namespace

LevelSegments::LevelSegments(QWidget* parent)
    : QWidget(parent)
{
    setAccessibleRole(*this, QAccessible::List);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setToolTip(tr("Which levels are listed; arrow keys choose"));
    nameForThoseWhoCannotSee();
}

void LevelSegments::setTheme(const Theme& theme)
{
    theme_ = &theme;
    update();
}

void LevelSegments::setCounts(int all, int red, int orange, int yellow)
{
    const std::array<int, kSegments> counts { all, red, orange, yellow };
    if (counts != counts_) {
        counts_ = counts;
        nameForThoseWhoCannotSee();
        updateGeometry();
        update();
    }
}

void LevelSegments::setCompact(bool isCompact)
{
    isCompact_ = isCompact;
    update();
}

std::optional<Level> LevelSegments::level() const
{
    return chosen_ == 0 ? std::nullopt : std::optional(kLevels[chosen_]);
}

void LevelSegments::setLevel(std::optional<Level> level)
{
    const auto* found
        = std::find(std::begin(kLevels) + 1, std::end(kLevels), level.value_or(Level::Unknown));
    choose(found == std::end(kLevels) ? 0 : static_cast<int>(found - std::begin(kLevels)));
}

void LevelSegments::choose(int segment)
{
    if (segment != chosen_) {
        chosen_ = segment;
        nameForThoseWhoCannotSee();
        update();
        Q_EMIT levelChosen(level());
    }
}

void LevelSegments::nameForThoseWhoCannotSee()
{
    // Words and numbers, however little room there is for them on the screen.
    const auto spoken = [this](int segment) {
        return wordOf(segment) + QLatin1Char(' ')
            + format::number(counts_[static_cast<std::size_t>(segment)], 0);
    };
    setAccessibleName(tr("Level filter: %1").arg(spoken(chosen_)));
    QStringList segments;
    for (int i = 0; i < kSegments; ++i) {
        segments << spoken(i);
    }
    setAccessibleLines(*this, segments);
}

QString LevelSegments::textOf(int segment) const
{
    const QString count = format::number(counts_[static_cast<std::size_t>(segment)], 0);
    return isCompact_ && segment > 0 ? count : wordOf(segment) + QLatin1Char(' ') + count;
}

int LevelSegments::widthOf(int segment) const
{
    const double shape = segment == 0 ? 0 : kShape + 7;
    return qCeil(26 + shape + QFontMetricsF(segmentFont(true)).horizontalAdvance(textOf(segment)));
}

QSize LevelSegments::sizeHint() const
{
    int width = 0;
    for (int i = 0; i < kSegments; ++i) {
        width += widthOf(i);
    }
    return { width + 1, kHeight };
}

void LevelSegments::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (step == 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    choose(std::clamp(chosen_ + step, 0, kSegments - 1));
}

void LevelSegments::mousePressEvent(QMouseEvent* event)
{
    int left = 0;
    for (int i = 0; i < kSegments; ++i) {
        left += widthOf(i);
        if (event->position().x() < left) {
            choose(i);
            return;
        }
    }
}

void LevelSegments::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box(0.5, 0.5, sizeHint().width() - 1.0, height() - 1.0);
    QPainterPath outline;
    outline.addRoundedRect(box, 6, 6);
    painter.fillPath(outline, theme_->color(Token::Bg2));
    int left = 0;
    for (int i = 0; i < kSegments; ++i) {
        const QRectF segment(left, 0, widthOf(i), height());
        const bool isChosen = i == chosen_;
        painter.save();
        painter.setClipPath(outline);
        if (isChosen) {
            painter.fillRect(segment, theme_->color(Token::AccBg));
            painter.fillRect(QRectF(segment.left(), height() - 2.0, segment.width(), 2),
                theme_->color(Token::Acc));
        }
        if (i > 0) {
            painter.fillRect(QRectF(left, 0, 1, height()), theme_->color(Token::Ctl));
        }
        painter.restore();
        double x = left + 13;
        if (i > 0) {
            drawLevelShape(painter, *theme_, kLevels[i], { x + kShape / 2, height() / 2.0 }, kShape,
                isChosen ? ShapeStyle::Filled : ShapeStyle::Grey);
            x += kShape + 7;
        }
        drawText(painter, { x, 0, segment.right() - x, static_cast<double>(height()) },
            Qt::AlignLeft, textOf(i), segmentFont(isChosen),
            theme_->color(isChosen ? Token::T1 : Token::T2));
        left += widthOf(i);
    }
    painter.setPen(QPen(theme_->color(Token::Ctl), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(outline);
    if (hasFocus()) {
        drawFocusRing(painter, QRectF(0, 0, sizeHint().width(), height()), *theme_);
    }
}

}  // namespace headroom::ui
