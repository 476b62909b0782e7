// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/base/clock.h"
#include "ui/feed/fleet_feed.h"
#include "ui/text/display.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <array>
#include <functional>

namespace headroom::ui {

enum class FleetColumn {
    Level,
    Depository,
    Worst,
    Writes,
    Storage,
    Throughput,
    Latency,
    Size,
    Count,
    Headroom
};
inline constexpr int kFleetColumns = 10;

/// How true the list is: of LATE and older ones nobody knows how the fleet is now.
enum class FleetTruth { Waiting, Live, Late, Stale, NoContact };

/// One row as it is read; `isKnown` is false while it has been asked for and has not come.
struct FleetRowText {
    bool isKnown = false;
    QString instance;
    FleetState state = FleetState::Unknown;
    std::array<QString, kFleetColumns> text;

    [[nodiscard]] Truth truth() const
    {
        return state == FleetState::Stale  ? Truth::Stale
            : state == FleetState::Unknown ? Truth::NoData
                                           : Truth::Live;
    }
};

/// What stands over the list.
struct FleetDisplay {
    FleetTruth truth = FleetTruth::Waiting;
    FleetState worst = FleetState::Unknown;
    QString title;  ///< "14 of 10 000 depositories need somebody"
    QString detail;  ///< "http://127.0.0.1:9090 · answered 2 s ago"
    QString note;  ///< the slower way, the server's warning, why there is no contact
    std::array<QString, kFleetStates> counts;
    QString all;
    QString matching;  ///< "200 of 10 000"

    bool operator==(const FleetDisplay&) const = default;
    [[nodiscard]] bool isWithdrawn() const
    {
        return truth == FleetTruth::Stale || truth == FleetTruth::NoContact;
    }
};

/// The fleet as a list as long as the fleet, of which only the rows in sight are known. Main
/// thread.
class FleetModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role { Instance = Qt::UserRole, State };

    /// Opens one depository in this window; empty where nobody can.
    using Open = std::function<void(const QUrl& service)>;

    /// Both outlive the model.
    FleetModel(FleetFeed& feed, const Clock& clock, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] const FleetRowText& row(int row) const;
    /// -1: not among those that are known.
    [[nodiscard]] int rowOf(const QString& instance) const;
    [[nodiscard]] const FleetDisplay& display() const { return display_; }
    /// False: nobody has named a server, and nothing is asked.
    [[nodiscard]] bool hasServer() const { return feed_.hasServer(); }
    /// The depository of the list that this window shows; empty: none of them.
    [[nodiscard]] const QString& opened() const { return opened_; }
    /// `close` goes back to what was shown before one was opened.
    void setOpened(const QString& instance, std::function<void()> close);
    void closeOpened();

    void setFilter(std::optional<FleetState> state, const QString& search);
    /// Which rows are in sight: only they, and a few around them, are asked for.
    void setSight(int first, int count);
    void setActive(bool isActive);
    void setOpen(Open open) { open_ = std::move(open); }
    /// What came of it, for people; empty: it is being opened.
    [[nodiscard]] QString open(const QString& instance);
    /// The clock has moved on.
    void tick();

Q_SIGNALS:
    void displayChanged();
    /// opened() is another one.
    void openedChanged();

private:
    void takeChange();
    void takeRows();
    [[nodiscard]] FleetTruth truthNow() const;

    FleetFeed& feed_;
    const Clock& clock_;
    FleetWish wish_;
    FleetDisplay display_;
    std::vector<FleetRowText> rows_;  ///< from first_ on
    int first_ = 0;
    int count_ = 0;
    std::shared_ptr<const FleetPicture> shown_;
    std::optional<SteadyTime> activeSince_;
    QTimer second_;
    Open open_;
    QString opened_;
    std::function<void()> close_;
};

/// Where the service of a scraped instance answers: plain on this machine, elsewhere encrypted, as
/// headroomd demands it. An error when the instance is no address.
[[nodiscard]] Result<QUrl> serviceOf(const QString& instance);

}  // namespace headroom::ui
