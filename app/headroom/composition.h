// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/config/state_dir.h"
#include "app/headroom/config.h"
#include "app/headroom/source_switch.h"
#include "monitor_core/base/clock.h"
#include "monitor_core/base/posix_file_system.h"
#include "monitor_core/notify/command_hook.h"
#include "monitor_core/notify/notifier_by_kind.h"
#include "monitor_core/notify/webhook.h"
#include "ui/desktop/attention.h"
#include "ui/feed/drill.h"
#include "ui/feed/switch_feed.h"
#include "ui/main_window.h"
#include "ui/models/fleet_model.h"
#include "ui/models/overview_model.h"
#include "ui/models/preferences_model.h"

#include <memory>
#include <optional>

namespace headroom {

/// Makes the dashboard's objects in order and stops them in reverse. Main thread.
class Composition {
public:
    /// `config` and `state` outlive the composition. With a peer the window shows that service, or
    /// the fleet that it knows, as `config` says.
    Composition(const Config& config, const StateDir& state, std::optional<ui::HttpPeer> peer = {});
    ~Composition();
    Composition(const Composition&) = delete;
    Composition& operator=(const Composition&) = delete;

    [[nodiscard]] ui::MainWindow& window() { return *window_; }

    /// Starts the source under the window, which may be on the screen already. Fails if the
    /// contacts file of the state folder has faults, which are all named, or if the program was
    /// built with a policy that it cannot read.
    Result<void> start();

private:
    void takeWelcome(ui::WelcomeChoice choice);
    void makeFleet();
    void openDepository(const QUrl& url);
    void closeDepository();

    const Config& config_;
    SystemClock clock_;
    PosixFileSystem files_;
    Webhook webhook_;
    CommandHook commandHook_;
    NotifierByKind notifier_ { webhook_, commandHook_ };
    SourceSwitch sources_;
    ui::SwitchFeed screen_;  ///< what the window shows: the source, or a drill in front of it
    ui::Drill drill_ { screen_, clock_ };
    ui::FleetFeed fleet_;  ///< asks nobody until a server is named
    ui::FleetModel fleetModel_ { fleet_, clock_ };
    QString fleetCaFile_;  ///< for the depositories of the fleet too
    std::optional<ui::SourceChoice> beforeOpened_;  ///< shown before one of the fleet was opened
    std::unique_ptr<ui::PreferencesModel> preferences_;
    ui::OverviewModel model_;
    std::unique_ptr<ui::MainWindow> window_;
    std::unique_ptr<ui::Attention> attention_;  ///< none for a picture
};

}  // namespace headroom
