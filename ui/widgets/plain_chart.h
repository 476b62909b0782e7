// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractAxis;
class QChartView;

namespace headroom::ui {

/// Leaves of a Qt chart only what maps values to pixels and draws lines: no frame, ground, margin,
/// legend or animation, no mouse, and no repaint but those that are asked for.
void makePlain(QChartView& view);

/// The axis maps; what is to be read beside it is painted by us.
void hideAxis(QAbstractAxis& axis);

}  // namespace headroom::ui
