// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/snapshot.h"

namespace headroom {

/// Whether a new snapshot is worth everybody's while: at once when a level, a freshness, the gate
/// or the source changed; after a tenth of a second when a value moved so far that it can be seen
/// (1 % of where its first level begins) or a write was refused; after a second in any case. `last`
/// is the one published before, or null.
bool isWorthPublishing(const Snapshot* last, const Snapshot& next);

}  // namespace headroom
