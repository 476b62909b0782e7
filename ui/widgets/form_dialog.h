// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QDialog>

class QPlainTextEdit;
class QVBoxLayout;

namespace headroom::ui {

class PlainLabel;
class PushButton;

/// A question in front of the window: a heading, words and fields from top to bottom, a hint, and
/// two buttons. It does not block and deletes itself. Enter presses the button that has the focus,
/// Ctrl+Enter sends from anywhere, Esc leaves. Main thread.
class FormDialog : public QDialog {
    Q_OBJECT
protected:
    /// `send` is the button that sends, `sendIcon` a name in resources/icons or empty.
    FormDialog(const QString& heading, int leastWidth, const QString& send, const QString& sendIcon,
        QWidget* parent);

    /// Below what was added before.
    void addWords(const QString& text);
    /// With its name above it, which is also what is read aloud.
    void addField(const QString& name, QWidget* field);
    /// A field for a few lines of text.
    QPlainTextEdit* addNote(const QString& name);
    /// For what stands in the column without a name.
    [[nodiscard]] QVBoxLayout& column() { return *column_; }
    /// Hint and buttons; after it nothing is added.
    void finish(const Theme& theme);

    void setHint(const QString& text, bool isFault = false);
    [[nodiscard]] PushButton& sendButton() { return *send_; }
    /// What the button and Ctrl+Enter do; called only while the button is enabled.
    virtual void send() = 0;

    void keyPressEvent(QKeyEvent* event) override;

private:
    void trySend();

    QVBoxLayout* column_;
    PlainLabel* hint_;
    PushButton* send_;
    PushButton* cancel_;
};

}  // namespace headroom::ui
