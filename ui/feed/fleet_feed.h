// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/base/clock.h"
#include "ui/feed/fleet_queries.h"
#include "ui/feed/fleet_reply.h"
#include "ui/feed/remote_back_off.h"

#include <QObject>
#include <QTimer>

#include <array>
#include <chrono>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace headroom::ui {

/// One depository of the rows that were asked for.
struct FleetRow {
    QString instance;  ///< what is scraped: "eu-1.example:8443"
    QString name;  ///< as people call it
    FleetState state = FleetState::Unknown;
    /// By the metric's key, lowest first; below 0 when over the limit.
    std::vector<std::pair<QString, double>> headroom;
    QHash<QString, double> readings;  ///< by the name of the metric on /metrics
    QString gate;  ///< "OPEN", "PAUSED", "HALTED"; empty: not known
    std::optional<double> lastHeard;  ///< Unix seconds; of a stale one
};

/// What the server said last, all of it of one refresh.
struct FleetPicture {
    FleetWish wish;
    std::vector<FleetRow> rows;  ///< from wish.first on
    int matching = 0;  ///< that the filters leave, of all
    std::array<int, kFleetStates> counts {};  ///< of the whole fleet
    int all = 0;
    SteadyTime answeredAt {};
    std::chrono::nanoseconds scrapeAge { 0 };  ///< of the newest scrape, when it answered
    FleetSchema schema;
    QString warning;  ///< the server's, when the answer is not whole
};

struct FleetSettings {
    HttpPeer peer;
    std::chrono::milliseconds refreshEvery { 5'000 };
    std::chrono::milliseconds schemaEvery { 60'000 };
    std::chrono::milliseconds within { 10'000 };  ///< for one answer
    BackOffSettings backOff;
    std::uint32_t seed = 0;
};

/// Asks a Prometheus server for the part of a fleet that is on the screen: one question in flight,
/// answers bounded, what fails is asked again ever later. Costs nothing while inactive. Main
/// thread.
class FleetFeed final : public QObject {
    Q_OBJECT
public:
    /// `clock` outlives the feed.
    FleetFeed(FleetSettings settings, const Clock& clock, QObject* parent = nullptr);

    /// Another server from now on: what the one before said is forgotten. An empty address: none.
    void setPeer(HttpPeer peer);
    [[nodiscard]] bool hasServer() const { return !settings_.peer.url.isEmpty(); }
    /// Somebody looks, or nobody does any more.
    void setActive(bool isActive);
    /// Asked at once, or as soon as the question in flight is answered.
    void setWish(const FleetWish& wish);

    /// Null before the first answer.
    [[nodiscard]] std::shared_ptr<const FleetPicture> picture() const { return picture_; }
    /// Why the last refresh failed, with the server's name; empty: it did not.
    [[nodiscard]] const QString& problem() const { return problem_; }
    [[nodiscard]] QString serverName() const;

Q_SIGNALS:
    /// picture() or problem() is another one.
    void changed();

private:
    using Taken = void (FleetFeed::*)(const PromVector&);
    void refresh();
    void ask(const QString& query, Taken taken);
    void takeSchema(const PromVector& vector);
    void askRows();
    void takeRows(const PromVector& vector);
    void takeTotals(const PromVector& vector);
    void askDetails();
    void takeDetails(const PromVector& vector);
    void finish();
    void fail(const Error& error);

    FleetSettings settings_;
    const Clock& clock_;
    BackOff backOff_;
    HttpExchange* exchange_ = nullptr;  ///< child
    QTimer next_;
    FleetWish wish_;
    FleetPicture making_;
    bool isRefreshing_ = false;
    std::optional<SteadyTime> schemaAt_;
    FleetSchema schema_;
    std::shared_ptr<const FleetPicture> picture_;
    QString problem_;
    bool isActive_ = false;
};

}  // namespace headroom::ui
