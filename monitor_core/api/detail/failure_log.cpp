// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/detail/failure_log.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>

namespace headroom::api {

namespace {

/// Who is counted as one: an IPv6 network of 64 bits is what one machine can have all of.
std::string keyOf(std::string_view address)
{
    const std::string text(address);
    in6_addr parsed {};
    if (::inet_pton(AF_INET6, text.c_str(), &parsed) != 1 || IN6_IS_ADDR_V4MAPPED(&parsed)) {
        return text;
    }
    const auto* bytes = static_cast<const unsigned char*>(parsed.s6_addr);
    return { bytes, bytes + 8 };
}

}  // namespace

std::optional<std::chrono::seconds> FailureLog::fail(std::string_view address, SteadyTime now)
{
    auto key = keyOf(address);
    auto found = failures_.find(key);
    if (found == failures_.end()) {
        makeRoom();
        found = failures_.try_emplace(std::move(key)).first;
    }
    auto& times = found->second;
    while (!times.empty() && now - times.front() >= kWindow) {
        times.pop_front();
    }
    if (times.size() >= allowed_) {
        const auto first = times.empty() ? now : times.front();
        return std::chrono::ceil<std::chrono::seconds>(first + kWindow - now);
    }
    times.push_back(now);
    return std::nullopt;
}

void FailureLog::makeRoom()
{
    if (failures_.size() < kMaxAddresses) {
        return;
    }
    const auto last = [](const auto& entry) {
        return entry.second.empty() ? SteadyTime::min() : entry.second.back();
    };
    failures_.erase(std::ranges::min_element(failures_, {}, last));
}

}  // namespace headroom::api
