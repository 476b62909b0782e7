// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/line_text.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/reduce.h"
#include "ui/widgets/trends_chart.h"
#include "ui/widgets/trends_view.h"

#include <algorithm>
#include <cmath>

// What stands above the lines of a TrendsView: flags of alerts, crosshair and what it points at.

namespace headroom::ui {

namespace {

constexpr double kFlagWidth = 42;
constexpr double kFlagHeight = 24;
constexpr double kTipWidth = 252;
constexpr double kTipRow = 20;

/// The worst that have room, in their order of time.
QVector<TrendFlag> flagsWithRoom(QVector<TrendFlag> flags, double width)
{
    const auto most = std::max<qsizetype>(1, static_cast<qsizetype>(width / (kFlagWidth + 4)));
    if (flags.size() <= most) {
        return flags;
    }
    std::stable_sort(flags.begin(), flags.end(),
        [](const TrendFlag& a, const TrendFlag& b) { return a.level > b.level; });
    flags.resize(most);
    std::stable_sort(flags.begin(), flags.end(),
        [](const TrendFlag& a, const TrendFlag& b) { return a.at < b.at; });
    return flags;
}

}  // namespace

void TrendsView::paintFlags(QPainter& painter)
{
    const auto& all = owner_.display().flags;
    for (const TrendFlag& flag : all) {
        const double x = std::floor(toX(flag.at)) + 0.5;
        if (x < plot().left() || x > plot().right()) {
            continue;
        }
        QPen pen(flag.isOfThisMetric ? theme().level(flag.level).fg : theme().color(Token::Line2),
            1.25, Qt::SolidLine, Qt::FlatCap);
        pen.setDashPattern({ 2, 2.5 });
        painter.setPen(pen);
        painter.drawLine(QPointF(x, plot().top()), QPointF(x, plot().bottom()));
    }
    const auto flags = flagsWithRoom(all, plot().width());
    QVector<double> wanted;
    for (const TrendFlag& flag : flags) {
        wanted.append(toX(flag.at));
    }
    const auto places = spreadLabels(wanted, kFlagWidth + 4,
        { plot().left() + kFlagWidth / 2, plot().right() - kFlagWidth / 2 });
    const double middle = plot().top() - 18;
    for (qsizetype i = 0; i < flags.size(); ++i) {
        const auto& colors = theme().level(flags[i].level);
        painter.setPen(QPen(theme().color(Token::Line2), 1));
        painter.drawLine(
            QPointF(places[i], middle + kFlagHeight / 2), QPointF(wanted[i], plot().top()));
        const QRectF box(places[i] - kFlagWidth / 2 + 0.5, middle - kFlagHeight / 2 + 0.5,
            kFlagWidth - 1, kFlagHeight - 1);
        painter.setPen(QPen(colors.mark, 1));
        painter.setBrush(theme().color(Token::Bg3));
        painter.drawRoundedRect(box, 4, 4);
        const bool hasLetter = !flags[i].letter.isEmpty();
        drawLevelShape(painter, theme(), flags[i].level,
            { hasLetter ? box.left() + 12 : box.center().x(), middle }, 10);
        drawMiddle(painter, { box.left() + 22, middle }, 18, flags[i].letter, textFont(13, 600),
            theme().color(Token::T1));
    }
}

void TrendsView::paintTip(QPainter& painter)
{
    const auto& tip = owner_.tip();
    if (!tip) {
        return;
    }
    const double x = std::clamp(toX(tip->at), plot().left(), plot().right());
    painter.setPen(QPen(theme().color(Token::Acc), 1.25));
    painter.drawLine(QPointF(x, plot().top()), QPointF(x, plot().bottom()));
    for (const auto& row : tip->rows) {
        if (std::isfinite(row.y)) {
            painter.setPen(QPen(theme().color(Token::T1), 1.75));
            painter.setBrush(theme().color(Token::Bg1));
            painter.drawEllipse(QPointF(x, toY(row.y)), 4.5, 4.5);
        }
    }
    const QFont font = textFont(12, 600);
    const double wide = tabularWidth(font, tip->chip) + 14;
    const double left = std::clamp(x - wide / 2, plot().left() - 10, plot().right() + 10 - wide);
    const QRectF chip(left, plot().bottom() + 5, wide, 20);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().color(Token::AccFill));
    painter.drawRoundedRect(chip, 4, 4);
    drawMiddle(painter, { chip.left(), chip.center().y() }, wide, tip->chip, font,
        theme().color(Token::OnAcc), Qt::AlignHCenter);
    paintTipBox(painter, *tip, x);
}

void TrendsView::paintTipBox(QPainter& painter, const TrendsTip& tip, double x)
{
    const double rows = static_cast<double>(tip.rows.size()) * kTipRow;
    const bool hasFoot = !tip.foot.isEmpty();
    const double height = 38 + (rows > 0 ? rows + 12 : 0) + (hasFoot ? 34 : 0);
    const bool isFlipped = x > plot().left() + 0.6 * plot().width();
    double left = isFlipped ? x - 18 - kTipWidth : x + 18;
    left = std::clamp(left, 8.0, std::max(8.0, width() - kTipWidth - 8));
    const double top = std::min(plot().top() + 44, plot().bottom() - height - 8);
    const QRectF box(
        std::round(left) + 0.5, std::round(std::max(8.0, top)) + 0.5, kTipWidth, height);
    painter.setPen(QPen(theme().color(Token::Line2), 1));
    painter.setBrush(theme().color(Token::Bg2));
    painter.drawRoundedRect(box, 6, 6);
    drawMiddle(painter, { box.left() + 14, box.top() + 19 }, kTipWidth - 28, tip.title,
        textFont(13, 600), theme().color(Token::T1));
    double y = box.top() + 38;
    const auto rule = [&] {
        painter.fillRect(QRectF(box.left() + 1, y, kTipWidth - 2, 1), theme().color(Token::Line2));
    };
    if (rows > 0) {
        rule();
        y += 6;
        for (const auto& row : tip.rows) {
            const double middle = y + kTipRow / 2;
            const bool hasLine = std::isfinite(row.y);
            if (hasLine) {
                painter.setPen(trendPen(theme(), row.role));
                painter.drawLine(
                    QPointF(box.left() + 14, middle), QPointF(box.left() + 34, middle));
            }
            drawMiddle(painter, { box.left() + 44, middle }, 60, row.name, textFont(13, 400),
                theme().color(Token::T2));
            drawMiddle(painter, { box.left() + 98, middle }, 76, row.value, textFont(13, 600),
                theme().color(Token::T1));
            y += kTipRow;
        }
        if (tip.level != Level::Unknown) {
            drawLevelBadge(painter, theme(), tip.level, Truth::Live,
                { box.right() - 12, box.top() + 44 + kTipRow * 1.5 }, 12);
        }
        y += 6;
    }
    if (hasFoot) {
        rule();
        const double column = (kTipWidth - 28) / static_cast<double>(tip.foot.size());
        for (qsizetype i = 0; i < tip.foot.size(); ++i) {
            const auto alignment = i == 0  ? Qt::AlignLeft
                : i + 1 == tip.foot.size() ? Qt::AlignRight
                                           : Qt::AlignHCenter;
            drawMiddle(painter, { box.left() + 14 + static_cast<double>(i) * column, y + 17 },
                column, tip.foot[i], textFont(13, 400), theme().color(Token::T2), alignment);
        }
    }
}

}  // namespace headroom::ui
