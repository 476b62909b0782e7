// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/control.h"

#include "ui/widgets/paint.h"

#include <QFontMetricsF>

namespace headroom::ui {

namespace {

constexpr double kTextPx = 13;
constexpr double kIconPx = 16;
constexpr int kHeight = 32;
constexpr int kPadding = 12;
constexpr double kGap = 8;
constexpr double kRadius = 6;

/// The control's ground: bg2 with a `ctl` border, lighter under the pointer, darker when pressed.
void drawGround(QPainter& painter, const QAbstractButton& button, const Theme& theme)
{
    const QRectF rect = QRectF(button.rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool isHot = button.isEnabled() && (button.underMouse() || button.isDown());
    painter.setPen(QPen(theme.color(button.isEnabled() ? Token::Ctl : Token::Line), 1));
    painter.setBrush(button.isChecked() ? theme.color(Token::AccBg)
            : isHot                     ? theme.color(Token::Bg3)
                                        : theme.color(Token::Bg2));
    painter.drawRoundedRect(rect, kRadius, kRadius);
    if (button.hasFocus()) {
        drawFocusRing(painter, button.rect(), theme);
    }
}

QColor textColor(const QAbstractButton& button, const Theme& theme)
{
    return theme.color(button.isEnabled() ? Token::T1 : Token::T3);
}

void prepare(QAbstractButton& button)
{
    // By keyboard only: a ring around what the pointer has just pressed says nothing.
    button.setFocusPolicy(Qt::TabFocus);
    button.setAttribute(Qt::WA_Hover);
    button.setCursor(Qt::PointingHandCursor);
}

}  // namespace

void drawFocusRing(QPainter& painter, const QRectF& rect, const Theme& theme, double radius)
{
    painter.setPen(QPen(theme.color(Token::Acc), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius - 1, radius - 1);
}

PushButton::PushButton(const QString& icon, const QString& text, QWidget* parent)
    : QAbstractButton(parent)
    , icon_(icon)
{
    setText(text);
    prepare(*this);
}

void PushButton::setTheme(const Theme& theme)
{
    theme_ = &theme;
    update();
}

void PushButton::setPrimary(bool isPrimary)
{
    isPrimary_ = isPrimary;
    update();
}

QSize PushButton::sizeHint() const
{
    double width = 2 * kPadding;
    if (!icon_.isEmpty()) {
        width += kIconPx;
    }
    if (!text().isEmpty()) {
        width += QFontMetricsF(Theme::font(kTextPx, 600)).horizontalAdvance(text());
    }
    if (!icon_.isEmpty() && !text().isEmpty()) {
        width += kGap;
    }
    return { qMax(kHeight, qCeil(width)), kHeight };
}

void PushButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isFilled = isPrimary_ && isEnabled();
    if (isFilled) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme_->color(Token::AccFill));
        painter.drawRoundedRect(rect(), kRadius, kRadius);
        if (hasFocus()) {
            drawFocusRing(painter, QRectF(rect()).adjusted(2, 2, -2, -2), *theme_, kRadius - 2);
        }
    } else {
        drawGround(painter, *this, *theme_);
    }
    const QColor color = isFilled ? theme_->color(Token::OnAcc) : textColor(*this, *theme_);
    const QFont font = Theme::font(kTextPx, 600);
    const double textWidth = text().isEmpty() ? 0 : QFontMetricsF(font).horizontalAdvance(text());
    const double iconWidth = icon_.isEmpty() ? 0 : kIconPx;
    const double gap = iconWidth > 0 && textWidth > 0 ? kGap : 0;
    double x = (width() - iconWidth - gap - textWidth) / 2;
    if (iconWidth > 0) {
        drawIcon(painter, icon_, { x, (height() - kIconPx) / 2, kIconPx, kIconPx }, color, 2);
        x += iconWidth + gap;
    }
    if (textWidth > 0) {
        drawText(painter, { x, 0, textWidth + 1, static_cast<double>(height()) }, Qt::AlignLeft,
            text(), font, color);
    }
}

CheckBox::CheckBox(const QString& text, QWidget* parent)
    : QAbstractButton(parent)
{
    setText(text);
    setCheckable(true);
    prepare(*this);
}

void CheckBox::setTheme(const Theme& theme)
{
    theme_ = &theme;
    update();
}

QSize CheckBox::sizeHint() const
{
    return { qCeil(30 + QFontMetricsF(Theme::font(kTextPx, 500)).horizontalAdvance(text())),
        kHeight };
}

void CheckBox::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box(2.5, (height() - 18) / 2 + 0.5, 17, 17);
    painter.setPen(QPen(theme_->color(isChecked() ? Token::AccFill : Token::Ctl), 1));
    painter.setBrush(theme_->color(isChecked() ? Token::AccFill : Token::Bg0));
    painter.drawRoundedRect(box, 4, 4);
    if (isChecked()) {
        drawIcon(painter, QStringLiteral("check"), box.adjusted(2, 2, -2, -2),
            theme_->color(Token::OnAcc), 3);
    }
    drawText(painter, { 28, 0, width() - 28.0, static_cast<double>(height()) }, Qt::AlignLeft,
        text(), Theme::font(kTextPx, 500), textColor(*this, *theme_));
    if (hasFocus()) {
        drawFocusRing(painter, box.adjusted(-2.5, -2.5, 2.5, 2.5), *theme_);
    }
}

ChoiceRow::ChoiceRow(
    const QString& icon, const QString& title, const QString& detail, QWidget* parent)
    : QAbstractButton(parent)
    , icon_(icon)
    , detail_(detail)
{
    setText(title);
    setAccessibleDescription(detail);
    setCheckable(true);
    prepare(*this);
}

void ChoiceRow::setTheme(const Theme& theme)
{
    theme_ = &theme;
    update();
}

void ChoiceRow::paintEvent(QPaintEvent*)
{
    constexpr double kTextLeft = 48;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawGround(painter, *this, *theme_);
    drawIcon(painter, icon_, { 15, height() / 2.0 - 9, 18, 18 }, theme_->color(Token::T2));
    const double half = height() / 2.0;
    const double room = width() - kTextLeft - kPadding;
    drawText(painter, { kTextLeft, half - 20, room, 20 }, Qt::AlignLeft, text(),
        Theme::font(kTextPx, 600), textColor(*this, *theme_));
    drawText(painter, { kTextLeft, half - 1, room, 18 }, Qt::AlignLeft, detail_,
        Theme::font(12, 400), theme_->color(Token::T2));
}

}  // namespace headroom::ui
