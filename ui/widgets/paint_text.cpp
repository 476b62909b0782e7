// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/paint.h"

#include <QFontMetricsF>
#include <QHash>

#include <algorithm>

namespace headroom::ui {

namespace {

bool isDigit(QChar character)
{
    return character >= QLatin1Char('0') && character <= QLatin1Char('9');
}

// In large numbers the room around a 1 tears them apart: they stand closer.
constexpr int kLargeDigits = 25;
constexpr double kLargeTracking = 0.95;

struct DigitCells {
    double cell = 0;
    double advance[10] = {};
};

// Ten measurements per text would cost more than painting it.
const DigitCells& digitCells(const QFont& font)
{
    static QHash<QFont, DigitCells> known;
    if (const auto found = known.constFind(font); found != known.constEnd()) {
        return *found;
    }
    if (known.size() > 256) {  // the window is being resized: sizes pass by
        known.clear();
    }
    const QFontMetricsF metrics(font);
    DigitCells cells;
    for (int digit = 0; digit < 10; ++digit) {
        cells.advance[digit] = metrics.horizontalAdvance(QChar(u'0' + digit));
        cells.cell = std::max(cells.cell, cells.advance[digit]);
    }
    if (font.pixelSize() >= kLargeDigits) {
        cells.cell *= kLargeTracking;
    }
    return *known.insert(font, cells);
}

// Calls emit(piece, its x from the text's start) for each digit and each stretch between digits;
// returns the whole width.
template <typename Emit>
double layOut(const QFont& font, const QString& text, Emit emit)
{
    const DigitCells& cells = digitCells(font);
    const QFontMetricsF metrics(font);
    const qsizetype size = std::min(text.size(), kLongestText);
    double x = 0;
    for (qsizetype at = 0; at < size;) {
        if (isDigit(text.at(at))) {
            const int digit = text.at(at).unicode() - u'0';
            emit(text.mid(at, 1), x + (cells.cell - cells.advance[digit]) / 2);
            x += cells.cell;
            ++at;
            continue;
        }
        qsizetype end = at + 1;
        while (end < size && !isDigit(text.at(end))) {
            ++end;
        }
        const QString piece = text.mid(at, end - at);
        emit(piece, x);
        x += metrics.horizontalAdvance(piece);
        at = end;
    }
    return x;
}

}  // namespace

QFont titleFont(double pixelSize)
{
    QFont font = Theme::font(pixelSize, 600);
    QStringList families = font.families();
    families.removeAll(QStringLiteral("Inter Display"));
    font.setFamilies(families);
    return font;
}

void drawTabular(QPainter& painter, QPointF anchor, const QString& text, const QFont& font,
    QColor color, Qt::Alignment alignment)
{
    double left = anchor.x();
    if (alignment.testFlag(Qt::AlignRight)) {
        left -= tabularWidth(font, text);
    } else if (alignment.testFlag(Qt::AlignHCenter)) {
        left -= tabularWidth(font, text) / 2;
    }
    painter.setFont(font);
    painter.setPen(color);
    layOut(font, text, [&](const QString& piece, double x) {
        painter.drawText(QPointF(left + x, anchor.y()), piece);
    });
}

double tabularWidth(const QFont& font, const QString& text)
{
    return layOut(font, text, [](const QString&, double) {});
}

QFont shrunkTo(const QFont& font, const QString& text, double width)
{
    QFont smaller = font;
    double needed = tabularWidth(font, text);
    // Advances do not shrink quite in proportion, so that once need not be enough.
    while (needed > width && width > 0 && smaller.pixelSize() > 1) {
        const int before = smaller.pixelSize();
        const int after = std::clamp(static_cast<int>(before * width / needed), 1, before - 1);
        smaller.setPixelSize(after);
        if (font.letterSpacingType() == QFont::AbsoluteSpacing) {
            smaller.setLetterSpacing(
                QFont::AbsoluteSpacing, smaller.letterSpacing() * after / before);
        }
        needed = tabularWidth(smaller, text);
    }
    return smaller;
}

double textWidth(const QFont& font, const QString& text)
{
    return QFontMetricsF(font).horizontalAdvance(text.left(kLongestText));
}

void drawText(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text,
    const QFont& font, QColor color)
{
    if (text.isEmpty() || rect.width() < 1) {
        return;
    }
    const QFontMetricsF metrics(font);
    QString shown = text.left(kLongestText);
    shown.replace(QLatin1Char('\n'), QLatin1Char(' '));
    double width = metrics.horizontalAdvance(shown);
    if (width > rect.width() + 0.5) {
        shown = metrics.elidedText(shown, Qt::ElideRight, rect.width());
        width = metrics.horizontalAdvance(shown);
        if (width > rect.width() + 0.5) {
            return;  // not even the dots fit
        }
    }
    double x = rect.left();
    if (alignment.testFlag(Qt::AlignRight)) {
        x = rect.right() - width;
    } else if (alignment.testFlag(Qt::AlignHCenter)) {
        x = rect.center().x() - width / 2;
    }
    double baseline = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    if (alignment.testFlag(Qt::AlignTop)) {
        baseline = rect.top() + metrics.ascent();
    } else if (alignment.testFlag(Qt::AlignBottom)) {
        baseline = rect.bottom() - metrics.descent();
    }
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(QPointF(x, baseline), shown);
}

}  // namespace headroom::ui
