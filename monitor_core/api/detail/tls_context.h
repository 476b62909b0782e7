// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/result.h"

#include <boost/asio/ssl/context.hpp>

#include <memory>
#include <string>

namespace headroom::api::detail {

/// TLS 1.2 or newer with the certificate chain and key of two PEM files; the file and its fault by
/// name. A missing name is InvalidArgument.
Result<std::shared_ptr<boost::asio::ssl::context>> makeTlsContext(
    const std::string& certificateFile, const std::string& keyFile);

}  // namespace headroom::api::detail
