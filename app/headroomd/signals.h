// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

namespace headroom::app {

/// SIGTERM, SIGINT and SIGHUP as things to wait for. Made on the main thread before any other
/// thread is, because those inherit that the signals are blocked. SIGPIPE is ignored: a client that
/// is gone is an error of that write.
class Signals {
public:
    enum class Wish { Stop, Reload };

    Signals();
    ~Signals();
    Signals(const Signals&) = delete;
    Signals& operator=(const Signals&) = delete;

    /// The next signal's wish; empty when none came within `patience`.
    [[nodiscard]] std::optional<Wish> wait(std::chrono::milliseconds patience) const;

private:
    int descriptor_;
};

}  // namespace headroom::app
