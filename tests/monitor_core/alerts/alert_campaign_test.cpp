// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/monitor_core/alerts/alert_world.h"

#include <gtest/gtest.h>

#include <random>
#include <tuple>

namespace headroom {
namespace {

using namespace std::chrono_literals;
using std::chrono::nanoseconds;

constexpr auto kYear = std::chrono::hours(24 * 365);

/// What an alert on one metric must do, told in true time, which only the test knows.
struct OracleAlert {
    bool isOpen = false;
    bool isAcknowledged = false;
    bool isOverdueDone = false;
    nanoseconds due { 0 };
};

class ClockCampaign {
public:
    explicit ClockCampaign(unsigned seed)
        : random_(seed)
    {
        world_.tick();
    }

    void step()
    {
        switch (below(9)) {
        case 0:
            raiseOrClear();
            break;
        case 1:
            acknowledge();
            break;
        case 2:  // somebody sets the wall clock, by up to ten years
            world_.clock.stepSystem(nanoseconds(static_cast<std::int64_t>(below(20'001)) - 10'000)
                * (std::chrono::nanoseconds(kYear).count() / 1000));
            // Within the same boot only the steady clock counts, whether Headroom runs or not.
            tick(nanoseconds(0));
            break;
        case 3:
            pass(std::chrono::hours(below(9)));  // the lid was closed
            break;
        case 4:
            pass(std::chrono::milliseconds(below(60'000)));
            world_.start();  // killed, started
            break;
        case 5: {
            const auto off = std::chrono::seconds(below(12 * 3600));
            true_ += off;
            world_.reboot(off, 0s);
            break;
        }
        default:
            pass(std::chrono::milliseconds(below(90 * 60 * 1000)));
            break;
        }
        tick(nanoseconds(0));
        ASSERT_EQ(world_.stored(AlertEventKind::Overdue), expected_)
            << "at true time " << true_.count();
    }

    [[nodiscard]] int overdueSteps() const { return expected_; }

private:
    std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(random_() % n); }

    void pass(nanoseconds time)
    {
        true_ += time;
        world_.clock.advance(time);
    }

    void tick(nanoseconds time)
    {
        pass(time);
        world_.look();
        for (auto& alert : alerts_) {
            if (alert.isOpen && !alert.isAcknowledged && !alert.isOverdueDone
                && true_ >= alert.due) {
                alert.isOverdueDone = true;
                ++expected_;
            }
        }
    }

    void raiseOrClear()
    {
        tick(nanoseconds(0));  // what is due came before
        const auto i = below(2);
        auto& alert = alerts_[i];
        const auto metric = i == 0 ? Metric::WriteThroughput : Metric::ArtifactCount;
        if (alert.isOpen) {
            alert = {};
            world_.set(metric, Level::Green, 1);
        } else {
            const bool isRed = below(2) == 0;
            alert = { true, false, false, true_ + (isRed ? nanoseconds(1h) : nanoseconds(6h)) };
            world_.set(metric, isRed ? Level::Red : Level::Orange, 2000);
        }
    }

    void acknowledge()
    {
        tick(nanoseconds(0));
        const auto i = below(2);
        const auto type = i == 0 ? AlertType::WriteThroughput : AlertType::ArtifactCount;
        const auto open = world_.open(type);
        ASSERT_EQ(open.has_value(), alerts_[i].isOpen);
        if (open && !alerts_[i].isAcknowledged) {
            ASSERT_TRUE(world_.acknowledge(open->id));
            alerts_[i].isAcknowledged = true;
        }
    }

    std::mt19937 random_;
    AlertWorld world_;
    nanoseconds true_ { 0 };
    std::array<OracleAlert, 2> alerts_;
    int expected_ = 0;
};

/// A fifth of the 100 000 steps each, so that no single test takes long.
class ClockCampaigns : public testing::TestWithParam<unsigned> { };

TEST_P(ClockCampaigns, neverMakeAnEscalationMissedEarlyOrDouble)
{
    constexpr unsigned kCampaigns = 10;
    int overdue = 0;
    for (unsigned seed = 1; seed <= kCampaigns; ++seed) {
        ClockCampaign campaign(GetParam() * 1000 + seed);
        for (int i = 0; i < 2'000; ++i) {
            campaign.step();
            if (testing::Test::HasFatalFailure()) {
                FAIL() << "seed " << GetParam() * 1000 + seed << ", step " << i;
            }
        }
        overdue += campaign.overdueSteps();
    }
    EXPECT_GT(overdue, 500) << "the campaign must reach what it looks for";
}

INSTANTIATE_TEST_SUITE_P(Clocks, ClockCampaigns, testing::Range(0U, 5U));

/// The machine comes up with a clock that nobody can believe: the rest is kept, at most the minute
/// since the last mark is lost; nothing comes early.
class WrongClockAtBoot : public testing::TestWithParam<nanoseconds> { };

TEST_P(WrongClockAtBoot, keepsTheRestOfTheDeadline)
{
    AlertWorld world;
    world.set(Metric::WriteThroughput, Level::Red, 1200);
    world.tick();
    for (int i = 0; i < 30; ++i) {
        world.tick(1min);
    }
    const auto wallAtMark = world.clock.systemNow();
    world.reboot(2min, GetParam());
    world.look();
    const auto off = world.clock.systemNow() - wallAtMark;
    const auto counted = off >= 0ns && off <= 30 * 24h ? off : 0ns;
    const auto left = 30min - counted;
    EXPECT_EQ(*world.open(AlertType::WriteThroughput)->deadline - world.clock.steadyNow(), left);
    if (left > 0ns) {
        world.tick(left - 1ns);
        EXPECT_EQ(world.stored(AlertEventKind::Overdue), 0);
        world.tick(1ns);
    }
    EXPECT_EQ(world.stored(AlertEventKind::Overdue), 1);
}

INSTANTIATE_TEST_SUITE_P(Clocks, WrongClockAtBoot,
    testing::Values(nanoseconds(-6h), nanoseconds(10 * kYear), nanoseconds(-10 * kYear),
        nanoseconds(-56 * kYear), nanoseconds(1min), nanoseconds(31 * 24h), nanoseconds(3h)));

TEST(Clocks, thatAreSetAreShownOnTheBoard)
{
    AlertWorld world;
    world.tick();
    EXPECT_FALSE(world.board()->clockChange);
    world.clock.stepSystem(-6h);
    world.tick();
    EXPECT_EQ(world.board()->clockChange->by, nanoseconds(-6h));
    world.start();
    EXPECT_EQ(world.board()->clockChange->by, nanoseconds(-6h));
}

using Line = std::tuple<AlertType, AlertEventKind, Level, std::int64_t>;

/// The life of one alert as a person would keep it on paper.
class PaperOracle {
public:
    void see(AlertType type, Level level, SystemTime at, std::vector<Line>& lines)
    {
        auto& open = open_[indexOf(type)];
        const auto note = [&](AlertEventKind kind) {
            lines.emplace_back(type, kind, level, at.time_since_epoch().count());
        };
        if (level == Level::Unknown) {
            return;
        }
        if (level == Level::Green && open != Level::Green) {
            note(AlertEventKind::Cleared);
        } else if (level > open) {
            note(open == Level::Green ? AlertEventKind::Raised : AlertEventKind::Rose);
        } else if (level < open) {
            note(AlertEventKind::Fell);
        }
        open = level;
    }

private:
    std::array<Level, kAlertTypeCount> open_ { Level::Green, Level::Green, Level::Green,
        Level::Green, Level::Green, Level::Green, Level::Green, Level::Green };
};

TEST(ThirtyDays, raiseAndClearEveryAlertAsAnIndependentOracleSays)
{
    std::mt19937 random(20'260'803);
    const auto below = [&](std::uint32_t n) { return static_cast<std::uint32_t>(random() % n); };
    AlertWorld world;
    PaperOracle oracle;
    std::vector<Line> expected;
    const auto end = world.clock.steadyNow() + 30 * 24h;
    constexpr std::array kMetrics { Metric::ConcurrentWrites, Metric::WriteThroughput,
        Metric::QueryResponse, Metric::ArtifactSize, Metric::ArtifactCount,
        Metric::AuditRetention };
    std::array<Level, kMetricCount> truth {};
    truth.fill(Level::Green);
    while (world.clock.steadyNow() < end) {
        world.clock.advance(std::chrono::milliseconds(1000 + below(40'000)));
        for (const auto metric : kMetrics) {
            if (below(400) != 0) {
                continue;
            }
            const auto level = static_cast<Level>(below(5));  // Unknown to Red
            if (level == Level::Unknown) {
                world.silence(metric);
            } else {
                world.speak(metric);
                world.set(metric, level, 10);
            }
            truth[indexOf(metric)] = level;
        }
        // Faults: the disk fills for a while, the audit trail stops for a while, the process dies
        // (with a working disk: what a full one has not taken dies with it).
        if (below(2'000) == 0) {
            world.store.isFailing = !world.store.isFailing;
        }
        if (below(2'000) == 0) {
            world.isAuditFailing = !world.isAuditFailing;
        }
        world.look();
        for (const auto metric : kMetrics) {
            oracle.see(
                alertTypeOf(metric), truth[indexOf(metric)], world.clock.systemNow(), expected);
        }
        if (!world.store.isFailing && below(1'000) == 0) {
            ASSERT_TRUE(world.isAuditFailing || world.keeper->flush(world.now()));
            static_cast<void>(world.keeper->flush(world.now()));
            world.start();
            ASSERT_TRUE(world.problems.empty()) << world.problems.front();
        }
        for (const auto& delivery : world.keeper->takeDeliveries(world.now())) {
            if (below(3) == 0) {
                world.keeper->deliveryFailed(delivery.messageId, "refused", world.now());
            } else {
                world.keeper->delivered(delivery.messageId);
            }
        }
    }
    world.store.isFailing = false;
    world.isAuditFailing = false;
    ASSERT_TRUE(world.keeper->flush(world.now()));

    std::vector<Line> seen;
    for (const auto& [sequence, event] : world.store.events) {
        if (event.kind == AlertEventKind::Raised || event.kind == AlertEventKind::Rose
            || event.kind == AlertEventKind::Fell || event.kind == AlertEventKind::Cleared) {
            seen.emplace_back(
                event.type, event.kind, event.level, event.at.time_since_epoch().count());
        }
    }
    EXPECT_GT(expected.size(), 1'000U);
    EXPECT_EQ(seen, expected);
    EXPECT_EQ(world.store.events.size(), world.store.events.rbegin()->first) << "no number skipped";
    EXPECT_LT(world.keeper->board(world.now())->waitingMessages, 100U);
}

TEST(Flood, isFoldedInTheOutboxAndWholeInTheHistory)
{
    AlertWorld world;
    constexpr int kFlaps = 10'000;
    for (int i = 0; i < kFlaps; ++i) {
        world.set(Metric::ArtifactCount, i % 2 == 0 ? Level::Red : Level::Green, 1);
        world.tick(100us);
    }
    EXPECT_EQ(world.stored(AlertEventKind::Raised), kFlaps / 2);
    EXPECT_EQ(world.stored(AlertEventKind::Cleared), kFlaps / 2);
    EXPECT_LE(world.board()->waitingMessages, Outbox::kMostInLine);
    EXPECT_LE(world.board()->lastCleared.front().steps->size(), 64U);
}

TEST(Flood, ofOneAlertThatLivesKeepsItsFirstStepAndTheNewest)
{
    AlertWorld world;
    world.set(Metric::ArtifactCount, Level::Red, 1);
    world.tick();
    for (int i = 0; i < 1'000; ++i) {
        world.set(Metric::ArtifactCount, i % 2 == 0 ? Level::Orange : Level::Red, 1);
        world.tick(1ms);
    }
    const auto alert = world.open(AlertType::ArtifactCount);
    EXPECT_EQ(alert->steps->size(), 64U);
    EXPECT_EQ(alert->steps->front().kind, AlertEventKind::Raised);
    EXPECT_EQ(alert->steps->back().sequence, world.lastStep().sequence);
    EXPECT_EQ(alert->stepsOmitted + 64, world.store.events.size());
}

}  // namespace
}  // namespace headroom
