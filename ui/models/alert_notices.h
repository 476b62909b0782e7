// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/feed/feed.h"

#include <QHash>
#include <QObject>

namespace headroom::ui {

/// Something that a desktop should tell a person who looks elsewhere.
struct Notice {
    Level level = Level::Unknown;  ///< Unknown: it is not about a level
    QString title;  ///< "RED · Concurrent writes 103"
    QString body;  ///< "Ops_Team, due now"; plain text
};

/// Notices what is new: an alert raised or risen to ORANGE or RED, contact lost, a clock that is
/// off. Several at once are one notice; a drill is none. Main thread.
class AlertNotices : public QObject {
    Q_OBJECT
public:
    /// `feed` and `clock` outlive the notices.
    AlertNotices(Feed& feed, const Clock& clock, QObject* parent = nullptr);

Q_SIGNALS:
    void noticed(const headroom::ui::Notice& notice);

private:
    void takeBoard();
    void takeContact();

    Feed& feed_;
    const Clock& clock_;
    QHash<QString, Level> known_;
    FeedContact contact_;
};

}  // namespace headroom::ui
