// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/certification/certificate.h"

#include "monitor_core/base/units.h"
#include "monitor_core/certification/detail/digest.h"

#include <charconv>

namespace headroom {

namespace {

using namespace std::chrono_literals;
using std::chrono::January;
using std::chrono::July;

constexpr auto kTested = 2026y / January / 19;

constexpr Certificate kCertificate {
    .name = "ENTERPRISE_SCALE_READY",
    .status = "PRODUCTION_ACTIVE",
    .owner = "Ashmit_Pandey",
    .certifiedOn = kTested,
    .reviewCycle = std::chrono::months(6),
    .firstReview = 2026y / July / 19,
    .limits = { {
        { Metric::ArtifactSize, static_cast<double>(megabytes(500).count), "500 MB",
            "Tested 2026-01-19", "CERTIFIED", kTested },
        { Metric::TotalStorage, static_cast<double>(gigabytes(1000).count), "1000 GB (1 TB)",
            "Supabase tier spec", "CERTIFIED", std::nullopt },
        { Metric::ConcurrentWrites, 100, "100 writers", "Load tested 2026-01-19", "CERTIFIED",
            kTested },
        { Metric::WriteThroughput, 1000, "1000 writes/s", "Calculated limit", "CERTIFIED",
            std::nullopt },
        { Metric::ArtifactCount, 100'000, "100 000 artifacts", "DB capacity estimate", "CERTIFIED",
            std::nullopt },
        { Metric::QueryResponse, 5'000, "< 5 s", "SLA target", "CERTIFIED", std::nullopt },
        { Metric::AuditRetention, 0, "unlimited entries, 7 years", "Append-only design",
            "CERTIFIED", std::nullopt },
    } },
};

/// The shortest digits, without an exponent, that read back as the same number.
std::string numberText(double value)
{
    std::array<char, 400> text {};
    const auto [end, error]
        = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    return error == std::errc {} ? std::string(text.data(), end) : std::string("?");
}

std::array<double, kMetricCount> certifiedLimits(const Certificate& certificate)
{
    std::array<double, kMetricCount> limits {};
    for (const auto& row : certificate.limits) {
        limits[indexOf(row.metric)] = row.limit;
    }
    return limits;
}

}  // namespace

// The rows "key|limit|safe limit|proof|status", each with a newline, through sha256sum.
const std::string_view kCertifiedHash
    = "ca7ac5801665fa07782d171c8798738abd316fd5ac5553f91a96e4d3f6809b61";

const Certificate& certificate() noexcept { return kCertificate; }

std::string certificateHash(
    const Certificate& certificate, const std::array<double, kMetricCount>& limits)
{
    std::string text;
    for (const auto& row : certificate.limits) {
        text += info(row.metric).key;
        const auto limit = numberText(limits[indexOf(row.metric)]);
        for (const std::string_view field :
            { std::string_view(limit), row.safeLimit, row.proof, row.status }) {
            text += '|';
            text += field;
        }
        text += '\n';
    }
    return digestOf(text);
}

std::string DriftReport::text() const
{
    if (!isDrifted()) {
        return {};
    }
    std::string text = "DRIFTED: ";
    for (const auto& drift : limits) {
        if (&drift != &limits.front()) {
            text += "; ";
        }
        text += info(drift.metric).key;
        text += " is " + numberText(drift.inForce) + ", certified " + numberText(drift.certified);
    }
    if (isTableChanged) {
        text += limits.empty() ? "" : "; ";
        text += "the certified limits or proofs themselves were edited";
    }
    return text;
}

DriftReport findDrift(const Certificate& certificate,
    const std::array<double, kMetricCount>& limitsInForce, std::string_view certifiedHash)
{
    DriftReport report;
    report.hash = certificateHash(certificate, limitsInForce);
    report.isTableChanged
        = certificateHash(certificate, certifiedLimits(certificate)) != certifiedHash;
    for (const auto& row : certificate.limits) {
        const double inForce = limitsInForce[indexOf(row.metric)];
        if (!(inForce == row.limit)) {  // also when it is no number
            report.limits.push_back({ row.metric, row.limit, inForce });
        }
    }
    return report;
}

}  // namespace headroom
