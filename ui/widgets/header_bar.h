// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/display.h"
#include "ui/widgets/panel.h"

namespace headroom::ui {

class ClockPanel;
class PushButton;

/// The top of every desk page: its title, what is watched, source, age and time, and the buttons
/// for theme and wall. Main thread.
class HeaderBar : public Panel {
    Q_OBJECT
public:
    explicit HeaderBar(QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setDisplay(const ClockDisplay& clock, const QString& depository);

Q_SIGNALS:
    void wallRequested();
    void themeRequested();

protected:
    void lookChanged() override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void placeChildren();

    QString title_;
    QString depository_;
    ClockPanel* clock_;
    PushButton* theme_;
    PushButton* wall_;
};

}  // namespace headroom::ui
