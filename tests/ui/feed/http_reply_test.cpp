// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/http_reply_guard.h"
#include "ui/feed/http_reply_parser.h"

#include <QTest>

using namespace headroom;
using namespace headroom::ui;

namespace {

/// "200 hello", "200 hello …" while it is not over, or the fault.
QString printed(HttpReplyParser& parser, const QByteArray& body)
{
    if (!parser.fault().isEmpty()) {
        return parser.fault();
    }
    return QStringLiteral("%1 %2%3")
        .arg(parser.head().status)
        .arg(QString::fromUtf8(body), parser.isDone() ? QString() : QStringLiteral(" …"));
}

QString parsed(const QByteArray& text, bool isClosed = false)
{
    HttpReplyParser parser;
    parser.take(text);
    if (isClosed) {
        parser.takeEnd();
    }
    const auto body = parser.takeBody();
    return printed(parser, body);
}

QString text(const Result<void>& result)
{
    return result ? QStringLiteral("fine") : QString::fromStdString(result.error().text());
}

HttpHead head(int status, std::vector<std::pair<QByteArray, QByteArray>> headers)
{
    return { status, std::move(headers) };
}

}  // namespace

class HttpReplyTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsABodyByLengthByChunksAndUntilTheEnd()
    {
        QCOMPARE(parsed("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"),
            QStringLiteral("200 hello"));
        QCOMPARE(parsed("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                        "3;x=y\r\nhel\r\n2\r\nlo\r\n0\r\nX: y\r\n\r\n"),
            QStringLiteral("200 hello"));
        QCOMPARE(parsed("HTTP/1.0 200\r\n\r\nhello"), QStringLiteral("200 hello …"));
        QCOMPARE(parsed("HTTP/1.0 200\r\n\r\nhello", true), QStringLiteral("200 hello"));
        QCOMPARE(parsed("HTTP/1.1 204 No Content\r\n\r\n"), QStringLiteral("204 "));
        QCOMPARE(
            parsed("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"),
            QStringLiteral("200 "));
    }

    void findsTheSameReplyHoweverTheBytesWereCut()
    {
        const QByteArray replies[] = {
            "HTTP/1.1 200 OK\r\nContent-Type: a/b\r\nContent-Length: 5\r\n\r\nhello",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n",
        };
        for (const auto& reply : replies) {
            HttpReplyParser parser;
            QByteArray body;
            for (const char byte : reply) {
                parser.take(QByteArray(1, byte));
                body += parser.takeBody();
            }
            QCOMPARE(printed(parser, body), QStringLiteral("200 hello"));
        }
    }

    void whatCanBeReadInTwoWaysIsNoAnswer_data()
    {
        QTest::addColumn<QByteArray>("reply");
        const auto row = [](const char* reply) {
            QTest::addRow("%s", QByteArray(reply).simplified().left(70).constData())
                << QByteArray(reply);
        };
        row("<html>hello</html>\r\n\r\n");
        row("HTTP/2 200 OK\r\n\r\n");
        row("HTTP/1.1 20 OK\r\n\r\n");
        row("HTTP/1.1 2000 OK\r\n\r\n");
        row("HTTP/1.1 -20 OK\r\n\r\n");
        row("HTTP/1.1 999 OK\r\n\r\n");
        row("HTTP/1.1 101 Switching\r\n\r\n");
        row("HTTP/1.1 200 OK\r\nno colon\r\n\r\n");
        row("HTTP/1.1 200 OK\r\n: no name\r\n\r\n");
        row("HTTP/1.1 200 OK\r\nX: a\r\n folded\r\n\r\n");
        row("HTTP/1.1 200 OK\r\nX : a\r\n\r\n");
        row("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n");
        row("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n");
        row("HTTP/1.1 200 OK\r\nContent-Length: +5\r\n\r\n");
        row("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n");
        row("HTTP/1.1 200 OK\r\nContent-Length: 5, 5\r\n\r\n");
        row("HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n");
        row("HTTP/1.1 200 OK\r\nContent-Length: \r\n\r\n");
        row("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n");
        row("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n");
        row("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nhello\r\n");
        row("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n");
        row("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0x3\r\nabc\r\n");
        row("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n");
        row("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\nabc\r\n");
        row("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n");
    }
    void whatCanBeReadInTwoWaysIsNoAnswer()
    {
        QFETCH(QByteArray, reply);
        HttpReplyParser parser;
        parser.take(reply);
        QVERIFY(!parser.fault().isEmpty());
        QVERIFY(!parser.isDone());
        parser.take("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        QVERIFY(!parser.isDone());
    }

    void aConnectionThatClosesTooSoonIsAFault()
    {
        QCOMPARE(parsed("", true), QStringLiteral("closed the connection without an answer"));
        QCOMPARE(parsed("HTTP/1.1 200", true),
            QStringLiteral("closed the connection within the head of its answer"));
        QCOMPARE(parsed("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhell", true),
            QStringLiteral("closed the connection within its answer"));
        QCOMPARE(
            parsed("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n", true),
            QStringLiteral("closed the connection within its answer"));
    }

    void endlessHeadsChunkLinesAndTrailersEndAtTheirBounds()
    {
        const auto feed = [](const QByteArray& begin, const QByteArray& piece) {
            HttpReplyParser parser;
            parser.take(begin);
            int fed = 0;
            for (; fed < 10'000 && parser.fault().isEmpty(); ++fed) {
                parser.take(piece);
            }
            return fed * piece.size();
        };
        QVERIFY(feed("HTTP/1.1 200 OK\r\nX: ", QByteArray(100, 'x')) <= 33'000);
        QVERIFY(feed("HTTP/1.1 200 OK\r\n", "X: y\r\n") <= 33'000);
        const QByteArray chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        QVERIFY(feed(chunked + "3;", QByteArray(100, 'x')) <= 1'200);
        QVERIFY(feed(chunked + "0\r\n", "X: " + QByteArray(100, 'y') + "\r\n") <= 34'000);
        QVERIFY(feed("", "HTTP/1.1 100 Continue\r\n\r\n") <= 200);
    }

    void moreThanAHundredHeadersAreRefused()
    {
        QByteArray headers;
        for (int i = 0; i < 101; ++i) {
            headers += "X: y\r\n";
        }
        QCOMPARE(parsed("HTTP/1.1 200 OK\r\n" + headers + "\r\n"),
            QStringLiteral("sends a head that cannot be read"));
    }

    void aReplyIsReadOnlyWhenItIsOfTheTypeAskedForUncompressedAndNoRedirect()
    {
        const QByteArray json = "application/json";
        QCOMPARE(text(checkReplyHead(
                     head(200, { { "content-type", "Application/JSON; charset=utf-8" } }), json)),
            QStringLiteral("fine"));
        QVERIFY(text(checkReplyHead(head(200, { { "content-type", "text/html" } }), json))
                    .contains(QStringLiteral("unreadable data: text/html")));
        QVERIFY(!checkReplyHead(head(200, {}), json));
        QVERIFY(text(checkReplyHead(head(302, { { "location", "http://other/" } }), json))
                    .contains(QStringLiteral("redirect")));
        for (const auto* coding : { "gzip", "br", "deflate", "identity, gzip" }) {
            QVERIFY(text(
                checkReplyHead(
                    head(200, { { "content-type", json }, { "content-encoding", coding } }), json))
                        .contains(QStringLiteral("compressed")));
        }
        const auto sized = [&](const char* bytes) {
            return checkReplyHead(
                head(200, { { "content-type", json }, { "content-length", bytes } }), json);
        };
        QVERIFY(sized("8388608"));
        QVERIFY(!sized("8388609"));
    }

    void anErrorSaysWhatPeopleCanDoAndQuotesTheServiceWithoutObeyingIt()
    {
        const auto said = [](int status, const QByteArray& body) {
            return QString::fromStdString(errorOf(head(status, {}), body).text());
        };
        QVERIFY(said(401, "").contains(QStringLiteral("--token-file")));
        QCOMPARE(said(403, R"({"detail": "admin only"})"),
            QStringLiteral("does not allow this with the token given (403): admin only"));
        QCOMPARE(said(400, R"({"detail": {"message": "too large", "error": "x"}})"),
            QStringLiteral("answered 400: too large"));
        QCOMPARE(
            said(422, R"({"detail": [{"loc": ["query", "limit"], "msg": "must be a number"}]})"),
            QStringLiteral("answered 422: query.limit must be a number"));
        QCOMPARE(said(500, "<html>oh</html>"), QStringLiteral("answered 500"));
        QVERIFY(said(500, "{\"detail\": \"" + QByteArray(10'000, 'x') + "\"}").size() < 340);
    }

    void textFromOutsideShowsItsControlCharactersAndStaysOnOneLine()
    {
        QCOMPARE(shownText(QStringLiteral("a\nb\tc"), 10), QStringLiteral("a b c"));
        QCOMPARE(shownText(QString::fromUtf8("\x1b[31m\xE2\x80\xAEko"), 20),
            QString::fromUtf8("\xEF\xBF\xBD[31m\xEF\xBF\xBDko"));
        QCOMPARE(shownText(QStringLiteral("<b>x</b>"), 20), QStringLiteral("<b>x</b>"));
        QCOMPARE(shownText(QStringLiteral("abcdef"), 4), QString::fromUtf8("abc…"));
        QCOMPARE(shownText(QStringLiteral("abcd"), 4), QStringLiteral("abcd"));
    }
};

QTEST_APPLESS_MAIN(HttpReplyTest)
#include "http_reply_test.moc"
