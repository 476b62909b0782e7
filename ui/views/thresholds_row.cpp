// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/thresholds_row.h"

#include "ui/widgets/backtest_strip.h"
#include "ui/widgets/band_editor.h"
#include "ui/widgets/control.h"
#include "ui/widgets/field_box.h"
#include "ui/widgets/line_text.h"
#include "ui/widgets/paint.h"

#include <QKeyEvent>

#include <algorithm>

namespace headroom::ui {

namespace {

constexpr int kPadding = 20;
constexpr int kTop = 14;
constexpr int kLabel = 20;
constexpr int kBox = 32;
constexpr int kLine = kLabel + kBox + 6;
constexpr int kFootLine = 22;
constexpr int kFieldGap = 10;
constexpr int kReset = 34;
constexpr int kWide = 1560;
constexpr int kMiddle = 1080;

Level levelOf(ThresholdField field)
{
    switch (field) {
    case ThresholdField::Yellow:
        return Level::Yellow;
    case ThresholdField::Orange:
        return Level::Orange;
    case ThresholdField::Red:
        return Level::Red;
    default:
        return Level::Unknown;
    }
}

}  // namespace

ThresholdLabel::ThresholdLabel(ThresholdField field, QWidget* parent)
    : QAbstractButton(parent)
    , field_(field)
{
    const bool hasSide = levelOf(field) != Level::Unknown;
    setFocusPolicy(hasSide ? Qt::TabFocus : Qt::NoFocus);
    if (hasSide) {
        setCursor(Qt::PointingHandCursor);
        setToolTip(tr("from: the bound itself counts (≥) · above: it does not (>)"));
    } else {
        setAttribute(Qt::WA_TransparentForMouseEvents);
    }
}

void ThresholdLabel::setTheme(const Theme& theme)
{
    theme_ = &theme;
    update();
}

void ThresholdLabel::setLit(bool isLit)
{
    isLit_ = isLit;
    update();
}

void ThresholdLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = height() / 2.0;
    double x = 0;
    if (const auto level = levelOf(field_); level != Level::Unknown) {
        drawLevelShape(painter, *theme_, level, { 6, middle }, 10,
            isLit_ ? ShapeStyle::Filled : ShapeStyle::Grey);
        x = 17;
    } else if (field_ == ThresholdField::Resume) {
        drawIcon(painter, QStringLiteral("undo"), { 0, middle - 6, 12, 12 },
            theme_->color(Token::T2), 2);
        x = 17;
    }
    const QFont font = fittedFont(Theme::font(12, 600), text(), width() - x);
    drawMiddle(painter, { x, middle }, width() - x, text(), font,
        theme_->color(underMouse() && focusPolicy() != Qt::NoFocus ? Token::T1 : Token::T2));
    if (hasFocus()) {
        drawFocusRing(painter, rect(), *theme_, 4);
    }
}

ThresholdsRow::ThresholdsRow(Metric metric, QWidget* parent)
    : QWidget(parent)
    , metric_(metric)
    , band_(new BandEditor(this))
    , strip_(new BacktestStrip(this))
    , reset_(new PushButton(QStringLiteral("reset"), {}, this))
{
    for (int i = 0; i < kThresholdFieldCount; ++i) {
        const auto field = static_cast<ThresholdField>(i);
        const auto index = static_cast<std::size_t>(i);
        labels_[index] = new ThresholdLabel(field, this);
        boxes_[index] = new FieldBox({}, this);
        boxes_[index]->installEventFilter(this);
        connect(boxes_[index], &QLineEdit::textEdited, this,
            [this, field](const QString& text) { Q_EMIT typed(metric_, field, text); });
        connect(labels_[index], &QAbstractButton::clicked, this,
            [this, field] { Q_EMIT sideTurned(metric_, field); });
    }
    connect(band_, &BandEditor::dragged, this,
        [this](ThresholdField field, double at) { Q_EMIT dragged(metric_, field, at); });
    connect(band_, &BandEditor::released, this, &ThresholdsRow::released);
    connect(band_, &BandEditor::stepped, this,
        [this](ThresholdField field, int steps) { Q_EMIT stepped(metric_, field, steps); });
    connect(reset_, &QAbstractButton::clicked, this, [this] { Q_EMIT resetWanted(metric_); });
    for (auto* box : boxes_) {
        QWidget::setTabOrder(box, band_);
    }
    QWidget* before = boxes_[0];
    for (int i = 1; i < kThresholdFieldCount; ++i) {
        QWidget::setTabOrder(before, boxes_[static_cast<std::size_t>(i)]);
        before = boxes_[static_cast<std::size_t>(i)];
    }
    QWidget::setTabOrder(before, band_);
    QWidget::setTabOrder(band_, reset_);
}

bool ThresholdsRow::eventFilter(QObject* watched, QEvent* event)
{
    // A field's own undo knows only its own text; the page's knows all of them.
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ThresholdsRow::setTheme(const Theme& theme)
{
    theme_ = &theme;
    for (std::size_t i = 0; i < boxes_.size(); ++i) {
        boxes_[i]->setTheme(theme);
        labels_[i]->setTheme(theme);
    }
    band_->setLook(theme, {});
    strip_->setLook(theme, {});
    reset_->setTheme(theme);
    update();
}

void ThresholdsRow::setDisplay(const ThresholdRowDisplay& display)
{
    const bool isTaller = display_.others.size() != display.others.size();
    display_ = display;
    for (std::size_t i = 0; i < boxes_.size(); ++i) {
        const auto& field = display.fields[i];
        auto* box = boxes_[i];
        box->setVisible(field.exists);
        labels_[i]->setVisible(field.exists);
        box->setUnit(field.unit);
        box->setPlaceholderText(field.placeholder);
        if (box->text() != field.text) {
            box->setText(field.text);
        }
        box->setWrong(field.isWrong);
        box->setEdited(field.isEdited);
        labels_[i]->setText(field.label);
        labels_[i]->setLit(!field.text.isEmpty());
        labels_[i]->setAccessibleName(
            tr("%1 %2, turn between from and above").arg(display.title, field.label));
        box->setAccessibleName(display.title + QLatin1Char(' ') + field.label);
        box->setAccessibleDescription(field.isWrong ? display.fault : QString());
        box->setToolTip(field.isWrong ? display.fault : QString());
    }
    band_->setDisplay(display.title, display.band);
    strip_->setDisplay(display.backtest);
    reset_->setEnabled(!display.badge.isEmpty() || !display.fault.isEmpty());
    reset_->setAccessibleName(tr("Reset %1 to certified").arg(display.title));
    reset_->setToolTip(reset_->accessibleName());
    if (isTaller) {
        place();
    }
    update();
}

ThresholdsRow::Columns ThresholdsRow::columnsFor(int width)
{
    Columns columns;
    const bool isWide = width >= kWide;
    const bool isMiddle = width >= kMiddle;
    columns.title = isWide ? 226 : isMiddle ? 196 : 184;
    columns.field = isWide ? 104 : 92;
    columns.fieldsPerLine = isWide ? kThresholdFieldCount : kThresholdFieldCount / 2;
    columns.fieldsLeft = kPadding + columns.title;
    columns.bandLeft
        = columns.fieldsLeft + columns.fieldsPerLine * (columns.field + kFieldGap) + 16;
    columns.bandWidth = width - columns.bandLeft - kPadding - kReset - 16;
    return columns;
}

int ThresholdsRow::heightFor(int width) const
{
    const auto columns = columnsFor(width);
    const int lines = kThresholdFieldCount / columns.fieldsPerLine;
    const int fields = lines * kLine + 2 * kFootLine;
    const int band = BandEditor::kHeight + BacktestStrip::kHeight;
    return kTop + std::max(fields, band) + 10;
}

void ThresholdsRow::place()
{
    const auto columns = columnsFor(width());
    for (int i = 0; i < kThresholdFieldCount; ++i) {
        const auto index = static_cast<std::size_t>(i);
        const int x = columns.fieldsLeft + i % columns.fieldsPerLine * (columns.field + kFieldGap);
        const int y = kTop + i / columns.fieldsPerLine * kLine;
        labels_[index]->setGeometry(x, y, columns.field, kLabel);
        boxes_[index]->setGeometry(x, y + kLabel, columns.field, kBox);
    }
    band_->setGeometry(columns.bandLeft, kTop - 6, columns.bandWidth, BandEditor::kHeight);
    strip_->setGeometry(columns.bandLeft, kTop - 2 + BandEditor::kHeight, columns.bandWidth,
        BacktestStrip::kHeight);
    reset_->setGeometry(width() - kPadding - kReset, kTop + 20, kReset, kReset);
}

void ThresholdsRow::resizeEvent(QResizeEvent*) { place(); }

void ThresholdsRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto columns = columnsFor(width());
    const double room = columns.title - 14;
    drawMiddle(painter, { kPadding, kTop + 10 }, room, display_.title, titleFont(16),
        theme_->color(Token::T1));
    drawMiddle(painter, { kPadding, kTop + 32 }, room, display_.detail, Theme::font(13, 400),
        theme_->color(Token::T2));
    double y = kTop + 56;
    for (const auto& line : display_.others) {
        const QFont font = fittedFont(Theme::font(12, 400), line, room, 0.9);
        drawMiddle(painter, { kPadding, y }, room, line, font, theme_->color(Token::T3));
        y += 18;
    }
    const int lines = kThresholdFieldCount / columns.fieldsPerLine;
    double foot = kTop + lines * kLine + 10;
    const double left = columns.fieldsLeft;
    const double wide = columns.bandLeft - left - 16;
    if (!display_.fault.isEmpty()) {
        const QColor red = theme_->level(Level::Red).fg;
        drawIcon(painter, QStringLiteral("warn"), { left, foot - 8, 16, 16 }, red, 2);
        drawMiddle(painter, { left + 22, foot }, wide - 22, display_.fault,
            fittedFont(Theme::font(13, 600), display_.fault, wide - 22), red);
        foot += kFootLine;
    }
    if (!display_.badge.isEmpty()) {
        const QFont font = fittedFont(Theme::font(13, 600), display_.badge, wide - 40);
        const double text = std::min(wide - 40, textWidth(font, display_.badge));
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme_->color(Token::Acc), 1, Qt::DashLine));
        painter.drawRoundedRect(QRectF(left + 0.5, foot - 10.5, text + 38, 21), 4, 4);
        drawIcon(painter, QStringLiteral("edit"), { left + 8, foot - 7, 14, 14 },
            theme_->color(Token::Acc), 2);
        drawMiddle(
            painter, { left + 28, foot }, text + 2, display_.badge, font, theme_->color(Token::T1));
    }
    painter.fillRect(QRectF(0, height() - 1, width(), 1), theme_->color(Token::Line));
}

}  // namespace headroom::ui
