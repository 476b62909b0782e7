// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plain_label.h"

namespace headroom::ui {

PlainLabel::PlainLabel(
    const QString& text, double pixelSize, int weight, Token color, QWidget* parent)
    : QLabel(text, parent)
    , color_(color)
{
    setTextFormat(Qt::PlainText);
    setFont(Theme::font(pixelSize, weight));
    setWordWrap(true);
    showColor();
}

void PlainLabel::setTheme(const Theme& theme)
{
    theme_ = &theme;
    showColor();
}

void PlainLabel::setFault(bool isFault)
{
    isFault_ = isFault;
    showColor();
}

void PlainLabel::showColor()
{
    QPalette colors = palette();
    colors.setColor(
        QPalette::WindowText, isFault_ ? theme_->level(Level::Red).fg : theme_->color(color_));
    setPalette(colors);
}

}  // namespace headroom::ui
