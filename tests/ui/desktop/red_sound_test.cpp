// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/temp_dir.h"
#include "ui/desktop/red_sound.h"
#include "ui/desktop/tray_icon.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>
#include <QtEndian>

using namespace headroom;
using namespace headroom::ui;

namespace {

/// A player that writes down what it was given.
QString playerIn(const TempDir& folder, const char* name, const char* script)
{
    const auto path = QString::fromStdString((folder.path() / name).string());
    QFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        file.write("#!/bin/sh\n");
        file.write(script);
        file.close();
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    return path;
}

QByteArray contentOf(const TempDir& folder, const char* name)
{
    QFile file(QString::fromStdString((folder.path() / name).string()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

class RedSoundTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theWaveIsAWholeWavFile()
    {
        const auto wave = redSoundWave();
        QVERIFY(wave.startsWith("RIFF"));
        QCOMPARE(wave.mid(8, 8), QByteArray("WAVEfmt "));
        QCOMPARE(qFromLittleEndian<quint32>(wave.constData() + 4), quint32(wave.size() - 8));
        QCOMPARE(qFromLittleEndian<quint32>(wave.constData() + 40), quint32(wave.size() - 44));
        int loudest = 0;
        for (qsizetype at = 44; at + 1 < wave.size(); at += 2) {
            loudest = qMax(loudest, qAbs(int(qFromLittleEndian<qint16>(wave.constData() + at))));
        }
        QVERIFY(loudest > 10'000);
    }

    void thePlayerGetsTheFileAndOneThatFailsIsPassedOver()
    {
        const TempDir folder;
        const auto bad = playerIn(folder, "bad", "exit 1\n");
        const auto good = playerIn(folder, "good",
            "cp \"$2\" \"$(dirname \"$0\")/heard.part\"\n"
            "mv \"$(dirname \"$0\")/heard.part\" \"$(dirname \"$0\")/heard\"\n");
        RedSound sound({ { QStringLiteral("/nowhere/player"), {} }, { bad, {} },
            { good, { QStringLiteral("-q") } } });
        QSignalSpy silent(&sound, &RedSound::silent);
        sound.play();
        QTRY_COMPARE(contentOf(folder, "heard"), redSoundWave());
        QCOMPARE(silent.count(), 0);
    }

    void aMachineWithoutSoundSaysSoOnce()
    {
        RedSound sound({ { QStringLiteral("/nowhere/player"), {} } });
        QSignalSpy silent(&sound, &RedSound::silent);
        sound.play();
        sound.play();
        QCOMPARE(silent.count(), 1);
        QVERIFY(silent.first().first().toString().contains(QStringLiteral("/nowhere/player")));
    }

    void theTrayTellsLevelsApartByShape()
    {
        QVector<QImage> shapes;
        for (const auto level :
            { Level::Unknown, Level::Green, Level::Yellow, Level::Orange, Level::Red }) {
            shapes << trayShape(level).pixmap(22, 22).toImage().convertToFormat(
                QImage::Format_Alpha8);
        }
        for (int i = 0; i < shapes.size(); ++i) {
            for (int j = 0; j < i; ++j) {
                QVERIFY(shapes[i] != shapes[j]);
            }
        }
    }
};

QTEST_MAIN(RedSoundTest)
#include "red_sound_test.moc"
