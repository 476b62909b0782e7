// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/temp_dir.h"
#include "tests/ui/support/snapshots.h"
#include "ui/main_window.h"

#include <QApplication>
#include <QFile>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>

using namespace headroom;
using namespace headroom::ui;

// Two screens, as the off-screen platform makes them from a file.
class ScreenChoiceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theWallOpensOnTheScreenOfThatNameAndFillsIt()
    {
        QCOMPARE(QGuiApplication::screens().size(), 2);
        ManualClock clock;
        FakeFeed feed;
        OverviewModel model(feed, clock);
        for (const char* name : { "left", "wall" }) {
            WindowOptions options;
            options.wall = true;
            options.screen = QString::fromLatin1(name);
            MainWindow window(model, options);
            window.show();
            QVERIFY(QTest::qWaitForWindowExposed(&window));
            QCOMPARE(window.screen()->name(), QString::fromLatin1(name));
            QCOMPARE(window.geometry(), window.screen()->geometry());
        }
    }

    void itReturnsWhenTheScreenDoes()
    {
        ScreenChoice choice;
        QSignalSpy returned(&choice, &ScreenChoice::returned);
        QSignalSpy changed(&choice, &ScreenChoice::changed);
        choice.setWanted(QStringLiteral("wall"));
        QVERIFY(choice.screen() != nullptr);
        choice.take(QGuiApplication::screens().first());
        QCOMPARE(returned.count(), 0);
        QCOMPARE(changed.count(), 1);
        choice.take(QGuiApplication::screens().last());
        QCOMPARE(returned.count(), 1);
        QCOMPARE(ScreenChoice::names(), QStringLiteral("left, wall"));
    }
};

int main(int argc, char** argv)
{
    const TempDir folder;
    const auto path = QString::fromStdString((folder.path() / "screens.json").string());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return 1;
    }
    file.write(R"({"screens":[{"name":"left","x":0,"y":0,"width":1280,"height":1024},)"
               R"({"name":"wall","x":1280,"y":0,"width":3840,"height":2160}]})");
    file.close();
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + path.toLocal8Bit());
    QApplication app(argc, argv);
    ScreenChoiceTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "screen_choice_test.moc"
