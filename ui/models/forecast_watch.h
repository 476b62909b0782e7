// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/feed/feed.h"
#include "ui/models/forecast_display.h"

#include <QObject>

#include <optional>

namespace headroom::ui {

/// Asks the feed once a minute where storage is going; sooner while there is no answer. At most one
/// question is under way. Main thread.
class ForecastWatch : public QObject {
    Q_OBJECT
public:
    /// `feed` outlives it.
    explicit ForecastWatch(Feed& feed, QObject* parent = nullptr);

    [[nodiscard]] const ForecastState& state() const { return state_; }
    /// Time passes: asks when it is due and there is a core to ask.
    void tick(SteadyTime now);
    /// What comes next is of another source.
    void forget();

Q_SIGNALS:
    void changed();

private:
    Feed& feed_;
    ForecastState state_;
    std::optional<SteadyTime> askedAt_;
    bool isAsking_ = false;
};

}  // namespace headroom::ui
