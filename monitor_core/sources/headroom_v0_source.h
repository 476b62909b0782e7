// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/sources/source.h"
#include "monitor_core/sources/text_fetcher.h"

#include <memory>
#include <string>

namespace headroom {

/// A service that has only the fifteen older endpoints, as a source: polled once a second, judged
/// and remembered here. One collect() is one GET of /metrics/scale-status and takes as long as that
/// takes; what cannot be reached or read is an error, and the readings grow stale. It never asks
/// /metrics/storage-capacity: with used_gb older services overwrite their own reading.
class HeadroomV0Source final : public Source {
public:
    /// `clock` outlives the source. `service` is its address, for people.
    HeadroomV0Source(std::string service, std::unique_ptr<TextFetcher> fetcher, const Clock& clock);
    ~HeadroomV0Source() override;

    [[nodiscard]] std::string name() const override { return "older service " + service_; }
    [[nodiscard]] std::chrono::milliseconds interval() const override
    {
        return std::chrono::seconds(1);
    }
    Result<Readings> collect() override;
    void stop() override;

private:
    std::string service_;
    std::unique_ptr<TextFetcher> fetcher_;
    const Clock& clock_;
};

}  // namespace headroom
