// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/command_palette.h"

#include "ui/widgets/field_box.h"
#include "ui/widgets/key_caps.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/scroll_bar.h"

#include <QKeyEvent>
#include <QListView>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <algorithm>

namespace headroom::ui {

namespace {

constexpr int kWidth = 640;
constexpr int kPadding = 12;
constexpr int kField = 40;
constexpr int kRow = 36;
constexpr int kMostRows = 11;

/// Title, what it belongs to, and the key or the reason why not.
class RowPainter final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setTheme(const Theme& theme) { theme_ = &theme; }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return { 10, kRow };
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRectF row(option.rect);
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme_->color(Token::AccBg));
            painter->drawRoundedRect(row, 6, 6);
            painter->fillRect(
                QRectF(row.left(), row.top() + 9, 3, row.height() - 18), theme_->color(Token::Acc));
        }
        const QString why = index.data(PaletteModel::WhyNot).toString();
        const QFont quiet = Theme::font(13, 400);
        const QRectF room = row.adjusted(12, 0, -12, 0);
        double right = room.right();
        if (!why.isEmpty()) {
            const double width = std::min(room.width() * 0.55, textWidth(quiet, why) + 1);
            drawText(*painter, { right - width, row.top(), width, row.height() }, Qt::AlignRight,
                why, quiet, theme_->color(Token::T2));
            right -= width + 16;
        } else if (const QString keys = index.data(PaletteModel::Keys).toString();
                   !keys.isEmpty()) {
            right -= drawKeyCaps(*painter, *theme_, { right, row.center().y() }, keys) + 16;
        }
        const QString group = index.data(PaletteModel::Group).toString();
        const QString title = index.data().toString();
        const QFont font = Theme::font(14, 500);
        const double titleWidth = std::min(right - room.left(), textWidth(font, title) + 1);
        drawText(*painter, { room.left(), row.top(), titleWidth, row.height() }, Qt::AlignLeft,
            title, font, theme_->color(why.isEmpty() ? Token::T1 : Token::T3));
        const double left = room.left() + titleWidth + 12;
        if (right - left > 40) {
            drawText(*painter, { left, row.top(), right - left, row.height() }, Qt::AlignLeft,
                group, quiet, theme_->color(Token::T3));
        }
        painter->restore();
    }

private:
    const Theme* theme_ = &Theme::dark();
};

QString listSheet(const Theme& theme)
{
    return QStringLiteral("QListView{background:%1;border:0;outline:0}")
               .arg(theme.color(Token::Bg1).name())
        + scrollBarSheet(theme);
}

}  // namespace

CommandPalette::CommandPalette(QVector<PaletteEntry> entries, QWidget* window)
    : Overlay(tr("Command palette"), window)
    , model_(std::move(entries))
    , search_(new FieldBox({}, this))
    , list_(new QListView(this))
    , nothing_(new PlainLabel(tr("Nothing is called that"), 14, 400, Token::T2, this))
{
    search_->setFont(Theme::font(15, 500));
    search_->setPlaceholderText(tr("What do you want to do?"));
    search_->setAccessibleName(tr("What do you want to do?"));
    search_->setMaxLength(100);
    search_->installEventFilter(this);
    list_->setModel(&model_);
    list_->setItemDelegate(new RowPainter(list_));
    list_->setFrameShape(QFrame::NoFrame);
    list_->setFocusPolicy(Qt::NoFocus);  // the arrow keys of the field move in it
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list_->setSelectionMode(QAbstractItemView::SingleSelection);
    list_->setUniformItemSizes(true);
    list_->setAccessibleName(tr("What can be done"));
    nothing_->setAlignment(Qt::AlignCenter);
    connect(search_, &QLineEdit::textChanged, this, &CommandPalette::take);
    connect(list_, &QListView::clicked, this, &CommandPalette::runCurrent);
    take({});
}

void CommandPalette::setTheme(const Theme& theme)
{
    Overlay::setTheme(theme);
    search_->setTheme(theme);
    static_cast<PlainLabel*>(nothing_)->setTheme(theme);
    static_cast<RowPainter*>(list_->itemDelegate())->setTheme(theme);
    list_->setStyleSheet(listSheet(theme));
}

QRect CommandPalette::cardIn(const QSize& window) const
{
    const int width = std::min(kWidth, window.width() - 48);
    const int rows = std::clamp(model_.rowCount(), 2, kMostRows);
    const int height = std::min(2 * kPadding + kField + 8 + rows * kRow, window.height() - 48);
    // Its top stays where it is, however many rows there are.
    const int most = 2 * kPadding + kField + 8 + kMostRows * kRow;
    return { (window.width() - width) / 2, std::max(24, (window.height() - most) / 3), width,
        height };
}

void CommandPalette::placeCard(const QRect& card)
{
    const QRect room = card.adjusted(kPadding, kPadding, -kPadding, -kPadding);
    search_->setGeometry(room.left(), room.top(), room.width(), kField);
    const QRect rows = room.adjusted(0, kField + 8, 0, 0);
    list_->setGeometry(rows);
    list_->setVisible(model_.rowCount() > 0);
    nothing_->setGeometry(rows);
    nothing_->setVisible(model_.rowCount() == 0);
    list_->scrollTo(list_->currentIndex());
}

QWidget* CommandPalette::firstFocus() { return search_; }

void CommandPalette::take(const QString& typed)
{
    model_.setTyped(typed);
    choose(0);
    place();
}

void CommandPalette::choose(int row)
{
    if (const int count = model_.rowCount(); count > 0) {
        list_->setCurrentIndex(model_.index((row + count) % count));
    }
    sayCurrent();
}

void CommandPalette::sayCurrent()
{
    // The keyboard stays in the field: what is chosen is read as its description.
    const auto index = list_->currentIndex();
    search_->setAccessibleDescription(index.isValid()
            ? tr("%1; %2 of %3")
                  .arg(index.data(Qt::AccessibleTextRole).toString())
                  .arg(index.row() + 1)
                  .arg(model_.rowCount())
            : nothing_->text());
}

void CommandPalette::runCurrent()
{
    const auto index = list_->currentIndex();
    if (!index.isValid() || !model_.entry(index.row()).whyNot.isEmpty()) {
        return;
    }
    const auto run = model_.entry(index.row()).run;
    dismiss();
    run();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress) {
        return Overlay::eventFilter(watched, event);
    }
    const int row = list_->currentIndex().row();
    const int page = std::max(1, list_->height() / kRow - 1);
    const int last = model_.rowCount() - 1;
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Up:
        choose(row - 1);
        return true;
    case Qt::Key_Down:
        choose(row + 1);
        return true;
    case Qt::Key_PageUp:
        choose(std::max(0, row - page));
        return true;
    case Qt::Key_PageDown:
        choose(std::min(last, row + page));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        runCurrent();
        return true;
    default:
        return Overlay::eventFilter(watched, event);
    }
}

}  // namespace headroom::ui
