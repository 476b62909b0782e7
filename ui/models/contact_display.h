// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/alert_board.h"
#include "ui/feed/contact.h"
#include "ui/text/display.h"

namespace headroom::ui {

/// The band over the whole window; empty while all is well. `otherSource`: why the source is
/// another one than a person chose.
[[nodiscard]] ContactDisplay makeContact(
    const FeedContact& contact, SteadyTime now, const QString& otherSource = {});

/// The snapshot without anything that could be believed: every reading stale, every level Unknown.
/// What it said stays as what was. Null for null.
[[nodiscard]] SnapshotPtr withdrawn(const SnapshotPtr& snapshot, const FeedContact& contact);

/// The alerts card while nobody knows how they stand.
[[nodiscard]] AlertsDisplay makeLostAlerts(
    const AlertBoard* board, const FeedContact& contact, const QString& source);

/// "1:00:03 ahead", "0:12 behind".
[[nodiscard]] QString clockOffsetText(const FeedContact& contact);

}  // namespace headroom::ui
