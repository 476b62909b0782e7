// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/header_bar.h"

#include "ui/widgets/accessible.h"
#include "ui/widgets/clock_panel.h"
#include "ui/widgets/control.h"
#include "ui/widgets/paint.h"

#include <QFontMetricsF>
#include <QtMath>

namespace headroom::ui {

namespace {

constexpr int kNarrowBelow = 900;  // of the bar, rail excluded: the 1024 px window
constexpr int kButtonHeight = 30;
constexpr int kGap = 16;

QFont titleFont() { return Theme::font(20, 650); }

}  // namespace

HeaderBar::HeaderBar(QWidget* parent)
    : Panel(parent)
    , clock_(new ClockPanel(this))
    , theme_(new PushButton(QStringLiteral("sun"), {}, this))
    , wall_(new PushButton(QStringLiteral("wall"), tr("Wall"), this))
{
    setAccessibleRole(*this, QAccessible::ToolBar);
    setAccessibleName(tr("Header"));
    theme_->setAccessibleName(tr("Dark or light"));
    connect(theme_, &QAbstractButton::clicked, this, &HeaderBar::themeRequested);
    connect(wall_, &QAbstractButton::clicked, this, &HeaderBar::wallRequested);
}

void HeaderBar::setKeys(const QString& theme, const QString& wall)
{
    theme_->setToolTip(tr("Dark or light · %1").arg(theme));
    wall_->setToolTip(tr("Wall mode · %1").arg(wall));
}

void HeaderBar::setTitle(const QString& title)
{
    title_ = title;
    update();
}

void HeaderBar::setDisplay(const ClockDisplay& clock, const QString& depository)
{
    clock_->setDisplay(clock);
    if (depository_ != depository) {
        depository_ = depository;
        update();
    }
    placeChildren();
}

void HeaderBar::lookChanged()
{
    clock_->setLook(theme(), sizes());
    theme_->setTheme(theme());
    wall_->setTheme(theme());
}

void HeaderBar::resizeEvent(QResizeEvent*) { placeChildren(); }

void HeaderBar::setTools(QWidget* tools)
{
    if (tools_ == tools) {
        return;
    }
    if (tools_) {
        tools_->hide();
    }
    tools_ = tools;
    if (tools_) {
        tools_->setParent(this);
        tools_->show();
    }
    placeChildren();
    update();
}

double HeaderBar::titleRight() const
{
    return (width() < 1000 ? 16 : 24) + QFontMetricsF(titleFont()).horizontalAdvance(title_) + 4;
}

void HeaderBar::placeChildren()
{
    const int margin = width() < kNarrowBelow + 100 ? 12 : 20;
    const int top = (height() - 1 - kButtonHeight) / 2;
    int right = width() - margin;
    int room = right - qCeil(titleRight()) - kGap;
    const int toolsWidth = tools_ ? tools_->sizeHint().width() + kGap : 0;
    const int wallWidth = wall_->sizeHint().width();
    const int clockWidth = qMin(clock_->sizeHint().width(), width() / 2);
    // The rail has the wall as well; where room is short the clock needs it more.
    const bool hasWall
        = width() >= 1000 && room >= toolsWidth + clockWidth + wallWidth + 36 + 8 + 2 * kGap;
    const bool hasTheme = tools_.isNull() || room >= toolsWidth + clockWidth + 36 + kGap;
    const bool hasClock = tools_.isNull() || room >= toolsWidth + clockWidth;
    wall_->setVisible(hasWall);
    theme_->setVisible(hasTheme);
    clock_->setVisible(hasClock);
    if (hasWall) {
        wall_->setGeometry(right - wallWidth, top, wallWidth, kButtonHeight);
        right -= wallWidth + 8;
    }
    if (hasTheme) {
        theme_->setGeometry(right - 36, top, 36, kButtonHeight);
        right -= 36 + kGap;
    }
    if (tools_) {
        const QSize size = tools_->sizeHint().boundedTo({ qMax(0, room), height() - 1 });
        tools_->setGeometry(
            right - size.width(), (height() - 1 - size.height()) / 2, size.width(), size.height());
        right -= size.width() + kGap;
    }
    clock_->setGeometry(right - clockWidth, 0, clockWidth, height() - 1);
}

void HeaderBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme().color(Token::Bg0));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme().color(Token::Line));
    const double left = width() < 1000 ? 16 : 24;
    const double middle = (height() - 1) / 2.0;
    drawText(painter, { left, 0, titleRight() - left, height() - 1.0 }, Qt::AlignLeft, title_,
        titleFont(), theme().color(Token::T1));
    if (depository_.isEmpty()) {
        return;
    }
    const QFont font = Theme::font(14, 500);
    const double chipLeft = titleRight() + 12;
    const int chipEnd = clock_->isHidden() && tools_ ? tools_->x() : clock_->x();
    const double room = chipEnd - chipLeft - kGap;
    const double chipWidth = qMin(room, QFontMetricsF(font).horizontalAdvance(depository_) + 24);
    if (chipWidth < 60) {
        return;
    }
    const QRectF chip(chipLeft + 0.5, middle - 15.5, chipWidth, 31);
    painter.setPen(QPen(theme().color(Token::Line), 1));
    painter.setBrush(theme().color(Token::Bg1));
    painter.drawRoundedRect(chip, 6, 6);
    drawText(painter, chip.adjusted(12, 0, -10, 0), Qt::AlignLeft, depository_, font,
        theme().color(Token::T2));
}

}  // namespace headroom::ui
