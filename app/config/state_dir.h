// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/base/result.h"

#include <filesystem>

namespace headroom {

/// The folder that one running Headroom has for itself. The lock ends with the process, however it
/// ends.
class StateDir {
public:
    /// $XDG_STATE_HOME/headroom or ~/.local/state/headroom; relative ones are not looked at.
    [[nodiscard]] static Result<std::filesystem::path> usualPath();

    /// Makes the folder (0700) where it is missing, and takes it. Conflict: another program has it.
    [[nodiscard]] static Result<StateDir> open(const std::filesystem::path& path);
    /// A new folder that goes away with this object.
    [[nodiscard]] static Result<StateDir> temporary();

    StateDir(StateDir&& other) noexcept;
    StateDir& operator=(StateDir&&) = delete;
    ~StateDir();

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    StateDir(std::filesystem::path path, int lock, bool isTemporary);

    std::filesystem::path path_;
    int lock_;
    bool isTemporary_;
};

}  // namespace headroom
