// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/notifier.h"

#include <chrono>
#include <string>

namespace headroom {

struct WebhookSettings {
    std::chrono::milliseconds timeout { 10'000 };  ///< from the connection to the end of the answer
    std::string caFile;  ///< PEM; certificates are checked against it; empty: the system's
};

/// Delivers by POST to the contact's URL, http or https. Any 2xx is success, whatever body comes
/// with it; redirects are not followed, and a certificate that does not verify is an error. Blocks
/// for at most the timeout (and the system's resolver's own, when names do not resolve); call it on
/// a thread of its own. Errors name the scheme and the host of the URL only, since its path may be
/// a secret, and quote the start of the answer.
class Webhook final : public Notifier {
public:
    explicit Webhook(WebhookSettings settings = {});
    Result<void> deliver(const Delivery& delivery) override;

private:
    WebhookSettings settings_;
};

}  // namespace headroom
