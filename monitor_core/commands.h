// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/workload_settings.h"
#include "monitor_core/metrics/thresholds.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <variant>

namespace headroom {

/// Change what the local workload does. Refused when the source is another one, or a value is out
/// of range.
struct ConfigureWorkload {
    WorkloadSettings settings;
};

/// Delete the local workload's oldest artifacts until at most `keep` of its storage limit is in
/// use.
struct FreeWorkloadSpace {
    Ratio keep { 0.5 };
};

/// "I have it": stops the escalation of an open alert, not the alert. For an alert that is already
/// acknowledged it adds the note, which must then not be empty.
struct AcknowledgeAlert {
    std::string alertId;
    std::string note;  ///< UTF-8, at most 1000 bytes; may be empty
};

/// Takes one open alert off the list for a time. Refused beyond the maximum of its level (RED 15
/// min, else 8 h).
struct ShelveAlert {
    std::string alertId;
    std::chrono::seconds duration { 0 };
    std::string reason;  ///< UTF-8, 1 to 1000 bytes
};

/// Puts a shelved alert back on the list.
struct UnshelveAlert {
    std::string alertId;
};

/// A review of the certification, signed with a name. Moves the next one on by a cycle; earlier
/// reviews are never changed.
struct RecordReview {
    std::string reviewer;  ///< the signature; not empty
    std::string meaning;  ///< what it says: "reviewed as owner"; not empty
    std::string note;
    bool isApproved = false;
};

/// What people may set of the policy. The certified limits, and the number of writers at which the
/// gate closes, are not among it.
struct EditableThresholds {
    ThresholdTable thresholds;
    int resumeBelow = 75;  ///< writers in flight
    Ratio resumeStorageBelow { 0.99 };
    bool failClosed = false;

    bool operator==(const EditableThresholds&) const = default;
};

/// Judge by other thresholds from the next tick on; kept over restarts. InvalidArgument with every
/// fault, a line each, when they do not fit together (yellow < orange < red, resume < pause);
/// Conflict when `basedOnVersion` is not the version in force.
struct ChangeThresholds {
    EditableThresholds wanted;
    std::uint64_t basedOnVersion = 0;  ///< Snapshot::thresholdsVersion as the person saw it
    std::string reason;  ///< UTF-8, 1 to 1000 bytes
};

/// A drill on made-up readings begins or ends on a screen. Changes nothing but the audit trail.
struct RecordDrill {
    bool begins = false;
    std::string scenario;  ///< UTF-8, at most 200 bytes: "Fill at 10 GB/h"
    std::string note;  ///< UTF-8, at most 200 bytes; why it ended: "live RED"
};

/// All that a person can ask for, and who asks.
struct Command {
    std::string actor;  ///< who asks, for the audit trail; not empty
    std::variant<ConfigureWorkload, FreeWorkloadSpace, AcknowledgeAlert, ShelveAlert, UnshelveAlert,
        RecordReview, ChangeThresholds, RecordDrill>
        what;
};

}  // namespace headroom
