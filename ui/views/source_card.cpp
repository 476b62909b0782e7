// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/source_card.h"

#include "ui/widgets/accessible.h"
#include "ui/widgets/control.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/scroll_bar.h"

#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace headroom::ui {

namespace {

constexpr int kHeader = 72;
constexpr int kFooter = 62;
constexpr int kPadding = 20;

}  // namespace

SourceCard::SourceCard(
    const QString& icon, const QString& title, const QString& detail, QWidget* parent)
    : QWidget(parent)
    , icon_(icon)
    , title_(title)
    , detail_(detail)
    , scroll_(new QScrollArea(this))
    , status_(new PlainLabel({}, 13, 400, Token::T2, this))
    , test_(new PushButton({}, tr("Test"), this))
    , use_(new PushButton({}, tr("Use this source"), this))
{
    setAccessibleRole(*this, QAccessible::Grouping);
    setAccessibleName(title);
    auto* inside = new QWidget;
    body_ = new QVBoxLayout(inside);
    body_->setContentsMargins(kPadding, 16, kPadding, 16);
    body_->setSpacing(10);
    body_->setAlignment(Qt::AlignTop);
    scroll_->setWidget(inside);
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setFocusPolicy(Qt::NoFocus);
    test_->setAccessibleName(tr("Test: ") + title);
    use_->setAccessibleName(tr("Use this source: ") + title);
}

void SourceCard::add(QWidget* widget) { body_->addWidget(widget); }

void SourceCard::setTheme(const Theme& theme)
{
    theme_ = &theme;
    QPalette colors = palette();
    colors.setColor(QPalette::Window, theme.color(Token::Bg1));
    scroll_->setPalette(colors);
    scroll_->verticalScrollBar()->setStyleSheet(scrollBarSheet(theme));
    status_->setTheme(theme);
    test_->setTheme(theme);
    use_->setTheme(theme);
    update();
}

void SourceCard::setCurrent(bool isCurrent)
{
    isCurrent_ = isCurrent;
    test_->setPrimary(isCurrent);
    update();
}

void SourceCard::setInUse(bool isInUse)
{
    isInUse_ = isInUse;
    update();
}

void SourceCard::setStatus(const QString& status)
{
    status_->setText(status);
    status_->setToolTip(status);
}

void SourceCard::resizeEvent(QResizeEvent*)
{
    scroll_->setGeometry(2, kHeader + 1, width() - 4, height() - kHeader - kFooter - 2);
    const int top = height() - kFooter + (kFooter - 34) / 2;
    const int testWidth = test_->sizeHint().width();
    const int useWidth = use_->sizeHint().width();
    test_->setGeometry(kPadding, top, testWidth, 34);
    use_->setGeometry(width() - kPadding - useWidth, top, useWidth, 34);
    const int left = kPadding + testWidth + 10;
    status_->setGeometry(
        left, height() - kFooter + 4, width() - kPadding - useWidth - 10 - left, kFooter - 8);
}

void SourceCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawCard(painter, rect(), *theme_, {});
    if (isCurrent_) {
        painter.setPen(QPen(theme_->color(Token::Acc), 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75), 8, 8);
    }
    painter.fillRect(QRect(1, kHeader, width() - 2, 1), theme_->color(Token::Line));
    painter.fillRect(QRect(1, height() - kFooter, width() - 2, 1), theme_->color(Token::Line));
    drawIcon(painter, icon_, { kPadding, kHeader / 2.0 - 12, 24, 24 }, theme_->color(Token::T2));
    const QString inUse = isInUse_ ? tr("active now") : QString();
    const QFont font = Theme::font(14, 600);
    const double mark = isInUse_ ? textWidth(font, inUse) + 26 : 0;
    const double left = kPadding + 38;
    const double room = width() - left - kPadding - mark;
    drawText(painter, { left, kHeader / 2.0 - 24, room, 24 }, Qt::AlignLeft, title_,
        Theme::font(17, 650), theme_->color(Token::T1));
    drawText(painter, { left, kHeader / 2.0 + 1, room, 20 }, Qt::AlignLeft, detail_,
        Theme::font(14, 400), theme_->color(Token::T2));
    if (isInUse_) {
        const double x = width() - kPadding - mark;
        drawIcon(painter, QStringLiteral("check"), { x, kHeader / 2.0 - 8, 16, 16 },
            theme_->level(Level::Green).fg, 2.25);
        drawText(painter, { x + 22, 0, mark, kHeader + 0.0 }, Qt::AlignLeft, inUse, font,
            theme_->color(Token::T1));
    }
}

}  // namespace headroom::ui
