// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headroom/source_switch.h"
#include "tests/support/scripted_server.h"
#include "tests/support/temp_dir.h"
#include "tests/ui/support/remote_service.h"
#include "ui/models/overview_model.h"
#include "ui/views/source_card.h"
#include "ui/views/sources_page.h"
#include "ui/widgets/control.h"
#include "ui/widgets/field_box.h"
#include "ui/widgets/plain_label.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <sys/stat.h>

using namespace headroom;
using namespace headroom::ui;

namespace {

constexpr int kPatience = 30'000;  // only ends a test that has failed
const std::string kToken = "a-token-that-is-long-enough-to-be-one-0123456789";

class NoNotifier final : public Notifier {
public:
    Result<void> deliver(const Delivery&) override { return {}; }
};

std::string json(const std::string& status, const std::string& body)
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: "
        + std::to_string(body.size()) + "\r\n\r\n" + body;
}

/// A service in good order that takes this token only.
ScriptedServer::Behaviour depot(const RemoteService& service)
{
    return [service](ScriptedServer::Peer& peer) {
        auto mine = service;
        const auto head = peer.readHead();
        if (head.find("Authorization: Bearer " + kToken + "\r\n") == std::string::npos) {
            peer.send(json("401 Unauthorized", R"({"detail":{"message":"no such token"}})"));
        } else if (head.starts_with("GET /api/v1/whoami ")) {
            peer.send(json("200 OK", R"({"name":"wall","role":"read"})"));
        } else if (head.starts_with("GET /api/v1/snapshot ")) {
            peer.send(json("200 OK", mine.snapshot()));
        } else if (head.starts_with("GET /api/v1/events ")) {
            bool isThere = peer.send(mine.greeting());
            while (isThere && peer.pause(std::chrono::milliseconds(50))) {
                ++mine.sequence;
                isThere = peer.send(RemoteService::event("snapshot", mine.snapshot())
                    + RemoteService::event("heartbeat", mine.heartbeat()));
            }
        } else {
            peer.send(json("404 Not Found", R"({"detail":{"message":"nothing"}})"));
        }
    };
}

/// A desktop that answers at once, or not at all.
class FakeDesktop final : public SecretStore {
public:
    [[nodiscard]] QString place() const override { return QStringLiteral("in the desktop"); }
    void read(const QString& name, Read read) override
    {
        read(secrets.contains(name) ? Result<QByteArray>(secrets.value(name))
                                    : Result<QByteArray>(deaf()));
    }
    void write(const QString& name, const QByteArray& secret, Done done) override
    {
        if (isThere) {
            secrets.insert(name, secret);
        }
        done(isThere ? Result<void>() : Result<void>(deaf()));
    }
    void remove(const QString& name, Done done) override
    {
        secrets.remove(name);
        done({});
    }

    bool isThere = true;
    QMap<QString, QByteArray> secrets;

private:
    static Error deaf() { return { ErrorCode::Unavailable, "nobody answers", {} }; }
};

/// Numbers do not part from their words on the screen.
QString plain(QString text) { return text.replace(QChar::Nbsp, QLatin1Char(' ')); }

/// The program's sources and the page that shows them, on one state folder.
struct Program {
    explicit Program(const std::filesystem::path& state)
        : sources({ state, clock, files, notifier }, WorkloadSettings {},
            std::make_unique<TokenKeeper>(nullptr, makeFileSecrets(state / "tokens")), std::nullopt)
    {
        model.setSourceDesk(&sources);
        const auto started = sources.start();
        QVERIFY(started);
        page = std::make_unique<SourcesPage>(model);
        page->resize(1500, 900);
        page->show();
    }

    [[nodiscard]] FieldBox* field(const char* name) const
    {
        for (auto* box : page->findChildren<FieldBox*>()) {
            if (box->accessibleName() == QLatin1String(name)) {
                return box;
            }
        }
        return nullptr;
    }
    [[nodiscard]] QAbstractButton* button(const char* name) const
    {
        for (auto* found : page->findChildren<QAbstractButton*>()) {
            if (found->accessibleName() == QLatin1String(name)
                || (found->isVisible() && found->text() == QLatin1String(name))) {
                return found;
            }
        }
        return nullptr;
    }
    void type(const char* name, const std::string& text) const
    {
        field(name)->setText(QString::fromStdString(text));
    }
    void press(const char* name) const { QTest::mouseClick(button(name), Qt::LeftButton); }
    [[nodiscard]] bool says(const QString& text) const
    {
        for (const auto* label : page->findChildren<PlainLabel*>()) {
            if (label->isVisible() && plain(label->text()).contains(text)) {
                return true;
            }
        }
        return false;
    }
    [[nodiscard]] bool says(const char* text) const { return says(QString::fromUtf8(text)); }
    [[nodiscard]] std::string source() const
    {
        const auto snapshot = sources.feed().latest();
        return snapshot ? snapshot->source.name : std::string();
    }

    SystemClock clock;
    PosixFileSystem files;
    NoNotifier notifier;
    mutable SourceSwitch sources;
    OverviewModel model { sources.feed(), clock };
    std::unique_ptr<SourcesPage> page;
};

QByteArray contentOf(const std::filesystem::path& path)
{
    QFile file(QString::fromStdString(path.string()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool isEmbedded(const Program& program)
{
    return program.sources.inUse() && program.sources.inUse()->kind == SourceKind::Workload;
}

/// A Prometheus server that scrapes so many; empty: none matches. Behind a token, where one is named.
ScriptedServer::Behaviour prometheus(
    const std::string& depositories, const std::string& ranked, const std::string& token = {})
{
    return [=](ScriptedServer::Peer& peer) {
        const auto head = peer.readHead();
        if (head.find(token) == std::string::npos) {
            peer.send(json("401 Unauthorized", "{}"));
            return;
        }
        const auto counted = [](const std::string& count) {
            return json("200 OK",
                count.empty() ? R"({"status":"success","data":{"result":[]}})"
                              : R"({"status":"success","data":{"result":[{"value":[1,")" + count
                        + R"("]}]}})");
        };
        peer.send(head.find("buildinfo") != std::string::npos
                ? json("200 OK", R"({"status":"success","data":{"version":"2.53.0"}})")
                : counted(head.find("rank") != std::string::npos ? ranked : depositories));
    };
}

}  // namespace

class SourcesWalkTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aServiceIsTriedTakenLostAndLeftAgain()
    {
        const TempDir dir;
        ScriptedServer server;
        server.behave(depot({}));
        Program program(dir.path());
        QTRY_VERIFY_WITH_TIMEOUT(program.source() == "local workload", kPatience);

        program.type("Address", server.url());
        program.press("Test: Remote service");
        QTRY_VERIFY_WITH_TIMEOUT(program.says("a token is needed"), kPatience);
        program.type("Token", "wrong-token");
        program.press("Test: Remote service");
        QTRY_VERIFY_WITH_TIMEOUT(program.says("token refused"), kPatience);
        QVERIFY(program.says("The token was sent."));
        QVERIFY(!program.button("Use this source: Remote service")->isEnabled());
        QVERIFY(isEmbedded(program));

        program.type("Token", kToken);
        program.press("Use this source: Remote service");
        QTRY_VERIFY_WITH_TIMEOUT(program.sources.feed().latest()
                && program.sources.inUse()->kind == SourceKind::Service
                && program.sources.feed().contact().isConnected,
            kPatience);
        QVERIFY(program.says("Covers 7 of 7 limits"));
        QTRY_VERIFY_WITH_TIMEOUT(
            program.sources.hasToken(QString::fromStdString(server.url())), kPatience);
        QVERIFY(program.field("Token")->text().isEmpty());

        server.behave([](ScriptedServer::Peer&) {});
        QTRY_VERIFY_WITH_TIMEOUT(!program.sources.feed().contact().isConnected, kPatience);
        QVERIFY(program.sources.feed().latest()->worst == Level::Unknown);

        program.press("Use this source: Embedded");
        QTRY_VERIFY_WITH_TIMEOUT(isEmbedded(program), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(program.source() == "local workload", kPatience);
        QVERIFY(program.sources.feed().contact().isConnected);
    }

    void theChoiceAndItsTokenAreThereAfterARestartAndNoFileButTheTokensHoldsIt()
    {
        const TempDir dir;
        ScriptedServer server;
        server.behave(depot({}));
        {
            Program program(dir.path());
            program.type("Address", server.url());
            program.type("Token", kToken);
            program.press("Use this source: Remote service");
            QTRY_VERIFY_WITH_TIMEOUT(
                program.sources.hasToken(QString::fromStdString(server.url())), kPatience);
        }
        const auto remembered = contentOf(dir.path() / "sources.json");
        QVERIFY(remembered.contains("\"service\""));
        QVERIFY(!remembered.contains(kToken.c_str()));
        int found = 0;
        for (const auto& entry : std::filesystem::directory_iterator(dir.path() / "tokens")) {
            QVERIFY(contentOf(entry.path()) == QByteArray::fromStdString(kToken));
            struct stat status { };
            QCOMPARE(::stat(entry.path().c_str(), &status), 0);
            QCOMPARE(status.st_mode & 0777U, 0600U);
            ++found;
        }
        QCOMPARE(found, 1);

        Program again(dir.path());
        QCOMPARE(again.field("Address")->text(), QString::fromStdString(server.url()));
        QTRY_VERIFY_WITH_TIMEOUT(
            again.sources.feed().latest() && again.sources.feed().contact().isConnected, kPatience);
        again.press("Forget token");
        QVERIFY(!again.sources.hasToken(QString::fromStdString(server.url())));
        QVERIFY(std::filesystem::is_empty(dir.path() / "tokens"));
    }

    void anExpiredCertificateIsToldAndTheTokenIsNotSent()
    {
        const TempDir dir;
        const auto identity = std::make_shared<const TestCertificate>(
            "IP:127.0.0.1", -10 * 24 * TestCertificate::kHour, -4 * 24 * TestCertificate::kHour);
        identity->write(dir.path() / "ca.pem");
        ScriptedServer server;
        server.behave(depot({}));
        server.speakTls(identity);
        Program program(dir.path());
        program.type("Address", server.url("https"));
        program.type("Token", kToken);
        program.press("Test: Remote service");
        QTRY_VERIFY_WITH_TIMEOUT(program.says("Test failed: certificate expired"), kPatience);
        QVERIFY(program.says("Headroom did not send the token."));
        // With its own certificate as the authority only its age is wrong.
        SourceChoice choice { SourceKind::Service, QString::fromStdString(server.url("https")),
            QString::fromStdString((dir.path() / "ca.pem").string()), false };
        std::optional<SourceReport> report;
        connect(&program.sources, &SourceDesk::tested, this,
            [&](const SourceChoice&, const SourceReport& found) { report = found; });
        program.sources.test(choice, QByteArray::fromStdString(kToken));
        QTRY_VERIFY_WITH_TIMEOUT(report.has_value(), kPatience);
        QVERIFY(!report->isGood);
        QCOMPARE(report->title, QStringLiteral("Test failed: certificate expired"));
        QVERIFY(plain(report->detail).contains(QStringLiteral("4 days ago")));
        QVERIFY(report->detail.contains(QStringLiteral("Headroom did not send the token.")));
        bool isNamed = false;
        bool isReached = false;
        for (const auto& [name, value] : report->facts) {
            isNamed = isNamed || value.contains(QStringLiteral("X509_V_ERR_CERT_HAS_EXPIRED (10)"));
            isReached = isReached
                || (name == QStringLiteral("Reached")
                    && value.startsWith(QStringLiteral("127.0.0.1:%1 in ").arg(server.port())));
        }
        QVERIFY(isNamed && isReached);
        QVERIFY(server.heard().find(kToken) == std::string::npos);
    }

    void aPortThatRefusesIsNamedWithWhatToDo()
    {
        const TempDir dir;
        std::string url;
        {
            ScriptedServer gone;
            url = gone.url();
        }
        Program program(dir.path());
        program.type("Address", url);
        program.press("Test: Remote service");
        QTRY_VERIFY_WITH_TIMEOUT(program.says("connection refused"), kPatience);
        QVERIFY(program.says("ConnectionRefusedError"));
        QVERIFY(program.says("To fix: start the service there"));
        program.press("Copy details");
        QVERIFY(QApplication::clipboard()->text().contains(
            QStringLiteral("Test failed: connection refused")));
    }

    void aTokenIsNotSentInTheOpen()
    {
        const TempDir dir;
        Program program(dir.path());
        program.type("Address", "http://depot.example.org:8000");
        program.type("Token", kToken);
        program.press("Test: Remote service");
        QTRY_VERIFY_WITH_TIMEOUT(program.says("Test failed: not encrypted"), kPatience);
        QVERIFY(program.says("Headroom did not send the token."));
    }

    void aFolderThatIsNotThereIsNotTakenAndOneThatIsHasItsOwnRecords()
    {
        const TempDir dir;
        const auto artifacts = dir.path() / "depot of artifacts";
        Program program(dir.path());
        QTRY_VERIFY_WITH_TIMEOUT(program.source() == "local workload", kPatience);
        program.type("Folder", artifacts.string());
        program.press("Use this source: Embedded");
        QTRY_VERIFY_WITH_TIMEOUT(program.says("Test failed: no such folder"), kPatience);
        QVERIFY(isEmbedded(program));
        std::filesystem::create_directory(artifacts);
        QFile file(QString::fromStdString((artifacts / "a").string()));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("hello") == 5);
        file.close();
        program.press("Test: Embedded");
        QTRY_VERIFY_WITH_TIMEOUT(program.says("1 artifact"), kPatience);
        QVERIFY(program.says("Covers 4 of 7 limits"));
        program.press("Use this source: Embedded");
        QTRY_VERIFY_WITH_TIMEOUT(program.source() == "filesystem " + artifacts.string(), kPatience);
        QVERIFY(std::filesystem::exists(dir.path() / "services"));
        QVERIFY(contentOf(dir.path() / "sources.json").contains("\"filesystem\""));
    }

    void aDamagedFileIsPutAsideAndTheWorkloadThatRunsInsteadIsCalledSo()
    {
        const TempDir dir;
        {
            QFile file(QString::fromStdString((dir.path() / "sources.json").string()));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{\"version\":1,\"sou") > 0);
        }
        Program program(dir.path());
        QTRY_VERIFY_WITH_TIMEOUT(program.source() == "local workload", kPatience);
        QVERIFY(program.says("sources.json is damaged"));
        QVERIFY(program.sources.otherSource().contains(QStringLiteral("local workload")));
        QVERIFY(std::filesystem::exists(dir.path() / "sources.json.damaged"));
        QVERIFY(!program.sources.isFirstTime());
    }

    void aFleetIsTestedTakenAndRemembered()
    {
        const TempDir dir;
        ScriptedServer server;
        server.behave(prometheus("8", "8"));
        {
            Program program(dir.path());
            QSignalSpy named(&program.sources, &SourceSwitch::fleetNamed);
            program.type("Prometheus server", server.url());
            program.press("Test: Fleet through Prometheus");
            QTRY_VERIFY_WITH_TIMEOUT(program.says("Prometheus 2.53.0, 8 depositories"), kPatience);
            QCOMPARE(named.count(), 0);
            program.press("Use this source: Fleet through Prometheus");
            QTRY_COMPARE_WITH_TIMEOUT(named.count(), 1, kPatience);
            QCOMPARE(named.front().at(1).value<HttpPeer>().url.toString(),
                QString::fromStdString(server.url()));
            QVERIFY(program.sources.inUse()->kind == SourceKind::Fleet);
        }
        Program again(dir.path());
        QVERIFY(again.sources.isFleet());
        // Behind the list the local workload runs, and rests.
        QTRY_VERIFY_WITH_TIMEOUT(again.source() == "local workload", kPatience);
        QVERIFY(again.sources.otherSource().isEmpty());
        const auto snapshot = again.sources.feed().latest();
        QVERIFY(snapshot && snapshot->source.workload);
        QCOMPARE(snapshot->source.workload->writers, 0);
    }

    void aFleetBehindATokenIsTakenWithItAndTheTokenIsKept()
    {
        const TempDir dir;
        ScriptedServer server;
        server.behave(prometheus("8", "8", "Authorization: Bearer " + kToken + "\r\n"));
        {
            Program program(dir.path());
            QSignalSpy named(&program.sources, &SourceSwitch::fleetNamed);
            program.type("Prometheus server", server.url());
            program.press("Test: Fleet through Prometheus");
            QTRY_VERIFY_WITH_TIMEOUT(program.says("a token is needed"), kPatience);
            QVERIFY(program.says("type one above that the server, or the proxy before it, takes."));
            program.type("Token of the Prometheus server", kToken);
            program.press("Use this source: Fleet through Prometheus");
            QTRY_COMPARE_WITH_TIMEOUT(named.count(), 1, kPatience);
            QVERIFY(named.front().at(1).value<HttpPeer>().token
                == QByteArray::fromStdString(kToken));
            QTRY_VERIFY_WITH_TIMEOUT(
                program.sources.hasToken(QString::fromStdString(server.url())), kPatience);
            QVERIFY(program.field("Token of the Prometheus server")->text().isEmpty());
        }
        QVERIFY(!contentOf(dir.path() / "sources.json").contains(kToken.c_str()));

        Program again(dir.path());
        again.press("Test: Fleet through Prometheus");
        QTRY_VERIFY_WITH_TIMEOUT(again.says("Prometheus 2.53.0, 8 depositories"), kPatience);
        again.press("Forget token");
        QVERIFY(!again.sources.hasToken(QString::fromStdString(server.url())));
        again.press("Test: Fleet through Prometheus");
        QTRY_VERIFY_WITH_TIMEOUT(again.says("a token is needed"), kPatience);
    }

    void theTestOfAFleetSaysWhatThereIsToList_data()
    {
        QTest::addColumn<QByteArray>("depositories");
        QTest::addColumn<QByteArray>("rank");
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("fact");
        QTest::newRow("whole") << QByteArray("3") << QByteArray("3")
                               << QStringLiteral("Prometheus 2.53.0, 3 depositories")
                               << QStringLiteral("recorded");
        QTest::newRow("without the rule")
            << QByteArray("3") << QByteArray() << QStringLiteral("add the rules of headroomd rules")
            << QStringLiteral("missing: the list is slower");
        QTest::newRow("no headroomd")
            << QByteArray() << QByteArray()
            << QStringLiteral("let Prometheus scrape the /metrics of a headroomd")
            << QStringLiteral("none: no headroomd is scraped");
    }

    void theTestOfAFleetSaysWhatThereIsToList()
    {
        QFETCH(QByteArray, depositories);
        QFETCH(QByteArray, rank);
        QFETCH(QString, said);
        QFETCH(QString, fact);
        const TempDir dir;
        ScriptedServer server;
        server.behave(prometheus(depositories.toStdString(), rank.toStdString()));
        Program program(dir.path());
        program.type("Prometheus server", server.url());
        program.press("Test: Fleet through Prometheus");
        QTRY_VERIFY_WITH_TIMEOUT(program.says(said.toUtf8().constData()), kPatience);
        QVERIFY2(program.says(fact.toUtf8().constData()), qPrintable(fact));
    }

    void whatIsNoPrometheusServerIsNotTaken()
    {
        const TempDir dir;
        ScriptedServer server;
        server.behave([](ScriptedServer::Peer& peer) {
            peer.readHead();
            peer.send(json("200 OK", R"({"status":"ok"})"));
        });
        Program program(dir.path());
        program.type("Prometheus server", server.url());
        program.press("Test: Fleet through Prometheus");
        QTRY_VERIFY_WITH_TIMEOUT(program.says("is no Prometheus server"), kPatience);
        QVERIFY(!program.button("Use this source: Fleet through Prometheus")->isEnabled());
    }

    void aPasswordInADatabasesPlaceIsRefused()
    {
        const TempDir dir;
        Program program(dir.path());
        program.type("Database", "postgresql://headroom:secret@db/depository");
        program.press("Test: Embedded");
        QVERIFY(program.says("leave the password out"));
    }

    void aTokenGoesToTheDesktopWhereOneAnswersAndElseIntoAFile()
    {
        const TempDir dir;
        const auto origin = QStringLiteral("https://depot.example.org:443");
        for (const bool isThere : { true, false }) {
            auto made = std::make_unique<FakeDesktop>();
            auto* desktop = made.get();
            desktop->isThere = isThere;
            TokenKeeper keeper(std::move(made), makeFileSecrets(dir.path() / "tokens"));
            bool isKept = false;
            keeper.keep(origin, "secret", [&](const Result<void>& kept) { isKept = bool(kept); });
            QVERIFY(isKept && keeper.has(origin));
            QCOMPARE(desktop->secrets.size(), isThere ? 1 : 0);
            QCOMPARE(std::filesystem::exists(dir.path() / "tokens"), !isThere);
            QVERIFY(keeper.placeText(origin).contains(
                isThere ? QStringLiteral("the desktop") : QStringLiteral("tokens")));
            QByteArray read;
            keeper.read(origin, [&](const Result<QByteArray>& found) { read = *found; });
            QCOMPARE(read, QByteArray("secret"));
            keeper.forget(origin, [](const Result<void>&) {});
            QVERIFY(!keeper.has(origin) && desktop->secrets.isEmpty());
        }
        QVERIFY(std::filesystem::is_empty(dir.path() / "tokens"));
    }

    void theFirstTimeNothingRunsUntilSomebodyChooses()
    {
        const TempDir dir;
        SystemClock clock;
        PosixFileSystem files;
        NoNotifier notifier;
        const auto make = [&] {
            return std::make_unique<SourceSwitch>(
                CoreSurroundings { dir.path(), clock, files, notifier }, WorkloadSettings {},
                std::make_unique<TokenKeeper>(nullptr, makeFileSecrets(dir.path() / "tokens")),
                std::nullopt);
        };
        auto sources = make();
        QVERIFY(sources->isFirstTime());
        QVERIFY(sources->start(true));
        QVERIFY(sources->feed().inner() == nullptr && !sources->inUse());
        sources->use({}, std::nullopt);
        QVERIFY(sources->feed().inner() != nullptr);
        sources.reset();
        const auto later = make();
        QVERIFY(!later->isFirstTime());
        QVERIFY(later->inUse() == SourceChoice {});  // a page is made before anything runs
    }

    void everyControlHasAName()
    {
        const TempDir dir;
        Program program(dir.path());
        for (const auto* widget : program.page->findChildren<QWidget*>()) {
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            const bool hasName = !widget->accessibleName().isEmpty()
                || (button != nullptr && !button->text().isEmpty());
            QVERIFY2(
                hasName || widget->focusPolicy() == Qt::NoFocus, widget->metaObject()->className());
        }
    }
};

QTEST_MAIN(SourcesWalkTest)
#include "sources_walk_test.moc"
