// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/overview_model.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <utility>
#include <vector>

namespace headroom::ui {

/// Watches a wall for the frame that shows something: first the display has it, then the panel that
/// shows it is painted. Main thread.
class FrameWatch final : public QObject {
public:
    using Shows = std::function<bool(const OverviewDisplay&)>;

    /// `panel` is the class of the panel: "headroom::ui::GatePanel".
    FrameWatch(OverviewModel& model, const char* panel)
        : model_(model)
        , panel_(panel)
    {
        connect(&model, &OverviewModel::changed, this, [this] { note(); });
        qApp->installEventFilter(this);
    }

    /// From now on; what is on the screen already counts once it is painted again.
    void expect(Shows shows)
    {
        since_.start();
        shows_ = std::move(shows);
        isShown_ = false;
        isPainted_ = false;
    }
    void note() { isShown_ = isShown_ || (shows_ && shows_(model_.display())); }

    /// Milliseconds from expect() until the frame is painted; ends the program after ten seconds.
    double wait()
    {
        while (!isPainted_) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            if (since_.elapsed() > 10'000) {
                std::fputs("the wall never showed what was waited for\n", stderr);
                std::exit(1);
            }
        }
        return static_cast<double>(since_.nsecsElapsed()) / 1e6;
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (isShown_ && event->type() == QEvent::Paint && watched->inherits(panel_)) {
            isPainted_ = true;  // the loop goes on when the whole frame is done
        }
        return QObject::eventFilter(watched, event);
    }

private:
    OverviewModel& model_;
    const char* panel_;
    QElapsedTimer since_;
    Shows shows_;
    bool isShown_ = false;
    bool isPainted_ = false;
};

/// Lets the program run for a while.
inline void idle(int milliseconds)
{
    QElapsedTimer since;
    since.start();
    while (since.elapsed() < milliseconds) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        QThread::usleep(500);
    }
}

inline void reportReactions(const char* name, std::vector<double> milliseconds)
{
    std::sort(milliseconds.begin(), milliseconds.end());
    const auto at = [&](std::size_t percent) {
        return milliseconds[std::min(milliseconds.size() - 1, milliseconds.size() * percent / 100)];
    };
    std::printf("%-34s median %6.1f ms   p99 %6.1f ms   worst %6.1f ms   target 150\n", name,
        at(50), at(99), milliseconds.back());
}

}  // namespace headroom::ui
