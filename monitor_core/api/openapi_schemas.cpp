// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/openapi.h"

namespace headroom::api {

namespace {

constexpr SchemaText kSchemas[] = {
    { "Error", "Every refusal: a sentence, or for 422 a list of what is wrong.", "detail:any" },

    // GET snapshot, alerts, events
    { "SnapshotDocument", "", "snapshot:Snapshot alerts:AlertBoard?" },
    { "EventData", "The data of the event `heartbeat`; of `snapshot` and `alerts` see there.",
        "instance:string at:time sequence:integer? snapshot_age_ms:integer?" },
    { "Service", "Who serves; `instance` is another one after each start.",
        "api_version:string program_version:string instance:string" },
    { "Snapshot", "What is known at one tick. Ages are as of `at`.",
        "service:Service sequence:integer at:time level:string metrics:{MetricState} "
        "latency:LatencySummary gate:Gate concurrent_reads:integer "
        "largest_artifact_ever_bytes:number? source:Source audit:AuditSummary "
        "thresholds_version:integer thresholds_problem:string records_problem:string" },
    { "MetricState", "Numbers are in `unit`.",
        "unit:string level:string last_known_level:string freshness:string limit:number? "
        "reading:Reading? thresholds:MetricThresholds why_missing:string note:string "
        "is_estimate:boolean" },
    { "Reading", "The last one there was, however old.",
        "value:number? measured_at:time age_ms:integer late_after_ms:integer "
        "stale_after_ms:integer limit:number?" },
    { "MetricThresholds", "Bounds are in the unit, or shares of the limit (`of_limit`).",
        "basis:string yellow:Bound? orange:Bound? red:Bound? hold_ms:integer" },
    { "Bound", "`at_least` is >=, `above` is >.", "value:number? side:string hysteresis:number?" },
    { "LatencySummary", "Over the latency window; null without a sample.",
        "p50_ms:number? p99_ms:number? p999_ms:number? min_ms:number? max_ms:number? "
        "sample_count:integer overflow_count:integer" },
    { "Gate", "The write gate.",
        "state:string in_flight:integer pause_at:integer resume_below:integer "
        "halt_at_ratio:number? resume_storage_below_ratio:number? fail_closed:boolean "
        "storage_unknown:boolean since:time admitted_total:integer refused_paused_total:integer "
        "refused_halted_total:integer refused_too_large_total:integer "
        "expired_leases_total:integer audit_problem:string" },
    { "Source", "Where readings come from.",
        "name:string problem:string workload:Workload? storage_marks:[StorageMark] "
        "is_gated_elsewhere:boolean" },
    { "StorageMark", "What the storage's platform does at a share of its disk.",
        "at_ratio:number? text:string label:string" },
    { "Workload", "What the local workload does.",
        "writers:integer writes_per_second:number? max_artifact_bytes:integer "
        "storage_limit_bytes:integer queries_per_second:number? delete_oldest:boolean "
        "keep_below_ratio:number?" },
    { "AuditSummary", "",
        "is_known:boolean is_broken:boolean first_bad_sequence:integer why:string "
        "records:integer oldest:time? head:string" },
    { "Alerts", "", "alerts:AlertBoard?" },
    { "AlertBoard", "What is being done about it. Ages and remaining times are as of `at`.",
        "instance:string at:time last_sequence:integer open:[Alert] last_cleared:[Alert] "
        "raised_24h:{integer} waiting_messages:integer delivery_problem:string "
        "store_problem:string clock_change:ClockChange?" },
    { "Alert", "Negative remaining times have passed.",
        "id:string type:string level:string peak_level:string severity:string message:string "
        "value:number? threshold:number? state:string is_unverified:boolean "
        "is_chattering:boolean is_overdue:boolean raised_at:time age_ms:integer "
        "cleared_at:time? escalation_path:string response_timeline:string "
        "is_house_default:boolean deadline:time? remaining_ms:integer? overdue_in_ms:integer? "
        "acknowledged:Acknowledged? shelved:Shelved? shelf_maximum_seconds:integer "
        "steps:[AlertStep] steps_omitted:integer" },
    { "Acknowledged", "", "by:string note:string at:time?" },
    { "Shelved", "", "by:string reason:string until:time? remaining_ms:integer?" },
    { "ClockChange", "The wall clock was set.", "by_ms:integer to:time" },
    { "AlertStep", "One step in the life of an alert.",
        "sequence:integer alert_id:string type:string kind:string level:string "
        "level_before:string value:number? threshold:number? at:time actor:string reason:string" },
    { "AlertSteps", "Newest last.", "events:[AlertStep] total:integer damaged_rows:integer" },
    { "Acknowledgement", "", "~note:string ~by:string" },
    { "Shelving", "At most 900 s at RED, else 28800.",
        "duration_seconds:integer reason:string ~by:string" },
    { "Unshelving", "", "~by:string" },
    { "Done", "", "done:boolean actor:string" },
    { "WhoAmI", "",
        "name:string role:string may_read:boolean may_ingest:boolean "
        "may_administer:boolean" },
    { "SlowQueries", "", "queries:[SlowQuery] total:integer" },
    { "SlowQuery", "", "at:time latency_ms:number name:string product:string size_bytes:integer?" },

    // operations
    { "OperationWish", "`kind` is write or read.",
        "kind:string ~size_bytes:integer ~ttl_ms:integer ~product:string ~request_id:string" },
    { "OperationRenewal", "", "~ttl_ms:integer" },
    { "Operation", "",
        "id:string kind:string admission:string size_bytes:integer product:string? "
        "begun_at:time expires_at:time expires_in_ms:integer" },
    { "OperationEnd", "`outcome` is completed (if left out) or failed.",
        "~outcome:string ~stored_bytes:integer ~latency_ms:number ~name:string" },
    { "OperationEnded", "", "ended:boolean already_over:boolean had_expired:boolean" },
    { "Observations", "At least one value.",
        "~id:string ~at:time ~used_bytes:integer ~capacity_bytes:integer "
        "~artifact_count:integer ~largest_artifact_bytes:integer ~latencies_ms:[number] "
        "~product:string ~name:string" },
    { "ObservationFate", "`fate` is taken, repeated or too_old.",
        "fate:string latencies_counted:integer received_at:time" },

    // what was
    { "History", "", "from:time to:time series:[MetricSeries] query_latency:LatencySeries?" },
    { "MetricSeries", "", "metric:string points:[MetricPoint] damaged_rows:integer" },
    { "MetricPoint", "`seconds` of the stretch had a reading.",
        "at:time length_seconds:integer min:number? mean:number? max:number? "
        "max_at:time? last:number? seconds:integer after_gap:boolean" },
    { "LatencySeries", "From merged histograms.", "points:[LatencyPoint] damaged_rows:integer" },
    { "LatencyPoint", "",
        "at:time length_seconds:integer p50_ms:number? p99_ms:number? p999_ms:number? "
        "max_ms:number? sample_count:integer after_gap:boolean" },
    { "Forecast", "",
        "trend:string bytes_per_second:number? bytes_per_second_low:number? "
        "bytes_per_second_high:number? used_now_bytes:number? span_seconds:integer "
        "crossings:[Crossing]" },
    { "Crossing", "When storage reaches this share of its limit.",
        "share_ratio:number? expected:time? earliest:time? latest:time? already_there:boolean" },

    // thresholds, certification, audit, workload
    { "Thresholds", "`policy` and `certified` are as in monitor_core/policy/FORMAT.md.",
        "version:integer policy:any certified:any differs:[string] problem:string" },
    { "ThresholdChange", "The whole policy; what is certified as it was read.",
        "policy:any reason:string ~version:integer ~by:string" },
    { "ThresholdsDone", "", "done:boolean actor:string version:integer" },
    { "Certification", "",
        "name:string status:string owner:string certified_on:date review_cycle_months:integer "
        "review_state:string next_review:date remaining_days:integer was_rejected:boolean "
        "is_simply_valid:boolean limits:[CertifiedLimit] reviews:[SignedReview] drift:Drift "
        "conflicts:[Conflict] problem:string" },
    { "CertifiedLimit", "",
        "metric:string limit:number? safe_limit:string proof:string status:string "
        "tested_on:date? observed:Observed" },
    { "Observed", "Over 30 days.",
        "standing:string peak:number? peak_at:time? peak_at_exact:boolean days_observed:integer" },
    { "SignedReview", "",
        "reviewer:string meaning:string note:string is_approved:boolean reviewed_on:date "
        "was_due:date next_due:date hash:string" },
    { "Drift", "",
        "is_drifted:boolean hash:string limits:[LimitDrift] is_table_changed:boolean "
        "text:string" },
    { "LimitDrift", "", "metric:string certified:number? in_force:number?" },
    { "Conflict", "", "kind:string id:string metrics:[string] text:string needed:number?" },
    { "Review", "", "reviewer:string meaning:string is_approved:boolean ~note:string" },
    { "AuditRecords", "", "records:[AuditRecord] total:integer head:string?" },
    { "AuditRecord", "",
        "sequence:integer at:time actor:string action:string subject:string old_value:string "
        "new_value:string hash:string" },
    { "AuditVerdict", "",
        "is_whole:boolean records:integer first_bad_sequence:integer? why:string? head:string?" },
    { "WorkloadChange", "What is left out stays as it is.",
        "~writers:integer ~writes_per_second:number ~max_artifact_bytes:integer "
        "~storage_limit_bytes:integer ~queries_per_second:number ~delete_oldest:boolean "
        "~keep_below_ratio:number ~by:string" },
    { "FreeSpace", "", "keep_ratio:number ~by:string" },
};

}  // namespace

std::span<const SchemaText> schemaTexts() { return kSchemas; }

}  // namespace headroom::api
