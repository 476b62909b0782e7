// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/row_table.h"

#include "ui/widgets/scroll_bar.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QStyledItemDelegate>

namespace headroom::ui {

namespace {

constexpr int kHeaderHeight = 36;

class RowHeight : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return { 10, RowTable::kRowHeight };
    }
};

}  // namespace

RowTable::RowTable(QAbstractItemModel& model, const QString& name, QWidget* parent)
    : QTreeView(parent)
{
    setItemDelegate(new RowHeight(this));
    setUniformRowHeights(true);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setIndentation(0);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAllColumnsShowFocus(true);
    setAccessibleName(name);
    // setModel selects nothing; the header needs its sections before columns are placed.
    setModel(&model);
    header()->setSectionResizeMode(QHeaderView::Fixed);
    header()->setStretchLastSection(false);
    header()->setFixedHeight(kHeaderHeight);
    header()->setSectionsClickable(false);
    header()->setSectionsMovable(false);
    setTheme(*theme_);
}

void RowTable::setTheme(const Theme& theme)
{
    theme_ = &theme;
    QFont titles = Theme::font(11, 600);
    titles.setCapitalization(QFont::AllUppercase);
    titles.setLetterSpacing(QFont::PercentageSpacing, 106);
    header()->setFont(titles);
    const auto name = [&](Token token) { return theme.color(token).name(); };
    setStyleSheet(QStringLiteral("QTreeView{background:%1;border:0;outline:0}"
                                 "QHeaderView{background:%1}"
                                 "QHeaderView::section{background:%1;color:%2;border:0;"
                                 "border-bottom:1px solid %3;padding-left:16px;padding-right:8px}")
                      .arg(name(Token::Bg1), name(Token::T3), name(Token::Line2))
        + scrollBarSheet(theme));
    viewport()->update();
}

void RowTable::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && currentIndex().isValid()) {
        openCurrent();
        return;
    }
    // Letters are keys of the page, not a search among the rows.
    if (!event->text().isEmpty() && event->text().at(0).isPrint()) {
        event->ignore();
        return;
    }
    QTreeView::keyPressEvent(event);
}

}  // namespace headroom::ui
