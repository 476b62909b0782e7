// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/print_sheet.h"

#include <QFontMetricsF>
#include <QPageSize>

#include <algorithm>

namespace headroom::ui {

namespace {

constexpr int kResolution = 1200;
constexpr double kPointsAnInch = 72;
constexpr double kMarginMm = 16;
constexpr double kFootPoints = 24;
constexpr double kCellPadding = 3;
constexpr double kFactName = 110;
constexpr double kBarHeight = 6;
constexpr int kWrap = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;
/// A hash has no blanks to break at.
constexpr int kWrapAnywhere = Qt::AlignLeft | Qt::AlignTop | Qt::TextWrapAnywhere;

int wrapOf(const QString& text)
{
    constexpr qsizetype kLongestWord = 40;
    return text.size() > kLongestWord && !text.contains(QLatin1Char(' ')) ? kWrapAnywhere : kWrap;
}

QColor light(Token token) { return Theme::light().color(token); }

}  // namespace

PrintSheet::PrintSheet(const QString& foot, bool isSimulated, int pages)
    : writer_(&buffer_)
    , foot_(foot)
    , isSimulated_(isSimulated)
    , pages_(pages)
{
    buffer_.open(QIODevice::WriteOnly);
    writer_.setPageSize(QPageSize(QPageSize::A4));
    writer_.setPageMargins(
        QMarginsF(kMarginMm, kMarginMm, kMarginMm, kMarginMm), QPageLayout::Millimeter);
    writer_.setResolution(kResolution);
    writer_.setTitle(QStringLiteral("Scale certificate"));
    writer_.setCreator(QStringLiteral("Headroom"));
    painter_.begin(&writer_);
    width_ = writer_.width();
    bottom_ = writer_.height() - pt(kFootPoints);
}

PrintSheet::~PrintSheet() = default;

double PrintSheet::pt(double points) { return points * kResolution / kPointsAnInch; }

QFont PrintSheet::font(double points, int weight)
{
    QFont font = Theme::font(pt(points), weight);
    // The text cut at every size: the size is meant in points here.
    font.setFamilies(
        { QStringLiteral("Inter"), QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans") });
    font.setLetterSpacing(QFont::PercentageSpacing, 100);
    // Inter has other signs for - and : between digits, which nobody can find or copy from a PDF.
    font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

double PrintSheet::heightOf(const QString& text, const QFont& font, double width)
{
    painter_.setFont(font);
    return painter_.boundingRect(QRectF(0, 0, width, 1e6), wrapOf(text), text).height();
}

void PrintSheet::need(double height)
{
    if (y_ + height <= bottom_) {
        return;
    }
    drawFoot();
    writer_.newPage();
    ++page_;
    y_ = 0;
}

void PrintSheet::drawText(const QRectF& rect, const QString& text, const QFont& font, QColor color)
{
    painter_.setFont(font);
    painter_.setPen(color);
    painter_.drawText(rect, wrapOf(text), text);
}

void PrintSheet::line(const QString& text, double size, int weight, QColor color)
{
    const auto inFont = font(size, weight);
    const double height = heightOf(text, inFont, width_);
    need(height);
    drawText({ 0, y_, width_, height + 1 }, text, inFont, color);
    y_ += height + pt(2);
}

void PrintSheet::fact(const QString& name, const QString& text)
{
    const auto inFont = font(9, 400);
    const double left = pt(kFactName);
    const double height = heightOf(text, inFont, width_ - left);
    need(height);
    drawText({ 0, y_, left, height + 1 }, name, font(9, 600), light(Token::T2));
    drawText({ left, y_, width_ - left, height + 1 }, text, inFont, light(Token::T1));
    y_ += height + pt(2);
}

void PrintSheet::title(const QString& text)
{
    constexpr double kTogether = 70;  // a title alone at the end of a page belongs to nothing
    y_ += pt(10);
    need(pt(kTogether));
    line(text, 12, 700, light(Token::T1));
}

void PrintSheet::header(const QVector<Column>& columns)
{
    const auto inFont = font(8, 600);
    const double height = QFontMetricsF(inFont, &writer_).height();
    double x = 0;
    for (const auto& column : columns) {
        drawText(
            { x, y_, column.share * width_, height + 1 }, column.name, inFont, light(Token::T2));
        x += column.share * width_;
    }
    y_ += height + pt(2);
    painter_.fillRect(QRectF(0, y_, width_, pt(0.75)), light(Token::Line2));
    y_ += pt(0.75);
}

void PrintSheet::row(const QVector<Column>& columns, const QStringList& cells, bool isExceeded,
    const std::optional<Bar>& bar)
{
    const auto inFont = font(8.5, 400);
    const double padding = pt(kCellPadding);
    double height = 0;
    for (int i = 0; i < columns.size(); ++i) {
        const double room = columns[i].share * width_ - padding;
        const auto cellFont = i == 0 ? font(8.5, 600) : inFont;
        height = std::max(height, heightOf(cells.value(i), cellFont, room));
    }
    const double barRoom = bar ? pt(kBarHeight + 5) : 0;
    height = std::max(height, QFontMetricsF(inFont, &writer_).height() + barRoom);
    need(height + 2 * padding);
    if (isExceeded) {
        painter_.fillRect(
            QRectF(0, y_, width_, height + 2 * padding), Theme::light().level(Level::Red).tint);
    }
    double x = 0;
    for (int i = 0; i < columns.size(); ++i) {
        const double room = columns[i].share * width_ - padding;
        drawText({ x, y_ + padding, room, height + 1 }, cells.value(i),
            i == 0 ? font(8.5, 600) : inFont, light(Token::T1));
        if (bar && bar->column == i) {
            drawBar({ x, y_ + padding + height - pt(kBarHeight), room - padding, pt(kBarHeight) },
                *bar);
        }
        x += columns[i].share * width_;
    }
    y_ += height + 2 * padding;
    painter_.fillRect(QRectF(0, y_, width_, pt(0.5)), light(Token::Line));
    y_ += pt(0.5);
}

void PrintSheet::drawBar(const QRectF& rect, const Bar& bar)
{
    constexpr double kLimitAt = 5.0 / 6;
    painter_.fillRect(rect, light(Token::Track));
    const double used = std::clamp(bar.used * kLimitAt, 0.0, 1.0);
    const bool isLoud = bar.level >= Level::Yellow;
    painter_.fillRect(QRectF(rect.left(), rect.top(), used * rect.width(), rect.height()),
        isLoud ? Theme::light().level(bar.level).mark : light(Token::Data));
    painter_.fillRect(QRectF(rect.left() + kLimitAt * rect.width() - pt(0.5), rect.top() - pt(1.5),
                          pt(1), rect.height() + pt(3)),
        light(Token::T1));
}

void PrintSheet::drawFoot()
{
    const auto inFont = font(8, 400);
    const double top = bottom_ + pt(kFootPoints) - QFontMetricsF(inFont, &writer_).height();
    const QString number = QStringLiteral("%1 of %2").arg(page_).arg(pages_);
    const QString text = (isSimulated_ ? QStringLiteral("SIMULATION · ") : QString()) + foot_;
    const double right = pt(60);
    drawText({ 0, top, width_ - right, pt(kFootPoints) }, text, inFont,
        light(isSimulated_ ? Token::Sim : Token::T2));
    painter_.setPen(light(Token::T2));
    painter_.drawText(
        QRectF(width_ - right, top, right, pt(kFootPoints)), Qt::AlignRight | Qt::AlignTop, number);
}

QByteArray PrintSheet::finish()
{
    drawFoot();
    painter_.end();
    return buffer_.data();
}

}  // namespace headroom::ui
