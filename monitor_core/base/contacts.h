// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace headroom {

/// How a message reaches a contact.
enum class ChannelKind : std::uint8_t { Webhook, Command };

/// Whoever the escalation matrix names: a person, a team, or a group of other contacts.
struct Contact {
    std::vector<std::string> people;  ///< for people to read
    std::string email;  ///< handed to the command; Headroom itself sends no mail
    std::string webhookUrl;  ///< takes Alertmanager's v2 format; empty: none
    std::vector<std::string> command;  ///< program and arguments, run without a shell; empty: none
    std::vector<std::string> members;  ///< other contacts that are told as well

    bool operator==(const Contact&) const = default;
};

/// By the name that stands in the matrix.
using Contacts = std::map<std::string, Contact>;

}  // namespace headroom
