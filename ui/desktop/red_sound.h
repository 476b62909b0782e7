// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/preferences.h"

#include <QByteArray>
#include <QObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryFile>

namespace headroom::ui {

/// A program that plays a WAV file, and its arguments before the file's name.
struct SoundProgram {
    QString program;
    QStringList arguments;
};

/// Plays the sound for RED with the first of the usual players that this machine has: Qt Multimedia
/// would bring a whole media framework for one beep. Never blocks; says once when there is no
/// sound. Main thread.
class RedSound : public QObject {
    Q_OBJECT
public:
    /// The players that are looked for, the ones of sound servers first.
    [[nodiscard]] static QVector<SoundProgram> usualPrograms();

    explicit RedSound(QVector<SoundProgram> programs = usualPrograms(), QObject* parent = nullptr);
    ~RedSound() override;

    /// From the next time on.
    void setVoice(RedTone tone, RedVolume volume);
    /// Nothing while it still sounds.
    void play();

Q_SIGNALS:
    /// Nobody will hear anything; once. `why` is for people.
    void silent(const QString& why);

private:
    [[nodiscard]] bool writeWave();
    void start();
    void takeEnd(bool isGood, const QString& why);

    QVector<SoundProgram> programs_;
    QProcess player_;
    QTemporaryFile file_;
    RedTone tone_ = RedTone::Falling;
    RedVolume volume_ = RedVolume::Normal;
    bool isWritten_ = false;
    qsizetype at_ = 0;  ///< the program in use; those before it failed
    bool hasPlayed_ = false;
    bool hasComplained_ = false;
};

/// Three pairs of tones, 16 bit, mono, 22 050 Hz: a WAV file of about a second.
[[nodiscard]] QByteArray redSoundWave(
    RedTone tone = RedTone::Falling, RedVolume volume = RedVolume::Normal);

}  // namespace headroom::ui
