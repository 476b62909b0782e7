// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QWidget>

namespace headroom::ui {

class PushButton;

/// What the simulator has in the window's header: the badge, what is not touched, the way back, and
/// the drill. Takes all the room there is. Main thread.
class SimulatorTools : public QWidget {
    Q_OBJECT
public:
    explicit SimulatorTools(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// "Nothing here touches depository-eu-1. …", or why there was no drill.
    void setText(const QString& text);
    void setDrill(bool isPossible, bool isRunning);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void backRequested();
    void drillRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme* theme_ = &Theme::dark();
    QString text_;
    PushButton* back_;
    PushButton* drill_;
};

}  // namespace headroom::ui
