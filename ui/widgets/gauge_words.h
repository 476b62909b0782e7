// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/display.h"

#include <QString>

namespace headroom::ui {

/// A card for people who hear it: "Concurrent writes, GREEN, 34 of 100, headroom 66 %".
[[nodiscard]] QString gaugeName(const GaugeDisplay& display);
/// What else is on it: next level, trend, who has it, how old, why not.
[[nodiscard]] QString gaugeDescription(const GaugeDisplay& display);

}  // namespace headroom::ui
