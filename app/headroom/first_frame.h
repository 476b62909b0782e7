// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace headroom {

/// With HEADROOM_TIMING=1 in the environment, prints to stderr how long after the start of the
/// process its first frame was painted: "headroom: first frame after 83 ms". The kernel keeps the
/// start in hundredths of a second, so the figure is right to 10 ms. For the benchmarks.
void reportFirstFrame();

}  // namespace headroom
