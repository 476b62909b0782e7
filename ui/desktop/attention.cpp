// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/attention.h"

#include <QApplication>

#include <cstdio>

namespace headroom::ui {

Attention::Attention(OverviewModel& model, MainWindow& window, QObject* parent)
    : QObject(parent)
    , model_(model)
    , window_(window)
    , alarm_(model.feed(), model.clock())
    , notices_(model.feed(), model.clock())
{
    connect(&alarm_, &RedAlarm::soundDue, this, [this] {
        if (mayRedSound()) {
            sound_.play();
        }
    });
    auto& preferences = *model_.preferences();
    connect(&preferences, &PreferencesModel::changed, this, &Attention::takePreferences);
    connect(&preferences.sound(), &SoundDesk::muteRequested, this, &Attention::toggleMute);
    connect(&preferences.sound(), &SoundDesk::testRequested, &sound_, &RedSound::play);
    takePreferences();
    connect(&alarm_, &RedAlarm::noticeChanged, this, &Attention::say);
    connect(&sound_, &RedSound::silent, this, [this](const QString& why) {
        silence_ = why;
        std::fprintf(stderr, "headroom: %s\n", qPrintable(why));
        say();
    });
    connect(&notices_, &AlertNotices::noticed, this, &Attention::takeNotice);
    connect(&model_, &OverviewModel::changed, this, [this] {
        if (!window_.isWall()) {
            tray_.setDisplay(model_.display());
        }
    });
    connect(&window_, &MainWindow::wallChanged, this, &Attention::takeWall);
    connect(&window_, &MainWindow::muteRequested, this, &Attention::toggleMute);
    connect(&tray_, &TrayIcon::muteRequested, this, &Attention::toggleMute);
    connect(&tray_, &TrayIcon::windowRequested, &window_, [this] {
        window_.showNormal();
        window_.raise();
        window_.activateWindow();
    });
    connect(&tray_, &TrayIcon::quitRequested, &window_, &QWidget::close);
    takeWall();
}

bool Attention::mayRedSound() const { return model_.preferences()->inForce().mayRedSound; }

void Attention::takePreferences()
{
    const auto& preferences = model_.preferences()->inForce();
    sound_.setVoice(preferences.redTone, preferences.redVolume);
}

void Attention::toggleMute()
{
    if (mayRedSound()) {
        alarm_.toggleMute();
    }
}

void Attention::takeWall() { tray_.setVisible(!window_.isWall()); }

void Attention::takeNotice(const Notice& notice)
{
    if (!window_.isWall() && !window_.isActiveWindow()) {
        desktop_.show(notice);
    }
}

void Attention::say()
{
    tray_.setMuted(alarm_.isMuted());
    model_.setNotice(alarm_.isMuted() ? alarm_.notice() : silence_);
    model_.preferences()->sound().setState({ alarm_.isMuted(), alarm_.notice(), silence_ });
}

}  // namespace headroom::ui
