// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/display.h"
#include "ui/widgets/panel.h"

#include <QPointer>

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
    /// The page's own tools; takes them as a child, and hides the ones before. Clock and buttons
    /// give way where there is no room for all.
    void setTools(QWidget* tools);
    /// The keys that the tool tips of its buttons name.
    void setKeys(const QString& theme, const QString& wall);
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
    [[nodiscard]] double titleRight() const;

    QString title_;
    QString depository_;
    ClockPanel* clock_;
    PushButton* theme_;
    PushButton* wall_;
    QPointer<QWidget> tools_;
};

}  // namespace headroom::ui
