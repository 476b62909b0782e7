// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/base/clock.h"
#include "monitor_core/base/level.h"
#include "monitor_core/snapshot.h"

#include <QString>

namespace headroom::ui {

/// What a simulated feed says of itself.
struct SimulationNote {
    QString by;  ///< who plays it
    SteadyTime endsAt {};
    Level liveLevel = Level::Unknown;  ///< of the real source, which is watched meanwhile
    SnapshotPtr live;  ///< its newest snapshot
    bool isRecorded = false;  ///< its start stands in an audit trail

    bool operator==(const SimulationNote&) const = default;
};

}  // namespace headroom::ui
