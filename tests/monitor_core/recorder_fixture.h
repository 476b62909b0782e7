// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/recorder.h"
#include "tests/support/manual_clock.h"

#include <gtest/gtest.h>

#include <chrono>

namespace headroom {

/// A recorder with the certified settings, on a clock that tests turn.
class RecorderTest : public testing::Test {
protected:
    Recorder::Reading tick(std::chrono::nanoseconds after = std::chrono::milliseconds(50))
    {
        clock.advance(after);
        return recorder.drain();
    }
    void write(int times, Bytes size = kilobytes(1))
    {
        for (int i = 0; i < times; ++i) {
            recorder.beginWrite(size).complete(size);
        }
    }

    ManualClock clock;
    Recorder recorder { GateSettings {}, WindowSettings {}, clock };
};

}  // namespace headroom
