// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/audit_query.h"
#include "monitor_core/base/result.h"
#include "monitor_core/history_query.h"
#include "monitor_core/storage_forecast.h"

#include <cstddef>
#include <functional>
#include <vector>

namespace headroom {

struct CertificationStatus;

/// What was: the questions that screens and clients ask of what lasts. Any thread may ask and none
/// waits; answers come on the storage thread, so they must be quick and ask nothing that waits. A
/// question that nobody is left to answer (the program ends) is dropped.
class RecordsQuery {
public:
    virtual ~RecordsQuery() = default;

    /// `maxPoints` at most kMaxHistoryPoints; one answer a metric, in the order of `metrics`.
    virtual void queryMetrics(std::vector<Metric> metrics, TimeRange range, int maxPoints,
        std::function<void(Result<std::vector<HistoryAnswer>>)> answer)
        = 0;
    virtual void queryLatency(
        TimeRange range, int maxPoints, std::function<void(Result<LatencyAnswer>)> answer)
        = 0;
    /// The newest steps of all alerts, newest last.
    virtual void queryAlertHistory(
        std::size_t limit, std::function<void(Result<AlertHistoryAnswer>)> answer)
        = 0;
    /// Reviews, drift, conflicts and the peaks of the last 30 days, as of today.
    virtual void queryCertification(std::function<void(const CertificationStatus&)> answer) = 0;
    /// Where storage is going, from its history of the last 30 days.
    virtual void queryStorageForecast(std::function<void(Result<StorageForecast>)> answer) = 0;
    /// Audit records, oldest first.
    virtual void queryAudit(AuditRange range, std::function<void(Result<AuditAnswer>)> answer) = 0;
    /// Reads the whole trail and checks it against `head` ("12:9f86…", empty for none), which must
    /// be in it. It reads the files beside the storage thread's work, so it delays no record.
    virtual void verifyAudit(std::string head, std::function<void(Result<AuditVerdict>)> answer)
        = 0;
};

}  // namespace headroom
