// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QAbstractButton>

namespace headroom::ui {

/// The Acknowledge button of an alert's row; Enter presses it as Space does. Main thread.
class AckButton : public QAbstractButton {
    Q_OBJECT
public:
    explicit AckButton(QWidget* parent);

    void setLook(const Theme& theme, ScreenSizes sizes);
    /// What it acknowledges, for those who cannot see the row around it.
    void setSubject(const QString& title);
    /// Never lower than the 32 px that a finger or a shaking hand needs.
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    [[nodiscard]] QFont labelFont() const;

    const Theme* theme_;
    ScreenSizes sizes_;
};

}  // namespace headroom::ui
