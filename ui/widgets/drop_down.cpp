// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/drop_down.h"

#include "ui/widgets/control.h"
#include "ui/widgets/paint.h"

#include <QAbstractItemView>
#include <QFontMetricsF>

#include <algorithm>

namespace headroom::ui {

namespace {

constexpr double kTextPx = 13;
constexpr int kHeight = 32;
constexpr int kAroundText = 12 + 30;

}  // namespace

DropDown::DropDown(QWidget* parent)
    : QComboBox(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setFont(Theme::font(kTextPx, 500));
    setTheme(*theme_);
}

void DropDown::setTheme(const Theme& theme)
{
    theme_ = &theme;
    QPalette colors = palette();
    colors.setColor(QPalette::Base, theme.color(Token::Bg2));
    colors.setColor(QPalette::Window, theme.color(Token::Bg2));
    colors.setColor(QPalette::Button, theme.color(Token::Bg2));
    colors.setColor(QPalette::Text, theme.color(Token::T1));
    colors.setColor(QPalette::ButtonText, theme.color(Token::T1));
    colors.setColor(QPalette::WindowText, theme.color(Token::T1));
    colors.setColor(QPalette::Highlight, theme.color(Token::AccBg));
    colors.setColor(QPalette::HighlightedText, theme.color(Token::T1));
    setPalette(colors);
    view()->setPalette(colors);
    update();
}

QSize DropDown::sizeHint() const
{
    const QFontMetricsF metrics(Theme::font(kTextPx, 600));
    double widest = 0;
    for (int i = 0; i < count(); ++i) {
        widest = std::max(widest, metrics.horizontalAdvance(itemText(i)));
    }
    return { qCeil(widest) + kAroundText, kHeight };
}

void DropDown::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(theme_->color(isEnabled() ? Token::Ctl : Token::Line), 1));
    painter.setBrush(theme_->color(underMouse() ? Token::Bg3 : Token::Bg2));
    painter.drawRoundedRect(box, 6, 6);
    drawText(painter, box.adjusted(12, 0, -28, 0), Qt::AlignLeft, currentText(),
        Theme::font(kTextPx, 600), theme_->color(isEnabled() ? Token::T1 : Token::T3));
    drawIcon(painter, QStringLiteral("chevd"), { width() - 26.0, height() / 2.0 - 7, 14, 14 },
        theme_->color(Token::T2), 2);
    if (hasFocus()) {
        drawFocusRing(painter, rect(), *theme_);
    }
}

}  // namespace headroom::ui
