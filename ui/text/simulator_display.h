// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/display.h"

#include <array>

namespace headroom::ui {

// What the simulator page shows, ready to paint. Plain values, main thread.

/// One quantity that a planner may set, at the moment that is looked at.
struct WhatIfDisplay {
    Metric metric = Metric::TotalStorage;
    QString title;
    Level level = Level::Unknown;
    QString value;  ///< in its field: "990"
    QString unit;  ///< behind it: "GB", "of 100"
    double fraction = 0;  ///< of the scale, which is that of its gauge
    QVector<GaugeBand> bands;
    QVector<GaugeTick> ticks;
    std::optional<double> ghost;  ///< where the live value stands

    bool operator==(const WhatIfDisplay&) const = default;
};

/// A stretch of a row of the timeline; `from` and `to` as shares of its length.
struct TimelineSpan {
    double from = 0;
    double to = 1;
    Level level = Level::Unknown;  ///< Unknown: none, as for an open gate
    QString text;  ///< "RED", "HALTED 503"

    bool operator==(const TimelineSpan&) const = default;
};

struct TimelineRow {
    QString title;
    bool isGate = false;  ///< words without a level's shape
    QVector<TimelineSpan> spans;

    bool operator==(const TimelineRow&) const = default;
};

struct TimelineDisplay {
    QString title;
    QString subtitle;
    QVector<TimelineRow> rows;
    QVector<AxisTick> ticks;  ///< values are shares of the length
    double position = 0;
    QString positionText;  ///< "+37:46"

    bool operator==(const TimelineDisplay&) const = default;
};

/// One line of the table of what would happen.
struct SimulatedRow {
    QString when;  ///< "now", "+8:46"
    Level level = Level::Unknown;
    QString what;  ///< "Storage 99 %", "Storage not acknowledged"
    QString to;  ///< "Ops_Team", "–"
    QString within;  ///< "6 h", "IMMEDIATE", "–"
    QString gate;  ///< "open", "halts writes, 503"
    QString state;  ///< "fired", "playing", "in 1 h"
    bool isImmediate = false;
    bool changesGate = false;
    bool isNow = false;

    bool operator==(const SimulatedRow&) const = default;
};

/// Whom the worst alert goes to.
struct EscalationDisplay {
    QString to;  ///< "Ashmit_Pandey + Ops", "nobody"
    QString within;  ///< "respond within 1 h", "monitor"

    bool operator==(const EscalationDisplay&) const = default;
};

struct SimulatorDisplay {
    std::array<WhatIfDisplay, 4> whatIf;  ///< storage, writes, throughput, latency
    BannerDisplay banner;
    EscalationDisplay escalation;
    GateDisplay gate;
    QVector<GaugeDisplay> gauges;  ///< writes, storage, throughput, latency
    TimelineDisplay timeline;
    QVector<SimulatedRow> events;
    QString positionText;  ///< "+37:46 of 48:00"

    bool operator==(const SimulatorDisplay&) const = default;
};

}  // namespace headroom::ui
