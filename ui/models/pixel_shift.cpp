// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/pixel_shift.h"

#include <chrono>

namespace headroom::ui {

namespace {

// A ring of 3 px, one step at a time: nobody sees it move. The margin at the foot is 10 px.
constexpr QPoint kPath[] = { { 0, 0 }, { 2, 0 }, { 3, 2 }, { 2, 3 }, { 0, 3 }, { -2, 3 }, { -3, 1 },
    { -3, -1 }, { -1, -2 } };
constexpr int kSteps = static_cast<int>(std::size(kPath));

}  // namespace

PixelShift::PixelShift(QObject* parent)
    : QObject(parent)
{
    timer_.setInterval(std::chrono::minutes(1));
    connect(&timer_, &QTimer::timeout, this, &PixelShift::step);
}

void PixelShift::setActive(bool isActive)
{
    if (isActive == timer_.isActive()) {
        return;
    }
    at_ = 0;
    isActive ? timer_.start() : timer_.stop();
}

QPoint PixelShift::offset() const { return kPath[at_]; }

void PixelShift::step()
{
    at_ = (at_ + 1) % kSteps;
    Q_EMIT moved();
}

}  // namespace headroom::ui
