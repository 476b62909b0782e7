// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/notifier.h"

namespace headroom {

/// Hands each message to the notifier for its kind of channel.
class NotifierByKind final : public Notifier {
public:
    /// Both outlive it.
    NotifierByKind(Notifier& webhook, Notifier& command)
        : webhook_(webhook)
        , command_(command)
    {
    }

    Result<void> deliver(const Delivery& delivery) override
    {
        return delivery.kind == ChannelKind::Webhook ? webhook_.deliver(delivery)
                                                     : command_.deliver(delivery);
    }

private:
    Notifier& webhook_;
    Notifier& command_;
};

}  // namespace headroom
