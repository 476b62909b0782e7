// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/motion.h"

#include <chrono>

namespace headroom::ui {

namespace {

using namespace std::chrono_literals;

constexpr auto kBeat = 500ms;

bool motionReduced = false;

}  // namespace

void setMotionReduced(bool reduced)
{
    motionReduced = reduced;
    Alternation& alternation = Alternation::shared();
    alternation.startOrStop();
    for (const auto& widget : std::as_const(alternation.watchers_)) {
        if (widget != nullptr) {
            widget->update();
        }
    }
}

bool isMotionReduced() { return motionReduced; }

Alternation::Alternation()
{
    timer_.setInterval(kBeat);
    connect(&timer_, &QTimer::timeout, this, &Alternation::beat);
}

Alternation& Alternation::shared()
{
    static Alternation alternation;
    return alternation;
}

void Alternation::watch(QWidget* widget, bool wanted)
{
    watchers_.removeAll(widget);
    if (wanted) {
        watchers_.append(widget);
    }
    startOrStop();
}

ShapeStyle Alternation::shape(Level level) const
{
    if (level != Level::Red && level != Level::Orange) {
        return ShapeStyle::Filled;
    }
    if (motionReduced) {
        return ShapeStyle::Ringed;
    }
    const bool outlined = level == Level::Red ? beats_ % 2 == 1 : beats_ % 4 == 3;
    return outlined ? ShapeStyle::Outlined : ShapeStyle::Filled;
}

void Alternation::beat()
{
    ++beats_;
    watchers_.removeAll(nullptr);
    for (const auto& widget : std::as_const(watchers_)) {
        widget->update();
    }
    startOrStop();
}

void Alternation::startOrStop()
{
    watchers_.removeAll(nullptr);
    if (watchers_.isEmpty() || motionReduced) {
        timer_.stop();
    } else if (!timer_.isActive()) {
        timer_.start();
    }
}

}  // namespace headroom::ui
