// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headroomd/service.h"

#include "app/certified_policy.h"
#include "app/config/contacts_file.h"
#include "app/config/owned_file.h"
#include "app/config/token_file.h"
#include "app/headroomd/log.h"
#include "app/platforms.h"
#include "monitor_core/api/handlers_contract.h"
#include "monitor_core/api/handlers_v1.h"
#include "monitor_core/api/openapi.h"
#include "monitor_core/policy/policy_json.h"
#include "monitor_core/sources/filesystem_source.h"
#include "monitor_core/sources/postgres_source.h"
#include "monitor_core/sources/pushed_source.h"
#include "monitor_core/sources/workload_source.h"
#include "monitor_core/storage/threshold_files.h"

#include <fstream>
#include <iterator>
#include <utility>

namespace headroom::app {

using namespace std::chrono_literals;

namespace {

// The monitor publishes every second.
constexpr auto kDeadAfter = 5s;

/// Certificate tools keep keys behind links, and Debian those of a group at 0640.
constexpr FileRules kTlsKey { Readers::Group, true, 1024UL * 1024, "pose as this service" };

}  // namespace

Service::Service(const ServeOptions& options, const StateDir& state, std::string version)
    : options_(options)
    , state_(state)
    , version_(std::move(version))
{
}

Service::~Service()
{
    // First nobody may ask any more, then nothing measures, then what waits is written. Only then
    // go the objects, last made first: a late answer of one of these threads may still look at
    // them.
    if (http_) {
        http_->stop();
    }
    if (syslog_) {
        syslog_->stop();
    }
    if (monitor_) {
        monitor_->stop();
    }
    if (storage_) {
        storage_->stop();
    }
}

Result<void> Service::start()
{
    auto certified = policyFromJson(certifiedPolicyText());
    if (!certified) {
        return certified.error();
    }
    certified_ = *std::move(certified);
    const auto escalation = readContacts();
    if (!escalation) {
        return escalation.error();
    }
    auto tokens = readTokens();
    if (!tokens) {
        return tokens.error();
    }
    if (!options_.tlsKey.empty()) {
        if (const auto key = readOwnedFile(options_.tlsKey, kTlsKey); !key) {
            return key.error();
        }
    }
    const auto inForce = loadThresholds(files_, state_.path(), certified_);
    recorder_ = std::make_unique<Recorder>(inForce.policy.gate, inForce.policy.windows, clock_);
    storage_ = std::make_unique<Storage>(storageSettings(*escalation), files_, clock_, &notifier_);
    storage_->start();
    monitor_
        = std::make_unique<Monitor>(inForce, *recorder_, makeSources(), clock_, storage_.get());
    changesSubscription_
        = monitor_->subscribe([this](const SnapshotPtr& snapshot) { changes_.take(*snapshot); });
    makeApi(*escalation, *std::move(tokens));
    makeSyslog();
    monitor_->start();
    return {};
}

Result<void> Service::open()
{
    if (syslog_) {
        if (auto opened = syslog_->start(); !opened) {
            return opened;
        }
        const auto& where = options_.syslog;
        logInfo("a proxy's access log is taken on "
            + (where.path.empty() ? where.address + ':' + std::to_string(syslog_->port())
                                  : "unix:" + where.path));
    }
    return http_->start();
}

std::string Service::url() const
{
    const bool isSix = options_.address.find(':') != std::string::npos;
    return (options_.tlsCertificate.empty() ? "http://" : "https://")
        + (isSix ? '[' + options_.address + ']' : options_.address) + ':'
        + std::to_string(http_->port());
}

Result<void> Service::reload()
{
    const auto escalation = readContacts();
    if (!escalation) {
        return escalation.error();
    }
    auto tokens = readTokens();
    if (!tokens) {
        return tokens.error();
    }
    auto changed = storage_->changeRules(rulesFrom(*escalation));
    if (changed) {
        access_->replaceTokens(*std::move(tokens));
        context_->escalation.replace(*escalation);
    }
    return changed;
}

bool Service::isAlive() const
{
    const auto snapshot = monitor_->latest();
    return snapshot && clock_.steadyNow() - snapshot->at < kDeadAfter;
}

Result<EscalationPolicy> Service::readContacts() const
{
    return options_.contacts.empty() ? contactsOfState(state_.path())
                                     : contactsFromFile(options_.contacts);
}

Result<std::vector<api::StoredToken>> Service::readTokens() const
{
    if (!options_.tokenFile.empty()) {
        return tokensFromFile(options_.tokenFile);
    }
    auto admin = adminTokenOfState(state_.path());
    if (!admin) {
        return admin.error();
    }
    return std::vector { *std::move(admin) };
}

StorageSettings Service::storageSettings(const EscalationPolicy& escalation) const
{
    StorageSettings settings;
    settings.directory = state_.path();
    settings.limits = certified_.limits;
    settings.rules = rulesFrom(escalation);
    std::ifstream("/proc/sys/kernel/random/boot_id") >> settings.bootId;
    return settings;
}

AlertRules Service::rulesFrom(const EscalationPolicy& escalation) const
{
    AlertRules rules;
    rules.matrix = escalation.matrix;
    rules.contacts = escalation.contacts;
    rules.storageStaleAfter = certified_.gate.storageStaleAfter;
    return rules;
}

std::vector<std::unique_ptr<Source>> Service::makeSources()
{
    std::vector<std::unique_ptr<Source>> sources;
    if (!options_.filesystem.empty()) {
        const auto limit = certified_.limits[indexOf(Metric::TotalStorage)];
        sources.push_back(std::make_unique<FilesystemSource>(
            options_.filesystem.string(), Bytes { static_cast<std::int64_t>(limit) }, clock_));
    }
    if (const auto settings = postgresSettings(options_.postgres);
        settings && !options_.postgres.empty()) {
        const auto limit = certified_.limits[indexOf(Metric::TotalStorage)];
        // What goes through this service is counted here, each write of it.
        const auto measures
            = options_.isPushed ? PostgresMeasures::Stored : PostgresMeasures::Everything;
        sources.push_back(std::make_unique<PostgresSource>(*settings,
            Bytes { static_cast<std::int64_t>(limit) }, clock_,
            PostgresSource::Options { measures, storageMarksOfPlatform(settings->platform) }));
    }
    if (options_.isWorkload) {
        sources.push_back(std::make_unique<WorkloadSource>(
            state_.path() / "workload", WorkloadSettings {}, *recorder_, clock_));
    }
    if (options_.isPushed) {
        auto pushed = std::make_unique<PushedSource>(clock_);
        // What the folder or database says of storage is measured; nobody may tell otherwise.
        const bool isMeasured = !options_.filesystem.empty() || !options_.postgres.empty();
        observations_ = isMeasured ? nullptr : pushed.get();
        sources.push_back(std::move(pushed));
    }
    return sources;
}

void Service::makeSyslog()
{
    if (!options_.syslog.isWanted()) {
        return;
    }
    proxyIntake_ = std::make_unique<api::ProxyIntake>(*context_, options_.syslogCaller);
    api::SyslogEvents events;
    events.onDatagram = [this](std::string_view bytes) { proxyIntake_->take(bytes); };
    events.onOversized = [this] { ++context_->ingest->proxyOversized; };
    events.onDropped = [this](std::uint64_t more) { context_->ingest->proxyDropped += more; };
    syslog_ = std::make_unique<api::SyslogReceiver>(
        options_.syslog, api::kLongestProxyLine, std::move(events));
    context_->takeWaitingEnds = [this] { syslog_->takeWaiting(); };
}

void Service::makeApi(const EscalationPolicy& escalation, std::vector<api::StoredToken> tokens)
{
    context_.reset(new api::ApiContext { .monitor = *monitor_,
        .recorder = *recorder_,
        .observations = observations_,
        .slowQueries = slowQueries_,
        .clock = clock_,
        .certified = certified_,
        .escalation = escalation,
        .version = version_,
        .later = [this](std::function<void()> work) { return http_->later(std::move(work)); },
        .httpCounters = [this] { return http_->counters(); } });
    context_->products->configure(options_.products);
    auto rows = api::contractRoutes(*context_);
    auto more = api::v1Routes(*context_);
    rows.insert(
        rows.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    api::addOpenApi(rows, version_);
    routes_ = std::make_unique<api::RouteTable>(std::move(rows));
    events_ = std::make_unique<api::EventStream>(*context_);

    api::AccessSettings who;
    who.tokens = std::move(tokens);
    who.isOpenOnLoopback = options_.tokenFile.empty();
    who.hosts = options_.hosts;
    who.origins = options_.origins;
    access_ = std::make_unique<api::AccessControl>(std::move(who), clock_);

    api::HttpSettings settings;
    settings.address = options_.address;
    settings.port = options_.port;
    settings.maxConnectionsPerAddress = options_.connectionsPerAddress;
    settings.tlsCertificateFile = options_.tlsCertificate.string();
    settings.tlsKeyFile = options_.tlsKey.string();
    http_ = std::make_unique<api::HttpService>(
        std::move(settings), *routes_, *access_, events_.get(), clock_);
}

}  // namespace headroom::app
