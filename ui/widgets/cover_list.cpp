// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/cover_list.h"

#include "ui/widgets/accessible.h"
#include "ui/widgets/paint.h"

#include <QPainter>

namespace headroom::ui {

namespace {

constexpr int kRow = 27;
constexpr double kIcon = 16;

QString wordOf(CoverList::Mark mark)
{
    return mark == CoverList::Mark::Yes ? CoverList::tr("covered")
        : mark == CoverList::Mark::No   ? CoverList::tr("not covered")
                                        : CoverList::tr("not known");
}

}  // namespace

CoverList::CoverList(QWidget* parent)
    : QWidget(parent)
{
    setAccessibleRole(*this, QAccessible::List);
}

void CoverList::setTheme(const Theme& theme)
{
    theme_ = &theme;
    update();
}

void CoverList::setEntries(const QVector<Entry>& entries)
{
    if (entries == entries_) {
        return;
    }
    entries_ = entries;
    QStringList words;
    for (const auto& entry : entries_) {
        words << entry.name + QStringLiteral(": ") + wordOf(entry.mark);
    }
    setAccessibleLines(*this, words);
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QSize CoverList::sizeHint() const
{
    return { 200, kRow * ((static_cast<int>(entries_.size()) + 1) / 2) };
}

void CoverList::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double column = width() / 2.0;
    for (qsizetype i = 0; i < entries_.size(); ++i) {
        const auto& entry = entries_[i];
        const double x = static_cast<double>(i % 2) * column;
        const double y = static_cast<double>(i / 2) * kRow;
        const double middle = y + kRow / 2.0;
        if (entry.mark == Mark::Unknown) {
            drawLevelShape(painter, Level::Unknown, { x + kIcon / 2, middle }, 12,
                theme_->color(Token::T3), ShapeStyle::Outlined);
        } else {
            const bool isThere = entry.mark == Mark::Yes;
            drawIcon(painter, isThere ? QStringLiteral("check") : QStringLiteral("x"),
                { x, middle - kIcon / 2, kIcon, kIcon },
                isThere ? theme_->level(Level::Green).fg : theme_->color(Token::T3), 2);
        }
        drawText(painter, { x + 24, y, column - 28, kRow }, Qt::AlignLeft, entry.name,
            Theme::font(14, 500), theme_->color(entry.mark == Mark::No ? Token::T3 : Token::T1));
    }
}

}  // namespace headroom::ui
