// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/band_editor.h"

#include "ui/widgets/accessible.h"
#include "ui/widgets/control.h"
#include "ui/widgets/line_text.h"
#include "ui/widgets/paint.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>

namespace headroom::ui {

namespace {

constexpr double kSide = 10;  // half a chip: a bound at the end of the band is inside the widget
constexpr double kHistogramTop = 18;
constexpr double kBandTop = 48;
constexpr double kBandHeight = 16;
constexpr double kChipTop = kBandTop + kBandHeight + 4;
constexpr double kChip = 20;
constexpr double kTextGap = 5;
constexpr double kChipGap = 8;
constexpr double kTextPx = 13;
constexpr double kGrab = 9;
constexpr int kFarSteps = 10;

QFont chipFont() { return Theme::font(kTextPx, 400); }

}  // namespace

BandEditor::BandEditor(QWidget* parent)
    : Panel(parent)
{
    setAccessibleRole(*this, QAccessible::Slider);
    setFocusPolicy(Qt::StrongFocus);
    setFixedHeight(kHeight);
}

void BandEditor::setDisplay(const QString& title, const BandDisplay& display)
{
    title_ = title;
    display_ = display;
    const auto& handles = display_.handles;
    const bool isThere = std::any_of(handles.begin(), handles.end(),
        [this](const auto& handle) { return handle.field == current_; });
    if (!isThere && !handles.isEmpty()) {
        current_ = handles.front().field;
    }
    describe();
    update();
}

void BandEditor::describe()
{
    QString text = tr("%1 bands").arg(title_);
    for (const auto& handle : display_.handles) {
        if (handle.field == current_) {
            text += tr(", %1 at %2")
                        .arg(handle.level == Level::Unknown
                                ? tr("resume")
                                : QString::fromLatin1(toString(handle.level).data()),
                            handle.text);
        }
    }
    setAccessibleName(text);
    setAccessibleDescription(
        tr("up and down choose a bound, left and right move it, Shift further"));
}

double BandEditor::left() const { return kSide; }
double BandEditor::span() const { return std::max(1.0, width() - 2 * kSide); }

QVector<BandEditor::Chip> BandEditor::chips() const
{
    QVector<Chip> chips;
    for (int i = 0; i < display_.handles.size(); ++i) {
        const auto& handle = display_.handles[i];
        const double wide = kChip + kTextGap + tabularWidth(chipFont(), handle.text);
        chips.push_back({ i, { xOf(handle.at) - kChip / 2, kChipTop, wide, kChip } });
    }
    std::stable_sort(chips.begin(), chips.end(), [this](const Chip& a, const Chip& b) {
        return display_.handles[a.handle].at < display_.handles[b.handle].at;
    });
    // Pushed apart to the right, and back where the band ends.
    for (int i = 1; i < chips.size(); ++i) {
        chips[i].rect.moveLeft(
            std::max(chips[i].rect.left(), chips[i - 1].rect.right() + kChipGap));
    }
    double most = width();
    for (auto i = chips.size() - 1; i >= 0; --i) {
        auto& rect = chips[i].rect;
        rect.moveRight(std::min(rect.right(), most));
        most = rect.left() - kChipGap;
    }
    return chips;
}

QPoint BandEditor::handleAt(ThresholdField field) const
{
    for (const auto& handle : display_.handles) {
        if (handle.field == field) {
            return { qRound(xOf(handle.at)), qRound(kBandTop + kBandHeight / 2) };
        }
    }
    return {};
}

void BandEditor::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintHistogram(painter);
    paintBand(painter);
    for (const auto& chip : chips()) {
        paintHandle(painter, chip);
    }
    paintLive(painter);
}

void BandEditor::paintHistogram(QPainter& painter) const
{
    const auto& bins = display_.histogram;
    const double room = kBandTop - 4 - kHistogramTop;
    const double wide = span() / std::max<double>(1, static_cast<double>(bins.size()));
    for (int i = 0; i < bins.size(); ++i) {
        // What was there at all is seen, however rare.
        const double high = bins[i] > 0 ? std::max(1.0, bins[i] * room) : 0;
        painter.fillRect(
            QRectF(left() + i * wide, kBandTop - 4 - high, std::max(1.0, wide - 1), high),
            theme().color(Token::Data2));
    }
    painter.fillRect(QRectF(left(), kBandTop - 4, span(), 1), theme().color(Token::Line2));
}

void BandEditor::paintBand(QPainter& painter) const
{
    struct Part {
        double from;
        Level level;
    };
    QVector<Part> parts { { 0, Level::Green } };
    for (const auto& handle : display_.handles) {
        if (handle.level != Level::Unknown) {
            parts.push_back({ handle.at, handle.level });
        }
    }
    for (int i = 0; i < parts.size(); ++i) {
        const double to = i + 1 < parts.size() ? parts[i + 1].from : 1;
        if (to > parts[i].from) {
            painter.fillRect(
                QRectF(xOf(parts[i].from), kBandTop, xOf(to) - xOf(parts[i].from), kBandHeight),
                theme().level(parts[i].level).band);
        }
    }
    if (display_.limitAt) {
        const double x = xOf(*display_.limitAt);
        painter.fillRect(
            QRectF(x - 1, kBandTop - 8, 2, kBandHeight + 10), theme().color(Token::T1));
        const QFont font = Theme::font(12, 600);
        const double half = textWidth(font, display_.limitText) / 2 + 1;
        const double live = display_.live ? xOf(*display_.live) : -1;
        // Beside the arrow of the live value, not under it: on the side where it is not.
        const double clear = half + 8;
        const double aside = std::abs(live - x) >= clear ? x
            : live > x || live + clear + half > width()  ? live - clear
                                                         : live + clear;
        drawMiddle(painter, { aside - half, kBandTop - 15 }, 2 * half, display_.limitText, font,
            theme().color(Token::T3), Qt::AlignHCenter);
    }
}

void BandEditor::paintLive(QPainter& painter) const
{
    if (!display_.live) {
        return;
    }
    const double x = xOf(*display_.live);
    painter.setPen(QPen(theme().color(Token::T1), 1.5));
    painter.drawLine(QPointF(x, kHistogramTop), QPointF(x, kBandTop - 4));
    const QPolygonF tip { { x - 5, kBandTop - 6 }, { x + 5, kBandTop - 6 }, { x, kBandTop + 2 } };
    painter.setBrush(theme().color(Token::T1));
    painter.setPen(QPen(theme().color(Token::Bg1), 1));
    painter.drawPolygon(tip);
    const double half = textWidth(Theme::font(kTextPx, 600), display_.liveText) / 2 + 2;
    const double middle = std::clamp(x, half, std::max(half, width() - half));
    drawMiddle(painter, { middle - half, 8 }, 2 * half, display_.liveText,
        Theme::font(kTextPx, 600), theme().color(Token::T1), Qt::AlignHCenter);
}

void BandEditor::paintHandle(QPainter& painter, const Chip& chip) const
{
    const auto& handle = display_.handles[chip.handle];
    const double x = xOf(handle.at);
    const bool isResume = handle.level == Level::Unknown;
    const QColor wrong = theme().level(Level::Red).mark;
    const QColor line = handle.isWrong ? wrong
        : handle.isEdited              ? theme().color(Token::Acc)
                                       : theme().color(Token::T1);
    painter.setPen(QPen(line, 2, isResume || handle.isEdited ? Qt::DashLine : Qt::SolidLine));
    painter.drawLine(QPointF(x, kBandTop - 4), QPointF(x, kBandTop + kBandHeight + 2));
    const QRectF box(chip.rect.topLeft(), QSizeF(kChip, kChip));
    if (std::abs(box.center().x() - x) > 1) {
        painter.setPen(QPen(theme().color(Token::Line2), 1));
        painter.drawLine(
            QPointF(x, kBandTop + kBandHeight + 1), QPointF(box.center().x(), box.top()));
    }
    painter.setBrush(theme().color(Token::Bg3));
    painter.setPen(QPen(handle.isWrong ? wrong : theme().color(isResume ? Token::T1 : Token::Line2),
        1.25, isResume ? Qt::DashLine : Qt::SolidLine));
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    if (isResume) {
        drawIcon(painter, QStringLiteral("undo"), box.adjusted(4, 4, -4, -4),
            theme().color(Token::T1), 2);
    } else {
        drawLevelShape(painter, theme(), handle.level, box.center(), 10);
    }
    drawMiddle(painter, { box.right() + kTextGap, box.center().y() },
        chip.rect.right() - box.right() - kTextGap + 4, handle.text, chipFont(),
        theme().color(handle.isWrong ? Token::T1 : Token::T2));
    if (hasFocus() && handle.field == current_) {
        drawFocusRing(painter, box.adjusted(-2, -2, 2, 2), theme());
    }
}

void BandEditor::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) {
        return;
    }
    const auto at = event->position();
    const BandHandle* best = nullptr;
    double near = kGrab;
    for (const auto& chip : chips()) {
        const auto& handle = display_.handles[chip.handle];
        if (chip.rect.adjusted(-2, -2, 2, 2).contains(at)) {
            best = &handle;
            break;
        }
        const bool isOnBand = at.y() >= kBandTop - 6 && at.y() <= kChipTop;
        if (isOnBand && std::abs(at.x() - xOf(handle.at)) < near) {
            near = std::abs(at.x() - xOf(handle.at));
            best = &handle;
        }
    }
    if (best != nullptr) {
        current_ = best->field;
        grip_ = at.x() - xOf(best->at);
        isDragging_ = true;
        describe();
        update();
    }
}

void BandEditor::mouseMoveEvent(QMouseEvent* event)
{
    if (isDragging_) {
        Q_EMIT dragged(
            current_, std::clamp((event->position().x() - grip_ - left()) / span(), 0.0, 1.0));
    }
}

void BandEditor::mouseReleaseEvent(QMouseEvent*)
{
    if (std::exchange(isDragging_, false)) {
        Q_EMIT released();
    }
}

void BandEditor::choose(int direction)
{
    const auto inOrder = chips();
    for (int i = 0; i < inOrder.size(); ++i) {
        if (display_.handles[inOrder[i].handle].field == current_) {
            const auto next = std::clamp<qsizetype>(i + direction, 0, inOrder.size() - 1);
            current_ = display_.handles[inOrder[next].handle].field;
            break;
        }
    }
    describe();
    update();
}

void BandEditor::keyPressEvent(QKeyEvent* event)
{
    const int far = event->modifiers().testFlag(Qt::ShiftModifier) ? kFarSteps : 1;
    switch (event->key()) {
    case Qt::Key_Up:
        choose(1);
        break;
    case Qt::Key_Down:
        choose(-1);
        break;
    case Qt::Key_Left:
        Q_EMIT stepped(current_, -far);
        break;
    case Qt::Key_Right:
        Q_EMIT stepped(current_, far);
        break;
    default:
        Panel::keyPressEvent(event);
    }
}

}  // namespace headroom::ui
