// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/contact_band.h"

#include "ui/widgets/control.h"
#include "ui/widgets/line_text.h"
#include "ui/widgets/paint.h"

#include <algorithm>
#include <utility>

namespace headroom::ui {

ContactBand::ContactBand(QWidget* parent)
    : Panel(parent)
{
    setAccessibleName(tr("Contact"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void ContactBand::setDisplay(const ContactDisplay& display)
{
    if (display == display_) {
        return;
    }
    // Not the seconds: a screen reader would have to say them.
    if (display.kind != display_.kind) {
        setAccessibleDescription(display.title + QLatin1Char(' ') + display.detail);
    }
    display_ = display;
    placeAction();
    update();
}

void ContactBand::lookChanged() { placeAction(); }

void ContactBand::resizeEvent(QResizeEvent*) { placeAction(); }

void ContactBand::placeAction()
{
    const bool hasAction = !display_.action.isEmpty() && !sizes().wall;
    if (hasAction && (action_ == nullptr || action_->text() != display_.action)) {
        delete action_;
        action_ = new PushButton({}, display_.action, this);
        connect(action_, &QAbstractButton::clicked, this, &ContactBand::actionRequested);
        action_->show();
    } else if (!hasAction && action_ != nullptr) {
        delete std::exchange(action_, nullptr);
    }
    setAttribute(Qt::WA_TransparentForMouseEvents, action_ == nullptr);
    if (action_ != nullptr) {
        action_->setTheme(theme());
        const QSize size = action_->sizeHint();
        action_->setGeometry(width() - size.width() - 16, (height() - size.height()) / 2,
            size.width(), size.height());
    }
}

int ContactBand::wantedHeight() const
{
    return display_.kind == ContactDisplay::Kind::Fine ? 0 : qRound(px(60, 40));
}

void ContactBand::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ground = theme().color(Token::T1);
    const QColor ink = theme().color(Token::Bg0);
    painter.fillRect(rect(), ground);
    const bool isLost = display_.kind == ContactDisplay::Kind::Lost;
    const double middle = height() / 2.0;
    const double icon = px(36, 22);
    const double margin = px(24, 16);
    drawIcon(painter, isLost ? QStringLiteral("unlink") : QStringLiteral("warn"),
        { margin, middle - icon / 2, icon, icon }, ink, 2);

    double left = margin + icon + px(16, 10);
    const double right = action_ != nullptr ? action_->x() - margin : width() - margin;
    const QFont strong
        = fittedFont(Theme::font(px(38, 20), 700), display_.title, (right - left) * 0.6, 0.5);
    drawMiddle(painter, { left, middle }, right - left, display_.title, strong, ink);
    left += tabularWidth(strong, display_.title) + px(32, 18);
    const QFont detailFont = textFont(px(26, 14), 600);
    const double detail = tabularWidth(detailFont, display_.detail);
    drawMiddle(painter, { left, middle }, right - left, display_.detail, detailFont, ink);
    left += detail + px(40, 24);
    const QFont adviceFont = textFont(px(22, 13), 500);
    const double advice = tabularWidth(adviceFont, display_.advice);
    if (right - left >= advice) {
        drawMiddle(painter, { right - advice, middle }, advice, display_.advice, adviceFont, ink);
    }
}

}  // namespace headroom::ui
