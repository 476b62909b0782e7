// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/thresholds_undo.h"

namespace headroom::ui {

ThresholdsUndo::ThresholdsUndo(
    ThresholdTexts before, ThresholdTexts after, int deed, const QString& name, Apply apply)
    : QUndoCommand(name)
    , before_(std::move(before))
    , after_(std::move(after))
    , deed_(deed)
    , apply_(std::move(apply))
{
}

bool ThresholdsUndo::mergeWith(const QUndoCommand* later)
{
    const auto* next = dynamic_cast<const ThresholdsUndo*>(later);
    if (next == nullptr) {
        return false;
    }
    after_ = next->after_;
    setObsolete(before_ == after_);
    return true;
}

}  // namespace headroom::ui
