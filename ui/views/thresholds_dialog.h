// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;

namespace headroom::ui {

class PushButton;

/// Shows what a change of thresholds changes and asks for its reason. Does not block. Ctrl+Enter
/// sends, Esc leaves. Main thread.
class ThresholdsDialog : public QDialog {
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

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void applyTheme(const Theme& theme);
    void check();
    void send();

    QPlainTextEdit* reason_;
    QLabel* hint_;
    PushButton* send_;
    PushButton* cancel_;
};

}  // namespace headroom::ui
