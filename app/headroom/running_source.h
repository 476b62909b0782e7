// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/headroom/embedded_core.h"
#include "monitor_core/base/workload_settings.h"
#include "ui/feed/http_exchange.h"
#include "ui/feed/source_choice.h"

#include <memory>

namespace headroom {

/// A source that a window can show, and all that works for it. Ends with this object. Main thread.
class RunningSource {
public:
    virtual ~RunningSource() = default;

    [[nodiscard]] virtual ui::Feed& feed() = 0;
    virtual Result<void> start() = 0;
};

/// Of a kind that there is a feed for. `peer` is looked at for a service only, `workload` for the
/// workload.
std::unique_ptr<RunningSource> makeRunningSource(const ui::SourceChoice& choice,
    const CoreSurroundings& around, const WorkloadSettings& workload, const ui::HttpPeer& peer);

}  // namespace headroom
