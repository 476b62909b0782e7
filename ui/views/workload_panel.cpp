// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/workload_panel.h"

#include "ui/text/text_style.h"
#include "ui/widgets/control.h"
#include "ui/widgets/field_box.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/slider.h"

#include <utility>

namespace headroom::ui {

namespace {

constexpr int kPadding = 16;
constexpr int kHeader = 44;
constexpr int kControl = 32;
constexpr int kNoteHeight = 18;
constexpr int kPresetPitch = 52;
constexpr int kGap = 12;
constexpr int kRowsTop = 10;
constexpr int kPlainRow = kControl + 4;
constexpr int kSliderRow = kControl + 30;

/// What a value means that its number does not say.
QString hintOf(WorkloadField field, const WorkloadSettings& settings)
{
    if (field == WorkloadField::WriteRate && settings.writeRate.value <= 0) {
        return WorkloadPanel::tr("0: as fast as the disk takes it");
    }
    return {};
}

int sliderValue(WorkloadField field, const WorkloadSettings& settings)
{
    switch (field) {
    case WorkloadField::Writers:
        return settings.writers;
    case WorkloadField::WriteRate:
        return qRound(settings.writeRate.value);
    default:
        return qRound(settings.queryRate.value);
    }
}

}  // namespace

WorkloadPanel::WorkloadPanel(Feed& feed, std::string actor, QWidget* parent)
    : QWidget(parent)
    , feed_(feed)
    , actor_(std::move(actor))
{
    buildRows();
    buildRest();
    connect(&feed_, &Feed::commandFinished, this, &WorkloadPanel::showAnswer);
    connect(&textStyleWatch(), &TextStyleWatch::changed, this,
        [this] { setSettings(std::exchange(settings_, std::nullopt)); });
    setTheme(*theme_);
}

void WorkloadPanel::buildRows()
{
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const auto& about = workloadFields()[i];
        auto& row = rows_[i];
        row.field = about.field;
        row.title = new PlainLabel(about.titleText(), 14, 600, Token::T1, this);
        row.box = new FieldBox(about.unitText(), this);
        row.box->setObjectName(QString::fromLatin1(about.key));
        row.box->setAccessibleName(row.title->text());
        row.note = new PlainLabel({}, 12, 500, Token::T3, this);
        connect(row.box, &QLineEdit::editingFinished, this, [this, &row] { takeText(row); });
        if (about.sliderMaximum > 0) {
            row.slider = new Slider(this);
            row.slider->setRange(0, about.sliderMaximum);
            row.slider->setPageStep(about.sliderMaximum / 10);
            row.slider->setAccessibleName(row.title->text());
            connect(row.slider, &Slider::chosen, this,
                [this, &row](int value) { takeSlider(row, value); });
        }
    }
}

void WorkloadPanel::buildRest()
{
    deleteOldest_ = new CheckBox(tr("Delete oldest"), this);
    deleteOldest_->setToolTip(tr("Keep storage in bounds by deleting the oldest artifacts"));
    connect(deleteOldest_, &QAbstractButton::clicked, this, [this](bool isOn) {
        if (settings_) {
            auto wanted = *settings_;
            wanted.deleteOldest = isOn;
            submit(wanted, WorkloadField::StorageLimit);
        }
    });
    freeSpace_ = new PushButton(QStringLiteral("reset"), tr("Free space"), this);
    freeSpace_->setToolTip(tr("Delete the oldest artifacts until half is free"));
    connect(freeSpace_, &QAbstractButton::clicked, this, &WorkloadPanel::freeSpace);
    presetsTitle_ = new PlainLabel(tr("Presets"), 16, 650, Token::T1, this);
    for (const auto& preset : workloadPresets()) {
        auto* choice = new ChoiceRow(
            QString::fromLatin1(preset.icon), preset.titleText(), preset.detailText(), this);
        connect(choice, &QAbstractButton::clicked, this, [this, choice, &preset] {
            choice->setChecked(settings_ && preset.isIn(*settings_));
            if (settings_) {
                submit(preset.appliedTo(*settings_), WorkloadField::Writers);
            }
        });
        presets_.push_back(choice);
    }
}

WorkloadPanel::Row& WorkloadPanel::rowOf(WorkloadField field)
{
    return rows_[static_cast<std::size_t>(field)];
}

void WorkloadPanel::setSettings(const std::optional<WorkloadSettings>& settings)
{
    if (!settings || settings_ == settings) {
        return;
    }
    settings_ = settings;
    for (auto& row : rows_) {
        // What somebody is typing or dragging is his until he lets go.
        if (!row.box->hasFocus() || !row.box->isModified()) {
            row.box->setText(textOf(*settings_, row.field));
        }
        if (row.slider != nullptr && !row.slider->isSliderDown()) {
            row.slider->setValue(sliderValue(row.field, *settings_));
        }
        showNote(row, {});
    }
    deleteOldest_->setChecked(settings_->deleteOldest);
    for (qsizetype i = 0; i < presets_.size(); ++i) {
        presets_[i]->setChecked(workloadPresets()[static_cast<std::size_t>(i)].isIn(*settings_));
    }
}

void WorkloadPanel::takeText(Row& row)
{
    if (!settings_ || !row.box->isModified()) {
        return;
    }
    auto wanted = *settings_;
    const QString error = setFromText(wanted, row.field, row.box->text());
    showNote(row, error);
    if (error.isEmpty()) {
        row.box->setModified(false);
        submit(wanted, row.field);
    }
}

void WorkloadPanel::takeSlider(Row& row, int value)
{
    if (!settings_) {
        return;
    }
    auto wanted = *settings_;
    const QString error = setFromText(wanted, row.field, QString::number(value));
    showNote(row, error);
    if (error.isEmpty()) {
        submit(wanted, row.field);
    }
}

void WorkloadPanel::submit(const WorkloadSettings& wanted, WorkloadField about)
{
    asked_ = about;
    feed_.submit({ actor_, ConfigureWorkload { wanted } });
}

void WorkloadPanel::freeSpace()
{
    asked_ = WorkloadField::StorageLimit;
    feed_.submit({ actor_, FreeWorkloadSpace {} });
}

void WorkloadPanel::showAnswer(const QString& error) { showNote(rowOf(asked_), error); }

void WorkloadPanel::showNote(const Row& row, const QString& error)
{
    const bool isWrong = !error.isEmpty();
    row.box->setWrong(isWrong);
    row.note->setText(isWrong || !settings_ ? error : hintOf(row.field, *settings_));
    row.note->setToolTip(error);
    row.note->setFault(isWrong);
}

void WorkloadPanel::setTheme(const Theme& theme)
{
    theme_ = &theme;
    for (auto& row : rows_) {
        row.title->setTheme(theme);
        row.note->setTheme(theme);
        row.box->setTheme(theme);
        if (row.slider != nullptr) {
            row.slider->setTheme(theme);
        }
    }
    presetsTitle_->setTheme(theme);
    deleteOldest_->setTheme(theme);
    freeSpace_->setTheme(theme);
    for (auto* preset : presets_) {
        preset->setTheme(theme);
    }
    update();
}

int WorkloadPanel::rowHeight(const Row& row) const
{
    return (row.slider != nullptr ? kSliderRow : kPlainRow) + kNoteHeight;
}

int WorkloadPanel::heightFor(int) const
{
    int height = kHeader + kRowsTop + kPlainRow + 8 + kGap + kHeader
        + static_cast<int>(presets_.size()) * kPresetPitch + kPadding;
    for (const auto& row : rows_) {
        height += rowHeight(row);
    }
    return height;
}

int WorkloadPanel::placeRow(const Row& row, int top)
{
    const int inner = width() - 2 * kPadding;
    const int boxWidth = row.box->sizeHint().width();
    row.title->setGeometry(kPadding, top, inner - boxWidth - 8, kControl);
    row.box->setGeometry(kPadding + inner - boxWidth, top, boxWidth, kControl);
    int below = top + kControl;
    if (row.slider != nullptr) {
        row.slider->setGeometry(kPadding - 8, below, inner + 16, kControl);
        below += kControl - 2;
    }
    row.note->setGeometry(kPadding, below, inner, kNoteHeight);
    return top + rowHeight(row);
}

void WorkloadPanel::place()
{
    int top = kHeader + kRowsTop;
    for (const auto& row : rows_) {
        top = placeRow(row, top);
    }
    const int freeWidth = freeSpace_->sizeHint().width();
    deleteOldest_->setGeometry(kPadding, top, width() - 2 * kPadding - freeWidth - 8, kControl);
    freeSpace_->setGeometry(width() - kPadding - freeWidth, top, freeWidth, kControl);
    presetsTop_ = top + kPlainRow + 8 + kGap;
    presetsTitle_->setGeometry(kPadding, presetsTop_, width() - 2 * kPadding, kHeader);
    top = presetsTop_ + kHeader;
    for (auto* preset : presets_) {
        preset->setGeometry(kPadding, top, width() - 2 * kPadding, 48);
        top += kPresetPitch;
    }
}

void WorkloadPanel::resizeEvent(QResizeEvent*) { place(); }

void WorkloadPanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ScreenSizes desk;
    const QRectF controls(0, 0, width(), presetsTop_ - kGap);
    const QRectF presets(0, presetsTop_, width(), height() - presetsTop_);
    drawCard(painter, controls, *theme_, desk);
    drawCard(painter, presets, *theme_, desk);
    drawText(painter, { kPadding, 0, width() - 2.0 * kPadding, kHeader }, Qt::AlignLeft,
        tr("Local workload"), Theme::font(16, 650), theme_->color(Token::T1));
    painter.fillRect(QRect(1, kHeader, width() - 2, 1), theme_->color(Token::Line));
}

}  // namespace headroom::ui
