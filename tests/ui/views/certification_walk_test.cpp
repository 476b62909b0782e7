// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor_core/base/posix_file_system.h"
#include "monitor_core/base/utc_text.h"
#include "monitor_core/monitor.h"
#include "monitor_core/policy/escalation_policy.h"
#include "monitor_core/policy/threshold_policy.h"
#include "monitor_core/recorder.h"
#include "monitor_core/storage/storage.h"
#include "tests/support/certified_policy.h"
#include "tests/support/scripted_source.h"
#include "tests/support/temp_dir.h"
#include "tests/ui/support/printed.h"
#include "ui/feed/local_feed.h"
#include "ui/main_window.h"
#include "ui/views/certification_page.h"
#include "ui/views/review_dialog.h"
#include "ui/widgets/segment_bar.h"

#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QTest>

using namespace headroom;
using namespace headroom::ui;
using namespace std::chrono_literals;

namespace {

constexpr int kPatience = 60'000;  // only ends a test that has failed

/// An embedded core on a state folder of its own, and the window before it.
struct Office {
    Office()
    {
        StorageSettings settings;
        settings.directory = state.path() / "a state";
        std::filesystem::create_directories(settings.directory);
        const auto policy = certifiedPolicy();
        settings.limits = policy.limits;
        settings.rules.matrix = certifiedEscalation().matrix;
        settings.rules.contacts = certifiedEscalation().contacts;
        settings.bootId = "one boot";
        storage.emplace(settings, files, clock, nullptr);
        storage->start();
        std::vector<std::unique_ptr<Source>> sources;
        sources.push_back(std::make_unique<ScriptedSource>([this]() -> Result<Readings> {
            Readings readings;
            readings.isGatedElsewhere = isOlder;
            readings.set(Metric::TotalStorage,
                { 700.0 * 1024 * 1024 * 1024, clock.steadyNow(), clock.systemNow(), {}, {} });
            readings.set(
                Metric::ArtifactCount, { 41'280, clock.steadyNow(), clock.systemNow(), {}, {} });
            return readings;
        }));
        monitor.emplace(policy, recorder, std::move(sources), clock, &*storage);
        monitor->start();
        feed.attach(*monitor);
        WindowOptions options;
        options.page = QStringLiteral("certification");
        options.size = QSize(1600, 900);
        options.theme = ThemeKind::Light;
        window.emplace(model, options);
        window->show();
        page = window->findChild<CertificationPage*>();
        page->setPathChooser([this](const QString& suggested, const QString&) {
            written = QString::fromStdString((state.path() / "to take").string()) + suggested;
            return written;
        });
    }
    ~Office()
    {
        window.reset();
        feed.detach();
        monitor->stop();
        monitor.reset();
        storage->stop();
    }

    [[nodiscard]] const CertificationData& data() const { return page->certification().data(); }
    [[nodiscard]] const CertificationDisplay& display() const
    {
        return page->certification().display();
    }
    [[nodiscard]] bool isKnown() const
    {
        return data().status && data().verdict && feed.latest() && feed.latest()->audit.isKnown
            && data().status->observed[indexOf(Metric::TotalStorage)].peak;
    }
    /// By keys alone, as a person would.
    void sign(const char* name, int decision)
    {
        QTest::keyClick(page, Qt::Key_R);
        auto* dialog = page->findChild<ReviewDialog*>();
        QVERIFY(dialog != nullptr);
        const auto fields = dialog->findChildren<QLineEdit*>();
        fields[0]->setText(QString::fromLatin1(name));
        fields[1]->setText(QStringLiteral("reviewed as owner"));
        dialog->findChild<QPlainTextEdit*>()->setPlainText(QStringLiteral("load test repeated"));
        QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(dialog->isVisible());  // nothing is decided in advance
        QTest::mouseClick(dialog->findChild<SegmentBar*>()->button(decision), Qt::LeftButton);
        QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    }
    [[nodiscard]] QByteArray file() const
    {
        QFile file(written);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] QString textOfPdf() const
    {
        QProcess extract;
        extract.start(QStringLiteral("pdftotext"),
            { QStringLiteral("-layout"), QStringLiteral("-enc"), QStringLiteral("UTF-8"), written,
                QStringLiteral("-") });
        extract.waitForFinished(kPatience);
        return plain(QString::fromUtf8(extract.readAllStandardOutput()));
    }

    TempDir state;
    SystemClock clock;
    PosixFileSystem files;
    std::atomic<bool> isOlder { false };
    Recorder recorder { certifiedPolicy().gate, certifiedPolicy().windows, clock };
    std::optional<Storage> storage;
    std::optional<Monitor> monitor;
    LocalFeed feed { QStringLiteral("embedded") };
    OverviewModel model { feed, clock };
    std::optional<MainWindow> window;
    CertificationPage* page = nullptr;
    QString written;
};

/// A text that was wrapped is found by its words, one after the other somewhere in the page.
bool holdsWords(const QString& text, std::string_view words)
{
    for (const auto& word : QString::fromLatin1(words.data(), static_cast<qsizetype>(words.size()))
                                .split(QLatin1Char(' '))) {
        if (!text.contains(word)) {
            return false;
        }
    }
    return true;
}

QString withoutBlanks(QString text)
{
    return text.remove(QLatin1Char(' ')).remove(QLatin1Char('\n'));
}

}  // namespace

class CertificationWalkTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aManagerRecordsAReviewSeesTheDateMoveAndTakesThePdfHome()
    {
        Office office;
        QTRY_VERIFY_WITH_TIMEOUT(office.isKnown(), kPatience);
        ReviewLog log(certificate().firstReview, certificate().reviewCycle);
        const auto today = utcDate(office.clock.systemNow());
        QCOMPARE(
            office.display().head.nextReview, QString::fromStdString(toDateText(log.nextReview())));

        office.sign("Ada Lovelace", 0);
        QVERIFY(log.record({ "Ada Lovelace", "reviewed as owner", "", true, today }, today));
        const auto next = QString::fromStdString(toDateText(log.nextReview()));
        QTRY_COMPARE_WITH_TIMEOUT(office.display().head.nextReview, next, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(office.page->message().contains(next), kPatience);
        QCOMPARE(office.data().status->reviews.size(), std::size_t { 1 });
        QCOMPARE(office.data().status->reviews[0].review.note, std::string("load test repeated"));
        QTRY_VERIFY_WITH_TIMEOUT(office.feed.latest()->audit.records > 0, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(!office.display().head.auditHead.isEmpty(), kPatience);

        office.page->exportPdf();
        QVERIFY2(office.page->message().startsWith(QStringLiteral("written")),
            qPrintable(office.page->message()));
        const auto head = office.display().head.auditHead;
        const auto text = office.textOfPdf();
        QVERIFY2(text.contains(QStringLiteral("ENTERPRISE_SCALE_READY")), qPrintable(text));
        for (const auto& row : certificate().limits) {
            for (const auto words : { row.safeLimit, row.proof, row.status }) {
                QVERIFY2(holdsWords(text, words), qPrintable(text));
            }
        }
        QVERIFY2(text.contains(QString::fromStdString(office.data().status->drift.hash)),
            qPrintable(text));
        QVERIFY2(withoutBlanks(text).contains(head), qPrintable(text));
        QVERIFY(text.contains(next));
        QVERIFY(text.contains(QStringLiteral("Ada Lovelace")));
        QVERIFY(text.contains(QStringLiteral("700 GB")));
        QVERIFY(text.contains(QStringLiteral("CONTRADICTED")));
        QVERIFY(!text.contains(QStringLiteral("SIMULATION")));
        const auto pages = text.count(QLatin1Char('\f'));
        QVERIFY(pages >= 1);
        for (int number = 1; number <= pages; ++number) {
            QVERIFY2(
                text.contains(QStringLiteral("%1 of %2").arg(number).arg(pages)), qPrintable(text));
        }
    }

    void aReviewThatDoesNotApproveMovesTheDateToo()
    {
        Office office;
        QTRY_VERIFY_WITH_TIMEOUT(office.isKnown(), kPatience);
        const auto before = office.display().head.nextReview;
        office.sign("Grace Hopper", 1);
        QTRY_VERIFY_WITH_TIMEOUT(office.display().head.nextReview != before, kPatience);
        QVERIFY(office.data().status->standing.wasRejected);
        QVERIFY(office.display().head.lastReview.contains(QStringLiteral("not approved")));
    }

    void theCalendarAndTheTableHoldWhatTheCoreSays()
    {
        Office office;
        QTRY_VERIFY_WITH_TIMEOUT(office.isKnown(), kPatience);
        office.page->exportCalendar();
        const auto calendar = office.file();
        auto due = office.display().head.nextReview;
        QVERIFY2(calendar.contains(
                     "DTSTART;VALUE=DATE:" + due.remove(QLatin1Char('-')).toLatin1() + "\r\n"),
            calendar.constData());
        office.page->exportTable();
        const auto csv = office.file();
        QCOMPARE(csv.count("\r\n"), 8);
        for (const auto& row : certificate().limits) {
            QVERIFY(csv.contains(QByteArray::fromStdString(std::string(info(row.metric).key))));
        }
        QVERIFY(csv.contains(QByteArray::fromStdString(office.data().status->drift.hash)));
    }

    void anOlderServiceOffersNoReview()
    {
        Office office;
        office.isOlder = true;
        QTRY_VERIFY_WITH_TIMEOUT(
            office.display().readOnly.contains(QStringLiteral("older service")), kPatience);
        auto* tools = office.page->headerTools();
        QAbstractButton* review = nullptr;
        for (auto* button : tools->findChildren<QAbstractButton*>()) {
            if (button->accessibleName() == QLatin1String("Record review")) {
                review = button;
            }
        }
        QVERIFY(review != nullptr && !review->isEnabled());
        QTest::keyClick(office.page, Qt::Key_R);
        QVERIFY(office.page->findChild<ReviewDialog*>() == nullptr);
        QVERIFY(office.page->message().contains(QStringLiteral("older service")));
    }

    void everyThingThatTakesTheFocusHasAName()
    {
        Office office;
        QTRY_VERIFY_WITH_TIMEOUT(office.isKnown(), kPatience);
        QTest::keyClick(office.page, Qt::Key_R);
        for (auto* widget : office.window->findChildren<QWidget*>()) {
            const auto* button = qobject_cast<QAbstractButton*>(widget);
            const bool hasName = !widget->accessibleName().isEmpty()
                || (button != nullptr && !button->text().isEmpty());
            const bool isInside = widget->isVisible() && widget->focusPolicy() != Qt::NoFocus
                && widget != office.window->window();
            QVERIFY2(!isInside || hasName || widget->inherits("QDialog"),
                widget->metaObject()->className());
        }
        for (int tab = 0; tab < 6; ++tab) {
            office.page->showTable(tab);
            for (const QSize size : { QSize(1024, 640), QSize(1280, 800), QSize(1920, 1080) }) {
                office.window->resize(size);
                QVERIFY(!office.window->grab().isNull());
            }
        }
    }
};

QTEST_MAIN(CertificationWalkTest)
#include "certification_walk_test.moc"
