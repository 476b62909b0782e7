// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/alerts/message_text.h"

#include "monitor_core/alerts/alert_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>
#include <utility>

namespace headroom {

namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

constexpr std::size_t kLongestText = 1500;

std::string objectOf(const Pairs& pairs)
{
    std::string text = "{";
    for (const auto& [name, value] : pairs) {
        if (!value.empty()) {
            text += (text.size() > 1 ? "," : "") + jsonString(name) + ':' + jsonString(value);
        }
    }
    return text + '}';
}

/// One element of the array. `level` is part of who the alert is, for the receiver.
std::string alertObject(
    const OutboxMessage& message, const AlertRules& rules, Level level, SystemTime endsAt)
{
    const auto& notice = message.notice;
    const Pairs labels {
        { "alertname", std::string(toString(notice.type)) },
        { "severity", std::string(severityOf(notice.type, level)) },
        { "level", std::string(toString(level)) },
        { "metric",
            metricOf(notice.type) ? std::string(info(*metricOf(notice.type)).key) : "source" },
        { "instance", rules.instance },
        { "job", "headroom" },
    };
    const Pairs annotations {
        { "summary", notice.summary },
        { "description", notice.reason },
        { "event", std::string(toString(notice.kind)) },
        { "alert_id", notice.alertId },
        { "message_id", message.id },
        { "value", jsonNumber(notice.value) },
        { "threshold", jsonNumber(notice.threshold) },
        { "escalation_path", notice.escalationPath },
        { "response_timeline", notice.responseTimeline },
        { "deadline", notice.deadline ? rfc3339(*notice.deadline) : "" },
        { "folded", notice.folded > 0 ? std::to_string(notice.folded) : "" },
    };
    // A receiver refuses what ends before it starts, and a wall clock set back would do that.
    const auto startsAt = std::min(notice.startsAt, std::min(notice.at, endsAt));
    std::string text = "{\"labels\":" + objectOf(labels) + ",\"annotations\":"
        + objectOf(annotations) + ",\"startsAt\":" + jsonString(rfc3339(startsAt))
        + ",\"endsAt\":" + jsonString(rfc3339(endsAt));
    if (!rules.generatorUrl.empty()) {
        text += ",\"generatorURL\":" + jsonString(rules.generatorUrl);
    }
    return text + '}';
}

void addChannels(const std::string& name, const Contacts& contacts, std::set<std::string>& names,
    std::set<std::string>& addresses, std::vector<Channel>& channels)
{
    const auto found = contacts.find(name);
    if (found == contacts.end() || !names.insert(name).second) {
        return;
    }
    const auto& contact = found->second;
    if (!contact.webhookUrl.empty() && addresses.insert("w" + contact.webhookUrl).second) {
        channels.push_back({ name + "/webhook", name, ChannelKind::Webhook });
    }
    std::string commandLine = "c" + contact.email;
    for (const auto& argument : contact.command) {
        commandLine += '\0' + argument;
    }
    if (!contact.command.empty() && addresses.insert(commandLine).second) {
        channels.push_back({ name + "/command", name, ChannelKind::Command });
    }
    for (const auto& member : contact.members) {
        addChannels(member, contacts, names, addresses, channels);
    }
}

}  // namespace

std::vector<Channel> channelsOf(const std::string& contact, const Contacts& contacts)
{
    std::vector<Channel> channels;
    std::set<std::string> names;
    std::set<std::string> addresses;
    addChannels(contact, contacts, names, addresses, channels);
    return channels;
}

std::string jsonString(std::string_view text)
{
    static constexpr char kHex[] = "0123456789abcdef";
    const std::string clean = isUtf8(text) ? std::string() : tamed(text, text.size() * 3 + 8);
    std::string result = "\"";
    for (const char c : isUtf8(text) ? text : std::string_view(clean)) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            result += '\\';
            result += c;
        } else if (byte < 0x20 || byte == 0x7F) {
            result += "\\u00";
            result += kHex[byte >> 4U];
            result += kHex[byte & 0xFU];
        } else {
            result += c;
        }
    }
    return result + '"';
}

std::string jsonNumber(double value)
{
    if (!std::isfinite(value)) {
        return "null";
    }
    char digits[64];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    return { digits, end };
}

std::string alertmanagerPayload(const OutboxMessage& message, const AlertRules& rules)
{
    const auto& notice = message.notice;
    std::string text = "[";
    for (const auto level : notice.ended) {
        text += (text.size() > 1 ? "," : "") + alertObject(message, rules, level, notice.at);
    }
    if (notice.isFiring) {
        text += (text.size() > 1 ? "," : "")
            + alertObject(message, rules, notice.level, notice.firingUntil);
    }
    return text + ']';
}

Pairs commandEnvironment(
    const OutboxMessage& message, const Contact& contact, const AlertRules& rules)
{
    const auto& notice = message.notice;
    const auto level
        = notice.isFiring || notice.ended.empty() ? notice.level : notice.ended.front();
    Pairs pairs {
        { "HEADROOM_MESSAGE_ID", message.id },
        { "HEADROOM_ALERT_ID", notice.alertId },
        { "HEADROOM_EVENT", std::string(toString(notice.kind)) },
        { "HEADROOM_STATE", notice.isFiring ? "firing" : "resolved" },
        { "HEADROOM_TYPE", std::string(toString(notice.type)) },
        { "HEADROOM_LEVEL", std::string(toString(level)) },
        { "HEADROOM_SEVERITY", std::string(severityOf(notice.type, level)) },
        { "HEADROOM_INSTANCE", rules.instance },
        { "HEADROOM_VALUE", jsonNumber(notice.value) },
        { "HEADROOM_THRESHOLD", jsonNumber(notice.threshold) },
        { "HEADROOM_SUMMARY", notice.summary },
        { "HEADROOM_REASON", notice.reason },
        { "HEADROOM_ESCALATION_PATH", notice.escalationPath },
        { "HEADROOM_RESPONSE_TIMELINE", notice.responseTimeline },
        { "HEADROOM_AT", rfc3339(notice.at) },
        { "HEADROOM_DEADLINE", notice.deadline ? rfc3339(*notice.deadline) : "" },
        { "HEADROOM_CONTACT", message.channel.substr(0, message.channel.rfind('/')) },
        { "HEADROOM_EMAIL", contact.email },
        { "HEADROOM_FOLDED", std::to_string(notice.folded) },
    };
    for (auto& [name, value] : pairs) {
        value = tamed(value, kLongestText);
    }
    return pairs;
}

std::optional<Delivery> deliveryOf(const OutboxMessage& message, const AlertRules& rules)
{
    const auto slash = message.channel.rfind('/');
    const auto name = message.channel.substr(0, slash);
    const auto contact = rules.contacts.find(name);
    if (slash == std::string::npos || contact == rules.contacts.end()) {
        return std::nullopt;
    }
    Delivery delivery;
    delivery.messageId = message.id;
    delivery.contact = name;
    delivery.payload = alertmanagerPayload(message, rules);
    if (message.channel.substr(slash) == "/webhook") {
        delivery.kind = ChannelKind::Webhook;
        delivery.url = contact->second.webhookUrl;
    } else {
        delivery.kind = ChannelKind::Command;
        delivery.command = contact->second.command;
        delivery.environment = commandEnvironment(message, contact->second, rules);
    }
    if (delivery.url.empty() && delivery.command.empty()) {
        return std::nullopt;
    }
    return delivery;
}

}  // namespace headroom
