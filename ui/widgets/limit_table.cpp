// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/limit_table.h"

#include "ui/widgets/accessible.h"
#include "ui/widgets/line_text.h"
#include "ui/widgets/paint.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace headroom::ui {

namespace {

constexpr double kHeader = 38;
constexpr double kPadding = 24;
constexpr int kNarrow = 1100;
constexpr double kCellGap = 16;

QFont headerFont()
{
    QFont font = textFont(12, 600);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.05 * font.pixelSize());
    return font;
}

QString verdictIcon(LimitRow::Verdict verdict)
{
    return verdict == LimitRow::Verdict::Within  ? QStringLiteral("check")
        : verdict == LimitRow::Verdict::Exceeded ? QStringLiteral("x")
                                                 : QString();
}

}  // namespace

/// Left edges; the picture's shares of the card.
struct LimitTable::Columns {
    double number, name, limit, proof, status, peak, bar, share, badge, verdict, end;
};

void LimitTable::setDisplay(const QVector<LimitRow>& rows, bool isStale)
{
    if (rows_ == rows && isStale_ == isStale) {
        return;
    }
    rows_ = rows;
    isStale_ = isStale;
    setAccessibleName(tr("The seven certified limits"));
    QStringList lines;
    for (const auto& row : std::as_const(rows_)) {
        QStringList parts { row.name, row.safeLimit, row.proof, row.status, row.statusNote,
            tr("peak ") + row.peak, row.peakTime, row.headroom, row.instead,
            row.level == Level::Unknown ? QString() : levelWord(row.level, Truth::Live),
            row.verdictText };
        parts.removeAll(QString());
        lines << parts.join(QStringLiteral(", "));
    }
    setAccessibleLines(*this, lines);
    setAccessibleDescription(lines.join(QStringLiteral("; ")));
    update();
}

int LimitTable::heightFor(int rowHeight) const
{
    return qRound(kHeader) + static_cast<int>(rows_.size()) * rowHeight + 2;
}

LimitTable::Columns LimitTable::columns() const
{
    const double w = width();
    if (w < kNarrow) {
        // Where there is less room the number and the bar's badge give way first.
        return { -1, 0.017 * w, 0.175 * w, 0.315 * w, 0.47 * w, 0.60 * w, 0.775 * w, 0.775 * w, -1,
            0.875 * w, w - 12 };
    }
    return { kPadding, 52, 0.152 * w, 0.280 * w, 0.418 * w, 0.509 * w, 0.639 * w, 0.727 * w,
        0.773 * w, 0.876 * w, w - 16 };
}

void LimitTable::paintHeader(QPainter& painter, const Columns& at)
{
    const auto label = [&](double left, double right, const QString& text) {
        drawMiddle(painter, { left, kHeader / 2 }, right - left - 4, text, headerFont(),
            theme().color(Token::T3));
    };
    label(at.name, at.limit, tr("METRIC"));
    label(at.limit, at.proof, tr("SAFE LIMIT"));
    label(at.proof, at.status, tr("PROOF"));
    label(at.status, at.peak, tr("STATUS"));
    label(at.peak, at.bar, tr("PEAK IN 30 DAYS"));
    label(at.bar, at.verdict, at.badge > 0 ? tr("HEADROOM LEFT") : tr("LEFT"));
    label(at.verdict, at.end, tr("VERDICT"));
}

void LimitTable::paintHeadroom(
    QPainter& painter, const LimitRow& row, double middle, const Columns& at)
{
    if (!row.used) {
        drawMiddle(painter, { at.bar, middle }, at.verdict - at.bar - kCellGap, row.instead,
            textFont(14, 400), theme().color(Token::T2));
        return;
    }
    const bool hasBar = at.badge > 0;
    if (hasBar) {
        const double width = std::min(132.0, at.share - at.bar - 14);
        drawHeadroomBar(painter, theme(),
            QRectF(std::round(at.bar), std::round(middle - 6), width, 12), *row.used, row.level,
            isStale_);
        if (row.level != Level::Unknown) {
            const double badge = levelBadgeWidth(row.level, Truth::Live, 12);
            drawLevelBadge(
                painter, theme(), row.level, Truth::Live, { at.badge + badge, middle }, 12);
        }
    }
    const double shapeRoom = hasBar || row.level == Level::Unknown ? 0 : 18;
    if (shapeRoom > 0) {
        drawLevelShape(painter, theme(), row.level, { at.share + 6, middle }, 11);
    }
    drawMiddle(painter, { at.share + shapeRoom, middle },
        (hasBar ? at.badge : at.verdict) - at.share - 4, row.headroom, textFont(14, 650),
        theme().color(isStale_ ? Token::T3 : Token::T1));
}

void LimitTable::paintRow(
    QPainter& painter, const LimitRow& row, const QRectF& line, const Columns& at)
{
    const bool isExceeded = row.verdict == LimitRow::Verdict::Exceeded;
    if (isExceeded) {
        painter.fillRect(line.adjusted(1, 0, -1, 0), theme().level(Level::Red).tint);
    }
    const double middle = line.center().y();
    const QFont body = textFont(14, 400);
    const auto t1 = theme().color(isStale_ ? Token::T2 : Token::T1);
    const auto t2 = theme().color(Token::T2);
    const auto put
        = [&](double left, double right, const QString& text, const QFont& font, QColor color) {
              drawMiddle(painter, { left, middle }, right - left - kCellGap, text,
                  fittedFont(font, text, right - left - kCellGap, 0.85), color);
          };
    if (at.number > 0) {
        drawMiddle(painter, { at.number, middle }, 24, row.number, body, theme().color(Token::T3));
    }
    put(at.name, at.limit, row.name, textFont(14, 650), t1);
    put(at.limit, at.proof, row.safeLimit, body, t1);
    put(at.proof, at.status, row.proof, body, t2);
    const double statusLeft = at.status + 24;
    const double shift = row.statusNote.isEmpty() ? 0 : 8;
    drawIcon(painter, QStringLiteral("cert"), { at.status, middle - 8 - shift, 16, 16 }, t1, 2);
    drawMiddle(painter, { statusLeft, middle - shift }, at.peak - statusLeft - 4, row.status,
        textFont(12, 650), t1);
    if (shift > 0) {
        drawMiddle(painter, { at.status, middle + 11 }, at.peak - at.status - 4, row.statusNote,
            textFont(11, 600), t2);
    }
    const QFont peak = textFont(14, isExceeded ? 700 : 500);
    const double peakWidth = tabularWidth(peak, row.peak) + 5;
    put(at.peak, at.bar, row.peak, peak, t1);
    const double timeRoom = at.bar - at.peak - peakWidth - 6;
    drawMiddle(painter, { at.peak + peakWidth, middle }, timeRoom, row.peakTime,
        fittedFont(body, row.peakTime, timeRoom - 2, 0.8), t2);
    paintHeadroom(painter, row, middle, at);
    const QString icon = verdictIcon(row.verdict);
    const auto verdictInk = isExceeded ? theme().level(Level::Red).fg : t1;
    const double iconRoom = icon.isEmpty() ? 0 : 26;
    if (iconRoom > 0) {
        drawIcon(painter, icon, { at.verdict, middle - 8, 16, 16 },
            isExceeded ? verdictInk : theme().level(Level::Green).fg, 2);
    }
    drawMiddle(painter, { at.verdict + iconRoom, middle }, at.end - at.verdict - iconRoom,
        row.verdictText, textFont(14, isExceeded ? 650 : 400),
        row.verdict == LimitRow::Verdict::Unknown ? t2 : verdictInk);
}

void LimitTable::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawCard(painter, rect(), theme(), {});
    const auto at = columns();
    paintHeader(painter, at);
    const double rowHeight
        = (height() - kHeader - 2) / static_cast<double>(std::max<qsizetype>(1, rows_.size()));
    double top = kHeader;
    bool isFirst = true;
    for (const auto& row : std::as_const(rows_)) {
        paintRow(painter, row, QRectF(0, std::round(top), width(), std::round(rowHeight)), at);
        painter.fillRect(QRectF(1, std::round(top), width() - 2, 1),
            theme().color(std::exchange(isFirst, false) ? Token::Line2 : Token::Line));
        top += rowHeight;
    }
}

void GuidancePanel::setDisplay(const GuidanceTable& table)
{
    if (table_ == table) {
        return;
    }
    table_ = table;
    setAccessibleName(table_.title);
    QStringList lines;
    for (const auto& row : std::as_const(table_.rows)) {
        auto cells = row.cells;
        if (table_.levelColumn >= 0) {
            cells[table_.levelColumn] = levelWord(row.level, Truth::Live);
        }
        lines << cells.join(QStringLiteral(", "));
    }
    lines << table_.note;
    lines.removeAll(QString());
    setAccessibleLines(*this, lines);
    setAccessibleDescription(lines.join(QStringLiteral("; ")));
    update();
}

QVector<double> GuidancePanel::lefts(double width) const
{
    const auto count = table_.header.size();
    QVector<double> shares;
    if (count == 5) {
        shares = { 0, 0.212, 0.336, 0.547, 0.683, 1 };
    } else if (count == 4) {
        shares = { 0, 0.25, 0.5, 0.75, 1 };
    } else {
        shares = { 0, 0.22, 0.55, 1 };
        if (table_.rows.value(0).cells.value(0).size() < 14) {
            shares = { 0, 0.12, 0.40, 1 };  // short words in front of a long sentence
        }
    }
    QVector<double> edges;
    for (const double share : shares) {
        edges << kPadding + share * (width - 2 * kPadding);
    }
    return edges;
}

double GuidancePanel::rowHeight(const GuidanceTable::Row& row, double width) const
{
    constexpr double kLeast = 42;
    const auto edges = lefts(width);
    double height = 0;
    for (int i = 0; i < row.cells.size() && i + 1 < edges.size(); ++i) {
        const QFontMetricsF metrics(textFont(14, i == 0 || row.isStrong ? 650 : 400));
        const QRectF room(0, 0, edges[i + 1] - edges[i] - kCellGap, 1e5);
        height
            = std::max(height, metrics.boundingRect(room, Qt::TextWordWrap, row.cells[i]).height());
    }
    return std::max(kLeast, height + 20);
}

int GuidancePanel::heightFor(int width) const
{
    double height = kHeader;
    for (const auto& row : table_.rows) {
        height += rowHeight(row, width);
    }
    return qRound(height + (table_.note.isEmpty() ? 10 : 40));
}

void GuidancePanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto edges = lefts(width());
    for (int i = 0; i < table_.header.size() && !table_.rows.isEmpty(); ++i) {
        drawMiddle(painter, { edges[i], kHeader / 2 + 4 }, edges[i + 1] - edges[i] - kCellGap,
            table_.header[i].toUpper(), headerFont(), theme().color(Token::T3));
    }
    double top = kHeader;
    bool isFirst = true;
    for (const auto& row : std::as_const(table_.rows)) {
        const double height = rowHeight(row, width());
        painter.fillRect(QRectF(kPadding, std::round(top), width() - 2 * kPadding, 1),
            theme().color(std::exchange(isFirst, false) ? Token::Line2 : Token::Line));
        for (int i = 0; i < row.cells.size() && i + 1 < edges.size(); ++i) {
            if (i == table_.levelColumn) {
                const double badge = levelBadgeWidth(row.level, Truth::Live, 12);
                drawLevelBadge(painter, theme(), row.level, Truth::Live,
                    { edges[i] + badge, top + height / 2 }, 12);
                continue;
            }
            const bool isBold = i == 0 || (row.isStrong && i > 2);
            painter.setFont(textFont(14, isBold ? 650 : 400));
            painter.setPen(theme().color(Token::T1));
            painter.drawText(QRectF(edges[i], top, edges[i + 1] - edges[i] - kCellGap, height),
                Qt::TextWordWrap | Qt::AlignVCenter | Qt::AlignLeft, row.cells[i]);
        }
        top += height;
    }
    drawMiddle(painter, { kPadding, top + 20 }, width() - 2 * kPadding, table_.note,
        textFont(13, 400), theme().color(Token::T2));
}

}  // namespace headroom::ui
