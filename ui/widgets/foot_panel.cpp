// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/foot_panel.h"

#include "ui/widgets/line_text.h"
#include "ui/widgets/paint.h"

#include <QStringList>

#include <algorithm>

namespace headroom::ui {

FootPanel::FootPanel(QWidget* parent)
    : Panel(parent)
{
    setAccessibleName(tr("Depository and certification"));
}

void FootPanel::setDisplay(const FootDisplay& display)
{
    if (display == display_) {
        return;
    }
    display_ = display;
    setAccessibleDescription(
        QStringList { display_.depository, display_.certified, display_.review }.join(
            QStringLiteral(", ")));
    update();
}

void FootPanel::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont plain = textFont(px(18, 12), bodyWeight(sizes()));
    const QFont strong = textFont(px(18, 12), 600);
    const double baseline = height() / 2.0 + 0.36 * plain.pixelSize();
    const double keys = std::min<double>(tabularWidth(plain, display_.keys), width() / 3.0);
    drawLine(painter, { width() - keys, baseline }, keys, display_.keys, plain,
        theme().color(Token::T3), Qt::AlignRight);

    const double end = width() - keys - px(22, 14);
    double x = 0;
    const auto icon = [&](const QString& name, double size, QColor color) {
        drawIcon(painter, name, { x, height() / 2.0 - size / 2, size, size }, color);
        x += size;
    };
    const auto words = [&](const QString& text, const QFont& font, QColor color) {
        drawLine(painter, { x, baseline }, end - x, text, font, color);
        x += tabularWidth(font, text) + px(22, 14);
    };
    icon(QStringLiteral("logo"), px(24, 16), theme().color(Token::T2));
    x += px(20, 12);
    words(QStringLiteral("Headroom"), strong, theme().color(Token::T2));
    words(display_.depository, plain, theme().color(Token::T3));
    words(display_.certified, plain, theme().color(Token::T3));
    if (!display_.notice.isEmpty() && x < end) {
        icon(QStringLiteral("info"), px(20, 14), theme().color(Token::T1));
        x += px(8, 6);
        words(display_.notice, strong, theme().color(Token::T1));
    }
    if (!display_.simulation.isEmpty() && x < end) {
        const QString badge = QStringLiteral("SIMULATION");
        const double badgeWidth = tabularWidth(strong, badge) + px(44, 28);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme().color(Token::Sim));
        const QRectF plate(x, height() / 2.0 - px(14, 9), badgeWidth, px(28, 18));
        painter.drawRoundedRect(plate, px(3, 2), px(3, 2));
        drawText(painter, plate, Qt::AlignHCenter, badge, strong, theme().color(Token::OnSim));
        x += badgeWidth + px(22, 14);
        words(display_.simulation, strong, theme().color(Token::Sim));
    }
    if (!display_.review.isEmpty() && x < end) {
        icon(QStringLiteral("clock"), px(20, 14), theme().color(Token::T2));
        x += px(8, 6);
        words(display_.review, plain, theme().color(Token::T2));
    }
}

}  // namespace headroom::ui
