// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/policy/threshold_record_json.h"

#include "monitor_core/policy/detail/json_document.h"
#include "monitor_core/policy/detail/policy_reader.h"
#include "monitor_core/policy/policy_json.h"

#include <boost/json/serialize.hpp>
#include <boost/json/string.hpp>

namespace headroom {

namespace {

constexpr double kMostVersions = 999'999'999;

std::string member(const std::string& key, const std::string& text)
{
    return "    \"" + key + "\": " + boost::json::serialize(boost::json::string(text)) + ",\n";
}

bool isText(std::string_view text) { return !text.empty() && text.size() <= 4096; }

}  // namespace

std::string thresholdRecordToJson(const ThresholdRecord& record)
{
    std::string policy;
    for (const char c : policyToJson(record.policy)) {
        policy += c;
        if (c == '\n') {
            policy += "    ";
        }
    }
    policy.erase(policy.find_last_of('}') + 1);
    return "{\n    \"format\": 1,\n    \"version\": " + std::to_string(record.version) + ",\n"
        + member("at", record.at) + member("actor", record.actor) + member("reason", record.reason)
        + "    \"policy\": " + policy + "\n}\n";
}

Result<ThresholdRecord> thresholdRecordFromJson(std::string_view text)
{
    const std::string what = "thresholds";
    Faults faults;
    const auto root = parseDocument(text, what, faults);
    if (!root) {
        return root.error();
    }
    const TextRule someText { isText, "a text of 1 to 4096 bytes" };
    JsonObjectReader top(faults, "", &*root);
    top.allow({ "sha256" });
    top.number("format", { 1, 1, true, false });
    ThresholdRecord record;
    record.version = static_cast<std::uint64_t>(top.number("version", { 1, kMostVersions, true }));
    record.at = top.text("at", someText);
    record.actor = top.text("actor", someText);
    record.reason = top.text("reason", someText);
    record.policy = readPolicy(top.object("policy"), faults);
    top.refuseOthers();
    if (faults.count() > 0) {
        return documentError(what, faults.text());
    }
    return record;
}

}  // namespace headroom
