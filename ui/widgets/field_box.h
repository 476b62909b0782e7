// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QLineEdit>

namespace headroom::ui {

/// One line to type in, with a unit behind it; red while what it holds is wrong. Desk only. Main
/// thread.
class FieldBox : public QLineEdit {
    Q_OBJECT
public:
    explicit FieldBox(const QString& unit, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setUnit(const QString& unit);
    void setWrong(bool isWrong);
    /// Another value than the usual one: a dashed border and a bar at its left.
    void setEdited(bool isEdited);
    [[nodiscard]] QSize sizeHint() const override { return { 116, 32 }; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void fitUnit();

    const Theme* theme_ = &Theme::dark();
    QString unit_;
    bool isWrong_ = false;
    bool isEdited_ = false;
};

}  // namespace headroom::ui
