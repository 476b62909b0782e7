// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QTreeView>

namespace headroom::ui {

/// A list of rows of one height with a quiet header, one of which is current: what the tables of
/// alerts and of depositories have in common. Who derives from it draws the rows and places the
/// columns. Main thread.
class RowTable : public QTreeView {
    Q_OBJECT
public:
    static constexpr int kRowHeight = 46;

    void setTheme(const Theme& theme);

protected:
    /// Takes `model`, which outlives the table; `name` is what is read aloud.
    RowTable(QAbstractItemModel& model, const QString& name, QWidget* parent);

    [[nodiscard]] const Theme& theme() const { return *theme_; }
    /// Enter on the current row.
    virtual void openCurrent() = 0;

    void drawBranches(QPainter*, const QRect&, const QModelIndex&) const override { }
    void keyPressEvent(QKeyEvent* event) override;

private:
    const Theme* theme_ = &Theme::dark();
};

}  // namespace headroom::ui
