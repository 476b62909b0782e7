// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/page_notice.h"

#include <QEvent>

#include <algorithm>
#include <chrono>

namespace headroom::ui {

namespace {

constexpr std::chrono::seconds kReadable { 8 };
constexpr std::chrono::seconds kFaultReadable { 60 };
constexpr int kMostWidth = 760;
constexpr int kSideRoom = 80;
constexpr int kBelow = 28;

/// A path has no blanks: it may break after each folder.
QString breakable(QString text)
{
    const QChar zeroWidthSpace(0x200B);
    return text.replace(QChar(u'/'), QStringLiteral("/") + zeroWidthSpace);
}

}  // namespace

PageNotice::PageNotice(QWidget* page)
    : QLabel(page)
{
    setTextFormat(Qt::PlainText);
    setFont(Theme::font(13, 600));
    setContentsMargins(14, 8, 14, 8);
    setAutoFillBackground(true);
    setAlignment(Qt::AlignCenter);
    setWordWrap(true);
    hide();
    until_.setSingleShot(true);
    connect(&until_, &QTimer::timeout, this, &QWidget::hide);
    page->installEventFilter(this);
}

void PageNotice::say(const QString& text, bool isFault, const Theme& theme)
{
    QPalette colors = palette();
    colors.setColor(QPalette::Window, theme.color(Token::T1));
    colors.setColor(QPalette::WindowText, theme.color(Token::Bg1));
    setPalette(colors);
    said_ = text;
    setText(breakable(text));
    setAccessibleName(text);
    place();
    show();
    raise();
    until_.start(isFault ? kFaultReadable : kReadable);
}

QString PageNotice::said() const { return isHidden() ? QString() : said_; }

void PageNotice::place()
{
    const QWidget& page = *parentWidget();
    const QMargins margins = contentsMargins();
    const int lineWidth = fontMetrics().size(0, text()).width() + margins.left() + margins.right();
    const int wide = std::max(0, std::min({ lineWidth + 8, page.width() - kSideRoom, kMostWidth }));
    const int high = std::min(page.height() / 2, heightForWidth(wide) + 4);
    setGeometry((page.width() - wide) / 2, page.height() - high - kBelow, wide, high);
}

bool PageNotice::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && !isHidden()) {
        place();
    }
    return QLabel::eventFilter(watched, event);
}

}  // namespace headroom::ui
