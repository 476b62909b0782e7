// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/alert_board.h"
#include "monitor_core/base/result.h"
#include "monitor_core/commands.h"
#include "monitor_core/snapshot.h"

#include <QObject>

namespace headroom::ui {

/// Where a screen's snapshots come from; views cannot tell which feed it is. Lives in the main
/// thread.
class Feed : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// The newest snapshot, or null before the first.
    [[nodiscard]] virtual SnapshotPtr latest() const = 0;
    /// What is being done about it; null until it is known.
    [[nodiscard]] virtual AlertBoardPtr alerts() const = 0;
    /// "embedded", "remote eu-1".
    [[nodiscard]] virtual QString sourceText() const = 0;
    /// Asks for something; the answer comes as commandFinished(). Never blocks.
    virtual void submit(const Command& command) = 0;

Q_SIGNALS:
    /// A newer snapshot is there. Several that came while the main thread was busy are one signal.
    void snapshotChanged();
    /// alerts() may be another board.
    void alertsChanged();
    /// `error` is empty when the command took effect, else a sentence for people.
    void commandFinished(const QString& error);
};

}  // namespace headroom::ui
