// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace headroom::app {

/// What systemd wants to know of a service of Type=notify. Does nothing where nobody listens. Main
/// thread.
class ServiceManager {
public:
    /// Takes the watchdog's interval out of the environment.
    ServiceManager();

    void ready(const std::string& status);
    void reloading();
    void stopping();
    /// "I am at work".
    void alive();

    /// How often alive() is due, half of what the unit allows; empty without a watchdog.
    [[nodiscard]] std::optional<std::chrono::milliseconds> aliveEvery() const { return every_; }

private:
    std::optional<std::chrono::milliseconds> every_;
};

}  // namespace headroom::app
