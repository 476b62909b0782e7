// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/feed/feed.h"
#include "ui/models/workload_form.h"
#include "ui/theme.h"

#include <QWidget>

#include <array>
#include <optional>

namespace headroom::ui {

class CheckBox;
class ChoiceRow;
class FieldBox;
class PlainLabel;
class PushButton;
class Slider;

/// The controls of the local workload: each change is a command, and what the workload says about
/// it stands beside the field. Shows the settings in force. Main thread.
class WorkloadPanel : public QWidget {
    Q_OBJECT
public:
    /// `feed` outlives the panel. `actor` is who the commands are from.
    WorkloadPanel(Feed& feed, std::string actor, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// What is in force now; empty where the source has no workload.
    void setSettings(const std::optional<WorkloadSettings>& settings);

    [[nodiscard]] int heightFor(int width) const;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    /// The controls of one field.
    struct Row {
        WorkloadField field {};
        PlainLabel* title = nullptr;
        FieldBox* box = nullptr;
        Slider* slider = nullptr;  ///< null: the field has none
        PlainLabel* note = nullptr;  ///< an error, or what the number means
    };

    void buildRows();
    void buildRest();
    void takeText(Row& row);
    void takeSlider(Row& row, int value);
    void submit(const WorkloadSettings& wanted, WorkloadField about);
    void freeSpace();
    void showAnswer(const QString& error);
    void showNote(const Row& row, const QString& error);
    void place();
    int placeRow(const Row& row, int top);
    [[nodiscard]] int rowHeight(const Row& row) const;
    [[nodiscard]] Row& rowOf(WorkloadField field);

    Feed& feed_;
    std::string actor_;
    const Theme* theme_ = &Theme::dark();
    std::optional<WorkloadSettings> settings_;
    WorkloadField asked_ = WorkloadField::Writers;  ///< what the command under way is about
    std::array<Row, 5> rows_;
    CheckBox* deleteOldest_ = nullptr;
    PushButton* freeSpace_ = nullptr;
    PlainLabel* presetsTitle_ = nullptr;
    QVector<ChoiceRow*> presets_;
    int presetsTop_ = 0;
};

}  // namespace headroom::ui
