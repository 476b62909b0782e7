// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rail.h"

#include "ui/widgets/accessible.h"
#include "ui/widgets/control.h"
#include "ui/widgets/paint.h"

#include <QPainter>

namespace headroom::ui {

namespace {

constexpr int kItemHeight = 40;
constexpr int kItemPitch = 42;
constexpr int kFirstTop = 60;

bool isNarrow(const QWidget& widget) { return widget.width() < 100; }

}  // namespace

RailItem::RailItem(const RailEntry& entry, QWidget* parent)
    : QAbstractButton(parent)
    , icon_(entry.icon)
    , hint_(entry.hint)
{
    setAccessibleRole(*this, QAccessible::PageTab);
    setObjectName(entry.id);
    setText(entry.title);
    const QString key = entry.key.isEmpty() ? hint_ : entry.key;
    tip_ = key.isEmpty() ? entry.title : entry.title + QStringLiteral(" · ") + key;
    setToolTip(tip_);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
}

void RailItem::setTheme(const Theme& theme)
{
    theme_ = &theme;
    update();
}

void RailItem::setCount(int count, const QString& meaning)
{
    count_ = count;
    say(count > 0 ? meaning : QString());
}

void RailItem::setMark(const QString& icon, const QString& meaning)
{
    mark_ = icon;
    say(icon.isEmpty() ? QString() : meaning);
}

void RailItem::say(const QString& meaning)
{
    setAccessibleDescription(meaning);
    setToolTip(meaning.isEmpty() ? tip_ : tip_ + QStringLiteral(" · ") + meaning);
    update();
}

void RailItem::paintCount(QPainter& painter)
{
    // Ink, not a level's colour: how bad it is stands on the page.
    const QString text = count_ > 99 ? QStringLiteral("99+") : QString::number(count_);
    const QFont font = Theme::font(isNarrow(*this) ? 10 : 12, 650);
    const double height = isNarrow(*this) ? 15 : 20;
    const double width = qMax(height, tabularWidth(font, text) + height / 2);
    const double right = isNarrow(*this) ? this->width() - 5.0 : this->width() - 20.0;
    const double top = isNarrow(*this) ? 3 : (this->height() - height) / 2;
    const QRectF plate(right - width, top, width, height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme_->color(Token::T1));
    painter.drawRoundedRect(plate, height / 2, height / 2);
    drawText(painter, plate, Qt::AlignHCenter, text, font, theme_->color(Token::Bg1));
}

void RailItem::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double left = isNarrow(*this) ? 8 : 10;
    const QRectF box(left, 0, width() - 2 * left, height());
    if (isChecked() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme_->color(isChecked() ? Token::AccBg : Token::Bg2));
        painter.drawRoundedRect(box, 6, 6);
    }
    if (isChecked()) {
        painter.fillRect(QRectF(0, 10, 3, height() - 20.0), theme_->color(Token::Acc));
    }
    if (hasFocus()) {
        drawFocusRing(painter, box, *theme_);
    }
    const QColor color = theme_->color(isChecked() ? Token::T1 : Token::T2);
    const double middle = height() / 2.0;
    const double iconX = isNarrow(*this) ? width() / 2.0 - 10 : 20;
    drawIcon(painter, icon_, { iconX, middle - 10, 20, 20 }, color, isChecked() ? 2 : 1.75);
    if (!mark_.isEmpty()) {
        const double size = isNarrow(*this) ? 12 : 16;
        const double right = isNarrow(*this) ? width() - 6.0 : width() - 20.0;
        const double top = isNarrow(*this) ? 4 : middle - size / 2;
        drawIcon(painter, mark_, { right - size, top, size, size }, theme_->color(Token::T1), 2);
    }
    if (count_ > 0) {
        paintCount(painter);
    }
    if (isNarrow(*this)) {
        return;
    }
    const double taken = mark_.isEmpty() && count_ == 0 && hint_.isEmpty() ? 20 : 60;
    drawText(painter, { 52, 0, width() - 52 - taken, height() + 0.0 }, Qt::AlignLeft, text(),
        Theme::font(14, isChecked() ? 600 : 500), color);
    drawText(painter, { width() - 60.0, 0, 40, height() + 0.0 }, Qt::AlignRight, hint_,
        Theme::font(13, 400), theme_->color(Token::T3));
}

Rail::Rail(const QVector<RailEntry>& entries, const RailEntry& foot, QWidget* parent)
    : QWidget(parent)
{
    setAccessibleRole(*this, QAccessible::PageTabList);
    setAccessibleName(tr("Pages"));
    for (const auto& entry : entries) {
        items_.push_back(add(entry));
    }
    foot_ = add(foot);
    foot_->setCheckable(false);
}

RailItem* Rail::add(const RailEntry& entry)
{
    auto* item = new RailItem(entry, this);
    connect(item, &QAbstractButton::clicked, this, [this, id = entry.id] { Q_EMIT chosen(id); });
    return item;
}

void Rail::setTheme(const Theme& theme)
{
    theme_ = &theme;
    for (auto* item : items_) {
        item->setTheme(theme);
    }
    foot_->setTheme(theme);
    update();
}

void Rail::setCurrent(const QString& id)
{
    for (auto* item : items_) {
        item->setChecked(item->objectName() == id);
    }
}

void Rail::focusCurrent()
{
    for (auto* item : items_) {
        if (item->isChecked()) {
            item->setFocus(Qt::TabFocusReason);
        }
    }
}

RailItem* Rail::item(const QString& id) const
{
    for (auto* item : items_) {
        if (item->objectName() == id) {
            return item;
        }
    }
    return nullptr;
}

void Rail::setDisplay(const RailDisplay& display)
{
    if (display == display_) {
        return;
    }
    display_ = display;
    if (auto* alerts = item(QStringLiteral("alerts"))) {
        alerts->setCount(display.toAcknowledge,
            display.toAcknowledge == 1 ? tr("1 alert to acknowledge")
                                       : tr("%1 alerts to acknowledge").arg(display.toAcknowledge));
    }
    if (auto* certification = item(QStringLiteral("certification"))) {
        certification->setMark(
            display.isReviewOverdue ? QStringLiteral("clock") : QString(), tr("review overdue"));
    }
}

void Rail::setNotice(const QString& id, const QString& notice)
{
    if (auto* entry = item(id)) {
        entry->setMark(notice.isEmpty() ? QString() : QStringLiteral("warn"), notice);
    }
}

void Rail::resizeEvent(QResizeEvent*)
{
    int top = isNarrow(*this) ? kFirstTop - 8 : kFirstTop;
    const int footTop = height() - kItemHeight - 14;
    for (auto* item : items_) {
        // It is about the program, not about a depository: away from those that are.
        if (item->objectName() == QLatin1String("preferences")) {
            item->setGeometry(0, footTop - kItemPitch, width() - 1, kItemHeight);
            continue;
        }
        item->setGeometry(0, top, width() - 1, kItemHeight);
        top += kItemPitch;
    }
    foot_->setGeometry(0, footTop, width() - 1, kItemHeight);
}

void Rail::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme_->color(Token::Bg1));
    painter.fillRect(QRect(width() - 1, 0, 1, height()), theme_->color(Token::Line));
    const double x = isNarrow(*this) ? (width() - 24) / 2.0 : 20;
    drawIcon(painter, QStringLiteral("logo"), { x, 18, 24, 24 }, theme_->color(Token::T1), 2);
    if (!isNarrow(*this)) {
        drawText(painter, { 54, 18, 140, 24 }, Qt::AlignLeft, QStringLiteral("Headroom"),
            Theme::font(17, 650), theme_->color(Token::T1));
    }
}

}  // namespace headroom::ui
