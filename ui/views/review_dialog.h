// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/commands.h"
#include "ui/widgets/form_dialog.h"

class QPlainTextEdit;

namespace headroom::ui {

class FieldBox;
class SegmentBar;

/// Asks for a signed review: a name, what the signature means, a note, and whether it approves,
/// which nothing decides in advance. Main thread.
class ReviewDialog final : public FormDialog {
    Q_OBJECT
public:
    static constexpr int kMostNameBytes = 200;
    static constexpr int kMostNoteBytes = 1000;

    /// `nextReview` and `thereafter` as dates; empty where they are not known.
    ReviewDialog(const QString& reviewer, const QString& nextReview, const QString& thereafter,
        const Theme& theme, QWidget* parent);

Q_SIGNALS:
    void decided(const RecordReview& review);

private:
    void check();
    void send() override;

    FieldBox* reviewer_;
    FieldBox* meaning_;
    SegmentBar* decision_;
    QPlainTextEdit* note_ = nullptr;
};

}  // namespace headroom::ui
