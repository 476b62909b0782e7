// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/recorder.h"
#include "monitor_core/sources/artifact_store.h"
#include "monitor_core/sources/workload_control.h"
#include "monitor_core/sources/workload_troubles.h"

#include <cstdint>
#include <stop_token>

namespace headroom {

/// What the clients of the local workload share. All of it outlives them.
struct WorkloadShared {
    ArtifactStore& store;
    Recorder& recorder;
    WorkloadControl& control;
    WorkloadTroubles& troubles;
    const Clock& clock;
};

/// How many clients read back at the same time.
inline constexpr int kWorkloadReaders = 4;

/// One client that writes, until it is asked to leave or the workload stops. W writers with R
/// writes a second between them start one each W/R seconds, and their bytes take nine tenths of
/// that to arrive; a client that leaves, or is given new settings, sends the rest of its artifact
/// at once. A refused write is tried again after about a second.
void runWorkloadWriter(
    const WorkloadShared& shared, std::uint64_t seed, const std::stop_token& leave);

/// One client that reads back artifacts and checks them.
void runWorkloadReader(
    const WorkloadShared& shared, std::uint64_t seed, const std::stop_token& leave);

}  // namespace headroom
