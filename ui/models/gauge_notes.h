// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/metric_view.h"

namespace headroom::ui {

// What is to be known beside a number: that it is an estimate, how it came to be, and what the
// platform under the storage does by itself.

void addNotes(GaugeDisplay& gauge, const MetricView& view);
void addNotes(StripCell& cell, const MetricView& view);

/// The platform's lines, on the storage's gauge; what they mean is added to its note.
void addPlatformMarks(
    GaugeDisplay& gauge, const MetricView& view, const std::vector<StorageMark>& marks);
/// The platform's next line instead of the next level, where it comes before that.
void addNextMark(GaugeDisplay& gauge, const MetricView& view, const Snapshot& snapshot);

}  // namespace headroom::ui
