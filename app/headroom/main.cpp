// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/config/state_dir.h"
#include "app/headroom/composition.h"
#include "app/headroom/config.h"
#include "app/headroom/first_frame.h"
#include "app/headroom/preferences_file.h"
#include "app/headroom/quit_on_signal.h"
#include "app/headroom/screenshot.h"
#include "app/headroom/service_connection.h"
#include "ui/text/language.h"

#include <QApplication>
#include <QLocale>
#include <QTimer>

#include <cstdio>
#include <optional>

namespace {

using namespace headroom;

constexpr int kExitFailure = 1;
constexpr int kExitInUse = 75;  // EX_TEMPFAIL: it works once the other one is closed

Result<StateDir> openStateDir(const Config& config)
{
    if (!config.stateDir.empty()) {
        return StateDir::open(config.stateDir);
    }
    if (!config.screenshotFile.empty()) {
        return StateDir::temporary();
    }
    const auto usual = StateDir::usualPath();
    return usual ? StateDir::open(*usual) : Result<StateDir>(usual.error());
}

/// What --language says, else what was chosen last, else what the desktop speaks.
QString languageOf(const Config& config, const StateDir& state)
{
    QString wanted = config.language;
    if (wanted.isEmpty()) {
        // What is wrong in the file is told later, in this language.
        wanted = readPreferences(state.path()).document.value().language;
    }
    return ui::languageFor(wanted, QLocale::system().uiLanguages());
}

int run(const Config& config, const StateDir& state, char* program)
{
    const bool isPicture = !config.screenshotFile.empty();
    if (isPicture) {
        setenv("QT_QPA_PLATFORM", "offscreen", 0);
        setenv(
            "XDG_RUNTIME_DIR", state.path().c_str(), 0);  // else Qt complains where there is none
    }
    // The command line is ours; Qt's own options come from its environment variables.
    int argc = 1;
    char* argv[] = { program, nullptr };
    QApplication::setStyle(QStringLiteral("Fusion"));
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("headroom"));
    QApplication::setDesktopFileName(QStringLiteral("headroom"));
    ui::useLanguage(languageOf(config, state));
    const QuitOnSignal quitOnSignal;

    std::optional<ui::HttpPeer> peer;
    if (!config.connectUrl.empty() || !config.fleetUrl.empty()) {
        // Certificates cannot be read before there is an application.
        auto read = servicePeer(config);
        if (!read) {
            std::fprintf(stderr, "headroom: %s\n", read.error().text().c_str());
            return kExitFailure;
        }
        peer = std::move(*read);
    }
    Composition composition(config, state, std::move(peer));
    auto& window = composition.window();
    QObject::connect(&window, &ui::MainWindow::firstFramePainted, &app, &reportFirstFrame);
    window.show();
    QTimer::singleShot(0, &app, [&composition] {
        if (const auto started = composition.start(); !started) {
            std::fprintf(stderr, "headroom: %s\n", started.error().text().c_str());
            QApplication::exit(kExitFailure);
        }
    });
    if (isPicture) {
        scheduleScreenshot(window, config.screenshotFile, config.screenshotAfter);
    }
    return QApplication::exec();
}

}  // namespace

int main(int argc, char** argv)
{
    const auto config = readConfig(argc, argv);
    if (const auto* exit = std::get_if<EarlyExit>(&config)) {
        std::fputs(exit->text.c_str(), exit->code == 0 ? stdout : stderr);
        return exit->code;
    }
    const auto& wanted = std::get<Config>(config);
    const auto state = openStateDir(wanted);
    if (!state) {
        std::fprintf(stderr, "headroom: %s\n", state.error().text().c_str());
        return state.error().code == ErrorCode::Conflict ? kExitInUse : kExitFailure;
    }
    return run(wanted, *state, argv[0]);
}
