// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor_core/base/utc_text.h"
#include "tests/support/certified_policy.h"
#include "tests/ui/support/alerts.h"
#include "tests/ui/support/certification_feed.h"
#include "tests/ui/support/snapshots.h"
#include "ui/models/certification_model.h"
#include "ui/models/threshold_form.h"
#include "ui/report/alerts_csv.h"
#include "ui/report/calendar.h"
#include "ui/report/certification_csv.h"
#include "ui/text/format.h"
#include "ui/text/text_style.h"

#include <QTest>

#include <functional>

using namespace headroom;
using namespace headroom::ui;
using namespace std::chrono_literals;

namespace {

/// As somebody far away likes it.
TextStyle elsewhere()
{
    return { SizeUnits::Decimal, QLatin1Char(','), QTimeZone("Pacific/Kiritimati") };
}

/// What is made under the usual style and under another one.
template <typename Make>
auto bothWays(Make make)
{
    setTextStyle({});
    auto usual = make();
    setTextStyle(elsewhere());
    auto other = make();
    setTextStyle({});
    return std::pair(usual, other);
}

}  // namespace

class PreferencesFilesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TZ", "Europe/Berlin");
        tzset();
    }

    void theCsvOfAlertsIsTheSameToTheByte()
    {
        ManualClock clock;
        AlertsBuilder alerts(clock);
        alerts.open(AlertType::StorageCapacity, Level::Red, 90min).value = 1.5e12;
        const auto board = alerts.board();
        std::vector<const AlertView*> open { &board->open.front() };
        const auto [usual, other] = bothWays([&] { return alertsCsv(open, {}, false); });
        QCOMPARE(other, usual);
        QVERIFY(usual.contains("1.5e+12"));
    }

    void theCertificateIsTheSameInItsCsvAndOnPaperAndNotOnTheScreen()
    {
        ManualClock clock;
        CertificationFeed feed;
        SnapshotBuilder build(clock);
        CertificationModel model(feed, clock);
        model.setActive(true);
        feed.play(build.calm().build());
        model.tick();
        feed.answer(certificationOn(utcDate(clock.systemNow()), clock.systemNow()));
        const auto [csv, otherCsv] = bothWays(
            [&] { return certificationCsv(model.data(), model.snapshot().get(), false); });
        QCOMPARE(otherCsv, csv);
        const auto [paper, otherPaper] = bothWays([&] { return model.displayForFile(); });
        QVERIFY(otherPaper == paper);
        const auto [screen, otherScreen] = bothWays([&] { return model.display(); });
        QVERIFY(!(otherScreen == screen));
    }

    void theCalendarIsTheSame()
    {
        ReviewEvent event;
        event.due = std::chrono::year(2026) / 7 / 19;
        event.certificate = QStringLiteral("ENTERPRISE_SCALE_READY");
        const auto at = SystemTime(1785758633s);
        const auto [usual, other] = bothWays([&] { return reviewCalendar(event, at); });
        QCOMPARE(other, usual);
    }

    void thresholdsThatNobodyTouchedStayWhatTheyAreToTheLastBit()
    {
        ThresholdForm form(certifiedPolicy());
        const auto before = form.wanted();
        for (const auto& style : { elsewhere(), TextStyle {} }) {
            setTextStyle(style);
            form.spellAnew();
            QVERIFY(form.wanted() == before);
            QVERIFY(form.faults().isEmpty());
            QVERIFY(!form.isDirty());
        }
    }

    void whatWasTypedStaysTheSameNumberUnderAnotherSign()
    {
        ThresholdForm form(certifiedPolicy());
        auto texts = form.texts();
        texts.text(Metric::QueryResponse, ThresholdField::Yellow) = QStringLiteral("99.875");
        form.setTexts(texts);
        const auto typed = form.wanted();
        setTextStyle(elsewhere());
        form.spellAnew();
        QCOMPARE(form.texts().text(Metric::QueryResponse, ThresholdField::Yellow),
            QStringLiteral("99,875"));
        QVERIFY(form.wanted() == typed);
        QVERIFY(form.faults().isEmpty());
        setTextStyle({});
    }
};

QTEST_GUILESS_MAIN(PreferencesFilesTest)
#include "preferences_files_test.moc"
