// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/base/result.h"
#include "monitor_core/commands.h"

#include <cstdint>
#include <optional>
#include <string>

namespace headroom::ui {

/// Thresholds that this dashboard keeps for a service that is judged elsewhere.
struct LocalThresholds {
    std::optional<EditableThresholds> thresholds;  ///< empty: it is shown as the service judges it
    std::uint64_t version = 0;  ///< grows with every save
    std::string problem;  ///< why it is not the last saved copy; empty: it is
};

/// Where they are kept, one place a service. Called from one thread at a time.
class LocalThresholdStore {
public:
    virtual ~LocalThresholdStore() = default;

    [[nodiscard]] virtual LocalThresholds load() = 0;
    /// Keeps these, or from now on none; on the disk when it returns what is in force then.
    [[nodiscard]] virtual Result<LocalThresholds> save(
        const std::optional<EditableThresholds>& wanted, const std::string& actor,
        const std::string& reason)
        = 0;
};

}  // namespace headroom::ui
