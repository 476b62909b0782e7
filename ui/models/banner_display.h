// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/display.h"

namespace headroom::ui {

/// The worst level and one sentence about it. `snapshot` null: nothing has arrived yet.
[[nodiscard]] BannerDisplay makeBanner(const Snapshot* snapshot, SteadyTime now);

/// What new writes get, or GATE UNKNOWN.
[[nodiscard]] GateDisplay makeGate(const Snapshot* snapshot, SteadyTime now);

/// How many writes the gate has let in and turned away since the source started.
[[nodiscard]] NoteDisplay makeTraffic(const Snapshot* snapshot, SteadyTime now);

}  // namespace headroom::ui
