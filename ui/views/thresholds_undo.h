// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/threshold_form.h"

#include <QUndoCommand>

#include <functional>

namespace headroom::ui {

/// One change of what is typed. Changes of one deed (typing into a field, one drag) are one step.
class ThresholdsUndo final : public QUndoCommand {
public:
    using Apply = std::function<void(const ThresholdTexts&)>;

    /// `deed` is equal for what belongs together; −1 for what stands alone.
    ThresholdsUndo(
        ThresholdTexts before, ThresholdTexts after, int deed, const QString& name, Apply apply);

    void undo() override { apply_(before_); }
    void redo() override { apply_(after_); }
    [[nodiscard]] int id() const override { return deed_; }
    bool mergeWith(const QUndoCommand* later) override;

private:
    ThresholdTexts before_;
    ThresholdTexts after_;
    int deed_;
    Apply apply_;
};

}  // namespace headroom::ui
