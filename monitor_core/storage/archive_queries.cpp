// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/audit/audit_reader.h"
#include "monitor_core/base/utc_text.h"
#include "monitor_core/history/forecast.h"
#include "monitor_core/storage/archive.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace headroom {

namespace {

constexpr std::chrono::hours kForecastFrom { 30 * 24 };
constexpr std::chrono::minutes kSecondsLookedAt { 30 };
constexpr int kFirstLook = 720;  // an hour each, of the 30 days

AuditLine lineOf(AuditRecord record)
{
    auto& entry = record.entry;
    return { record.sequence, record.time, std::move(entry.actor), std::move(entry.action),
        std::move(entry.subject), std::move(entry.oldValue), std::move(entry.newValue),
        std::move(record.hash) };
}

}  // namespace

CertificationStatus Storage::Archive::certification()
{
    const auto now = clock_.systemNow();
    CertificationStatus status;
    const auto log = reviewFile_.load();
    if (log) {
        status.standing = log->standing(utcDate(now));
        status.reviews = log->reviews();
    } else {
        // An unreadable log says nothing about reviews: overdue until somebody has looked.
        status.problem = "the reviews cannot be read: " + log.error().text();
    }
    status.drift = findDrift(certificate(), settings_.limits);
    status.conflicts = findConflicts(settings_.limits);
    addEvidence(status, now);
    return status;
}

void Storage::Archive::addEvidence(CertificationStatus& status, SystemTime now)
{
    if (!history_) {
        status.problem = join(status.problem, historyProblem_);
        return;
    }
    std::vector<Metric> all;
    for (const auto& row : catalog()) {
        all.push_back(row.metric);
    }
    const auto answers
        = metrics(all, { now - kEvidenceWindow, now + std::chrono::seconds(1) }, kMaxHistoryPoints);
    if (!answers) {
        status.problem = join(status.problem, answers.error().text());
        return;
    }
    Evidence evidence;
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (const auto& point : (*answers)[i].points) {
            const auto& stats = point.stats;
            const bool isExact = stats.isMaxAtKnown();
            // History keeps finite numbers only, so none is refused.
            static_cast<void>(
                evidence.observe(all[i], { stats.max, isExact ? stats.maxAt : point.at, isExact }));
        }
    }
    for (const auto metric : all) {
        status.observed[indexOf(metric)]
            = evidence.observed(metric, settings_.limits[indexOf(metric)], utcDate(now));
    }
}

Result<HistoryStore*> Storage::Archive::history()
{
    if (!history_) {
        return Error { ErrorCode::Unavailable, historyProblem_, "history" };
    }
    return &*history_;
}

Result<AlertHistoryAnswer> Storage::Archive::alertHistory(std::size_t limit)
{
    if (!store_.table) {
        return Error { ErrorCode::Unavailable, store_.whyNot, "alerts" };
    }
    return store_.table->newest(limit);
}

Result<std::vector<HistoryAnswer>> Storage::Archive::metrics(
    const std::vector<Metric>& wanted, TimeRange range, int maxPoints)
{
    const auto store = history();
    if (!store) {
        return store.error();
    }
    auto answers = (*store)->metrics(wanted, range, maxPoints);
    if (!answers) {
        store_.isDamaged = store_.isDamaged || answers.error().code == ErrorCode::Damaged;
    } else if (!answers->empty()) {
        noteDamagedRows(answers->front().damagedRows);
    }
    return answers;
}

Result<LatencyAnswer> Storage::Archive::latency(TimeRange range, int maxPoints)
{
    const auto store = history();
    if (!store) {
        return store.error();
    }
    auto answer = (*store)->latency(range, maxPoints);
    if (!answer) {
        store_.isDamaged = store_.isDamaged || answer.error().code == ErrorCode::Damaged;
    } else {
        noteDamagedRows(answer->damagedRows);
    }
    return answer;
}

void Storage::Archive::noteDamagedRows(std::uint64_t rows)
{
    if (rows > 0 && damagedRows_ == 0) {
        auditOwn("history.rows_damaged", "history.db");
    }
    damagedRows_ = std::max(damagedRows_, rows);
}

/// So that damage shows even where nobody asks.
void Storage::Archive::lookForDamage()
{
    const auto now = clock_.systemNow();
    for (const std::chrono::seconds back :
        { std::chrono::seconds(kForecastFrom), std::chrono::seconds(kSecondsLookedAt) }) {
        const auto rows = history_->damagedRows(
            { now - back, now + std::chrono::seconds(1) }, kMaxHistoryPoints);
        if (rows) {
            noteDamagedRows(*rows);
        } else {
            store_.isDamaged = store_.isDamaged || rows.error().code == ErrorCode::Damaged;
        }
    }
}

/// A history of hours is asked for from its beginning, so that it has as many points as one of
/// weeks.
Result<StorageForecast> Storage::Archive::storageForecast()
{
    const auto now = clock_.systemNow();
    TimeRange range { now - kForecastFrom, now + std::chrono::seconds(1) };
    std::vector<UsedPoint> points;
    for (const int mostPoints : { kFirstLook, kMaxHistoryPoints }) {
        const auto answers = metrics({ Metric::TotalStorage }, range, mostPoints);
        if (!answers) {
            return answers.error();
        }
        points.clear();
        for (const auto& point : answers->front().points) {
            points.push_back({ point.at + point.length / 2, point.stats.mean });
        }
        if (!points.empty()) {
            range.from = std::max(range.from, answers->front().points.front().at);
        }
    }
    return forecastStorage(points, storageLimit_, now);
}

Result<AuditAnswer> Storage::Archive::auditRecords(const AuditRange& range)
{
    if (range.limit < 1 || range.limit > kMaxAuditRecords) {
        return Error { ErrorCode::InvalidArgument,
            "limit must be from 1 to " + std::to_string(kMaxAuditRecords), "audit" };
    }
    const auto trail = settings_.directory / "audit";
    auto records = range.after ? readRecordsAfter(files_, trail, *range.after, range.limit)
                               : readRecords(files_, trail, range.limit);
    if (!records) {
        return records.error();
    }
    const auto& status = trail_.status();
    AuditAnswer answer;
    answer.total = status.records;
    answer.head = status.head.sequence > 0 ? toText(status.head) : std::string();
    answer.records.reserve(records->size());
    for (auto& record : *records) {
        answer.records.push_back(lineOf(std::move(record)));
    }
    return answer;
}

}  // namespace headroom
