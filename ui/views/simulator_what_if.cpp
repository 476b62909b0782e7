// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/simulator_what_if.h"

#include "ui/models/gauge_display.h"
#include "ui/models/simulator_words.h"
#include "ui/widgets/control.h"
#include "ui/widgets/field_box.h"
#include "ui/widgets/line_text.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/what_if_slider.h"

#include <QPainter>

#include <cmath>

namespace headroom::ui {

namespace {

constexpr int kPadding = 16;
constexpr int kHeader = 44;
constexpr int kRow = 104;
constexpr int kPresetRow = 36;
constexpr int kField = 116;
constexpr std::array kPresets { 70, 75, 90, 95, 99, 100 };

constexpr const char* kKeys[] = { "storage", "writers", "throughput", "latency" };

}  // namespace

SimulatorWhatIf::SimulatorWhatIf(SimulatorModel& model, QWidget* parent)
    : QWidget(parent)
    , model_(model)
{
    buildRow(0);
    buildPresets();  // between the rows, so that Tab goes down the card
    for (std::size_t i = 1; i < rows_.size(); ++i) {
        buildRow(i);
    }
    connect(&model_, &SimulatorModel::changed, this, &SimulatorWhatIf::refresh);
    refresh();
}

int SimulatorWhatIf::wantedHeight() { return kHeader + 4 * kRow + kPresetRow; }

void SimulatorWhatIf::buildRow(std::size_t index)
{
    const Metric metric = kSimulatedMetrics[index];
    auto& row = rows_[index];
    row.field = new FieldBox(fieldUnit(metric), this);
    row.field->setObjectName(QString::fromLatin1(kKeys[index]));
    row.field->setAlignment(Qt::AlignLeft);
    row.slider = new WhatIfSlider(this);
    row.slider->setObjectName(QString::fromLatin1(kKeys[index]) + QStringLiteral("Slider"));
    connect(row.field, &QLineEdit::editingFinished, this, [this, index] { takeText(index); });
    connect(
        row.field, &QLineEdit::textEdited, this, [field = row.field] { field->setWrong(false); });
    connect(row.slider, &WhatIfSlider::moved, this, [this, metric](double fraction) {
        model_.setValue(metric,
            roundedForSlider(
                metric, valueAtFraction(metric, info(metric).certifiedLimit, fraction)));
    });
}

void SimulatorWhatIf::buildPresets()
{
    for (std::size_t i = 0; i < presets_.size(); ++i) {
        auto* preset = new PushButton({}, QStringLiteral("%1 %").arg(kPresets[i]), this);
        preset->setObjectName(QStringLiteral("preset%1").arg(kPresets[i]));
        preset->setAccessibleName(tr("Storage at %1 %").arg(kPresets[i]));
        preset->setCheckable(true);
        connect(preset, &QAbstractButton::clicked, this, [this, percent = kPresets[i]] {
            model_.setValue(Metric::TotalStorage,
                std::round(info(Metric::TotalStorage).certifiedLimit * percent / 100));
            refresh();
        });
        presets_[i] = preset;
    }
}

void SimulatorWhatIf::takeText(std::size_t index)
{
    auto* field = rows_[index].field;
    if (!field->isModified()) {
        return;
    }
    const Metric metric = kSimulatedMetrics[index];
    const auto value = valueFromText(metric, field->text());
    field->setWrong(!value);
    if (!value) {
        field->setToolTip(tr("a number from 0 to %1").arg(fieldText(metric, mostOf(metric))));
        return;
    }
    field->setToolTip({});
    field->setModified(false);
    model_.setValue(metric, *value);
}

void SimulatorWhatIf::refresh()
{
    const auto& display = model_.display();
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const auto& shown = display.whatIf[i];
        auto& row = rows_[i];
        // What somebody is typing is his until he is done.
        if (!(row.field->hasFocus() && row.field->isModified())
            && row.field->text() != shown.value) {
            row.field->setText(shown.value);
            row.field->setWrong(false);
        }
        row.field->setAccessibleName(shown.title + QLatin1Char(' ') + shown.unit);
        row.slider->setDisplay(shown);
    }
    const double share = model_.simulation()->loadAt(model_.position()).storageBytes
        / info(Metric::TotalStorage).certifiedLimit * 100;
    for (std::size_t i = 0; i < presets_.size(); ++i) {
        presets_[i]->setChecked(std::abs(share - kPresets[i]) < 1e-9);
    }
    update();
}

void SimulatorWhatIf::setTheme(const Theme& theme)
{
    theme_ = &theme;
    for (auto& row : rows_) {
        row.field->setTheme(theme);
        row.slider->setTheme(theme);
    }
    for (auto* preset : presets_) {
        preset->setTheme(theme);
    }
    update();
}

QRect SimulatorWhatIf::rowRect(std::size_t index) const
{
    const int top = kHeader + static_cast<int>(index) * kRow + (index > 0 ? kPresetRow : 0);
    return { 0, top, width(), kRow + (index == 0 ? kPresetRow : 0) };
}

void SimulatorWhatIf::resizeEvent(QResizeEvent*)
{
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const QRect row = rowRect(i);
        rows_[i].field->setGeometry(width() - kPadding - kField, row.top() + 10, kField, 32);
        rows_[i].slider->setGeometry(kPadding - 6, row.top() + 46, width() - 2 * kPadding + 12, 52);
    }
    const int count = static_cast<int>(presets_.size());
    const int room = width() - 2 * kPadding + 6;
    for (int i = 0; i < count; ++i) {
        const int left = kPadding + room * i / count;
        const int right = kPadding + room * (i + 1) / count - 6;
        presets_[static_cast<std::size_t>(i)]->setGeometry(
            left, kHeader + kRow - 4, right - left, 28);
    }
}

void SimulatorWhatIf::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawCard(painter, rect(), *theme_, {});
    drawMiddle(painter, { kPadding, kHeader / 2.0 }, width() - 2.0 * kPadding, tr("What if"),
        Theme::font(16, 650), theme_->color(Token::T1));
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const auto& shown = model_.display().whatIf[i];
        const QRect row = rowRect(i);
        painter.fillRect(QRect(1, row.top(), width() - 2, 1), theme_->color(Token::Line));
        const double middle = row.top() + 26;
        const double badge = levelBadgeWidth(shown.level, Truth::Live, 12);
        const double badgeRight = qMin(kPadding + 162 + badge, width() - kPadding - kField - 10.0);
        drawLevelBadge(painter, *theme_, shown.level, Truth::Live, { badgeRight, middle }, 12);
        drawMiddle(painter, { kPadding, middle }, badgeRight - badge - kPadding - 6, shown.title,
            Theme::font(14, 600), theme_->color(Token::T1));
    }
}

}  // namespace headroom::ui
