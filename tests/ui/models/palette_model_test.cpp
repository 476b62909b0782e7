// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/palette_model.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace headroom::ui;

namespace {

PaletteEntry entry(const char* title, const char* group = "", const char* whyNot = "")
{
    return { QString::fromUtf8(title), QString::fromUtf8(group), {}, QString::fromUtf8(whyNot),
        [] {} };
}

QStringList found(const QVector<PaletteEntry>& entries, const char* typed)
{
    PaletteModel model(entries);
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTyped(QString::fromUtf8(typed));
    QStringList titles;
    for (int i = 0; i < model.rowCount(); ++i) {
        titles << model.index(i).data().toString();
    }
    return titles;
}

QStringList list(std::initializer_list<const char*> titles)
{
    QStringList all;
    for (const auto* title : titles) {
        all << QString::fromUtf8(title);
    }
    return all;
}

}  // namespace

class PaletteModelTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void withNothingTypedAllStandAsTheyWereGivenAndWhatCannotBeDoneLast()
    {
        const auto entries = QVector { entry("b"), entry("a", "", "not now"), entry("c") };
        QCOMPARE(found(entries, ""), list({ "b", "c", "a" }));
        QCOMPARE(found(entries, "  "), list({ "b", "c", "a" }));
    }

    void theBeginningOfTheTitleWinsThenOfAWordThenTheInsideThenTheGroup()
    {
        const auto entries = QVector { entry("Undo", "Exports"), entry("Reexport"),
            entry("Limits: export"), entry("Export alerts") };
        QCOMPARE(
            found(entries, "exp"), list({ "Export alerts", "Limits: export", "Reexport", "Undo" }));
    }

    void aWordThatIsCompleteWinsOverOneThatGoesOn()
    {
        QCOMPARE(found({ entry("Go to Alerting"), entry("Go to Alert") }, "alert"),
            list({ "Go to Alert", "Go to Alerting" }));
    }

    void everyWordMustBeFoundInWhateverOrder()
    {
        const auto entries = QVector { entry("Export alerts as CSV…", "Alerts"),
            entry("Export certificate as PDF…", "Certification") };
        QCOMPARE(found(entries, "csv export"), list({ "Export alerts as CSV…" }));
        QCOMPARE(found(entries, "export cert"), list({ "Export certificate as PDF…" }));
        QCOMPARE(found(entries, "export nothing"), QStringList());
    }

    void lettersInThisOrderAreEnoughButOneLetterAloneIsNot()
    {
        const auto entries = QVector { entry("Command palette") };
        QCOMPARE(found(entries, "cmp"), list({ "Command palette" }));
        QCOMPARE(found(entries, "pmc"), QStringList());
        QCOMPARE(found({ entry("Wall") }, "l"), list({ "Wall" }));
        QCOMPARE(found({ entry("Wall") }, "x"), QStringList());
    }

    void caseAndAccentsDoNotMatter()
    {
        const auto entries = QVector { entry("Übersicht öffnen") };
        QCOMPARE(found(entries, "ubersicht"), list({ "Übersicht öffnen" }));
        QCOMPARE(found(entries, "ÖFF"), list({ "Übersicht öffnen" }));
    }

    void whatCannotBeDoneComesAfterWhatFitsWorse()
    {
        const auto entries
            = QVector { entry("Save", "", "nothing to save"), entry("Also save later") };
        QCOMPARE(found(entries, "save"), list({ "Also save later", "Save" }));
    }

    void theReasonIsReadAloudInPlaceOfTheKey()
    {
        auto save = entry("Save", "Thresholds", "nothing to save");
        save.keys = QStringLiteral("Ctrl+S");
        PaletteModel model({ save });
        QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(),
            QStringLiteral("Save, Thresholds, not now: nothing to save"));
    }
};

QTEST_GUILESS_MAIN(PaletteModelTest)
#include "palette_model_test.moc"
