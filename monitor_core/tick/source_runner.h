// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/sources/source.h"
#include "monitor_core/tick/source_state.h"

#include <memory>
#include <thread>

namespace headroom {

/// Gives one source a thread of its own, and keeps what it last brought where the tick finds it
/// without waiting. What the source throws becomes its problem. start(), stop() and collectOnce()
/// on one thread; state() on any.
class SourceRunner {
public:
    explicit SourceRunner(std::shared_ptr<Source> source);
    ~SourceRunner();
    SourceRunner(const SourceRunner&) = delete;
    SourceRunner& operator=(const SourceRunner&) = delete;

    void start();
    /// Tells the source to stop; askToStop() all of them first, so that they stop side by side.
    void askToStop();
    /// Waits for the thread, 2 s at most: one that hangs in the kernel is left behind with its
    /// source, because nothing can end it and the program must be able to.
    void stop();

    /// start(), once, and collect() on the calling thread, for a monitor without threads.
    void collectOnce();

    [[nodiscard]] SourceState state() const;
    [[nodiscard]] Source& source() const;

private:
    struct Shared;  ///< lives as long as the thread does
    std::shared_ptr<Shared> shared_;
    std::string name_;
    bool usesRecorder_;
    std::thread thread_;
};

}  // namespace headroom
