// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/storage/archive.h"
#include "monitor_core/storage/refusable.h"
#include "monitor_core/storage/storage.h"

#include <utility>

namespace headroom {

void Storage::queryMetrics(std::vector<Metric> metrics, TimeRange range, int maxPoints,
    std::function<void(Result<std::vector<HistoryAnswer>>)> answer)
{
    post([metrics = std::move(metrics), range, maxPoints, answer = std::move(answer)](
             Archive& archive) {
        answer(refusable([&] { return archive.metrics(metrics, range, maxPoints); }));
    });
}

void Storage::queryLatency(
    TimeRange range, int maxPoints, std::function<void(Result<LatencyAnswer>)> answer)
{
    post([range, maxPoints, answer = std::move(answer)](Archive& archive) {
        answer(refusable([&] { return archive.latency(range, maxPoints); }));
    });
}

void Storage::queryAlertHistory(
    std::size_t limit, std::function<void(Result<AlertHistoryAnswer>)> answer)
{
    post([limit, answer = std::move(answer)](
             Archive& archive) { answer(refusable([&] { return archive.alertHistory(limit); })); });
}

void Storage::queryCertification(std::function<void(const CertificationStatus&)> answer)
{
    post([answer = std::move(answer)](Archive& archive) {
        const auto status
            = refusable([&] { return Result<CertificationStatus>(archive.certification()); });
        if (status) {
            answer(*status);
            return;
        }
        CertificationStatus unknown;
        unknown.problem = status.error().text();
        answer(unknown);
    });
}

void Storage::queryStorageForecast(std::function<void(Result<StorageForecast>)> answer)
{
    post([answer = std::move(answer)](
             Archive& archive) { answer(refusable([&] { return archive.storageForecast(); })); });
}

void Storage::queryAudit(AuditRange range, std::function<void(Result<AuditAnswer>)> answer)
{
    post([range, answer = std::move(answer)](
             Archive& archive) { answer(refusable([&] { return archive.auditRecords(range); })); });
}

void Storage::verifyAudit(std::string head, std::function<void(Result<AuditVerdict>)> answer)
{
    verifying_.ask(head, [this, answer = std::move(answer)](Result<AuditVerdict> verdict) {
        post([answer, verdict = std::move(verdict)](Archive&) { answer(verdict); });
    });
}

}  // namespace headroom
