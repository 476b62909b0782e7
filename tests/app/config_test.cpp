// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headroom/config.h"

#include <QStringList>
#include <QTest>

#include <vector>

using namespace headroom;

namespace {

std::variant<Config, EarlyExit> read(const QString& line)
{
    std::vector<QByteArray> words { "headroom" };
    for (const auto& word : line.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        words.push_back(word.toUtf8());
    }
    std::vector<const char*> argv;
    for (const auto& word : words) {
        argv.push_back(word.constData());
    }
    return readConfig(static_cast<int>(argv.size()), argv.data());
}

}  // namespace

class ConfigTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingAskedIsTheOrdinaryWindow()
    {
        const auto config = std::get<Config>(read({}));
        QVERIFY(!config.wall);
        QVERIFY(config.page.isEmpty());
        QVERIFY(!config.theme && !config.size);
        QVERIFY(config.filesystemPath.empty() && config.screenshotFile.empty());
        QCOMPARE(config.workload, WorkloadSettings {});
    }

    void somebodyIsWelcomedOnlyWhereNothingSaysWhereToBegin()
    {
        const auto may = [](const char* line) {
            return std::get<Config>(read(QString::fromLatin1(line))).mayWelcome;
        };
        QVERIFY(may(""));
        QVERIFY(may("--state-dir /tmp/x --theme light --size 1920x1080"));
        for (const auto* line : { "--no-welcome", "--wall", "--page alerts", "--source workload",
                 "--workload off", "--connect http://127.0.0.1:8000", "--screenshot a.png" }) {
            QVERIFY2(!may(line), line);
        }
        QVERIFY(may("--no-welcome --page welcome --screenshot a.png"));
    }

    void everyOptionIsTaken()
    {
        const auto config = std::get<Config>(
            read(QStringLiteral("--wall --page workload --theme light --size 3840x2160 "
                                "--state-dir /tmp/x --workload writers=130,rate=120 "
                                "--screenshot wall.png --after 0.5")));
        QVERIFY(config.wall);
        QCOMPARE(config.page, QStringLiteral("workload"));
        QCOMPARE(config.theme, std::optional(ui::ThemeKind::Light));
        QCOMPARE(config.size, std::optional(QSize(3840, 2160)));
        QCOMPARE(config.stateDir, std::string("/tmp/x"));
        QCOMPARE(config.workload.writers, 130);
        QCOMPARE(config.screenshotFile, std::string("wall.png"));
        QCOMPARE(config.screenshotAfter, std::chrono::milliseconds(500));
        const auto remote = std::get<Config>(read(QStringLiteral(
            "--connect HTTPS://Depot.example.org/ --token-file t --ca-file ca.pem")));
        QCOMPARE(remote.connectUrl, std::string("https://depot.example.org"));
        QCOMPARE(remote.tokenFile, std::string("t"));
        QCOMPARE(remote.caFile, std::string("ca.pem"));
        const auto database = std::get<Config>(read(QStringLiteral(
            "--source "
            "postgres:postgresql://reader:secret@db.example.org/depot?headroom_limit=8GB")));
        QCOMPARE(*database.postgres,
            std::string("postgresql://reader:secret@db.example.org/depot?headroom_limit=8GB"));
        const auto folder = std::get<Config>(read(QStringLiteral("--source=filesystem:/srv/a:b")));
        QCOMPARE(folder.filesystemPath, std::string("/srv/a:b"));
    }

    void aFleetOpensItsPageAndMakesNoLoadHere()
    {
        const auto fleet = std::get<Config>(
            read(QStringLiteral("--fleet https://prometheus.example.org --token-file t")));
        QCOMPARE(fleet.fleetUrl, std::string("https://prometheus.example.org"));
        QCOMPARE(fleet.tokenFile, std::string("t"));
        QCOMPARE(fleet.connectUrl, std::string());
        QCOMPARE(fleet.page, QStringLiteral("fleet"));
        QVERIFY(!(fleet.workload == Config().workload));
    }

    void aMistakeSaysWhatIsWrongAndWhatIsRight_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QStringList>("says");
        const auto row = [](const char* line, const QStringList& says) {
            QTest::newRow(line) << QString::fromUtf8(line) << says;
        };
        const auto s = [](const char* text) { return QString::fromUtf8(text); };
        row("--colour", { s("--colour"), s("--theme"), s("--screenshot"), s("--help") });
        row("wall", { s("wall"), s("--wall") });
        row("--page", { s("--page") });
        row("--page alarms",
            { s("\"alarms\""),
                s("overview, alerts, trends, certification, simulator, thresholds, sources, fleet, "
                  "workload") });
        row("--theme blue", { s("\"blue\""), s("dark, light") });
        row("--size 1920", { s("\"1920\""), s("1920x1080") });
        row("--size 1920x", { s("\"1920x\""), s("1920x1080") });
        row("--size 1023x640", { s("1024x640") });
        row("--size 1024x639", { s("1024x640") });
        row("--size 20000x1000", { s("16384x16384") });
        row("--size 1920x1080x2", { s("1920x1080") });
        row("--source", { s("--source") });
        row("--source moon", { s("\"moon\""), s("workload nor filesystem:PATH") });
        row("--source postgres:headroom_limit=secret", { s("headroom_limit: must be a size") });
        row("--source postgres:host=h --workload off", { s("--workload") });
        row("--source filesystem:", { s("filesystem:PATH") });
        row("--workload writers=x", { s("--workload"), s("from 0 to 500") });
        row("--workload writers=501", { s("from 0 to 500") });
        row("--source filesystem:/srv --workload off", { s("--workload") });
        row("--after 3", { s("--after"), s("--screenshot") });
        row("--screenshot a.png --after soon", { s("\"soon\""), s("from 0 to 3600") });
        row("--screenshot a.png --after -1", { s("0 to 3600") });
        row("--screenshot a.png --after nan", { s("0 to 3600") });
        row("--screenshot", { s("--screenshot") });
        row("--connect", { s("--connect") });
        row("--connect localhost:8000", { s("--connect"), s("http:// or https://") });
        row("--connect file:///etc/passwd", { s("http:// or https://") });
        row("--connect http://169.254.169.254", { s("169.254.169.254") });
        row("--connect https://me:secret@depot.example.org", { s("user or password") });
        row("--connect http://depot:8000 --source workload", { s("--source") });
        row("--connect http://depot:8000 --token-file t", { s("--token-file"), s("https") });
        row("--fleet localhost:9090", { s("--fleet"), s("http:// or https://") });
        row("--fleet http://prometheus:9090 --token-file t", { s("--token-file"), s("https") });
        row("--fleet http://127.0.0.1:9090 --connect http://127.0.0.1:8000",
            { s("--fleet"), s("--connect") });
        row("--token-file t", { s("--connect URL") });
        row("--ca-file t", { s("--connect URL") });
    }
    void aMistakeSaysWhatIsWrongAndWhatIsRight()
    {
        QFETCH(QString, line);
        QFETCH(QStringList, says);
        const auto result = read(line);
        QVERIFY(std::holds_alternative<EarlyExit>(result));
        const auto& exit = std::get<EarlyExit>(result);
        QCOMPARE(exit.code, 2);
        const auto text = QString::fromStdString(exit.text);
        for (const auto& part : says) {
            QVERIFY2(text.contains(part), qPrintable(text));
        }
        QVERIFY(text.startsWith(QStringLiteral("headroom: ")) && text.endsWith(QLatin1Char('\n')));
    }

    void helpAndVersionAreNoMistakes()
    {
        const auto help = std::get<EarlyExit>(read(QStringLiteral("--help")));
        QCOMPARE(help.code, 0);
        QVERIFY(help.text.find("--screenshot") != std::string::npos);
        const auto version = std::get<EarlyExit>(read(QStringLiteral("--version")));
        QCOMPARE(version.code, 0);
        QVERIFY(version.text.rfind("headroom ", 0) == 0);
    }
};

QTEST_GUILESS_MAIN(ConfigTest)
#include "config_test.moc"
