// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/recorder.h"
#include "monitor_core/sources/artifact_store.h"
#include "monitor_core/sources/source.h"
#include "monitor_core/sources/workload_clients.h"
#include "monitor_core/sources/workload_control.h"
#include "monitor_core/sources/workload_troubles.h"

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <thread>
#include <vector>

namespace headroom {

/// The local workload: a small real depository in a folder of its own. Its clients write artifacts
/// through the gate and the recorder, read them back and check them; a thread each. Nothing that it
/// reports is made up.
///
/// One collect() reads a few counters. A folder that is not Headroom's, or that another process
/// uses, fails start(); a disk that fails is counted and told in Readings::problem.
class WorkloadSource final : public Source {
public:
    /// `recorder` and `clock` outlive the source. Settings out of range fail start().
    WorkloadSource(std::filesystem::path folder, const WorkloadSettings& settings,
        Recorder& recorder, const Clock& clock);
    ~WorkloadSource() override;
    WorkloadSource(const WorkloadSource&) = delete;
    WorkloadSource& operator=(const WorkloadSource&) = delete;

    [[nodiscard]] std::string name() const override { return "local workload"; }
    [[nodiscard]] std::chrono::milliseconds interval() const override
    {
        return std::chrono::milliseconds(250);
    }
    [[nodiscard]] bool usesRecorder() const override { return true; }
    Result<Readings> collect() override;
    Result<void> start() override;
    void stop() override;
    [[nodiscard]] std::optional<WorkloadSettings> workload() const override;
    /// Refused as a whole when a value is out of range. Unavailable when the system gives no more
    /// threads; then as many writers run as it gave.
    Result<void> configure(const WorkloadSettings& settings) override;
    Result<void> freeSpace(Ratio keep) override;

private:
    Result<void> setWriters(int count);
    void reapLeavers();
    [[nodiscard]] std::uint64_t nextSeed();

    const Clock& clock_;
    ArtifactStore store_;
    WorkloadControl control_;
    WorkloadTroubles troubles_;
    WorkloadShared shared_;

    std::mutex lifeMutex_;  ///< guards what follows; held while clients start and end
    bool isRunning_ = false;
    std::uint64_t seed_;
    struct Client;
    std::vector<std::unique_ptr<Client>> writers_;
    std::vector<std::unique_ptr<Client>> leavers_;  ///< asked to leave, perhaps still writing
    std::vector<std::unique_ptr<Client>> readers_;
};

}  // namespace headroom
