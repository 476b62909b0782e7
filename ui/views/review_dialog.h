// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/commands.h"
#include "ui/theme.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;

namespace headroom::ui {

class FieldBox;
class PushButton;
class SegmentBar;

/// Asks for a signed review: a name, what the signature means, a note, and whether it approves,
/// which nothing decides in advance. Does not block. Ctrl+Enter sends, Esc leaves. Main thread.
class ReviewDialog : public QDialog {
    Q_OBJECT
public:
    static constexpr int kMostNameBytes = 200;
    static constexpr int kMostNoteBytes = 1000;

    /// `nextReview` and `thereafter` as dates; empty where they are not known.
    ReviewDialog(const QString& reviewer, const QString& nextReview, const QString& thereafter,
        const Theme& theme, QWidget* parent);

Q_SIGNALS:
    void decided(const RecordReview& review);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build(const QString& nextReview, const QString& thereafter);
    void applyTheme(const Theme& theme);
    void check();
    void send();

    FieldBox* reviewer_;
    FieldBox* meaning_;
    QPlainTextEdit* note_;
    SegmentBar* decision_;
    QLabel* hint_;
    PushButton* cancel_;
    PushButton* send_;
};

}  // namespace headroom::ui
