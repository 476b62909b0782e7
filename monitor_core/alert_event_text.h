// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/alert_board.h"
#include "monitor_core/base/field_text.h"

namespace headroom {

/// A step as fields, the same in the alert book's rows and in the alert history.
void put(FieldWriter& out, const AlertEvent& event);
void get(FieldReader& in, AlertEvent& event);

}  // namespace headroom
