// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>

namespace headroom::ui {

/// Nobody reads more of one text on a screen; a source may send a megabyte.
inline constexpr qsizetype kLongestShown = 500;

/// Text from outside as a screen may show it: control characters, direction marks and invisible
/// ones become a sign or "‹U+202E›", so that no text can hide, reorder or break a line; longer than
/// `longest` ends in "…". Still to be painted as plain text.
[[nodiscard]] QString visibleText(const QString& text, qsizetype longest = kLongestShown);
/// The same for UTF-8; broken bytes become U+FFFD. Reads no more than it shows.
[[nodiscard]] QString visibleText(const std::string& utf8, qsizetype longest = kLongestShown);

}  // namespace headroom::ui
