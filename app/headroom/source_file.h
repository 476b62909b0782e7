// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/base/result.h"
#include "ui/feed/source_choice.h"

#include <QMap>
#include <QString>

#include <filesystem>
#include <optional>

namespace headroom {

/// What is remembered of sources from one start to the next. Never a secret: of a token only where
/// it is kept.
struct RememberedSources {
    std::optional<ui::SourceChoice> choice;
    QMap<QString, QString> tokens;  ///< origin → "desktop" or "file"

    bool operator==(const RememberedSources&) const = default;
};

inline constexpr auto kSourcesFile = "sources.json";

/// NotFound: nothing was remembered yet. Damaged: the file was put aside under another name, which
/// the message tells.
Result<RememberedSources> readSources(const std::filesystem::path& stateDirectory);
/// Whole or not at all.
Result<void> writeSources(
    const std::filesystem::path& stateDirectory, const RememberedSources& remembered);

}  // namespace headroom
