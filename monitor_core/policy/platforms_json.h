// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/result.h"
#include "monitor_core/metrics/reading.h"

#include <string>
#include <string_view>
#include <vector>

namespace headroom {

/// What somebody who runs storage for others does by themselves, whatever we certify.
struct Platform {
    std::string name;  ///< "supabase", in settings
    std::string title;  ///< for people
    std::string asOf;  ///< "2026-01-19": the day on which somebody looked
    std::string source;  ///< where it is written
    std::vector<StorageMark> storage;  ///< shares of the disk, rising
};

/// Reads resources/platforms.json, whole or not at all; every fault is listed.
Result<std::vector<Platform>> platformsFromJson(std::string_view text);

/// The marks of a platform; none for one that is not known. Each says when it was looked up.
std::vector<StorageMark> storageMarksOf(
    const std::vector<Platform>& platforms, std::string_view name);

}  // namespace headroom
