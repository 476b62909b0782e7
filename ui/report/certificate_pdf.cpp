// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/certificate_pdf.h"

#include "ui/report/print_sheet.h"
#include "ui/text/format.h"
#include "ui/text/text_style.h"

namespace headroom::ui {

namespace {

using Column = PrintSheet::Column;

QColor color(Token token) { return Theme::light().color(token); }

QString levelName(Level level)
{
    static constexpr const char* kWords[] = { "", "GREEN", "YELLOW", "ORANGE", "RED" };
    return QString::fromLatin1(kWords[static_cast<int>(level)]);
}

void printHead(PrintSheet& sheet, const CertificateReport& report)
{
    const auto& head = report.display.head;
    if (report.isSimulated) {
        sheet.line(
            QStringLiteral("SIMULATION: nothing below was measured"), 14, 700, color(Token::Sim));
    }
    sheet.line(QStringLiteral("Scale certificate"), 10, 600, color(Token::T2));
    sheet.line(head.status, 22, 700, color(Token::T1));
    sheet.line(head.summary
            + (head.exceeded.isEmpty() ? QStringLiteral(".")
                                       : QStringLiteral(", ") + head.exceeded + QLatin1Char('.')),
        10, 400, color(Token::T1));
    sheet.gap(6);
    sheet.fact(QStringLiteral("Source"),
        report.feed.isEmpty() ? report.source : report.source + QStringLiteral(", ") + report.feed);
    sheet.fact(QStringLiteral("Certified"), head.certified);
    sheet.fact(QStringLiteral("Owner"), head.owner);
    sheet.fact(QStringLiteral("Review cycle"), head.cycle);
    sheet.fact(QStringLiteral("Next review"),
        head.nextReview
            + (head.duePlate ? QStringLiteral(" · ") + head.duePlate->word : QString()));
    sheet.fact(QStringLiteral("Last review"),
        head.lastReview.isEmpty() ? QStringLiteral("none recorded") : head.lastReview);
    for (const auto& plate : head.plates) {
        sheet.fact(plate.word, plate.detail);
    }
    if (!head.notice.isEmpty()) {
        sheet.fact(QStringLiteral("Not known"), head.notice);
    }
    sheet.fact(QStringLiteral("Configuration hash"),
        head.hash.isEmpty() ? QStringLiteral("not known") : head.hash);
    sheet.fact(QStringLiteral("Audit head"),
        head.auditHead.isEmpty() ? QStringLiteral("not known") : head.auditHead);
}

void printLimits(PrintSheet& sheet, const CertificateReport& report)
{
    sheet.title(QStringLiteral("The seven limits"));
    const QVector<Column> columns { { QStringLiteral("Limit"), 0.15 },
        { QStringLiteral("Safe limit"), 0.15 }, { QStringLiteral("Proof"), 0.16 },
        { QStringLiteral("Status"), 0.13 }, { QStringLiteral("Peak in 30 days"), 0.17 },
        { QStringLiteral("Headroom left"), 0.14 }, { QStringLiteral("Verdict"), 0.10 } };
    sheet.header(columns);
    for (const auto& row : report.display.limits) {
        const QString peak = (row.peak + QLatin1Char(' ') + row.peakTime).trimmed();
        const QString left = row.instead.isEmpty()
            ? (row.headroom + QLatin1Char(' ') + levelName(row.level)).trimmed()
            : row.instead;
        const QString status = row.statusNote.isEmpty()
            ? row.status
            : row.status + QLatin1Char('\n') + row.statusNote;
        sheet.row(columns,
            { row.name, row.safeLimit, row.proof, status, peak, left, row.verdictText },
            row.verdict == LimitRow::Verdict::Exceeded,
            row.used ? std::optional(PrintSheet::Bar { 5, *row.used, row.level }) : std::nullopt);
    }
}

void printTable(PrintSheet& sheet, const GuidanceTable& table)
{
    sheet.title(table.title);
    QVector<Column> columns;
    const auto count = table.header.size();
    // The long words of the escalation need more than a fifth.
    static constexpr double kShares[] = { 0.25, 0.1, 0.27, 0.16, 0.22 };
    for (int i = 0; i < count; ++i) {
        columns.push_back({ table.header[i],
            table.levelColumn >= 0 && count == 5 ? kShares[i] : 1 / static_cast<double>(count) });
    }
    if (!table.rows.isEmpty()) {
        sheet.header(columns);
    }
    for (const auto& row : table.rows) {
        auto cells = row.cells;
        if (table.levelColumn >= 0) {
            cells[table.levelColumn] = levelName(row.level);
        }
        sheet.row(columns, cells, false, std::nullopt);
    }
    if (!table.note.isEmpty()) {
        sheet.line(table.note, 8, 400, color(Token::T2));
    }
}

}  // namespace

QByteArray certificatePdf(const CertificateReport& report)
{
    const WordsForFile file;
    const QString made = QStringLiteral("Headroom · ") + report.source + QStringLiteral(" · made ")
        + format::isoLocal(report.madeAt);
    const auto print = [&](PrintSheet& sheet) {
        printHead(sheet, report);
        printLimits(sheet, report);
        for (const auto& table : report.display.tables) {
            printTable(sheet, table);
        }
    };
    // How many pages there are is known after the last one, and stands on the first.
    PrintSheet counting(made, report.isSimulated, 0);
    print(counting);
    counting.finish();
    PrintSheet sheet(made, report.isSimulated, counting.pages());
    print(sheet);
    return sheet.finish();
}

}  // namespace headroom::ui
