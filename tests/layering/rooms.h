// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace headroom::layering {

enum class Purity {
    Free,
    Pure,  ///< opens no file and no socket, and is told the time
};

/// What the files that `files` matches may include. `*` matches within a folder, `**` through
/// folders. The first row that matches a file is its rule; a file that none matches is an error, so
/// that a new room is closed until it is listed here. Files of one folder of monitor_core or ui may
/// always include each other; a source includes no other source.
struct Room {
    std::string_view files;
    /// Rooms of monitor_core by name, `doors` (its own headers), `values`, or paths.
    std::string_view ours;
    std::string_view others;  ///< libraries; in monitor_core only ever in .cpp files and detail/
    Purity purity = Purity::Free;
};

/// What a screen may know of the core; `values` in the table.
inline constexpr std::string_view kValues
    = "doors base policy monitor_core/metrics/catalog.h monitor_core/metrics/alert_type.h "
      "monitor_core/certification/*.h monitor_core/simulation/scenario.h "
      "monitor_core/simulation/scenario_text.h monitor_core/simulation/simulation.h";

// The style's table of who may include whom, with the exceptions of docs/design.md.
inline constexpr Room kRooms[] = {
    // clang-format off
    {"monitor_core/base/**",                    "",                                      ""},
    {"monitor_core/metrics/**",                 "base",                                  "", Purity::Pure},
    {"monitor_core/policy/*_json.cpp",          "base metrics",                          "Boost", Purity::Pure},
    {"monitor_core/policy/detail/**",           "base metrics",                          "Boost", Purity::Pure},
    {"monitor_core/policy/**",                  "base metrics",                          "", Purity::Pure},
    {"monitor_core/rules/**",                   "base metrics policy",                   "", Purity::Pure},
    {"monitor_core/gate/**",                    "base metrics doors",                    "", Purity::Pure},
    {"monitor_core/alerts/**",                  "base metrics doors",                    "", Purity::Pure},
    {"monitor_core/notify/**",                  "base doors",                            "curl"},
    {"monitor_core/sources/headroom_v0_json.cpp", "base metrics",                        "Boost"},
    {"monitor_core/sources/http_fetcher.cpp",   "base metrics",                          "curl"},
    {"monitor_core/sources/postgres_connection.cpp", "base metrics",                     "libpq"},
    {"monitor_core/sources/postgres_conninfo.cpp", "base metrics",                       "libpq"},
    {"monitor_core/sources/**",                 "base metrics monitor_core/recorder.h monitor_core/observations.h", ""},
    {"monitor_core/history/**",                 "base metrics doors",                    "SQLite OpenSSL xxHash"},
    {"monitor_core/audit/**",                   "base metrics doors",                    "SQLite OpenSSL"},
    {"monitor_core/storage/**",                 "base metrics doors policy alerts audit history certification", ""},
    {"monitor_core/certification/**",           "base metrics doors",                    "SQLite OpenSSL"},
    {"monitor_core/api/**",                     "base metrics doors gate policy certification", "Boost OpenSSL"},
    {"monitor_core/recorder.*",                 "base metrics gate monitor_core/recorder.h monitor_core/snapshot.h", ""},
    {"monitor_core/*.h",                        "base metrics doors",                    ""},
    {"monitor_core/monitor.cpp",                "base metrics doors tick policy gate alerts notify sources history audit storage certification", ""},
    {"monitor_core/*.cpp",                      "base metrics doors policy gate alerts notify sources history audit storage certification", ""},
    {"monitor_core/simulation/**",              "base metrics doors policy gate alerts tick monitor_core/recorder.h", "", Purity::Pure},
    {"monitor_core/tick/**",                    "base metrics doors policy monitor_core/sources/source.h", ""},

    {"ui/moc_prelude.h",                        "",                                      ""},
    {"ui/theme.*",                              "values ui/theme.h",                     "Qt"},
    {"ui/text/**",                              "values",                                "Qt"},
    {"ui/feed/**",                              "values",                                "Qt"},
    {"ui/models/**",                            "values ui/feed/** ui/text/**",          "Qt"},
    {"ui/widgets/**",                           "values ui/text/** ui/theme.h",          "Qt"},
    {"ui/report/**",                            "values ui/feed/** ui/models/** ui/text/** ui/theme.h", "Qt"},
    {"ui/views/**",                             "values ui/feed/** ui/models/** ui/report/** ui/text/** ui/theme.h ui/widgets/**", "Qt"},
    {"ui/desktop/**",                           "values ui/feed/** ui/models/** ui/text/** ui/theme.h ui/widgets/paint.h ui/main_window.h", "Qt"},
    {"ui/screen_saver.*",                       "ui/screen_saver.h",                     "Qt"},
    {"ui/main_window*",                         "values ui/**",                          "Qt"},

    {"app/headroom/secret_store.cpp",           "app/**",                                "Qt QtKeychain"},
    {"app/headroomd/**",                        "monitor_core/** app/**",                "Boost CLI11 OpenSSL spdlog systemd"},
    {"app/**",                                  "monitor_core/** ui/** app/**",          "Qt Boost CLI11 OpenSSL spdlog"},
    // clang-format on
};

}  // namespace headroom::layering
