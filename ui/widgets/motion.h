// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/base/level.h"
#include "ui/widgets/paint.h"

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QVector>
#include <QWidget>

namespace headroom::ui {

/// Whether things may move (TOKENS §8); one answer for the whole program. Main thread.
void setMotionReduced(bool reduced);
[[nodiscard]] bool isMotionReduced();

/// The beat that the shape of an unacknowledged alert alternates to: one for the whole program, so
/// that banner, cards and rows are in phase. Its timer runs only while somebody watches. Main
/// thread.
class Alternation final : public QObject {
    Q_OBJECT
public:
    static Alternation& shared();

    /// Repaints `widget` when a shape changes, until told otherwise or the widget is gone. Stop
    /// watching while hidden: a timer that nobody sees still wakes the processor.
    void watch(QWidget* widget, bool wanted);
    /// How an unacknowledged shape of this level looks now: RED filled and outlined for 500 ms
    /// each, ORANGE filled for 1500 and outlined for 500 ms, others always filled; RED and ORANGE
    /// ringed when motion is reduced.
    [[nodiscard]] ShapeStyle shape(Level level) const;
    [[nodiscard]] bool isRunning() const { return timer_.isActive(); }
    /// 500 ms have passed; the timer's business, and that of tests.
    void beat();

private:
    Alternation();
    void startOrStop();

    QTimer timer_;
    QVector<QPointer<QWidget>> watchers_;
    unsigned beats_ = 0;

    friend void setMotionReduced(bool reduced);
};

}  // namespace headroom::ui
