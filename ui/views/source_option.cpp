// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/source_option.h"

#include "ui/widgets/plain_label.h"
#include "ui/widgets/radio_dot.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace headroom::ui {

SourceOption::SourceOption(const QString& title, const QString& detail, QWidget* parent)
    : QWidget(parent)
    , radio_(new RadioDot(title, this))
    , title_(new PlainLabel(title, 14, 600, Token::T1, this))
    , detail_(new PlainLabel(detail, 13, 400, Token::T2, this))
    , row_(new QHBoxLayout)
{
    auto* across = new QHBoxLayout(this);
    across->setContentsMargins(8, 12, 14, 12);
    across->setSpacing(8);
    radio_->setFixedSize(radio_->sizeHint());
    for (auto* label : { title_, detail_ }) {
        label->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    }
    across->addWidget(radio_, 0, Qt::AlignTop);
    auto* down = new QVBoxLayout;
    down->setSpacing(4);
    down->addWidget(title_);
    down->addWidget(detail_);
    row_->setSpacing(8);
    row_->setContentsMargins(0, 6, 0, 0);
    down->addLayout(row_);
    across->addLayout(down, 1);
    connect(radio_, &QAbstractButton::clicked, this, [this] {
        radio_->setChecked(true);
        Q_EMIT chosen();
    });
}

void SourceOption::setTheme(const Theme& theme)
{
    theme_ = &theme;
    radio_->setTheme(theme);
    title_->setTheme(theme);
    detail_->setTheme(theme);
    update();
}

void SourceOption::setChosen(bool isChosen)
{
    radio_->setChecked(isChosen);
    update();
}

void SourceOption::mousePressEvent(QMouseEvent*) { Q_EMIT chosen(); }

void SourceOption::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isChosen = radio_->isChecked();
    painter.setPen(QPen(theme_->color(isChosen ? Token::Acc : Token::Line), 1));
    painter.setBrush(theme_->color(isChosen ? Token::AccBg : Token::Bg2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

}  // namespace headroom::ui
