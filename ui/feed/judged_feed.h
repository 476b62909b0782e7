// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/rejudge.h"
#include "ui/feed/local_thresholds.h"
#include "ui/feed/switch_feed.h"

#include <QThreadPool>

#include <memory>

namespace headroom::ui {

/// A service whose readings this dashboard judges by thresholds of its own, once somebody has saved
/// some: for its screens only. Gate, alerts and history stay the service's, commands still go to
/// it, and keeping a local copy sends nothing. Lives in the main thread.
class JudgedFeed final : public SwitchFeed {
    Q_OBJECT
public:
    /// `service` outlives the feed.
    JudgedFeed(
        Feed& service, std::unique_ptr<LocalThresholdStore> store, QObject* parent = nullptr);
    ~JudgedFeed() override;

    [[nodiscard]] SnapshotPtr latest() const override;
    /// With "judged by local thresholds" while that makes a difference: every screen names its
    /// source.
    [[nodiscard]] QString sourceText() const override;
    [[nodiscard]] JudgedFeed* judged() override { return this; }

    /// The snapshot as the service judged it.
    [[nodiscard]] SnapshotPtr ofService() const { return service_.latest(); }
    [[nodiscard]] QString serviceText() const { return service_.sourceText(); }
    [[nodiscard]] const LocalThresholds& local() const { return local_; }
    /// Whether the screens judge otherwise than the service.
    [[nodiscard]] bool isJudgedLocally() const;

    /// Keeps a copy in this dashboard, or drops it; the answer comes as localSaved(). Never asks
    /// the service anything.
    void saveLocal(const std::optional<EditableThresholds>& wanted, const std::string& actor,
        const std::string& reason);

Q_SIGNALS:
    /// `error` is empty when it is kept, else a sentence for people.
    void localSaved(const QString& error);

private:
    void take(const LocalThresholds& local);

    Feed& service_;
    std::unique_ptr<LocalThresholdStore> store_;
    LocalThresholds local_;
    mutable Rejudge rejudge_;  ///< latest() judges a snapshot when it is first asked for
    mutable SnapshotPtr judgedFrom_;
    mutable SnapshotPtr judged_;
    QThreadPool disk_;
};

}  // namespace headroom::ui
