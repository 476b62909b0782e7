// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/alert_event_text.h"

namespace headroom {

void put(FieldWriter& out, const AlertEvent& e)
{
    out.put(e.sequence).put(e.alertId).put(e.type).put(e.kind).put(e.level).put(e.levelBefore);
    out.put(e.value).put(e.threshold).put(e.at).put(e.actor).put(e.reason);
}

void get(FieldReader& in, AlertEvent& e)
{
    in.get(e.sequence);
    in.get(e.alertId);
    in.get(e.type, AlertType::Source);
    in.get(e.kind, AlertEventKind::Cleared);
    in.get(e.level, Level::Red);
    in.get(e.levelBefore, Level::Red);
    in.get(e.value);
    in.get(e.threshold);
    in.get(e.at);
    in.get(e.actor);
    in.get(e.reason);
}

}  // namespace headroom
