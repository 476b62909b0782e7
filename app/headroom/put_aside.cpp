// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headroom/put_aside.h"

#include <system_error>

namespace headroom {

Error putAside(const std::filesystem::path& file, const std::string& why)
{
    auto aside = file;
    aside += ".damaged";
    std::error_code failed;
    std::filesystem::rename(file, aside, failed);
    return { ErrorCode::Damaged,
        file.filename().string() + ' ' + why
            + (failed ? std::string(" and cannot be put aside")
                      : "; it is kept as " + aside.filename().string()),
        {} };
}

}  // namespace headroom
