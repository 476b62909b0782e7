// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/file_system.h"
#include "monitor_core/base/units.h"

#include <filesystem>

namespace headroom {

/// A file that does nothing but take up space, to be removed when the disk is full: what happens
/// while it is full is what the trail is most needed for. One thread.
class SpaceReserve {
public:
    SpaceReserve(FileSystem& files, std::filesystem::path path, Bytes size);

    /// Takes the space if it is not held and there is room. Room that is not there is not an
    /// error: isHeld() says so.
    void hold();

    /// Gives the space back. False if there was none to give.
    bool release();

    [[nodiscard]] bool isHeld() const { return isHeld_; }

private:
    FileSystem& files_;
    std::filesystem::path path_;
    Bytes size_;
    bool isHeld_ = false;
};

}  // namespace headroom
