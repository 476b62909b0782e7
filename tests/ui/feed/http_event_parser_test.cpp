// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/http_event_parser.h"

#include <QTest>

using namespace headroom::ui;

namespace {

QString printed(const std::vector<ServerEvent>& events)
{
    QStringList lines;
    for (const auto& event : events) {
        lines << QString::fromUtf8(event.id + '|' + event.name + '|' + event.data)
                     .replace(QLatin1Char('\n'), QStringLiteral("\\n"));
    }
    return lines.join(QStringLiteral("  "));
}

QString parsed(const QByteArray& text)
{
    EventParser parser;
    return printed(parser.take(text));
}

}  // namespace

class HttpEventParserTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsIdNameAndDataOfEachEvent()
    {
        QCOMPARE(parsed("id: 7\nevent: snapshot\ndata: {\"a\":1}\n\ndata:x\n\n"),
            QStringLiteral("7|snapshot|{\"a\":1}  7|message|x"));
    }

    void endsALineAtCrLfAtLfAndAtCr()
    {
        QCOMPARE(parsed("data: a\r\n\r\n"), QStringLiteral("|message|a"));
        QCOMPARE(parsed("data: a\r\rdata: b\n\n"), QStringLiteral("|message|a  |message|b"));
        QCOMPARE(parsed("data: a\r\ndata: b\r\n\r\n"), QStringLiteral("|message|a\\nb"));
    }

    void findsTheSameEventsHoweverTheBytesWereCut()
    {
        const QByteArray text
            = "\xEF\xBB\xBFid: 1\r\nevent: snapshot\r\ndata: one\r\ndata: two\r\n\r\n"
              ": still here\r\n\r\nevent: heartbeat\rdata\r\rdata: \n\n";
        const auto whole = parsed(text);
        QCOMPARE(whole, QStringLiteral("1|snapshot|one\\ntwo  1|heartbeat|  1|message|"));
        for (qsizetype cut = 1; cut < text.size(); ++cut) {
            EventParser parser;
            auto events = parser.take(text.left(cut));
            for (auto& event : parser.take(text.mid(cut))) {
                events.push_back(event);
            }
            QCOMPARE(printed(events), whole);
        }
        EventParser parser;
        std::vector<ServerEvent> events;
        for (const char byte : text) {
            for (auto& event : parser.take(QByteArray(1, byte))) {
                events.push_back(event);
            }
        }
        QCOMPARE(printed(events), whole);
    }

    void commentsAndEventsWithoutDataAreNone()
    {
        QCOMPARE(parsed(":\n\n: hello\nevent: snapshot\n\nid: 3\n\nretry: 1\n\n"), QString());
    }

    void anEventThatIsNotCompleteIsNotGiven()
    {
        QCOMPARE(parsed("data: half\n"), QString());
        QCOMPARE(parsed("data: half"), QString());
    }

    void anIdWithANulOrOfAnEndlessLengthIsNoId()
    {
        QCOMPARE(parsed(QByteArray("id: a\0b\ndata: x\n\n", 17)), QStringLiteral("|message|x"));
        QCOMPARE(
            parsed("id: " + QByteArray(257, 'i') + "\ndata: x\n\n"), QStringLiteral("|message|x"));
    }

    void anEndlessLineAndEndlessLinesFailAtTheBound()
    {
        for (const QByteArray& piece :
            { QByteArray(1000, 'x'), QByteArray("data: 0123456789\n"), QByteArray("data:\n") }) {
            EventParser parser(10'000);
            for (int i = 0; i < 20'000 && !parser.hasFailed(); ++i) {
                QVERIFY(parser.take(piece).empty());
                QVERIFY(parser.bytesHeld() <= 10'000);
            }
            QVERIFY(parser.hasFailed());
            QVERIFY(parser.take("data: x\n\n").empty());
            QCOMPARE(parser.bytesHeld(), 0);
        }
    }

    void anEventAsLargeAsTheBoundIsRead()
    {
        EventParser parser(1000);
        const auto events = parser.take("data: " + QByteArray(994, 'x') + "\n\n");
        QCOMPARE(events.size(), std::size_t { 1 });
        QCOMPARE(events.front().data.size(), 994);
    }
};

QTEST_APPLESS_MAIN(HttpEventParserTest)
#include "http_event_parser_test.moc"
