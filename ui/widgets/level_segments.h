// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/base/level.h"
#include "ui/theme.h"

#include <QAbstractButton>

#include <array>
#include <optional>

namespace headroom::ui {

/// "All 38 | ■ RED 2 | ◆ ORANGE 10 | ▲ YELLOW 26": one of them is chosen. The arrow keys move the
/// choice. Desk only. Main thread.
class LevelSegments : public QWidget {
    Q_OBJECT
public:
    explicit LevelSegments(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// How many there are of each; the first is all.
    void setCounts(int all, int red, int orange, int yellow);
    [[nodiscard]] std::optional<Level> level() const;
    void setLevel(std::optional<Level> level);
    [[nodiscard]] QSize sizeHint() const override;
    /// Where room is short: shapes and numbers, the words in tooltips.
    void setCompact(bool isCompact);

Q_SIGNALS:
    void levelChosen(std::optional<headroom::Level> level);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    static constexpr int kSegments = 4;

    [[nodiscard]] QString textOf(int segment) const;
    [[nodiscard]] int widthOf(int segment) const;
    void choose(int segment);
    void nameForThoseWhoCannotSee();

    const Theme* theme_ = &Theme::dark();
    std::array<int, kSegments> counts_ {};
    int chosen_ = 0;
    bool isCompact_ = false;
};

}  // namespace headroom::ui
