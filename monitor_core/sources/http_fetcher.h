// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/sources/text_fetcher.h"

#include <atomic>
#include <chrono>
#include <memory>
#include <string>

namespace headroom {

struct HttpFetcherSettings {
    std::string url;  ///< of the service, without a slash at its end; checked by the caller
    std::string token;  ///< empty: none. Sent by https and on this machine only
    std::string caFile;  ///< PEM; certificates are checked against it; empty: the system's
    std::chrono::milliseconds timeout { 3'000 };  ///< for the whole answer
    std::size_t mostBytes = 1024UL * 1024;
};

/// Asks by HTTP/1.1: no redirects, no proxies, no compression, certificates always verified, never
/// an address of the link, where clouds keep their secrets.
class HttpFetcher final : public TextFetcher {
public:
    explicit HttpFetcher(HttpFetcherSettings settings);
    ~HttpFetcher() override;

    /// What failed begins with a verb, behind the name of the service.
    Result<std::string> fetch(std::string_view path) override;
    void cancel() override { isCancelled_ = true; }

private:
    class Session;
    HttpFetcherSettings settings_;
    std::atomic<bool> isCancelled_ { false };
    std::unique_ptr<Session> session_;
};

}  // namespace headroom
