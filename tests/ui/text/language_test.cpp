// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/language.h"
#include "ui/text/text_style.h"

#include <QTest>

using namespace headroom::ui;

namespace {

QString said(const char* context, const char* text, int n = -1)
{
    return QCoreApplication::translate(context, text, nullptr, n);
}

constexpr char kPages[] = "headroom::ui::viewList";
constexpr char kThresholds[] = "headroom::ui::ThresholdsPage";
constexpr char kEdited[] = "%n values edited";

}  // namespace

class LanguageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { useLanguage(QStringLiteral("en")); }

    void theDesktopsFirstLanguageThatThereAreWordsForIsTheOne_data()
    {
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QStringList>("system");
        QTest::addColumn<QString>("code");
        const auto row
            = [](const char* name, const char* wanted, const char* system, const char* code) {
                  QTest::newRow(name) << QString::fromLatin1(wanted)
                                      << QString::fromLatin1(system).split(QLatin1Char(' '))
                                      << QString::fromLatin1(code);
              };
        row("German", "system", "de-DE de", "de");
        row("German of Austria", "system", "de-AT de", "de");
        row("French, else German", "system", "fr-FR fr de-DE", "de");
        row("English before German", "system", "en-GB de-DE", "en");
        row("a language without words", "system", "fr-FR fr", "en");
        row("no locale at all", "system", "C", "en");
        row("chosen", "de", "en-US", "de");
        row("chosen against the desktop", "en", "de-DE", "en");
        row("chosen once, unknown now", "xx", "de-DE", "en");
    }
    void theDesktopsFirstLanguageThatThereAreWordsForIsTheOne()
    {
        QFETCH(QString, wanted);
        QFETCH(QStringList, system);
        QTEST(languageFor(wanted, system), "code");
    }

    void englishCountsProperlyBeforeAnybodyHasChosenALanguage()
    {
        QCOMPARE(said(kThresholds, kEdited, 1), QStringLiteral("1 value edited"));
        QCOMPARE(said(kThresholds, kEdited, 2), QStringLiteral("2 values edited"));
        QCOMPARE(said(kThresholds, kEdited, 0), QStringLiteral("0 values edited"));
    }

    void germanIsSpokenFromTheCallOn()
    {
        useLanguage(QStringLiteral("de"));
        QCOMPARE(said(kPages, "Overview"), QStringLiteral("Übersicht"));
        QCOMPARE(said(kThresholds, kEdited, 1), QStringLiteral("1 Wert geändert"));
        QCOMPARE(said(kThresholds, kEdited, 2), QStringLiteral("2 Werte geändert"));
    }

    void englishIsBackWhenItIsChosenAgain()
    {
        useLanguage(QStringLiteral("de"));
        useLanguage(QStringLiteral("en"));
        QCOMPARE(said(kPages, "Overview"), QStringLiteral("Overview"));
        QCOMPARE(said(kThresholds, kEdited, 1), QStringLiteral("1 value edited"));
    }

    void aFileHasEnglishWordsWhateverTheScreenSpeaks()
    {
        useLanguage(QStringLiteral("de"));
        {
            const WordsForFile file;
            QCOMPARE(said(kPages, "Overview"), QStringLiteral("Overview"));
            QCOMPARE(said(kThresholds, kEdited, 1), QStringLiteral("1 value edited"));
        }
        QCOMPARE(said(kPages, "Overview"), QStringLiteral("Übersicht"));
        QCOMPARE(languageInUse(), QStringLiteral("de"));
    }

    void everyLanguageIsNamedInItself()
    {
        QStringList names;
        for (const auto& language : languages()) {
            names << language.code + QLatin1Char(' ') + language.name;
        }
        QCOMPARE(
            names, (QStringList { QStringLiteral("en English"), QStringLiteral("de Deutsch") }));
    }
};

QTEST_GUILESS_MAIN(LanguageTest)
#include "language_test.moc"
