// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/certificate_head.h"

#include "ui/widgets/line_text.h"
#include "ui/widgets/paint.h"

#include <QPainter>

#include <algorithm>

namespace headroom::ui {

namespace {

constexpr int kWide = 1080;  // status and dates side by side
constexpr double kPadding = 28;
constexpr double kNarrowPadding = 18;
constexpr double kBlock = 156;
constexpr double kStatusBlock = 100;
constexpr double kDatesBlock = 130;
constexpr double kNote = 24;

QFont labelFont()
{
    QFont font = textFont(12, 600);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.05 * font.pixelSize());
    return font;
}

/// Returns where it ends.
double drawPlate(QPainter& painter, const Theme& theme, const PlateDisplay& plate, QPointF left)
{
    constexpr double kHeight = 22;
    const QFont font = textFont(12, 700);
    const double icon = plate.icon.isEmpty() ? 0 : 18;
    const double width = textWidth(font, plate.word) + icon + 18;
    const QRectF box(left.x(), std::round(left.y() - kHeight / 2), width, kHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Token::T1));
    painter.drawRoundedRect(box, 4, 4);
    if (icon > 0) {
        drawIcon(painter, plate.icon, { box.left() + 8, box.center().y() - 7, 14, 14 },
            theme.color(Token::Bg1), 2);
    }
    drawMiddle(painter, { box.left() + 9 + icon, box.center().y() }, width, plate.word, font,
        theme.color(Token::Bg1));
    return box.right();
}

}  // namespace

void CertificateHeadPanel::setDisplay(const CertificateHead& head, bool isStale)
{
    if (head_ == head && isStale_ == isStale) {
        return;
    }
    head_ = head;
    isStale_ = isStale;
    setAccessibleName(tr("Certificate"));
    QStringList parts { head_.status, head_.summary, head_.exceeded,
        tr("certified ") + head_.certified, tr("owner ") + head_.owner,
        tr("review cycle ") + head_.cycle, tr("next review ") + head_.nextReview };
    if (head_.duePlate) {
        parts << head_.duePlate->word;
    }
    for (const auto& plate : std::as_const(head_.plates)) {
        parts << plate.word + QStringLiteral(": ") + plate.detail;
    }
    parts << head_.lastReview << head_.notice;
    parts.removeAll(QString());
    setAccessibleDescription(parts.join(QStringLiteral(", ")));
    update();
}

int CertificateHeadPanel::heightFor(int width) const
{
    double height = width >= kWide ? kBlock : kStatusBlock + kDatesBlock;
    height += kNote * static_cast<double>(head_.plates.size());
    height += head_.notice.isEmpty() ? 0 : kNote;
    const bool hasNotes = !head_.plates.isEmpty() || !head_.notice.isEmpty();
    return qRound(height + (hasNotes ? 14 : 0));
}

void CertificateHeadPanel::paintStatus(QPainter& painter, const QRectF& area)
{
    const Token ink = isStale_ ? Token::T2 : Token::T1;
    drawIcon(painter, QStringLiteral("cert"), { area.left(), area.top() + 18, 44, 44 },
        theme().color(ink), 1.75);
    const double left = area.left() + 60;
    drawMiddle(painter, { left, area.top() + 22 }, area.width() - 60, tr("STATUS"), labelFont(),
        theme().color(Token::T3));
    const double room = area.right() - left;
    const QFont status = fittedFont(textFont(30, 700), head_.status, room);
    drawMiddle(painter, { left, area.top() + 48 }, room, head_.status, status, theme().color(ink));
    const double line = area.top() + 88;
    const QString summary
        = head_.summary + (head_.exceeded.isEmpty() ? QStringLiteral(".") : QStringLiteral(", "));
    const QFont quiet = fittedFont(
        textFont(15, 400), summary + head_.exceeded + QLatin1Char('.'), area.width() - 4);
    const double width = tabularWidth(quiet, summary);
    drawMiddle(
        painter, { area.left(), line }, area.width(), summary, quiet, theme().color(Token::T2));
    if (!head_.exceeded.isEmpty()) {
        drawMiddle(painter, { area.left() + width + 4, line }, area.width() - width,
            head_.exceeded + QLatin1Char('.'), textFont(quiet.pixelSize(), 650),
            theme().level(Level::Red).fg);
    }
}

void CertificateHeadPanel::paintTimeline(QPainter& painter, const QRectF& line)
{
    if (!head_.timeline) {
        return;
    }
    const auto& time = *head_.timeline;
    const double due = line.left() + time.due * line.width();
    const double today = line.left() + time.today * line.width();
    painter.fillRect(line, theme().color(Token::Track));
    painter.fillRect(
        QRectF(line.left(), line.top(), std::min(due, today) - line.left(), line.height()),
        theme().color(Token::Data2));
    if (today > due) {
        QPainterPath late;
        late.addRect(QRectF(due, line.top(), today - due, line.height()));
        drawHatch(painter, late, theme().color(Token::T1), 3, 7);
    }
    for (const double x : { line.left(), due, today }) {
        painter.fillRect(QRectF(std::round(x) - 1, line.top() - 4, 2, line.height() + 8),
            theme().color(Token::T1));
    }
    const QFont font = textFont(13, 400);
    const double baseline = line.bottom() + 20;
    drawMiddle(painter, { line.left(), baseline }, line.width(), time.fromText, font,
        theme().color(Token::T2));
    const double fromEnd = line.left() + tabularWidth(font, time.fromText) + 12;
    const double dueWidth = tabularWidth(font, time.dueText);
    const QFont strong = textFont(13, 650);
    const double todayWidth = tabularWidth(strong, tr("today"));
    // "today" and the day that is due stand at their marks as far as they do not touch.
    double dueLeft = std::max(fromEnd, due - dueWidth);
    double todayLeft
        = std::clamp(today - todayWidth / 2, line.left(), line.right() - todayWidth / 2);
    if (today >= due) {
        dueLeft = std::min(dueLeft, todayLeft - dueWidth - 12);
    } else {
        todayLeft = std::min(std::max(todayLeft, fromEnd), dueLeft - todayWidth - 12);
    }
    drawMiddle(
        painter, { dueLeft, baseline }, dueWidth + 1, time.dueText, font, theme().color(Token::T2));
    if (todayLeft >= fromEnd - 1) {
        drawMiddle(painter, { todayLeft, baseline }, todayWidth + 1, tr("today"), strong,
            theme().color(Token::T1));
    }
}

void CertificateHeadPanel::paintDates(QPainter& painter, const QRectF& area)
{
    const QStringList labels { tr("CERTIFIED"), tr("OWNER"), tr("REVIEW CYCLE"),
        tr("NEXT REVIEW") };
    const QStringList values { head_.certified, head_.owner, head_.cycle, head_.nextReview };
    const QFont value = textFont(17, 650);
    const double plate
        = head_.duePlate ? textWidth(textFont(12, 700), head_.duePlate->word) + 46 : 0.0;
    QVector<double> widths;
    double needed = 0;
    for (int i = 0; i < labels.size(); ++i) {
        widths << std::max(tabularWidth(labelFont(), labels[i]),
            tabularWidth(value, values[i]) + (i == 3 ? plate : 0));
        needed += widths.last();
    }
    // What is over goes between them.
    const double gap = std::max(8.0, (area.width() + 12 - needed) / 3);
    double left = area.left();
    for (int i = 0; i < labels.size(); ++i) {
        const double room = std::min(widths[i] + 2, area.right() + 12 - left);
        drawMiddle(painter, { left, area.top() + 14 }, room, labels[i], labelFont(),
            theme().color(Token::T3));
        drawMiddle(
            painter, { left, area.top() + 36 }, room, values[i], value, theme().color(Token::T1));
        const double after = left + tabularWidth(value, values[i]) + 10;
        left += widths[i] + gap;
        if (i != 3 || !head_.duePlate) {
            continue;
        }
        if (head_.duePlate->icon.isEmpty()) {
            drawMiddle(painter, { after, area.top() + 36 }, area.right() - after,
                head_.duePlate->word, textFont(13, 400), theme().color(Token::T2));
        } else {
            drawPlate(painter, theme(), *head_.duePlate, { after, area.top() + 36 });
        }
    }
    paintTimeline(painter, { area.left(), area.top() + 70, area.width() * 0.96, 8 });
}

void CertificateHeadPanel::paintNotes(QPainter& painter, double top)
{
    const double left = width() < kWide ? kNarrowPadding : kPadding;
    double y = top + kNote / 2;
    const QFont font = textFont(13, 400);
    for (const auto& plate : std::as_const(head_.plates)) {
        const double end = drawPlate(painter, theme(), plate, { left, y });
        drawMiddle(painter, { end + 10, y }, width() - left - end - 10, plate.detail, font,
            theme().color(Token::T1));
        y += kNote;
    }
    if (!head_.notice.isEmpty()) {
        drawIcon(
            painter, QStringLiteral("info"), { left, y - 8, 16, 16 }, theme().color(Token::T2), 2);
        drawMiddle(painter, { left + 24, y }, width() - 2 * left - 24, head_.notice, font,
            theme().color(Token::T2));
    }
}

void CertificateHeadPanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawCard(painter, rect(), theme(), {});
    const bool isWide = width() >= kWide;
    const double padding = isWide ? kPadding : kNarrowPadding;
    if (isWide) {
        const double split = std::round(width() * 0.402);
        paintStatus(painter, { padding, 22, split - padding - 20, kBlock - 44 });
        painter.fillRect(QRectF(split, 22, 1, kBlock - 44), theme().color(Token::Line));
        const double left = split + 40;
        paintDates(painter, { left, 20, width() - left - padding - 14, kBlock - 40 });
        paintNotes(painter, kBlock);
        return;
    }
    paintStatus(painter, { padding, 6, width() - 2 * padding, kStatusBlock });
    paintDates(painter, { padding, kStatusBlock + 8, width() - 2 * padding - 14, 110 });
    paintNotes(painter, kStatusBlock + kDatesBlock);
}

}  // namespace headroom::ui
