// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/simulation_marks.h"

#include "ui/models/gauge_display.h"
#include "ui/text/format.h"
#include "ui/text/visible_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace headroom::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SimulationMarks)
};

constexpr Metric kGauges[] = { Metric::ConcurrentWrites, Metric::TotalStorage,
    Metric::WriteThroughput, Metric::QueryResponse };

}  // namespace

void markSimulated(OverviewDisplay& display, const SimulationNote& note, SteadyTime now)
{
    const auto word = toString(note.liveLevel);
    const QString live = QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()));
    const auto left = std::max(std::chrono::nanoseconds(0), note.endsAt - now);
    display.banner.simulated = true;
    display.banner.detail
        = Words::tr("drill by %1, %2 left")
              .arg(visibleText(note.by.toStdString(), 60), format::stopwatch(left));
    if (!note.isRecorded) {
        display.banner.detail
            = Words::tr("%1 · this screen only, not audited").arg(display.banner.detail);
    }
    display.gate.detail = Words::tr("live gate not touched");
    display.clock.age = Words::tr("live: %1").arg(live);
    display.alerts.summary = Words::tr("%1 simulated").arg(display.alerts.rows.size());
    for (auto& row : display.alerts.rows) {
        row.canAcknowledge = false;
    }
    display.foot.simulation = Words::tr("live state is %1").arg(live);
    display.foot.keys = Words::tr("Esc ends the drill");
    if (!note.live) {
        return;
    }
    for (qsizetype i = 0; i < std::min<qsizetype>(display.gauges.size(), std::size(kGauges)); ++i) {
        addGhost(display.gauges[i], *note.live, kGauges[i], now);
    }
}

}  // namespace headroom::ui
