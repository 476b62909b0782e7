// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/tick/source_runner.h"
#include "tests/support/scripted_source.h"
#include "tests/support/wait_until.h"

#include <gtest/gtest.h>

#include <memory>
#include <stdexcept>

namespace headroom {

namespace {

Readings storageOf(double value)
{
    Readings readings;
    Reading reading;
    reading.value = value;
    readings.set(Metric::TotalStorage, reading);
    return readings;
}

double storageIn(const SourceState& state)
{
    return state.readings ? state.readings->slots[indexOf(Metric::TotalStorage)]->value : -1;
}

TEST(SourceRunner, bringsWhatTheSourceCollects)
{
    SourceRunner runner(
        std::make_shared<ScriptedSource>([]() -> Result<Readings> { return storageOf(7); }));
    EXPECT_EQ(storageIn(runner.state()), -1);
    runner.start();
    EXPECT_TRUE(waitUntil([&] { return storageIn(runner.state()) == 7; }));
    runner.stop();
}

TEST(SourceRunner, aFailureKeepsTheReadingsAndIsThePROBLEM)
{
    auto source
        = std::make_shared<ScriptedSource>([]() -> Result<Readings> { return storageOf(7); });
    SourceRunner runner(source);
    runner.collectOnce();
    source->become([]() -> Result<Readings> {
        return Error { ErrorCode::Io, "disk gone", "filesystem" };
    });
    runner.collectOnce();
    EXPECT_EQ(storageIn(runner.state()), 7);
    EXPECT_EQ(runner.state().problem, "filesystem: disk gone");
    source->become([]() -> Result<Readings> { return storageOf(8); });
    runner.collectOnce();
    EXPECT_EQ(storageIn(runner.state()), 8);
    EXPECT_EQ(runner.state().problem, "");
}

TEST(SourceRunner, whatASourceThrowsIsItsProblemOnly)
{
    SourceRunner runner(std::make_shared<ScriptedSource>(
        []() -> Result<Readings> { throw std::runtime_error("on purpose"); }));
    runner.start();
    EXPECT_TRUE(waitUntil([&] { return runner.state().problem == "on purpose"; }));
    runner.stop();
}

TEST(SourceRunner, readingsMayComeWithAProblem)
{
    SourceRunner runner(std::make_shared<ScriptedSource>([]() -> Result<Readings> {
        auto readings = storageOf(7);
        readings.problem = "cannot read 1 entry";
        return readings;
    }));
    runner.collectOnce();
    EXPECT_EQ(storageIn(runner.state()), 7);
    EXPECT_EQ(runner.state().problem, "cannot read 1 entry");
}

TEST(SourceRunner, aSourceThatHangsIsLeftBehindAndItsStateIsStillThere)
{
    auto turnstile = std::make_shared<Turnstile>();
    auto source = std::make_shared<ScriptedSource>([turnstile]() -> Result<Readings> {
        turnstile->pass();
        return storageOf(7);
    });
    const std::weak_ptr<ScriptedSource> life = source;
    {
        SourceRunner runner(std::move(source));
        runner.start();
        turnstile->awaitSomebody();
        EXPECT_EQ(storageIn(runner.state()), -1);
        runner.stop();
    }
    EXPECT_FALSE(life.expired());
    turnstile->open();
    EXPECT_TRUE(waitUntil([&] { return life.expired(); }));
}

}  // namespace

}  // namespace headroom
