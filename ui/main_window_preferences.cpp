// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/system_theme.h"
#include "ui/main_window.h"
#include "ui/widgets/rail.h"

#include <utility>

// How the window follows what people prefer.

namespace headroom::ui {

namespace {

GivenPreferences givenIn(const WindowOptions& options)
{
    GivenPreferences given;
    if (options.theme) {
        given.theme = *options.theme == ThemeKind::Light ? ThemeChoice::Light : ThemeChoice::Dark;
    }
    given.wallScreen = options.screen;
    given.wallPages = options.rotation;
    given.wallTurn = options.rotateEvery;
    given.pixelShift = options.pixelShift;
    return given;
}

}  // namespace

void MainWindow::buildPreferences(const WindowOptions& options)
{
    if (model_.preferences() == nullptr) {
        model_.setPreferences(
            new PreferencesModel(PreferencesDocument(), givenIn(options), {}, this));
    }
    connect(model_.preferences(), &PreferencesModel::changed, this, &MainWindow::takePreferences);
    systemTheme_ = new SystemTheme(this);
    connect(systemTheme_, &SystemTheme::changed, this, &MainWindow::takePreferences);
    preferences_ = model_.preferences()->inForce();
    takeWallPreferences();
    takePreferences();
    applyTheme();
}

void MainWindow::takePreferences()
{
    const auto before = std::exchange(preferences_, model_.preferences()->inForce());
    const auto kind = preferences_.theme == ThemeChoice::System ? systemTheme_->kind()
        : preferences_.theme == ThemeChoice::Light              ? ThemeKind::Light
                                                                : ThemeKind::Dark;
    if (kind != theme()) {
        theme_ = &Theme::of(kind);
        applyTheme();
    }
    const bool isOtherWall = before.wallPages != preferences_.wallPages
        || before.wallTurn != preferences_.wallTurn || before.pixelShift != preferences_.pixelShift
        || before.wallScreen != preferences_.wallScreen;
    if (isOtherWall) {
        takeWallPreferences();
    }
    rail_->setNotice(QStringLiteral("preferences"), model_.preferences()->notice());
}

void MainWindow::setTheme(ThemeKind kind)
{
    auto wanted = model_.preferences()->inForce();
    wanted.theme = kind == ThemeKind::Light ? ThemeChoice::Light : ThemeChoice::Dark;
    model_.preferences()->set(wanted);
}

}  // namespace headroom::ui
