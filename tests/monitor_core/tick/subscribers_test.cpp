// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/snapshot.h"
#include "monitor_core/tick/subscribers.h"
#include "tests/support/scripted_source.h"

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <stdexcept>
#include <thread>

namespace headroom {

namespace {

SnapshotPtr aSnapshot() { return std::make_shared<const Snapshot>(); }

TEST(Subscribers, everybodyIsTold)
{
    Subscribers<SnapshotPtr> subscribers;
    int first = 0;
    int second = 0;
    const auto endFirst = subscribers.add([&](const SnapshotPtr&) { ++first; });
    const auto endSecond = subscribers.add([&](const SnapshotPtr&) { ++second; });
    subscribers.tell(aSnapshot());
    endFirst();
    subscribers.tell(aSnapshot());
    EXPECT_EQ(first, 1);
    EXPECT_EQ(second, 2);
    endSecond();
}

TEST(Subscribers, oneThatThrowsDoesNotKeepTheOthersFromHearing)
{
    Subscribers<SnapshotPtr> subscribers;
    int heard = 0;
    const auto endBad
        = subscribers.add([](const SnapshotPtr&) { throw std::runtime_error("on purpose"); });
    const auto endGood = subscribers.add([&](const SnapshotPtr&) { ++heard; });
    subscribers.tell(aSnapshot());
    EXPECT_EQ(heard, 1);
}

TEST(Subscribers, endingASubscriptionWaitsForTheCallInProgress)
{
    Subscribers<SnapshotPtr> subscribers;
    Turnstile turnstile;
    std::atomic<bool> callEnded { false };
    const auto end = subscribers.add([&](const SnapshotPtr&) {
        turnstile.pass();
        callEnded = true;
    });
    std::thread teller([&] { subscribers.tell(aSnapshot()); });
    turnstile.awaitSomebody();
    std::atomic<bool> endSawCallEnded { false };
    std::thread ender([&] {
        end();
        endSawCallEnded = callEnded.load();
    });
    turnstile.open();
    teller.join();
    ender.join();
    EXPECT_TRUE(endSawCallEnded);
}

TEST(Subscribers, othersMayComeAndGoDuringACall)
{
    Subscribers<SnapshotPtr> subscribers;
    std::function<void()> endLate;
    int heard = 0;
    const auto end = subscribers.add([&](const SnapshotPtr&) {
        if (!endLate) {
            endLate = subscribers.add([&](const SnapshotPtr&) { ++heard; });
        }
    });
    subscribers.tell(aSnapshot());
    subscribers.tell(aSnapshot());
    EXPECT_EQ(heard, 1);
}

TEST(Subscribers, aSubscriptionMayOutliveThem)
{
    auto subscribers = std::make_unique<Subscribers<SnapshotPtr>>();
    const auto end = subscribers->add([](const SnapshotPtr&) {});
    subscribers.reset();
    EXPECT_NO_THROW(end());
}

}  // namespace

}  // namespace headroom
