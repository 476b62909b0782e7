// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/simulator_model.h"
#include "ui/widgets/form_dialog.h"

class QPlainTextEdit;

namespace headroom::ui {

/// Takes a script of ramps and says what is wrong with it, line by line; closes once it is played.
/// Main thread.
class SimulatorScript final : public FormDialog {
    Q_OBJECT
public:
    /// `model` outlives it.
    SimulatorScript(SimulatorModel& model, const Theme& theme, QWidget* parent);

private:
    void send() override;

    SimulatorModel& model_;
    QPlainTextEdit* text_;
};

}  // namespace headroom::ui
