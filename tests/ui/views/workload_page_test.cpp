// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/snapshots.h"
#include "ui/views/workload_page.h"
#include "ui/widgets/control.h"
#include "ui/widgets/field_box.h"
#include "ui/widgets/slider.h"

#include <QLabel>
#include <QScrollArea>
#include <QTest>

using namespace headroom;
using namespace headroom::ui;

namespace {

struct Page {
    Page()
    {
        view.resize(1400, 900);
        view.show();
        play();
    }

    void play()
    {
        clock.advance(std::chrono::seconds(1));
        feed.play(build.calm().build());
    }
    [[nodiscard]] FieldBox* box(const char* key) const
    {
        return view.findChild<FieldBox*>(QString::fromLatin1(key));
    }
    void type(const char* key, const char* text) const
    {
        auto* field = box(key);
        field->selectAll();
        QTest::keyClicks(field, QString::fromLatin1(text));
        QTest::keyClick(field, Qt::Key_Return);
    }
    [[nodiscard]] QAbstractButton* button(const char* text) const
    {
        for (auto* found : view.findChildren<QAbstractButton*>()) {
            if (found->text() == QLatin1String(text)) {
                return found;
            }
        }
        return nullptr;
    }
    [[nodiscard]] bool says(const char* text) const
    {
        for (const auto* label : view.findChildren<QLabel*>()) {
            if (label->isVisible() && label->text().contains(QString::fromLatin1(text))) {
                return true;
            }
        }
        return false;
    }
    [[nodiscard]] WorkloadSettings lastAsked() const
    {
        return std::get<ConfigureWorkload>(feed.submitted.back().what).settings;
    }

    ManualClock clock;
    SnapshotBuilder build { clock };
    FakeFeed feed;
    OverviewModel model { feed, clock };
    WorkloadPage view { model };
};

}  // namespace

class WorkloadPageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itShowsTheSettingsInForce()
    {
        Page page;
        QCOMPARE(page.box("writers")->text(), QStringLiteral("12"));
        QCOMPARE(page.box("size")->text(), QStringLiteral("16\u00A0KB"));
        page.build.raw().source.workload->writers = 62;
        page.play();
        page.model.tick();
        QCOMPARE(page.box("writers")->text(), QStringLiteral("62"));
        QVERIFY(page.feed.submitted.empty());
    }

    void aTypedValueIsACommand()
    {
        Page page;
        page.type("writers", "130");
        QCOMPARE(page.feed.submitted.size(), std::size_t { 1 });
        QCOMPARE(page.lastAsked().writers, 130);
        QCOMPARE(page.lastAsked().storageLimit, WorkloadSettings {}.storageLimit);
        QVERIFY(!page.feed.submitted.back().actor.empty());
        page.type("limit", "2 MB");
        QCOMPARE(page.lastAsked().storageLimit.count, megabytes(2).count);
    }

    void aWrongValueIsExplainedAndNotSent()
    {
        Page page;
        page.type("writers", "many");
        QVERIFY(page.feed.submitted.empty());
        QVERIFY(page.says("writers: a whole number from 0 to 500"));
    }

    void whatTheSourceRefusesStandsBesideTheField()
    {
        Page page;
        page.type("rate", "300");
        page.feed.answer(QStringLiteral("workload: no more threads"));
        QVERIFY(page.says("workload: no more threads"));
        page.type("rate", "200");
        page.feed.answer({});
        QVERIFY(!page.says("workload: no more threads"));
    }

    void aSliderIsSentWhenItIsLetGo()
    {
        Page page;
        auto* slider = page.view.findChild<Slider*>();
        QTest::mousePress(slider, Qt::LeftButton, {}, QPoint(slider->width() / 2, 16));
        QVERIFY(page.feed.submitted.empty());
        QTest::mouseRelease(slider, Qt::LeftButton, {}, QPoint(slider->width() / 2, 16));
        QCOMPARE(page.feed.submitted.size(), std::size_t { 1 });
        QCOMPARE(page.lastAsked().writers, 100);
        QTest::keyClick(slider, Qt::Key_Right);
        QCOMPARE(page.lastAsked().writers, 101);
    }

    void aPresetSetsItsValuesAndIsMarkedOnceInForce()
    {
        Page page;
        QVERIFY(page.button("Calm")->isChecked());
        QTest::mouseClick(page.button("RED, pause"), Qt::LeftButton);
        QCOMPARE(page.lastAsked().writers, 130);
        QVERIFY(!page.button("RED, pause")->isChecked());
        page.build.raw().source.workload = page.lastAsked();
        page.play();
        page.model.tick();
        QVERIFY(page.button("RED, pause")->isChecked());
        QVERIFY(!page.button("Calm")->isChecked());
    }

    void spaceIsFreedOnRequest()
    {
        Page page;
        QTest::mouseClick(page.button("Free space"), Qt::LeftButton);
        QVERIFY(std::holds_alternative<FreeWorkloadSpace>(page.feed.submitted.back().what));
        QTest::mouseClick(page.button("Delete oldest"), Qt::LeftButton);
        QCOMPARE(page.lastAsked().deleteOldest, false);
    }

    void withoutAWorkloadItSaysSo()
    {
        Page page;
        page.build.raw().source.name = "filesystem /srv/depository";
        page.build.raw().source.workload.reset();
        page.play();
        page.model.tick();
        QVERIFY(!page.view.findChild<QScrollArea*>()->isVisible());
        QVERIFY(page.says("filesystem /srv/depository"));
    }
};

QTEST_MAIN(WorkloadPageTest)
#include "workload_page_test.moc"
