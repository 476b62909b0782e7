// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/forecast_chart.h"

#include "ui/widgets/accessible.h"
#include "ui/widgets/line_text.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/plot_view.h"
#include "ui/widgets/reduce.h"
#include "ui/widgets/stroke.h"

#include <algorithm>
#include <cmath>

namespace headroom::ui {

/// What is seen of a ForecastChart.
class ForecastView : public PlotView {
public:
    explicit ForecastView(ForecastChart& owner)
        : PlotView(&owner)
        , owner_(owner)
    {
    }

    void displayChanged()
    {
        const auto& display = owner_.display();
        setScale({ display.from, display.to, display.minimum, display.maximum, false });
        placePlot();
        groundChanged();
    }

protected:
    void resizeEvent(QResizeEvent* event) override
    {
        PlotView::resizeEvent(event);
        placePlot();
    }
    void paintGround(QPainter& painter) override;
    void paintData(QPainter& painter) override;

private:
    void placePlot();
    void paintCone(QPainter& painter);
    void paintBounds(QPainter& painter);
    void paintPast(QPainter& painter);
    void paintExpected(QPainter& painter);
    void paintMarks(QPainter& painter);
    void paintMarkText(
        QPainter& painter, const ForecastChartDisplay::Mark& mark, QPointF at, int index);
    /// The expected or an outer line, from today to the right edge; it may leave the plot.
    [[nodiscard]] QPointF unclamped(double seconds, double value);

    ForecastChart& owner_;
};

void ForecastView::placePlot()
{
    const QRectF plot(QPointF(71, 54), QPointF(width() - 115, height() - 40));
    setPlot(plot.width() >= 60 && plot.height() >= 40 ? plot : QRectF());
}

QPointF ForecastView::unclamped(double seconds, double value)
{
    const double share = (value - scale().low) / (scale().high - scale().low);
    return { toX(seconds), plot().bottom() - share * plot().height() };
}

void ForecastView::paintGround(QPainter& painter)
{
    const auto& display = owner_.display();
    drawCard(painter, rect(), theme(), {});
    const QFont title = textFont(15, 600);
    const QString words = ForecastChart::tr("Storage forecast");
    const double titleWidth = tabularWidth(title, words);
    drawMiddle(painter, { 18, 25 }, titleWidth + 2, words, title, theme().color(Token::T1));
    drawMiddle(painter, { 18 + titleWidth + 12, 25 }, width() - titleWidth - 46, display.subtitle,
        textFont(13, 400), theme().color(Token::T3));
    if (!display.emptyText.isEmpty()) {
        drawText(painter, QRectF(20, 40, width() - 40.0, height() - 60.0), Qt::AlignHCenter,
            display.emptyText, textFont(14, 500), theme().color(Token::T2));
    } else if (!plot().isEmpty()) {
        paintGrid(painter, display.yTicks);
        paintTimeAxis(painter, display.xTicks);
    }
}

void ForecastView::paintCone(QPainter& painter)
{
    const auto& display = owner_.display();
    if (!display.today || !display.hasCone) {
        return;
    }
    const QPointF begin = unclamped(display.today->x(), display.today->y());
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().color(Token::Bg3));
    painter.drawPolygon(QPolygonF(
        { begin, unclamped(display.to, display.highEnd), unclamped(display.to, display.lowEnd) }));
}

void ForecastView::paintBounds(QPainter& painter)
{
    const auto& display = owner_.display();
    const QFont font = textFont(12, 400);
    const double labelLeft = plot().right() + 9;
    double lowestLabel = -1e9;
    const bool hasLimit = display.limit > 0 && display.limit <= scale().high;
    if (hasLimit) {
        const double y = std::round(toY(display.limit));
        painter.fillRect(QRectF(plot().left(), y - 1, plot().width(), 2), theme().color(Token::T1));
        drawMiddle(painter, { labelLeft, y }, 90, ForecastChart::tr("LIMIT"), textFont(12, 600),
            theme().color(Token::T1));
        lowestLabel = y + 17;
    }
    for (qsizetype i = display.thresholds.size() - 1; i >= 0; --i) {
        const auto& threshold = display.thresholds[i];
        if (!(threshold.value >= scale().low && threshold.value <= scale().high)) {
            continue;
        }
        const double y = std::floor(toY(threshold.value)) + 0.5;
        const auto& colors = theme().level(threshold.level);
        QPen pen(threshold.lit ? colors.fg : colors.band, 1.5, Qt::SolidLine, Qt::FlatCap);
        pen.setDashPattern({ 4, 10.0 / 3 });
        painter.setPen(pen);
        painter.drawLine(QPointF(plot().left() + 16, y), QPointF(plot().right(), y));
        const auto style = threshold.lit ? ShapeStyle::Filled : ShapeStyle::Grey;
        const bool isPushed = y < lowestLabel;
        const double labelY = std::max(y, lowestLabel);
        if (!isPushed) {
            drawLevelShape(painter, theme(), threshold.level, { plot().left() + 6, y }, 10, style);
        } else {
            drawLevelShape(painter, theme(), threshold.level, { labelLeft + 5, labelY }, 9, style);
        }
        drawMiddle(painter, { labelLeft + (isPushed ? 14 : 0), labelY }, 80,
            display.thresholdTexts.value(i), font, theme().color(Token::T2));
        lowestLabel = labelY + 17;
    }
}

void ForecastView::paintPast(QPainter& painter)
{
    const auto& display = owner_.display();
    painter.setBrush(Qt::NoBrush);
    const QPen pen(theme().color(Token::T1), 2.25, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin);
    QPolygonF piece;
    const auto end = [&] {
        if (!piece.isEmpty()) {
            drawStroke(painter, straightened(piece, 0.15), pen);
        }
        piece.clear();
    };
    const int columns = qCeil(plot().width() * devicePixelRatioF());
    for (const QPointF& point :
        reduceToColumns(display.past, { display.from, display.now }, columns)) {
        if (std::isfinite(point.y())) {
            piece.append(toPixels(point));
        } else {
            end();
        }
    }
    end();
}

void ForecastView::paintMarkText(
    QPainter& painter, const ForecastChartDisplay::Mark& mark, QPointF at, int index)
{
    const QFont strong = textFont(12, 600);
    const QFont plain = textFont(12, 400);
    const double shareWidth = tabularWidth(strong, mark.share + QLatin1Char(' '));
    const double wide = shareWidth + tabularWidth(plain, mark.date);
    // Below and to the right of its mark; the last one above and to the left, where the limit is
    // not written over.
    const bool isLast = index + 1 == owner_.display().marks.size() && index > 0;
    double left = isLast ? at.x() - wide - 12 : at.x() + 10;
    left = std::clamp(left, plot().left(), std::max(plot().left(), plot().right() - wide));
    const double y = isLast ? at.y() - 15 : at.y() + 16 + (index == 2 ? 6 : 0);
    painter.fillRect(QRectF(left - 3, y - 8, wide + 6, 16), theme().color(Token::Bg1));
    drawMiddle(painter, { left, y }, shareWidth, mark.share, strong, theme().color(Token::T1));
    drawMiddle(painter, { left + shareWidth, y }, wide - shareWidth + 1, mark.date, plain,
        theme().color(Token::T2));
}

void ForecastView::paintExpected(QPainter& painter)
{
    const auto& display = owner_.display();
    if (!display.today) {
        return;
    }
    const QPointF begin = unclamped(display.today->x(), display.today->y());
    painter.setPen(QPen(theme().color(Token::T3), 1.5));
    painter.drawLine(QPointF(begin.x(), plot().top()), QPointF(begin.x(), plot().bottom()));
    QPen expected(theme().color(Token::Data), 2, Qt::SolidLine, Qt::FlatCap);
    expected.setDashPattern({ 3, 2 });
    painter.setPen(expected);
    painter.drawLine(begin, unclamped(display.to, display.expectedEnd));
}

void ForecastView::paintMarks(QPainter& painter)
{
    const auto& display = owner_.display();
    if (!display.today) {
        return;
    }
    const QPointF begin = toPixels(*display.today);
    for (int i = 0; i < display.marks.size(); ++i) {
        paintMarkText(painter, display.marks[i],
            toPixels({ display.marks[i].at, display.marks[i].value }), i);
    }
    for (const auto& mark : display.marks) {
        const QPointF at = toPixels({ mark.at, mark.value });
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme().color(Token::Bg1));
        painter.drawEllipse(at, 8, 8);
        drawLevelShape(painter, theme(), mark.level, at, 13);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().color(Token::T1));
    painter.drawEllipse(begin, 4, 4);
}

void ForecastView::paintData(QPainter& painter)
{
    const auto& display = owner_.display();
    if (!display.emptyText.isEmpty()) {
        return;
    }
    painter.save();
    painter.setClipRect(plot().adjusted(0, 0, 0, 1));
    paintCone(painter);
    painter.restore();
    paintBounds(painter);
    painter.save();
    painter.setClipRect(plot().adjusted(0, -4, 0, 4));
    paintPast(painter);
    paintExpected(painter);
    painter.restore();
    paintMarks(painter);
    if (!display.today) {
        return;
    }
    const QPointF begin = toPixels(*display.today);
    const QFont font = textFont(12, 600);
    const double wide = tabularWidth(font, display.todayText);
    const double left = std::max(plot().left() + 4, begin.x() - wide - 10);
    painter.fillRect(QRectF(left - 2, begin.y() - 23, wide + 4, 16), theme().color(Token::Bg1));
    drawMiddle(painter, { left, begin.y() - 15 }, wide + 1, display.todayText, font,
        theme().color(Token::T1));
    const QString word = ForecastChart::tr("today");
    const double wordWidth = tabularWidth(font, word);
    const QRectF plate(begin.x() - wordWidth / 2 - 4, plot().bottom() - 24, wordWidth + 8, 16);
    painter.fillRect(plate, theme().color(Token::Bg1));
    drawMiddle(painter, { plate.left(), plate.center().y() }, plate.width(), word, font,
        theme().color(Token::T1), Qt::AlignHCenter);
}

ForecastChart::ForecastChart(QWidget* parent)
    : Panel(parent)
    , view_(new ForecastView(*this))
{
    setAccessibleRole(*this, QAccessible::Chart);
    setAccessibleName(tr("Storage forecast"));
}

void ForecastChart::setDisplay(const ForecastChartDisplay& display)
{
    if (display == display_) {
        return;
    }
    display_ = display;
    view_->displayChanged();
    QStringList parts { display_.subtitle };
    for (const auto& mark : std::as_const(display_.marks)) {
        parts << mark.share + QLatin1Char(' ') + mark.date;
    }
    setAccessibleDescription(
        display_.emptyText.isEmpty() ? parts.join(QStringLiteral(", ")) : display_.emptyText);
}

void ForecastChart::lookChanged() { view_->setTheme(theme()); }

void ForecastChart::resizeEvent(QResizeEvent*) { view_->setGeometry(rect()); }

}  // namespace headroom::ui
