// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace headroom::ui {

/// Where somebody who is here for the first time wants to begin.
enum class WelcomeChoice : std::uint8_t { Try, Service, Fleet, Simulate };

}  // namespace headroom::ui
