// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/tray_icon.h"

#include "ui/widgets/paint.h"

#include <QPainter>
#include <QPixmap>

#include <utility>

namespace headroom::ui {

QIcon trayShape(Level level)
{
    QIcon icon;
    for (const int size : { 16, 22, 32, 48, 64 }) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        drawLevelShape(painter, Theme::dark(), level, QPointF(size / 2.0, size / 2.0), size - 2.0);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

TrayIcon::TrayIcon(QObject* parent)
    : QObject(parent)
{
    connect(menu_.addAction(tr("Show Headroom")), &QAction::triggered, this,
        &TrayIcon::windowRequested);
    mute_ = menu_.addAction(QString());
    connect(mute_, &QAction::triggered, this, &TrayIcon::muteRequested);
    connect(menu_.addAction(tr("Quit")), &QAction::triggered, this, &TrayIcon::quitRequested);
    icon_.setContextMenu(&menu_);
    connect(
        &icon_, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason by) {
            if (by == QSystemTrayIcon::Trigger) {
                Q_EMIT windowRequested();
            }
        });
    setMuted(false);
}

void TrayIcon::setVisible(bool isVisible)
{
    const bool isWanted = isVisible && QSystemTrayIcon::isSystemTrayAvailable();
    if (isWanted && !hasIcon_) {
        icon_.setIcon(trayShape(level_));
        hasIcon_ = true;
    }
    icon_.setVisible(isWanted);
}

void TrayIcon::setDisplay(const OverviewDisplay& display)
{
    const auto& banner = display.banner;
    const bool isKnown = banner.truth == Truth::Live || banner.truth == Truth::Late;
    const Level level = isKnown ? banner.level : Level::Unknown;
    if (!std::exchange(hasIcon_, true) || level != level_) {
        level_ = level;
        icon_.setIcon(trayShape(level_));
    }
    const QString tip
        = QStringLiteral("Headroom · %1 · %2").arg(levelWord(level, banner.truth), banner.title);
    if (icon_.toolTip() != tip) {
        icon_.setToolTip(tip);
    }
}

void TrayIcon::setMuted(bool isMuted)
{
    mute_->setText(isMuted ? tr("Sound on") : tr("Mute sound for 15 min"));
}

}  // namespace headroom::ui
