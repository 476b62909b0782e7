// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor_core/certification/guidance.h"
#include "monitor_core/policy/escalation_policy.h"
#include "ui/models/alert_words.h"
#include "ui/models/certification_words.h"
#include "ui/models/metric_view.h"
#include "ui/text/visible_text.h"

// The tables below the limits: nothing is retyped, all of it is what the core answers and does.

namespace headroom::ui {

namespace {

GuidanceTable whatScales()
{
    GuidanceTable table;
    table.title = QStringLiteral("What scales safely");
    table.header = QStringList { QStringLiteral("What"), QStringLiteral("Up to"),
        QStringLiteral("Proof"), QStringLiteral("Load-tested on") };
    for (const auto& limit : certificate().limits) {
        table.rows.push_back({ Level::Unknown,
            { latin(info(limit.metric).name), latin(limit.safeLimit), latin(limit.proof),
                limit.testedOn ? format::isoDate(*limit.testedOn)
                               : QStringLiteral("not load-tested") },
            false });
    }
    return table;
}

GuidanceTable whatDoesNot()
{
    GuidanceTable table;
    table.title = QStringLiteral("What does not scale");
    table.header = QStringList { QStringLiteral("Operation"), QStringLiteral("Why"),
        QStringLiteral("Instead") };
    for (const auto& row : whatDoesNotScale()) {
        table.rows.push_back({ Level::Unknown,
            { latin(row.operation), latin(row.reason), latin(row.workaround) }, false });
    }
    return table;
}

GuidanceTable neverAssume()
{
    GuidanceTable table;
    table.title = QStringLiteral("Never assume");
    table.header = QStringList { QStringLiteral("Assumption"), QStringLiteral("Reality"),
        QStringLiteral("So") };
    for (const auto& row : whatNeverToAssume()) {
        table.rows.push_back({ Level::Unknown,
            { latin(row.assumption), latin(row.reality), latin(row.requirement) }, false });
    }
    return table;
}

QString conditionOf(const EscalationRow& row)
{
    const bool isMany = row.type == AlertType::ConcurrentWrites;
    const QString title
        = alertTitle(row.type) + (isMany ? QStringLiteral(" reach ") : QStringLiteral(" reaches "));
    switch (row.when) {
    case Trigger::Yellow:
        return title + QStringLiteral("YELLOW");
    case Trigger::Orange:
        return title + QStringLiteral("ORANGE");
    case Trigger::Red:
        return row.type == AlertType::AuditTrail ? QStringLiteral("Audit chain is broken")
                                                 : title + QStringLiteral("RED");
    case Trigger::AtLimit:
        break;
    }
    return title + (isMany ? QStringLiteral("their limit") : QStringLiteral("its limit"));
}

QString gateOf(const EscalationRow& row)
{
    if (row.when == Trigger::AtLimit && row.type == AlertType::StorageCapacity) {
        return QStringLiteral("halts writes, HTTP 503");
    }
    // Writers are RED where the gate closes.
    if (row.when >= Trigger::Red && row.type == AlertType::ConcurrentWrites) {
        return QStringLiteral("pauses new writes, HTTP 429");
    }
    return QStringLiteral("writes stay open");
}

GuidanceTable escalation()
{
    GuidanceTable table;
    table.title = QStringLiteral("Escalation");
    table.header
        = QStringList { QStringLiteral("When"), QStringLiteral("Level"), QStringLiteral("Who"),
              QStringLiteral("Respond within"), QStringLiteral("What the gate does") };
    table.levelColumn = 1;
    bool hasDefaults = false;
    const auto policy = certifiedEscalation();
    for (const auto& row : policy.matrix) {
        const auto* red = findRow(policy.matrix, row.type, Trigger::Red);
        if (row.type == AlertType::ConcurrentWrites && row.when == Trigger::AtLimit
            && red != nullptr && red->to == row.to && red->respondWithin == row.respondWithin
            && gateOf(*red) == gateOf(row)) {
            continue;  // its limit is where it is RED
        }
        const bool isImmediate = row.respondWithin.count() == 0;
        const QString who
            = visibleText(row.to) + (row.isHouseDefault ? QStringLiteral(" *") : QString());
        hasDefaults = hasDefaults || row.isHouseDefault;
        table.rows.push_back({ levelOf(row.when),
            { conditionOf(row), {}, who,
                isImmediate ? QStringLiteral("IMMEDIATE") : format::duration(row.respondWithin),
                gateOf(row) },
            gateOf(row) != QStringLiteral("writes stay open") });
    }
    if (hasDefaults) {
        table.note = QStringLiteral("* house default: not in the certified matrix");
    }
    return table;
}

GuidanceTable degradation()
{
    GuidanceTable table;
    table.title = QStringLiteral("Degradation");
    table.header = QStringList { QStringLiteral("When"), QStringLiteral("What happens"),
        QStringLiteral("Until") };
    for (const auto& row : howItDegrades()) {
        table.rows.push_back({ Level::Unknown,
            { latin(row.when), latin(row.response), latin(row.endsWhen) }, false });
    }
    return table;
}

GuidanceTable conflicts(const CertificationData& data)
{
    GuidanceTable table;
    table.title = QStringLiteral("Do not fit together");
    table.header
        = QStringList { QStringLiteral("Which"), QStringLiteral("What"), QStringLiteral("How") };
    if (!data.status) {
        table.note = QStringLiteral("not answered yet");
        return table;
    }
    for (const auto& conflict : data.status->conflicts) {
        const bool isContradiction = conflict.kind == ConflictKind::Contradiction;
        QStringList names;
        for (const auto metric : conflict.metrics) {
            names << MetricWords::title(metric);
        }
        table.rows.push_back({ Level::Unknown,
            { isContradiction ? QStringLiteral("CONTRADICTED") : QStringLiteral("ONLY IF"),
                names.join(QStringLiteral(", ")), visibleText(conflict.text, 1000) },
            isContradiction });
    }
    table.note
        = table.rows.isEmpty() ? QStringLiteral("The limits in force fit together") : QString();
    return table;
}

}  // namespace

QVector<GuidanceTable> guidanceTables(const CertificationData& data)
{
    return { whatScales(), whatDoesNot(), neverAssume(), escalation(), degradation(),
        conflicts(data) };
}

}  // namespace headroom::ui
