// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"
#include "ui/views/fleet_wall.h"
#include "ui/views/view_list.h"
#include "ui/views/wall_stage.h"
#include "ui/views/wall_view.h"
#include "ui/widgets/header_bar.h"
#include "ui/widgets/overlay.h"
#include "ui/widgets/rail.h"

#include <QGuiApplication>
#include <QScreen>
#include <QTimer>

#include <cstdio>

// What the window does as a wall: it fills a screen, keeps it on, turns pages, spares its pixels.

namespace headroom::ui {

void MainWindow::buildWallKeeping()
{
    connect(&rotation_, &WallRotation::pageChanged, this, &MainWindow::showOnWall);
    connect(&shift_, &PixelShift::moved, this, &MainWindow::place);

    connect(&screens_, &ScreenChoice::returned, this, &MainWindow::moveTo);
    connect(&screens_, &ScreenChoice::changed, this, [this] {
        if (isWall_ && fullScreenWall_) {
            setGeometry(screen()->geometry());
        }
    });
}

void MainWindow::takeWallPreferences()
{
    auto pages = preferences_.wallPages;
    // A page that this version does not have would be an empty screen.
    pages.removeIf([](const QString& id) {
        return std::none_of(
            viewList().begin(), viewList().end(), [&](const ViewRow& row) { return row.id == id; });
    });
    rotation_.setPages(pages, preferences_.wallTurn);
    hasShift_ = preferences_.pixelShift;
    shift_.setActive(isWall_ && hasShift_);
    if (screens_.wanted() == preferences_.wallScreen) {
        return;
    }
    screens_.setWanted(preferences_.wallScreen);
    if (auto* screen = screens_.screen()) {
        moveTo(screen);
    } else if (!screens_.wanted().isEmpty()) {
        std::fprintf(stderr,
            "headroom: no screen is named \"%s\" now; there are: %s. The window moves there when "
            "it comes.\n",
            qPrintable(screens_.wanted()), qPrintable(ScreenChoice::names()));
    }
}

void MainWindow::moveTo(QScreen* target)
{
    setScreen(target);
    if (isWall_ && fullScreenWall_) {
        setGeometry(target->geometry());
        setWindowState(Qt::WindowFullScreen);
    } else {
        const QRect room = target->availableGeometry();
        const QSize fitting = size().boundedTo(room.size());
        setGeometry(
            QRect(room.center() - QPoint(fitting.width() / 2, fitting.height() / 2), fitting));
    }
}

void MainWindow::showOnWall(const QString& id)
{
    if (!isWall_) {
        return;
    }
    const bool isWall = id == WallRotation::wallId();
    for (auto* page : std::as_const(pages_)) {
        page->hide();
    }
    stage_->setPage(isWall ? nullptr : pageWidget(id));
    place();
    wall_->setVisible(isWall);
}

void MainWindow::setWall(bool isWall)
{
    if (isWall_ == isWall) {
        return;
    }
    if (overlay_) {
        overlay_->dismiss();
    }
    isWall_ = isWall;
    notePageKeys();
    if (isWall && wall_ == nullptr) {
        wall_ = isWallOfFleet_ ? static_cast<View*>(new FleetWall(model_, this))
                               : new WallView(model_, this);
        wall_->setTheme(*theme_);
        stage_ = new WallStage(this);
        stage_->setTheme(*theme_);
    }
    if (stage_ != nullptr) {
        stage_->setPage(nullptr);
    }
    rail_->setVisible(!isWall);
    header_->setVisible(!isWall);
    rotation_.setActive(isWall);
    shift_.setActive(isWall && hasShift_);
    for (auto* page : std::as_const(pages_)) {
        page->hide();
    }
    if (!isWall) {
        header_->setTools(pageWidget(page_)->headerTools());
        pageWidget(page_)->show();
    }
    wall_->setVisible(isWall);
    if (fullScreenWall_) {
        fillScreen(isWall);
    }
    // Asking the desktop can wait until the frame is on the screen.
    if (QGuiApplication::platformName() != QLatin1String("offscreen")) {
        QTimer::singleShot(0, this, [this] { screenSaver_.setInhibited(isWall_); });
    }
    takeDisplay();
    place();
    if (isWall) {
        setFocus();
    }
    Q_EMIT wallChanged();
}

void MainWindow::fillScreen(bool isFilling)
{
    // The geometry as well as the state: a wall's X server often runs without a window manager,
    // and then nobody else obeys the state.
    if (isFilling) {
        stateBeforeWall_ = windowState();
        geometryBeforeWall_ = geometry();
        setGeometry(screen()->geometry());  // first: a geometry of its own ends the state
        setWindowState(Qt::WindowFullScreen);
    } else {
        setWindowState(stateBeforeWall_);
        setGeometry(geometryBeforeWall_);
    }
}

}  // namespace headroom::ui
