// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/fleet_queries.h"

#include <QUrl>

#include <cmath>

namespace headroom::ui {

namespace {

constexpr qsizetype kLongestSearch = 100;

/// RE2's special characters, each behind a backslash.
QString literal(const QString& text)
{
    static const QString kSpecial = QStringLiteral("\\.+*?()|[]{}^$");
    QString escaped;
    for (const QChar c : text) {
        if (kSpecial.contains(c)) {
            escaped += QLatin1Char('\\');
        }
        escaped += c;
    }
    return escaped;
}

/// The matchers of a selector: jobs, and what a person searches.
QString jobMatcher(const FleetSchema& schema)
{
    return QStringLiteral("job=~") + anyOf(schema.jobs);
}

QString nameMatcher(const FleetSchema& schema, const QString& search)
{
    const QString text = search.left(kLongestSearch).trimmed();
    return text.isEmpty()
        ? QString()
        : QStringLiteral(",%1=~%2").arg(schema.nameLabel,
            quoted(QStringLiteral("(?i).*") + literal(text) + QStringLiteral(".*")));
}

QString levels(const FleetSchema& schema, const QString& matchers)
{
    if (schema.hasRules) {
        return QStringLiteral("headroom:level{%1}").arg(matchers);
    }
    // Five samples a depository, of which the level that holds is 1.
    const auto one = [&](int rank, const char* level) {
        return QStringLiteral("%1 * (headroom_worst_level{level=\"%2\",%3} == 1)")
            .arg(rank)
            .arg(QLatin1String(level), matchers);
    };
    return QStringLiteral("max without (level) (%1 or %2 or %3 or %4)")
        .arg(one(3, "RED"), one(2, "ORANGE"), one(1, "YELLOW"), one(0, "GREEN"));
}

QString headroomOf(const FleetSchema& schema, const QString& matchers)
{
    return schema.hasRules ? QStringLiteral("headroom:headroom_ratio{%1}").arg(matchers)
                           : QStringLiteral("(1 - headroom_usage_ratio{%1})").arg(matchers);
}

/// The rank of `headroomd rules`, computed here where no rule keeps it: level
/// plus up to a quarter for the use of the fullest limit; 0.5 when the scrape fails, 0.375 when it
/// brings no level.
QString ranks(const FleetSchema& schema, const QString& matchers)
{
    if (schema.hasRank) {
        return QStringLiteral("headroom:rank{%1}").arg(matchers);
    }
    return QStringLiteral(
        "(0.5 + 0 * (up{%1} == 0)"
        " or on (instance) (%2 + 0.125 * clamp(1 - min without (limit, metric) (%3), 0, 2))"
        " or on (instance) %2"
        " or on (instance) 0.375 + 0 * up{%1})")
        .arg(matchers, levels(schema, matchers), headroomOf(schema, matchers));
}

QString wanted(const FleetSchema& schema, const FleetWish& wish)
{
    const QString all = ranks(schema, jobMatcher(schema) + nameMatcher(schema, wish.search));
    if (!wish.state) {
        return all;
    }
    switch (*wish.state) {
    case FleetState::Red:
        return QStringLiteral("(%1 >= 3)").arg(all);
    case FleetState::Orange:
        return QStringLiteral("(%1 >= 2 < 3)").arg(all);
    case FleetState::Yellow:
        return QStringLiteral("(%1 >= 1 < 2)").arg(all);
    case FleetState::Stale:
        return QStringLiteral("(%1 == 0.5)").arg(all);
    case FleetState::Unknown:
        return QStringLiteral("(%1 == 0.375)").arg(all);
    case FleetState::Green:
        return QStringLiteral("(%1 < 0.375)").arg(all);
    }
    return all;
}

QString named(const QString& query, const char* what)
{
    return QStringLiteral("label_replace(%1, \"what\", \"%2\", \"\", \"\")")
        .arg(query, QLatin1String(what));
}

}  // namespace

Level levelOf(FleetState state)
{
    switch (state) {
    case FleetState::Red:
        return Level::Red;
    case FleetState::Orange:
        return Level::Orange;
    case FleetState::Yellow:
        return Level::Yellow;
    case FleetState::Green:
        return Level::Green;
    default:
        return Level::Unknown;
    }
}

QString quoted(const QString& text)
{
    QString literal = QStringLiteral("\"");
    for (const QChar c : text) {
        if (c == QLatin1Char('"') || c == QLatin1Char('\\')) {
            literal += QLatin1Char('\\');
            literal += c;
        } else if (c < QLatin1Char(' ') || c == QChar(0x7F)) {
            literal += QStringLiteral("\\x%1").arg(int(c.unicode()), 2, 16, QLatin1Char('0'));
        } else if (!c.isSurrogate()) {  // half a character would make the query unreadable
            literal += c;
        }
    }
    return literal + QLatin1Char('"');
}

QString anyOf(const QStringList& names)
{
    QStringList escaped;
    for (const auto& name : names) {
        escaped << literal(name);
    }
    return quoted(escaped.join(QLatin1Char('|')));
}

QString schemaQuery()
{
    const auto jobs = [](const char* metric, const char* kind) {
        return named(QStringLiteral("group by (job) (%1)").arg(QLatin1String(metric)), kind);
    };
    return QStringLiteral("%1 or %2 or %3 or %4")
        .arg(jobs("headroom:rank_count", "rank"), jobs("headroom:level", "rules"),
            jobs("headroom_monitor_active", "raw"),
            named(QStringLiteral("group(headroom:level{depository!=\"\"} or "
                                 "headroom_monitor_active{depository!=\"\"})"),
                "depository"));
}

QString rowsQuery(const FleetSchema& schema, const FleetWish& wish)
{
    const QString all = wanted(schema, wish);
    const QString upTo = QStringLiteral("topk(%1, %2)").arg(wish.first + wish.rows).arg(all);
    // The last `rows` of the worst first+rows: the answer has no more than what is shown. Where the
    // fleet ends inside of them the count is not known here; who asks cuts it by "matching".
    return wish.first == 0 ? upTo : QStringLiteral("bottomk(%1, %2)").arg(wish.rows).arg(upTo);
}

QString totalsQuery(const FleetSchema& schema, const FleetWish& wish)
{
    const QString jobs = jobMatcher(schema);
    // Levels are whole ranks, Stale and Unknown have an eighth of their own.
    QStringList parts {
        schema.hasRank
            ? QStringLiteral("sum by (eighths) (headroom:rank_count{%1})").arg(jobs)
            : QStringLiteral("count_values(\"eighths\", floor(8 * %1))").arg(ranks(schema, jobs)),
    };
    if (!wish.search.trimmed().isEmpty()) {
        parts << named(QStringLiteral("count(%1)").arg(wanted(schema, wish)), "matching");
    }
    return parts.join(QStringLiteral(" or "));
}

QString detailsQuery(
    const FleetSchema& schema, const QStringList& instances, const QStringList& staleInstances)
{
    const QString these = jobMatcher(schema) + QStringLiteral(",instance=~") + anyOf(instances);
    QString query = headroomOf(schema, these)
        + QStringLiteral(" or {__name__=~\"headroom_(concurrent_writes|storage_used_bytes|"
                         "writes_per_second|artifact_size_bytes|artifacts|concurrent_writes_limit|"
                         "storage_limit_bytes|writes_per_second_limit|artifact_size_limit_bytes|"
                         "artifacts_limit|query_latency_limit_seconds)\",%1}"
                         " or headroom_query_latency_window_seconds{percentile=\"p99\",%1}"
                         " or headroom_gate_state{%1} == 1")
              .arg(these);
    query += QStringLiteral(" or ")
        + named(QStringLiteral("max(timestamp(up{%1}))").arg(these), "scraped");
    if (!staleInstances.isEmpty()) {
        query += QStringLiteral(" or last_over_time(headroom_snapshot_timestamp_seconds{%1,"
                                "instance=~%2}[1d])")
                     .arg(jobMatcher(schema), anyOf(staleInstances));
    }
    return query;
}

FleetState stateOfRank(std::optional<double> rank)
{
    constexpr double kStale = 0.5;
    constexpr double kNoLevel = 0.375;
    if (!rank || !(*rank >= 0) || *rank >= 4 || *rank == kNoLevel) {
        return FleetState::Unknown;
    }
    if (*rank == kStale) {
        return FleetState::Stale;
    }
    static constexpr FleetState kByLevel[]
        = { FleetState::Green, FleetState::Yellow, FleetState::Orange, FleetState::Red };
    return kByLevel[static_cast<int>(*rank)];
}

QByteArray pathOf(const QString& query)
{
    return "/api/v1/query?query=" + QUrl::toPercentEncoding(query);
}

}  // namespace headroom::ui
