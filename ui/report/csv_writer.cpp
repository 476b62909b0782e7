// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/csv_writer.h"

#include <QDateTime>
#include <QSaveFile>

#include <cmath>

namespace headroom::ui {

namespace {

bool looksLikeFormula(const QString& text)
{
    static const QString kBegins = QStringLiteral("=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20");
    return !text.isEmpty() && kBegins.contains(text.at(0));
}

QDateTime momentOf(SystemTime at, Qt::TimeSpec zone)
{
    const auto sinceEpoch = std::chrono::floor<std::chrono::milliseconds>(at).time_since_epoch();
    return QDateTime::fromMSecsSinceEpoch(sinceEpoch.count(), zone);
}

}  // namespace

void CsvWriter::add(const QByteArray& cell)
{
    if (isRowBegun_) {
        data_ += ',';
    }
    isRowBegun_ = true;
    data_ += cell;
}

CsvWriter& CsvWriter::text(const QString& text)
{
    QByteArray cell = ((looksLikeFormula(text) ? QStringLiteral("'") : QString()) + text).toUtf8();
    if (cell.contains('"') || cell.contains(',') || cell.contains('\n') || cell.contains('\r')) {
        cell = '"' + cell.replace("\"", "\"\"") + '"';
    }
    add(cell);
    return *this;
}

CsvWriter& CsvWriter::number(double value)
{
    add(std::isfinite(value) ? QByteArray::number(value, 'g', 15) : QByteArray());
    return *this;
}

CsvWriter& CsvWriter::number(std::optional<double> value)
{
    return number(value.value_or(std::nan("")));
}

CsvWriter& CsvWriter::whole(qint64 value)
{
    add(QByteArray::number(value));
    return *this;
}

CsvWriter& CsvWriter::utc(std::optional<SystemTime> at)
{
    add(at ? momentOf(*at, Qt::UTC).toString(Qt::ISODateWithMs).toLatin1() : QByteArray());
    return *this;
}

CsvWriter& CsvWriter::local(std::optional<SystemTime> at)
{
    if (!at) {
        add({});
        return *this;
    }
    // Qt writes the zone only of a time that is an offset from UTC.
    const auto here = momentOf(*at, Qt::LocalTime);
    add(here.toOffsetFromUtc(here.offsetFromUtc()).toString(Qt::ISODateWithMs).toLatin1());
    return *this;
}

void CsvWriter::endRow()
{
    data_ += "\r\n";
    isRowBegun_ = false;
}

QString writeWholeFile(const QString& path, const QByteArray& data)
{
    QSaveFile file(path);
    file.setDirectWriteFallback(false);
    const bool isWritten
        = file.open(QIODevice::WriteOnly) && file.write(data) == data.size() && file.commit();
    return isWritten ? QString() : path + QStringLiteral(": ") + file.errorString();
}

}  // namespace headroom::ui
