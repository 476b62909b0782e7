// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/language.h"

#include "ui/text/text_style.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QPointer>
#include <QTranslator>

#include <algorithm>
#include <utility>

namespace headroom::ui {

namespace {

/// Says nothing for a file, so that English is found behind it: files have one language.
class ScreenTranslator : public QTranslator {
public:
    using QTranslator::QTranslator;

    [[nodiscard]] QString translate(
        const char* context, const char* text, const char* comment, int n) const override
    {
        return WordsForFile::isMaking() ? QString()
                                        : QTranslator::translate(context, text, comment, n);
    }
};

/// Installs a file of words; those that were installed last are asked first.
template <typename Translator>
QTranslator* install(const QString& folder, const QString& file)
{
    auto* translator = new Translator(QCoreApplication::instance());
    if (!translator->load(file, folder)) {
        delete translator;
        return nullptr;
    }
    QCoreApplication::installTranslator(translator);
    return translator;
}

template <typename Translator>
QTranslator* installOurs(const QString& code)
{
    auto* translator = install<Translator>(
        QStringLiteral(":/translations"), QStringLiteral("headroom_%1.qm").arg(code));
    Q_ASSERT_X(translator != nullptr, "useLanguage", "the words are compiled in");
    return translator;
}

// Sources say "%n alerts"; that one is "1 alert" is a matter of translation in English, too.
void speakEnglish() { installOurs<QTranslator>(QStringLiteral("en")); }

/// What is installed above English. They belong to the application.
QVector<QPointer<QTranslator>>& installed()
{
    static QVector<QPointer<QTranslator>> translators;
    return translators;
}

QString& spoken()
{
    static QString code = languages().front().code;
    return code;
}

}  // namespace

const QVector<Language>& languages()
{
    static const QVector<Language> known {
        { QStringLiteral("en"), QStringLiteral("English") },
        { QStringLiteral("de"), QStringLiteral("Deutsch") },
    };
    return known;
}

QString languageFor(const QString& wanted, const QStringList& system)
{
    const QStringList candidates
        = wanted == QLatin1String(kSystemLanguage) ? system : QStringList { wanted };
    for (const auto& candidate : candidates) {
        const QString code = candidate.section(QLatin1Char('-'), 0, 0);
        if (std::any_of(languages().begin(), languages().end(),
                [&code](const Language& language) { return language.code == code; })) {
            return code;
        }
    }
    return languages().front().code;
}

void useLanguage(const QString& code)
{
    for (const auto& translator : std::as_const(installed())) {
        delete translator;  // which takes it off the application
    }
    installed().clear();
    spoken() = code;
    if (code == languages().front().code) {
        return;
    }
    // Qt's own words, in file dialogs and menus of text fields; English where they are missing.
    installed() << install<QTranslator>(
        QLibraryInfo::path(QLibraryInfo::TranslationsPath), QStringLiteral("qtbase_%1").arg(code));
    installed() << installOurs<ScreenTranslator>(code);
}

QString languageInUse() { return spoken(); }

}  // namespace headroom::ui

namespace {

using headroom::ui::speakEnglish;
Q_COREAPP_STARTUP_FUNCTION(speakEnglish)

}  // namespace

// Asked for by name when a program is linked (ui/text/CMakeLists.txt): without it a program that
// sets no language would leave this file, and the function above, in the library.
extern "C" void headroomSpeaksEnglish() { }
