// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headroomd/service_manager.h"

#include <systemd/sd-daemon.h>

#include <algorithm>
#include <cstdint>

namespace headroom::app {

namespace {

// A manager that does not answer is no reason to stop: what comes back is not looked at.
void tell(const std::string& state) { static_cast<void>(::sd_notify(0, state.c_str())); }

}  // namespace

ServiceManager::ServiceManager()
{
    std::uint64_t microseconds = 0;
    if (::sd_watchdog_enabled(0, &microseconds) > 0) {
        const auto half = std::chrono::microseconds(static_cast<std::int64_t>(microseconds / 2));
        every_ = std::max(std::chrono::duration_cast<std::chrono::milliseconds>(half),
            std::chrono::milliseconds(1));
    }
}

void ServiceManager::ready(const std::string& status) { tell("READY=1\nSTATUS=" + status); }

void ServiceManager::reloading() { tell("RELOADING=1\nSTATUS=reading contacts and tokens again"); }

void ServiceManager::stopping() { tell("STOPPING=1\nSTATUS=finishing what is in flight"); }

void ServiceManager::alive() { tell("WATCHDOG=1"); }

}  // namespace headroom::app
