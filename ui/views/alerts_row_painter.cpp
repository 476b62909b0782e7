// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/alerts_row_painter.h"

#include "ui/views/alerts_table.h"
#include "ui/widgets/control.h"
#include "ui/widgets/line_text.h"
#include "ui/widgets/motion.h"
#include "ui/widgets/paint.h"

namespace headroom::ui {

namespace {

constexpr double kLeft = 16;
constexpr double kBadgePx = 12;
constexpr double kTextPx = 14;

class RowPainter {
public:
    RowPainter(QPainter& painter, const AlertTableRow& row, const AlertRowLook& look)
        : painter_(painter)
        , row_(row)
        , look_(look)
        , middle_(look.rect.center().y())
    {
    }

    void paintSection()
    {
        const auto& rect = look_.rect;
        painter_.fillRect(rect, ink(Token::Bg2));
        rule();
        const QFont title = textFont(13, 600);
        const QFont plain = textFont(13, 400);
        const QString side = row_.side;
        const double sideWidth = tabularWidth(plain, side);
        double x = rect.left() + kLeft;
        drawMiddle(painter_, { x, middle_ }, 200, row_.text[0], title, ink(Token::T1));
        x += tabularWidth(title, row_.text[0]) + 10;
        drawMiddle(painter_, { x, middle_ }, rect.right() - kLeft - sideWidth - 12 - x,
            row_.text[1], plain, ink(Token::T2));
        drawMiddle(painter_, { rect.right() - kLeft - sideWidth, middle_ }, sideWidth + 1, side,
            plain, ink(Token::T2));
    }

    void paintOpen()
    {
        ground();
        const auto& colors = look_.theme.level(row_.level);
        const bool isQuiet = look_.isWithdrawn || row_.isShelved;
        painter_.fillRect(QRectF(look_.rect.left(), look_.rect.top(), 5, look_.rect.height()),
            isQuiet ? ink(Token::T3) : colors.mark);
        paintOpenLevel(isQuiet);
        const QFont strong = textFont(kTextPx, 600);
        const QFont plain = textFont(kTextPx, 400);
        const Token first = look_.isWithdrawn ? Token::T2 : Token::T1;
        cell(AlertColumn::Metric, strong, first);
        cell(AlertColumn::Value, strong, first);
        cell(AlertColumn::Raised, plain, Token::T2);
        cell(AlertColumn::Lasted, plain, Token::T2);
        cell(AlertColumn::Escalates, plain, first);
        paintDeadline();
        paintAcknowledged();
        cell(AlertColumn::Cleared, plain, Token::T2);
        ring();
    }

    void paintPast()
    {
        ground();
        const auto& level = at(AlertColumn::Level);
        if (!level.isEmpty()) {
            drawLevelShape(painter_, look_.theme, row_.level, { level.left() + kLeft + 6, middle_ },
                11, ShapeStyle::Grey);
            drawMiddle(painter_, { level.left() + kLeft + 20, middle_ }, level.width() - kLeft - 20,
                row_.text[0], textFont(12, 600), ink(Token::T2));
        }
        const QFont plain = textFont(kTextPx, 400);
        cell(AlertColumn::Metric, textFont(kTextPx, 500), Token::T1);
        cell(AlertColumn::Value, textFont(kTextPx, 500), Token::T1);
        cell(AlertColumn::Raised, plain, Token::T2);
        cell(AlertColumn::Lasted, plain, Token::T2);
        cell(AlertColumn::Escalates, plain, Token::T1);
        cell(AlertColumn::Deadline, plain, row_.isOverdue ? Token::T1 : Token::T2);
        paintAcknowledged();
        cell(AlertColumn::Cleared, plain, Token::T2);
        ring();
    }

private:
    [[nodiscard]] const QRectF& at(AlertColumn column) const
    {
        return look_.cells[static_cast<std::size_t>(column)];
    }
    [[nodiscard]] QColor ink(Token token) const
    {
        // t3 on a selected row is below 4.5:1.
        return look_.theme.color(look_.isCurrent && token == Token::T3 ? Token::T2 : token);
    }

    void rule()
    {
        painter_.fillRect(QRectF(look_.rect.left(), look_.rect.bottom() - 1, look_.rect.width(), 1),
            look_.theme.color(Token::Line));
    }
    void ground()
    {
        painter_.fillRect(look_.rect, look_.theme.color(look_.isCurrent ? Token::Sel : Token::Bg1));
        rule();
    }
    void ring()
    {
        if (look_.isCurrent && look_.hasFocus) {
            drawFocusRing(painter_, look_.rect.adjusted(0, 0, 0, -1), look_.theme, 4);
        }
    }

    void cell(AlertColumn column, const QFont& font, Token token)
    {
        const auto& rect = at(column);
        if (rect.isEmpty()) {
            return;
        }
        const bool isValue = column == AlertColumn::Value;
        const QString& text = column == AlertColumn::Raised
            ? look_.raised
            : row_.text[static_cast<std::size_t>(column)];
        const double left = rect.left() + (isValue ? 0 : kLeft);
        const double width = rect.right() - (isValue ? 8 : 4) - left;
        drawMiddle(painter_, { left, middle_ }, width, text, font, ink(token),
            isValue ? Qt::AlignRight : Qt::AlignLeft);
    }

    void paintOpenLevel(bool isQuiet)
    {
        const auto& rect = at(AlertColumn::Level);
        if (rect.isEmpty()) {
            return;
        }
        const double left = rect.left() + kLeft;
        if (isQuiet) {
            // Shelved: outlined; withdrawn: what it was.
            drawLevelShape(painter_, row_.level, { left + 6, middle_ }, 12, ink(Token::T2),
                row_.isShelved ? ShapeStyle::Outlined : ShapeStyle::Filled);
            drawMiddle(painter_, { left + 20, middle_ }, rect.right() - left - 20, row_.text[0],
                textFont(12, 600), ink(Token::T2));
            return;
        }
        const auto shape
            = row_.canAcknowledge ? Alternation::shared().shape(row_.level) : ShapeStyle::Filled;
        const double width = levelBadgeWidth(row_.level, Truth::Live, kBadgePx);
        drawLevelBadge(painter_, look_.theme, row_.level, Truth::Live, { left + width, middle_ },
            kBadgePx, BadgeStyle::Auto, shape);
    }

    void paintDeadline()
    {
        const auto& rect = at(AlertColumn::Deadline);
        if (rect.isEmpty()) {
            return;
        }
        const QString& text = row_.text[static_cast<std::size_t>(AlertColumn::Deadline)];
        if (!row_.isOverdue) {
            cell(AlertColumn::Deadline, textFont(kTextPx, row_.canAcknowledge ? 600 : 400),
                row_.canAcknowledge ? Token::T1 : Token::T2);
            return;
        }
        // An ink plate: nobody may take it for a level, nor overlook it.
        const QFont font = textFont(13, 600);
        const double width = std::min(tabularWidth(font, text) + 16, rect.width() - 8);
        const QRectF plate(rect.left() + kLeft - 8, middle_ - 12, width, 24);
        painter_.setPen(Qt::NoPen);
        painter_.setBrush(look_.theme.color(Token::T1));
        painter_.drawRoundedRect(plate, 4, 4);
        drawMiddle(painter_, { plate.left() + 8, middle_ }, plate.width() - 12, text, font,
            look_.theme.color(Token::Bg1));
    }

    void paintAcknowledged()
    {
        const auto& rect = at(AlertColumn::Acknowledged);
        if (rect.isEmpty()) {
            return;
        }
        if (row_.canAcknowledge) {
            paintButton(alertRowButton(rect));
            return;
        }
        const QString& text = row_.text[static_cast<std::size_t>(AlertColumn::Acknowledged)];
        double x = rect.left() + kLeft;
        const bool hasIcon = row_.isAcknowledged || row_.isShelved;
        if (hasIcon) {
            drawIcon(painter_, row_.isShelved ? QStringLiteral("shelf") : QStringLiteral("check"),
                { x, middle_ - 8, 16, 16 }, ink(Token::T2), 2);
            x += 22;
        }
        drawMiddle(painter_, { x, middle_ }, rect.right() - 4 - x, text, textFont(kTextPx, 400),
            ink(hasIcon ? Token::T2 : Token::T3));
    }

    void paintButton(const QRectF& button)
    {
        painter_.setPen(QPen(look_.theme.color(Token::Ctl), 1));
        painter_.setBrush(look_.theme.color(look_.isButtonDown ? Token::Bg3 : Token::Bg2));
        painter_.drawRoundedRect(button.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        drawText(painter_, button, Qt::AlignHCenter, AlertsTable::tr("Acknowledge"),
            textFont(13, 600), look_.theme.color(Token::T1));
    }

    QPainter& painter_;
    const AlertTableRow& row_;
    const AlertRowLook& look_;
    double middle_;
};

}  // namespace

QRectF alertRowButton(const QRectF& cell)
{
    const double width = textWidth(textFont(13, 600), AlertsTable::tr("Acknowledge")) + 22;
    return { cell.left() + kLeft, std::round(cell.center().y()) - 14,
        std::min(width, cell.width() - kLeft), 28 };
}

void paintAlertTableRow(QPainter& painter, const AlertTableRow& row, const AlertRowLook& look)
{
    RowPainter rowPainter(painter, row, look);
    switch (row.kind) {
    case AlertTableRow::Kind::Section:
        rowPainter.paintSection();
        break;
    case AlertTableRow::Kind::Open:
        rowPainter.paintOpen();
        break;
    case AlertTableRow::Kind::Past:
        rowPainter.paintPast();
        break;
    }
}

}  // namespace headroom::ui
