// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headroom/local_threshold_files.h"
#include "monitor_core/base/posix_file_system.h"
#include "tests/support/certified_policy.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temp_dir.h"

#include <QTest>

#include <fstream>

using namespace headroom;

namespace {

EditableThresholds yellowFrom(double writers)
{
    const auto policy = certifiedPolicy();
    EditableThresholds made { policy.thresholds, policy.gate.resumeBelow,
        policy.gate.resumeStorageBelow, policy.gate.failClosed };
    made.thresholds[indexOf(Metric::ConcurrentWrites)].yellow->value = writers;
    return made;
}

struct Disk {
    [[nodiscard]] LocalThresholdFiles open()
    {
        return { files, dir.path() / "services" / "a service", certifiedPolicy(), clock };
    }
    [[nodiscard]] std::filesystem::path folder() const
    {
        return dir.path() / "services" / "a service" / "thresholds";
    }
    TempDir dir;
    PosixFileSystem files;
    ManualClock clock;
};

}  // namespace

class LocalThresholdFilesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aServiceThatNobodyEditedHasNoCopy()
    {
        Disk disk;
        const auto local = disk.open().load();
        QVERIFY(!local.thresholds);
        QVERIFY(local.problem.empty());
    }

    void aCopyIsThereAfterARestartUntilTheServiceIsFollowedAgain()
    {
        Disk disk;
        QVERIFY(disk.open().save(yellowFrom(40), "Ada", "this wall"));
        QVERIFY(disk.open().load().thresholds == yellowFrom(40));
        const auto followed = disk.open().save(std::nullopt, "Ada", "no more");
        QVERIFY(followed && !followed->thresholds);
        QVERIFY(!disk.open().load().thresholds);
        const auto again = disk.open().save(yellowFrom(41), "Ada", "again");
        QVERIFY(again && again->version == 2);
        QVERIFY(disk.open().load().thresholds == yellowFrom(41));
    }

    void theLastTwentyAreKept()
    {
        Disk disk;
        for (int i = 1; i <= 23; ++i) {
            QVERIFY(disk.open().save(yellowFrom(20 + i), "Ada", "again"));
        }
        int count = 0;
        for ([[maybe_unused]] const auto& entry :
            std::filesystem::directory_iterator(disk.folder())) {
            ++count;
        }
        QCOMPARE(count, 20);
        QVERIFY(disk.open().load().thresholds == yellowFrom(43));
    }

    void aDamagedCopyGivesTheOneBeforeAndSaysSo()
    {
        Disk disk;
        QVERIFY(disk.open().save(yellowFrom(40), "Ada", "one"));
        QVERIFY(disk.open().save(yellowFrom(41), "Ada", "two"));
        std::ofstream(disk.folder() / "000002.json", std::ios::app) << "x";
        const auto local = disk.open().load();
        QVERIFY(local.thresholds == yellowFrom(40));
        QVERIFY(local.problem.find("000002.json") != std::string::npos);
        const auto saved = disk.open().save(yellowFrom(42), "Ada", "three");
        QVERIFY(saved && saved->version == 3 && saved->problem.empty());
    }

    void whatDoesNotFitTogetherIsNotKept()
    {
        Disk disk;
        const auto saved = disk.open().save(yellowFrom(80), "Ada", "wrong");
        QVERIFY(!saved);
        QVERIFY(saved.error().message.find("concurrent_writes") != std::string::npos);
        QVERIFY(!disk.open().load().thresholds);
    }
};

QTEST_GUILESS_MAIN(LocalThresholdFilesTest)
#include "local_threshold_files_test.moc"
