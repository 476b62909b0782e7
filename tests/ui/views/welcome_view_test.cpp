// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/snapshots.h"
#include "ui/main_window.h"
#include "ui/views/sources_page.h"
#include "ui/views/welcome_view.h"
#include "ui/widgets/rail.h"
#include "ui/widgets/welcome_row.h"

#include <QSignalSpy>
#include <QTest>

using namespace headroom;
using namespace headroom::ui;

namespace {

struct Screen {
    explicit Screen(bool isFirst = true)
        : window(model, options(isFirst))
    {
        window.show();
        window.activateWindow();
        [[maybe_unused]] const bool isActive = QTest::qWaitForWindowActive(&window);
    }
    static WindowOptions options(bool isFirst)
    {
        WindowOptions options;
        options.welcome = isFirst;
        options.wall = isFirst;
        return options;
    }
    [[nodiscard]] WelcomeView* welcome() const { return window.findChild<WelcomeView*>(); }

    ManualClock clock;
    FakeFeed feed;
    OverviewModel model { feed, clock };
    MainWindow window;
};

}  // namespace

class WelcomeViewTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itTakesTheWholeWindowAndNothingElseCanBeReached()
    {
        Screen screen;
        QVERIFY(screen.welcome()->isVisible());
        QCOMPARE(screen.welcome()->size(), screen.window.size());
        QVERIFY(!screen.window.findChild<Rail*>()->isVisible());
        QVERIFY(!screen.window.isWall());
        QTest::keyClick(&screen.window, Qt::Key_F11);
        QTest::keyClick(&screen.window, Qt::Key_2, Qt::ControlModifier);
        QVERIFY(screen.welcome()->isVisible() && !screen.window.isWall());
        QCOMPARE(screen.window.page(), QStringLiteral("overview"));
    }

    void enterTriesItOnThisMachine()
    {
        Screen screen;
        QSignalSpy answers(&screen.window, &MainWindow::welcomeAnswered);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(answers.count(), 1);
        QVERIFY(answers.first().first().value<WelcomeChoice>() == WelcomeChoice::Try);
        QCOMPARE(screen.window.page(), QStringLiteral("overview"));
        QVERIFY(screen.window.findChild<Rail*>()->isVisible());
        QTRY_VERIFY(screen.welcome() == nullptr);
    }

    void theArrowsGoToTheServiceWhoseAddressIsThenAskedFor()
    {
        Screen screen;
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(screen.window.page(), QStringLiteral("sources"));
        QVERIFY(screen.window.findChild<SourcesPage*>()->isVisible());
        QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("Address"));
    }

    void everyChoiceHasANameAndSomebodyWhoWasHereBeforeSeesNone()
    {
        Screen screen;
        for (const auto* row : screen.window.findChildren<WelcomeRow*>()) {
            QVERIFY(!row->accessibleName().isEmpty());
        }
        Screen later(false);
        QVERIFY(later.welcome() == nullptr);
    }
};

QTEST_MAIN(WelcomeViewTest)
#include "welcome_view_test.moc"
