// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/feed/remote_back_off.h"
#include "ui/feed/service_probe.h"
#include "ui/feed/switch_feed.h"

#include <QTimer>

#include <functional>

namespace headroom::ui {

/// A service of which nobody knows yet whether it is a current or an older one: asks until it is
/// known, and is then what the feed made for that kind is. Lives in the main thread.
class ServiceFeed final : public SwitchFeed {
    Q_OBJECT
public:
    /// Makes what serves from then on; owned by the caller, who keeps it as long as this feed.
    using Make = std::function<Feed*(ServiceKind)>;

    /// Starts to ask at once. `clock` outlives the feed.
    ServiceFeed(HttpPeer peer, const Clock& clock, Make make, BackOffSettings backOff = {},
        QObject* parent = nullptr);

    [[nodiscard]] QString sourceText() const override { return sourceText_; }

private:
    void probe();
    void takeKind(const Result<ServiceKind>& kind);
    void noteFailure(const QString& why);

    QString sourceText_;
    Make make_;
    FeedContact waiting_;
    BackOff backOff_;
    ServiceProbe probe_;
    QTimer retry_;
};

}  // namespace headroom::ui
