// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/simulation/simulation.h"
#include "ui/feed/simulated_feed.h"
#include "ui/feed/switch_feed.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <optional>

namespace headroom::ui {

/// A simulation in front of everybody: puts it behind the screen's feed for at most 15 minutes,
/// while the real source goes on being watched. A real ORANGE or RED, or a source that is no longer
/// heard, ends it at once. Start and end are audited by an embedded core before they can be seen;
/// a service is told nothing, and the drill says so. Kept nowhere, so that no restart finds it.
/// Lives in the main thread.
class Drill : public QObject {
    Q_OBJECT
public:
    static constexpr std::chrono::minutes kLongest { 15 };
    /// How long the screen says why a drill ended.
    static constexpr std::chrono::seconds kNoticeShown { 60 };

    /// `screen` and `clock` outlive the drill.
    Drill(SwitchFeed& screen, const Clock& clock, QObject* parent = nullptr);
    /// Ends a running one.
    ~Drill() override;

    /// Begins once it is audited: began(), or refused().
    void begin(std::shared_ptr<const Simulation> simulation, std::chrono::nanoseconds from,
        double speed, const QString& actor);
    /// A person ends it. Nothing when none is running.
    void end();
    /// Time has passed; called by itself a few times a second.
    void tick();

    [[nodiscard]] bool isRunning() const { return simulated_ != nullptr; }
    /// What is behind the screen when no drill is.
    [[nodiscard]] Feed* real() const;
    [[nodiscard]] const Feed& screen() const { return screen_; }
    /// "drill stopped: live RED", for a while after it ended by itself; else empty.
    [[nodiscard]] QString notice() const;

Q_SIGNALS:
    void began();
    void ended();
    /// A sentence for people.
    void refused(const QString& why);

private:
    /// What has been asked for and waits for its audit record.
    struct Wanted {
        std::shared_ptr<const Simulation> simulation;
        std::chrono::nanoseconds from { 0 };
        double speed = 1;
        QString actor;
    };

    /// Why there is no drill: people read it in their language, the audit trail has it in one.
    struct Why {
        const char* text = nullptr;  ///< source text of a translation; null: there is none
        std::optional<Level> level {};  ///< for its %1

        [[nodiscard]] bool isThere() const { return text != nullptr; }
        [[nodiscard]] QString shown() const;
        [[nodiscard]] QString recorded() const;
    };

    void takeAnswer(const QString& error);
    void put(const Wanted& wanted, bool isRecorded);
    void watch();
    void finish(const Why& why, bool isByItself);
    void record(bool begins, const QString& note);
    /// Nothing when there can be a drill now.
    [[nodiscard]] Why whyNot() const;

    SwitchFeed& screen_;
    const Clock& clock_;
    QTimer timer_;
    std::optional<Wanted> wanted_;  ///< until it is answered
    std::optional<Wanted> running_;
    SimulatedFeed* simulated_ = nullptr;  ///< a child while a drill runs
    QPointer<Feed> real_;  ///< what it stands in front of
    SteadyTime endsAt_ {};
    bool isRecorded_ = false;
    QString notice_;
    SteadyTime noticedAt_ {};
};

}  // namespace headroom::ui
