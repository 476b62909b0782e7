// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/fake_desk.h"
#include "tests/ui/support/snapshots.h"
#include "ui/views/sources_page.h"

#include <QAbstractButton>
#include <QTest>

using namespace headroom;
using namespace headroom::ui;

namespace {

QAbstractButton* visibleButton(const QWidget& page, const char* text)
{
    for (auto* button : page.findChildren<QAbstractButton*>()) {
        if (button->isVisible() && button->text() == QLatin1String(text)) {
            return button;
        }
    }
    return nullptr;
}

}  // namespace

class SourcesPageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anotherAuditTrailIsAcceptedInTwoSteps()
    {
        ManualClock clock;
        FakeFeed feed;
        FakeDesk desk;
        OverviewModel model(feed, clock);
        model.setSourceDesk(&desk);
        SourcesPage page(model);
        page.resize(1200, 800);
        page.show();
        QVERIFY(visibleButton(page, "Accept this trail") == nullptr);
        feed.alarmChain(QStringLiteral("the audit trail of the service was cut"));
        QTest::mouseClick(visibleButton(page, "Accept this trail"), Qt::LeftButton);
        QCOMPARE(feed.acceptedChains, 0);
        QTest::mouseClick(visibleButton(page, "Cancel"), Qt::LeftButton);
        QTest::mouseClick(visibleButton(page, "Accept this trail"), Qt::LeftButton);
        QTest::mouseClick(visibleButton(page, "Yes, accept"), Qt::LeftButton);
        QCOMPARE(feed.acceptedChains, 1);
        feed.find();
        QVERIFY(visibleButton(page, "Accept this trail") == nullptr);
    }
};

QTEST_MAIN(SourcesPageTest)
#include "sources_page_test.moc"
