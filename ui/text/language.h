// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

namespace headroom::ui {

/// A language that there are words for.
struct Language {
    QString code;  ///< "de"
    QString name;  ///< in itself: "Deutsch"
};

/// What stands for "the language of the desktop" where a language is chosen.
inline constexpr char kSystemLanguage[] = "system";

/// The languages that the program can speak, English first.
[[nodiscard]] const QVector<Language>& languages();

/// The code of the language that `wanted` means. `system` are the user's languages, best first, as
/// QLocale::uiLanguages() has them ("de-AT"); the first one that there are words for counts, and
/// English where there is none. An unknown code is English too.
[[nodiscard]] QString languageFor(const QString& wanted, const QStringList& system);

/// Everything that is said from now on is said in this language; a text that was made before stays.
/// Needs the application, and is called before the first window. English needs no call: its plural
/// forms are there as soon as there is an application, in tests as well.
/// Words for a file (WordsForFile) are English all the same. Main thread.
void useLanguage(const QString& code);
/// The code of the language that was taken last; English before. Main thread.
[[nodiscard]] QString languageInUse();

}  // namespace headroom::ui
