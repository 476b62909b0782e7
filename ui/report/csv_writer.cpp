// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/csv_writer.h"

#include <QLocale>

#include <cmath>
#include <utility>

namespace headroom::ui {

namespace {

/// What spreadsheets take for a formula, also behind white space.
bool looksLikeFormula(const QString& text)
{
    const QString trimmed = text.trimmed();
    // The full-width forms count: some programs normalise what they import.
    static const QString kStarts = QStringLiteral("=+-@|%\uFF1D\uFF0B\uFF0D\uFF20");
    return !trimmed.isEmpty() && kStarts.contains(trimmed.front());
}

QString inOneLine(QString text)
{
    for (QChar& character : text) {
        if (character.category() == QChar::Other_Control || character == QChar(QChar::LineSeparator)
            || character == QChar(QChar::ParagraphSeparator)) {
            character = QLatin1Char(' ');
        }
    }
    return text;
}

}  // namespace

CsvWriter& CsvWriter::text(const QString& cell)
{
    QString safe = inOneLine(cell);
    if (looksLikeFormula(safe)) {
        safe.prepend(QLatin1Char('\''));
    }
    const bool isQuoted = safe.contains(QLatin1Char(',')) || safe.contains(QLatin1Char(';'))
        || safe.contains(QLatin1Char('"')) || safe != safe.trimmed();
    if (isQuoted) {
        safe.replace(QLatin1Char('"'), QStringLiteral("\"\""));
        safe = QLatin1Char('"') + safe + QLatin1Char('"');
    }
    this->cell(safe.toUtf8());
    return *this;
}

CsvWriter& CsvWriter::number(std::optional<double> value)
{
    const bool isKnown = value && std::isfinite(*value);
    cell(isKnown ? QByteArray::number(*value, 'g', QLocale::FloatingPointShortest) : QByteArray());
    return *this;
}

CsvWriter& CsvWriter::endRow()
{
    bytes_ += "\r\n";
    isRowBegun_ = false;
    return *this;
}

void CsvWriter::cell(const QByteArray& encoded)
{
    if (std::exchange(isRowBegun_, true)) {
        bytes_ += ',';
    }
    bytes_ += encoded;
}

}  // namespace headroom::ui
