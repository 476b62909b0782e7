// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/sources_program.h"
#include "tests/support/scripted_server.h"
#include "tests/ui/support/remote_service.h"
#include "ui/views/source_card.h"

#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>

#include <sys/stat.h>

using namespace headroom;
using namespace headroom::ui;

namespace {

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

bool isEmbedded(const Program& program)
{
    return program.sources.inUse() && program.sources.inUse()->kind == SourceKind::Workload;
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
