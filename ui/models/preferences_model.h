// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/preferences.h"

#include <QMap>
#include <QObject>

#include <functional>

namespace headroom::ui {

/// What the command line said for this run.
struct GivenPreferences {
    std::optional<ThemeChoice> theme;
    std::optional<QString> language;
    std::optional<bool> mayRedSound;
    std::optional<QStringList> wallPages;
    std::optional<std::chrono::seconds> wallTurn;
    std::optional<bool> pixelShift;
    std::optional<QString> wallScreen;
};

/// What can be heard of RED, and what people ask of it; whoever makes the sound keeps it true. Main
/// thread.
class SoundDesk : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    struct State {
        bool isMuted = false;
        QString notice;  ///< "sound muted until 14:18"; empty: nothing to say
        QString problem;  ///< why nobody will hear anything

        bool operator==(const State&) const = default;
    };

    [[nodiscard]] const State& state() const { return state_; }
    void setState(const State& state);
    /// Mutes for 15 min, or ends that.
    void toggleMute() { Q_EMIT muteRequested(); }
    /// Plays it once.
    void test() { Q_EMIT testRequested(); }

Q_SIGNALS:
    void changed();
    void muteRequested();
    void testRequested();

private:
    State state_;
};

/// The preferences in force. What people choose holds at once and is kept; what the command line
/// said holds for this run, until a person chooses otherwise, and is not kept. Sets how ui/text
/// tells quantities. Main thread.
class PreferencesModel : public QObject {
    Q_OBJECT
public:
    /// Keeps the text as a whole; answers why it could not, or nothing.
    using Keep = std::function<QString(const QByteArray& text)>;

    /// Without `keep` everything is forgotten at the end.
    explicit PreferencesModel(PreferencesDocument document = {}, GivenPreferences given = {},
        Keep keep = {}, QObject* parent = nullptr);

    [[nodiscard]] const Preferences& inForce() const { return inForce_; }
    /// As they will be at the next start without options.
    [[nodiscard]] const Preferences& kept() const { return document_.value(); }
    void set(const Preferences& wanted);

    /// The options that this run was started with, of those that are preferences: "--theme".
    [[nodiscard]] QStringList givenOptions() const;

    /// Codes and names of the languages that there are words for, and the one of this run. What is
    /// chosen holds from the next start. None: there is nothing to choose.
    void setLanguages(const QMap<QString, QString>& names, const QString& spoken);
    [[nodiscard]] const QMap<QString, QString>& languages() const { return languages_; }
    [[nodiscard]] QString languageSpoken() const { return spoken_; }

    /// What a person should know of the file: damaged, not written, a value that was left out.
    [[nodiscard]] QString notice() const { return notice_; }
    void setNotice(const QString& notice);

    [[nodiscard]] SoundDesk& sound() { return sound_; }

Q_SIGNALS:
    void changed();

private:
    void apply();

    PreferencesDocument document_;
    GivenPreferences given_;
    Keep keep_;
    Preferences inForce_;
    QMap<QString, QString> languages_;
    QString spoken_ = QStringLiteral("en");
    QString notice_;
    SoundDesk sound_;
};

}  // namespace headroom::ui
