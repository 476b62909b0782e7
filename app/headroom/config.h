// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/base/workload_settings.h"
#include "ui/theme.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <string>
#include <variant>

namespace headroom {

/// What the command line asked for, checked.
struct Config {
    bool wall = false;
    QString page;  ///< empty: the first
    std::optional<ui::ThemeKind> theme;
    QString language;  ///< a code of ui::languages() or "system"; empty: as last time
    std::optional<QSize> size;
    // Of the wall; empty: as window.ini says.
    std::optional<QString> screen;
    std::optional<QStringList> rotation;
    std::optional<std::chrono::seconds> rotateEvery;
    std::optional<bool> pixelShift;
    std::optional<bool> sound;
    std::string stateDir;  ///< empty: the user's, or a temporary one for a picture
    std::string filesystemPath;  ///< empty: none was given
    std::optional<std::string> postgres;  ///< a database's checked settings
    bool isWorkloadGiven = false;  ///< as the source, whatever was remembered
    bool isWelcomeAsked = false;  ///< by name, also when somebody was here before
    /// Somebody who is here for the first time is welcomed: nothing was asked for that would say
    /// where to begin.
    bool mayWelcome = false;
    WorkloadSettings workload;
    std::string connectUrl;  ///< of a service, checked; empty: the core is in this process
    std::string fleetUrl;  ///< of a Prometheus server, checked; empty: none. Never with connectUrl
    std::string tokenFile;  ///< for either; empty: none
    std::string caFile;  ///< for either, PEM; empty: the system's
    std::string screenshotFile;  ///< empty: none
    std::chrono::milliseconds screenshotAfter { 3000 };
};

/// The program is over before it began: --help, --version, or a mistake.
struct EarlyExit {
    int code = 0;
    std::string text;  ///< for stdout if code is 0, else for stderr
};

inline constexpr int kExitUsage = 2;

/// Reads the command line; needs no QApplication.
[[nodiscard]] std::variant<Config, EarlyExit> readConfig(int argc, const char* const* argv);

}  // namespace headroom
