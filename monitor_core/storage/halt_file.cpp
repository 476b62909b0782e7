// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/storage/halt_file.h"

namespace headroom {

HaltFile::HaltFile(FileSystem& files, const std::filesystem::path& stateDirectory)
    : files_(files)
    , directory_(stateDirectory)
    , path_(stateDirectory / "gate.halted")
{
}

bool HaltFile::isThere()
{
    const auto file = files_.open(path_, OpenMode::Read);
    return file || file.error().code != ErrorCode::NotFound;
}

Result<void> HaltFile::make(const std::string& why)
{
    auto file = files_.open(path_, OpenMode::Create);
    if (!file) {
        return file.error();
    }
    // That the file is there is what counts, so what is in it need not be whole.
    if (auto emptied = (*file)->truncate(0); !emptied) {
        return emptied;
    }
    if (auto written = (*file)->write(0, why + "\n"); !written) {
        return written;
    }
    if (auto synced = (*file)->sync(); !synced) {
        return synced;
    }
    return files_.syncDirectory(directory_);
}

Result<void> HaltFile::remove()
{
    if (auto removed = files_.remove(path_);
        !removed && removed.error().code != ErrorCode::NotFound) {
        return removed;
    }
    return files_.syncDirectory(directory_);
}

}  // namespace headroom
