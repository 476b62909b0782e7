// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/config/state_dir.h"
#include "app/headroomd/change_log.h"
#include "app/headroomd/serve_options.h"
#include "monitor_core/api/access.h"
#include "monitor_core/api/api_context.h"
#include "monitor_core/api/event_stream.h"
#include "monitor_core/api/http_service.h"
#include "monitor_core/api/proxy_intake.h"
#include "monitor_core/api/routes.h"
#include "monitor_core/api/syslog_receiver.h"
#include "monitor_core/base/clock.h"
#include "monitor_core/base/posix_file_system.h"
#include "monitor_core/monitor.h"
#include "monitor_core/notify/command_hook.h"
#include "monitor_core/notify/notifier_by_kind.h"
#include "monitor_core/notify/webhook.h"
#include "monitor_core/policy/escalation_policy.h"
#include "monitor_core/policy/threshold_policy.h"
#include "monitor_core/recorder.h"
#include "monitor_core/slow_query_log.h"
#include "monitor_core/storage/storage.h"

#include <memory>
#include <string>

namespace headroom::app {

/// Makes the service's objects in order and stops them in reverse. Main thread.
class Service {
public:
    /// `options` and `state` outlive the service.
    Service(const ServeOptions& options, const StateDir& state, std::string version);
    ~Service();
    Service(const Service&) = delete;
    Service& operator=(const Service&) = delete;

    /// Everything but the door to the network, which open() opens last. Faults of files that people
    /// write: InvalidArgument or Refused.
    Result<void> start();
    /// Unavailable when the address is in use.
    Result<void> open();
    /// "http://127.0.0.1:8000", after open().
    [[nodiscard]] std::string url() const;

    /// Reads contacts and tokens again. Both are in force, or the old ones stay and the error says
    /// why.
    Result<void> reload();

    /// Whether the monitor has published lately; else the watchdog should have us.
    [[nodiscard]] bool isAlive() const;

private:
    [[nodiscard]] Result<EscalationPolicy> readContacts() const;
    [[nodiscard]] Result<std::vector<api::StoredToken>> readTokens() const;
    [[nodiscard]] StorageSettings storageSettings(const EscalationPolicy& escalation) const;
    [[nodiscard]] AlertRules rulesFrom(const EscalationPolicy& escalation) const;
    [[nodiscard]] std::vector<std::unique_ptr<Source>> makeSources();
    void makeSyslog();
    void makeApi(const EscalationPolicy& escalation, std::vector<api::StoredToken> tokens);

    const ServeOptions& options_;
    const StateDir& state_;
    std::string version_;
    SystemClock clock_;
    PosixFileSystem files_;
    Webhook webhook_;
    CommandHook commandHook_;
    NotifierByKind notifier_ { webhook_, commandHook_ };
    SlowQueryLog slowQueries_;
    ThresholdPolicy certified_;
    Observations* observations_ = nullptr;  ///< one of the monitor's sources
    std::unique_ptr<Recorder> recorder_;
    std::unique_ptr<Storage> storage_;
    std::unique_ptr<Monitor> monitor_;
    ChangeLog changes_;
    Subscription changesSubscription_;
    std::unique_ptr<api::ApiContext> context_;
    std::unique_ptr<api::EventStream> events_;
    std::unique_ptr<api::RouteTable> routes_;
    std::unique_ptr<api::AccessControl> access_;
    std::unique_ptr<api::HttpService> http_;
    std::unique_ptr<api::ProxyIntake> proxyIntake_;  ///< null without --syslog
    std::unique_ptr<api::SyslogReceiver> syslog_;  ///< null without --syslog
};

}  // namespace headroom::app
