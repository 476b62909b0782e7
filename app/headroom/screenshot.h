// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <chrono>
#include <string>

namespace headroom {

/// Writes a picture of the window after a while and ends the event loop: with 0 when the file is
/// complete, with 1 and a reason on stderr when it is not.
void scheduleScreenshot(QWidget& window, const std::string& file, std::chrono::milliseconds after);

}  // namespace headroom
