// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/sources/source.h"

#include <array>
#include <random>
#include <utility>

namespace headroom {

/// A depository that is calm, near its limits and beyond them in turn, and sometimes not to be
/// read: so that alerts are raised, rise, fall and clear all the time, and the gate halts and
/// reopens.
class RestlessSource final : public Source {
public:
    /// One of `calm` collects changes something, `clock` outlives it.
    RestlessSource(const Clock& clock, unsigned seed, unsigned calm)
        : clock_(clock)
        , random_(seed)
        , calm_(calm)
    {
    }
    [[nodiscard]] std::string name() const override { return "restless"; }
    [[nodiscard]] std::chrono::milliseconds interval() const override
    {
        return std::chrono::milliseconds(10);
    }
    [[nodiscard]] bool usesRecorder() const override { return true; }
    Result<Readings> collect() override
    {
        if (random_() % calm_ == 0) {
            shares_[random_() % shares_.size()] = kShares[random_() % kShares.size()];
            failing_ = random_() % 8 == 0;
            isSilent_ = random_() % 8 == 0;
        }
        if (failing_) {
            return Error { ErrorCode::Unavailable, "the depository does not answer", "restless" };
        }
        Readings readings;
        constexpr std::array kMetrics { Metric::TotalStorage, Metric::ArtifactCount,
            Metric::ArtifactSize };
        for (std::size_t i = 0; i < kMetrics.size(); ++i) {
            if (isSilent_ && kMetrics[i] == Metric::TotalStorage) {
                readings.whyMissing[indexOf(kMetrics[i])] = "not now";
                continue;
            }
            Reading reading;
            reading.value = shares_[i] * info(kMetrics[i]).certifiedLimit;
            reading.measuredAt = clock_.steadyNow();
            reading.measuredAtUtc = clock_.systemNow();
            readings.set(kMetrics[i], reading);
        }
        return readings;
    }

private:
    static constexpr std::array kShares { 0.1, 0.3, 0.5, 0.75, 0.93, 0.995, 1.01 };

    const Clock& clock_;
    std::mt19937 random_;
    unsigned calm_;
    std::array<double, 3> shares_ { 0.1, 0.1, 0.1 };
    bool failing_ = false;
    bool isSilent_ = false;
};

}  // namespace headroom
