// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/base/result.h"
#include "monitor_core/snapshot.h"
#include "ui/feed/remote_json.h"

#include <QByteArray>

#include <string>

namespace headroom::ui {

/// A snapshot as a service sent it, in this machine's time.
struct RemoteSnapshot {
    Snapshot snapshot;
    std::string instance;  ///< of this run of the service
    std::string programVersion;
    SystemTime remoteAt {};  ///< when it was made, by the service's clock
};

/// Reads the JSON of /api/v1 (monitor_core/api/API.md), which may be hostile: anything that does
/// not fit makes the whole unreadable, and a sentence says what. Unsupported for another major
/// version of the interface; another minor one is read, and what it has besides is not looked at.
///
/// What was measured so long before the snapshot was made is that old when it comes: clocks are not
/// compared. A reading that would claim to be fresh for longer than a minute does not.
[[nodiscard]] Result<RemoteSnapshot> readSnapshot(const QByteArray& json, ReceivedAt received);
[[nodiscard]] Result<RemoteSnapshot> readSnapshot(const QJsonObject& json, ReceivedAt received);

/// The same snapshot with nothing left that could be believed: every level Unknown, every reading
/// stale, the last ones kept to be shown as such.
[[nodiscard]] SnapshotPtr withdrawn(const Snapshot& snapshot, const std::string& why);

/// The same snapshot with nothing in it fresher than late: its service has not been heard for a
/// while.
[[nodiscard]] SnapshotPtr late(const Snapshot& snapshot);

/// Breaks the audit trail of the snapshot for this screen: it is not the one that was seen before.
void distrustAudit(Snapshot& snapshot, const std::string& why);

}  // namespace headroom::ui
