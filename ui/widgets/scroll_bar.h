// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QString>

namespace headroom::ui {

/// The style sheet of every scroll bar, for the bar itself or for what has one: slim and without
/// arrows, since the room is for what is scrolled. Main thread.
[[nodiscard]] QString scrollBarSheet(const Theme& theme);

}  // namespace headroom::ui
