// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/api/detail/out_batch.h"
#include "monitor_core/api/http_message.h"
#include "monitor_core/base/clock.h"

#include <string>

namespace headroom::api::detail {

/// Turns responses into bytes. Network thread.
class ResponseWriter {
public:
    /// `clock` outlives it.
    explicit ResponseWriter(const Clock& clock);

    /// To be called a few times a second: the Date header is made once, not per response.
    void refreshDate();

    struct Form {
        bool withoutBody = false;  ///< HEAD
        bool closes = false;
    };
    void write(OutBatch& out, const Response& response, Form form) const;
    /// The head of a stream of server-sent events, which ends with its connection.
    void writeEventStreamHead(OutBatch& out) const;

private:
    const Clock& clock_;
    std::string common_;  ///< the headers that every response has
};

}  // namespace headroom::api::detail
