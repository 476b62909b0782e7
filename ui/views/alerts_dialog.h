// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QDialog>

#include <chrono>
#include <functional>

class QLabel;
class QPlainTextEdit;

namespace headroom::ui {

class DropDown;
class PushButton;

/// Asks for a note, or for a reason and a time. Does not block: what a person decides comes as a
/// signal. Ctrl+Enter sends, Esc leaves. Main thread.
class AlertsDialog : public QDialog {
    Q_OBJECT
public:
    /// What the core takes: bytes of UTF-8.
    static constexpr int kMostBytes = 1000;

    enum class Kind { Acknowledge, Note, Shelve };

    /// `subject`: "Storage 91.2 %". `shelfMaximum` only for shelving.
    AlertsDialog(Kind kind, const QString& subject, std::chrono::seconds shelfMaximum,
        const Theme& theme, QWidget* parent);

Q_SIGNALS:
    /// `duration` is zero unless it is about shelving.
    void decided(const QString& text, std::chrono::seconds duration);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void buildTimes(std::chrono::seconds shelfMaximum);
    void buildButtons();
    void applyTheme(const Theme& theme);
    void check();
    void send();

    Kind kind_;
    QPlainTextEdit* text_;
    QLabel* hint_;
    DropDown* time_ = nullptr;
    PushButton* send_ = nullptr;
    PushButton* cancel_ = nullptr;
};

/// How long an alert may be shelved, of what people usually choose: at most `maximum`, which is
/// always among them.
[[nodiscard]] std::vector<std::chrono::seconds> shelfTimes(std::chrono::seconds maximum);

}  // namespace headroom::ui
