// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/clock.h"
#include "monitor_core/base/gate_settings.h"
#include "monitor_core/base/result.h"
#include "monitor_core/snapshot.h"

#include <chrono>
#include <cstdint>
#include <optional>

namespace headroom {

/// The gate's answer to one write, with the HTTP status that says the same.
enum class Admission : std::uint16_t {
    Admitted = 200,
    TooLarge = 413,  ///< announced larger than the certified artifact size; took no place
    Paused = 429,
    Halted = 503,
};

}  // namespace headroom
