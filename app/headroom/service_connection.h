// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/headroom/config.h"
#include "monitor_core/base/clock.h"
#include "monitor_core/base/result.h"
#include "monitor_core/sources/source.h"
#include "ui/feed/http_exchange.h"

#include <filesystem>
#include <memory>

namespace headroom {

/// What --connect or --fleet, --token-file and --ca-file name, read once at the start. The error
/// says which file is not as it must be: a token that others can read is refused.
Result<ui::HttpPeer> servicePeer(const Config& config);

/// An older service, to be polled into a core of this program's own. `clock` outlives it.
std::unique_ptr<Source> olderService(
    const Config& config, const ui::HttpPeer& peer, const Clock& clock);

/// Where what is kept of one service lies, below the state folder: two services share nothing.
std::filesystem::path folderOfService(
    const std::filesystem::path& stateDirectory, const std::string& url);

}  // namespace headroom
