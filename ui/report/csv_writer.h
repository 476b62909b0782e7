// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/base/clock.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace headroom::ui {

/// Builds a CSV file (RFC 4180, UTF-8): cells are told apart by what they are, so that numbers stay
/// numbers and no text is taken for a formula by the spreadsheet that opens it.
class CsvWriter {
public:
    /// Text as it is, but for a ' before what a spreadsheet would calculate: = + - @ and their wide
    /// forms, tab, line breaks.
    CsvWriter& text(const QString& text);
    /// Never in a locale's form; not finite ones are empty cells.
    CsvWriter& number(double value);
    CsvWriter& number(std::optional<double> value);
    CsvWriter& whole(qint64 value);
    /// "2026-08-03T10:03:53.000Z"; empty for none.
    CsvWriter& utc(std::optional<SystemTime> at);
    /// The same moment on this machine's clocks, with its zone: "2026-08-03T12:03:53.000+02:00".
    CsvWriter& local(std::optional<SystemTime> at);
    void endRow();

    [[nodiscard]] const QByteArray& data() const { return data_; }

private:
    void add(const QByteArray& cell);

    QByteArray data_;
    bool isRowBegun_ = false;
};

/// Writes the whole file or leaves the old one as it was. Empty when done, else path and reason:
/// "/srv/out.csv: Permission denied".
[[nodiscard]] QString writeWholeFile(const QString& path, const QByteArray& data);

}  // namespace headroom::ui
