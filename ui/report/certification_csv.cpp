// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/certification_csv.h"

#include "monitor_core/base/utc_text.h"
#include "ui/models/certification_words.h"
#include "ui/report/csv_writer.h"
#include "ui/report/unit_key.h"
#include "ui/text/text_style.h"

namespace headroom::ui {

namespace {

void addObserved(CsvWriter& csv, const CertificationData& data, const Snapshot* snapshot,
    const CertifiedLimit& row)
{
    const auto* observed = data.status ? &data.status->observed[indexOf(row.metric)] : nullptr;
    if (observed == nullptr || !observed->peak) {
        csv.number(std::nullopt)
            .text({})
            .number(
                observed != nullptr ? std::optional<double>(observed->daysObserved) : std::nullopt);
        csv.number(std::nullopt).text({});
        csv.text(observed != nullptr ? latin(toString(observed->standing)) : QString());
        return;
    }
    const double limit = limitInForce(data, row.metric);
    csv.number(observed->peak->value)
        .text(QString::fromStdString(toUtcText(observed->peak->at)))
        .number(observed->daysObserved);
    csv.number(limit > 0 ? std::optional(1 - observed->peak->value / limit) : std::nullopt);
    const auto level = levelOfPeak(data, snapshot, row.metric);
    csv.text(level == Level::Unknown ? QString() : latin(toString(level)));
    csv.text(latin(toString(observed->standing)));
}

}  // namespace

QByteArray certificationCsv(
    const CertificationData& data, const Snapshot* snapshot, bool isSimulated)
{
    const WordsForFile file;
    CsvWriter csv;
    for (const char* name : { "metric", "safe_limit", "limit_certified", "limit_in_force", "unit",
             "proof", "status", "peak_30d", "peak_at_utc", "days_observed", "headroom_ratio",
             "peak_level", "standing", "configuration_hash", "source" }) {
        csv.text(QString::fromLatin1(name));
    }
    csv.endRow();
    const QString name
        = snapshot != nullptr ? QString::fromStdString(snapshot->source.name) : QString();
    for (const auto& row : certificate().limits) {
        csv.text(latin(info(row.metric).key)).text(latin(row.safeLimit)).number(row.limit);
        csv.number(data.status ? std::optional(limitInForce(data, row.metric)) : std::nullopt);
        csv.text(unitKey(row.metric)).text(latin(row.proof)).text(latin(row.status));
        addObserved(csv, data, snapshot, row);
        csv.text(data.status ? QString::fromStdString(data.status->drift.hash) : QString());
        csv.text(isSimulated ? QStringLiteral("SIMULATION ") + name : name).endRow();
    }
    return csv.bytes();
}

}  // namespace headroom::ui
