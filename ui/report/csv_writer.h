// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace headroom::ui {

/// A table as CSV (RFC 4180: UTF-8, comma, CRLF), the same under every locale. Plain value.
class CsvWriter {
public:
    /// Text from anywhere. One that a spreadsheet would run as a formula gets an apostrophe in
    /// front; control characters become spaces, so that a row stays a row.
    CsvWriter& text(const QString& cell);
    /// A number with a point and as many digits as it takes to read it back; empty for none, and
    /// for what is not finite.
    CsvWriter& number(std::optional<double> value);
    CsvWriter& endRow();

    [[nodiscard]] const QByteArray& bytes() const { return bytes_; }

private:
    void cell(const QByteArray& encoded);

    QByteArray bytes_;
    bool isRowBegun_ = false;
};

}  // namespace headroom::ui
