// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/form_dialog.h"

class QPlainTextEdit;

namespace headroom::ui {

/// Shows what a change of thresholds changes and asks for its reason. Main thread.
class ThresholdsDialog final : public FormDialog {
    Q_OBJECT
public:
    /// What the core takes: bytes of UTF-8.
    static constexpr int kMostBytes = 1000;

    /// `title`: "Save thresholds"; `send`: "Save"; `where`: what it takes effect on.
    struct Words {
        QString title;
        QString where;
        QString send;
    };
    ThresholdsDialog(
        const Words& words, const QStringList& differences, const Theme& theme, QWidget* parent);

Q_SIGNALS:
    void decided(const QString& reason);

private:
    void check();
    void send() override;

    QPlainTextEdit* reason_ = nullptr;
};

}  // namespace headroom::ui
