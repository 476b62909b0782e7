// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scripted_server.h"
#include "tests/support/temp_dir.h"
#include "tests/ui/support/remote_service.h"
#include "ui/feed/remote_feed.h"
#include "ui/feed/remote_url.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <cstdio>

using namespace headroom;
using namespace headroom::ui;
using namespace std::chrono_literals;

namespace {

using Peer = ScriptedServer::Peer;
using Behaviour = ScriptedServer::Behaviour;

constexpr int kPatience = 20'000;  // only ends a test that has failed
const std::string kToken = "s3cret-token-0123456789";

RemoteSettings hurried(const QString& url)
{
    RemoteSettings settings;
    settings.peer.url = *checkedServiceUrl(url);
    settings.peer.token = QByteArray::fromStdString(kToken);
    settings.answerWithin = 400ms;
    settings.lateAfter = 300ms;
    settings.lostAfter = 600ms;
    settings.settledAfter = 100ms;
    settings.backOff = { 10ms, 80ms };
    return settings;
}

/// Counts what a person at the screen would suffer from: how long the thread that paints did not
/// come to do anything, and colours that nobody vouches for.
class Watch : public QObject {
public:
    explicit Watch(RemoteFeed& feed)
        : feed_(feed)
    {
        timer_.setTimerType(Qt::PreciseTimer);
        connect(&timer_, &QTimer::timeout, this, [this] {
            longestStall = std::max(longestStall, sinceTick_.restart());
            look();
        });
        connect(&feed, &Feed::snapshotChanged, this, &Watch::look);
        connect(&feed, &Feed::contactChanged, this, &Watch::look);
        sinceTick_.start();
        timer_.start(5);
    }

    void look()
    {
        const auto snapshot = feed_.latest();
        if (feed_.contact().isConnected || !snapshot) {
            return;
        }
        for (const auto& state : snapshot->metrics) {
            falseColours += state.level != Level::Unknown || state.freshness < Freshness::Stale;
        }
        falseColours += snapshot->worst != Level::Unknown;
    }

    qint64 longestStall = 0;  ///< ms
    int falseColours = 0;

private:
    RemoteFeed& feed_;
    QTimer timer_;
    QElapsedTimer sinceTick_;
};

bool isGreen(const RemoteFeed& feed)
{
    return feed.contact().isConnected && feed.latest() && feed.latest()->worst == Level::Green;
}

qint64 residentKilobytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    static_cast<void>(file.open(QIODevice::ReadOnly));
    return file.readAll().split(' ').value(1).toLongLong() * 4;
}

Behaviour answering(const std::string& reply)
{
    return [reply](Peer& peer) {
        peer.readHead();
        peer.send(reply);
    };
}

/// Good until the first snapshot, which is this one; then silent.
Behaviour sendingSnapshot(const std::string& snapshot)
{
    return [snapshot](Peer& peer) {
        peer.readHead();
        peer.send(RemoteService::head200() + RemoteService::event("snapshot", snapshot)
            + RemoteService::event("heartbeat", RemoteService().heartbeat()));
        peer.staySilent();
    };
}

/// The good snapshot with one piece of its text exchanged.
std::string spoilt(const std::string& from, const std::string& to)
{
    auto text = RemoteService().snapshot();
    const auto at = text.find(from);
    if (at == std::string::npos) {
        throw std::runtime_error("no " + from + " in the snapshot");
    }
    return text.replace(at, from.size(), to);
}

void dripping(Peer& peer, const std::string& text)
{
    for (std::size_t i = 0; peer.pause(20ms) && peer.send(text.substr(i % text.size(), 1)); ++i) { }
}

void flooding(Peer& peer, const std::string& begin, const std::string& piece)
{
    peer.readHead();
    bool isThere = peer.send(begin);
    std::string many;
    while (many.size() < 60'000) {
        many += piece;
    }
    while (isThere) {
        isThere = peer.send(many);
    }
}

struct Row {
    const char* name;
    Behaviour behaviour;
    const char* why;  ///< a piece of what people read
};

std::vector<Row> hostileRows()
{
    const auto sse = RemoteService::head200();
    const auto good = RemoteService().snapshot();
    return {
        { "connects and stays silent",
            [](Peer& peer) {
                peer.readHead();
                peer.staySilent();
            },
            "does not answer within 0.4 s" },
        { "drips its head byte by byte",
            [](Peer& peer) {
                peer.readHead();
                dripping(peer, "HTTP/1.1 200 OK\r\nX: yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy");
            },
            "does not answer within 0.4 s" },
        { "drips comments into the stream",
            [sse](Peer& peer) {
                peer.readHead();
                peer.send(sse);
                dripping(peer, ":\n");
            },
            "has been silent for 0.6 s" },
        { "ten gigabytes in one event", [sse](Peer& peer) { flooding(peer, sse + "data: ", "x"); },
            "" },
        { "ten gigabytes announced",
            [](Peer& peer) {
                flooding(peer,
                    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
                    "Content-Length: 10737418240\r\n\r\n",
                    "x");
            },
            "more than 8 MiB in one answer" },
        { "ten gigabytes of an error",
            [](Peer& peer) { flooding(peer, "HTTP/1.1 500 Oh\r\n\r\n", "x"); }, "" },
        { "endless empty events", [sse](Peer& peer) { flooding(peer, sse, "data:\n\n"); }, "" },
        { "endless good snapshots",
            [sse, good](Peer& peer) {
                flooding(peer, sse + RemoteService::event("heartbeat", RemoteService().heartbeat()),
                    RemoteService::event("snapshot", good));
            },
            "" },
        { "gzip that nobody asked for",
            [](Peer& peer) {
                flooding(peer,
                    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
                    "Content-Encoding: gzip\r\n\r\n\x1f\x8b\x08",
                    std::string(100, '\0'));
            },
            "compressed" },
        { "200 with HTML",
            answering("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<h1>Log in</h1>"),
            "unreadable data: text/html" },
        { "200 without a type", answering("HTTP/1.1 200 OK\r\n\r\n{}"), "without a type" },
        { "truncated JSON", sendingSnapshot(good.substr(0, good.size() / 2)), "unreadable data" },
        { "Infinity in the JSON", sendingSnapshot(spoilt("\"value\":34", "\"value\":Infinity")),
            "unreadable data" },
        { "1e999 in the JSON", sendingSnapshot(spoilt("\"value\":34", "\"value\":1e999")),
            "unreadable data" },
        { "a negative number of writers", sendingSnapshot(spoilt("\"value\":34", "\"value\":-34")),
            "unreadable data" },
        { "a word for a number", sendingSnapshot(spoilt("\"value\":34", "\"value\":\"34\"")),
            "unreadable data" },
        { "a gate that nobody knows", sendingSnapshot(spoilt("\"OPEN\"", "\"AJAR\"")),
            "unreadable data" },
        { "a key missing", sendingSnapshot(spoilt("\"metrics\"", "\"metrix\"")),
            "metrics is missing" },
        { "JSON a hundred thousand deep", sendingSnapshot(std::string(100'000, '[')),
            "unreadable data" },
        { "a newer version of the interface",
            sendingSnapshot(spoilt("\"api_version\":\"1.0\"", "\"api_version\":\"2.0\"")),
            "update the dashboard" },
        { "401", answering("HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n"), "--token-file" },
        { "500 with HTML", answering("HTTP/1.1 500 Oh\r\nContent-Type: text/html\r\n\r\n<b>Oh</b>"),
            "answered 500" },
        { "endless header", [](Peer& peer) { flooding(peer, "HTTP/1.1 200 OK\r\nX: ", "x"); },
            "head that is too long" },
        { "endless headers", [](Peer& peer) { flooding(peer, "HTTP/1.1 200 OK\r\n", "X: y\r\n"); },
            "head" },
        { "wrong content type",
            answering("HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\n\r\nx"),
            "octet-stream" },
        { "RST at once", [](Peer& peer) { peer.reset(); }, "" },
        { "RST within an event",
            [sse](Peer& peer) {
                peer.readHead();
                peer.send(sse + "data: {");
                peer.reset();
            },
            "" },
        { "closes without an answer", [](Peer& peer) { peer.readHead(); }, "without an answer" },
        { "closes within an event", answering(sse + "event: snapshot\ndata: {\"a\""),
            "closed the connection" },
        { "speaks no HTTP", answering("SSH-2.0-OpenSSH_9.2\r\n\r\n\r\n"), "no HTTP" },
        { "says twice how long it is",
            answering("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n"),
            "twice" },
    };
}

}  // namespace

class RemoteHostileTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aHostileServiceTakesContactAndColoursAndGivesThemBackWhenItBehaves_data()
    {
        QTest::addColumn<std::size_t>("index");
        const auto rows = hostileRows();
        for (std::size_t i = 0; i < rows.size(); ++i) {
            QTest::newRow(rows[i].name) << i;
        }
    }
    void aHostileServiceTakesContactAndColoursAndGivesThemBackWhenItBehaves()
    {
        QFETCH(std::size_t, index);
        const auto row = hostileRows()[index];
        const SystemClock clock;
        ScriptedServer server;
        server.behave(RemoteService().behaviour());
        RemoteFeed feed(hurried(QString::fromStdString(server.url())), clock);
        Watch watch(feed);
        QTRY_VERIFY_WITH_TIMEOUT(isGreen(feed), kPatience);
        const auto before = residentKilobytes();

        server.behave(row.behaviour);
        QTRY_VERIFY_WITH_TIMEOUT(!feed.contact().isConnected, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(server.connections() >= 3, kPatience);
        const auto begin = QString::fromStdString(server.url()) + QLatin1Char(' ');
        const auto why = QString::fromUtf8(row.why);
        QTRY_VERIFY2_WITH_TIMEOUT(
            feed.contact().why.startsWith(begin) && feed.contact().why.contains(why),
            qPrintable(feed.contact().why), kPatience);
        QVERIFY(feed.latest());  // dimmed, with its time, but not gone
        const auto sentEach = server.bytesSent() / server.connections();

        server.behave(RemoteService().behaviour());
        QElapsedTimer back;
        back.start();
        QTRY_VERIFY_WITH_TIMEOUT(isGreen(feed), kPatience);
        QCOMPARE(watch.falseColours, 0);
        QVERIFY2(watch.longestStall < 1000, "the thread that paints was held up");
        // Of an endless answer the service gets rid of what the bounds and both kernels hold.
        QVERIFY2(sentEach < 40'000'000, qPrintable(QString::number(sentEach)));
        std::printf("MEASURED %-36s longest stall %3lld ms, back after %4lld ms, %8lld bytes a "
                    "connection, resident %+6lld KB\n",
            row.name, static_cast<long long>(watch.longestStall),
            static_cast<long long>(back.elapsed()), static_cast<long long>(sentEach),
            static_cast<long long>(residentKilobytes() - before));
    }

    void noByteOfTheTokenGoesWhereARedirectLeads_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : { 301, 302, 303, 307, 308 }) {
            QTest::addRow("%d", status) << status;
        }
    }
    void noByteOfTheTokenGoesWhereARedirectLeads()
    {
        QFETCH(int, status);
        const SystemClock clock;
        ScriptedServer other;
        ScriptedServer server;
        server.behave(answering("HTTP/1.1 " + std::to_string(status)
            + " Go\r\nLocation: " + other.url() + "/api/v1/events\r\nContent-Length: 0\r\n\r\n"));
        RemoteFeed feed(hurried(QString::fromStdString(server.url())), clock);
        QTRY_VERIFY_WITH_TIMEOUT(server.connections() >= 3, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(
            feed.contact().why.contains(QStringLiteral("redirect")), kPatience);
        QCOMPARE(other.connections(), 0);
        QVERIFY(server.heard().find("Authorization: Bearer " + kToken) != std::string::npos);
    }

    void aRedirectToItselfIsNotFollowedEither()
    {
        const SystemClock clock;
        ScriptedServer server;
        server.behave(answering("HTTP/1.1 302 Go\r\nLocation: " + server.url()
            + "/api/v1/loop\r\nContent-Length: 0\r\n\r\n"));
        RemoteFeed feed(hurried(QString::fromStdString(server.url())), clock);
        QTRY_VERIFY_WITH_TIMEOUT(server.connections() >= 3, kPatience);
        QVERIFY(server.heard().find("/api/v1/loop") == std::string::npos);
    }

    void aCertificateThatIsNotGoodGetsNoRequest_data()
    {
        QTest::addColumn<QString>("altName");
        QTest::addColumn<long>("from");
        QTest::addColumn<long>("to");
        QTest::addColumn<bool>("isTrusted");
        QTest::addColumn<int>("newestTls");
        QTest::addColumn<QString>("why");
        constexpr long kHour = TestCertificate::kHour;
        const QString here = QStringLiteral("IP:127.0.0.1");
        QTest::newRow("expired") << here << -2 * kHour << -kHour << true << 0
                                 << QStringLiteral("has expired");
        QTest::newRow("not yet valid")
            << here << kHour << 2 * kHour << true << 0 << QStringLiteral("not valid yet");
        QTest::newRow("self-signed")
            << here << -kHour << kHour << false << 0 << QStringLiteral("--ca-file");
        QTest::newRow("other name") << QStringLiteral("DNS:other.example") << -kHour << kHour
                                    << true << 0 << QStringLiteral("another host name");
        QTest::newRow("TLS 1.0") << here << -kHour << kHour << true << int { TLS1_VERSION }
                                 << QStringLiteral("cannot be reached");
        QTest::newRow("TLS 1.1") << here << -kHour << kHour << true << int { TLS1_1_VERSION }
                                 << QStringLiteral("cannot be reached");
    }
    void aCertificateThatIsNotGoodGetsNoRequest()
    {
        QFETCH(QString, altName);
        QFETCH(long, from);
        QFETCH(long, to);
        QFETCH(bool, isTrusted);
        QFETCH(int, newestTls);
        QFETCH(QString, why);
        const SystemClock clock;
        const TempDir dir;
        const auto good = std::make_shared<TestCertificate>();
        const auto bad = std::make_shared<TestCertificate>(altName.toStdString(), from, to);
        good->write(dir.path() / "good.pem");
        bad->write(dir.path() / "bad.pem");
        ScriptedServer server;
        server.speakTls(bad, newestTls);
        server.behave(RemoteService().behaviour());
        auto settings = hurried(QString::fromStdString(server.url("https")));
        for (const auto* file : { "good.pem", "bad.pem" }) {
            if (std::string_view(file) == "good.pem" || isTrusted) {
                settings.peer.authorities
                    += *authoritiesFrom(QString::fromStdString((dir.path() / file).string()));
            }
        }
        RemoteFeed feed(std::move(settings), clock);
        QTRY_VERIFY2_WITH_TIMEOUT(
            feed.contact().why.contains(why), qPrintable(feed.contact().why), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(server.connections() >= 3, kPatience);
        QVERIFY(!feed.contact().isConnected);
        QCOMPARE(server.heard(), std::string());

        server.speakTls(good);  // renewed: no click, no restart
        server.behave(RemoteService().behaviour());
        QTRY_VERIFY2_WITH_TIMEOUT(isGreen(feed), qPrintable(feed.contact().why), kPatience);
    }

    void aServiceThatSpeaksPlainHttpWhereTlsIsExpectedHearsNothing()
    {
        const SystemClock clock;
        ScriptedServer server;
        server.behave([](Peer& peer) {
            peer.readHead();
            peer.send("HTTP/1.1 400 Bad\r\n\r\n");
        });
        RemoteFeed feed(hurried(QString::fromStdString(server.url("https"))), clock);
        QTRY_VERIFY_WITH_TIMEOUT(server.connections() >= 3, kPatience);
        QVERIFY(!feed.contact().isConnected);
        QVERIFY(server.heard().find(kToken) == std::string::npos);
    }
};

QTEST_GUILESS_MAIN(RemoteHostileTest)
#include "remote_hostile_test.moc"
