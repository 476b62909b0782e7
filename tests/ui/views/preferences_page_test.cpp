// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/snapshots.h"
#include "ui/main_window.h"
#include "ui/widgets/control.h"
#include "ui/widgets/drop_down.h"
#include "ui/widgets/field_box.h"
#include "ui/widgets/gauge_card.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/rail.h"
#include "ui/widgets/segment_bar.h"

#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace headroom;
using namespace headroom::ui;
using namespace std::chrono_literals;

namespace {

/// A window on the preferences, and the disk behind it.
struct Desk {
    explicit Desk(QByteArray& disk, GivenPreferences given = {})
        : preferences(PreferencesDocument::parse(disk).value_or(PreferencesDocument()),
            std::move(given), [&disk](const QByteArray& text) {
                disk = text;
                return QString();
            })
    {
        preferences.setLanguages({ { QStringLiteral("de"), QStringLiteral("Deutsch") },
                                     { QStringLiteral("en"), QStringLiteral("English") } },
            QStringLiteral("en"));
        model.setPreferences(&preferences);
        window = std::make_unique<MainWindow>(model, WindowOptions {});
        window->show();
        window->activateWindow();
        [[maybe_unused]] const bool isActive = QTest::qWaitForWindowActive(window.get());
        QTest::keyClick(window.get(), Qt::Key_Comma, Qt::ControlModifier);
    }

    template <typename Widget>
    [[nodiscard]] Widget* find(const char* name) const
    {
        return window->findChild<Widget*>(QString::fromLatin1(name));
    }
    void choose(const char* bar, int index) const
    {
        QTest::mouseClick(find<SegmentBar>(bar)->button(index), Qt::LeftButton);
    }
    void pick(const char* list, const QVariant& data) const
    {
        auto* box = find<DropDown>(list);
        box->setFocus();
        box->setCurrentIndex(box->findData(data));
        Q_EMIT box->activated(box->currentIndex());
    }
    [[nodiscard]] QStringList gauges()
    {
        window->openPage(QStringLiteral("overview"));
        QStringList texts;
        for (const auto* gauge : window->findChildren<GaugeCard*>()) {
            if (gauge->isVisible()) {
                const auto& shown = gauge->display();
                texts << shown.valueText + QLatin1Char(' ') + shown.unitText;
            }
        }
        return texts;
    }

    ManualClock clock;
    SnapshotBuilder build { clock };
    FakeFeed feed;
    PreferencesModel preferences;
    OverviewModel model { feed, clock };
    std::unique_ptr<MainWindow> window;
};

}  // namespace

class PreferencesPageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { setTextStyle({}); }

    void ctrlCommaOpensItAndEveryChoiceIsThereAfterARestart()
    {
        QByteArray disk;
        {
            Desk desk(disk);
            QCOMPARE(desk.window->page(), QStringLiteral("preferences"));
            desk.choose("theme", 2);
            QCOMPARE(desk.window->theme(), ThemeKind::Light);
            desk.choose("sizes", 1);
            desk.choose("decimal", 2);
            desk.pick("zone", QByteArray("Asia/Tokyo"));
            desk.pick("language", QStringLiteral("de"));
            desk.choose("tone", 1);
            desk.choose("volume", 2);
            QTest::mouseClick(desk.find<CheckBox>("wall.alerts"), Qt::LeftButton);
            QTest::mouseClick(desk.find<CheckBox>("shift"), Qt::LeftButton);
            auto* turn = desk.find<FieldBox>("turn");
            turn->setFocus();
            turn->selectAll();
            QTest::keyClicks(turn, QStringLiteral("120"));
            QTest::keyClick(turn, Qt::Key_Return);
        }
        setTextStyle({});
        Desk again(disk);
        const auto& now = again.preferences.inForce();
        QCOMPARE(again.window->theme(), ThemeKind::Light);
        QCOMPARE(again.find<SegmentBar>("sizes")->current(), 1);
        QCOMPARE(again.find<SegmentBar>("decimal")->current(), 2);
        QCOMPARE(again.find<DropDown>("zone")->currentText(), QStringLiteral("Asia/Tokyo"));
        QCOMPARE(again.find<DropDown>("language")->currentText(), QStringLiteral("Deutsch"));
        QVERIFY(now.redTone == RedTone::Rising && now.redVolume == RedVolume::Loud);
        QVERIFY(again.find<CheckBox>("wall.alerts")->isChecked());
        QVERIFY(!again.find<CheckBox>("shift")->isChecked());
        QCOMPARE(now.wallTurn, 120s);
        QVERIFY(textStyle().sizes == SizeUnits::Binary);
        QCOMPARE(textStyle().zone.id(), QByteArray("Asia/Tokyo"));
    }

    void unitsSignAndZoneChangeWhatThePagesSayAtOnce()
    {
        QByteArray disk;
        Desk desk(disk);
        desk.feed.play(desk.build.calm().set(Metric::QueryResponse, 4.2, Level::Green).build());
        desk.clock.advance(1s);
        desk.model.tick();
        const auto before = desk.gauges().join(QLatin1Char('|'));
        QVERIFY2(before.contains(QStringLiteral("GB of 1000")), qPrintable(before));
        QVERIFY2(before.contains(QStringLiteral("4.2")), qPrintable(before));
        const QString clock = desk.model.display().clock.time;
        auto wanted = desk.preferences.inForce();
        wanted.sizes = SizeUnits::Decimal;
        wanted.decimal = DecimalChoice::Comma;
        wanted.zone = "Pacific/Kiritimati";
        desk.preferences.set(wanted);
        const auto after = desk.gauges().join(QLatin1Char('|'));
        QVERIFY2(after.contains(QStringLiteral("GB of 1073,7")), qPrintable(after));
        QVERIFY2(after.contains(QStringLiteral("4,2")), qPrintable(after));
        QVERIFY(desk.model.display().clock.time != clock);
        QVERIFY(desk.model.display().clock.date.contains(QStringLiteral("UTC+14:00")));
    }

    void everyControlHasANameAndTheKeyboardReachesIt()
    {
        QByteArray disk;
        Desk desk(disk);
        QSet<QWidget*> wanted;
        for (auto* widget : desk.window->findChildren<QWidget*>()) {
            const bool isReachable = widget->isVisible() && widget->isEnabled()
                && (widget->focusPolicy() & Qt::TabFocus) != 0;
            if (isReachable) {
                const auto* button = qobject_cast<QAbstractButton*>(widget);
                const bool isNamed = !widget->accessibleName().isEmpty()
                    || (button != nullptr && !button->text().isEmpty());
                QVERIFY2(isNamed, widget->metaObject()->className());
                wanted.insert(widget);
            }
        }
        QVERIFY(wanted.size() > 25);
        const auto most = 2 * wanted.size();
        for (qsizetype i = 0; i < most && !wanted.isEmpty(); ++i) {
            QTest::keyClick(QApplication::focusWidget() != nullptr ? QApplication::focusWidget()
                                                                   : desk.window.get(),
                Qt::Key_Tab);
            wanted.remove(QApplication::focusWidget());
        }
        QVERIFY2(wanted.isEmpty(),
            wanted.isEmpty() ? "" : qPrintable((*wanted.begin())->accessibleName()));
    }

    void redIsHeardMutedAndNeverSilencedHere()
    {
        QByteArray disk;
        GivenPreferences given;
        given.mayRedSound = false;
        Desk desk(disk, given);
        QSignalSpy tests(&desk.preferences.sound(), &SoundDesk::testRequested);
        QSignalSpy mutes(&desk.preferences.sound(), &SoundDesk::muteRequested);
        QTest::mouseClick(desk.find<PushButton>("soundTest"), Qt::LeftButton);
        QCOMPARE(tests.count(), 1);
        // Off for this run: there is nothing to mute, but it can be let sound again.
        QVERIFY(!desk.find<PushButton>("mute")->isEnabled());
        auto wanted = desk.preferences.inForce();
        wanted.mayRedSound = true;
        desk.preferences.set(wanted);
        QVERIFY(desk.find<PushButton>("mute")->isEnabled());
        QTest::mouseClick(desk.find<PushButton>("mute"), Qt::LeftButton);
        QCOMPARE(mutes.count(), 1);
        desk.preferences.sound().setState({ true, QStringLiteral("sound muted until 14:18"), {} });
        QCOMPARE(desk.find<PushButton>("mute")->text(), QStringLiteral("Sound on"));
    }

    void aTurnThatCannotBeIsMarkedAndNotTaken()
    {
        QByteArray disk;
        Desk desk(disk);
        auto* turn = desk.find<FieldBox>("turn");
        for (const char* text : { "4", "3601", "soon", "" }) {
            turn->setFocus();
            turn->selectAll();
            QTest::keyClick(turn, Qt::Key_Delete);
            QTest::keyClicks(turn, QString::fromLatin1(text));
            QTest::keyClick(turn, Qt::Key_Return);
            QCOMPARE(desk.preferences.inForce().wallTurn, 30s);
        }
        QVERIFY(disk.isEmpty());
    }

    void whatIsWrongWithTheFileStandsInTheRailAndOnThePage()
    {
        QByteArray disk;
        Desk desk(disk);
        auto* entry = desk.find<RailItem>("preferences");
        QVERIFY(entry->accessibleDescription().isEmpty());
        desk.preferences.setNotice(QStringLiteral("preferences.json is damaged"));
        QVERIFY(entry->accessibleDescription().contains(QStringLiteral("damaged")));
        const auto labels = desk.window->findChildren<PlainLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const PlainLabel* label) {
            return label->isVisible() && label->text().contains(QStringLiteral("is damaged"));
        }));
    }
};

QTEST_MAIN(PreferencesPageTest)
#include "preferences_page_test.moc"
