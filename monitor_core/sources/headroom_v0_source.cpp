// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/sources/headroom_v0_source.h"

#include "monitor_core/sources/headroom_v0_json.h"

#include <utility>

namespace headroom {

HeadroomV0Source::HeadroomV0Source(
    std::string service, std::unique_ptr<TextFetcher> fetcher, const Clock& clock)
    : service_(std::move(service))
    , fetcher_(std::move(fetcher))
    , clock_(clock)
{
}

HeadroomV0Source::~HeadroomV0Source() = default;

void HeadroomV0Source::stop() { fetcher_->cancel(); }

Result<Readings> HeadroomV0Source::collect()
{
    // As old as the question: how long the answer lay about on the way, nobody says.
    Reading at;
    at.measuredAt = clock_.steadyNow();
    at.measuredAtUtc = clock_.systemNow();
    const auto body = fetcher_->fetch("/metrics/scale-status");
    const auto named = [this](const Error& error) {
        return Error { error.code, service_ + ' ' + error.message, {} };
    };
    if (!body) {
        return named(body.error());
    }
    auto readings = readingsFromScaleStatus(*body, at);
    return readings ? std::move(readings) : Result<Readings>(named(readings.error()));
}

}  // namespace headroom
