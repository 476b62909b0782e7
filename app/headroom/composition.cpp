// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headroom/composition.h"

#include "app/headroom/preferences_file.h"
#include "app/headroom/secret_store.h"
#include "ui/text/language.h"

#include <QMap>
#include <QRandomGenerator>

#include <cstdio>
#include <utility>

namespace headroom {

namespace {

/// Where the window keeps what it remembers.
QString windowSettingsFile(const StateDir& state)
{
    return QString::fromStdString((state.path() / "window.ini").string());
}

ui::WindowOptions windowOptions(const Config& config, const StateDir& state)
{
    constexpr QSize kPictureSize { 1920, 1080 };
    const bool isPicture = !config.screenshotFile.empty();
    ui::WindowOptions options;
    options.page = config.page;
    options.wall = config.wall;
    options.wallOfFleet = !config.fleetUrl.empty();
    options.size = config.size;
    options.fullScreen = !isPicture;
    if (isPicture) {
        options.size = config.size.value_or(kPictureSize);
    } else {
        options.settingsFile = windowSettingsFile(state);
    }
    return options;
}

ui::GivenPreferences givenPreferences(const Config& config)
{
    ui::GivenPreferences given;
    if (config.theme) {
        given.theme = *config.theme == ui::ThemeKind::Light ? ui::ThemeChoice::Light
                                                            : ui::ThemeChoice::Dark;
    }
    if (!config.language.isEmpty()) {
        given.language = config.language;
    }
    given.mayRedSound = config.sound;
    given.wallPages = config.rotation;
    given.wallTurn = config.rotateEvery;
    given.pixelShift = config.pixelShift;
    given.wallScreen = config.screen;
    return given;
}

std::unique_ptr<ui::PreferencesModel> makePreferences(const Config& config, const StateDir& state)
{
    auto read = readPreferences(state.path());
    ui::PreferencesModel::Keep keep;
    if (config.screenshotFile.empty()) {
        keep = [folder = state.path()](
                   const QByteArray& text) { return writePreferences(folder, text); };
    }
    auto made = std::make_unique<ui::PreferencesModel>(
        std::move(read.document), givenPreferences(config), std::move(keep));
    QMap<QString, QString> names;
    for (const auto& language : ui::languages()) {
        names.insert(language.code, language.name);
    }
    made->setLanguages(names, ui::languageInUse());
    if (!read.notice.isEmpty()) {
        made->setNotice(read.notice);
    }
    if (!made->notice().isEmpty()) {
        std::fprintf(stderr, "headroom: %s\n", qPrintable(made->notice()));
    }
    return made;
}

std::optional<GivenSource> givenSource(
    const Config& config, const std::optional<ui::HttpPeer>& peer)
{
    if (peer && config.fleetUrl.empty()) {
        return GivenSource { { ui::SourceKind::Service, QString::fromStdString(config.connectUrl),
                                 QString::fromStdString(config.caFile), false },
            *peer };
    }
    if (!config.filesystemPath.empty()) {
        return GivenSource { { ui::SourceKind::Filesystem,
                                 QString::fromStdString(config.filesystemPath), {}, false },
            {} };
    }
    if (config.postgres) {
        return GivenSource {
            { ui::SourceKind::Postgres, QString::fromStdString(*config.postgres), {}, false }, {}
        };
    }
    return config.isWorkloadGiven ? std::optional(GivenSource {}) : std::nullopt;
}

ui::FleetSettings fleetSettings()
{
    ui::FleetSettings settings;
    settings.seed = QRandomGenerator::global()->generate();
    return settings;
}

/// A picture asks no desktop for secrets.
std::unique_ptr<TokenKeeper> tokenKeeper(const Config& config, const StateDir& state)
{
    return std::make_unique<TokenKeeper>(
        config.screenshotFile.empty() ? makeDesktopSecrets() : nullptr,
        makeFileSecrets(state.path() / "tokens"));
}

}  // namespace

Composition::Composition(
    const Config& config, const StateDir& state, std::optional<ui::HttpPeer> peer)
    : config_(config)
    , sources_({ state.path(), clock_, files_, notifier_ }, config.workload,
          tokenKeeper(config, state), givenSource(config, peer))
    , fleet_(fleetSettings(), clock_)
    , preferences_(makePreferences(config, state))
    , model_(screen_, clock_)
{
    model_.setPreferences(preferences_.get());
    screen_.setInner(&sources_.feed());
    model_.setDrill(&drill_);
    model_.setSourceDesk(&sources_);
    if (!config.fleetUrl.empty() && peer) {
        fleetCaFile_ = QString::fromStdString(config.caFile);
        fleet_.setPeer(std::move(*peer));
    }
    makeFleet();
    auto options = windowOptions(config, state);
    options.welcome = config.isWelcomeAsked || (config.mayWelcome && sources_.isFirstTime());
    if (sources_.isFleet()) {
        options.wallOfFleet = true;
        options.page = options.page.isEmpty() ? QStringLiteral("fleet") : options.page;
    }
    window_ = std::make_unique<ui::MainWindow>(model_, options);
    QObject::connect(&sources_, &ui::SourceDesk::changed, &model_,
        [this] { model_.setOtherSource(sources_.otherSource()); });
    QObject::connect(window_.get(), &ui::MainWindow::welcomeAnswered, &sources_,
        [this](ui::WelcomeChoice choice) { takeWelcome(choice); });
    if (config.screenshotFile.empty()) {
        attention_ = std::make_unique<ui::Attention>(model_, *window_);
    }
}

Composition::~Composition()
{
    drill_.end();  // while there is somebody who records it
}

void Composition::makeFleet()
{
    fleetModel_.setOpen([this](const QUrl& url) { openDepository(url); });
    model_.setFleet(&fleetModel_);
    QObject::connect(&sources_, &SourceSwitch::fleetNamed, &fleet_,
        [this](const ui::SourceChoice& choice, const ui::HttpPeer& server) {
            fleetCaFile_ = choice.caFile;
            fleet_.setPeer(server);
        });
    QObject::connect(&sources_, &ui::SourceDesk::used, &fleet_,
        [this](const ui::SourceChoice& choice, const QString& error) {
            if (!error.isEmpty()) {
                return;
            }
            beforeOpened_.reset();
            fleetModel_.setOpened({}, {});
            if (choice.kind == ui::SourceKind::Fleet) {
                window_->openPage(QStringLiteral("fleet"));
            }
        });
}

void Composition::openDepository(const QUrl& url)
{
    if (!beforeOpened_) {
        beforeOpened_ = sources_.inUse().value_or(ui::SourceChoice {});
    }
    // Without the fleet's token, which belongs to its server; by the same authorities.
    sources_.open({ ui::SourceKind::Service, url.toString(), fleetCaFile_, false });
    fleetModel_.setOpened(url.authority(), [this] { closeDepository(); });
    window_->openPage(QStringLiteral("overview"));
}

void Composition::closeDepository()
{
    if (const auto before = std::exchange(beforeOpened_, std::nullopt)) {
        sources_.open(*before);
    }
}

void Composition::takeWelcome(ui::WelcomeChoice choice)
{
    if (choice == ui::WelcomeChoice::Try || choice == ui::WelcomeChoice::Simulate) {
        ui::SourceChoice workload;
        workload.isAtRest = choice == ui::WelcomeChoice::Simulate;
        sources_.use(workload, std::nullopt);
    }
}

Result<void> Composition::start()
{
    auto started = sources_.start(config_.mayWelcome);
    model_.setOtherSource(sources_.otherSource());
    return started;
}

}  // namespace headroom
