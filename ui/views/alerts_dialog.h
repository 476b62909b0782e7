// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/form_dialog.h"

#include <chrono>
#include <functional>

class QPlainTextEdit;

namespace headroom::ui {

class DropDown;

/// Asks for a note, or for a reason and a time; what a person decides comes as a signal. Main
/// thread.
class AlertsDialog final : public FormDialog {
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

private:
    void buildTimes(std::chrono::seconds shelfMaximum);
    void check();
    void send() override;

    Kind kind_;
    QPlainTextEdit* text_ = nullptr;
    DropDown* time_ = nullptr;
};

/// How long an alert may be shelved, of what people usually choose: at most `maximum`, which is
/// always among them.
[[nodiscard]] std::vector<std::chrono::seconds> shelfTimes(std::chrono::seconds maximum);

}  // namespace headroom::ui
