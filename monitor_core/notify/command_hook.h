// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/notifier.h"

#include <chrono>

namespace headroom {

/// Delivers by running the contact's command: no shell, standard input, output and error are
/// /dev/null, the parent's environment with the message's variables added, a process group of its
/// own. Exit status 0 is success. A command that takes longer than the timeout is killed with its
/// group. Blocks until then; call it on a thread of its own.
class CommandHook final : public Notifier {
public:
    explicit CommandHook(std::chrono::milliseconds timeout = std::chrono::seconds(10));
    Result<void> deliver(const Delivery& delivery) override;

private:
    std::chrono::milliseconds timeout_;
};

}  // namespace headroom
