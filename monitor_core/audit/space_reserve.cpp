// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/audit/space_reserve.h"

#include <cstdint>
#include <utility>

namespace headroom {

SpaceReserve::SpaceReserve(FileSystem& files, std::filesystem::path path, Bytes size)
    : files_(files)
    , path_(std::move(path))
    , size_(size)
{
}

void SpaceReserve::hold()
{
    if (isHeld_ || size_.count <= 0) {
        return;
    }
    auto file = files_.open(path_, OpenMode::Create);
    isHeld_ = file && (*file)->reserve(static_cast<std::uint64_t>(size_.count));
    if (!isHeld_ && file) {
        // A part of the reserve is space that others could use.
        [[maybe_unused]] const auto removed = files_.remove(path_);
    }
}

bool SpaceReserve::release()
{
    if (!isHeld_) {
        return false;
    }
    isHeld_ = !files_.remove(path_).has_value();
    return !isHeld_;
}

}  // namespace headroom
