// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/clock.h"

#include <chrono>
#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace headroom::api {

/// Which addresses have shown wrong tokens in the last minute. Remembers at most kMaxAddresses: of
/// more, the one whose last failure is longest ago is forgotten. One thread.
class FailureLog {
public:
    static constexpr std::size_t kMaxAddresses = 1024;
    static constexpr std::chrono::seconds kWindow { 60 };

    explicit FailureLog(std::size_t allowed)
        : allowed_(allowed)
    {
    }

    /// One more failure. Empty while the address may go on; else how long until the oldest of those
    /// that count is a minute old. Failures of an address that may not go on do not count.
    std::optional<std::chrono::seconds> fail(std::string_view address, SteadyTime now);

    [[nodiscard]] std::size_t size() const { return failures_.size(); }

private:
    void makeRoom();

    std::size_t allowed_;
    std::unordered_map<std::string, std::deque<SteadyTime>> failures_;  ///< oldest first
};

}  // namespace headroom::api
