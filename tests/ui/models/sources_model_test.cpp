// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/manual_clock.h"
#include "tests/ui/support/fake_desk.h"
#include "ui/models/sources_model.h"

#include <QTest>

using namespace headroom;
using namespace headroom::ui;

namespace {

constexpr auto kService = SourceKind::Service;

struct Filled {
    Filled() { model.setPlace(kService, QStringLiteral("https://depot.example.org:8443")); }
    [[nodiscard]] const SourcesModel::State& service() const { return model.state(kService); }

    ManualClock clock;
    FakeDesk desk;
    SourcesModel model { desk, clock };
};

}  // namespace

class SourcesModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsUsedIsTestedFirstAndTakenOnlyWhenFoundGood()
    {
        Filled page;
        QVERIFY(page.service().canUse);
        page.model.use(kService);
        QVERIFY(page.service().isTesting && page.desk.uses.empty());
        page.desk.answer(page.service().choice, false);
        QVERIFY(page.desk.uses.empty() && !page.service().canUse);
        page.model.setToken(kService, QStringLiteral("another"));
        QVERIFY(page.service().canUse);
        page.model.use(kService);
        QVERIFY(page.desk.lastToken == QByteArray("another"));
        page.desk.answer(page.service().choice, true);
        QCOMPARE(page.desk.uses.size(), std::size_t { 1 });
        page.desk.take(page.service().choice, {});
        QVERIFY(page.service().isInUse);
        QVERIFY(!page.model.state(SourceKind::Workload).isInUse);
    }

    void aRefusalLeavesTheOneBeforeInUseAndSaysWhy()
    {
        Filled page;
        page.model.use(kService);
        page.desk.answer(page.service().choice, true);
        page.desk.take(page.service().choice, QStringLiteral("no room"));
        QVERIFY(page.model.state(SourceKind::Workload).isInUse && !page.service().isInUse);
        QCOMPARE(page.model.refusal(), QStringLiteral("no room"));
    }

    void anAnswerAboutSomethingElseThanIsFilledInNowIsDropped()
    {
        Filled page;
        page.model.use(kService);
        const auto before = page.service().choice;
        page.model.setPlace(kService, QStringLiteral("https://other.example.org"));
        page.desk.answer(before, true);
        QVERIFY(!page.service().report && page.desk.uses.empty());
        QCOMPARE(page.model.coverTitle(kService),
            QStringLiteral("Covers: not known until a test succeeds"));
    }

    void whatTheBuildCannotShowIsNotUsedHoweverGoodItsTest()
    {
        Filled page;
        page.model.setPlace(SourceKind::Fleet, QStringLiteral("https://prometheus.example"));
        page.model.test(SourceKind::Fleet);
        page.desk.answer(page.model.state(SourceKind::Fleet).choice, true);
        QVERIFY(page.model.state(SourceKind::Fleet).report->isGood);
        QVERIFY(!page.model.state(SourceKind::Fleet).canUse);
        page.model.use(SourceKind::Fleet);
        QVERIFY(page.desk.uses.empty());
    }

    void aWrongPlaceIsExplainedAndNobodyIsAsked_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("place");
        const auto row = [](SourceKind kind, const char* place) {
            QTest::newRow(place) << static_cast<int>(kind) << QString::fromLatin1(place);
        };
        row(SourceKind::Service, "depot.example.org");
        row(SourceKind::Service, "https://me:secret@depot.example.org");
        row(SourceKind::Service, "http://169.254.169.254");
        row(SourceKind::Filesystem, "srv/depository");
        row(SourceKind::Postgres, "postgresql://me:secret@db/depository");
        row(SourceKind::Postgres, "host=db password = secret");
        row(SourceKind::Postgres, "postgresql://db/depository?password=secret");
    }
    void aWrongPlaceIsExplainedAndNobodyIsAsked()
    {
        QFETCH(int, kind);
        QFETCH(QString, place);
        Filled page;
        const auto of = static_cast<SourceKind>(kind);
        page.model.setPlace(of, place);
        page.model.test(of);
        QVERIFY(page.desk.tests.empty());
        QVERIFY(!page.model.state(of).canUse && !page.model.state(of).wrong.isEmpty());
        QVERIFY(!page.model.state(of).report->isGood);
        QVERIFY(!page.model.state(of).wrong.contains(QStringLiteral("secret")));
    }
};

QTEST_GUILESS_MAIN(SourcesModelTest)
#include "sources_model_test.moc"
