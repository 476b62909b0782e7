// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/wall_stage.h"

#include "ui/views/view.h"

#include <QPainter>

#include <algorithm>

namespace headroom::ui {

namespace {

// The desk's smallest text is 12 px; a 1080p wall's is 18. So a page has 1200 x 675 of a wall of
// any size, which is more than the smallest window.
constexpr QSizeF kRoom { 1200, 675 };
constexpr std::chrono::seconds kRepaintEvery { 1 };

}  // namespace

WallStage::WallStage(QWidget* parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::NoFocus);
    setCursor(Qt::BlankCursor);
    room_.setAttribute(Qt::WA_DontShowOnScreen);
    room_.setAttribute(Qt::WA_OpaquePaintEvent);
    connect(&second_, &QTimer::timeout, this, qOverload<>(&QWidget::update));
    hide();
}

// A page that it shows goes with its room: the window that would take it back may be half gone.
WallStage::~WallStage() = default;

double WallStage::scale() const
{
    return std::max(0.5, std::min(width() / kRoom.width(), height() / kRoom.height()));
}

void WallStage::setTheme(const Theme& theme)
{
    theme_ = &theme;
    update();
}

void WallStage::setPage(View* page)
{
    if (page_ == page) {
        return;
    }
    if (page_ != nullptr) {
        page_->hide();
        page_->setParent(parentWidget());
    }
    page_ = page;
    setVisible(page_ != nullptr);
    room_.setVisible(page_ != nullptr);
    if (page_ == nullptr) {
        second_.stop();
        return;
    }
    room_.setPalette(parentWidget()->palette());
    page_->setParent(&room_);
    place();
    page_->show();
    raise();
    second_.start(kRepaintEvery);
}

void WallStage::place()
{
    room_.resize((QSizeF(size()) / scale()).toSize());
    if (page_ != nullptr) {
        page_->setGeometry(room_.rect());
    }
    update();
}

void WallStage::resizeEvent(QResizeEvent*) { place(); }

void WallStage::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme_->color(Token::Bg0));
    if (page_ == nullptr) {
        return;
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.scale(scale(), scale());
    page_->render(&painter, {}, {}, QWidget::DrawChildren);
}

}  // namespace headroom::ui
