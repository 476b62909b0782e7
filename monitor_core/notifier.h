// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/contacts.h"
#include "monitor_core/base/result.h"

#include <string>
#include <utility>
#include <vector>

namespace headroom {

/// One message to one contact by one way, ready to be sent. Sent again with the same id until a
/// delivery succeeded; a receiver that has seen the id already may drop it.
struct Delivery {
    std::string messageId;
    std::string contact;
    ChannelKind kind = ChannelKind::Webhook;
    std::string url;  ///< Webhook: POST here, `Content-Type: application/json`
    std::string payload;  ///< Alertmanager v2: the body of POST /api/v2/alerts
    std::vector<std::string> command;  ///< Command: program and arguments
    std::vector<std::pair<std::string, std::string>> environment;  ///< Command: added variables
};

/// Delivers. Called on a thread of its own, since a peer may take its time; returns within a
/// bounded time. Success means that the receiver took the message (2xx, exit status 0).
class Notifier {
public:
    virtual ~Notifier() = default;
    virtual Result<void> deliver(const Delivery& delivery) = 0;
};

}  // namespace headroom
