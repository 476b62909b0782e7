// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/headroom/config.h"
#include "monitor_core/base/clock.h"
#include "monitor_core/base/result.h"
#include "monitor_core/sources/source.h"
#include "ui/feed/http_exchange.h"
#include "ui/feed/source_choice.h"

#include <filesystem>
#include <memory>

namespace headroom {

/// What --connect or --fleet, --token-file and --ca-file name, read once at the start. The error
/// says which file is not as it must be: a token that others can read is refused.
Result<ui::HttpPeer> servicePeer(const Config& config);

/// Whom a choice of a person means; the error says what is wrong with the file of authorities.
Result<ui::HttpPeer> peerOf(const ui::SourceChoice& choice, const QByteArray& token);

/// An older service, to be polled into a core of this program's own. `clock` outlives it.
std::unique_ptr<Source> olderService(const std::string& url, const std::string& caFile,
    const ui::HttpPeer& peer, const Clock& clock);

/// Where what is kept of one service (or folder) lies, below the state folder: two of them share
/// nothing.
std::filesystem::path folderOfService(
    const std::filesystem::path& stateDirectory, const std::string& url);

}  // namespace headroom
