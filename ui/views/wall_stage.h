// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

namespace headroom::ui {

class View;

/// Shows a page of the desk on a wall, so large that it can be read from five metres: the page is
/// laid out as in a small window of its own and painted enlarged, once a second. Nothing in it can
/// be clicked, as everywhere on the wall. Main thread.
class WallStage : public QWidget {
    Q_OBJECT
public:
    explicit WallStage(QWidget* parent);
    ~WallStage() override;

    void setTheme(const Theme& theme);
    /// Takes the page from its parent until the next call gives it back; null: none.
    void setPage(View* page);
    [[nodiscard]] View* page() const { return page_; }
    /// How much larger than on the desk.
    [[nodiscard]] double scale() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void place();

    const Theme* theme_ = &Theme::dark();
    QWidget room_;  ///< the small window: never on a screen, but visible to the page
    QPointer<View> page_;
    QTimer second_;
};

}  // namespace headroom::ui
