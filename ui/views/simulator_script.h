// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/simulator_model.h"
#include "ui/theme.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;

namespace headroom::ui {

class PushButton;

/// Takes a script of ramps and says what is wrong with it, line by line; closes once it is played.
/// Ctrl+Enter plays, Esc leaves. Main thread.
class SimulatorScript : public QDialog {
    Q_OBJECT
public:
    /// `model` outlives it.
    SimulatorScript(SimulatorModel& model, const Theme& theme, QWidget* parent);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void play();
    void applyTheme(const Theme& theme);

    SimulatorModel& model_;
    QPlainTextEdit* text_;
    QLabel* faults_;
    PushButton* play_;
    PushButton* cancel_;
};

}  // namespace headroom::ui
