// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/headroomd/exit_codes.h"
#include "app/headroomd/serve_options.h"

#include <string>

namespace headroom::app {

/// Serves until SIGTERM or SIGINT. Main thread, before any other thread is.
ExitCode serve(const GivenOptions& given, const std::string& version);

}  // namespace headroom::app
