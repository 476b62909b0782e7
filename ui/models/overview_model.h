// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/base/clock.h"
#include "ui/feed/drill.h"
#include "ui/models/forecast_watch.h"
#include "ui/models/gauge_display.h"
#include "ui/models/history_prefill.h"
#include "ui/models/live_series.h"
#include "ui/models/preferences_model.h"
#include "ui/text/display.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <array>
#include <optional>

namespace headroom::ui {

class SourceDesk;
class FleetModel;

/// What the wall and the overview show: the feed's newest snapshot, seen by a clock that runs
/// without it, so that everything grows stale when nothing arrives. Changes at most ten times a
/// second. Lives in the main thread.
class OverviewModel : public QObject {
    Q_OBJECT
public:
    /// `feed` and `clock` outlive the model.
    OverviewModel(Feed& feed, const Clock& clock, QObject* parent = nullptr);

    [[nodiscard]] const OverviewDisplay& display() const { return display_; }
    [[nodiscard]] SnapshotPtr snapshot() const { return feed_.latest(); }
    [[nodiscard]] Feed& feed() { return feed_; }
    [[nodiscard]] const Clock& clock() const { return clock_; }
    /// What plays simulations in front of everybody; null where there is none. It outlives the
    /// model.
    void setDrill(Drill* drill);
    [[nodiscard]] Drill* drill() const { return drill_; }
    /// Where sources are chosen; null where there is nothing to choose. It outlives its use here.
    [[nodiscard]] SourceDesk* sourceDesk() const { return sourceDesk_; }
    void setSourceDesk(SourceDesk* desk) { sourceDesk_ = desk; }
    /// How people like it here; a window sees to it that there are some.
    [[nodiscard]] PreferencesModel* preferences() const { return preferences_; }
    void setPreferences(PreferencesModel* preferences) { preferences_ = preferences; }
    /// The fleet that this screen may show besides; null: no server is named. It outlives this
    /// model.
    [[nodiscard]] FleetModel* fleet() const { return fleet_; }
    void setFleet(FleetModel* fleet) { fleet_ = fleet; }
    [[nodiscard]] const ForecastState& forecast() const { return forecast_.state(); }

    /// A screen that nobody sees costs nothing: no clock, no display; what arrives is still
    /// remembered for its charts.
    void setActive(bool active);

    /// A person has it: sends the command under the name of who is logged in. A refusal stands on
    /// the alerts card for a while; a wall has no dialogs.
    void acknowledge(const QString& alertId);

    /// What stands at the foot of the wall besides: "sound muted until 14:18".
    void setNotice(const QString& notice);

    /// Why what is shown is another source than a person chose; empty: it is that one. It stands in
    /// the band over the whole window.
    void setOtherSource(const QString& why);

    /// The clock has moved on; called on every full second while active.
    void tick();

Q_SIGNALS:
    /// display() is another one now.
    void changed();

private:
    /// What people are waiting to see change.
    struct Judgement {
        std::array<Level, kMetricCount> levels {};
        GateState gate = GateState::Open;

        bool operator==(const Judgement&) const = default;
    };
    [[nodiscard]] static Judgement judgementOf(const Snapshot& snapshot);

    void takeSnapshot();
    void takeAnswer(const QString& error);
    void refreshSoon();
    void refreshAfter(std::chrono::milliseconds pause);
    void refresh();
    void refreshForecast(SteadyTime now);
    void refreshPast(const SnapshotPtr& snapshot, SteadyTime now);
    void refreshClock(const SnapshotPtr& snapshot, SteadyTime now);
    void refreshAlerts(const SnapshotPtr& snapshot, SteadyTime now);
    /// The feed's newest; nothing in it is to be believed while there is no contact.
    [[nodiscard]] SnapshotPtr believable() const;
    void takeContact();
    void takeSource();
    void armSecondTimer();

    Feed& feed_;
    const Clock& clock_;
    Drill* drill_ = nullptr;
    SourceDesk* sourceDesk_ = nullptr;
    QPointer<PreferencesModel> preferences_;
    FleetModel* fleet_ = nullptr;
    LiveSeriesSet series_;
    HistoryPrefill prefill_;
    ForecastWatch forecast_;
    std::array<GaugePast, 4> past_;
    OverviewDisplay display_;
    QTimer secondTimer_;
    QTimer throttle_;
    SteadyTime refreshedAt_ {};
    Judgement judgement_;  ///< of the newest snapshot
    std::int64_t pastSecond_ = -1;
    std::array<Level, kMetricCount> pastLevels_ {};
    std::int64_t clockSecond_ = -1;
    bool active_ = true;
    QString notice_;
    QString otherSource_;
    bool isAcknowledging_ = false;
    std::optional<QString> refusal_;
    SteadyTime refusedAt_ {};
};

}  // namespace headroom::ui
