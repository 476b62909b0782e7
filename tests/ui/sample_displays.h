// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/display.h"

#include <initializer_list>
#include <utility>

namespace headroom::ui::samples {

// The displays of the reference pictures.

/// Concurrent writes at 34, 58, 82 and 103 of 100.
GaugeDisplay writes(int count);
/// Storage at 612 or 912 GB, throughput at 312 or 486 /s, latency at 42 or 340 ms.
GaugeDisplay storage(bool high);
GaugeDisplay throughput(bool high);
GaugeDisplay latency(bool high);
/// The same display in another state.
GaugeDisplay acknowledged(GaugeDisplay display);
GaugeDisplay stale(GaugeDisplay display);
GaugeDisplay late(GaugeDisplay display);
GaugeDisplay noData(GaugeDisplay display);

StripDisplay strip(Truth truth);

}  // namespace headroom::ui::samples
