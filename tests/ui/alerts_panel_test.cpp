// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/paint_watch.h"
#include "tests/ui/panel_samples.h"
#include "ui/widgets/ack_button.h"
#include "ui/widgets/alerts_panel.h"
#include "ui/widgets/motion.h"

#include <QImage>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace headroom;
using namespace headroom::ui;
using samples::State;

namespace {

const QSize kCard(456, 422);
constexpr ScreenSizes kWall { true, 1 };

struct Fixture {
    Fixture() { shown.panel.setLook(Theme::dark(), kWall); }

    // The visible button that acknowledges this alert, found as a screen reader finds it.
    AckButton* button(const QString& title)
    {
        for (AckButton* candidate : shown.panel.findChildren<AckButton*>()) {
            if (!candidate->isHidden()
                && candidate->accessibleName() == QStringLiteral("Acknowledge ") + title) {
                return candidate;
            }
        }
        return nullptr;
    }

    int buttons()
    {
        int count = 0;
        for (const AckButton* candidate : shown.panel.findChildren<AckButton*>()) {
            count += candidate->isHidden() ? 0 : 1;
        }
        return count;
    }

    Shown<AlertsPanel> shown { kCard };
    AlertsPanel& panel = shown.panel;
    QSignalSpy acknowledged { &panel, &AlertsPanel::acknowledgeRequested };
};

QStringList idsOf(const QSignalSpy& spy)
{
    QStringList ids;
    for (const QList<QVariant>& arguments : spy) {
        ids.append(arguments[0].toString());
    }
    return ids;
}

}  // namespace

class AlertsPanelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aClickAcknowledgesItsAlert();
    void spaceAndEnterAcknowledgeTheAlertInFocus();
    void tabWalksTheButtonsFromTheTop();
    void aHeldEnterAcknowledgesOnce();
    void onlyAlertsThatWaitHaveAButton();
    void focusStaysWithItsAlertWhenRowsMove();
    void aPressOnARowThatMovesAwayAcknowledgesNothing();
    void theButtonMayVanishInsideItsOwnClick();
    void theFirstThatWaitsIsAcknowledgedByKey();
    void rowsThatDoNotFitAreCounted();
    void buttonsAreLargeEnoughToHit();
    void twoRowsOfOneAlertShareOneButton();
    void anOverdueRowIsUnmistakable();
    void unacknowledgedRowsAlternateOnlyWhileSeen();
    void emptyAndStaleHaveWordsOfTheirOwn();
    void equalDisplaysPaintNothing();
    void survivesHostileTextAndEverySize();
};

void AlertsPanelTest::initTestCase()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
}

void AlertsPanelTest::aClickAcknowledgesItsAlert()
{
    Fixture f;
    f.panel.setDisplay(samples::overview(State::Red).alerts);
    QVERIFY(f.button(QStringLiteral("Latency p99")));
    QTest::mouseClick(f.button(QStringLiteral("Latency p99")), Qt::LeftButton);
    QTest::mouseClick(f.button(QStringLiteral("Concurrent writes")), Qt::LeftButton);
    QCOMPARE(idsOf(f.acknowledged),
        QStringList({ QStringLiteral("latency"), QStringLiteral("writes") }));
}

void AlertsPanelTest::spaceAndEnterAcknowledgeTheAlertInFocus()
{
    Fixture f;
    f.panel.setDisplay(samples::overview(State::Red).alerts);
    QTest::keyClick(f.button(QStringLiteral("Concurrent writes")), Qt::Key_Space);
    QTest::keyClick(f.button(QStringLiteral("Latency p99")), Qt::Key_Return);
    QTest::keyClick(f.button(QStringLiteral("Latency p99")), Qt::Key_Enter);
    QCOMPARE(idsOf(f.acknowledged),
        QStringList(
            { QStringLiteral("writes"), QStringLiteral("latency"), QStringLiteral("latency") }));
}

void AlertsPanelTest::tabWalksTheButtonsFromTheTop()
{
    Fixture f;
    // Made in the wrong order, so that the order of creation does not decide.
    AlertsDisplay display = samples::overview(State::Red).alerts;
    std::swap(display.rows[0], display.rows[2]);
    f.panel.setDisplay(display);
    f.panel.setDisplay(samples::overview(State::Red).alerts);
    f.shown.window.activateWindow();
    f.button(QStringLiteral("Concurrent writes"))->setFocus();
    QTRY_VERIFY(f.button(QStringLiteral("Concurrent writes"))->hasFocus());
    QTest::keyClick(f.button(QStringLiteral("Concurrent writes")), Qt::Key_Tab);
    QVERIFY(f.button(QStringLiteral("Latency p99"))->hasFocus());
}

void AlertsPanelTest::aHeldEnterAcknowledgesOnce()
{
    Fixture f;
    f.panel.setDisplay(samples::overview(State::Red).alerts);
    QKeyEvent repeated(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, QString(), true);
    QCoreApplication::sendEvent(f.button(QStringLiteral("Latency p99")), &repeated);
    QCOMPARE(f.acknowledged.count(), 0);
}

void AlertsPanelTest::onlyAlertsThatWaitHaveAButton()
{
    Fixture f;
    f.panel.setDisplay(samples::overview(State::Red).alerts);
    QCOMPARE(f.buttons(), 2);
    QVERIFY(!f.button(QStringLiteral("Storage")));
    f.panel.setDisplay(samples::overview(State::Green).alerts);
    QCOMPARE(f.buttons(), 0);
}

void AlertsPanelTest::focusStaysWithItsAlertWhenRowsMove()
{
    Fixture f;
    AlertsDisplay display = samples::overview(State::Red).alerts;
    f.panel.setDisplay(display);
    f.shown.window.activateWindow();
    f.button(QStringLiteral("Latency p99"))->setFocus();
    QTRY_VERIFY(f.button(QStringLiteral("Latency p99"))->hasFocus());
    std::swap(display.rows[0], display.rows[2]);
    f.panel.setDisplay(display);
    QVERIFY(f.button(QStringLiteral("Latency p99"))->hasFocus());
    QTest::keyClick(f.shown.window.focusWidget(), Qt::Key_Return);
    QCOMPARE(idsOf(f.acknowledged), QStringList({ QStringLiteral("latency") }));
}

void AlertsPanelTest::aPressOnARowThatMovesAwayAcknowledgesNothing()
{
    Fixture f;
    AlertsDisplay display = samples::overview(State::Red).alerts;
    f.panel.setDisplay(display);
    AckButton* pressed = f.button(QStringLiteral("Concurrent writes"));
    const QPoint finger = pressed->mapTo(&f.panel, pressed->rect().center());
    QTest::mousePress(pressed, Qt::LeftButton);
    std::swap(display.rows[0], display.rows[2]);
    f.panel.setDisplay(display);
    QTest::mouseRelease(pressed, Qt::LeftButton, {}, pressed->mapFrom(&f.panel, finger));
    QCOMPARE(f.acknowledged.count(), 0);
}

void AlertsPanelTest::theButtonMayVanishInsideItsOwnClick()
{
    Fixture f;
    f.panel.setDisplay(samples::overview(State::Red).alerts);
    connect(&f.panel, &AlertsPanel::acknowledgeRequested, &f.panel,
        [&] { f.panel.setDisplay(samples::overview(State::Green).alerts); });
    QTest::mouseClick(f.button(QStringLiteral("Latency p99")), Qt::LeftButton);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(f.acknowledged.count(), 1);
    QCOMPARE(f.buttons(), 0);
}

void AlertsPanelTest::theFirstThatWaitsIsAcknowledgedByKey()
{
    Fixture f;
    QVERIFY(!f.panel.acknowledgeFirst());
    AlertsDisplay display = samples::overview(State::Red).alerts;
    display.rows[0].canAcknowledge = false;
    f.panel.setDisplay(display);
    QVERIFY(f.panel.acknowledgeFirst());
    QCOMPARE(idsOf(f.acknowledged), QStringList({ QStringLiteral("latency") }));
}

void AlertsPanelTest::rowsThatDoNotFitAreCounted()
{
    Fixture f;
    f.panel.setDisplay(samples::alerts(3));
    QCOMPARE(f.panel.hiddenRows(), 0);
    f.panel.setDisplay(samples::alerts(5));
    QCOMPARE(f.panel.hiddenRows(), 3);
    QCOMPARE(f.buttons(), 2);
    f.panel.resize(456, 57 + 5 * 122);
    QCOMPARE(f.panel.hiddenRows(), 0);
    QCOMPARE(f.buttons(), 5);
    f.panel.resize(456, 60);
    QCOMPARE(f.panel.hiddenRows(), 5);
    QCOMPARE(f.buttons(), 0);
}

void AlertsPanelTest::buttonsAreLargeEnoughToHit()
{
    Fixture f;
    f.panel.setDisplay(samples::overview(State::Red).alerts);
    for (const ScreenSizes sizes : { ScreenSizes {}, kWall, ScreenSizes { true, 0.5 } }) {
        f.panel.setLook(Theme::dark(), sizes);
        const AckButton* button = f.button(QStringLiteral("Concurrent writes"));
        QVERIFY(button && button->height() >= 32 && button->width() >= 32);
        QVERIFY(f.panel.rect().contains(button->geometry()));
    }
}

void AlertsPanelTest::twoRowsOfOneAlertShareOneButton()
{
    Fixture f;
    AlertsDisplay display = samples::alerts(2);
    display.rows[1].id = display.rows[0].id;
    f.panel.setDisplay(display);
    QCOMPARE(f.buttons(), 1);
    f.panel.grab();
}

void AlertsPanelTest::anOverdueRowIsUnmistakable()
{
    Fixture f;
    AlertsDisplay display = samples::alerts(1);
    const auto ink = [&] {
        f.panel.setDisplay(display);
        const QImage image = f.panel.grab().toImage();
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < 260; ++x) {
                count += image.pixelColor(x, y) == Theme::dark().color(Token::T1) ? 1 : 0;
            }
        }
        return count;
    };
    const int due = ink();
    display.rows[0].overdue = true;
    display.rows[0].deadlineWord = QStringLiteral("overdue");
    display.rows[0].deadline = QStringLiteral("0:12:04");
    // A plate of ink, not only another word.
    QVERIFY(ink() > due + 3000);
}

void AlertsPanelTest::unacknowledgedRowsAlternateOnlyWhileSeen()
{
    Alternation& alternation = Alternation::shared();
    {
        Fixture f;
        f.panel.setDisplay(samples::overview(State::Red).alerts);
        QVERIFY(alternation.isRunning());
        const QImage one = f.panel.grab().toImage();
        alternation.beat();
        QVERIFY(f.panel.grab().toImage() != one);
        f.panel.hide();
        QVERIFY(!alternation.isRunning());
        f.panel.show();
        AlertsDisplay display = samples::overview(State::Red).alerts;
        for (AlertRow& row : display.rows) {
            row.canAcknowledge = false;
        }
        f.panel.setDisplay(display);
        QVERIFY(!alternation.isRunning());
    }
    QVERIFY(!alternation.isRunning());
}

void AlertsPanelTest::emptyAndStaleHaveWordsOfTheirOwn()
{
    Fixture f;
    AlertsDisplay display = samples::overview(State::Green).alerts;
    f.panel.setDisplay(display);
    const QImage calm = f.panel.grab().toImage();
    display.emptyTitle.clear();
    f.panel.setDisplay(display);
    QVERIFY(f.panel.grab().toImage() != calm);

    display = samples::overview(State::Stale).alerts;
    f.panel.setDisplay(display);
    const QImage stale = f.panel.grab().toImage();
    // The bar of a stale row has no level's colour.
    QCOMPARE(stale.pixelColor(4, 120), Theme::dark().color(Token::T1));
    display.emptyTitle.clear();
    f.panel.setDisplay(display);
    QVERIFY(f.panel.grab().toImage() != stale);
}

void AlertsPanelTest::equalDisplaysPaintNothing()
{
    Fixture f;
    PaintWatch watch(f.panel);
    AlertsDisplay display = samples::overview(State::Red).alerts;
    QVERIFY(watch.paintsAfter([&] { f.panel.setDisplay(display); }) > 0);
    QCOMPARE(
        watch.paintsAfter([&] { f.panel.setDisplay(samples::overview(State::Red).alerts); }), 0);
    display.rows[0].age = QStringLiteral("0:49");
    QVERIFY(watch.paintsAfter([&] { f.panel.setDisplay(display); }) > 0);
}

void AlertsPanelTest::survivesHostileTextAndEverySize()
{
    Fixture f;
    const QString huge = QString(20000, QLatin1Char('8')) + QStringLiteral("<img src=x>\n");
    for (const QString& text : { QString(), huge }) {
        AlertsDisplay display = samples::alerts(4);
        display.summary = display.emptyTitle = display.emptyDetail = display.emptyFoot = text;
        for (AlertRow& row : display.rows) {
            row.title = row.value = row.escalation = row.age = text;
            row.deadlineWord = row.deadline = row.acknowledged = text;
        }
        display.rows[0].overdue = true;
        display.rows[1].stale = true;
        display.rows[2].canAcknowledge = false;
        for (const ScreenSizes sizes : { ScreenSizes {}, kWall, ScreenSizes { true, 4 } }) {
            f.panel.setLook(Theme::light(), sizes);
            for (const QSize size : { QSize(0, 0), QSize(1, 1), QSize(30, 400), QSize(400, 20),
                     QSize(288, 304), QSize(456, 800) }) {
                f.panel.resize(size);
                f.panel.setDisplay(display);
                f.panel.grab();
                f.panel.setDisplay({});
                f.panel.grab();
            }
        }
    }
    // Text is plain.
    AlertsDisplay display = samples::alerts(1);
    f.panel.setLook(Theme::dark(), kWall);
    f.panel.resize(kCard);
    display.rows[0].title = QStringLiteral("<img src=x>");
    f.panel.setDisplay(display);
    const QImage shown = f.panel.grab().toImage();
    display.rows[0].title.clear();
    f.panel.setDisplay(display);
    QVERIFY(f.panel.grab().toImage() != shown);
}

QTEST_MAIN(AlertsPanelTest)
#include "alerts_panel_test.moc"
