// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/temp_dir.h"
#include "ui/report/csv_writer.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <cmath>

using namespace headroom;
using namespace headroom::ui;

namespace {

QByteArray cell(const QString& text)
{
    CsvWriter csv;
    csv.text(text);
    return csv.data();
}

}  // namespace

class CsvWriterTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void noTextIsTakenForAFormula()
    {
        for (const char* begin :
            { "=", "+", "-", "@", "\t", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20" }) {
            const auto text = QString::fromUtf8(begin) + QStringLiteral("cmd|' /C calc'!A0");
            QCOMPARE(cell(text), "'" + text.toUtf8());
        }
        QCOMPARE(cell(QStringLiteral("\r=1")), QByteArray("\"'\r=1\""));
        QCOMPARE(cell(QStringLiteral("a=1")), QByteArray("a=1"));
        CsvWriter csv;
        csv.number(-3.5).whole(-7);
        QCOMPARE(csv.data(), QByteArray("-3.5,-7"));
    }

    void quotesCommasAndLineBreaksAreOneCell()
    {
        QCOMPARE(cell(QStringLiteral("a,b")), QByteArray("\"a,b\""));
        QCOMPARE(cell(QStringLiteral("say \"no\"")), QByteArray("\"say \"\"no\"\"\""));
        QCOMPARE(cell(QStringLiteral("a\nb")), QByteArray("\"a\nb\""));
    }

    void numbersAreTheSameEverywhereAndNeverNotANumber()
    {
        CsvWriter csv;
        csv.number(1234567.25).number(std::nan("")).number(INFINITY).number(std::nullopt).whole(5);
        csv.endRow();
        QCOMPARE(csv.data(), QByteArray("1234567.25,,,,5\r\n"));
    }

    void aTimeIsWrittenInUtcAndWithItsZone()
    {
        qputenv("TZ", "Europe/Berlin");
        tzset();
        CsvWriter csv;
        csv.utc(SystemTime(std::chrono::milliseconds(1'785'751'433'250)));
        csv.local(SystemTime(std::chrono::milliseconds(1'785'751'433'250))).utc(std::nullopt);
        QCOMPARE(csv.data(), QByteArray("2026-08-03T10:03:53.250Z,2026-08-03T12:03:53.250+02:00,"));
    }

    void aFileIsWrittenWholeOrLeftAsItWas()
    {
        const TempDir folder;
        const auto path = QString::fromStdString((folder.path() / "out.csv").string());
        QCOMPARE(writeWholeFile(path, "new"), QString());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("new"));
    }

    void aFileThatCannotBeWrittenIsNamedWithTheReason()
    {
        const TempDir folder;
        const auto path = QString::fromStdString((folder.path() / "missing" / "out.csv").string());
        const auto error = writeWholeFile(path, "new");
        QVERIFY2(error.startsWith(path + QStringLiteral(": ")), qPrintable(error));
        QVERIFY(error.size() > path.size() + 5);
        QVERIFY(QDir(QString::fromStdString(folder.path().string())).isEmpty());
    }
};

QTEST_GUILESS_MAIN(CsvWriterTest)
#include "csv_writer_test.moc"
