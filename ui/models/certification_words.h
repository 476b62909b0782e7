// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/certification_model.h"

namespace headroom::ui {

/// The page as it stands: the certificate with what the feed answered, and what is now.
[[nodiscard]] CertificationDisplay certificationDisplay(
    const CertificationData& data, const Feed& feed, SystemTime now);

/// The rows of the limits, in the order in which screens show metrics.
[[nodiscard]] QVector<LimitRow> limitRows(
    const CertificationData& data, const Snapshot* snapshot, SystemTime now);

/// What scales, what does not, never assume, escalation, degradation, limits that do not fit.
[[nodiscard]] QVector<GuidanceTable> guidanceTables(const CertificationData& data);

/// The row of the certificate for a metric.
[[nodiscard]] const CertifiedLimit& certifiedLimit(Metric metric);
/// The limit that the certificate's peaks are measured against: the certified one, or what drifted.
[[nodiscard]] double limitInForce(const CertificationData& data, Metric metric);
/// The level of an observed peak by the bounds in force, against limitInForce(); Unknown without
/// peak or bounds.
[[nodiscard]] Level levelOfPeak(
    const CertificationData& data, const Snapshot* snapshot, Metric metric);

[[nodiscard]] QString latin(std::string_view text);
/// "Ashmit Pandey" for "Ashmit_Pandey".
[[nodiscard]] QString personText(std::string_view name);

}  // namespace headroom::ui
