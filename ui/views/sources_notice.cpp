// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/sources_notice.h"

#include "ui/text/visible_text.h"
#include "ui/widgets/control.h"
#include "ui/widgets/plain_label.h"

#include <QHBoxLayout>
#include <QPainter>

namespace headroom::ui {

SourcesNotice::SourcesNotice(QWidget* parent)
    : QWidget(parent)
    , words_(new PlainLabel({}, 14, 600, Token::T1, this))
    , chain_(new PlainLabel({}, 14, 600, Token::T1, this))
    , accept_(new PushButton(QStringLiteral("chain"), tr("Accept this trail"), this))
    , confirm_(new PushButton({}, tr("Yes, accept"), this))
    , cancel_(new PushButton({}, tr("Cancel"), this))
{
    words_->setAccessibleName(tr("Notice about the source"));
    chain_->setAccessibleName(tr("Notice about the audit trail"));
    auto* down = new QVBoxLayout(this);
    down->setContentsMargins(16, 12, 16, 12);
    down->setSpacing(8);
    down->addWidget(words_);
    auto* across = new QHBoxLayout;
    across->addWidget(chain_, 1);
    across->addWidget(accept_);
    across->addWidget(confirm_);
    across->addWidget(cancel_);
    down->addLayout(across);
    connect(accept_, &QAbstractButton::clicked, this, [this] { ask(true); });
    connect(cancel_, &QAbstractButton::clicked, this, [this] { ask(false); });
    connect(confirm_, &QAbstractButton::clicked, this, [this] {
        ask(false);
        Q_EMIT chainAccepted();
    });
    hide();
}

void SourcesNotice::setTheme(const Theme& theme)
{
    theme_ = &theme;
    words_->setTheme(theme);
    chain_->setTheme(theme);
    for (auto* button : { accept_, confirm_, cancel_ }) {
        button->setTheme(theme);
    }
    update();
}

void SourcesNotice::setWords(const QString& words, const QString& chainAlarm)
{
    words_->setText(visibleText(words));
    words_->setVisible(!words.isEmpty());
    if (chainAlarm != chainAlarm_) {
        chainAlarm_ = chainAlarm;
        ask(false);
    }
    chain_->setVisible(!chainAlarm_.isEmpty());
    if (chainAlarm_.isEmpty()) {
        for (auto* button : { accept_, confirm_, cancel_ }) {
            button->hide();
        }
    }
    setVisible(!words.isEmpty() || !chainAlarm_.isEmpty());
}

void SourcesNotice::ask(bool isAsking)
{
    chain_->setText(isAsking
            ? tr("From now on the trail as it is counts as the right one, and what this dashboard "
                 "had seen of it is forgotten. Do you know why it changed?")
            : visibleText(chainAlarm_));
    accept_->setVisible(!isAsking && !chainAlarm_.isEmpty());
    confirm_->setVisible(isAsking);
    cancel_->setVisible(isAsking);
}

void SourcesNotice::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme_->color(Token::T1), 2));
    painter.setBrush(theme_->color(Token::Bg1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
}

}  // namespace headroom::ui
