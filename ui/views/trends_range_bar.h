// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QWidget>

namespace headroom::ui {

class FieldBox;
class PushButton;
class SegmentBar;

/// The row above the trends: which range, what it is, and what can be taken away. "Custom…" turns
/// the words into two fields. Main thread.
class TrendsRangeBar : public QWidget {
    Q_OBJECT
public:
    explicit TrendsRangeBar(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// `from` and `to` fill the fields when they open; `isBusy` while an answer is under way.
    void setRange(int preset, const QString& text, double from, double to);

    [[nodiscard]] bool isEditing() const { return isEditing_; }
    /// Back to the words; what was typed is forgotten.
    void stopEditing() { setEditing(false); }

Q_SIGNALS:
    void presetChosen(int preset);
    void rangeTyped(double from, double to);
    /// What was typed is no range; a sentence for people.
    void refused(const QString& why);
    void pictureWanted();
    void tableWanted();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void setEditing(bool isEditing);
    void takeTyped();
    void place();

    const Theme* theme_ = &Theme::dark();
    SegmentBar* presets_;
    FieldBox* from_;
    FieldBox* to_;
    PushButton* show_;
    PushButton* picture_;
    PushButton* table_;
    QString text_;
    double shownFrom_ = 0;
    double shownTo_ = 0;
    int preset_ = -1;
    bool isEditing_ = false;
    QRect textRoom_;
};

}  // namespace headroom::ui
