// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/certification/certificate.h"
#include "monitor_core/certification/conflicts.h"
#include "monitor_core/certification/evidence.h"
#include "monitor_core/certification/review.h"

#include <array>
#include <vector>

namespace headroom {

/// All about the certification on one day: what a manager reviews.
struct CertificationStatus {
    ReviewStanding standing;
    std::vector<SignedReview> reviews;  ///< oldest first
    DriftReport drift;
    std::vector<LimitConflict> conflicts;
    std::array<ObservedPeak, kMetricCount> observed;  ///< by indexOf(metric), over 30 days
    std::string problem;  ///< why reviews or evidence are not known; empty: they are
};

}  // namespace headroom
