// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/red_sound.h"

#include <QApplication>
#include <QStandardPaths>
#include <QTimer>
#include <QtEndian>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace headroom::ui {

namespace {

constexpr int kRate = 22'050;
constexpr std::chrono::seconds kLongest { 8 };  // a player that hangs is ended

template <typename Number>
void put(QByteArray& bytes, Number value)
{
    char raw[sizeof(Number)];
    qToLittleEndian(value, raw);
    bytes.append(raw, sizeof raw);
}

/// Ends softly, so that nothing clicks.
void addTone(QByteArray& samples, double hertz, double seconds, double loudness)
{
    const int count = static_cast<int>(seconds * kRate);
    const double fade = 0.01 * kRate;
    for (int i = 0; i < count; ++i) {
        const double edge = std::min({ 1.0, i / fade, (count - i) / fade });
        const double phase = 2 * std::numbers::pi * hertz * i / kRate;
        put(samples, static_cast<qint16>(loudness * 32'767 * edge * std::sin(phase)));
    }
}

}  // namespace

QByteArray redSoundWave(RedTone tone, RedVolume volume)
{
    // The quietest is still an alarm in a quiet room.
    const double loudness = volume == RedVolume::Quiet ? 0.2
        : volume == RedVolume::Loud                    ? 0.95
                                                       : 0.6;
    constexpr double kHigh = 988;
    constexpr double kLow = 740;
    const double first = tone == RedTone::Rising ? kLow : kHigh;
    const double second = tone == RedTone::Falling ? kLow : kHigh;
    QByteArray samples;
    for (int pair = 0; pair < 3; ++pair) {
        addTone(samples, first, 0.16, loudness);
        addTone(samples, second, 0.16, loudness);
        addTone(samples, 0, 0.06, loudness);
    }
    QByteArray wave("RIFF");
    put(wave, static_cast<quint32>(36 + samples.size()));
    wave.append("WAVEfmt ");
    put(wave, quint32 { 16 });
    put(wave, quint16 { 1 });  // PCM
    put(wave, quint16 { 1 });  // mono
    put(wave, quint32 { kRate });
    put(wave, quint32 { kRate * 2 });
    put(wave, quint16 { 2 });
    put(wave, quint16 { 16 });
    wave.append("data");
    put(wave, static_cast<quint32>(samples.size()));
    return wave + samples;
}

QVector<SoundProgram> RedSound::usualPrograms()
{
    return { { QStringLiteral("pw-play"), {} }, { QStringLiteral("paplay"), {} },
        { QStringLiteral("aplay"), { QStringLiteral("-q") } },
        { QStringLiteral("canberra-gtk-play"), { QStringLiteral("-f") } } };
}

RedSound::RedSound(QVector<SoundProgram> programs, QObject* parent)
    : QObject(parent)
    , programs_(std::move(programs))
{
    connect(&player_, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        takeEnd(status == QProcess::NormalExit && code == 0,
            QString::fromLocal8Bit(player_.readAllStandardError().left(200)).simplified());
    });
    connect(&player_, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            takeEnd(false, player_.errorString());
        }
    });
}

RedSound::~RedSound()
{
    player_.disconnect(this);
    player_.kill();
    player_.waitForFinished(500);
}

void RedSound::play()
{
    if (player_.state() != QProcess::NotRunning) {
        return;
    }
    if (!isWritten_ && !writeWave()) {
        takeEnd(false, file_.errorString());
        return;
    }
    start();
}

void RedSound::setVoice(RedTone tone, RedVolume volume)
{
    if (tone_ != tone || volume_ != volume) {
        tone_ = tone;
        volume_ = volume;
        isWritten_ = false;
    }
}

bool RedSound::writeWave()
{
    isWritten_ = (file_.isOpen() || file_.open()) && file_.seek(0) && file_.resize(0)
        && file_.write(redSoundWave(tone_, volume_)) > 0 && file_.flush();
    return isWritten_;
}

void RedSound::start()
{
    while (at_ < programs_.size()
        && QStandardPaths::findExecutable(programs_[at_].program).isEmpty()) {
        ++at_;
    }
    if (at_ >= programs_.size()) {
        // What is left; a machine without a sound server may still have a bell.
        QApplication::beep();
        if (!std::exchange(hasComplained_, true)) {
            QStringList names;
            for (const auto& program : programs_) {
                names << program.program;
            }
            Q_EMIT silent(QStringLiteral("no sound for RED: none of %1 plays it")
                              .arg(names.join(QStringLiteral(", "))));
        }
        return;
    }
    player_.start(programs_[at_].program, programs_[at_].arguments + QStringList(file_.fileName()));
    QTimer::singleShot(kLongest, &player_, [this] {
        if (player_.state() == QProcess::Running) {
            player_.kill();
        }
    });
}

void RedSound::takeEnd(bool isGood, const QString& why)
{
    if (isGood) {
        hasPlayed_ = true;
        return;
    }
    if (hasPlayed_) {
        // It has worked before: the sound server is restarting, perhaps. The next time may be good.
        if (!std::exchange(hasComplained_, true)) {
            Q_EMIT silent(QStringLiteral("no sound for RED: ") + why);
        }
        return;
    }
    ++at_;
    QTimer::singleShot(0, this, &RedSound::start);  // not inside the process's own signal
}

}  // namespace headroom::ui
