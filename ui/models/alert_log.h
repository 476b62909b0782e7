// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/feed/feed.h"
#include "ui/models/alert_life.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace headroom::ui {

/// What was and what is: the board's open alerts and the alerts of the history, asked for again
/// when the board has newer steps. Asks for what it does not have yet, and only while active. Main
/// thread.
class AlertLog : public QObject {
    Q_OBJECT
public:
    /// How many steps of the past are kept; older ones are in the records only.
    static constexpr std::size_t kMostSteps = 40'000;

    using Life = std::shared_ptr<const AlertLife>;

    /// `feed` outlives the log.
    explicit AlertLog(Feed& feed, QObject* parent = nullptr);

    /// Nobody sees it: no questions.
    void setActive(bool isActive);

    /// Null until it is known.
    [[nodiscard]] AlertBoardPtr board() const { return feed_.alerts(); }
    [[nodiscard]] const FeedContact& contact() const { return feed_.contact(); }
    /// Alerts that are over, newest first.
    [[nodiscard]] const std::vector<Life>& past() const { return past_; }
    /// The whole life of an alert that is open, where the history has more of it than the board.
    [[nodiscard]] Life lifeOf(const QString& id) const;
    [[nodiscard]] bool isHistoryKnown() const { return isKnown_; }
    /// Why the history could not be read; empty: it could.
    [[nodiscard]] QString problem() const { return problem_; }
    /// Rows whose own hash did not fit; they are left out.
    [[nodiscard]] std::uint64_t damagedRows() const { return damagedRows_; }
    /// There are older steps than those that were asked for.
    [[nodiscard]] bool isCut() const { return isCut_; }

Q_SIGNALS:
    /// The board is another one.
    void boardChanged();
    /// past() is another one.
    void pastChanged();

private:
    void takeBoard();
    void ask();
    void take(const Result<AlertHistoryAnswer>& answer);
    void merge(const AlertHistoryAnswer& answer);
    void sortOut();

    Feed& feed_;
    QTimer retry_;
    std::vector<Life> lives_;  ///< oldest first
    std::vector<Life> past_;
    std::uint64_t newest_ = 0;  ///< sequence of the newest step that is here
    std::uint64_t askedFor_ = 0;  ///< the board's newest when it was asked last
    std::uint64_t damagedRows_ = 0;
    QString problem_;
    bool isActive_ = false;
    bool isAsking_ = false;
    bool isKnown_ = false;
    bool isCut_ = false;
};

}  // namespace headroom::ui
