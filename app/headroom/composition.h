// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/config/state_dir.h"
#include "app/headroom/config.h"
#include "monitor_core/base/clock.h"
#include "monitor_core/base/posix_file_system.h"
#include "monitor_core/monitor.h"
#include "monitor_core/notify/command_hook.h"
#include "monitor_core/notify/notifier_by_kind.h"
#include "monitor_core/notify/webhook.h"
#include "monitor_core/policy/threshold_policy.h"
#include "monitor_core/recorder.h"
#include "monitor_core/storage/storage.h"
#include "ui/desktop/attention.h"
#include "ui/feed/local_feed.h"
#include "ui/feed/remote_feed.h"
#include "ui/feed/service_feed.h"
#include "ui/feed/switch_feed.h"
#include "ui/main_window.h"
#include "ui/models/fleet_model.h"
#include "ui/models/overview_model.h"

#include <filesystem>
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

    /// Starts the core under the window, which may be on the screen already; nothing when the
    /// window shows a service. Fails if the contacts file of the state folder has faults, which are
    /// all named, or if the program was built with a policy that it cannot read.
    Result<void> start();

private:
    Result<void> startCore();
    void makeFleet(std::optional<ui::HttpPeer> peer);
    void openDepository(const QUrl& url);
    ui::Feed* makeFeed(ui::ServiceKind kind);
    [[nodiscard]] ui::Feed& shownFeed();
    /// Where history, alerts and audit trail of what is shown lie.
    [[nodiscard]] std::filesystem::path recordsDirectory() const;
    [[nodiscard]] Result<StorageSettings> storageSettings(const ThresholdPolicy& policy) const;
    [[nodiscard]] std::unique_ptr<Source> makeSource(const ThresholdPolicy& policy);

    const Config& config_;
    const StateDir& state_;
    SystemClock clock_;
    PosixFileSystem files_;
    Webhook webhook_;
    CommandHook commandHook_;
    NotifierByKind notifier_ { webhook_, commandHook_ };
    std::optional<ui::HttpPeer> peer_;
    ui::LocalFeed feed_;
    std::unique_ptr<ui::RemoteFeed> remote_;  ///< once the service is known to be a current one
    std::unique_ptr<ui::ServiceFeed> service_;  ///< with a peer only
    std::unique_ptr<ui::SwitchFeed>
        switch_;  ///< with --fleet only: here, or the one that was opened
    std::unique_ptr<ui::FleetFeed> fleet_;  ///< with --fleet only
    QList<QSslCertificate> fleetAuthorities_;
    std::unique_ptr<ui::FleetModel> fleetModel_;
    ui::OverviewModel model_;
    std::unique_ptr<ui::MainWindow> window_;
    std::unique_ptr<ui::Attention> attention_;  ///< none for a picture
    std::unique_ptr<Recorder> recorder_;
    std::unique_ptr<Storage> storage_;
    std::unique_ptr<Monitor> monitor_;
};

}  // namespace headroom
