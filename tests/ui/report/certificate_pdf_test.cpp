// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor_core/base/utc_text.h"
#include "tests/support/temp_dir.h"
#include "tests/ui/support/certification_feed.h"
#include "ui/models/certification_words.h"
#include "ui/report/certificate_pdf.h"
#include "ui/report/save_file.h"

#include <QProcess>
#include <QTest>

using namespace headroom;
using namespace headroom::ui;

namespace {

QString output(const char* program, const QStringList& arguments)
{
    QProcess process;
    process.start(QString::fromLatin1(program), arguments);
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput());
}

/// A printed certificate, as poppler reads it.
struct Printed {
    explicit Printed(const CertificateReport& report)
    {
        const auto path = QString::fromStdString((dir.path() / "a certificate.pdf").string());
        failed = saveFile(path, certificatePdf(report));
        text = output("pdftotext", { QStringLiteral("-raw"), path, QStringLiteral("-") });
        facts = output("pdfinfo", { path });
    }

    TempDir dir;
    QString failed;
    QString text;
    QString facts;
};

CertificateReport report()
{
    ManualClock clock;
    CertificationFeed feed;
    SnapshotBuilder build(clock);
    feed.play(build.calm().build());
    CertificationData data;
    data.status = certificationOn(utcDate(clock.systemNow()), clock.systemNow());
    CertificateReport made;
    made.display = certificationDisplay(data, feed, clock.systemNow());
    made.source = QStringLiteral("local workload");
    made.feed = QStringLiteral("embedded");
    made.madeAt = clock.systemNow();
    return made;
}

}  // namespace

class CertificatePdfTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itIsA4AndEveryPageSaysWhichItIs()
    {
        const Printed printed(report());
        QCOMPARE(printed.failed, QString());
        QVERIFY2(printed.facts.contains(QStringLiteral("A4")), qPrintable(printed.facts));
        const auto pages = printed.text.count(QLatin1Char('\f'));
        QVERIFY(pages >= 2);
        for (int page = 1; page <= pages; ++page) {
            const auto text = printed.text.section(QLatin1Char('\f'), page - 1, page - 1);
            QVERIFY2(
                text.contains(QStringLiteral("%1 of %2").arg(page).arg(pages)), qPrintable(text));
        }
    }

    void timesAndNumbersCanBeReadBack()
    {
        auto made = report();
        made.display.limits[0].peakTime = QStringLiteral("24 Jul 16:41");
        const Printed printed(made);
        for (const char* text : { "OVERDUE 15 days", "2026-07-19", "96 24 Jul", "16:41", "1042",
                 "exceeded", "ORANGE", "not verified yet" }) {
            QVERIFY2(printed.text.simplified().contains(QString::fromLatin1(text)),
                qPrintable(printed.text));
        }
        QVERIFY(printed.text.contains(latin(kCertifiedHash)));
    }

    void aSimulationSaysSoOnEveryPageAndNothingElseDoes()
    {
        auto made = report();
        QVERIFY(!Printed(made).text.contains(QStringLiteral("SIMULATION")));
        made.isSimulated = true;
        const Printed printed(made);
        const auto pages = printed.text.count(QLatin1Char('\f'));
        for (int page = 0; page < pages; ++page) {
            QVERIFY(printed.text.section(QLatin1Char('\f'), page, page)
                        .contains(QStringLiteral("SIMULATION")));
        }
    }

    void whatIsNotKnownIsPrintedAsNotKnown()
    {
        ManualClock clock;
        CertificationFeed feed;
        CertificateReport made;
        made.display = certificationDisplay({}, feed, clock.systemNow());
        made.source = QStringLiteral("no source");
        made.madeAt = clock.systemNow();
        const Printed printed(made);
        QVERIFY(printed.text.contains(QStringLiteral("Configuration hash")));
        QVERIFY(printed.text.contains(QStringLiteral("not known")));
        QVERIFY(!printed.text.contains(QStringLiteral("within limit")));
    }
};

QTEST_MAIN(CertificatePdfTest)
#include "certificate_pdf_test.moc"
