// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/alerts.h"
#include "tests/ui/support/fake_desk.h"
#include "tests/ui/support/snapshots.h"
#include "ui/main_window.h"
#include "ui/models/trends_words.h"
#include "ui/views/alerts_page.h"
#include "ui/views/command_palette.h"
#include "ui/views/keys_overview.h"
#include "ui/views/sources_page.h"
#include "ui/views/thresholds_page.h"
#include "ui/views/trends_page.h"
#include "ui/views/view_list.h"
#include "ui/widgets/field_box.h"

#include <QAbstractButton>
#include <QAction>
#include <QListView>
#include <QMap>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QSignalSpy>
#include <QTest>

using namespace headroom;
using namespace headroom::ui;

namespace {

/// A window on a played feed.
struct Screen {
    explicit Screen(const QString& page = {}, QSize size = { 1440, 900 })
        : window(model, options(page, size))
    {
        model.setSourceDesk(&desk);
        feed.play(build.calm().build());
        window.show();
        window.activateWindow();
        [[maybe_unused]] const bool isActive = QTest::qWaitForWindowActive(&window);
    }

    static WindowOptions options(const QString& page, QSize size)
    {
        WindowOptions options;
        options.page = page;
        options.size = size;
        options.fullScreen = false;
        return options;
    }
    void key(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        auto* focus = QApplication::focusWidget();
        QTest::keyClick(focus != nullptr ? focus : &window, key, with);
    }
    void type(const char* text)
    {
        QTest::keyClicks(QApplication::focusWidget(), QString::fromLatin1(text));
    }
    [[nodiscard]] CommandPalette* palette() const
    {
        return qobject_cast<CommandPalette*>(window.overlay());
    }
    [[nodiscard]] KeysOverview* overview() const
    {
        return qobject_cast<KeysOverview*>(window.overlay());
    }
    [[nodiscard]] QString chosen() const
    {
        return palette()->findChild<QListView*>()->currentIndex().data().toString();
    }

    ManualClock clock;
    SnapshotBuilder build { clock };
    FakeFeed feed;
    FakeDesk desk;
    OverviewModel model { feed, clock };
    MainWindow window;
};

}  // namespace

class CommandsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void noKeyIsBoundTwiceWhereBothAreHeard()
    {
        Screen screen;
        for (const auto& row : viewList()) {
            QMap<QString, QString> taken;
            for (const auto& command : screen.window.commands()) {
                if (!command.page.isEmpty() && command.page != row.id) {
                    continue;
                }
                for (const auto& keys : command.keys) {
                    // A widget with the keyboard may have a key that the page does not bind.
                    if (!command.run) {
                        continue;
                    }
                    const QString text = keys.toString();
                    QVERIFY2(!text.isEmpty(), qPrintable(command.title));
                    QVERIFY2(!taken.contains(text),
                        qPrintable(QStringLiteral("%1 on %2: %3 and %4")
                                       .arg(text, row.id, taken[text], command.title)));
                    taken[text] = command.title;
                }
            }
        }
    }

    void everyCommandHasATitleAndAnIdOfItsOwn()
    {
        Screen screen;
        QStringList ids;
        for (const auto& command : screen.window.commands()) {
            QVERIFY2(!command.title.isEmpty(), qPrintable(command.id));
            QVERIFY2(!command.id.isEmpty(), qPrintable(command.title));
            const QString id = command.page + QLatin1Char('.') + command.id;
            QVERIFY2(!ids.contains(id), qPrintable(id));
            ids << id;
        }
    }

    void noPageBindsAKeyPastTheRegistry()
    {
        Screen screen;
        for (const auto& row : viewList()) {
            screen.window.openPage(row.id);
        }
        QVERIFY(screen.window.findChildren<QShortcut*>().isEmpty());
        QSet<QString> known;
        for (const auto& command : screen.window.commands()) {
            for (const auto& keys : command.keys) {
                known << keys.toString();
            }
        }
        for (const auto* action : screen.window.findChildren<QAction*>()) {
            for (const auto& keys : action->shortcuts()) {
                const bool isOfAField = qobject_cast<QLineEdit*>(action->parent()) != nullptr;
                QVERIFY2(isOfAField || known.contains(keys.toString()), qPrintable(action->text()));
            }
        }
    }

    void aFewLettersAndEnterOpenAPage()
    {
        Screen screen;
        screen.key(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(screen.palette() != nullptr);
        screen.type("simul");
        QCOMPARE(screen.chosen(), QStringLiteral("Go to Simulator"));
        screen.key(Qt::Key_Return);
        QVERIFY(screen.palette() == nullptr);
        QCOMPARE(screen.window.page(), QStringLiteral("simulator"));
    }

    void whatOtherPagesCanDoOpensThemFirst()
    {
        Screen screen;
        screen.key(Qt::Key_K, Qt::ControlModifier);
        screen.type("search in al");
        QCOMPARE(screen.chosen(), QStringLiteral("Search in alerts"));
        screen.key(Qt::Key_Return);
        QCOMPARE(screen.window.page(), QStringLiteral("alerts"));
        QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("Search in alerts"));
    }

    void arrowsGoRoundAndEscGivesTheKeyboardBack()
    {
        Screen screen(QStringLiteral("alerts"));
        screen.key(Qt::Key_Slash);
        auto* before = QApplication::focusWidget();
        screen.key(Qt::Key_K, Qt::ControlModifier);
        const QString first = screen.chosen();
        screen.key(Qt::Key_Up);
        QVERIFY(screen.chosen() != first);
        screen.key(Qt::Key_Down);
        QCOMPARE(screen.chosen(), first);
        screen.key(Qt::Key_Tab);
        QVERIFY(screen.palette()->isAncestorOf(QApplication::focusWidget()));
        screen.key(Qt::Key_Escape);
        QVERIFY(screen.palette() == nullptr);
        QCOMPARE(QApplication::focusWidget(), before);
    }

    void whatCannotBeDoneSaysWhyAndEnterDoesNothing()
    {
        Screen screen(QStringLiteral("thresholds"));
        auto* page = screen.window.findChild<ThresholdsPage*>();
        screen.key(Qt::Key_K, Qt::ControlModifier);
        screen.type("undo");
        const auto index = screen.palette()->findChild<QListView*>()->currentIndex();
        QCOMPARE(index.data(PaletteModel::WhyNot).toString(),
            QStringLiteral("there is nothing to undo"));
        screen.key(Qt::Key_Return);
        QVERIFY(screen.palette() != nullptr);
        QCOMPARE(page->undoStack().count(), 0);
    }

    void whatAPagesButtonsDoThePaletteDoesToo()
    {
        Screen screen(QStringLiteral("thresholds"));
        auto* page = screen.window.findChild<ThresholdsPage*>();
        const auto certified = page->editor().texts();
        const auto run = [&](const char* typed, const char* title) {
            screen.key(Qt::Key_K, Qt::ControlModifier);
            screen.type(typed);
            QCOMPARE(screen.chosen(), QString::fromUtf8(title));
            screen.key(Qt::Key_Return);
        };
        const auto edit = [&] {
            page->editor().setTexts(page->editor().withText(
                Metric::ConcurrentWrites, ThresholdField::Yellow, QStringLiteral("40")));
            QVERIFY(page->editor().texts() != certified);
        };
        edit();
        run("revert", "Revert what was edited");
        QVERIFY(page->editor().texts() == certified);
        edit();
        run("reset thr", "Reset thresholds to certified");
        QVERIFY(page->editor().texts() == certified);
        screen.key(Qt::Key_K, Qt::ControlModifier);
        screen.type("send thr");
        QCOMPARE(screen.palette()
                     ->findChild<QListView*>()
                     ->currentIndex()
                     .data(PaletteModel::WhyNot)
                     .toString(),
            QStringLiteral("this source is no remote service"));
    }

    void metricsOpenInTrendsAndSourcesOnTheirPageUntested()
    {
        Screen screen;
        screen.key(Qt::Key_K, Qt::ControlModifier);
        screen.type("trend of storage");
        screen.key(Qt::Key_Return);
        QCOMPARE(screen.window.page(), QStringLiteral("trends"));
        QCOMPARE(tabText(screen.window.findChild<TrendsPage*>()->trends().metric()),
            QStringLiteral("Storage"));
        screen.key(Qt::Key_K, Qt::ControlModifier);
        screen.type("source remote");
        screen.key(Qt::Key_Return);
        QCOMPARE(screen.window.page(), QStringLiteral("sources"));
        QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("Address"));
        QVERIFY(screen.desk.tests.empty());
        QVERIFY(screen.desk.uses.empty());
    }

    void theOverviewListsThePageInSightFirstAndFitsTheSmallestWindow()
    {
        Screen screen(QStringLiteral("thresholds"), MainWindow::kSmallest);
        screen.key(Qt::Key_F1);
        QVERIFY(screen.overview() != nullptr);
        QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("Thresholds"));
        QVERIFY(screen.window.rect().contains(screen.overview()->card()));
        auto* scroll = screen.overview()->findChild<QScrollArea*>();
        QVERIFY(scroll->verticalScrollBar()->maximum() > 0);
        screen.key(Qt::Key_End);
        QCOMPARE(scroll->verticalScrollBar()->value(), scroll->verticalScrollBar()->maximum());
        screen.key(Qt::Key_Escape);
        QVERIFY(screen.overview() == nullptr);
        QTest::keyClick(&screen.window, Qt::Key_Question);
        QVERIFY(screen.overview() != nullptr);
    }

    void nothingBehindTheOverviewHearsAKey()
    {
        Screen screen(QStringLiteral("alerts"));
        AlertsBuilder alerts(screen.clock);
        alerts.open(AlertType::ConcurrentWrites, Level::Red);
        screen.feed.play(alerts.board());
        screen.key(Qt::Key_F1);
        screen.key(Qt::Key_A);
        screen.key(Qt::Key_N);
        screen.key(Qt::Key_F11);
        QVERIFY(screen.feed.submitted.empty());
        QVERIFY(screen.overview() != nullptr);
        QVERIFY(!screen.window.isWall());
        screen.key(Qt::Key_Escape);
        screen.key(Qt::Key_A);
        QCOMPARE(screen.feed.submitted.size(), std::size_t(1));
    }

    void theWallOpensNothing()
    {
        Screen screen;
        screen.key(Qt::Key_F11);
        screen.key(Qt::Key_K, Qt::ControlModifier);
        screen.key(Qt::Key_F1);
        QVERIFY(screen.window.overlay() == nullptr);
    }

    void escGoesFromThePageToTheListOfPages()
    {
        Screen screen(QStringLiteral("alerts"));
        screen.key(Qt::Key_Slash);
        screen.key(Qt::Key_Escape);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("alerts"));
        screen.key(Qt::Key_Escape);
        QCOMPARE(QApplication::focusWidget(), &screen.window);
    }

    void escClosesTheFieldsOfARange()
    {
        Screen screen(QStringLiteral("trends"));
        auto* from = screen.window.findChild<FieldBox*>(QStringLiteral("from"));
        QTest::mouseClick(screen.window.findChild<QWidget*>(QStringLiteral("presets"))
                              ->findChildren<QAbstractButton*>()
                              .last(),
            Qt::LeftButton);
        QVERIFY(from->isVisible());
        screen.key(Qt::Key_Escape);
        QVERIFY(!from->isVisible());
        QCOMPARE(screen.window.page(), QStringLiteral("trends"));
    }
};

QTEST_MAIN(CommandsTest)
#include "commands_test.moc"
