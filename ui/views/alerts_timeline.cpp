// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/alerts_timeline.h"

#include "ui/widgets/control.h"
#include "ui/widgets/line_text.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/scroll_bar.h"

#include <QPainter>
#include <QStyledItemDelegate>
#include <QTextLayout>

namespace headroom::ui {

namespace {

constexpr double kTimeRight = 66;
constexpr double kMarkX = 84;
constexpr double kTextLeft = 104;
constexpr double kRight = 14;
constexpr double kDetailHeight = 18;
constexpr int kMostLines = 6;

QFont titleOf() { return textFont(14, 600); }
QFont detailFont() { return textFont(13, 400); }

/// The detail in lines that fit; what is longer than a screenful ends in dots.
QStringList linesOf(const QString& detail, double width)
{
    QStringList lines;
    const QFontMetricsF metrics(detailFont());
    for (const auto& paragraph : detail.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        QTextLayout layout(paragraph, detailFont());
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        for (auto line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            if (lines.size() == kMostLines) {
                lines.last()
                    = metrics.elidedText(lines.last() + QChar(0x2026), Qt::ElideRight, width);
                return lines;
            }
            lines << paragraph.mid(line.textStart(), line.textLength());
        }
        layout.endLayout();
    }
    return lines;
}

class StepPainter : public QStyledItemDelegate {
public:
    StepPainter(const AlertsTimeline& view, const Theme* const& theme, QObject* parent)
        : QStyledItemDelegate(parent)
        , view_(view)
        , theme_(theme)
    {
    }

    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        const auto& step = view_.steps().step(index.row());
        const auto lines = linesOf(step.detail, textRoom());
        return { 100, qRound(34 + kDetailHeight * static_cast<double>(qMax(1, lines.size()))) };
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override
    {
        const auto& step = view_.steps().step(index.row());
        const QRectF rect = option.rect;
        const double middle = rect.top() + 16;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        paintLine(*painter, rect, middle, index.row());
        paintTime(*painter, step, middle);
        paintMark(*painter, step, { kMarkX, middle });
        const QColor title = theme_->color(step.isAhead ? Token::T2 : Token::T1);
        const QString words
            = step.count > 1 ? step.title + QStringLiteral("  × %1").arg(step.count) : step.title;
        drawMiddle(*painter, { kTextLeft, middle }, textRoom(), words, titleOf(), title);
        double baseline = middle + 22;
        for (const auto& line : linesOf(step.detail, textRoom())) {
            drawLine(*painter, { kTextLeft, baseline }, textRoom(), line, detailFont(),
                theme_->color(Token::T2));
            baseline += kDetailHeight;
        }
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            drawFocusRing(*painter, rect.adjusted(2, 0, -2, -2), *theme_, 4);
        }
        painter->restore();
    }

private:
    [[nodiscard]] double textRoom() const
    {
        return qMax(60.0, view_.viewport()->width() - kTextLeft - kRight);
    }

    // To the next step; dashed where that has not happened yet.
    void paintLine(QPainter& painter, const QRectF& rect, double middle, int row) const
    {
        if (row + 1 >= view_.steps().rowCount()) {
            return;
        }
        QPen pen(theme_->color(Token::Line2), 1.5);
        if (view_.steps().step(row + 1).isAhead) {
            pen.setDashPattern({ 3, 3 });
        }
        painter.setPen(pen);
        painter.drawLine(QPointF(kMarkX, middle + 13), QPointF(kMarkX, rect.bottom() + 3));
    }

    void paintTime(QPainter& painter, const TimelineStep& step, double middle) const
    {
        const QFont font = textFont(13, 400);
        const QColor color = theme_->color(Token::T2);
        const bool hasDay = !step.day.isEmpty();
        drawMiddle(painter, { 8, middle }, kTimeRight - 8, hasDay ? step.day : step.time, font,
            color, Qt::AlignRight);
        if (hasDay) {
            drawMiddle(painter, { 8, middle + 18 }, kTimeRight - 8, step.time, font, color,
                Qt::AlignRight);
        }
    }

    void paintMark(QPainter& painter, const TimelineStep& step, QPointF centre) const
    {
        if (step.icon.isEmpty()) {
            drawLevelShape(painter, *theme_, step.level, centre, 15,
                view_.isWithdrawn() ? ShapeStyle::Grey
                    : step.isAhead  ? ShapeStyle::Outlined
                                    : ShapeStyle::Filled);
            return;
        }
        drawIcon(painter, step.icon, { centre.x() - 8, centre.y() - 8, 16, 16 },
            theme_->color(Token::T2), 2);
    }

    const AlertsTimeline& view_;
    const Theme* const& theme_;
};

}  // namespace

AlertsTimeline::AlertsTimeline(QWidget* parent)
    : QListView(parent)
{
    setModel(&steps_);
    setItemDelegate(new StepPainter(*this, theme_, this));
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::NoSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(QListView::Adjust);
    setAccessibleName(tr("Steps of this alert"));
    setTheme(*theme_);
}

void AlertsTimeline::setTheme(const Theme& theme)
{
    theme_ = &theme;
    setStyleSheet(QStringLiteral("QListView{background:%1;border:0;outline:0}")
                      .arg(theme.color(Token::Bg1).name())
        + scrollBarSheet(theme));
}

void AlertsTimeline::setWithdrawn(bool isWithdrawn)
{
    isWithdrawn_ = isWithdrawn;
    viewport()->update();
}

void AlertsTimeline::setSteps(const QVector<TimelineStep>& steps)
{
    const int before = steps_.rowCount();
    steps_.setSteps(steps);
    if (steps.size() != before) {
        scrollToBottom();
    }
}

void AlertsTimeline::resizeEvent(QResizeEvent* event)
{
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout();  // other widths, other line breaks
}

}  // namespace headroom::ui
