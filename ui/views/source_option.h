// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QWidget>

class QHBoxLayout;

namespace headroom::ui {

class PlainLabel;
class RadioDot;

/// One of several sources of a card: a mark, two lines, and what has to be filled in for it. Main
/// thread.
class SourceOption final : public QWidget {
    Q_OBJECT
public:
    SourceOption(const QString& title, const QString& detail, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setChosen(bool isChosen);
    [[nodiscard]] QHBoxLayout& row() { return *row_; }

Q_SIGNALS:
    void chosen();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    const Theme* theme_ = &Theme::dark();
    RadioDot* radio_;
    PlainLabel* title_;
    PlainLabel* detail_;
    QHBoxLayout* row_;
};

}  // namespace headroom::ui
