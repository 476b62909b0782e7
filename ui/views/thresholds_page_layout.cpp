// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/thresholds_page.h"
#include "ui/views/thresholds_row.h"
#include "ui/widgets/control.h"
#include "ui/widgets/line_text.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/segment_bar.h"

#include <QPainter>
#include <QScrollArea>

// Where everything stands, and what the page paints itself.

namespace headroom::ui {

namespace {

constexpr int kNarrowPage = 1240;
constexpr int kHeader = 38;
constexpr int kToolHeight = 34;
constexpr int kNoticeLine = 22;

}  // namespace

void ThresholdsPage::place()
{
    const int window_ = window()->width();
    const int margin = window_ < 1100 ? 12 : window_ >= 1600 ? 24 : 20;
    const int top = window_ < 1100 ? 12 : 16;
    placeTools(margin, top);
    int y = top + kToolHeight + (window_ < 1100 ? 10 : 14);
    const auto lines
        = noticeText_.isEmpty() ? 0 : static_cast<int>(noticeText_.count(QLatin1Char('\n')) + 1);
    noticeRect_ = QRect(margin, y, width() - 2 * margin, lines == 0 ? 0 : lines * kNoticeLine + 14);
    y += lines == 0 ? 0 : noticeRect_.height() + 10;
    card_ = QRect(margin, y, width() - 2 * margin, height() - y - top);
    scroll_->setGeometry(card_.adjusted(2, kHeader, -2, -3));
    const int sheetWidth = scroll_->width() - 8;
    int sheetY = 0;
    for (auto* row : rows_) {
        const int high = row->heightFor(sheetWidth);
        row->setGeometry(0, sheetY, sheetWidth, high);
        sheetY += high;
    }
    failClosed_->setGeometry(20, sheetY + 8, failClosed_->sizeHint().width() + 8, 34);
    sheet_->resize(sheetWidth, sheetY + 50);
}

void ThresholdsPage::placeTools(int margin, int top)
{
    isNarrow_ = width() < kNarrowPage;
    const std::array<const char*, kTools> texts { "", "", "Import…", "Export…",
        "Reset to certified", "Revert", "Follow the service", "Send to service…", nullptr };
    int right = width() - margin;
    for (int i = kTools - 1; i >= 0; --i) {
        auto* button = tools_[static_cast<std::size_t>(i)];
        const auto which = static_cast<Tool>(i);
        if (button->isHidden()) {
            continue;
        }
        if (const auto* text = texts[static_cast<std::size_t>(i)]; text != nullptr) {
            const bool isIcon = isNarrow_ && which != Tool::Revert && which != Tool::Send;
            button->setText(isIcon ? QString() : QString::fromUtf8(text));
        }
        const int wide = button->sizeHint().width();
        button->setGeometry(right - wide, top, wide, kToolHeight);
        right -= wide + 8;
    }
    const int spanWidth = span_->sizeHint().width();
    span_->setGeometry(right - spanWidth - 8, top, spanWidth, kToolHeight);
}

void ThresholdsPage::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = tools_[0]->geometry().center().y() + 1;
    double x = card_.left();
    const double room = span_->x() - 12;
    const auto tell = [&](const QString& icon, const QString& text, QColor color, QColor ink) {
        if (text.isEmpty() || x + 40 > room) {
            return;
        }
        drawIcon(painter, icon, { x, middle - 8, 16, 16 }, color, 2);
        const QFont font = Theme::font(14, 600);
        const double wide = std::min(room - x - 24, textWidth(font, text) + 2);
        drawMiddle(painter, { x + 24, middle }, wide, text, font, ink);
        x += 24 + wide + 22;
    };
    // What is wrong is said first where there is no room for both.
    const QColor red = theme_->level(Level::Red).fg;
    if (!isNarrow_ || faultText_.isEmpty()) {
        tell(QStringLiteral("edit"), stateText_, theme_->color(Token::Acc),
            theme_->color(Token::T1));
    }
    tell(QStringLiteral("warn"), faultText_, red, red);
    if (!noticeText_.isEmpty()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme_->color(Token::T1));
        painter.drawRoundedRect(noticeRect_, 8, 8);
        double y = noticeRect_.top() + 7 + kNoticeLine / 2.0;
        for (const auto& line : noticeText_.split(QLatin1Char('\n'))) {
            drawMiddle(painter, { noticeRect_.left() + 14.0, y }, noticeRect_.width() - 28.0, line,
                Theme::font(13, 600), theme_->color(Token::Bg1));
            y += kNoticeLine;
        }
    }
    drawCard(painter, card_, *theme_, {});
    const QFont font = Theme::font(12, 600);
    drawMiddle(painter, { card_.left() + 22.0, card_.top() + kHeader / 2.0 }, card_.width() - 44.0,
        QStringLiteral("METRIC, THRESHOLDS, BANDS WITH LIVE VALUE AND LAST 24 H"), font,
        theme_->color(Token::T3));
    painter.fillRect(QRectF(card_.left(), card_.top() + kHeader - 1, card_.width(), 1),
        theme_->color(Token::Line2));
}

}  // namespace headroom::ui
