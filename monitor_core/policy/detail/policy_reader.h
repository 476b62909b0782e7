// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/policy/detail/json_object_reader.h"
#include "monitor_core/policy/threshold_policy.h"

namespace headroom {

/// The policy that an object of some document is; of no use when there are new faults afterwards.
ThresholdPolicy readPolicy(JsonObjectReader top, Faults& faults);

}  // namespace headroom
