// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/alert_past.h"
#include "ui/models/alert_table_model.h"
#include "ui/views/view.h"

#include <QTimer>

class QLabel;

namespace headroom::ui {

class AlertsDetails;
class AlertsTable;
class DropDown;
class FieldBox;
class LevelSegments;
class PushButton;

/// Every alert there is and was: filters, the table, one alert whole, and what people do about
/// it. Main thread.
class AlertsPage : public View {
    Q_OBJECT
public:
    explicit AlertsPage(OverviewModel& model, QWidget* parent = nullptr);

    void setTheme(const Theme& theme) override;
    /// The chosen alert if it waits, else the first that does.
    void acknowledgeFirst() override;
    bool goBack() override;

    /// What can be done here.
    [[nodiscard]] static std::vector<PageCommand> commands();

    /// Writes what the filters show. Empty when it is written, else path and reason.
    [[nodiscard]] QString exportTo(const QString& path) const;

protected:
    void showDisplay(const OverviewDisplay& display) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void buildFilters();
    void buildTabOrder();
    void takeFilters();
    void takeCounts();
    void showDetails();
    void takePast();
    void openDetails(bool isOpen);
    void place();
    void placeFilters(int left, int top, int width);
    void acknowledge(const QString& id, const QString& note);
    void askForNote();
    void askToShelve();
    void shelveOrUnshelve();
    [[nodiscard]] QString whyNoneIsOpen() const;
    void unshelve();
    void submit(Command command, const QString& refusal);
    void takeAnswer(const QString& error);
    void askWhereToExport();
    void say(const QString& text);
    [[nodiscard]] bool hasRoomForBoth() const;
    [[nodiscard]] const AlertView* currentOpen() const;

    const Theme* theme_ = &Theme::dark();
    Feed& feed_;
    AlertLog log_;
    AlertTableModel alerts_;
    AlertPast past_;
    LevelSegments* levels_;
    DropDown* metric_;
    DropDown* acknowledged_;
    DropDown* range_;
    FieldBox* search_;
    PushButton* export_;
    QLabel* status_;
    AlertsTable* table_;
    AlertsDetails* details_;
    QTimer searchPause_;
    QTimer statusEnds_;
    QString shown_;  ///< the alert of the details
    QString second_;  ///< of the clock, when the table was brought up to it
    QStringList refusals_;  ///< what to say when a command under way is refused, oldest first
    bool isLost_ = false;
    bool isDetailsOpen_ = false;  ///< where there is no room for both
};

}  // namespace headroom::ui
