// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor_core/certification/guidance.h"
#include "monitor_core/policy/escalation_policy.h"
#include "ui/models/alert_words.h"
#include "ui/models/certification_words.h"
#include "ui/models/metric_view.h"
#include "ui/text/visible_text.h"

#include <QCoreApplication>

// The tables below the limits: nothing is retyped, all of it is what the core answers and does.

namespace headroom::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Certification)
};

GuidanceTable whatScales()
{
    GuidanceTable table;
    table.title = Words::tr("What scales safely");
    table.header = QStringList { Words::tr("What"), Words::tr("Up to"), Words::tr("Proof"),
        Words::tr("Load-tested on") };
    for (const auto& limit : certificate().limits) {
        table.rows.push_back({ Level::Unknown,
            { latin(info(limit.metric).name), latin(limit.safeLimit), latin(limit.proof),
                limit.testedOn ? format::isoDate(*limit.testedOn) : Words::tr("not load-tested") },
            false });
    }
    return table;
}

GuidanceTable whatDoesNot()
{
    GuidanceTable table;
    table.title = Words::tr("What does not scale");
    table.header = QStringList { Words::tr("Operation"), Words::tr("Why"), Words::tr("Instead") };
    for (const auto& row : whatDoesNotScale()) {
        table.rows.push_back({ Level::Unknown,
            { latin(row.operation), latin(row.reason), latin(row.workaround) }, false });
    }
    return table;
}

GuidanceTable neverAssume()
{
    GuidanceTable table;
    table.title = Words::tr("Never assume");
    table.header = QStringList { Words::tr("Assumption"), Words::tr("Reality"), Words::tr("So") };
    for (const auto& row : whatNeverToAssume()) {
        table.rows.push_back({ Level::Unknown,
            { latin(row.assumption), latin(row.reality), latin(row.requirement) }, false });
    }
    return table;
}

QString conditionOf(const EscalationRow& row)
{
    const QString title = alertTitle(row.type);
    // More than one writer reach a limit; one storage reaches it.
    const bool isMany = row.type == AlertType::ConcurrentWrites;
    if (row.when == Trigger::AtLimit) {
        return (isMany ? Words::tr("%1 reach their limit") : Words::tr("%1 reaches its limit"))
            .arg(title);
    }
    if (row.when == Trigger::Red && row.type == AlertType::AuditTrail) {
        return Words::tr("Audit chain is broken");
    }
    return (isMany ? Words::tr("%1 reach %2", "level") : Words::tr("%1 reaches %2", "level"))
        .arg(title, latin(toString(levelOf(row.when))));
}

enum class Gate { Open, Pauses, Halts };

Gate gateOf(const EscalationRow& row)
{
    if (row.when == Trigger::AtLimit && row.type == AlertType::StorageCapacity) {
        return Gate::Halts;
    }
    // Writers are RED where the gate closes.
    return row.when >= Trigger::Red && row.type == AlertType::ConcurrentWrites ? Gate::Pauses
                                                                               : Gate::Open;
}

QString gateText(Gate gate)
{
    switch (gate) {
    case Gate::Halts:
        return Words::tr("halts writes, HTTP 503");
    case Gate::Pauses:
        return Words::tr("pauses new writes, HTTP 429");
    case Gate::Open:
        break;
    }
    return Words::tr("writes stay open");
}

GuidanceTable escalation()
{
    GuidanceTable table;
    table.title = Words::tr("Escalation");
    table.header = QStringList { Words::tr("When"), Words::tr("Level"), Words::tr("Who"),
        Words::tr("Respond within"), Words::tr("What the gate does") };
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
                gateText(gateOf(row)) },
            gateOf(row) != Gate::Open });
    }
    if (hasDefaults) {
        table.note = Words::tr("* house default: not in the certified matrix");
    }
    return table;
}

GuidanceTable degradation()
{
    GuidanceTable table;
    table.title = Words::tr("Degradation");
    table.header = QStringList { Words::tr("When"), Words::tr("What happens"), Words::tr("Until") };
    for (const auto& row : howItDegrades()) {
        table.rows.push_back({ Level::Unknown,
            { latin(row.when), latin(row.response), latin(row.endsWhen) }, false });
    }
    return table;
}

GuidanceTable conflicts(const CertificationData& data)
{
    GuidanceTable table;
    table.title = Words::tr("Do not fit together");
    table.header = QStringList { Words::tr("Which"), Words::tr("What"), Words::tr("How") };
    if (!data.status) {
        table.note = Words::tr("not answered yet");
        return table;
    }
    for (const auto& conflict : data.status->conflicts) {
        const bool isContradiction = conflict.kind == ConflictKind::Contradiction;
        QStringList names;
        for (const auto metric : conflict.metrics) {
            names << MetricWords::title(metric);
        }
        table.rows.push_back({ Level::Unknown,
            { isContradiction ? Words::tr("CONTRADICTED") : Words::tr("ONLY IF"),
                names.join(QStringLiteral(", ")), visibleText(conflict.text, 1000) },
            isContradiction });
    }
    table.note = table.rows.isEmpty() ? Words::tr("The limits in force fit together") : QString();
    return table;
}

}  // namespace

QVector<GuidanceTable> guidanceTables(const CertificationData& data)
{
    return { whatScales(), whatDoesNot(), neverAssume(), escalation(), degradation(),
        conflicts(data) };
}

}  // namespace headroom::ui
