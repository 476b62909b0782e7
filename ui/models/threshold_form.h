// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/commands.h"
#include "monitor_core/policy/threshold_policy.h"
#include "ui/text/thresholds_display.h"

#include <QMap>
#include <QString>

#include <array>
#include <vector>

namespace headroom::ui {

/// The metrics whose bounds people edit, in the order of their rows. The audit chain has nothing to
/// set: it is whole or broken.
[[nodiscard]] const std::vector<Metric>& thresholdMetrics();

/// What a person has typed, all of it: what undo goes back to.
struct ThresholdTexts {
    struct Row {
        std::array<QString, kThresholdFieldCount> texts;
        std::array<Side, 3> sides {};

        bool operator==(const Row&) const = default;
    };
    std::array<Row, kMetricCount> rows;  ///< by metric
    bool failClosed = false;

    bool operator==(const ThresholdTexts&) const = default;

    [[nodiscard]] Row& of(Metric metric) { return rows[indexOf(metric)]; }
    [[nodiscard]] const Row& of(Metric metric) const { return rows[indexOf(metric)]; }
    [[nodiscard]] QString& text(Metric metric, ThresholdField field)
    {
        return of(metric).texts[static_cast<std::size_t>(field)];
    }
    [[nodiscard]] const QString& text(Metric metric, ThresholdField field) const
    {
        return of(metric).texts[static_cast<std::size_t>(field)];
    }
};

/// Thresholds as texts, and back: what was typed is judged by the core's own validator, and each of
/// its faults goes to the field that it is about. A text that nobody touched stands for the number
/// that it came from, to the last bit. Plain value.
class ThresholdForm {
public:
    /// Where a fault belongs.
    using Place = std::pair<Metric, ThresholdField>;

    explicit ThresholdForm(ThresholdPolicy certified);

    /// Starts from these; the texts become theirs.
    void load(const EditableThresholds& base);
    void setTexts(const ThresholdTexts& texts);
    /// Numbers are written another way from now on (textStyle()); what was typed stays.
    void spellAnew();

    [[nodiscard]] const ThresholdTexts& texts() const { return texts_; }
    [[nodiscard]] const EditableThresholds& base() const { return base_; }
    [[nodiscard]] const EditableThresholds& certified() const { return certified_; }
    [[nodiscard]] const ThresholdPolicy& certifiedPolicy() const { return policy_; }
    /// These thresholds as texts.
    [[nodiscard]] ThresholdTexts textsOf(const EditableThresholds& thresholds) const;

    /// What the texts say; where one says nothing readable, what was there before.
    [[nodiscard]] const EditableThresholds& wanted() const { return wanted_; }
    /// A whole policy with them, for files and differences.
    [[nodiscard]] ThresholdPolicy policyWith(const EditableThresholds& thresholds) const;
    [[nodiscard]] const QMap<Place, QString>& faults() const { return faults_; }
    [[nodiscard]] bool hasFault(Metric metric) const;
    [[nodiscard]] bool isDirty() const { return wanted_ != base_ || !faults_.isEmpty(); }

    /// Whether this is another value than the certified one.
    [[nodiscard]] bool isEdited(Metric metric, ThresholdField field) const;
    [[nodiscard]] int editedCount() const;

    [[nodiscard]] static bool hasField(Metric metric, ThresholdField field);
    [[nodiscard]] QString unitOf(Metric metric, ThresholdField field) const;
    /// A bound's number as its field shows it.
    [[nodiscard]] QString boundText(Metric metric, double value) const;

private:
    void read();
    void readBounds(Metric metric);
    void readResume(Metric metric);
    void readHold(Metric metric);
    void checkByCore();
    void addCoreFault(const QString& line);
    void fault(Metric metric, ThresholdField field, const QString& what);
    [[nodiscard]] double perUnit(Metric metric) const;
    [[nodiscard]] double hysteresisFor(Metric metric, std::size_t level, const Bound& bound);

    ThresholdPolicy policy_;
    EditableThresholds certified_;
    EditableThresholds base_;
    ThresholdTexts baseTexts_;
    ThresholdTexts texts_;
    EditableThresholds wanted_;
    QMap<Place, QString> faults_;
};

/// A number as people type it, above 0 or 0 and without an exponent. Empty when it is none.
[[nodiscard]] std::optional<double> numberTyped(const QString& text);

}  // namespace headroom::ui
