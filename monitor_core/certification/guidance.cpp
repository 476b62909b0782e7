// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/certification/guidance.h"

namespace headroom {

namespace {

constexpr std::array<NotScaling, 5> kNotScaling { {
    { "Real-time queries across all products", "They would scan everything that is stored",
        "Query one product at a time and bring the answers together yourself" },
    { "Distributed read-heavy work", "The depository is a write sink",
        "Copy artifacts to storage that is made for reading" },
    { "Multi-region replication", "Single region, with a legal hold on the data",
        "Stay in the region and keep daily back-ups" },
    { "Schema migrations", "The schema is immutable", "Define a new type of artifact" },
    { "Conditional writes", "The depository is append-only",
        "Write a new artifact; the old one stays in the audit trail" },
} };

constexpr std::array<NeverAssume, 5> kNeverAssume { {
    { "Unbounded eventual consistency", "A write is visible at once when it has been acknowledged",
        "Read after the acknowledgement, not before" },
    { "Automatic schema migration", "The schema is immutable",
        "Every change is reviewed by hand and approved" },
    { "Backfill after a failure", "Nothing repeats a failed write but its client",
        "The client retries, after Retry-After when it is told one" },
    { "Speed without load tests", "What was not tested under load is not certified",
        "Test at twice the expected load" },
    { "Governance relaxed in an emergency", "There are no exceptions",
        "Escalate as the matrix says" },
} };

constexpr std::array<Degradation, 4> kDegradation { {
    { "100 writes in flight",
        "New writes get 429 Too Many Requests with Retry-After; Ops_Team is alerted",
        "Fewer than 75 writes are in flight" },
    { "Storage at 100 % of its limit",
        "New writes get 503 Service Unavailable with Retry-After; Ashmit_Pandey_and_Ops are "
        "alerted and the incident is in the audit trail",
        "Storage is below 99 %" },
    { "Query SLA breached", "Nothing is blocked: slow queries are logged and Ops_Team is alerted",
        "p99 is back below its bound" },
    { "A write announced larger than 500 MB", "It gets 413 Content Too Large and takes no place",
        "At once: other writes go on" },
} };

}  // namespace

const std::array<NotScaling, 5>& whatDoesNotScale() noexcept { return kNotScaling; }
const std::array<NeverAssume, 5>& whatNeverToAssume() noexcept { return kNeverAssume; }
const std::array<Degradation, 4>& howItDegrades() noexcept { return kDegradation; }

}  // namespace headroom
