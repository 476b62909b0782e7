// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>

namespace headroom::ui {

/// Where readings can come from.
enum class SourceKind : std::uint8_t {
    Workload,  ///< a small depository of Headroom's own
    Filesystem,  ///< a folder of artifacts
    Postgres,  ///< a database
    Service,  ///< a Headroom service, current or older
    Fleet,  ///< many of them, through a Prometheus server
};
inline constexpr std::size_t kSourceKinds = 5;

/// Which source a person wants. There is never a secret in it.
struct SourceChoice {
    SourceKind kind = SourceKind::Workload;
    /// The folder, libpq's conninfo, or the address; empty for the workload.
    QString place;
    QString caFile;  ///< PEM, for an address; empty: the system's authorities
    bool isAtRest = false;  ///< the workload begins without writers

    bool operator==(const SourceChoice&) const = default;
};

/// "local workload", "the folder /srv/depository", "https://depot.example.org:8000".
[[nodiscard]] QString nameOf(const SourceChoice& choice);

}  // namespace headroom::ui
