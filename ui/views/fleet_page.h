// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/fleet_model.h"
#include "ui/views/view.h"

#include <QTimer>

class QLabel;

namespace headroom::ui {

class DropDown;
class FieldBox;
class FleetSummary;
class FleetTable;
class PushButton;

/// Every depository that a Prometheus server knows, worst first: filter, search, and one to open.
/// While one of them is open, a button closes it. Without a server it says how to name one. Main
/// thread.
class FleetPage : public View {
    Q_OBJECT
public:
    explicit FleetPage(OverviewModel& model, QWidget* parent = nullptr);

    void setTheme(const Theme& theme) override;
    /// What can be done here.
    [[nodiscard]] static std::vector<PageCommand> commands();

protected:
    void showDisplay(const OverviewDisplay&) override { }
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void build(FleetModel& fleet);
    void takeDisplay();
    void takeFilter();
    void takeOpened();
    void describeServer();
    [[nodiscard]] bool hasServer() const;
    void place();

    const Theme* theme_ = &Theme::dark();
    FleetModel* fleet_;  ///< null: there will be no server
    FleetSummary* summary_ = nullptr;
    DropDown* states_ = nullptr;
    FieldBox* search_ = nullptr;
    QLabel* matching_ = nullptr;
    QLabel* note_ = nullptr;
    FleetTable* table_ = nullptr;
    PushButton* close_ = nullptr;
    QTimer typingPause_;
};

}  // namespace headroom::ui
