// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/preferences_model.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace headroom::ui;
using namespace std::chrono_literals;

namespace {

Preferences another()
{
    Preferences all;
    all.theme = ThemeChoice::System;
    all.language = QStringLiteral("de");
    all.sizes = SizeUnits::Decimal;
    all.decimal = DecimalChoice::Comma;
    all.zone = "Asia/Tokyo";
    all.redTone = RedTone::Steady;
    all.redVolume = RedVolume::Loud;
    all.mayRedSound = false;
    all.wallPages = QStringList { QStringLiteral("alerts"), QStringLiteral("trends") };
    all.wallTurn = 90s;
    all.pixelShift = false;
    all.wallScreen = QStringLiteral("DP-7");
    return all;
}

QJsonObject objectOf(const QByteArray& text) { return QJsonDocument::fromJson(text).object(); }

}  // namespace

class PreferencesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { setTextStyle({}); }

    void everyPreferenceSurvivesTheFile()
    {
        PreferencesDocument document;
        document.setValue(another());
        const auto again = PreferencesDocument::parse(document.text());
        QVERIFY(again && again->problems().isEmpty());
        QVERIFY(again->value() == another());
    }

    void whatThisVersionDoesNotKnowStaysInTheFile()
    {
        auto document
            = PreferencesDocument::parse(R"({"version":3,"theme":"sepia","future":{"a":[1]}})");
        QVERIFY(document);
        QCOMPARE(document->problems(), QStringList { QStringLiteral("theme: \"sepia\"") });
        QVERIFY(document->value() == Preferences());
        auto wanted = document->value();
        wanted.zone = "UTC";
        document->setValue(wanted);
        const auto object = objectOf(document->text());
        QCOMPARE(object.value(QStringLiteral("version")).toInt(), 3);
        QCOMPARE(object.value(QStringLiteral("theme")).toString(), QStringLiteral("sepia"));
        QVERIFY(object.value(QStringLiteral("future")).toObject().contains(QStringLiteral("a")));
        QCOMPARE(object.value(QStringLiteral("time_zone")).toString(), QStringLiteral("UTC"));
    }

    void aValueThatCannotBeIsNamedAndNotTaken_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("zone") << QByteArray(R"("time_zone":"Mars/Olympus")");
        QTest::newRow("empty zone") << QByteArray(R"("time_zone":"")");
        QTest::newRow("turn too short") << QByteArray(R"("wall_turn_seconds":4)");
        QTest::newRow("turn too long") << QByteArray(R"("wall_turn_seconds":3601)");
        QTest::newRow("no switch") << QByteArray(R"("red_sound":"off")");
        QTest::newRow("no silence") << QByteArray(R"("red_volume":"silent")");
        QTest::newRow("no list") << QByteArray(R"("wall_pages":"alerts")");
    }
    void aValueThatCannotBeIsNamedAndNotTaken()
    {
        QFETCH(QByteArray, text);
        const auto document = PreferencesDocument::parse("{\"version\":1," + text + "}");
        QVERIFY(document);
        QCOMPARE(document->problems().size(), 1);
        QVERIFY(document->value() == Preferences());
        QVERIFY(PreferencesModel(*document).notice().contains(document->problems().first()));
    }

    void whatIsNoSuchDocumentIsNone()
    {
        for (const char* text : { "", "{", "[]", "{}", "{\"version\":0}" }) {
            QVERIFY2(!PreferencesDocument::parse(text), text);
        }
    }

    void aChoiceHoldsAtOnceAndIsKept()
    {
        QByteArray kept;
        PreferencesModel model({}, {}, [&kept](const QByteArray& text) {
            kept = text;
            return QString();
        });
        QSignalSpy changed(&model, &PreferencesModel::changed);
        QSignalSpy styled(&textStyleWatch(), &TextStyleWatch::changed);
        model.set(another());
        QCOMPARE(changed.count(), 1);
        QCOMPARE(styled.count(), 1);
        QVERIFY(textStyle().sizes == SizeUnits::Decimal);
        QCOMPARE(textStyle().decimalSign, QLatin1Char(','));
        QCOMPARE(textStyle().zone.id(), QByteArray("Asia/Tokyo"));
        QVERIFY(PreferencesDocument::parse(kept)->value() == another());
        model.set(another());
        QCOMPARE(changed.count(), 1);
    }

    void theCommandLineWinsForThisRunAndIsNotKept()
    {
        QByteArray kept;
        GivenPreferences given;
        given.theme = ThemeChoice::Light;
        given.mayRedSound = false;
        PreferencesModel model({}, given, [&kept](const QByteArray& text) {
            kept = text;
            return QString();
        });
        QVERIFY(model.inForce().theme == ThemeChoice::Light);
        QCOMPARE(model.givenOptions(),
            (QStringList { QStringLiteral("--theme"), QStringLiteral("--sound") }));
        auto wanted = model.inForce();
        wanted.sizes = SizeUnits::Binary;
        model.set(wanted);
        const auto stored = PreferencesDocument::parse(kept)->value();
        QVERIFY(stored.theme == ThemeChoice::Dark && stored.mayRedSound);
        QVERIFY(stored.sizes == SizeUnits::Binary);
        QVERIFY(model.inForce().theme == ThemeChoice::Light && !model.inForce().mayRedSound);
        // What a person chooses now is the later word.
        wanted = model.inForce();
        wanted.theme = ThemeChoice::System;
        model.set(wanted);
        QCOMPARE(model.givenOptions(), QStringList { QStringLiteral("--sound") });
        QVERIFY(PreferencesDocument::parse(kept)->value().theme == ThemeChoice::System);
    }

    void whatCannotBeKeptHoldsAndIsSaid()
    {
        PreferencesModel model(
            {}, {}, [](const QByteArray&) { return QStringLiteral("the disk is full"); });
        model.set(another());
        QVERIFY(model.inForce() == another());
        QVERIFY(model.notice().contains(QStringLiteral("the disk is full")));
    }

    void theDecimalSignIsThatOfTheLanguageUnlessAPersonSaysOtherwise()
    {
        PreferencesModel model;
        QCOMPARE(textStyle().decimalSign, QLatin1Char('.'));
        model.setLanguages(
            { { QStringLiteral("de"), QStringLiteral("Deutsch") } }, QStringLiteral("de"));
        QCOMPARE(textStyle().decimalSign, QLatin1Char(','));
        auto wanted = model.inForce();
        wanted.decimal = DecimalChoice::Point;
        model.set(wanted);
        QCOMPARE(textStyle().decimalSign, QLatin1Char('.'));
    }
};

QTEST_GUILESS_MAIN(PreferencesTest)
#include "preferences_test.moc"
