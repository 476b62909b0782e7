// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/overview_layout.h"
#include "ui/views/wall_layout.h"

#include <QTest>

#include <vector>

using namespace headroom::ui;

namespace {

std::vector<QRect> cardsOf(const WallLayout& wall)
{
    std::vector<QRect> cards { wall.banner, wall.gate, wall.clock, wall.latency, wall.load,
        wall.strip, wall.alerts, wall.foot };
    cards.insert(cards.end(), wall.gauges.begin(), wall.gauges.end());
    return cards;
}

std::vector<QRect> cardsOf(const OverviewLayout& page)
{
    std::vector<QRect> cards;
    for (const auto& card :
        { page.banner, page.gate, page.note, page.latency, page.load, page.alerts, page.strip,
            page.stripRows, page.gauges[0], page.gauges[1], page.gauges[2], page.gauges[3] }) {
        if (!card.isEmpty()) {
            cards.push_back(card);
        }
    }
    return cards;
}

void compareInsideAndApart(const std::vector<QRect>& cards, QSize size)
{
    for (std::size_t i = 0; i < cards.size(); ++i) {
        QVERIFY(QRect(QPoint(), size).contains(cards[i]));
        for (std::size_t j = 0; j < i; ++j) {
            QVERIFY(!cards[i].intersects(cards[j]));
        }
    }
}

}  // namespace

class LayoutTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theWallHasTheFiguresOfTheDesign()
    {
        const auto wall = layoutWall({ 1920, 1080 });
        QCOMPARE(wall.scale, 1.0);
        QCOMPARE(wall.banner, QRect(24, 16, 928, 108));
        QCOMPARE(wall.gauges[0], QRect(24, 138, 456, 452));
        QCOMPARE(wall.gauges[3], QRect(1440, 138, 456, 452));
        QCOMPARE(wall.latency, QRect(24, 604, 692, 298));
        QCOMPARE(wall.strip, QRect(24, 916, 1400, 110));
        QCOMPARE(wall.alerts, QRect(1440, 604, 456, 422));
        QCOMPARE(wall.foot, QRect(24, 1040, 1872, 30));
    }

    void theWallGrowsInSteps()
    {
        QCOMPARE(layoutWall({ 3840, 2160 }).scale, 2.0);
        QCOMPARE(layoutWall({ 2560, 1440 }).scale, 1.25);  // 1.333 snapped down
        QCOMPARE(layoutWall({ 1024, 640 }).scale, 0.5);
    }

    void spareHeightGoesToGaugesAndChartsAsThreeToTwo()
    {
        const auto wall = layoutWall({ 1920, 1200 });
        QCOMPARE(wall.scale, 1.0);
        QCOMPARE(wall.gauges[0].height(), 452 + 72);
        QCOMPARE(wall.latency.height(), 298 + 48);
    }

    void aVeryWideWallGivesTheAlertsRoomFirst()
    {
        const auto wall = layoutWall({ 2560, 1080 });
        QCOMPARE(wall.scale, 1.0);
        QCOMPARE(wall.alerts.width(), 640);
        QCOMPARE(wall.clock.width(), 640);
    }

    void nothingOverlapsAtAnySize_data()
    {
        QTest::addColumn<QSize>("size");
        for (const auto& size : { QSize(1024, 640), QSize(1099, 719), QSize(1100, 640),
                 QSize(1280, 720), QSize(1280, 800), QSize(1366, 768), QSize(1440, 900),
                 QSize(1600, 1200), QSize(1920, 1080), QSize(2560, 1080), QSize(3840, 2160) }) {
            QTest::addRow("%d x %d", size.width(), size.height()) << size;
        }
    }
    void nothingOverlapsAtAnySize()
    {
        QFETCH(QSize, size);
        compareInsideAndApart(cardsOf(layoutWall(size)), size);
        const int rail = size.width() < 1280 ? 56 : 208;
        const int header = size.width() < 1100 ? 52 : 60;
        const QSize page(size.width() - rail, size.height() - header);
        const auto overview = layoutOverview(page, size);
        compareInsideAndApart(cardsOf(overview), page);
        QVERIFY(overview.latency.height() >= 120);
        for (const auto& gauge : overview.gauges) {
            QVERIFY(gauge.height() >= 240);
        }
    }

    void whatGoesWhenRoomIsShort()
    {
        const auto desk = layoutOverview({ 1232, 840 }, { 1440, 900 });
        QCOMPARE(desk.strip.height(), 82);
        QVERIFY(!desk.load.isEmpty());
        QVERIFY(desk.stripRows.isEmpty());
        const auto low = layoutOverview({ 1072, 640 }, { 1280, 700 });
        QVERIFY(low.strip.isEmpty());
        QCOMPARE(low.banner.height(), 54);
        const auto narrow = layoutOverview({ 968, 588 }, { 1024, 640 });
        QVERIFY(narrow.strip.isEmpty());
        QVERIFY(narrow.load.isEmpty());
        QVERIFY(!narrow.stripRows.isEmpty());
    }
};

QTEST_GUILESS_MAIN(LayoutTest)
#include "layout_test.moc"
