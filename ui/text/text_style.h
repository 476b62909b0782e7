// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimeZone>

namespace headroom::ui {

/// How sizes are told. Limits and files count in 2^10: "1 GB" of the certificate is 2^30 bytes.
enum class SizeUnits {
    Certified,  ///< KB, MB, GB as the certificate has them
    Binary,  ///< the same sizes by names that mean nothing else: KiB, MiB, GiB
    Decimal,  ///< kB, MB, GB of 1000 each, as disks are sold
};

/// How people want quantities told. Everything that ui/text says follows it, and nothing else does.
struct TextStyle {
    SizeUnits sizes = SizeUnits::Certified;
    QChar decimalSign = QLatin1Char('.');
    QTimeZone zone;  ///< invalid: this machine's own

    bool operator==(const TextStyle&) const = default;
};

/// The style of the words that are made now. Any thread; the reference stays good until the end of
/// the program.
[[nodiscard]] const TextStyle& textStyle();
/// For all words from now on. Main thread.
void setTextStyle(const TextStyle& style);

/// Whoever keeps words that ui/text made makes them anew when this says so. Main thread.
class TextStyleWatch : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

Q_SIGNALS:
    void changed();
};
[[nodiscard]] TextStyleWatch& textStyleWatch();

/// While one lives, the words that its thread makes are for a file: in the certificate's units, on
/// this machine's clock, with a point, whatever people like to read on their screen.
class WordsForFile {
public:
    WordsForFile();
    ~WordsForFile();
    WordsForFile(const WordsForFile&) = delete;
    WordsForFile& operator=(const WordsForFile&) = delete;

    /// Of this thread; a translator asks it too, since files have one language.
    [[nodiscard]] static bool isMaking();
};

}  // namespace headroom::ui
