// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/metrics/catalog.h"
#include "ui/text/thresholds_display.h"
#include "ui/theme.h"

#include <QAbstractButton>

namespace headroom::ui {

class BacktestStrip;
class BandEditor;
class FieldBox;
class PushButton;

/// What stands over a field: its name, and for a bound a button that turns its side ("from" is ≥,
/// "above" is >). Main thread.
class ThresholdLabel : public QAbstractButton {
    Q_OBJECT
public:
    ThresholdLabel(ThresholdField field, QWidget* parent);

    void setTheme(const Theme& theme);
    void setLit(bool isLit);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ThresholdField field_;
    const Theme* theme_ = &Theme::dark();
    bool isLit_ = true;
};

/// One metric on the thresholds page: fields, band, backtest. It only asks; what is shown changes
/// by setDisplay(). Main thread.
class ThresholdsRow : public QWidget {
    Q_OBJECT
public:
    ThresholdsRow(Metric metric, QWidget* parent);

    void setTheme(const Theme& theme);
    void setDisplay(const ThresholdRowDisplay& display);
    [[nodiscard]] const ThresholdRowDisplay& display() const { return display_; }
    [[nodiscard]] int heightFor(int width) const;

    [[nodiscard]] FieldBox* box(ThresholdField field) const
    {
        return boxes_[static_cast<std::size_t>(field)];
    }
    [[nodiscard]] ThresholdLabel* label(ThresholdField field) const
    {
        return labels_[static_cast<std::size_t>(field)];
    }
    [[nodiscard]] BandEditor* band() const { return band_; }
    [[nodiscard]] BacktestStrip* strip() const { return strip_; }
    [[nodiscard]] PushButton* reset() const { return reset_; }

Q_SIGNALS:
    void typed(Metric metric, ThresholdField field, const QString& text);
    void sideTurned(Metric metric, ThresholdField field);
    void dragged(Metric metric, ThresholdField field, double fraction);
    void released();
    void stepped(Metric metric, ThresholdField field, int steps);
    void resetWanted(Metric metric);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Columns {
        int title = 0;
        int field = 0;  ///< width of one
        int fieldsPerLine = kThresholdFieldCount;
        int fieldsLeft = 0;
        int bandLeft = 0;
        int bandWidth = 0;
    };
    [[nodiscard]] static Columns columnsFor(int width);
    void place();

    Metric metric_;
    const Theme* theme_ = &Theme::dark();
    ThresholdRowDisplay display_;
    std::array<FieldBox*, kThresholdFieldCount> boxes_ {};
    std::array<ThresholdLabel*, kThresholdFieldCount> labels_ {};
    BandEditor* band_;
    BacktestStrip* strip_;
    PushButton* reset_;
};

}  // namespace headroom::ui
