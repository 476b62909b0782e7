// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/api/api_context.h"
#include "monitor_core/api/operation_book.h"
#include "monitor_core/api/routes.h"

#include <string_view>
#include <vector>

namespace headroom::api {

/// OperationBook::begin(). Near the limit it first takes the ends that have arrived: a proxy tells
/// the end of a request before it reads the next one of that client, and while those lines wait they
/// would count as writes in flight, and pause the gate before its time.
OperationBook::Begun beginAfterWaitingEnds(
    ApiContext& context, OperationBook& book, const OperationWish& wish);

/// What begin() refused: 429, 503 or 413 with Retry-After where waiting helps.
Response refusalOf(const OperationBook::Begun& begun);

/// GET|POST /api/v1/admission: 204, or 403 with the status meant in X-Headroom-Status, because
/// nginx's auth_request takes 401 and 403 for a refusal and everything else for a failure of ours.
Response admit(ApiContext& context, OperationBook& book, const Request& request);

std::vector<ParameterInfo> admissionParameters();

/// Reads are never refused; every other method is a write.
inline bool isReadMethod(std::string_view method) noexcept
{
    return method == "GET" || method == "HEAD" || method == "OPTIONS";
}

}  // namespace headroom::api
