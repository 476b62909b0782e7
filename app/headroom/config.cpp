// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headroom/config.h"

#include "monitor_core/sources/postgres_settings.h"
#include "ui/feed/remote_url.h"
#include "ui/main_window.h"
#include "ui/models/workload_form.h"
#include "ui/text/language.h"
#include "ui/views/view_list.h"

#include <QStringList>

#include <CLI/CLI.hpp>

#include <cmath>

namespace headroom {

namespace {

constexpr int kLargestSide = 16'384;
constexpr double kLongestWaitSeconds = 3600;

/// The options as text, before anything is checked.
struct RawOptions {
    bool wall = false;
    bool version = false;
    bool noWelcome = false;
    std::string page;
    std::string theme;
    std::string language;
    std::string size;
    std::string stateDir;
    std::string source;
    std::string workload;
    std::string connect;
    std::string fleet;
    std::string tokenFile;
    std::string caFile;
    std::string screenshot;
    std::string after;
    std::string screen;
    std::string rotate;
    std::string rotateEvery;
    std::string pixelShift;
    std::string sound;
};

QString fromUtf8(const std::string& text) { return QString::fromStdString(text); }

void describe(CLI::App& app, RawOptions& raw)
{
    app.set_help_flag("-h,--help", "Show this and exit");
    app.add_flag("--version", raw.version, "Show the version and exit");
    app.add_flag("--wall", raw.wall, "Start in wall mode (F11 leaves it)");
    app.add_option("--page", raw.page,
           "The page to open: " + ui::viewIds().join(QStringLiteral(", ")).toStdString())
        ->type_name("NAME");
    app.add_option("--theme", raw.theme, "Colours: dark or light; default: as last time")
        ->type_name("dark|light");
    app.add_option("--language", raw.language,
           "Language of the screens: en, de, or system for that of the desktop; default: as chosen "
           "in the preferences")
        ->type_name("en|de|system");
    app.add_option("--size", raw.size, "Size of the window, at least 1024x640")->type_name("WxH");
    app.add_option("--screen", raw.screen,
           "The screen to be on, by its name; the window comes back to it when it returns")
        ->type_name("NAME");
    app.add_option(
           "--rotate", raw.rotate, "Pages that the wall shows in turn while all is calm, or off")
        ->type_name("NAME,...|off");
    app.add_option("--rotate-every", raw.rotateEvery, "Seconds a page, 5 to 3600; default 30")
        ->type_name("SECONDS");
    app.add_option("--pixel-shift", raw.pixelShift,
           "Move the wall by a few pixels a minute, against burn-in: on (the default) or off")
        ->type_name("on|off");
    app.add_option("--sound", raw.sound,
           "Sound on RED until somebody acknowledges: on (the default) or off; M mutes for 15 min")
        ->type_name("on|off");
    app.add_option("--state-dir", raw.stateDir,
           "Where Headroom keeps its files; default: $XDG_STATE_HOME/headroom or "
           "~/.local/state/headroom")
        ->type_name("DIR");
    app.add_flag("--no-welcome", raw.noWelcome,
        "Begin with the local workload instead of asking, the very first time");
    app.add_option("--source", raw.source,
           "What is measured: workload (a small depository of Headroom's own), filesystem:PATH (a "
           "folder of artifacts) or postgres:CONNINFO (a database); default: what was chosen last "
           "on the Sources page")
        ->type_name("SOURCE");
    app.add_option("--workload", raw.workload,
           "How the local workload starts: off, or a list such as "
           "writers=130,rate=120,size=16KB,limit=8MB,queries=20,delete-oldest=on,keep=61")
        ->type_name("off|KEY=VALUE,...");
    app.add_option("--connect", raw.connect,
           "Show a service instead of a core of its own: http://127.0.0.1:8000, "
           "https://depot.example.org")
        ->type_name("URL");
    app.add_option("--fleet", raw.fleet,
           "Show the fleet that a Prometheus server knows, worst first; with --wall on the whole "
           "screen: http://127.0.0.1:9090")
        ->type_name("URL");
    app.add_option("--token-file", raw.tokenFile,
           "The token for --connect or --fleet, alone in a file that only its owner can read")
        ->type_name("FILE");
    app.add_option("--ca-file", raw.caFile,
           "Certificates of authorities (PEM) for --connect or --fleet, instead of the system's")
        ->type_name("FILE");
    app.add_option("--screenshot", raw.screenshot,
           "Write a picture of the window to this PNG file and exit; needs no display")
        ->type_name("FILE");
    app.add_option("--after", raw.after, "Seconds until --screenshot, 0 to 3600; default 3")
        ->type_name("SECONDS");
}

/// Collects the first mistake; later ones would only repeat it.
class Checks {
public:
    void fail(const QString& message)
    {
        if (message_.isEmpty()) {
            message_ = message;
        }
    }
    [[nodiscard]] const QString& message() const { return message_; }

private:
    QString message_;
};

void takePage(Config& config, const std::string& text, Checks& checks)
{
    if (text == "welcome") {
        config.isWelcomeAsked = true;
        return;
    }
    config.page = fromUtf8(text);
    if (!text.empty() && !ui::viewIds().contains(config.page)) {
        checks.fail(QStringLiteral("--page: \"%1\" is not one of %2")
                        .arg(config.page, ui::viewIds().join(QStringLiteral(", "))));
    }
}

void takeTheme(Config& config, const std::string& text, Checks& checks)
{
    if (text == "dark" || text == "light") {
        config.theme = text == "dark" ? ui::ThemeKind::Dark : ui::ThemeKind::Light;
    } else if (!text.empty()) {
        checks.fail(
            QStringLiteral("--theme: \"%1\" is not one of dark, light").arg(fromUtf8(text)));
    }
}

void takeLanguage(Config& config, const std::string& text, Checks& checks)
{
    QStringList codes;
    for (const auto& language : ui::languages()) {
        codes << language.code;
    }
    codes << QLatin1String(ui::kSystemLanguage);
    config.language = fromUtf8(text);
    if (!text.empty() && !codes.contains(config.language)) {
        checks.fail(QStringLiteral("--language: \"%1\" is not one of %2")
                        .arg(config.language, codes.join(QStringLiteral(", "))));
    }
}

void takeSize(Config& config, const std::string& text, Checks& checks)
{
    if (text.empty()) {
        return;
    }
    const auto sides = fromUtf8(text).split(QLatin1Char('x'));
    bool isWidth = false;
    bool isHeight = false;
    const QSize size(sides.value(0).toInt(&isWidth), sides.value(1).toInt(&isHeight));
    const QSize least = ui::MainWindow::kSmallest;
    const bool isInRange = size.width() >= least.width() && size.height() >= least.height()
        && size.width() <= kLargestSide && size.height() <= kLargestSide;
    if (sides.size() != 2 || !isWidth || !isHeight || !isInRange) {
        checks.fail(QStringLiteral("--size: \"%1\" is not a size from %2x%3 to %4x%4, such as "
                                   "1920x1080")
                        .arg(fromUtf8(text))
                        .arg(least.width())
                        .arg(least.height())
                        .arg(kLargestSide));
        return;
    }
    config.size = size;
}

std::optional<bool> onOrOff(const char* option, const std::string& text, Checks& checks)
{
    if (text.empty()) {
        return std::nullopt;
    }
    if (text != "on" && text != "off") {
        checks.fail(QStringLiteral("%1: \"%2\" is not one of on, off")
                        .arg(QString::fromLatin1(option), fromUtf8(text)));
    }
    return text == "on";
}

void takeRotation(Config& config, const RawOptions& raw, Checks& checks)
{
    if (!raw.rotate.empty()) {
        config.rotation
            = raw.rotate == "off" ? QStringList() : fromUtf8(raw.rotate).split(QLatin1Char(','));
        for (const auto& page : *config.rotation) {
            if (!ui::viewIds().contains(page)) {
                checks.fail(QStringLiteral("--rotate: \"%1\" is not one of %2")
                                .arg(page, ui::viewIds().join(QStringLiteral(", "))));
            }
        }
    }
    if (!raw.rotateEvery.empty()) {
        bool isNumber = false;
        const int seconds = fromUtf8(raw.rotateEvery).toInt(&isNumber);
        if (!isNumber || seconds < 5 || seconds > 3600) {
            checks.fail(
                QStringLiteral("--rotate-every: \"%1\" is not a number of seconds from 5 to 3600")
                    .arg(fromUtf8(raw.rotateEvery)));
        }
        config.rotateEvery = std::chrono::seconds(seconds);
    }
}

void takeSource(Config& config, const std::string& text, Checks& checks)
{
    constexpr std::string_view kFilesystem = "filesystem:";
    if (text.empty() || text == "workload") {
        config.isWorkloadGiven = !text.empty();
        return;
    }
    if (text.compare(0, kFilesystem.size(), kFilesystem) == 0 && text.size() > kFilesystem.size()) {
        config.filesystemPath = text.substr(kFilesystem.size());
        return;
    }
    constexpr std::string_view kPostgres = "postgres:";
    if (text.compare(0, kPostgres.size(), kPostgres) == 0) {
        config.postgres = text.substr(kPostgres.size());
        if (const auto settings = postgresSettings(*config.postgres); !settings) {
            checks.fail(QStringLiteral("--source: ") + fromUtf8(settings.error().text()));
        }
        return;
    }
    // What follows a colon may be anything, a password too.
    checks.fail(QStringLiteral(
        "--source: \"%1\" is neither workload nor filesystem:PATH nor postgres:CONNINFO")
                    .arg(fromUtf8(text).section(QLatin1Char(':'), 0, 0)));
}

void takeWorkload(Config& config, const std::string& text, bool isGiven, Checks& checks)
{
    if (!isGiven) {
        return;
    }
    if (!config.filesystemPath.empty() || config.postgres) {
        checks.fail(QStringLiteral("--workload: there is none with another --source"));
    }
    config.isWorkloadGiven = true;
    const QString error = ui::setFromList(config.workload, fromUtf8(text));
    if (!error.isEmpty()) {
        checks.fail(QStringLiteral("--workload: ") + error);
    }
}

/// The address that an option names, whose token and authorities are those of the command line.
std::string peerUrl(Config& config, const RawOptions& raw, const char* option,
    const std::string& text, Checks& checks)
{
    const auto url = ui::checkedServiceUrl(fromUtf8(text));
    if (!url) {
        checks.fail(QLatin1String(option) + QStringLiteral(": ") + fromUtf8(url.error().text()));
        return {};
    }
    if (!raw.tokenFile.empty() && !ui::mayCarryToken(*url)) {
        checks.fail(QStringLiteral("--token-file: a token leaves this machine only by https"));
    }
    config.tokenFile = raw.tokenFile;
    config.caFile = raw.caFile;
    return url->toString(QUrl::FullyEncoded).toStdString();
}

void takeFleet(Config& config, const RawOptions& raw, const CLI::App& app, Checks& checks)
{
    if (app.count("--fleet") == 0) {
        return;
    }
    if (app.count("--connect") > 0) {
        checks.fail(QStringLiteral("--fleet: a depository of it opens from its list; leave "
                                   "--connect out"));
    }
    config.fleetUrl = peerUrl(config, raw, "--fleet", raw.fleet, checks);
    if (config.page.isEmpty()) {
        config.page = QStringLiteral("fleet");
    }
    if (app.count("--source") + app.count("--workload") == 0) {
        // Who looks at a fleet did not ask for load on this machine.
        static_cast<void>(ui::setFromList(config.workload, QStringLiteral("off")));
    }
}

void takeConnect(Config& config, const RawOptions& raw, const CLI::App& app, Checks& checks)
{
    if (app.count("--connect") == 0) {
        if (app.count("--fleet") == 0 && app.count("--token-file") + app.count("--ca-file") > 0) {
            checks.fail(QStringLiteral(
                "--token-file, --ca-file: only together with --connect URL or --fleet URL"));
        }
        return;
    }
    if (app.count("--source") + app.count("--workload") > 0) {
        checks.fail(QStringLiteral("--connect: the service has sources of its own; leave --source "
                                   "and --workload out"));
    }
    config.connectUrl = peerUrl(config, raw, "--connect", raw.connect, checks);
}

void takeScreenshot(Config& config, const RawOptions& raw, const CLI::App& app, Checks& checks)
{
    config.screenshotFile = raw.screenshot;
    if (app.count("--screenshot") > 0 && raw.screenshot.empty()) {
        checks.fail(QStringLiteral("--screenshot: the name of a file is missing"));
    }
    if (app.count("--after") == 0) {
        return;
    }
    if (raw.screenshot.empty()) {
        checks.fail(QStringLiteral("--after: only together with --screenshot FILE"));
    }
    bool isNumber = false;
    const double seconds = fromUtf8(raw.after).toDouble(&isNumber);
    if (!isNumber || !(seconds >= 0 && seconds <= kLongestWaitSeconds)) {
        checks.fail(QStringLiteral("--after: \"%1\" is not a number of seconds from 0 to 3600")
                        .arg(fromUtf8(raw.after)));
        return;
    }
    config.screenshotAfter = std::chrono::milliseconds(std::llround(seconds * 1000));
}

EarlyExit usageError(const CLI::App& app, const std::string& message)
{
    std::string options;
    for (const auto* option : app.get_options()) {
        options += ' ' + option->get_name(false, true);
    }
    return { kExitUsage,
        "headroom: " + message + "\nOptions are:" + options
            + ". headroom --help explains them.\n" };
}

}  // namespace

std::variant<Config, EarlyExit> readConfig(int argc, const char* const* argv)
{
    CLI::App app("Headroom shows how much room a depository has left under its certified limits.",
        "headroom");
    RawOptions raw;
    describe(app, raw);
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        return EarlyExit { 0, app.help() };
    } catch (const CLI::ParseError& error) {
        return usageError(app, error.what());
    }
    if (raw.version) {
        return EarlyExit { 0, "headroom " HEADROOM_VERSION "\n" };
    }
    Config config;
    Checks checks;
    config.wall = raw.wall;
    config.stateDir = raw.stateDir;
    if (app.count("--state-dir") > 0 && raw.stateDir.empty()) {
        checks.fail(QStringLiteral("--state-dir: the name of a folder is missing"));
    }
    takePage(config, raw.page, checks);
    takeTheme(config, raw.theme, checks);
    takeLanguage(config, raw.language, checks);
    takeSize(config, raw.size, checks);
    takeRotation(config, raw, checks);
    if (!raw.screen.empty()) {
        config.screen = fromUtf8(raw.screen);
    }
    config.pixelShift = onOrOff("--pixel-shift", raw.pixelShift, checks);
    config.sound = onOrOff("--sound", raw.sound, checks);
    takeSource(config, raw.source, checks);
    takeWorkload(config, raw.workload, app.count("--workload") > 0, checks);
    takeConnect(config, raw, app, checks);
    takeFleet(config, raw, app, checks);
    takeScreenshot(config, raw, app, checks);
    const auto given = app.count("--page") + app.count("--wall") + app.count("--source")
        + app.count("--workload") + app.count("--connect") + app.count("--fleet")
        + app.count("--rotate") + app.count("--screenshot") + app.count("--no-welcome");
    config.mayWelcome = config.isWelcomeAsked || given == 0;
    if (!checks.message().isEmpty()) {
        return EarlyExit { kExitUsage, "headroom: " + checks.message().toStdString() + '\n' };
    }
    return config;
}

}  // namespace headroom
