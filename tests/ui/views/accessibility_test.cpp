// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/embedded_core.h"
#include "tests/ui/support/fake_desk.h"
#include "tests/ui/support/fleet_server.h"
#include "ui/feed/drill.h"
#include "ui/feed/switch_feed.h"
#include "ui/main_window.h"
#include "ui/models/fleet_model.h"
#include "ui/models/preferences_model.h"
#include "ui/views/alerts_dialog.h"
#include "ui/views/review_dialog.h"
#include "ui/views/simulator_page.h"
#include "ui/views/simulator_script.h"
#include "ui/views/thresholds_dialog.h"
#include "ui/views/view_list.h"
#include "ui/views/welcome_view.h"
#include "ui/widgets/overlay.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/rail.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTest>

#include <set>

using namespace headroom;
using namespace headroom::ui;

namespace {

constexpr int kPatience = 30'000;  // only ends a test that has failed

/// The window as it is shipped: on an embedded core with an alert, and with a fleet.
struct Office {
    explicit Office(bool isFirst = false)
    {
        screen.setInner(&core.feed);
        server.behave(FleetServer::ofThree().behaviour());
        model.setDrill(&drill);
        model.setSourceDesk(&desk);
        model.setFleet(&fleet);
        preferences.setLanguages(
            { { QStringLiteral("en"), QStringLiteral("English") } }, QStringLiteral("en"));
        model.setPreferences(&preferences);
        WindowOptions options;
        options.welcome = isFirst;
        options.size = QSize(1600, 1000);
        options.fullScreen = false;
        window = std::make_unique<MainWindow>(model, options);
        window->show();
        window->activateWindow();
    }
    /// Everything that comes later than the window is there.
    [[nodiscard]] bool isFilled()
    {
        return QTest::qWaitForWindowActive(window.get())
            && QTest::qWaitFor(
                [this] {
                    const auto board = core.feed.alerts();
                    const bool isLive = model.display().gauges.size() == 4
                        && model.display().gauges.front().truth == Truth::Live;
                    return isLive && board && !board->open.empty();
                },
                kPatience);
    }
    void open(const QString& page)
    {
        window->openPage(page);
        if (page == QLatin1String("fleet")) {
            [[maybe_unused]] const bool isThere
                = QTest::qWaitFor([this] { return fleet.rowCount() == 3; }, kPatience);
        }
        QTest::qWait(0);
    }

    EmbeddedTestCore core { { { Metric::ConcurrentWrites, 103 }, { Metric::WriteThroughput, 320 },
        { Metric::TotalStorage, 612.0 * 1024 * 1024 * 1024 }, { Metric::ArtifactCount, 41280 },
        { Metric::ArtifactSize, 212.0 * 1024 * 1024 }, { Metric::QueryResponse, 42 } } };
    SwitchFeed screen;
    Drill drill { screen, core.clock };
    FakeDesk desk;
    ScriptedServer server;
    FleetFeed asked { fleetSettingsFor(server), core.clock };
    FleetModel fleet { asked, core.clock };
    PreferencesModel preferences { {}, {}, {} };
    OverviewModel model { screen, core.clock };
    std::unique_ptr<MainWindow> window;
};

QString nameOf(const QObject* object)
{
    QStringList path;
    for (const auto* at = object; at != nullptr && path.size() < 4; at = at->parent()) {
        QString one = QString::fromLatin1(at->metaObject()->className());
        one.remove(QStringLiteral("headroom::ui::"));
        path.prepend(at->objectName().isEmpty() ? one : one + QLatin1Char('#') + at->objectName());
    }
    return path.join(QStringLiteral(" > "));
}

bool hasWord(const QString& name)
{
    return std::any_of(name.begin(), name.end(), [](QChar c) { return c.isLetter(); });
}

bool isInteractive(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::Button:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::ComboBox:
    case QAccessible::EditableText:
    case QAccessible::Slider:
    case QAccessible::SpinBox:
    case QAccessible::PageTab:
    case QAccessible::List:
    case QAccessible::Table:
    case QAccessible::Tree:
    case QAccessible::Link:
    case QAccessible::Dialog:
    case QAccessible::MenuItem:
        return true;
    default:
        return false;
    }
}

/// Whether a widget is only a part of the view or the field that is heard in its place.
bool isInnards(const QWidget* widget)
{
    const auto* parent = widget->parentWidget();
    const auto* area = qobject_cast<const QAbstractScrollArea*>(parent);
    return (area != nullptr && area->viewport() == widget)
        || widget->objectName().startsWith(QStringLiteral("qt_"))
        || qobject_cast<const QComboBox*>(parent) != nullptr;
}

/// What is wrong with one widget for those who hear it.
QStringList faultsOf(QWidget* widget)
{
    QStringList faults;
    auto* heard = QAccessible::queryAccessibleInterface(widget);
    if (heard == nullptr) {
        return { QStringLiteral("cannot be heard at all") };
    }
    const QString name = heard->text(QAccessible::Name).trimmed();
    const auto role = heard->role();
    const bool isFocusable = widget->focusPolicy() != Qt::NoFocus && widget->isEnabled();
    if (isFocusable && name.isEmpty()) {
        faults << QStringLiteral("takes the focus and has no name");
    }
    if (isFocusable && role == QAccessible::Client) {
        faults << QStringLiteral("takes the focus and does not say what it is");
    }
    if (isInteractive(role) && name.isEmpty()) {
        faults << QStringLiteral("can be used and has no name");
    }
    if (qobject_cast<QAbstractButton*>(widget) != nullptr && !hasWord(name)
        && !name.contains(QRegularExpression(QStringLiteral("[0-9]")))) {
        faults << QStringLiteral("is a button that is called only \"%1\"").arg(name);
    }
    if (qobject_cast<Panel*>(widget) != nullptr) {
        const QString more = heard->text(QAccessible::Description).trimmed();
        if (role == QAccessible::Client || name.isEmpty()) {
            faults << QStringLiteral("is painted and has no role or no name");
        }
        const bool isPicture = role == QAccessible::Chart || role == QAccessible::Graphic
            || role == QAccessible::Slider || role == QAccessible::List;
        if (isPicture && more.isEmpty()) {
            faults << QStringLiteral("is painted and does not say what it shows");
        }
    }
    return faults;
}

/// The children that only assistive programs know: lines of lists, cells of tables.
QStringList faultsBelow(QAccessibleInterface* heard, int depth = 0)
{
    constexpr int kDeep = 6;
    constexpr int kMany = 60;
    QStringList faults;
    for (int i = 0; depth < kDeep && i < qMin(heard->childCount(), kMany); ++i) {
        auto* child = heard->child(i);
        if (child == nullptr || child->object() != nullptr) {
            continue;  // widgets have their own turn
        }
        const auto role = child->role();
        const bool isLine = role == QAccessible::ListItem || isInteractive(role);
        if (isLine && child->text(QAccessible::Name).trimmed().isEmpty()) {
            faults << QStringLiteral("has a child without a name (%1)").arg(i);
        }
        faults << faultsBelow(child, depth + 1);
    }
    return faults;
}

/// Everything wrong on a screen, a line each; `seen` counts what was looked at.
QStringList faultsOn(QWidget* screen, const QString& where, int& seen)
{
    QStringList faults;
    auto all = screen->findChildren<QWidget*>();
    all.prepend(screen);
    for (auto* widget : all) {
        if (!widget->isVisible() || isInnards(widget)) {
            continue;
        }
        ++seen;
        auto found = faultsOf(widget);
        if (auto* heard = QAccessible::queryAccessibleInterface(widget)) {
            found << faultsBelow(heard);
        }
        for (const auto& fault : found) {
            faults << where + QStringLiteral(": ") + nameOf(widget) + QLatin1Char(' ') + fault;
        }
    }
    return faults;
}

/// Widgets that Tab has to reach.
std::set<QWidget*> reachable(QWidget* screen)
{
    std::set<QWidget*> found;
    for (auto* widget : screen->findChildren<QWidget*>()) {
        const bool takes = (widget->focusPolicy() & Qt::TabFocus) != 0;
        if (takes && widget->isVisible() && widget->isEnabled() && widget->focusProxy() == nullptr
            && widget->window() == screen->window()) {
            found.insert(widget);
        }
    }
    return found;
}

/// Every dialog that asks something, not shown yet.
QVector<QDialog*> dialogsOf(Office& office)
{
    office.open(QStringLiteral("simulator"));
    const auto& theme = Theme::dark();
    auto* window = office.window.get();
    auto& simulator = window->findChild<SimulatorPage*>()->simulator();
    const QString what = QStringLiteral("Storage");
    const ThresholdsDialog::Words words { QStringLiteral("Save thresholds"), QStringLiteral("Here"),
        QStringLiteral("Save") };
    return { new AlertsDialog(AlertsDialog::Kind::Acknowledge, what, {}, theme, window),
        new AlertsDialog(AlertsDialog::Kind::Note, what, {}, theme, window),
        new AlertsDialog(AlertsDialog::Kind::Shelve, what, std::chrono::hours(8), theme, window),
        new ReviewDialog(QStringLiteral("MK"), QStringLiteral("2026-07-19"),
            QStringLiteral("2027-01-19"), theme, window),
        new ThresholdsDialog(words, { QStringLiteral("one") }, theme, window),
        new SimulatorScript(simulator, theme, window) };
}

QString report(const QStringList& faults)
{
    return QStringLiteral("\n  ") + faults.join(QStringLiteral("\n  "));
}

}  // namespace

class AccessibilityTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyPageHasAName_forEverythingThatCanBeReachedOrHeard()
    {
        Office office;
        QVERIFY(office.isFilled());
        QStringList faults;
        for (const auto& row : viewList()) {
            for (const QSize size : { QSize(1600, 1000), MainWindow::kSmallest }) {
                office.window->resize(size);
                office.open(row.id);
                int seen = 0;
                faults << faultsOn(office.window.get(), row.id, seen);
                QVERIFY2(seen > 15, qPrintable(row.id));  // it did look at a whole page
            }
        }
        faults.removeDuplicates();
        QVERIFY2(faults.isEmpty(), qPrintable(report(faults)));
    }

    void theWallIsHeardThoughNothingOnItCanBeReached()
    {
        Office office;
        QVERIFY(office.isFilled());
        office.window->setWall(true);
        QTest::qWait(0);
        int seen = 0;
        const auto faults = faultsOn(office.window.get(), QStringLiteral("wall"), seen);
        QVERIFY(seen > 10);
        QVERIFY2(faults.isEmpty(), qPrintable(report(faults)));
        QVERIFY(reachable(office.window.get()).empty());
    }

    void whoeverIsWelcomedHearsWhereToStart()
    {
        Office office(true);
        QVERIFY(QTest::qWaitForWindowActive(office.window.get()));
        auto* welcome = office.window->findChild<WelcomeView*>();
        QVERIFY(welcome != nullptr && welcome->isVisible());
        int seen = 0;
        const auto faults = faultsOn(welcome, QStringLiteral("welcome"), seen);
        QVERIFY(seen > 4);
        QVERIFY2(faults.isEmpty(), qPrintable(report(faults)));
        QVERIFY(reachable(welcome).size() >= 4);
    }

    void everyDialogHasNames()
    {
        Office office;
        QVERIFY(office.isFilled());
        QStringList faults;
        for (auto* dialog : dialogsOf(office)) {
            dialog->show();
            int seen = 0;
            faults << faultsOn(dialog, dialog->windowTitle(), seen);
            QVERIFY(seen > 3);
            dialog->close();
        }
        QVERIFY2(faults.isEmpty(), qPrintable(report(faults)));
    }

    void whatIsTypedIntoADialogCanBeUndoneAndRedone()
    {
        Office office;
        QVERIFY(office.isFilled());
        int texts = 0;
        for (auto* dialog : dialogsOf(office)) {
            dialog->show();
            for (auto* text : dialog->findChildren<QPlainTextEdit*>()) {
                const QString before = text->toPlainText();
                text->setFocus();
                QTest::keyClicks(text, QStringLiteral("x"));
                const QString after = text->toPlainText();
                QVERIFY(after != before);
                QTest::keyClick(text, Qt::Key_Z, Qt::ControlModifier);
                QCOMPARE(text->toPlainText(), before);
                QTest::keyClick(text, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
                QCOMPARE(text->toPlainText(), after);
                ++texts;
            }
            dialog->close();
        }
        QVERIFY(texts >= 5);
    }

    void paletteAndOverviewOfKeysHaveNames()
    {
        Office office;
        QVERIFY(office.isFilled());
        int seen = 0;
        office.window->openPalette();
        auto faults = faultsOn(office.window->overlay(), QStringLiteral("palette"), seen);
        office.window->openKeys();
        faults << faultsOn(office.window->overlay(), QStringLiteral("keys"), seen);
        QVERIFY(seen > 10);
        QVERIFY2(faults.isEmpty(), qPrintable(report(faults)));
    }

    void aGaugeSaysItsValueItsLevelAndWhetherItIsLive()
    {
        Office office;
        QVERIFY(office.isFilled());
        QStringList gauges;
        for (auto* widget : office.window->findChildren<Panel*>()) {
            auto* heard = QAccessible::queryAccessibleInterface(widget);
            if (widget->isVisible() && heard->role() == QAccessible::Graphic) {
                gauges << heard->text(QAccessible::Name);
            }
        }
        QCOMPARE(gauges.size(), 4);
        QVERIFY2(gauges.filter(QStringLiteral("RED, 103")).size() == 1,
            qPrintable(gauges.join(QLatin1Char('\n'))));
    }

    void aPaintedListIsReadLineByLine()
    {
        Office office;
        QVERIFY(office.isFilled());
        office.open(QStringLiteral("certification"));
        auto* list = office.window->findChild<QWidget*>(QString(), Qt::FindChildrenRecursively);
        for (auto* panel : office.window->findChildren<Panel*>()) {
            if (panel->accessibleName() == QStringLiteral("The seven certified limits")) {
                list = panel;
            }
        }
        auto* heard = QAccessible::queryAccessibleInterface(list);
        QCOMPARE(heard->role(), QAccessible::List);
        QTRY_COMPARE_WITH_TIMEOUT(heard->childCount(), 7, kPatience);
        auto* line = heard->child(0);
        QCOMPARE(line->role(), QAccessible::ListItem);
        QVERIFY2(line->text(QAccessible::Name).contains(QStringLiteral("100 writers")),
            qPrintable(list->accessibleDescription()));
        QCOMPARE(heard->indexOfChild(line), 0);
        QVERIFY(line->parent() == heard);
        QVERIFY(heard->child(7) == nullptr);
    }

    void aPageIsATabThatAssistiveProgramsCanPress()
    {
        Office office;
        auto* item = office.window->findChild<RailItem*>(QStringLiteral("trends"));
        auto* heard = QAccessible::queryAccessibleInterface(item);
        QCOMPARE(heard->role(), QAccessible::PageTab);
        QVERIFY(!heard->state().selected);
        heard->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(office.window->page(), QStringLiteral("trends"));
        QVERIFY(heard->state().selected);
    }

    void tabGoesFromTheListOfPagesThroughEverythingAndComesRound()
    {
        Office office;
        QVERIFY(office.isFilled());
        QStringList faults;
        for (const auto& row : viewList()) {
            for (const QSize size : { QSize(1600, 1000), MainWindow::kSmallest }) {
                office.window->resize(size);
                office.open(row.id);
                const auto wanted = reachable(office.window.get());
                auto* first = office.window->findChild<RailItem*>(row.id);
                first->setFocus(Qt::TabFocusReason);
                std::set<QWidget*> visited;
                for (std::size_t i = 0; i <= wanted.size() + 5; ++i) {
                    auto* now = QApplication::focusWidget();
                    if (now == nullptr || !visited.insert(now).second) {
                        break;
                    }
                    QTest::keyClick(now, Qt::Key_Tab);
                }
                if (QApplication::focusWidget() != first) {
                    faults << row.id + QStringLiteral(": Tab does not come round but to ")
                            + nameOf(QApplication::focusWidget());
                }
                for (auto* widget : wanted) {
                    if (visited.count(widget) == 0 && widget->isVisible()) {
                        faults << row.id + QStringLiteral(": Tab never comes to ") + nameOf(widget);
                    }
                }
            }
        }
        faults.removeDuplicates();
        QVERIFY2(faults.isEmpty(), qPrintable(report(faults)));
    }

    void whatHasTheKeyboardLooksDifferent()
    {
        Office office;
        QVERIFY(office.isFilled());
        QStringList faults;
        for (const auto& row : viewList()) {
            office.open(row.id);
            for (auto* widget : reachable(office.window.get())) {
                office.window->setFocus();
                const QImage without = widget->grab().toImage();
                widget->setFocus(Qt::TabFocusReason);
                if (widget->hasFocus() && widget->grab().toImage() == without) {
                    faults << row.id + QStringLiteral(": ") + nameOf(widget);
                }
            }
        }
        faults.removeDuplicates();
        QVERIFY2(faults.isEmpty(), qPrintable(report(faults)));
    }
};

QTEST_MAIN(AccessibilityTest)
#include "accessibility_test.moc"
