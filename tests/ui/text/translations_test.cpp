// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

namespace {

struct Message {
    QString context;
    QString source;
    QString comment;
    QString state;  ///< "unfinished", "vanished", "obsolete"; empty: done
    QStringList forms;  ///< one, or those for one and for many
    bool isCounted = false;

    [[nodiscard]] QString name() const { return context + QStringLiteral(": ") + source; }
};

Message readMessage(QXmlStreamReader& xml, const QString& context)
{
    Message message;
    message.context = context;
    message.isCounted = xml.attributes().value(QStringLiteral("numerus")) == QStringLiteral("yes");
    while (xml.readNextStartElement()) {
        if (xml.name() == QStringLiteral("source")) {
            message.source = xml.readElementText();
        } else if (xml.name() == QStringLiteral("comment")) {
            message.comment = xml.readElementText();
        } else if (xml.name() == QStringLiteral("translation")) {
            message.state = xml.attributes().value(QStringLiteral("type")).toString();
            if (!message.isCounted) {
                message.forms << xml.readElementText();
                continue;
            }
            while (xml.readNextStartElement()) {
                message.forms << xml.readElementText();
            }
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

QVector<Message> messagesOf(const QString& language)
{
    QFile file(QStringLiteral(HEADROOM_TRANSLATIONS "/headroom_%1.ts").arg(language));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QVector<Message> messages;
    QXmlStreamReader xml(&file);
    xml.readNextStartElement();
    while (xml.readNextStartElement()) {
        QString context;
        while (xml.readNextStartElement()) {
            if (xml.name() == QStringLiteral("name")) {
                context = xml.readElementText();
            } else {
                messages.push_back(readMessage(xml, context));
            }
        }
    }
    return xml.hasError() ? QVector<Message>() : messages;
}

QStringList found(const QString& text, const QString& pattern)
{
    QStringList all;
    auto matches = QRegularExpression(pattern).globalMatch(text);
    while (matches.hasNext()) {
        all << matches.next().captured();
    }
    std::sort(all.begin(), all.end());
    return all;
}

/// What a translation has to have just as the source has it.
QStringList kept(const QString& text)
{
    return found(text, QStringLiteral("%L?\\d+|&\\w|\\b(GREEN|YELLOW|ORANGE|RED|UNKNOWN)\\b|\\n"))
        + found(text, QStringLiteral("^\\s+|\\s+$|^[,.;:·]|(…|:|\\.)$"));
}

void checkAgreement(const Message& message)
{
    const bool isCountedInSource = message.source.contains(QStringLiteral("%n"));
    for (int i = 0; i < message.forms.size(); ++i) {
        const QString& form = message.forms[i];
        QVERIFY2(kept(form) == kept(message.source),
            qPrintable(message.name() + QStringLiteral(" -> ") + form));
        // "a value" may stand for "1 value"; with many the number is needed.
        const bool isOne = message.isCounted && i == 0;
        QVERIFY2(isOne || form.contains(QStringLiteral("%n")) == isCountedInSource,
            qPrintable(message.name() + QStringLiteral(" -> ") + form));
    }
}

}  // namespace

class TranslationsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aTranslationKeepsPlaceholdersLevelsAndEdges_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English plurals") << QStringLiteral("en");
        QTest::newRow("German") << QStringLiteral("de");
    }
    void aTranslationKeepsPlaceholdersLevelsAndEdges()
    {
        QFETCH(QString, language);
        const auto messages = messagesOf(language);
        QVERIFY(!messages.isEmpty());
        for (const auto& message : messages) {
            if (message.state.isEmpty()) {
                checkAgreement(message);
            }
        }
    }

    void englishHasBothFormsOfEverythingThatIsCounted()
    {
        QMap<QString, Message> english;
        for (const auto& message : messagesOf(QStringLiteral("en"))) {
            QVERIFY2(message.isCounted, qPrintable(message.name()));
            english[message.name()] = message;
        }
        for (const auto& message : messagesOf(QStringLiteral("de"))) {
            if (!message.isCounted) {
                continue;
            }
            const Message form = english.value(message.name());
            QVERIFY2(
                form.state.isEmpty() && form.forms.size() == 2 && !form.forms.contains(QString()),
                qPrintable(message.name()));
        }
    }
};

QTEST_GUILESS_MAIN(TranslationsTest)
#include "translations_test.moc"
