// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alert_log.h"

#include "ui/text/visible_text.h"

#include <algorithm>

namespace headroom::ui {

namespace {

constexpr std::chrono::seconds kRetryAfter { 5 };
constexpr std::uint64_t kOverlap = 16;  // steps asked for again, to see that none is missing

}  // namespace

AlertLog::AlertLog(Feed& feed, QObject* parent)
    : QObject(parent)
    , feed_(feed)
{
    retry_.setSingleShot(true);
    connect(&retry_, &QTimer::timeout, this, &AlertLog::ask);
    connect(&feed_, &Feed::alertsChanged, this, &AlertLog::takeBoard);
}

void AlertLog::setActive(bool isActive)
{
    if (isActive_ == isActive) {
        return;
    }
    isActive_ = isActive;
    retry_.stop();
    if (isActive_) {
        takeBoard();
    }
}

void AlertLog::takeBoard()
{
    const auto board = feed_.alerts();
    if (isActive_ && board && !isAsking_ && (!isKnown_ || board->lastSequence != newest_)) {
        ask();
    }
    Q_EMIT boardChanged();
}

void AlertLog::ask()
{
    const auto board = feed_.alerts();
    if (!board || isAsking_) {
        return;
    }
    // Another numbering is another history: begin anew.
    if (board->lastSequence < newest_) {
        lives_.clear();
        newest_ = 0;
        isKnown_ = false;
    }
    isAsking_ = true;
    askedFor_ = board->lastSequence;
    const auto missing = isKnown_ ? askedFor_ - newest_ + kOverlap : kMostSteps;
    feed_.queryAlertHistory(this, std::min<std::size_t>(missing, kMostSteps),
        [this](const Result<AlertHistoryAnswer>& answer) { take(answer); });
}

void AlertLog::take(const Result<AlertHistoryAnswer>& answer)
{
    isAsking_ = false;
    if (!answer) {
        problem_ = visibleText(answer.error().text());
        if (isActive_) {
            retry_.start(kRetryAfter);
        }
        Q_EMIT pastChanged();
        return;
    }
    problem_.clear();
    merge(*answer);
    const auto board = feed_.alerts();
    if (isActive_ && board && (!isKnown_ || board->lastSequence > askedFor_)) {
        ask();  // steps were missing between, or came meanwhile
    }
}

void AlertLog::merge(const AlertHistoryAnswer& answer)
{
    const auto& steps = answer.events;
    damagedRows_ = std::max(damagedRows_, answer.damagedRows);
    if (!isKnown_) {
        isCut_ = answer.total > steps.size() + answer.damagedRows;
        lives_.clear();
        newest_ = 0;
        for (auto& life : livesOf(steps)) {
            lives_.push_back(std::make_shared<const AlertLife>(std::move(life)));
        }
    } else if (!steps.empty() && steps.front().sequence > newest_ + 1 && answer.damagedRows == 0) {
        isKnown_ = false;  // more came than was asked for: ask for all of it
        return;
    } else {
        std::vector<AlertEvent> fresh;
        std::copy_if(steps.begin(), steps.end(), std::back_inserter(fresh),
            [this](const AlertEvent& step) { return step.sequence > newest_; });
        // Lives that go on are among the last ones: at most one of each type is open.
        for (auto life = lives_.rbegin(); life != lives_.rend() && !fresh.empty(); ++life) {
            if (std::distance(lives_.rbegin(), life) > 64) {
                break;
            }
            const auto id = (*life)->id.toStdString();
            std::shared_ptr<AlertLife> longer;
            for (const auto& step : fresh) {
                if (step.alertId == id) {
                    longer = longer ? longer : std::make_shared<AlertLife>(**life);
                    addStep(*longer, step);
                }
            }
            if (longer) {
                *life = longer;
                std::erase_if(fresh, [&](const AlertEvent& step) { return step.alertId == id; });
            }
        }
        for (auto& life : livesOf(fresh)) {
            lives_.push_back(std::make_shared<const AlertLife>(std::move(life)));
        }
    }
    if (!steps.empty()) {
        newest_ = std::max(newest_, steps.back().sequence);
    }
    isKnown_ = true;
    sortOut();
    Q_EMIT pastChanged();
}

void AlertLog::sortOut()
{
    std::size_t steps = 0;
    auto oldest = lives_.end();
    while (oldest != lives_.begin() && steps < kMostSteps) {
        --oldest;
        steps += (*oldest)->steps.size();
    }
    isCut_ = isCut_ || oldest != lives_.begin();
    lives_.erase(lives_.begin(), oldest);
    past_.clear();
    for (auto life = lives_.rbegin(); life != lives_.rend(); ++life) {
        if ((*life)->clearedAt) {
            past_.push_back(*life);
        }
    }
    std::stable_sort(past_.begin(), past_.end(),
        [](const Life& a, const Life& b) { return a->raisedAt > b->raisedAt; });
}

AlertLog::Life AlertLog::lifeOf(const QString& id) const
{
    const auto found = std::find_if(
        lives_.rbegin(), lives_.rend(), [&](const Life& life) { return life->id == id; });
    return found == lives_.rend() ? nullptr : *found;
}

}  // namespace headroom::ui
