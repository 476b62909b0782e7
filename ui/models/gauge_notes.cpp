// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/gauge_notes.h"

#include "ui/models/gauge_display.h"

#include <QCoreApplication>

#include <algorithm>

namespace headroom::ui {

namespace {

constexpr const char* kContext = "GaugeNotes";

void addLine(QString& note, const QString& line)
{
    if (!line.isEmpty()) {
        note += (note.isEmpty() ? QString() : QStringLiteral("\n")) + line;
    }
}

QString withEstimate(const QString& label)
{
    return label + QStringLiteral(" · ")
        + QCoreApplication::translate(kContext, "ESTIMATE", "beside HEADROOM");
}

}  // namespace

void addNotes(GaugeDisplay& gauge, const MetricView& view)
{
    addLine(gauge.note, view.note());
    if (view.isEstimate()) {
        gauge.headroomLabel = withEstimate(gauge.headroomLabel);
    }
}

void addNotes(StripCell& cell, const MetricView& view)
{
    cell.note = view.note();
    if (view.isEstimate()) {
        cell.label = withEstimate(cell.label);
    }
}

void addPlatformMarks(
    GaugeDisplay& gauge, const MetricView& view, const std::vector<StorageMark>& marks)
{
    if (view.metric() != Metric::TotalStorage || view.limit() <= 0) {
        return;
    }
    for (const StorageMark& mark : marks) {
        const QString at = format::percent({ mark.atRatio });
        gauge.marks.push_back(
            { scaleFraction(view.metric(), view.limit(), mark.atRatio * view.limit()), at,
                QString::fromStdString(mark.label) });
        addLine(gauge.note, at + QStringLiteral(": ") + QString::fromStdString(mark.text));
    }
}

void addNextMark(GaugeDisplay& gauge, const MetricView& view, const Snapshot& snapshot)
{
    const auto level = view.nextLevel();
    const bool isHalted = snapshot.gate.state == GateState::Halted;
    if (view.metric() != Metric::TotalStorage || level == Level::Unknown || isHalted) {
        return;
    }
    double nearest = *view.boundValue(level);
    QString label;
    for (const StorageMark& mark : snapshot.source.storageMarks) {
        const double at = mark.atRatio * view.limit();
        if (at > view.value() && at < nearest && !mark.label.empty()) {
            nearest = at;
            label = QString::fromStdString(mark.label);
        }
    }
    if (!label.isEmpty()) {
        gauge.nextLevel = Level::Unknown;
        gauge.nextText = QCoreApplication::translate(kContext, "%1 to %2", "30 GB to read-only")
                             .arg(MetricWords(view).distanceTo(nearest), label);
    }
}

}  // namespace headroom::ui
