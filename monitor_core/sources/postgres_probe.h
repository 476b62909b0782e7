// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/metrics/catalog.h"
#include "monitor_core/sources/postgres_looks.h"

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace headroom {

/// What a database would be as a source, found out by asking it.
struct PostgresProbe {
    /// Of one metric: measured, and what to know of it; or not, and why.
    struct Coverage {
        bool isMeasured = false;
        std::string text;
    };

    std::string name;  ///< "PostgreSQL depot at db.example.org"
    PostgresFacts facts;
    std::array<Coverage, kMetricCount> coverage;
    std::vector<std::string> advice;  ///< what a careful person would change
};

/// Connects and looks as the source would, twice a second apart, since a rate needs two looks.
/// Takes some seconds and blocks; on a thread of its own. `isCancelled` is asked in between and
/// ends it. InvalidArgument for settings that cannot be read, Unavailable when the server cannot be
/// reached or does not answer; no message contains a password.
Result<PostgresProbe> probePostgres(
    std::string_view conninfo, const std::function<bool()>& isCancelled = {});

}  // namespace headroom
