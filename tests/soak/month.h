// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/posix_file_system.h"
#include "monitor_core/monitor.h"
#include "monitor_core/recorder.h"
#include "monitor_core/storage/storage.h"
#include "tests/soak/restless_source.h"
#include "tests/soak/soak_settings.h"
#include "tests/support/certified_policy.h"
#include "tests/support/manual_clock.h"

#include <sys/resource.h>

#include <csignal>
#include <cstdint>
#include <future>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace headroom {

/// The whole core on a clock of its own: recorder, monitor, storage on real files, receivers that
/// sometimes refuse, a depository that is restless, a disk that takes nothing for a while. Every
/// step waits until the storage thread has done its part, so that simulated time runs as fast as
/// the machine can.
class Month {
public:
    Month(const std::filesystem::path& directory, std::chrono::seconds step,
        HistorySettings history = {})
        : step_(step)
    {
        // A write beyond the file size limit is then an error and not the end.
        std::signal(SIGXFSZ, SIG_IGN);
        auto settings = soakStorage(directory);
        settings.history = history;
        const auto policy = certifiedPolicy();
        recorder_ = std::make_unique<Recorder>(policy.gate, policy.windows, clock_);
        storage_ = std::make_unique<Storage>(settings, files_, clock_, &notifier_);
        storage_->start();
        std::vector<std::unique_ptr<Source>> sources;
        sources.push_back(
            std::make_unique<RestlessSource>(clock_, 20'260'803, often(std::chrono::minutes(10))));
        monitor_ = std::make_unique<Monitor>(
            policy, *recorder_, std::move(sources), clock_, storage_.get());
        settle();
    }
    ~Month()
    {
        workDisk();
        monitor_.reset();
        storage_.reset();
    }
    Month(const Month&) = delete;
    Month& operator=(const Month&) = delete;

    /// Time passes, something is written and asked, and one tick looks at it.
    void step()
    {
        clock_.advance(step_);
        load();
        if (diskWorksAgainAt_ && clock_.steadyNow() >= *diskWorksAgainAt_) {
            workDisk();
        }
        if (!diskWorksAgainAt_ && random_() % often(std::chrono::hours(6)) == 0) {
            failDisk();
        }
        monitor_->tickOnce();
        settle();
        if (random_() % often(std::chrono::minutes(7)) == 0) {
            acknowledgeSomething();
        }
    }

    void workDisk()
    {
        if (diskWorksAgainAt_) {
            diskWorksAgainAt_.reset();
            limitFiles(RLIM_INFINITY);
        }
    }

    /// Waits until the storage thread has taken in all that it was given: it answers what it is
    /// asked before it looks at a snapshot that came with the question, hence twice.
    void settle()
    {
        for (int i = 0; i < 2; ++i) {
            std::promise<void> done;
            storage_->queryMetrics({}, {}, 1, [&](const auto&) { done.set_value(); });
            done.get_future().wait();
        }
    }

    [[nodiscard]] const ManualClock& clock() const { return clock_; }
    [[nodiscard]] Storage& storage() { return *storage_; }
    [[nodiscard]] std::uint64_t diskFaults() const { return diskFaults_; }
    [[nodiscard]] std::uint64_t ticksWithProblem() const { return ticksWithProblem_; }

private:
    class Receivers final : public Notifier {
    public:
        Result<void> deliver(const Delivery&) override
        {
            if (++count_ % 5 == 0) {
                return Error { ErrorCode::Unavailable, "not now", "receiver" };
            }
            return {};
        }

    private:
        int count_ = 0;
    };

    /// Something that happens about so often has one chance in so many a step.
    [[nodiscard]] unsigned often(std::chrono::seconds every) const
    {
        return static_cast<unsigned>(every / step_);
    }

    static void limitFiles(rlim_t bytes)
    {
        rlimit limit {};
        ::getrlimit(RLIMIT_FSIZE, &limit);
        limit.rlim_cur = bytes == RLIM_INFINITY ? limit.rlim_max : bytes;
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }

    /// For up to a minute no file of this process takes a byte.
    void failDisk()
    {
        ++diskFaults_;
        diskWorksAgainAt_ = clock_.steadyNow() + std::chrono::seconds(1 + random_() % 60);
        limitFiles(0);
    }

    void load()
    {
        std::vector<Recorder::WriteScope> writes;
        const auto many = random_() % often(std::chrono::minutes(35)) == 0 ? 105U : random_() % 40;
        for (unsigned i = 0; i < many; ++i) {
            writes.push_back(recorder_->beginWrite(megabytes(1)));
            recorder_->recordLatency(std::chrono::microseconds(random_() % 90'000));
        }
        for (auto& write : writes) {
            write.complete(megabytes(1));
        }
    }

    void acknowledgeSomething()
    {
        const auto board = storage_->alerts();
        ticksWithProblem_ += board->storeProblem.empty() ? 0 : 1;
        if (!board->open.empty()) {
            const auto& alert = board->open[random_() % board->open.size()];
            // Refused while the disk takes nothing, and that is right.
            static_cast<void>(monitor_->submit({ "MK", AcknowledgeAlert { alert.id, "on it" } }));
        }
    }

    std::chrono::seconds step_;
    ManualClock clock_;
    PosixFileSystem files_;
    Receivers notifier_;
    std::mt19937 random_ { 30 };
    std::unique_ptr<Recorder> recorder_;
    std::unique_ptr<Storage> storage_;
    std::unique_ptr<Monitor> monitor_;
    std::optional<SteadyTime> diskWorksAgainAt_;
    std::uint64_t diskFaults_ = 0;
    std::uint64_t ticksWithProblem_ = 0;
};

}  // namespace headroom
