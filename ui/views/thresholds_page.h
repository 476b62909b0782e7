// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/threshold_editor.h"
#include "ui/views/view.h"

#include <QTimer>
#include <QUndoStack>

#include <functional>

class QScrollArea;

namespace headroom::ui {

class CheckBox;
class PageNotice;
class PushButton;
class SegmentBar;
class ThresholdsRow;

/// Where thresholds are edited, tried out on what was, and kept. Ctrl+S saves, Ctrl+Z and Ctrl+Y
/// undo and redo, Ctrl+O imports, Ctrl+E exports. Main thread.
class ThresholdsPage : public View {
    Q_OBJECT
public:
    explicit ThresholdsPage(OverviewModel& model, QWidget* parent = nullptr);
    ~ThresholdsPage() override;

    void setTheme(const Theme& theme) override;
    /// What can be done here.
    [[nodiscard]] static std::vector<PageCommand> commands();

    [[nodiscard]] ThresholdEditor& editor() { return editor_; }
    [[nodiscard]] QUndoStack& undoStack() { return undo_; }
    [[nodiscard]] ThresholdsRow* row(Metric metric) const;
    /// Where to read from or write to; empty is no. Tests answer themselves.
    using PathChooser = std::function<QString(bool forSaving, const QString& suggested)>;
    void setPathChooser(PathChooser choose) { choosePath_ = std::move(choose); }
    /// What the last deed was answered; empty when it was taken away again.
    [[nodiscard]] QString message() const;
    [[nodiscard]] QString notice() const { return noticeText_; }

    void importFile();
    void exportFile();

protected:
    void showDisplay(const OverviewDisplay& display) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    enum class Tool { Undo, Redo, Import, Export, Reset, Revert, Follow, Send, Save };
    static constexpr int kTools = 9;

    void buildTools();
    void buildRows();
    void apply(const ThresholdTexts& texts, int deed, const QString& name);
    void showEditor();
    void showTools();
    void place();
    void placeTools(int margin, int top);
    void reset();
    void revert();
    void askReason(bool forService);
    void say(const QString& text, bool isError);
    [[nodiscard]] PushButton* tool(Tool which) const
    {
        return tools_[static_cast<std::size_t>(which)];
    }

    ThresholdEditor editor_;
    QUndoStack undo_;
    const Theme* theme_ = &Theme::dark();
    std::array<PushButton*, kTools> tools_ {};
    SegmentBar* span_;
    QScrollArea* scroll_;
    QWidget* sheet_;
    std::vector<ThresholdsRow*> rows_;
    CheckBox* failClosed_;
    PageNotice* notice_;
    QTimer throttle_;
    PathChooser choosePath_;
    QString noticeText_;
    QString stateText_;
    QString faultText_;
    QRect card_;
    QRect noticeRect_;
    int drags_ = 0;  ///< a drag is one step of undo, the next drag another
    bool isNarrow_ = false;
};

}  // namespace headroom::ui
