// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/temp_dir.h"
#include "ui/report/csv_writer.h"
#include "ui/report/save_file.h"

#include <QDir>
#include <QFile>
#include <QLocale>
#include <QTest>

#include <limits>

using namespace headroom;
using namespace headroom::ui;

class CsvWriterTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rowsAndCellsAreKeptApart()
    {
        CsvWriter csv;
        csv.text(QStringLiteral("a")).number(1.5).text({}).endRow().number(2).endRow();
        QCOMPARE(csv.bytes(), QByteArray("a,1.5,\r\n2\r\n"));
    }

    void textThatASpreadsheetWouldRunIsText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("cell");
        QTest::newRow("equals") << QStringLiteral("=cmd|' /C calc'!A0")
                                << QByteArray("'=cmd|' /C calc'!A0");
        QTest::newRow("plus") << QStringLiteral("+1") << QByteArray("'+1");
        QTest::newRow("minus") << QStringLiteral("-1") << QByteArray("'-1");
        QTest::newRow("at") << QStringLiteral("@SUM(A1)") << QByteArray("'@SUM(A1)");
        QTest::newRow("behind a blank") << QStringLiteral(" =1") << QByteArray("' =1");
        QTest::newRow("behind a tab") << QStringLiteral("\t=1") << QByteArray("' =1");
        QTest::newRow("full width") << QStringLiteral("\uFF1D1") << QByteArray("'\uFF1D1");
        QTest::newRow("quoted") << QStringLiteral("=1,\"x\"") << QByteArray("\"'=1,\"\"x\"\"\"");
        QTest::newRow("harmless") << QStringLiteral("a=1") << QByteArray("a=1");
    }

    void textThatASpreadsheetWouldRunIsText()
    {
        QFETCH(const QString, text);
        QFETCH(const QByteArray, cell);
        QCOMPARE(CsvWriter().text(text).bytes(), cell);
    }

    void separatorsQuotesAndLineEndsStayInTheirCell()
    {
        QCOMPARE(CsvWriter().text(QStringLiteral("a,b")).bytes(), QByteArray("\"a,b\""));
        QCOMPARE(CsvWriter().text(QStringLiteral("a;b")).bytes(), QByteArray("\"a;b\""));
        QCOMPARE(
            CsvWriter().text(QStringLiteral("5\" disk")).bytes(), QByteArray("\"5\"\" disk\""));
        QCOMPARE(CsvWriter().text(QStringLiteral("a\r\n=b")).bytes(), QByteArray("a  =b"));
        QCOMPARE(CsvWriter().text(QStringLiteral("a\u2028b")).bytes(), QByteArray("a b"));
    }

    void numbersAreTheSameEverywhereAndExact()
    {
        QLocale::setDefault(QLocale(QLocale::German));
        QCOMPARE(CsvWriter().number(0.1).bytes(), QByteArray("0.1"));
        QCOMPARE(CsvWriter().number(1234567.25).bytes(), QByteArray("1234567.25"));
        QCOMPARE(CsvWriter().number(-3).bytes(), QByteArray("-3"));
        QCOMPARE(CsvWriter().number(std::nullopt).bytes(), QByteArray());
        QCOMPARE(CsvWriter().number(std::numeric_limits<double>::infinity()).bytes(), QByteArray());
        QLocale::setDefault(QLocale::c());
    }

    void aFileIsReplacedAsAWhole()
    {
        const TempDir folder;
        const QString path = QString::fromStdString((folder.path() / "a.csv").string());
        QCOMPARE(saveFile(path, "one"), QString());
        QCOMPARE(saveFile(path, "two"), QString());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("two"));
        QCOMPARE(
            QDir(QString::fromStdString(folder.path().string())).entryList(QDir::Files).size(), 1);
    }

    void aRefusalNamesTheFileAndTheReason()
    {
        const TempDir folder;
        const QString path = QString::fromStdString((folder.path() / "none" / "a.csv").string());
        const QString error = saveFile(path, "one");
        QVERIFY2(error.startsWith(QStringLiteral("cannot write ") + path + QStringLiteral(": ")),
            qPrintable(error));
        QVERIFY(error.size() > path.size() + 16);
    }
};

QTEST_APPLESS_MAIN(CsvWriterTest)
#include "csv_writer_test.moc"
