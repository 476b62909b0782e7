// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headroom/composition.h"

#include "app/certified_policy.h"
#include "app/config/contacts_file.h"
#include "app/headroom/service_connection.h"
#include "monitor_core/policy/policy_json.h"
#include "monitor_core/sources/filesystem_source.h"
#include "monitor_core/sources/workload_source.h"
#include "monitor_core/storage/threshold_files.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <cstdio>
#include <cstdlib>
#include <fstream>

namespace headroom {

namespace {

ui::WindowOptions windowOptions(const Config& config, const StateDir& state)
{
    constexpr QSize kPictureSize { 1920, 1080 };
    const bool isPicture = !config.screenshotFile.empty();
    ui::WindowOptions options;
    options.page = config.page;
    options.wall = config.wall;
    options.wallOfFleet = !config.fleetUrl.empty();
    options.theme = config.theme;
    options.size = config.size;
    options.fullScreen = !isPicture;
    options.screen = config.screen;
    options.rotation = config.rotation;
    options.rotateEvery = config.rotateEvery;
    options.pixelShift = config.pixelShift;
    if (isPicture) {
        options.size = config.size.value_or(kPictureSize);
    } else {
        options.settingsFile = QString::fromStdString((state.path() / "window.ini").string());
    }
    return options;
}

/// For its owner alone, like the state folder that it is in.
Result<void> makeRecordsFolder(const std::filesystem::path& folder)
{
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed) {
        return Error { ErrorCode::Io, "cannot create " + folder.string() + ": " + failed.message(),
            {} };
    }
    return {};
}

}  // namespace

Composition::Composition(
    const Config& config, const StateDir& state, std::optional<ui::HttpPeer> peer)
    : config_(config)
    , state_(state)
    , peer_(config.fleetUrl.empty() ? peer : std::nullopt)
    , feed_(QStringLiteral("embedded"), clock_)
    , model_(shownFeed(), clock_)
{
    if (!config.fleetUrl.empty()) {
        makeFleet(std::move(peer));
    }
    window_ = std::make_unique<ui::MainWindow>(model_, windowOptions(config, state));
    if (config.screenshotFile.empty()) {
        const bool hasSound = config.sound.value_or(window_->isSoundWanted());
        attention_ = std::make_unique<ui::Attention>(model_, *window_, hasSound);
    }
}

Composition::~Composition()
{
    feed_.detach();
    if (monitor_) {
        monitor_->stop();
    }
    monitor_.reset();
    if (storage_) {
        storage_->stop();
    }
    storage_.reset();
    recorder_.reset();
}

void Composition::makeFleet(std::optional<ui::HttpPeer> peer)
{
    ui::FleetSettings settings;
    fleetAuthorities_ = peer->authorities;
    settings.peer = std::move(*peer);
    settings.seed = QRandomGenerator::global()->generate();
    fleet_ = std::make_unique<ui::FleetFeed>(std::move(settings), clock_);
    fleetModel_ = std::make_unique<ui::FleetModel>(*fleet_, clock_);
    fleetModel_->setOpen([this](const QUrl& url) { openDepository(url); });
    model_.setFleet(fleetModel_.get());
}

void Composition::openDepository(const QUrl& url)
{
    ui::RemoteSettings settings;
    settings.peer.url = url;  // without a token: the fleet's server has another one
    settings.peer.authorities = fleetAuthorities_;
    settings.headFile = QString::fromStdString((state_.path() / "remote-heads.json").string());
    settings.seed = QRandomGenerator::global()->generate();
    auto opened = std::make_unique<ui::RemoteFeed>(std::move(settings), clock_);
    switch_->setInner(opened.get());
    remote_ = std::move(opened);
    window_->openPage(QStringLiteral("overview"));
}

ui::Feed& Composition::shownFeed()
{
    if (!config_.fleetUrl.empty()) {
        switch_ = std::make_unique<ui::SwitchFeed>();
        switch_->setInner(&feed_);
        return *switch_;
    }
    if (!peer_) {
        return feed_;
    }
    service_ = std::make_unique<ui::ServiceFeed>(
        *peer_, clock_, [this](ui::ServiceKind kind) { return makeFeed(kind); });
    return *service_;
}

ui::Feed* Composition::makeFeed(ui::ServiceKind kind)
{
    if (kind == ui::ServiceKind::Current) {
        ui::RemoteSettings settings;
        settings.peer = *peer_;
        settings.headFile = QString::fromStdString((state_.path() / "remote-heads.json").string());
        settings.seed = QRandomGenerator::global()->generate();
        remote_ = std::make_unique<ui::RemoteFeed>(std::move(settings), clock_);
        return remote_.get();
    }
    if (const auto started = startCore(); !started) {
        std::fprintf(stderr, "headroom: %s\n", started.error().text().c_str());
        QCoreApplication::exit(EXIT_FAILURE);
        return nullptr;
    }
    return &feed_;
}

std::filesystem::path Composition::recordsDirectory() const
{
    return peer_ ? folderOfService(state_.path(), config_.connectUrl) : state_.path();
}

std::unique_ptr<Source> Composition::makeSource(const ThresholdPolicy& policy)
{
    if (peer_) {
        return olderService(config_, *peer_, clock_);
    }
    if (!config_.filesystemPath.empty()) {
        const auto limit = policy.limits[indexOf(Metric::TotalStorage)];
        return std::make_unique<FilesystemSource>(
            config_.filesystemPath, Bytes { static_cast<std::int64_t>(limit) }, clock_);
    }
    return std::make_unique<WorkloadSource>(
        state_.path() / "workload", config_.workload, *recorder_, clock_);
}

Result<StorageSettings> Composition::storageSettings(const ThresholdPolicy& policy) const
{
    const auto escalation = app::contactsOfState(state_.path());
    if (!escalation) {
        return escalation.error();
    }
    StorageSettings settings;
    settings.directory = recordsDirectory();
    settings.limits = policy.limits;
    settings.rules.matrix = escalation->matrix;
    settings.rules.contacts = escalation->contacts;
    settings.rules.storageStaleAfter = policy.gate.storageStaleAfter;
    std::ifstream("/proc/sys/kernel/random/boot_id") >> settings.bootId;
    return settings;
}

Result<void> Composition::start() { return peer_ ? Result<void>() : startCore(); }

Result<void> Composition::startCore()
{
    const auto certified = policyFromJson(certifiedPolicyText());
    if (!certified) {
        return certified.error();
    }
    if (auto made = makeRecordsFolder(recordsDirectory()); !made) {
        return made;
    }
    const auto inForce = loadThresholds(files_, recordsDirectory(), *certified);
    const auto& policy = inForce.policy;
    recorder_ = std::make_unique<Recorder>(policy.gate, policy.windows, clock_);
    std::vector<std::unique_ptr<Source>> sources;
    sources.push_back(makeSource(policy));
    auto settings = storageSettings(policy);
    if (!settings) {
        return settings.error();
    }
    storage_ = std::make_unique<Storage>(std::move(*settings), files_, clock_, &notifier_);
    storage_->start();
    monitor_ = std::make_unique<Monitor>(
        inForce, *recorder_, std::move(sources), clock_, storage_.get());
    monitor_->start();
    feed_.attach(*monitor_);
    return {};
}

}  // namespace headroom
