// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/display.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <chrono>

namespace headroom::ui {

/// Which page a wall shows now: one after the other while all is calm, and the wall itself from the
/// moment that anything is ORANGE or worse, or not known, until it is calm again. Main thread.
class WallRotation : public QObject {
    Q_OBJECT
public:
    /// The id of the wall itself, always the first.
    static QString wallId() { return QStringLiteral("wall"); }

    /// `pages` besides the wall; none: it never turns.
    void setPages(const QStringList& pages, std::chrono::seconds each);
    /// The wall is on the screen.
    void setActive(bool isActive);
    void setCalm(bool isCalm);
    /// The next one, as the timer does.
    void turn();

    [[nodiscard]] QString page() const { return pages_.value(at_, wallId()); }
    [[nodiscard]] bool isTurning() const { return timer_.isActive(); }

    explicit WallRotation(QObject* parent = nullptr);

Q_SIGNALS:
    void pageChanged(const QString& id);

private:
    void startOrStop();
    void show(qsizetype at);

    QStringList pages_ { wallId() };
    QTimer timer_;
    qsizetype at_ = 0;
    bool isActive_ = false;
    bool isCalm_ = false;
};

/// Nothing needs a look: known, GREEN or YELLOW, and there is contact.
[[nodiscard]] bool isCalm(const OverviewDisplay& display);

}  // namespace headroom::ui
