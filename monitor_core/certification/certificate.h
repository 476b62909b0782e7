// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/metrics/catalog.h"

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace headroom {

/// One row of the certificate (contract §1), with the words that were certified.
struct CertifiedLimit {
    Metric metric = Metric::ArtifactSize;
    double limit = 0;  ///< in the catalog's unit
    std::string_view safeLimit;  ///< "500 MB"
    std::string_view proof;
    std::string_view status;
    std::optional<std::chrono::year_month_day> testedOn;  ///< empty where nothing was load-tested
};

struct Certificate {
    std::string_view name;
    std::string_view status;
    std::string_view owner;
    std::chrono::year_month_day certifiedOn {};
    std::chrono::months reviewCycle {};
    std::chrono::year_month_day firstReview {};  ///< due date of the first review
    std::array<CertifiedLimit, kMetricCount> limits;  ///< in the order of the contract
};

/// What was certified. Compiled in: a file beside the program could be edited into anything.
const Certificate& certificate() noexcept;

/// certificateHash() of what was certified on 2026-01-19, as taken down then.
extern const std::string_view kCertifiedHash;

/// SHA-256 in lower-case hex over limits, proof and status of each row, with `limits` (by
/// indexOf(metric), catalog's units) in place of the certified numbers.
std::string certificateHash(
    const Certificate& certificate, const std::array<double, kMetricCount>& limits);

/// A limit in force that is not the certified one.
struct LimitDrift {
    Metric metric = Metric::ArtifactSize;
    double certified = 0;
    double inForce = 0;
};

/// Whether what is in force is what was certified.
struct DriftReport {
    std::string hash;  ///< of what is in force
    std::vector<LimitDrift> limits;  ///< in the order of the certificate
    bool isTableChanged = false;  ///< the certified numbers or words themselves are not as hashed

    [[nodiscard]] bool isDrifted() const { return isTableChanged || !limits.empty(); }
    /// "DRIFTED: concurrent_writes is 250, certified 100"; empty while nothing has drifted.
    [[nodiscard]] std::string text() const;
};

/// Compares the limits that the policy has in force with the certificate, and the certificate with
/// `certifiedHash`.
DriftReport findDrift(const Certificate& certificate,
    const std::array<double, kMetricCount>& limitsInForce,
    std::string_view certifiedHash = kCertifiedHash);

}  // namespace headroom
