// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/printed.h"
#include "ui/models/workload_form.h"

#include <QTest>

using namespace headroom;
using namespace headroom::ui;

class WorkloadFormTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aFieldTakesItsRangeAndSaysWhatWouldBeRight_data()
    {
        QTest::addColumn<int>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("becomes");
        const auto row = [](WorkloadField field, const char* text, const char* becomes) {
            QTest::addRow("%s %s", infoOf(field).key, text)
                << static_cast<int>(field) << QString::fromUtf8(text) << QString::fromUtf8(becomes);
        };
        const char* writers = "error writers: a whole number from 0 to 500";
        row(WorkloadField::Writers, "0", "0");
        row(WorkloadField::Writers, "500", "500");
        row(WorkloadField::Writers, "501", writers);
        row(WorkloadField::Writers, "-1", writers);
        row(WorkloadField::Writers, "1.5", writers);
        row(WorkloadField::Writers, "", writers);
        row(WorkloadField::Writers, "many", writers);
        row(WorkloadField::Writers, "nan", writers);
        row(WorkloadField::Writers, "0x10", writers);
        const char* rate = "error rate: a number from 0 to 10 000";
        row(WorkloadField::WriteRate, "0.5", "0.5");
        row(WorkloadField::WriteRate, "10 000", rate);
        row(WorkloadField::WriteRate, "10\u00A0000", "10 000");
        row(WorkloadField::WriteRate, "inf", rate);
        row(WorkloadField::WriteRate, "1e9", rate);
        const char* size = "error size: a size from 1 B to 600 MB, such as 16 KB or 8 MB";
        row(WorkloadField::ArtifactSize, "16 KB", "16 KB");
        row(WorkloadField::ArtifactSize, "16kb", "16 KB");
        row(WorkloadField::ArtifactSize, "512", "512 B");
        row(WorkloadField::ArtifactSize, "600 MB", "600 MB");
        row(WorkloadField::ArtifactSize, "601 MB", size);
        row(WorkloadField::ArtifactSize, "0", size);
        row(WorkloadField::ArtifactSize, "KB", size);
        row(WorkloadField::StorageLimit, "64 KB", "64 KB");
        row(WorkloadField::StorageLimit, "63 KB",
            "error limit: a size from 64 KB to 1000 GB, such as 16 KB or 8 MB");
    }
    void aFieldTakesItsRangeAndSaysWhatWouldBeRight()
    {
        QFETCH(int, field);
        QFETCH(QString, text);
        QFETCH(QString, becomes);
        WorkloadSettings settings;
        const auto error = setFromText(settings, static_cast<WorkloadField>(field), text);
        QCOMPARE(plain(error.isEmpty() ? textOf(settings, static_cast<WorkloadField>(field))
                                       : QStringLiteral("error ") + error),
            becomes);
        QVERIFY(error.isEmpty() || settings == WorkloadSettings {});
    }

    void aListSetsWhatItNames()
    {
        WorkloadSettings settings;
        QCOMPARE(
            setFromList(settings,
                u"writers=130, rate=120,size=4KB,limit=8MB,queries=0,delete-oldest=off,keep=50"),
            QString());
        QCOMPARE(settings.writers, 130);
        QCOMPARE(settings.writeRate.value, 120.0);
        QCOMPARE(settings.maxArtifactSize.count, kilobytes(4).count);
        QCOMPARE(settings.storageLimit.count, megabytes(8).count);
        QCOMPARE(settings.queryRate.value, 0.0);
        QCOMPARE(settings.deleteOldest, false);
        QCOMPARE(settings.keepBelow.value, 0.5);
    }

    void offIsNoWritersAndNoQueries()
    {
        WorkloadSettings settings;
        QCOMPARE(setFromList(settings, u"off"), QString());
        QCOMPARE(settings.writers, 0);
        QCOMPARE(settings.queryRate.value, 0.0);
    }

    void aListWithOneMistakeChangesNothing_data()
    {
        QTest::addColumn<QString>("list");
        QTest::addColumn<QString>("error");
        QTest::newRow("value") << "writers=5,rate=x"
                               << "rate: a number from 0 to 10 000";
        QTest::newRow("key") << "writers=5,colour=red"
                             << "\"colour\" is not one of writers, rate, size, limit, queries, "
                                "delete-oldest, keep";
        QTest::newRow("form") << "writers=5,on"
                              << "\"on\" is neither \"off\" nor KEY=VALUE";
        QTest::newRow("empty") << ""
                               << "\"\" is neither \"off\" nor KEY=VALUE";
        QTest::newRow("switch") << "writers=5,delete-oldest=yes"
                                << "delete-oldest: on or off";
        QTest::newRow("keep") << "writers=5,keep=0"
                              << "keep: a percentage of the storage limit from 1 to 100";
    }
    void aListWithOneMistakeChangesNothing()
    {
        QFETCH(QString, list);
        QFETCH(QString, error);
        WorkloadSettings settings;
        QCOMPARE(plain(setFromList(settings, list)), error);
        QCOMPARE(settings, WorkloadSettings {});
    }

    void aPresetKnowsWhenItIsInForce()
    {
        for (const auto& preset : workloadPresets()) {
            const auto settings = preset.appliedTo({});
            int inForce = 0;
            for (const auto& other : workloadPresets()) {
                inForce += other.isIn(settings) ? 1 : 0;
            }
            QCOMPARE(inForce, 1);
            QVERIFY(preset.isIn(settings));
        }
        QVERIFY(workloadPresets().front().isIn(WorkloadSettings {}));
    }
};

QTEST_GUILESS_MAIN(WorkloadFormTest)
#include "workload_form_test.moc"
