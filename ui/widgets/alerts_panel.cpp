// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/alerts_panel.h"

#include "ui/widgets/accessible.h"
#include "ui/widgets/ack_button.h"
#include "ui/widgets/alert_row.h"
#include "ui/widgets/line_text.h"
#include "ui/widgets/motion.h"
#include "ui/widgets/paint.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace headroom::ui {

namespace {

bool alternates(const AlertRow& row)
{
    return row.canAcknowledge && !row.stale && row.level >= Level::Orange;
}

}  // namespace

AlertsPanel::AlertsPanel(QWidget* parent)
    : AlternatingPanel(parent)
{
    setAccessibleRole(*this, QAccessible::List);
    setAccessibleName(tr("Alerts"));
}

void AlertsPanel::setDisplay(const AlertsDisplay& display)
{
    if (display == display_) {
        return;
    }
    display_ = display;
    const QString said = !display_.summary.isEmpty() ? display_.summary
        : !display_.emptyTitle.isEmpty()             ? display_.emptyTitle
                                                     : tr("not known yet");
    if (accessibleDescription() != said) {
        setAccessibleDescription(said);
    }
    QStringList lines;
    for (const auto& row : std::as_const(display_.rows)) {
        QStringList parts { row.title, row.value,
            levelWord(row.level, row.stale ? Truth::Stale : Truth::Live), row.escalation, row.age,
            row.deadlineWord + QLatin1Char(' ') + row.deadline, row.acknowledged };
        parts.removeIf([](const QString& part) { return part.trimmed().isEmpty(); });
        lines << parts.join(QStringLiteral(", "));
    }
    setAccessibleLines(*this, lines);
    placeRows();
    update();
}

bool AlertsPanel::acknowledgeFirst()
{
    const auto row = std::find_if(display_.rows.begin(), display_.rows.end(),
        [](const AlertRow& candidate) { return candidate.canAcknowledge; });
    if (row == display_.rows.end()) {
        return false;
    }
    Q_EMIT acknowledgeRequested(row->id);
    return true;
}

void AlertsPanel::lookChanged() { placeRows(); }

void AlertsPanel::resizeEvent(QResizeEvent* event)
{
    AlternatingPanel::resizeEvent(event);
    placeRows();
}

double AlertsPanel::rowHeight(const AlertRow& row) const
{
    return std::floor(row.stale ? px(133, 74) : px(121.67, 74));
}

void AlertsPanel::placeRows()
{
    placed_.clear();
    double y = headerHeight();
    double needed = y;
    for (const AlertRow& row : std::as_const(display_.rows)) {
        needed += rowHeight(row);
    }
    const double end = needed <= height() ? height() : height() - px(40, 30);
    for (qsizetype i = 0; i < display_.rows.size(); ++i) {
        const double rowEnd = y + rowHeight(display_.rows[i]);
        if (rowEnd > end) {
            break;
        }
        placed_.append({ i, QRectF(0, y, width(), rowEnd - y) });
        y = rowEnd;
    }
    // A remainder of the card too low for anything belongs to the last row.
    if (!placed_.isEmpty() && height() - y < px(8, 6)) {
        y = height();
        placed_.last().rect.setBottom(y);
    }
    hidden_ = display_.rows.size() - placed_.size();
    bodyBottom_ = y;
    setAlternating(std::any_of(placed_.begin(), placed_.end(),
        [&](const PlacedRow& row) { return alternates(display_.rows[row.index]); }));
    placeButtons();
}

AckButton* AlertsPanel::buttonFor(const QString& id)
{
    AckButton*& button = buttons_[id];
    if (button == nullptr) {
        button = new AckButton(this);
        connect(button, &AckButton::clicked, this, [this, id] { Q_EMIT acknowledgeRequested(id); });
    }
    return button;
}

void AlertsPanel::placeButtons()
{
    QSet<QString> used;
    QWidget* before = nullptr;
    for (const PlacedRow& placed : std::as_const(placed_)) {
        const AlertRow& row = display_.rows[placed.index];
        // One button an alert: two rows of one id would fight for it.
        if (!row.canAcknowledge || used.contains(row.id)) {
            continue;
        }
        used.insert(row.id);
        AckButton* button = buttonFor(row.id);
        button->setFocusPolicy(isReachable_ ? Qt::StrongFocus : Qt::NoFocus);
        button->setLook(theme(), sizes());
        button->setSubject(row.title);
        button->setGeometry(
            alertButtonRect(sizes(), placed.rect, button->sizeHint()).toAlignedRect());
        button->show();
        if (before != nullptr) {
            setTabOrder(before, button);
        }
        before = button;
    }
    buttons_.removeIf([&](const auto& entry) {
        if (used.contains(entry.key())) {
            return false;
        }
        // Later: this may run inside the button's own click.
        entry.value()->hide();
        entry.value()->deleteLater();
        return true;
    });
}

void AlertsPanel::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawCard(painter, rect(), theme(), sizes());
    paintHeader(painter);
    painter.save();
    painter.setClipPath(cardInside(rect(), sizes(), 1));
    QSet<QString> withButton;
    for (const PlacedRow& placed : std::as_const(placed_)) {
        const AlertRow& row = display_.rows[placed.index];
        QRectF button;
        if (row.canAcknowledge && !withButton.contains(row.id)) {
            withButton.insert(row.id);
            button = buttons_.value(row.id)->geometry();
        }
        paintAlertRow(painter, theme(), sizes(), row, placed.rect, button,
            alternates(row) ? Alternation::shared().shape(row.level) : ShapeStyle::Filled);
    }
    painter.restore();

    const QRectF body(QPointF(0, bodyBottom_), QPointF(width(), height()));
    if (hidden_ > 0 && placed_.isEmpty() && display_.rows.first().stale) {
        // Too low for the row that says why: the words that matter most.
        drawText(painter, body.adjusted(px(25, 17), 0, -px(22, 15), 0), Qt::AlignLeft,
            display_.emptyTitle, textFont(px(20, 13), 600), theme().color(Token::T1));
    } else if (hidden_ > 0) {
        drawText(painter, body.adjusted(px(25, 17), 0, -px(22, 15), 0), Qt::AlignLeft,
            tr("+%1 more").arg(hidden_), textFont(px(20, 13), 600), theme().color(Token::T1));
    } else if (display_.rows.isEmpty()) {
        paintEmpty(painter, body);
    } else {
        paintUnevaluated(painter, body);
    }
}

void AlertsPanel::paintHeader(QPainter& painter)
{
    const double header = headerHeight();
    const double left = px(22, 16);
    const QFont titleFont = textFont(px(28, 15), 600);
    const QFont summaryFont = textFont(px(20, 13), bodyWeight(sizes()));
    const double titleWidth = tabularWidth(titleFont, tr("Alerts"));
    drawText(painter, { left, 0, titleWidth + 2, header }, Qt::AlignLeft, tr("Alerts"), titleFont,
        theme().color(Token::T1));
    const double summaryLeft = left + titleWidth + px(20, 12);
    drawMiddle(painter, { summaryLeft, header / 2 }, width() - px(22, 16) - summaryLeft,
        display_.summary, summaryFont,
        theme().color(display_.rows.isEmpty() ? Token::T3 : Token::T2), Qt::AlignRight);
    painter.fillRect(QRectF(1, header - 1, width() - 2, 1), theme().color(Token::Line));
}

// Calm, or nothing to tell: an icon, and what was last.
void AlertsPanel::paintEmpty(QPainter& painter, const QRectF& body)
{
    if (display_.emptyTitle.isEmpty()) {
        return;
    }
    const double middle = body.center().y();
    const double left = px(22, 16);
    const double room = width() - 2 * left;
    const double icon = px(80, 40);
    if (body.height() > px(240, 120)) {
        drawIcon(painter, display_.emptyIcon,
            { (width() - icon) / 2, middle - px(89, 46) - icon / 2, icon, icon },
            theme().color(Token::Data2), 1.5);
    }
    const QFont title = fittedFont(textFont(px(28, 15), 600), display_.emptyTitle, room);
    const QFont detail
        = fittedFont(textFont(px(22, 13), bodyWeight(sizes())), display_.emptyDetail, room, 0.8);
    drawLine(painter, { left, middle + px(1, 0) }, room, display_.emptyTitle, title,
        theme().color(Token::T1), Qt::AlignHCenter);
    drawLine(painter, { left, middle + px(37, 21) }, room, display_.emptyDetail, detail,
        theme().color(Token::T2), Qt::AlignHCenter);
    if (body.height() > px(200, 104)) {
        drawLine(painter, { left, middle + px(86, 46) }, room, display_.emptyFoot,
            textFont(px(20, 13), bodyWeight(sizes())), theme().color(Token::T3), Qt::AlignHCenter);
    }
}

// Under a row that says why: the alerts cannot be judged now.
void AlertsPanel::paintUnevaluated(QPainter& painter, const QRectF& body)
{
    const bool stale = std::all_of(
        display_.rows.begin(), display_.rows.end(), [](const AlertRow& row) { return row.stale; });
    if (!stale || body.height() < px(90, 60)) {
        return;
    }
    const double middle = body.center().y();
    const double left = px(22, 16);
    const double room = width() - 2 * left;
    drawLine(painter, { left, middle - px(7, 3) }, room, display_.emptyTitle,
        fittedFont(textFont(px(24, 14), 600), display_.emptyTitle, room), theme().color(Token::T2),
        Qt::AlignHCenter);
    drawLine(painter, { left, middle + px(25, 16) }, room, display_.emptyDetail,
        fittedFont(textFont(px(20, 13), bodyWeight(sizes())), display_.emptyDetail, room, 0.8),
        theme().color(Token::T3), Qt::AlignHCenter);
}

}  // namespace headroom::ui
