// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/preferences.h"

#include <QString>

#include <filesystem>

namespace headroom {

struct ReadPreferences {
    ui::PreferencesDocument document;
    QString notice;  ///< what a person should know; empty: nothing
};

inline constexpr auto kPreferencesFile = "preferences.json";
/// What was written last, for when somebody breaks the file.
inline constexpr auto kGoodPreferencesFile = "preferences.good.json";

/// What is kept; the usual where there is nothing. A file that cannot be used is put aside, and
/// what was written last counts. Before there is one, what window.ini of older versions says
/// counts.
[[nodiscard]] ReadPreferences readPreferences(const std::filesystem::path& stateDirectory);
/// Whole or not at all. Answers why not, or nothing.
[[nodiscard]] QString writePreferences(
    const std::filesystem::path& stateDirectory, const QByteArray& text);

}  // namespace headroom
