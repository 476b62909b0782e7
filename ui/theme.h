// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/base/level.h"

#include <QColor>
#include <QFont>

namespace headroom::ui {

enum class ThemeKind { Dark, Light };

/// Colours that do not depend on a level. Names and values: the token table of the design.
enum class Token {
    Bg0,
    Bg1,
    Bg2,
    Bg3,
    Line,
    Line2,
    Ctl,
    T1,
    T2,
    T3,
    Data,
    Data2,
    Track,
    Hatch,
    Grid,
    Acc,
    AccBg,
    AccFill,
    OnAcc,
    Sim,
    SimBg,
    OnSim,
    Sel,
    Zebra,
};

/// The roles that a level's colour plays: text, mark (shapes and arcs), edge (their stroke), idle
/// band, card tint, filled area and the text on it. Level::Unknown has the STALE colours; it has no
/// tint (card background).
struct LevelColors {
    QColor fg;
    QColor mark;
    QColor edge;
    QColor band;
    QColor tint;
    QColor fill;
    QColor onFill;
};

/// Colours and type of one theme; immutable. Main thread.
class Theme {
public:
    static const Theme& dark();
    static const Theme& light();
    static const Theme& of(ThemeKind kind) { return kind == ThemeKind::Light ? light() : dark(); }

    [[nodiscard]] ThemeKind kind() const { return kind_; }
    [[nodiscard]] QColor color(Token token) const { return colors_[static_cast<int>(token)]; }
    [[nodiscard]] const LevelColors& level(Level level) const
    {
        return levels_[static_cast<int>(level)];
    }

    /// Inter, or Inter Display from 25 px up; `pixelSize` in device-independent pixels, weight 400
    /// – 700.
    [[nodiscard]] static QFont font(double pixelSize, int weight = 500);

private:
    Theme(ThemeKind kind);

    ThemeKind kind_;
    QColor colors_[24];
    LevelColors levels_[5];
};

/// Which sizes a screen uses: the wall's figures times a scale, or the desk's.
struct ScreenSizes {
    bool wall = false;
    double scale = 1;  ///< wall: min(width / 1920, height / 1080) in steps of 1/8; desk: 1

    /// The size for this screen: the wall's figure scaled, or the desk's.
    [[nodiscard]] double px(double wallPx, double deskPx) const
    {
        return wall ? wallPx * scale : deskPx * scale;
    }
    bool operator==(const ScreenSizes&) const = default;
};

}  // namespace headroom::ui
