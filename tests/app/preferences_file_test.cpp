// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headroom/preferences_file.h"
#include "tests/support/temp_dir.h"

#include <QSettings>
#include <QTest>

#include <fstream>

using namespace headroom;
using namespace headroom::ui;

namespace {

void put(const std::filesystem::path& file, const char* text) { std::ofstream(file) << text; }

QByteArray inZone(const char* zone)
{
    PreferencesDocument document;
    Preferences wanted;
    wanted.zone = zone;
    document.setValue(wanted);
    return document.text();
}

}  // namespace

class PreferencesFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theFirstStartHasTheUsualOnesAndNothingToSay()
    {
        const TempDir dir;
        const auto read = readPreferences(dir.path());
        QVERIFY(read.document.value() == Preferences());
        QVERIFY(read.notice.isEmpty());
    }

    void whatWasWrittenIsReadAtTheNextStartByItsOwnerAlone()
    {
        const TempDir dir;
        QCOMPARE(writePreferences(dir.path(), inZone("Asia/Tokyo")), QString());
        const auto read = readPreferences(dir.path());
        QCOMPARE(read.document.value().zone, QByteArray("Asia/Tokyo"));
        QVERIFY(read.notice.isEmpty());
        const auto permissions
            = std::filesystem::status(dir.path() / kPreferencesFile).permissions();
        QCOMPARE(
            permissions, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    }

    void aDamagedFileIsPutAsideAndTheLastGoodOneHolds()
    {
        const TempDir dir;
        QCOMPARE(writePreferences(dir.path(), inZone("Asia/Tokyo")), QString());
        put(dir.path() / kPreferencesFile, "{\"version\":1,\"time_zo");
        const auto read = readPreferences(dir.path());
        QCOMPARE(read.document.value().zone, QByteArray("Asia/Tokyo"));
        QVERIFY(read.notice.contains(QStringLiteral("preferences.json is damaged")));
        QVERIFY(read.notice.contains(QStringLiteral("preferences.json.damaged")));
        QVERIFY(std::filesystem::exists(dir.path() / "preferences.json.damaged"));
    }

    void withoutAGoodOneTheUsualHoldAndItIsSaid()
    {
        const TempDir dir;
        put(dir.path() / kPreferencesFile, "[]");
        put(dir.path() / kGoodPreferencesFile, "nonsense");
        const auto read = readPreferences(dir.path());
        QVERIFY(read.document.value() == Preferences());
        QVERIFY(read.notice.contains(QStringLiteral("usual ones")));
    }

    void aFileThatOthersMayWriteIsNotBelieved()
    {
        const TempDir dir;
        QCOMPARE(writePreferences(dir.path(), inZone("Asia/Tokyo")), QString());
        std::filesystem::permissions(dir.path() / kPreferencesFile,
            std::filesystem::perms::others_write, std::filesystem::perm_options::add);
        QVERIFY(!readPreferences(dir.path()).notice.isEmpty());
    }

    void whatOlderVersionsKeptInTheirIniStillHolds()
    {
        const TempDir dir;
        {
            QSettings ini(
                QString::fromStdString((dir.path() / "window.ini").string()), QSettings::IniFormat);
            ini.setValue(QStringLiteral("window/theme"), QStringLiteral("light"));
            ini.setValue(QStringLiteral("wall/rotate"), QStringList { QStringLiteral("alerts") });
            ini.setValue(QStringLiteral("wall/rotate_every_seconds"), 1);
            ini.setValue(QStringLiteral("wall/pixel_shift"), false);
            ini.setValue(QStringLiteral("wall/screen"), QStringLiteral("DP-7"));
            ini.setValue(QStringLiteral("sound/enabled"), false);
        }
        const auto found = readPreferences(dir.path()).document.value();
        QVERIFY(found.theme == ThemeChoice::Light);
        QCOMPARE(found.wallPages, QStringList { QStringLiteral("alerts") });
        QCOMPARE(found.wallTurn, Preferences::kShortestTurn);
        QVERIFY(!found.pixelShift && !found.mayRedSound);
        QCOMPARE(found.wallScreen, QStringLiteral("DP-7"));
    }

    void whatCannotBeWrittenIsSaid()
    {
        const TempDir dir;
        QVERIFY(writePreferences(dir.path() / "not there", inZone("UTC"))
                    .contains(QStringLiteral("cannot write")));
    }
};

QTEST_GUILESS_MAIN(PreferencesFileTest)
#include "preferences_file_test.moc"
