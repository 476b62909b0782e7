// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/keys_overview.h"

#include "ui/widgets/accessible.h"
#include "ui/widgets/control.h"
#include "ui/widgets/key_caps.h"
#include "ui/widgets/line_text.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/scroll_bar.h"

#include <QKeyEvent>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace headroom::ui {

namespace {

constexpr int kHeader = 56;
constexpr int kMargin = 20;
constexpr int kTitle = 34;
constexpr int kRow = 30;
constexpr int kGap = 20;
constexpr int kColumn = 420;  // what a column needs at least
constexpr int kMostWidth = 1320;

}  // namespace

/// The keys of one page: a line each.
class KeyGroupCard final : public Panel {
public:
    KeyGroupCard(KeyGroup group, QWidget* parent)
        : Panel(parent)
        , group_(std::move(group))
    {
        setFocusPolicy(Qt::TabFocus);
        setAccessibleRole(*this, QAccessible::List);
        setAccessibleName(group_.title);
        QStringList lines;
        for (const auto& row : group_.rows) {
            lines << row.what + QStringLiteral(": ")
                    + QString(row.keys).replace(QStringLiteral("  "), QObject::tr(" or "));
        }
        setAccessibleLines(*this, lines);
        setAccessibleDescription(lines.join(QStringLiteral("; ")));
    }

    [[nodiscard]] int wantedHeight() const
    {
        return kTitle + static_cast<int>(group_.rows.size()) * kRow + 8;
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        drawMiddle(painter, { 10, kTitle / 2.0 }, width() - 20, group_.title, titleFont(15),
            theme().color(Token::T1));
        double y = kTitle;
        for (const auto& row : group_.rows) {
            painter.fillRect(QRectF(10, y, width() - 20.0, 1), theme().color(Token::Line));
            const double middle = y + kRow / 2.0;
            const double keys = drawKeyCaps(painter, theme(), { width() - 10.0, middle }, row.keys);
            const double room = width() - 20 - keys - 16;
            drawMiddle(painter, { 10, middle }, room, row.what,
                fittedFont(Theme::font(13, 400), row.what, room, 0.85), theme().color(Token::T2));
            y += kRow;
        }
        if (hasFocus()) {
            drawFocusRing(painter, rect(), theme());
        }
    }
    void focusInEvent(QFocusEvent* event) override
    {
        Panel::focusInEvent(event);
        update();
    }

private:
    KeyGroup group_;
};

KeysOverview::KeysOverview(const QVector<KeyGroup>& groups, QWidget* window)
    : Overlay(tr("Keyboard shortcuts"), window)
    , scroll_(new QScrollArea(this))
    , content_(new QWidget)
    , close_(new PushButton(QStringLiteral("x"), {}, this))
{
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setFocusPolicy(Qt::NoFocus);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const auto& group : groups) {
        groups_.push_back(new KeyGroupCard(group, content_));
    }
    scroll_->setWidget(content_);
    close_->setAccessibleName(tr("Close"));
    close_->setToolTip(tr("Close · Esc"));
    connect(close_, &QAbstractButton::clicked, this, &Overlay::dismiss);
}

void KeysOverview::setTheme(const Theme& theme)
{
    Overlay::setTheme(theme);
    for (auto* group : groups_) {
        group->setLook(theme, {});
    }
    close_->setTheme(theme);
    QPalette colors = palette();
    colors.setColor(QPalette::Window, theme.color(Token::Bg1));
    scroll_->setPalette(colors);
    scroll_->verticalScrollBar()->setStyleSheet(scrollBarSheet(theme));
}

QRect KeysOverview::cardIn(const QSize& window) const
{
    const int width = std::min(kMostWidth, window.width() - 64);
    const int height = std::min(window.height() - 64, 920);
    return { (window.width() - width) / 2, (window.height() - height) / 2, width, height };
}

int KeysOverview::placeGroups(int width)
{
    const int count = std::max(1, (width + kGap) / (kColumn + kGap));
    const int column = (width - (count - 1) * kGap) / count;
    QVector<int> heights(count, 0);
    for (auto* group : groups_) {
        // Into the shortest column, the first of equals: the first groups stand at the top.
        const auto at = std::min_element(heights.begin(), heights.end()) - heights.begin();
        group->setGeometry(
            static_cast<int>(at) * (column + kGap), heights[at], column, group->wantedHeight());
        heights[at] += group->wantedHeight() + kGap;
    }
    return *std::max_element(heights.begin(), heights.end()) - kGap;
}

void KeysOverview::placeCard(const QRect& card)
{
    close_->setGeometry(card.right() - kMargin - 32, card.top() + 12, 34, 34);
    const QRect room = card.adjusted(kMargin, kHeader, -kMargin, -kMargin);
    scroll_->setGeometry(room);
    content_->resize(room.width() - 12, placeGroups(room.width() - 12));
}

QWidget* KeysOverview::firstFocus()
{
    return groups_.isEmpty() ? static_cast<QWidget*>(close_) : groups_.front();
}

bool KeysOverview::focusNextPrevChild(bool isNext)
{
    const bool hasMoved = Overlay::focusNextPrevChild(isNext);
    if (auto* now = focusWidget(); now != nullptr && content_->isAncestorOf(now)) {
        scroll_->ensureWidgetVisible(now, 0, 8);
    }
    return hasMoved;
}

void KeysOverview::keyPressEvent(QKeyEvent* event)
{
    auto* bar = scroll_->verticalScrollBar();
    switch (event->key()) {
    case Qt::Key_Up:
        bar->setValue(bar->value() - kRow);
        break;
    case Qt::Key_Down:
        bar->setValue(bar->value() + kRow);
        break;
    case Qt::Key_PageUp:
        bar->setValue(bar->value() - bar->pageStep());
        break;
    case Qt::Key_PageDown:
        bar->setValue(bar->value() + bar->pageStep());
        break;
    case Qt::Key_Home:
        bar->setValue(0);
        break;
    case Qt::Key_End:
        bar->setValue(bar->maximum());
        break;
    default:
        Overlay::keyPressEvent(event);
    }
}

void KeysOverview::paintEvent(QPaintEvent* event)
{
    Overlay::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawText(painter,
        QRectF(card().left() + kMargin + 10, card().top(), card().width() - 120, kHeader),
        Qt::AlignLeft, accessibleName(), titleFont(18), theme().color(Token::T1));
}

}  // namespace headroom::ui
