// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/rules/prometheus_rules.h"
#include "monitor_core/rules/rule_text.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <utility>

namespace headroom {

namespace {

using namespace rules;
using namespace std::chrono_literals;

/// Whoever is not heard of within the time is told again; IMMEDIATE, after five minutes.
std::string repeatAfter(std::chrono::seconds within)
{
    return std::to_string(std::max<std::chrono::seconds>(within, 5min).count()) + "s";
}

/// A value in a matcher, in double quotes.
std::string matched(const std::string& value)
{
    std::string text = "\"";
    for (const char c : value) {
        text += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
    }
    return text + '"';
}

void addRoutes(std::string& out, const EscalationMatrix& matrix)
{
    std::set<std::pair<std::chrono::seconds, std::string>> rows;
    for (const auto& row : matrix) {
        rows.emplace(row.respondWithin, row.to);
    }
    for (const auto& [within, to] : rows) {
        out += "    - receiver: " + quoted(to) + "\n      matchers:\n        - "
            + quoted("escalation_path=" + matched(to)) + "\n        - "
            + quoted("response_timeline=" + matched(responseTimeline(within)))
            + (within == 0s ? "\n      group_wait: 0s" : "")
            + "\n      repeat_interval: " + repeatAfter(within) + '\n';
    }
}

void addReceivers(std::string& out, const EscalationPolicy& escalation)
{
    std::set<std::string> names { fleetRow(escalation).to };
    for (const auto& row : escalation.matrix) {
        names.insert(row.to);
    }
    for (const auto& name : names) {
        out += "  - name: " + quoted(name) + '\n';
        const auto found = escalation.contacts.find(name);
        if (found == escalation.contacts.end()) {
            continue;
        }
        std::string who;
        for (const auto& list : { found->second.people, found->second.members }) {
            for (const auto& one : list) {
                who += (who.empty() ? "" : ", ") + one;
            }
        }
        if (!who.empty()) {
            const auto shown = quoted(who);
            out += "    # " + shown.substr(1, shown.size() - 2) + '\n';
        }
    }
}

}  // namespace

std::string alertmanagerRoutes(const EscalationPolicy& escalation)
{
    std::string out = "# Made by `headroomd rules --alertmanager`: the escalation as routes. Give "
                      "each receiver\n"
                      "# its channel (webhook_configs, email_configs, pagerduty_configs …); "
                      "without one nobody is told.\n"
                      "route:\n  receiver: "
        + quoted(fleetRow(escalation).to)
        + "\n  group_by: [ 'instance', 'type' ]\n  group_wait: 10s\n  group_interval: 1m\n"
          "  repeat_interval: 6h\n  routes:\n";
    addRoutes(out, escalation.matrix);
    out += "# One thing is told once: the limit instead of RED, and what is down instead of what "
           "is unknown.\n"
           "inhibit_rules:\n"
           "  - source_matchers: [ 'at_limit=\"true\"' ]\n"
           "    target_matchers: [ 'at_limit=\"false\"' ]\n"
           "    equal: [ 'instance', 'type' ]\n"
           "  - source_matchers: [ 'alertname=\"HeadroomDown\"' ]\n"
           "    target_matchers: [ 'alertname!=\"HeadroomDown\"', 'alertname=~\"Headroom.*\"' ]\n"
           "    equal: [ 'instance' ]\n"
           "receivers:\n";
    addReceivers(out, escalation);
    return out;
}

}  // namespace headroom
