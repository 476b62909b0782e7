// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace headroom {

/// With HEADROOM_TIMING=1 in the environment, prints to stderr how long after the start of the
/// process its first frame was painted, and how much of that was work: "headroom: first frame after
/// 83 ms, 71 ms of processor time". The kernel keeps the start in hundredths of a second, so the
/// first figure is right to 10 ms; on a busy machine the second one says more. For the benchmarks.
void reportFirstFrame();

}  // namespace headroom
