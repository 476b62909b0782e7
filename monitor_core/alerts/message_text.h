// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/alerts/alert_rules.h"
#include "monitor_core/alerts/outbox_message.h"
#include "monitor_core/base/contacts.h"
#include "monitor_core/notifier.h"

#include <optional>
#include <string>
#include <vector>

namespace headroom {

/// A way to reach somebody, by the name that messages are addressed to.
struct Channel {
    std::string key;  ///< "Ops_Team/webhook"
    std::string contact;
    ChannelKind kind = ChannelKind::Webhook;
};

/// Every channel of a contact and of its members, each address once. Unknown names have none.
std::vector<Channel> channelsOf(const std::string& contact, const Contacts& contacts);

/// A JSON string with its quotes: control characters, quotes and backslashes escaped; what is not
/// UTF-8 becomes U+FFFD.
std::string jsonString(std::string_view text);

/// A JSON number with as many digits as it takes; `null` when it is not finite.
std::string jsonNumber(double value);

/// Alertmanager's v2 format: the body of POST /api/v2/alerts. An array: what ended, then what
/// fires.
std::string alertmanagerPayload(const OutboxMessage& message, const AlertRules& rules);

/// HEADROOM_MESSAGE_ID, HEADROOM_STATE (firing, resolved) …: what a command is told. No value holds
/// a control character.
std::vector<std::pair<std::string, std::string>> commandEnvironment(
    const OutboxMessage& message, const Contact& contact, const AlertRules& rules);

/// The message ready to be sent; none when the configuration no longer has its channel.
std::optional<Delivery> deliveryOf(const OutboxMessage& message, const AlertRules& rules);

}  // namespace headroom
