// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/forecast_watch.h"

namespace headroom::ui {

namespace {

using std::chrono::seconds;

constexpr seconds kEvery { 60 };
constexpr seconds kWhileUnanswered { 5 };

}  // namespace

ForecastWatch::ForecastWatch(Feed& feed, QObject* parent)
    : QObject(parent)
    , feed_(feed)
{
}

void ForecastWatch::forget()
{
    state_ = {};
    askedAt_.reset();
}

void ForecastWatch::tick(SteadyTime now)
{
    const auto pause = state_.forecast ? kEvery : kWhileUnanswered;
    if (isAsking_ || !feed_.latest() || (askedAt_ && now - *askedAt_ < pause)) {
        return;
    }
    isAsking_ = true;
    askedAt_ = now;
    feed_.queryStorageForecast(this, [this](const Result<StorageForecast>& answer) {
        isAsking_ = false;
        // An old forecast beside a question that failed would be believed.
        state_.forecast = answer ? std::optional(*answer) : std::nullopt;
        state_.problem = answer ? QString() : QString::fromStdString(answer.error().message);
        Q_EMIT changed();
    });
}

}  // namespace headroom::ui
