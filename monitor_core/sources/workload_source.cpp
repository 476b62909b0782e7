// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/sources/workload_source.h"

#include "monitor_core/sources/workload_check.h"

#include <atomic>
#include <random>
#include <system_error>
#include <utility>

namespace headroom {

namespace {

Bytes shareOf(Bytes limit, Ratio share)
{
    return { static_cast<std::int64_t>(static_cast<double>(limit.count) * share.value) };
}

std::uint64_t seedOfThisRun()
{
    std::random_device device;
    return (std::uint64_t { device() } << 32U) | device();
}

}  // namespace

/// One client with its thread.
struct WorkloadSource::Client {
    using Run = void (*)(const WorkloadShared&, std::uint64_t, const std::stop_token&);

    Client(Run run, const WorkloadShared& shared, std::uint64_t seed)
        : thread([this, run, &shared, seed](const std::stop_token& leave) {
            try {
                run(shared, seed, leave);
            } catch (const std::exception& failure) {
                shared.troubles.writeFailed({ ErrorCode::Unavailable,
                    std::string("a client ended: ") + failure.what(), {} });
            }
            isDone = true;
        })
    {
    }

    std::atomic<bool> isDone { false };
    std::jthread thread;
};

WorkloadSource::WorkloadSource(std::filesystem::path folder, const WorkloadSettings& settings,
    Recorder& recorder, const Clock& clock)
    : clock_(clock)
    , store_(std::move(folder))
    , control_(settings, clock)
    , shared_ { store_, recorder, control_, troubles_, clock }
    , seed_(seedOfThisRun())
{
}

WorkloadSource::~WorkloadSource() { stop(); }

Result<void> WorkloadSource::start()
{
    const std::lock_guard lock(lifeMutex_);
    if (isRunning_) {
        return {};
    }
    const WorkloadSettings settings = control_.plan().settings;
    if (auto fits = checkWorkload(settings); !fits) {
        return fits;
    }
    if (auto opened = store_.open(); !opened) {
        return opened;
    }
    control_.setStopping(false);
    isRunning_ = true;
    try {
        while (readers_.size() < kWorkloadReaders) {
            readers_.push_back(std::make_unique<Client>(runWorkloadReader, shared_, nextSeed()));
        }
    } catch (const std::system_error& failure) {
        troubles_.readFailed({ ErrorCode::Unavailable,
            std::string("cannot start a reader: ") + failure.what(), "workload" });
    }
    // With fewer writers than wished the workload still runs; the settings then say how many.
    if (const auto started = setWriters(settings.writers); !started) {
        troubles_.writeFailed(started.error());
    }
    return {};
}

void WorkloadSource::stop()
{
    // Before the lock: whoever deletes artifacts holds it and must end early.
    control_.setStopping(true);
    store_.interrupt();
    const std::lock_guard lock(lifeMutex_);
    // Again: a start() that had the lock may have undone it.
    control_.setStopping(true);
    store_.interrupt();
    writers_.clear();
    leavers_.clear();
    readers_.clear();
    if (std::exchange(isRunning_, false)) {
        store_.close();
    }
}

std::optional<WorkloadSettings> WorkloadSource::workload() const
{
    return control_.plan().settings;
}

Result<void> WorkloadSource::configure(const WorkloadSettings& settings)
{
    if (auto fits = checkWorkload(settings); !fits) {
        return fits;
    }
    const std::lock_guard lock(lifeMutex_);
    control_.change(settings);
    if (!isRunning_) {
        return {};
    }
    if (auto started = setWriters(settings.writers); !started) {
        return started;
    }
    return settings.deleteOldest ? store_.trimTo(shareOf(settings.storageLimit, settings.keepBelow))
                                 : Result<void> {};
}

Result<void> WorkloadSource::freeSpace(Ratio keep)
{
    if (!(keep.value >= 0 && keep.value <= 1)) {
        return Error { ErrorCode::InvalidArgument,
            "keep must be from 0 to 1 of the storage limit, is " + std::to_string(keep.value),
            "workload" };
    }
    const std::lock_guard lock(lifeMutex_);
    if (!isRunning_) {
        return Error { ErrorCode::Unavailable, "the workload is not running", "workload" };
    }
    return store_.trimTo(shareOf(control_.plan().settings.storageLimit, keep));
}

std::uint64_t WorkloadSource::nextSeed() { return seed_ += 0xD1342543DE82EF95ULL; }

Result<void> WorkloadSource::setWriters(int count)
{
    reapLeavers();
    const auto wished = static_cast<std::size_t>(count);
    while (writers_.size() > wished) {
        writers_.back()->thread.request_stop();
        leavers_.push_back(std::move(writers_.back()));
        writers_.pop_back();
    }
    control_.wakeAll();
    try {
        while (writers_.size() < wished) {
            writers_.push_back(std::make_unique<Client>(runWorkloadWriter, shared_, nextSeed()));
        }
    } catch (const std::system_error& failure) {
        WorkloadSettings settings = control_.plan().settings;
        settings.writers = static_cast<int>(writers_.size());
        control_.change(settings);
        return Error { ErrorCode::Unavailable,
            "only " + std::to_string(writers_.size()) + " of " + std::to_string(count)
                + " writers could be started: " + failure.what()
                + "; raise the limit on threads, or ask for fewer",
            "workload" };
    }
    return {};
}

void WorkloadSource::reapLeavers()
{
    std::erase_if(leavers_, [](const auto& client) { return client->isDone.load(); });
}

Result<Readings> WorkloadSource::collect()
{
    const WorkloadSettings settings = control_.plan().settings;
    Reading reading;
    reading.measuredAt = clock_.steadyNow();
    reading.measuredAtUtc = clock_.systemNow();

    Readings readings;
    reading.value = static_cast<double>(store_.used().count);
    reading.limit = static_cast<double>(settings.storageLimit.count);
    readings.set(Metric::TotalStorage, reading);
    reading.value = static_cast<double>(store_.count());
    reading.limit.reset();
    readings.set(Metric::ArtifactCount, reading);
    if (const Bytes largest = store_.largestEver(); largest.count > 0) {
        readings.largestArtifactEverBytes = static_cast<double>(largest.count);
    }
    readings.problem = troubles_.text();
    return readings;
}

}  // namespace headroom
