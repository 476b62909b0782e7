// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/result.h"
#include "monitor_core/base/workload_settings.h"
#include "monitor_core/metrics/reading.h"

#include <chrono>
#include <optional>
#include <string>

namespace headroom {

/// Something that readings come from. The monitor gives each source a thread of its own and calls
/// collect() there every interval(): a source that hangs loses only its own readings, which then
/// grow stale by the clock.
class Source {
public:
    virtual ~Source() = default;

    /// For people: "local workload", "filesystem /srv/depository".
    [[nodiscard]] virtual std::string name() const = 0;
    /// From the start of one collect() to the start of the next.
    [[nodiscard]] virtual std::chrono::milliseconds interval() const = 0;
    /// What can be known now; on failure the readings stay as they were and the message is shown.
    virtual Result<Readings> collect() = 0;

    /// The monitor starts before the first and stops after the last collect(). A source with
    /// threads of its own has them in between. stop() also ends a collect() that is under way; it
    /// may be called without start(), and from another thread.
    virtual Result<void> start() { return {}; }
    virtual void stop() { }

    /// Whether what this source does goes through the recorder: only then do writers in flight,
    /// throughput and latency say anything about it.
    [[nodiscard]] virtual bool usesRecorder() const { return false; }

    /// Settings in force, when this source is the local workload. Any thread.
    [[nodiscard]] virtual std::optional<WorkloadSettings> workload() const { return std::nullopt; }
    /// Any thread. Unsupported unless this source is the local workload.
    virtual Result<void> configure(const WorkloadSettings&)
    {
        return Error { ErrorCode::Unsupported, "this source has no workload to configure", {} };
    }
    /// Deletes oldest artifacts until at most `keep` of the storage limit is in use. As
    /// configure().
    virtual Result<void> freeSpace(Ratio)
    {
        return Error { ErrorCode::Unsupported, "this source has no space that Headroom may free",
            {} };
    }
};

}  // namespace headroom
