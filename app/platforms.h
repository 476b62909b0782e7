// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/metrics/reading.h"

#include <string_view>
#include <vector>

namespace headroom {

/// resources/platforms.json as it was when this program was built.
std::string_view platformsText() noexcept;

/// What a platform does at which share of its disk; none for one that is not known.
std::vector<StorageMark> storageMarksOfPlatform(std::string_view name);

}  // namespace headroom
