// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/preferences_card.h"

#include "ui/widgets/paint.h"
#include "ui/widgets/plain_label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace headroom::ui {

namespace {

constexpr int kHeader = 52;
constexpr int kPadding = 20;

}  // namespace

PreferencesCard::PreferencesCard(const QString& icon, const QString& title, QWidget* parent)
    : QWidget(parent)
    , icon_(icon)
    , title_(title)
    , rows_(new QVBoxLayout(this))
{
    setAccessibleName(title);
    rows_->setContentsMargins(kPadding, kHeader + 14, kPadding, 18);
    rows_->setSpacing(14);
    rows_->setAlignment(Qt::AlignTop);
}

void PreferencesCard::add(const QString& name, const QString& hint, QWidget* control)
{
    control->setAccessibleName(name);
    control->setAccessibleDescription(hint);
    control->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(new PlainLabel(name, 14, 600, Token::T1, this));
    if (!hint.isEmpty()) {
        words->addWidget(new PlainLabel(hint, 13, 400, Token::T2, this));
    }
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    row->addLayout(words, 1);
    row->addWidget(control, 0, Qt::AlignVCenter);
    rows_->addLayout(row);
}

PlainLabel* PreferencesCard::addWords(Token color)
{
    auto* words = new PlainLabel({}, 13, 500, color, this);
    rows_->addWidget(words);
    return words;
}

void PreferencesCard::setTheme(const Theme& theme)
{
    theme_ = &theme;
    for (auto* label : findChildren<PlainLabel*>()) {
        label->setTheme(theme);
    }
    update();
}

void PreferencesCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawCard(painter, rect(), *theme_, {});
    painter.fillRect(QRect(1, kHeader, width() - 2, 1), theme_->color(Token::Line));
    drawIcon(painter, icon_, { kPadding, kHeader / 2.0 - 10, 20, 20 }, theme_->color(Token::T2));
    drawText(painter, { kPadding + 32, 0, width() - 2.0 * kPadding - 32, kHeader + 0.0 },
        Qt::AlignLeft, title_, Theme::font(16, 650), theme_->color(Token::T1));
}

}  // namespace headroom::ui
