// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/visible_text.h"

#include <QTest>

using namespace headroom::ui;

class VisibleTextTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ordinaryTextStaysAsItIs()
    {
        for (const char* text :
            { "", "Batch import, watching it", "größer → 91 % ✓", "日本語", "😀" }) {
            QCOMPARE(visibleText(QString::fromUtf8(text)), QString::fromUtf8(text));
        }
    }

    void whatCannotBeSeenIsMadeVisible()
    {
        QCOMPARE(visibleText(QStringLiteral("a\nb\tc")), QString::fromUtf8("a␊b␉c"));
        QCOMPARE(visibleText(std::string("a\0b", 3)), QString::fromUtf8("a␀b"));
        QCOMPARE(visibleText(QStringLiteral("OK\u202EDER")), QString::fromUtf8("OK‹U+202E›DER"));
        QCOMPARE(visibleText(QStringLiteral("\u200B\u2028\u0085")),
            QString::fromUtf8("‹U+200B›‹U+2028›‹U+0085›"));
        QCOMPARE(visibleText(QString(QChar(0xD800))), QString::fromUtf8("‹U+D800›"));
        QCOMPARE(visibleText(QStringLiteral("\x1b[31m")), QString::fromUtf8("␛[31m"));
    }

    void brokenUtf8IsReplaced()
    {
        QCOMPARE(visibleText(std::string("a\xff\xc3(")), QString::fromUtf8("a\uFFFD\uFFFD("));
    }

    void longTextEndsInDots()
    {
        const auto shown = visibleText(std::string(1'000'000, 'x'));
        QCOMPARE(shown.size(), kLongestShown + 1);
        QVERIFY(shown.endsWith(QChar(0x2026)));
        QCOMPARE(visibleText(std::string(500, 'x')).size(), 500);
    }
};

QTEST_APPLESS_MAIN(VisibleTextTest)
#include "visible_text_test.moc"
