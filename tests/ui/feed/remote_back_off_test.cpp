// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/remote_back_off.h"

#include <QTest>

#include <set>

using namespace headroom::ui;
using namespace std::chrono_literals;

class RemoteBackOffTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void staysBetweenOneAndThirtySecondsForEver()
    {
        for (std::uint32_t seed = 0; seed < 50; ++seed) {
            BackOff backOff({}, seed);
            for (int i = 0; i < 200; ++i) {
                const auto wait = backOff.next();
                QVERIFY(wait >= 1s && wait <= 30s);
            }
        }
    }

    void growsToItsMostWithinSixTries()
    {
        BackOff backOff({}, 1);
        std::vector<std::chrono::milliseconds> waits;
        for (int i = 0; i < 6; ++i) {
            waits.push_back(backOff.next());
        }
        QVERIFY(waits.front() <= 2s);
        QVERIFY(waits.back() >= 15s);
    }

    void startsAnewAfterASuccess()
    {
        BackOff backOff({}, 1);
        for (int i = 0; i < 10; ++i) {
            static_cast<void>(backOff.next());
        }
        backOff.reset();
        QVERIFY(backOff.next() <= 2s);
    }

    void dashboardsThatLostAServiceTogetherComeBackApart()
    {
        std::set<std::chrono::milliseconds> thirdWaits;
        for (std::uint32_t seed = 0; seed < 20; ++seed) {
            BackOff backOff({}, seed);
            static_cast<void>(backOff.next());
            static_cast<void>(backOff.next());
            thirdWaits.insert(backOff.next());
        }
        QVERIFY(thirdWaits.size() > 15);
    }
};

QTEST_APPLESS_MAIN(RemoteBackOffTest)
#include "remote_back_off_test.moc"
