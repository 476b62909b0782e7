// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/text_style.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace headroom::ui {

enum class ThemeChoice { System, Dark, Light };
enum class DecimalChoice { ByLanguage, Point, Comma };
/// How RED sounds. There is no silence among them: who needs quiet mutes it, for 15 min.
enum class RedTone { Falling, Rising, Steady };
enum class RedVolume { Quiet, Normal, Loud };

/// What one person likes on this screen. Nothing of it reaches a file, a service or another screen.
struct Preferences {
    static constexpr std::chrono::seconds kShortestTurn { 5 };
    static constexpr std::chrono::seconds kLongestTurn { 3600 };

    ThemeChoice theme = ThemeChoice::Dark;
    QString language = QStringLiteral("system");  ///< or a code: "de"
    SizeUnits sizes = SizeUnits::Certified;
    DecimalChoice decimal = DecimalChoice::ByLanguage;
    QByteArray zone;  ///< "UTC", "Asia/Tokyo"; empty: this machine's
    RedTone redTone = RedTone::Falling;
    RedVolume redVolume = RedVolume::Normal;
    bool mayRedSound = true;  ///< false only by hand, and on the command line for one run
    QStringList wallPages;  ///< that a calm wall shows in turn, besides itself
    std::chrono::seconds wallTurn { 30 };
    bool pixelShift = true;
    QString wallScreen;  ///< by name; empty: any

    bool operator==(const Preferences&) const = default;
};

/// The zones that people may choose, by their names in the time zone database.
[[nodiscard]] QVector<QByteArray> knownZones();

/// What is kept from one start to the next, as it stands in its file. What this version does not
/// know stays in it untouched. Plain value.
class PreferencesDocument {
    Q_DECLARE_TR_FUNCTIONS(headroom::ui::PreferencesDocument)
public:
    /// Empty when it is not such a document at all. A value that cannot be used is left out, and
    /// named in problems().
    [[nodiscard]] static std::optional<PreferencesDocument> parse(const QByteArray& text);

    [[nodiscard]] const Preferences& value() const { return value_; }
    [[nodiscard]] const QStringList& problems() const { return problems_; }
    /// Only what is another thing now is written anew.
    void setValue(const Preferences& value);
    [[nodiscard]] QByteArray text() const;

private:
    QJsonObject object_;
    Preferences value_;
    QStringList problems_;
};

}  // namespace headroom::ui
