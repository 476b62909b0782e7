// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/base/level.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>

namespace headroom::ui {

/// What a depository of a fleet is, worst first except that Stale stands before Green.
enum class FleetState : std::uint8_t { Red, Orange, Yellow, Stale, Unknown, Green };
inline constexpr std::size_t kFleetStates = 6;
[[nodiscard]] Level levelOf(FleetState state);

/// Which depositories a screen wants: a stretch of those that its filters leave, worst first.
struct FleetWish {
    std::optional<FleetState> state;
    QString search;  ///< part of a name, whatever its case; taken literally
    int first = 0;
    int rows = 0;

    bool operator==(const FleetWish&) const = default;
};

/// How a server has the fleet.
struct FleetSchema {
    bool hasRank = false;  ///< headroom:rank and headroom:rank_count are recorded: an answer costs
                           ///< the server little
    bool hasRules = false;  ///< headroom:level and headroom:headroom_ratio are recorded
    QString nameLabel = QStringLiteral("instance");
    QStringList jobs;  ///< that scrape depositories; empty: none is known yet

    bool operator==(const FleetSchema&) const = default;
};

// PromQL. A depository is an `instance` of one of the jobs; `up` says that it exists, whatever else
// is known of it. Every answer is as long as what is on the screen, however many depositories there
// are. Texts from people and from the server come into a query only through quoted().

/// A string literal of PromQL.
[[nodiscard]] QString quoted(const QString& text);
/// Exactly one of `names`, as a regular expression in a literal.
[[nodiscard]] QString anyOf(const QStringList& names);

/// Which jobs there are, with `what` "rank", "rules" or "raw", and whether a label `depository` is
/// used ("depository").
[[nodiscard]] QString schemaQuery();
/// One sample a row, its value a rank: stateOfRank() reads it.
[[nodiscard]] QString rowsQuery(const FleetSchema& schema, const FleetWish& wish);
/// How many of the fleet have each rank, in `eighths`; with a search, `what` "matching" is how many
/// the filters leave.
[[nodiscard]] QString totalsQuery(const FleetSchema& schema, const FleetWish& wish);
/// Headroom of each limit, the readings themselves, the gate, when the stale ones were last heard,
/// and as `what` "scraped" when the newest of these scrapes was, in Unix seconds.
[[nodiscard]] QString detailsQuery(
    const FleetSchema& schema, const QStringList& instances, const QStringList& staleInstances);

[[nodiscard]] FleetState stateOfRank(std::optional<double> rank);

/// "/api/v1/query?query=…".
[[nodiscard]] QByteArray pathOf(const QString& query);

}  // namespace headroom::ui
