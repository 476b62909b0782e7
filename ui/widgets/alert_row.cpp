// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/alert_row.h"

#include "ui/widgets/line_text.h"
#include "ui/widgets/paint.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace headroom::ui {

namespace {

// Paints one row; the parts share these.
class RowPainter {
public:
    RowPainter(QPainter& painter, const Theme& theme, ScreenSizes sizes, const AlertRow& row,
        const QRectF& rect)
        : painter_(painter)
        , theme_(theme)
        , sizes_(sizes)
        , row_(row)
        , rect_(rect)
        , left_(rect.left() + px(25, 17))
        , right_(rect.right() - px(22, 15))
    {
    }

    void paintBar()
    {
        // STALE is not a level: ink instead of a colour.
        const QColor color = row_.stale ? theme_.color(Token::T1) : theme_.level(row_.level).mark;
        painter_.fillRect(QRectF(rect_.left(), rect_.top(), px(8, 5), rect_.height()), color);
        painter_.fillRect(
            QRectF(rect_.left(), rect_.bottom() - 1, rect_.width(), 1), theme_.color(Token::Line));
    }

    void paintHead(ShapeStyle shape)
    {
        const bool large = row_.stale && sizes_.wall;
        const double centre = rect_.top() + (large ? px(34, 21) : px(23.5, 21));
        const double badge = large ? px(21, 12) : px(18, 12);
        const Truth truth = row_.stale ? Truth::Stale : Truth::Live;
        const double badgeRight = left_ + levelBadgeWidth(row_.level, truth, badge);
        drawLevelBadge(painter_, theme_, row_.level, truth, { std::round(badgeRight), centre },
            badge, BadgeStyle::Auto, shape);

        const QFont font = textFont(px(24, 14), 600);
        const double baseline = centre + 0.355 * font.pixelSize();
        const double titleLeft = std::round(badgeRight) + px(12, 8);
        const double room = right_ - titleLeft;
        const double value = std::min(tabularWidth(font, row_.value), room / 2);
        drawLine(painter_, { titleLeft, baseline },
            room - value - (row_.value.isEmpty() ? 0 : px(12, 8)), row_.title, font,
            ink(Token::T1));
        drawLine(painter_, { right_ - value, baseline }, value, row_.value, font, ink(Token::T1),
            Qt::AlignRight);
    }

    // Who is told, and for how long it has been so.
    void paintMiddle()
    {
        const QFont font = textFont(px(20, 13), bodyWeight(sizes_));
        const double baseline = rect_.top() + px(row_.stale ? 75.5 : 63.5, 0);
        double right = right_;
        if (!row_.age.isEmpty()) {
            const double age = tabularWidth(font, row_.age);
            drawTabular(
                painter_, { right, baseline }, row_.age, font, ink(Token::T2), Qt::AlignRight);
            right -= age + px(11, 7);
            const QString word = QCoreApplication::translate("headroom::ui::AlertsPanel", "age");
            drawTabular(painter_, { right, baseline }, word, font, ink(Token::T3), Qt::AlignRight);
            right -= tabularWidth(font, word) + px(12, 8);
        }
        double left = left_;
        if (!row_.stale && !row_.escalation.isEmpty()) {
            const double icon = px(22, 14);
            drawIcon(painter_, QStringLiteral("esc"),
                { left, baseline - 0.36 * font.pixelSize() - icon / 2, icon, icon },
                ink(Token::T3));
            left += px(30, 20);
        }
        drawLine(painter_, { left, baseline }, right - left, row_.escalation, font, ink(Token::T2));
    }

    // The deadline, as far as `end`.
    void paintDeadline(double baseline, double end)
    {
        const QFont wordFont
            = row_.overdue ? textFont(px(18, 13), 600) : textFont(px(20, 13), bodyWeight(sizes_));
        const QFont timeFont = textFont(px(28, 14), 600);
        if (row_.overdue) {
            paintOverdue(baseline, end, wordFont, timeFont);
            return;
        }
        drawLine(painter_, { left_, baseline }, end - left_, row_.deadlineWord, wordFont,
            ink(Token::T2));
        const double x = left_ + tabularWidth(wordFont, row_.deadlineWord) + px(7, 5);
        paintTime({ x, baseline }, end, timeFont, ink(Token::T1));
    }

    // On one line, where rows are low: the deadline and what else there is room for.
    void paintLowLine(double end)
    {
        const double baseline = rect_.top() + px(0, 54);
        if (row_.overdue) {
            paintDeadline(baseline, end);
            return;
        }
        const QString deadline = (row_.deadlineWord + u' ' + row_.deadline).trimmed();
        QStringList parts { deadline };
        if (!row_.age.isEmpty()) {
            parts.append(
                QCoreApplication::translate("headroom::ui::AlertsPanel", "age %1").arg(row_.age));
        }
        parts.append(row_.escalation);
        parts.removeAll(QString());
        drawLine(painter_, { left_, baseline }, end - left_, parts.join(QStringLiteral(" · ")),
            textFont(px(20, 13), bodyWeight(sizes_)), ink(Token::T2));
    }

    /// Who has it; returns where that begins.
    double paintAcknowledged(double centre)
    {
        const QFont font = textFont(px(20, 13), sizes_.wall ? 600 : bodyWeight(sizes_));
        const double icon = px(24, 16);
        const double before = px(13, 0);
        const double after = px(16, 0);
        const double words = tabularWidth(font, row_.acknowledged);
        const double width
            = std::min(before + icon + px(6, 6) + words + after, (right_ - left_) * 0.6);
        const QRectF box(std::round(right_ - width), centre - px(18, 14), width, px(36, 28));
        if (sizes_.wall) {
            painter_.setPen(QPen(ink(Token::Ctl), 1));
            painter_.setBrush(Qt::NoBrush);
            painter_.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), px(6, 6), px(6, 6));
        }
        double x = box.left() + before;
        drawIcon(painter_, QStringLiteral("check"), { x, centre - icon / 2, icon, icon },
            ink(Token::T2));
        x += icon + px(6, 6);
        drawMiddle(painter_, { x, centre }, box.right() - after / 2 - x, row_.acknowledged, font,
            ink(Token::T2));
        return box.left();
    }

    [[nodiscard]] double right() const { return right_; }

private:
    [[nodiscard]] double px(double wall, double desk) const { return sizes_.px(wall, desk); }
    [[nodiscard]] QColor ink(Token token) const { return theme_.color(token); }

    void paintTime(QPointF at, double end, const QFont& font, QColor color)
    {
        const QFont fitted = fittedFont(font, row_.deadline, end - at.x(), 0.6);
        painter_.save();
        painter_.setClipRect(
            QRectF(QPointF(at.x() - 1, rect_.top()), QPointF(end, rect_.bottom())));
        drawTabular(painter_, at, row_.deadline, fitted, color);
        painter_.restore();
    }

    // An ink plate: nobody may take it for a level, nor overlook it.
    void paintOverdue(double baseline, double end, const QFont& wordFont, const QFont& timeFont)
    {
        const double inner = px(8, 6);
        const double gap = px(6, 5);
        double icon = px(20, 14) + gap;
        const double words = tabularWidth(wordFont, row_.deadlineWord) + gap
            + tabularWidth(timeFont, row_.deadline);
        if (left_ + 2 * inner + icon + words > end) {
            icon = 0;
        }
        const double plateRight = std::min(left_ + 2 * inner + icon + words, end);
        const double centre = baseline - 0.36 * timeFont.pixelSize();
        const QRectF plate(left_, centre - px(18, 13), plateRight - left_, px(36, 26));
        painter_.setPen(Qt::NoPen);
        painter_.setBrush(ink(Token::T1));
        painter_.drawRoundedRect(plate, px(4, 4), px(4, 4));
        double x = left_ + inner;
        if (icon > 0) {
            const double size = icon - gap;
            drawIcon(painter_, QStringLiteral("clock"), { x, centre - size / 2, size, size },
                ink(Token::Bg1), 2);
            x += icon;
        }
        drawLine(painter_, { x, baseline }, plate.right() - inner - x, row_.deadlineWord, wordFont,
            ink(Token::Bg1));
        x += tabularWidth(wordFont, row_.deadlineWord) + gap;
        paintTime({ x, baseline }, plate.right() - inner / 2, timeFont, ink(Token::Bg1));
    }

    QPainter& painter_;
    const Theme& theme_;
    ScreenSizes sizes_;
    const AlertRow& row_;
    QRectF rect_;
    double left_;
    double right_;
};

}  // namespace

QRectF alertButtonRect(ScreenSizes sizes, const QRectF& rect, QSizeF button)
{
    const double centre = rect.top() + sizes.px(95.5, 49.5);
    const double right = rect.right() - sizes.px(22, 15);
    return { std::round(right - button.width()), std::round(centre - button.height() / 2),
        button.width(), button.height() };
}

void paintAlertRow(QPainter& painter, const Theme& theme, ScreenSizes sizes, const AlertRow& row,
    const QRectF& rect, const QRectF& button, ShapeStyle shape)
{
    RowPainter part(painter, theme, sizes, row, rect);
    part.paintBar();
    part.paintHead(shape);
    const double gap = sizes.px(12, 8);
    double end = part.right();
    if (!button.isEmpty()) {
        end = button.left() - gap;
    } else if (!row.acknowledged.isEmpty()) {
        end = part.paintAcknowledged(rect.top() + sizes.px(95.5, 49.5)) - gap;
    }
    if (!sizes.wall) {
        part.paintLowLine(end);
        return;
    }
    part.paintMiddle();
    part.paintDeadline(rect.top() + sizes.px(row.stale ? 108 : 104, 0), end);
}

}  // namespace headroom::ui
