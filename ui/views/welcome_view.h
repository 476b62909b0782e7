// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"
#include "ui/views/welcome_choice.h"

#include <QVector>
#include <QWidget>

namespace headroom::ui {

class WelcomePicture;
class WelcomeRow;

/// What somebody sees who starts Headroom for the first time: what it is, and where to begin. Takes
/// the whole window. Main thread.
class WelcomeView final : public QWidget {
    Q_OBJECT
public:
    explicit WelcomeView(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);

Q_SIGNALS:
    void answered(headroom::ui::WelcomeChoice choice);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void addRow(
        WelcomeChoice choice, const QString& icon, const QString& title, const QString& detail);
    [[nodiscard]] double scale() const;

    const Theme* theme_ = &Theme::dark();
    QVector<WelcomeRow*> rows_;
    WelcomePicture* picture_;
};

}  // namespace headroom::ui
